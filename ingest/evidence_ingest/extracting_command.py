"""The command ``extract``."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from evidence_ingest.answering import FAILURE, answering, console, fail, out


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
) -> None:
    """Read reports: their in-text citations and lists of references, each with its place.

    Every report that can be read is shown whole, as one line of JSON with jsonl; of the others the
    reason is told, and the exit code is 2. Nothing leaves this machine, no graph is changed.
    """
    from evidence_ingest.extracting import Extract, extract_all  # noqa: PLC0415
    from evidence_ingest.extracting_forms import HEAD, as_json, as_page, as_rows  # noqa: PLC0415

    found: list[Extract] = []
    unread = 0
    for outcome in extract_all(files):
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
        table = Table(*HEAD)
        for row in (row for one in found for row in as_rows(one)):
            table.add_row(*(cell.replace("[", r"\[") for cell in row))
        out.print(table)
    if unread:
        fail(f"{unread} of {len(files)} files could not be read.", FAILURE)
