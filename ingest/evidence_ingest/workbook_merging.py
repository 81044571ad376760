"""Write the tables of a workbook into a data folder, where only one of the two has moved on.

A workbook knows how each table was when it was made. A table that only the workbook changed is
written; one that only the folder changed stays; one that both changed is told, and then nothing is
written at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from evidence_graph.writing.table_form import table_text
from evidence_ingest.errors import DoesNotConformError, IngestError, Problem
from evidence_ingest.pipeline import check
from evidence_ingest.readers.data import Kind, kind_of
from evidence_ingest.readers.rows import Table, canonical, records_in
from evidence_ingest.readers.tables import folder_tables, table_path
from evidence_ingest.readers.workbook import read_about, read_book
from evidence_ingest.trying import checked_with
from evidence_ingest.workbook_form import About, digest, sheets
from evidence_ingest.writers.together import write_together, writing
from evidence_ontology.schema import schema

Texts = Mapping[str, str]
"""Path of a table below a data folder → its canonical text."""


def write_into(workbook: Path, data: Path, language: str = "en") -> list[str]:
    """Write the tables of a workbook into a data folder: all that differ, or none.

    Args:
        workbook: The workbook.
        data: The data folder.
        language: The language to tell problems in: ``"nl"`` or ``"en"``.

    Returns:
        The tables that were written.

    Raises:
        DoesNotConformError: The workbook, or the folder with it, breaks rules.
        IngestError: Either cannot be read, the workbook does not say what it was made from, or
            both changed a table; nothing was written.
    """
    _refuse_kinds(workbook, data)
    _refuse(check(workbook).problems, language)
    book = read_book(schema(), workbook)
    if book.about is None:
        msg = (
            f"{workbook.name} does not say what it was made from, so nothing was written to {data}."
            " Make a workbook with: evidence-explorer export --format xlsx"
        )
        raise IngestError(msg)
    mine = {table_path(t.node_type, t.study): canonical(t) for t in book.tables}
    with writing(data):
        folder = [table for _, table in folder_tables(schema(), data)]
        _refuse(_heads(folder), language)
        now = {table.name: canonical(table) for table in folder}
        texts = _merged(book.about, now, mine)
        _refuse(checked_with(data, texts).problems, language)
        if texts:
            write_together(data, texts)
    return sorted(texts)


def refuse_partial(workbook: Path) -> None:
    """Refuse a workbook that leaves studies out, where it would stand for all of the data.

    Args:
        workbook: The workbook.

    Raises:
        IngestError: It leaves studies out, or cannot be read.
    """
    said = read_about(workbook)
    if said is not None and said.left_out:
        msg = (
            f"{workbook.name} leaves out {', '.join(said.left_out)}, and to load it alone would"
            " remove them from the graph. Write it into the data folder: ingest --into FOLDER"
        )
        raise IngestError(msg)


def _merged(about: About, now: Texts, mine: Texts) -> dict[str, str]:
    texts, moved = {}, []
    for path in sorted({*about.tables, *now, *mine}):
        made_of = about.tables.get(path)
        ours, theirs = (_digest(path, found) for found in (mine, now))
        if ours in {made_of, theirs}:
            continue
        if theirs != made_of:
            moved.append(path)
        texts[path] = mine.get(path) or _empty(path)
    if moved:
        msg = (
            f"Changed in the folder since the workbook was made, and in the workbook as well:"
            f" {', '.join(moved)}. Nothing was written. Make a new workbook, and put your changes"
            " to these sheets into it."
        )
        raise IngestError(msg)
    return texts


def _digest(path: str, texts: Texts) -> str | None:
    # A table without rows is as good as none.
    text = texts.get(path)
    return None if text is None or text == _empty(path) else digest(text.encode())


def _empty(path: str) -> str:
    return table_text(sheets(schema())[Path(path).stem].columns, [])


def _heads(tables: Iterable[Table]) -> list[Problem]:
    problems: list[Problem] = []
    for table in tables:
        list(records_in(schema(), table, problems))
    return [problem for problem in problems if problem.row == 1]


def _refuse(problems: list[Problem], language: str) -> None:
    if problems:
        raise DoesNotConformError(problems, language)


def _refuse_kinds(workbook: Path, data: Path) -> None:
    if kind_of(workbook) is not Kind.WORKBOOK:
        msg = f"--into takes the tables of a workbook, and {workbook} is none. Name one by --data."
        raise IngestError(msg)
    if not data.is_dir():
        msg = (
            f"There is no data folder {data}. Name the one that the workbook was made from, or make"
            " one with: evidence-explorer export --format csv"
        )
        raise IngestError(msg)
