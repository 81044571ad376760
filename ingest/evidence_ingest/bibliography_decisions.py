"""Decisions about matches as a table beside the bibliography, to which rows are only added."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path

from evidence_graph.writing.table_form import guarded, table_text, unguarded
from evidence_ingest.errors import IngestError
from evidence_ingest.readers.tables import read_frame
from evidence_literature.matching import Choice, Decision

COLUMNS = tuple(field.name for field in fields(Decision))


def beside(bibliography: Path) -> Path:
    """Name the table of decisions of a bibliography.

    Args:
        bibliography: The file, or the first of several.

    Returns:
        The file beside it.
    """
    return bibliography.with_name(f"{bibliography.stem}.decisions.csv")


def read_decisions(path: Path) -> list[Decision]:
    """Read the decisions.

    Args:
        path: The table; one that is not there holds none.

    Returns:
        The decisions, in the order in which they were made.

    Raises:
        IngestError: The table cannot be read, or a row does not say what a decision says.
    """
    if not path.exists():
        return []
    frame = read_frame(path, path.name)
    missing = [column for column in COLUMNS if column not in frame.columns]
    if missing:
        msg = f"{path.name}, row 1: the columns {', '.join(missing)} are missing. Put them back."
        raise IngestError(msg)
    rows = frame[list(COLUMNS)].itertuples(index=False)
    return [_decision(tuple(row), number, path.name) for number, row in enumerate(rows, start=2)]


def append_decisions(path: Path, decisions: Sequence[Decision]) -> None:
    """Add decisions to the table; what stands in it is never touched.

    Args:
        path: The table; made when it is not there.
        decisions: What was decided.

    Raises:
        IngestError: It cannot be written.
    """
    rows = [[guarded(str(value)) for value in astuple(decision)] for decision in decisions]
    head, _, body = table_text(COLUMNS, rows).partition("\n")
    try:
        # One write at the end of the file, so that two people at once do not mix their rows.
        with path.open("ab") as file:
            text = f"{head}\n{body}" if file.tell() == 0 else _on_a_line_of_its_own(path) + body
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        msg = f"{path} cannot be written: {error.strerror}. Name another place with --decisions."
        raise IngestError(msg) from error


def _on_a_line_of_its_own(path: Path) -> str:
    return "" if path.read_bytes().endswith(b"\n") else "\n"


def _decision(row: tuple[str, ...], number: int, name: str) -> Decision:
    when, who, choice, first, second, score, reasons = (unguarded(cell.strip()) for cell in row)
    try:
        return Decision(when, who, Choice(choice), first, second, int(score), reasons)
    except ValueError as error:
        choices = ", ".join(Choice)
        msg = (
            f"{name}, row {number}: choice must be one of {choices}, and score a whole number."
            " Mend the row; the rest of the table was not used."
        )
        raise IngestError(msg) from error
