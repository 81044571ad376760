"""The commands about bibliographies: what is asked; the work is done elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from evidence_ingest.answering import DataOption, Language, LanguageOption, answering

app = typer.Typer(
    name="bibliography",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="""Read, check, match and convert bibliographies.

Read are RIS, BibTeX, BibLaTeX, CSL-JSON, PubMed's nbib and Web of Science's tagged text, as
Zotero, EndNote, Mendeley, Scopus, Citavi and libraries write them. What stands in a file tells
its format.""",
)

To = Literal["ris", "bibtex", "biblatex", "csl-json"]

FilesArgument = Annotated[list[Path], typer.Argument(metavar="FILE…", help="Bibliographies.")]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Stop when anything in a file is broken.")
]
ToOption = Annotated[To, typer.Option("--to", help="The format to write.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to (default: the terminal)."),
]
SortOption = Annotated[
    bool, typer.Option("--sort", help="By author, as Dutch readers look: Van Yperen under the Y.")
]
DecisionsOption = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="The table of decisions (default: beside the first file, as NAME.decisions.csv).",
    ),
]
AcceptOption = Annotated[
    list[str] | None, typer.Option("--accept", metavar="ID", help="They are one work.")
]
RefuseOption = Annotated[
    list[str] | None, typer.Option("--refuse", metavar="ID", help="They are not; ask no more.")
]
UndoOption = Annotated[
    list[str] | None, typer.Option("--undo", metavar="ID", help="Take back what was decided.")
]
WhoOption = Annotated[
    str, typer.Option("--who", help="Who decides (default: the name of your account).")
]
AllOption = Annotated[bool, typer.Option("--all", help="List also what was accepted and refused.")]


@app.command()
@answering
def convert(
    files: FilesArgument,
    to: ToOption,
    output: OutputOption = None,
    strict: StrictOption = False,
    sort: SortOption = False,
) -> None:
    """Write bibliographies as one, in another format; what went in comes out."""
    from evidence_ingest import bibliography_running as running  # noqa: PLC0415

    found = running.read(files, strict=strict)
    running.write(found, list(found.records), files, output, to, sort=sort)


@app.command()
@answering
def check(files: FilesArgument, language: LanguageOption = Language.EN) -> None:
    """Count the records, and tell what is broken, missing or perhaps there twice."""
    from evidence_ingest.bibliography_running import check as run  # noqa: PLC0415

    run(files, language.value)


@app.command()
@answering
def match(
    files: FilesArgument,
    *,
    decisions: DecisionsOption = None,
    accept: AcceptOption = None,
    refuse: RefuseOption = None,
    undo: UndoOption = None,
    who: WhoOption = "",
    everything: AllOption = False,
    language: LanguageOption = Language.EN,
) -> None:
    """List which records may be one work, with reasons; accept, refuse or undo by id.

    Nothing is merged here. Decisions are added to a table, with who and when, and hold for the next
    time; `bibliography merge` merges what was accepted.
    """
    from evidence_ingest import bibliography_running as running  # noqa: PLC0415

    choices = running.choices(accept, refuse, undo, who)
    running.match(files, decisions, choices, language.value, everything=everything)


@app.command()
@answering
def merge(
    files: FilesArgument,
    *,
    to: ToOption,
    output: OutputOption = None,
    decisions: DecisionsOption = None,
    strict: StrictOption = False,
    sort: SortOption = False,
) -> None:
    """Write bibliographies as one, in which what was accepted as one work is one record.

    Every value of both is kept: where they differ, that of the fuller record stands, and the other
    one is listed and carried along.
    """
    from evidence_ingest import bibliography_running as running  # noqa: PLC0415

    found = running.read(files, strict=strict)
    running.write(found, running.merged(found, decisions, files), files, output, to, sort=sort)


@app.command()
@answering
def sources(
    files: FilesArgument,
    *,
    data: DataOption = None,
    write: Annotated[
        bool, typer.Option("--write", help="Add the new ones to the table of sources.")
    ] = False,
    decisions: DecisionsOption = None,
    accept: AcceptOption = None,
    refuse: RefuseOption = None,
    undo: UndoOption = None,
    who: WhoOption = "",
    language: LanguageOption = Language.EN,
) -> None:
    """Tell which records are sources of the data already, and which are new.

    Nothing is written without --write, and nothing at all if the data would then not conform. A
    record that may be a source already is not written, unless you refuse that match.
    """
    from evidence_ingest import bibliography_running as running  # noqa: PLC0415

    choices = running.choices(accept, refuse, undo, who)
    running.sources(files, data, decisions, choices, language.value, write=write)
