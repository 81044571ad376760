"""What every command shares: its options, where it prints, and how errors end it.

Exit codes: 0 fine, 1 the data does not conform, 2 failure, 3 the graph is not reachable.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn, ParamSpec

import typer
from rich.console import Console

from evidence_graph.errors import GraphError, GraphRefused, GraphUnreachable
from evidence_ingest.errors import DoesNotConformError, IngestError, Problem

FINE, DOES_NOT_CONFORM, FAILURE, NOT_REACHABLE = 0, 1, 2, 3
MOST_PROBLEMS = 50

console = Console(stderr=True, highlight=False, soft_wrap=True)
out = Console(highlight=False, soft_wrap=True)


class Language(StrEnum):
    """The languages of messages about the data."""

    NL = "nl"
    EN = "en"


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="FOLDER|FILE",
        help="The tables, a workbook (.xlsx), or a file of Turtle, TriG, JSON-LD, N-Quads or"
        " N-Triples (default: the tables that come along).",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
LanguageOption = Annotated[
    Language, typer.Option("--language", help="The language of what is said about the data.")
]
Params = ParamSpec("Params")


def answering(command: Callable[Params, None]) -> Callable[Params, None]:
    """Turn our errors into one sentence on standard error and an exit code.

    Args:
        command: A command.

    Returns:
        The command with its errors told.
    """

    @functools.wraps(command)
    def told(*args: Params.args, **kwargs: Params.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except DoesNotConformError as error:
            print_problems(error.problems, error.language)
            fail(str(error), DOES_NOT_CONFORM)
        except (GraphUnreachable, GraphRefused) as error:
            fail(str(error), NOT_REACHABLE)
        except (IngestError, GraphError) as error:
            fail(str(error), FAILURE)
        except BrokenPipeError:
            sys.exit(FINE)
        except KeyboardInterrupt:
            fail("Stopped. The graph is as it was before, or as after.", FAILURE)

    return told


def fail(sentence: str, code: int) -> NoReturn:
    """End a command with a sentence.

    Args:
        sentence: What is wrong and what to do.
        code: The exit code.

    Raises:
        typer.Exit: Always.
    """
    console.print(sentence, markup=False)
    raise typer.Exit(code)


def print_problems(problems: list[Problem], language: str) -> None:
    """List what is wrong with the data, most at most.

    Args:
        problems: The problems.
        language: The language to tell them in.
    """
    for problem in problems[:MOST_PROBLEMS]:
        console.print(problem.in_(language), markup=False)
    if len(problems) > MOST_PROBLEMS:
        console.print(f"… and {len(problems) - MOST_PROBLEMS} more.")
