"""The one form in which a table is written: its cells, its quotes, its mark of UTF-8.

A spreadsheet runs a cell of a CSV file that starts with ``=``, ``+``, ``-`` or ``@``. Such a text
gets an apostrophe in front of it, which is taken off again when the table is read; a text that has
that apostrophe itself gets one more. So the text stays the same and no cell is ever a formula.

Source: OWASP, CSV Injection.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORMULA = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_WHOLE = re.compile("0|-?[1-9][0-9]{0,17}")
MARK = "\ufeff"


def whole_number(text: str) -> int | None:
    """Read a whole number that is written in its one form.

    Args:
        text: Any text.

    Returns:
        The number; None for anything else, such as ``007``, ``+7`` and what 64 bits cannot hold.
    """
    return int(text) if _WHOLE.fullmatch(text) else None


def guarded(text: str) -> str:
    """Write a text so that no spreadsheet takes it for a formula.

    Args:
        text: The text.

    Returns:
        The text of the cell. A whole number stays as it is: it computes nothing.
    """
    return f"'{text}" if _FORMULA.match(text) and whole_number(text) is None else text


def unguarded(cell: str) -> str:
    """Undo :func:`guarded`.

    Args:
        cell: The text of a cell.

    Returns:
        The text.
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def table_text(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table.

    Args:
        columns: The head.
        rows: The cells of each row, guarded.

    Returns:
        The text of the file, with the mark that makes spreadsheets read it as UTF-8.
    """
    lines = (",".join(map(_quoted, row)) for row in (columns, *rows))
    return MARK + "".join(f"{line}\n" for line in lines)


def _quoted(cell: str) -> str:
    # Python's own writer leaves a lone carriage return without quotes, which breaks the row.
    if any(sign in cell for sign in ',"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
