"""Open a workbook that anybody may have made: bounded, and its texts exactly as they are.

openpyxl takes the escape of an underscore out of a text without reading the escapes of signs, so
that some texts can no longer be told apart. Here texts stay as the file has them; :func:`decoded`
reads them.

Source: ECMA-376-1, 22.9.2.19 (ST_Xstring).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from lxml.etree import LxmlError
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from evidence_ingest.errors import IngestError

ENDING: Final = ".xlsx"
MOST_BYTES: Final = 256 * 1024 * 1024
"""How much a workbook may hold when it is unpacked; 100,000 findings need about 120 MB."""
MOST_PARTS: Final = 2_000
MOST_TEXTS: Final = 2_000_000
MOST_FOLDED: Final = 100
"""How many times as large a part may become when it is unpacked; workbooks of ours reach 10."""
_SMALL: Final = 1024 * 1024
"""A part that stays below it may be folded as much as it likes."""
_BROKEN: Final = (
    BadZipFile,
    InvalidFileException,
    ParseError,
    LxmlError,
    OSError,
    EOFError,
    NotImplementedError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
)
"""What openpyxl and the parsers below it raise on a file that is broken somewhere inside."""


def _exact(reader: ExcelReader) -> None:
    # Takes the place of ExcelReader.read_strings.
    part = reader.package.find(SHARED_STRINGS)
    if part is None:
        return
    with reader.archive.open(part.PartName[1:]) as source:
        events = iterparse(source, events=("start", "end"))
        _, root = next(events)
        for event, node in events:
            if event == "end" and node.tag == f"{{{SHEET_MAIN_NS}}}si":
                text = Text.from_tree(node)
                fonts = reader.rich_text and text.r
                reader.shared_strings.append(
                    CellRichText.from_tree(node) if fonts else text.content
                )
                if len(reader.shared_strings) > MOST_TEXTS:
                    msg = f"The workbook holds more than {MOST_TEXTS} texts. Use csv instead."
                    raise IngestError(msg)
                root.clear()


def decoded(text: str) -> str:
    """Read the escapes of signs in a text of a workbook.

    Args:
        text: The text as the file has it.

    Returns:
        The text that is meant.
    """
    return str(unescape(text))


@contextmanager
def opened(path: Path, *, to_change: bool = False) -> Iterator[Workbook]:
    """Open a workbook.

    Args:
        path: The file.
        to_change: Whether to have all of it in memory, to be changed and saved again, rather than
            read it row by row.

    Yields:
        The workbook.

    Raises:
        IngestError: The file is not there, is no workbook, is broken, or holds too much.
    """
    try:
        _refuse_unbounded(path)
        reader = ExcelReader(path, read_only=not to_change, rich_text=to_change)
        reader.read_strings = partial(_exact, reader)
        with warnings.catch_warnings():
            # What openpyxl leaves out of a copy is told in the guide.
            warnings.simplefilter("ignore")
            reader.read()
            try:
                yield reader.wb
            finally:
                reader.archive.close()
    except IngestError:
        raise
    except FileNotFoundError as error:
        msg = f"There is no workbook {path}. Name one with --data."
        raise IngestError(msg) from error
    except PermissionError as error:
        msg = f"{path} cannot be read: {error.strerror}. Close it elsewhere, or ask for the right."
        raise IngestError(msg) from error
    except _BROKEN as error:
        msg = (
            f"{path.name} cannot be read as a workbook. Open it in a spreadsheet program, save it"
            f" as {ENDING} without a password, and try again."
        )
        raise IngestError(msg) from error


def _refuse_unbounded(path: Path) -> None:
    with ZipFile(path) as archive:
        parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    bomb = any(part.file_size > max(_SMALL, MOST_FOLDED * part.compress_size) for part in parts)
    if bomb or size > MOST_BYTES or len(parts) > MOST_PARTS:
        msg = (
            f"{path.name} holds {size // 2**20} MB in {len(parts)} parts when it is unpacked, and"
            f" at most {MOST_BYTES // 2**20} MB in {MOST_PARTS} parts are read, none of them"
            f" folded more than {MOST_FOLDED} times. Take the tables as csv instead, or take one"
            " study at a time."
        )
        raise IngestError(msg)
