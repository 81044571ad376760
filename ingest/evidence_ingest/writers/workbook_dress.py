"""What a sheet of the workbook has beside its cells: notes, lists to choose from, protection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from evidence_graph.writing.workbook import MOST_ROWS
from evidence_ingest.workbook_form import STUDY, heads, keys_of
from evidence_ingest.writers.workbook_lists import Choices
from evidence_ingest.writers.workbook_notes import AUTHOR, id_note, note, study_note
from evidence_ontology.ontology import Words
from evidence_ontology.schema import NodeType, Property, Schema

FREE: Final = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "sort": True,
    "autofilter": True,
}
"""What a protected sheet still allows; there is no password."""
_WIDTHS: Final = {"text": 48, "link": 26, "code": 18, "data": 20}
_KEY_WIDTH: Final = 24
_NOTE_SIZE: Final = {"width": 380, "height": 260, "author": AUTHOR}
_TEXT: Final = {"num_format": "@", "valign": "top", "text_wrap": True}
_HEAD: Final = {"bold": True, "valign": "top", "bg_color": "#E3ECF1", "bottom": 1}

Dress = Callable[[Workbook, Worksheet], None]


def hidden(_: Workbook, sheet: Worksheet) -> None:
    """Take a sheet out of sight and out of reach.

    Args:
        _: The workbook.
        sheet: The sheet.
    """
    sheet.hide()
    sheet.protect()


def listed(offered: Choices) -> Dress:
    """Say how the sheet of the lists is dressed.

    Args:
        offered: The lists.

    Returns:
        What names the lists and takes the sheet out of sight.
    """

    def dress(book: Workbook, sheet: Worksheet) -> None:
        for name, place in offered.names():
            book.define_name(name, place)
        hidden(book, sheet)

    return dress


def dressed(
    schema: Schema, node_type: NodeType, rows: Sequence[tuple[str, ...]], offered: Choices
) -> Dress:
    """Say how the sheet of a class is dressed.

    Args:
        schema: The schema.
        node_type: The class.
        rows: The rows that stand on the sheet.
        offered: The lists to choose from.

    Returns:
        What dresses the sheet: keys of the rows and the head are locked, the rest is free.
    """
    columns = heads(node_type)
    keys = len(keys_of(node_type))
    properties = {key: p for p in node_type.asserted if not p.computed for key in p.keys}

    def dress(book: Workbook, sheet: Worksheet) -> None:
        free = book.add_format(_TEXT | {"locked": False})
        locked = book.add_format(_TEXT | {"font_color": "#595959"})
        head = book.add_format(_HEAD)
        last = MOST_ROWS - 1
        for number, column in enumerate(columns):
            prop = properties.get(column)
            width = _KEY_WIDTH if prop is None else _WIDTHS[prop.kind]
            sheet.set_column(number, number, width, free)
            sheet.write_string(0, number, column, head)
            sheet.write_comment(0, number, _note(schema, node_type, column, prop), _NOTE_SIZE)
            source = offered.studies() if column == STUDY else prop and offered.source(prop)
            if source:
                options = {"validate": "list", "source": source, "ignore_blank": True}
                sheet.data_validation(1, number, last, number, options | _strictness(prop))
        for number, row in enumerate(rows, start=1):
            for column_number in range(keys):
                sheet.write_string(number, column_number, row[column_number], locked)
        sheet.freeze_panes(1, keys)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A2:XFD1048576"})
        sheet.protect("", FREE)

    return dress


def _note(schema: Schema, node_type: NodeType, column: str, prop: Property | None) -> str:
    if prop is not None:
        said = note(schema, node_type, column, prop)
    else:
        said = study_note() if column == STUDY else id_note()
    return f"{said.nl}\n\n{said.en}"


def _strictness(prop: Property | None) -> dict[str, object]:
    # A code is one of a list that is closed; rows may be new, and a cell may name several.
    if prop is None or prop.many or prop.kind == "link":
        return {"show_error": False}
    said = Words("Kies uit de lijst.", "Choose from the list.")
    return {"error_title": prop.key[:32], "error_message": f"{said.nl}\n{said.en}"}
