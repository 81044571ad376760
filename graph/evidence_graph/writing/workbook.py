"""Write a workbook in which nothing computes: a text that looks like a formula is a text."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from evidence_graph.writing.xml import encodable

MOST_ROWS: Final = 1_048_576
MOST_CHARACTERS: Final = 32_767
_NO_CLOCK: Final = dt.datetime(2000, 1, 1)
_AS_TEXT: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

Cell = str | int


class DoesNotFitError(ValueError):
    """A cell or a sheet would be larger than a workbook can hold; the text says which."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One sheet of a workbook.

    Attributes:
        name: Its name.
        columns: Its head, which stays in sight.
        rows: Its cells.
        widths: The widths of columns, in characters.
        dress: Called when the cells are there, for what is more than cells.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Mapping[int, int] = field(default_factory=dict)
    dress: Callable[[Workbook, Worksheet], None] | None = None


def workbook(tabs: Iterable[Tab], properties: Mapping[str, str] | None = None) -> bytes:
    """Write a workbook.

    Args:
        tabs: The sheets, their names already such as a workbook allows.
        properties: What the file says of itself, such as ``title`` and ``comments``.

    Returns:
        The content of the file; the same content for the same tables at any time.

    Raises:
        DoesNotFitError: A cell or a sheet would be larger than the format allows.
    """
    out = io.BytesIO()
    with Workbook(out, _AS_TEXT) as book:
        book.set_properties({"created": _NO_CLOCK, **(properties or {})})
        head = book.add_format({"bold": True})
        for tab in tabs:
            sheet = book.add_worksheet(tab.name)
            _write(sheet, tab, head)
            if tab.dress is not None:
                tab.dress(book, sheet)
    return out.getvalue()


def _write(sheet: Worksheet, tab: Tab, head: Format) -> None:
    if len(tab.rows) >= MOST_ROWS:
        msg = f"A sheet holds {MOST_ROWS} rows, and {sheet.name} has more. Export to csv instead."
        raise DoesNotFitError(msg)
    sheet.write_row(0, 0, map(encodable, tab.columns), head)
    sheet.freeze_panes(1, 0)
    for column, width in tab.widths.items():
        sheet.set_column(column, column, width)
    for number, row in enumerate(tab.rows, start=1):
        for column, cell in enumerate(row):
            if cell != "":
                _write_cell(sheet, number, column, cell)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif len(cell) > MOST_CHARACTERS:
        msg = (
            f"{sheet.name}, row {row + 1}: a cell of a workbook holds {MOST_CHARACTERS} characters,"
            f" and this text has {len(cell)}. Export to csv instead."
        )
        raise DoesNotFitError(msg)
    elif _looks_like_runs(cell):
        sheet.write_rich_string(row, column, *map(encodable, (cell[:1], cell[1:2], cell[2:])))
    else:
        sheet.write_string(row, column, encodable(cell))


def _looks_like_runs(cell: str) -> bool:
    # XlsxWriter puts such a text into the file as it is, as if it were a text with fonts.
    return cell.startswith("<r>") and cell.endswith("</r>")
