"""The command ``extract``."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.table import Column, Table

from evidence_ingest.answering import FAILURE, answering, console, fail, out
from evidence_ingest.counting import counted
from evidence_ingest.settings import data_folder

if TYPE_CHECKING:
    from evidence_ingest.extracting import Extract

LONGEST_WORD: Final = 16
"""Letters of a word for which a column of a table on the terminal makes room."""


class ExtractFormat(StrEnum):
    """How to show what was found."""

    JSONL = "jsonl"
    TABLE = "table"
    HTML = "html"


@answering
def extract(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Reports: PDF, DOCX, HTML or TXT.")
    ],
    form: Annotated[
        ExtractFormat, typer.Option("--format", help="The format.")
    ] = ExtractFormat.JSONL,
    thesaurus: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER|FILE",
            help="The data whose elements and domains are looked for (default: the tables that come"
            " along).",
        ),
    ] = None,
) -> None:
    """Read reports: citations, lists of references and proposed findings, each with its place.

    Every report that can be read is shown whole, as one line of JSON with jsonl; of the others the
    reason is told, and the exit code is 2. Nothing leaves this machine, no graph is changed.
    """
    from evidence_ingest.extracting import Extract, extract_all  # noqa: PLC0415
    from evidence_ingest.extracting_forms import as_json, as_page  # noqa: PLC0415
    from evidence_ingest.thesaurus import read_thesaurus  # noqa: PLC0415

    known = read_thesaurus(data_folder(thesaurus))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Whatever the machine is set to; half a sign becomes an escape that JSON knows.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    found: list[Extract] = []
    unread = 0
    for outcome in extract_all(files, known):
        if not isinstance(outcome, Extract):
            console.print(str(outcome), markup=False)
            unread += 1
        elif form is ExtractFormat.JSONL:
            sys.stdout.write(json.dumps(as_json(outcome), ensure_ascii=False) + "\n")
        else:
            found.append(outcome)
    if form is ExtractFormat.HTML and found:
        sys.stdout.write(as_page(found))
    if form is ExtractFormat.TABLE and found:
        _show_tables(found)
    if unread:
        fail(f"{unread} of {counted(len(files), 'file')} could not be read.", FAILURE)


def _show_tables(found: list[Extract]) -> None:
    from evidence_ingest import extracting_forms, extracting_proposals  # noqa: PLC0415

    parts = {"citations": extracting_forms, "proposed findings": extracting_proposals}
    for name, part in parts.items():
        rows = [row for one in found for row in part.as_rows(one)]
        if not rows:
            out.print(f"No {name}.")
            continue
        # What no row has would only take the room of what they have.
        filled = [number for number in range(len(part.HEAD)) if any(row[number] for row in rows)]
        table = Table(
            *(_column(part.HEAD[number], [row[number] for row in rows]) for number in filled)
        )
        for row in rows:
            table.add_row(*(row[number].replace("[", r"\[") for number in filled))
        out.print(table)


def _column(name: str, cells: Sequence[str]) -> Column:
    # A column does not break words, as far as the terminal is wide enough.
    words = (len(word) for cell in (name, *cells) for word in cell.split())
    return Column(name, overflow="fold", min_width=min(max(words), LONGEST_WORD))
