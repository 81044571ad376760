"""One bibliographic record, whatever file it came from; its model is CSL-JSON.

A record is kept in one form: :func:`tidy` makes it, every reader ends with it and every writer
begins with it, so that reading what was written gives the same record.

Source: Citation Style Language 1.0.2, appendices III (types) and IV (variables).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from evidence_literature.dates import Date
from evidence_literature.names import Name, tidy_name
from evidence_literature.numbers import doi, pages

UNKNOWN_TYPE = "document"
"""The type of a record that does not say what it is."""

_LONG = ("abstract", "note")
_SHORT = (
    "type",
    "id",
    "title",
    "container",
    "series",
    "publisher",
    "place",
    "edition",
    "volume",
    "issue",
    "number",
    "genre",
    "isbn",
    "issn",
    "language",
)


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one publication.

    ``type`` is a type of CSL, such as ``report``. ``container`` is the journal, book or site that
    holds it, ``genre`` what kind of report or thesis it is. ``extra`` keeps what no field holds, as
    pairs: the format and its own name of the field (``ris:C1``), and the value as that format
    writes it.
    """

    type: str = UNKNOWN_TYPE
    id: str = ""
    title: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    issued: Date | None = None
    container: str = ""
    series: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    number: str = ""
    genre: str = ""
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    url: str = ""
    accessed: Date | None = None
    language: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    note: str = ""
    extra: tuple[tuple[str, str], ...] = ()


def line(text: str) -> str:
    """Put a text on one line.

    Args:
        text: Any text.

    Returns:
        The text with single spaces, composed letters and no signs that control a machine.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = "".join(
            sign for sign in text if sign.isspace() or unicodedata.category(sign) != "Cc"
        )
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    """Put a long text in its one form: one paragraph, one line.

    Args:
        text: Any text.

    Returns:
        Its lines, each as :func:`line` has it, without empty ones.
    """
    pieces = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(piece for piece in map(line, pieces) if piece)


def tidy(record: Record) -> Record:
    """Put a record in the one form in which records are kept.

    Args:
        record: A record as a file or a person gave it.

    Returns:
        The same record: spaces and line ends, names, DOI and pages in one form, nothing lost.
        Doing it again changes nothing.
    """
    short: dict[str, Any] = {key: line(getattr(record, key)) for key in _SHORT}
    long: dict[str, Any] = {key: paragraphs(getattr(record, key)) for key in _LONG}
    return replace(
        record,
        **short,
        **long,
        authors=_tidy_names(record.authors),
        editors=_tidy_names(record.editors),
        pages=pages(line(record.pages)),
        doi=doi(line(record.doi)),
        url=_address(record.url),
        keywords=tuple(dict.fromkeys(word for word in map(line, record.keywords) if word)),
    )


def _address(text: str) -> str:
    # A line end was put in by a tool; a space inside belongs to the address.
    return "%20".join("".join(re.split(r"\s*[\r\n]\s*", text.strip())).split())


def _tidy_names(names: tuple[Name, ...]) -> tuple[Name, ...]:
    lined = (
        Name(
            family=line(name.family),
            given=line(name.given),
            particle=line(name.particle),
            suffix=line(name.suffix),
            literal=line(name.literal),
        )
        for name in names
    )
    return tuple(name for name in map(tidy_name, lined) if name != Name())
