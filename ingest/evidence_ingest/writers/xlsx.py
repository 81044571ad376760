"""Write a workbook: a sheet per kind of table, all studies together, nothing that computes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from itertools import groupby

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from evidence_ingest.errors import IngestError
from evidence_ingest.writers.tables import Cell, Filled, filled
from evidence_ontology.records import Record
from evidence_ontology.schema import Schema

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
_NO_CLOCK = dt.datetime(2000, 1, 1)
_AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def xlsx(schema: Schema, records: Iterable[Record]) -> bytes:
    """Write records as a workbook.

    Args:
        schema: The schema.
        records: The records, as they stand in a graph.

    Returns:
        The content of the file. A text that looks like a formula is a text.

    Raises:
        IngestError: A cell or a sheet would be larger than the format allows.
    """
    out = io.BytesIO()
    with Workbook(out, _AS_TEXT) as book:
        book.set_properties({"created": _NO_CLOCK})
        head = book.add_format({"bold": True})
        tables = sorted(filled(schema, records), key=lambda t: (t.node_type.scope, _name(t)))
        for name, group in groupby(tables, key=_name):
            _write(book.add_worksheet(name), list(group), head)
    return out.getvalue()


def _name(table: Filled) -> str:
    return table.node_type.table.rpartition("/")[2]


def _write(sheet: Worksheet, tables: list[Filled], head: Format) -> None:
    own = tables[0].study is not None
    columns = [*(["study"] if own else []), *tables[0].node_type.columns]
    rows = [(*([table.study or ""] if own else []), *row) for table in tables for row in table.rows]
    if len(rows) >= MOST_ROWS:
        msg = f"A sheet holds {MOST_ROWS} rows, and {sheet.name} has more. Export to csv instead."
        raise IngestError(msg)
    sheet.write_row(0, 0, columns, head)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(sheet, number, column, cell)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif len(cell) > MOST_CHARACTERS:
        msg = (
            f"{sheet.name}, row {row + 1}: a cell of a workbook holds {MOST_CHARACTERS} characters,"
            f" and this text has {len(cell)}. Export to csv instead."
        )
        raise IngestError(msg)
    elif cell:
        sheet.write_string(row, column, cell)
