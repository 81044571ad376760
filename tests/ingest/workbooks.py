"""Workbooks for tests: made as a curator gets them, and changed as a curator changes them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from evidence_ingest.readers.rows import Table, canonical
from evidence_ingest.readers.tables import folder_tables, read_tables, table_path
from evidence_ingest.readers.workbook import read_book
from evidence_ingest.writers.workbook import xlsx
from evidence_ontology.schema import schema


def workbook_of(data: Path, target: Path, study: str | None = None) -> Path:
    """Make the workbook of a data folder."""
    target.write_bytes(xlsx(schema(), read_tables(schema(), data).records, study))
    return target


def tables_of(tables: Iterable[Table]) -> dict[str, bytes]:
    """Give tables in canonical form, those without rows left out."""
    found = {table_path(t.node_type, t.study): canonical(t).encode() for t in tables}
    return {path: content for path, content in found.items() if content.count(b"\n") > 1}


def tables_in_folder(data: Path) -> dict[str, bytes]:
    """Give the tables of a folder."""
    return tables_of(table for _, table in folder_tables(schema(), data))


def tables_in_workbook(path: Path) -> dict[str, bytes]:
    """Give the tables of a workbook that has no faults."""
    book = read_book(schema(), path)
    assert book.problems == []
    return tables_of(book.tables)


def changed(path: Path, change: Callable[[Workbook], None]) -> Path:
    """Change a workbook with another program than the one that wrote it, and save it."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def repacked(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Change one part of a workbook as no program would."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, change(content) if name == part else content)


def cell_of(book: Workbook, sheet: str, row: int, column: str) -> Any:
    """Find a cell by the head of its column."""
    heads = [cell.value for cell in book[sheet][1]]
    return book[sheet].cell(row, heads.index(column) + 1)
