"""A cell of a workbook becomes the text that its maker saw; what is not certain is told.

A spreadsheet program likes to make numbers, dates and formulas of texts. A whole number reads as
its digits, and a date or a yes or no where the ontology asks for one. Anything else that is no
text is a fault, since two people may see two things in it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, Protocol

from evidence_graph.writing.xml import encodable
from evidence_ingest.readers.workbook_file import decoded
from evidence_ingest.workbook_form import NAMED, STUDY
from evidence_ontology.ontology import Words
from evidence_ontology.records import LIST_SEPARATOR
from evidence_ontology.schema import Property

_MOST_DIGITS: Final = 11
"""A cell as wide as needed shows whole numbers of as many digits in full; longer ones not."""
_PLAIN: Final = frozenset({"General", "@", "0"})
_RETYPE: Final = Words(
    "Maak van de cel tekst en typ opnieuw wat er moet staan.",
    "Make the cell text, and type again what must stand there.",
)


class Cell(Protocol):
    """What is read of a cell of openpyxl."""

    value: Any
    data_type: str
    number_format: str
    column_letter: str


def read_cell(cell: Cell, column: str, prop: Property | None) -> tuple[str, Words | None]:
    """Read a cell.

    Args:
        cell: The cell.
        column: The head of its column.
        prop: The property of the column; None for keys and columns that are not known.

    Returns:
        The text, and what is wrong with the cell; None where nothing is.
    """
    value: Any = cell.value
    if value is None:
        return "", None
    if cell.data_type == "s":
        text = decoded(str(value))
        if encodable(text) != text:
            return encodable(text), _SIGNS
        linked = column == STUDY or (prop is not None and prop.kind == "link")
        return (_without_names(text) if linked else text), None
    return _converted(value, cell.data_type, cell.number_format, prop)


def _converted(
    value: Any, data_type: str, number_format: str, prop: Property | None
) -> tuple[str, Words | None]:
    wanted = "" if prop is None else prop.datatype
    if data_type == "b":
        text = "true" if value else "false"
        return text, None if wanted == "boolean" else _YES_NO
    if data_type == "d":
        return _date(value, wanted)
    if data_type == "n" and _shown_in_full(value, number_format):
        return str(int(value)), None
    text = str(getattr(value, "text", value))
    return text, {"f": _FORMULA, "e": _ERROR}.get(data_type, _NUMBER)


def _shown_in_full(value: float, number_format: str) -> bool:
    return number_format in _PLAIN and abs(value) < 10**_MOST_DIGITS and float(value).is_integer()


def _date(value: Any, wanted: str) -> tuple[str, Words | None]:
    midnight = isinstance(value, dt.datetime) and value.time() == dt.time()
    if midnight and wanted == "date":
        return value.date().isoformat(), None
    return str(value), _DATE


def _without_names(text: str) -> str:
    if NAMED not in text:
        return text
    return LIST_SEPARATOR.join(piece.partition(NAMED)[0] for piece in text.split(LIST_SEPARATOR))


def _fault(nl: str, en: str) -> Words:
    return Words(f"{nl} {_RETYPE.nl}", f"{en} {_RETYPE.en}")


_SIGNS: Final = _fault(
    "In deze tekst staan tekens die geen enkel bestand kan bevatten.",
    "This text holds signs that no file can hold.",
)
_FORMULA: Final = _fault(
    "Hier staat een formule; in deze tabellen rekent niets.",
    "Here stands a formula; nothing computes in these tables.",
)
_ERROR: Final = _fault(
    "Hier staat een fout van het rekenblad.", "Here stands an error of the spreadsheet."
)
_DATE: Final = _fault(
    "Het rekenblad heeft hier een datum of tijd van gemaakt, en het is niet zeker hoe die"
    " geschreven was.",
    "The spreadsheet has made a date or a time of this, and it is not certain how it was written.",
)
_YES_NO: Final = _fault(
    "Het rekenblad heeft hier ja of nee van gemaakt, en het is niet zeker wat er stond.",
    "The spreadsheet has made a yes or no of this, and it is not certain what stood here.",
)
_NUMBER: Final = _fault(
    "Het rekenblad heeft hier een getal van gemaakt, en het is niet zeker hoe dat geschreven was.",
    "The spreadsheet has made a number of this, and it is not certain how it was written.",
)
