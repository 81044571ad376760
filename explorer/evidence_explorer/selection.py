"""The address of a view: the one module that knows how a choice is written in the address bar.

A :class:`Selection` is everything a reader chose. It becomes query parameters and comes back from
them unchanged, so any view can be sent, bookmarked and gone back to. Whatever else stands in an
address (an old link, a typing error, an attack) falls back to something sensible, and the reader
is told so by a :class:`Note`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args
from urllib.parse import urlencode

PageName = Literal[
    "matrix",
    "network",
    "elements",
    "element",
    "sources",
    "source",
    "recommendations",
    "about",
]
Language = Literal["nl", "en"]
Columns = Literal["known", "all"]

PAGES: Final[tuple[PageName, ...]] = get_args(PageName)
COLUMNS: Final[tuple[Columns, ...]] = get_args(Columns)
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
MOST_STEPS: Final = 3
LONGEST_ID: Final = 200
SHOWN: Final = 60

Reader = Callable[[str], str | int | None]

_NUMBER: Final = re.compile(r"[0-9]{1,9}", re.ASCII)
_LANGUAGE_RANGE: Final = re.compile(r"\s*([A-Za-z]{1,8})(?:-[\w-]*)?\s*(?:;\s*q=([0-9.]{1,5}))?\s*")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader looks at.

    Attributes:
        page: which page.
        language: the language of the words.
        element: id of the element that is open or selected (``element/…``).
        source: id of the source that is open, or of the study that is told about (``source/…``).
        domain: id of the domain that the reader came from (``domain/…``).
        centre: id of the element in the centre of the network; None shows the rings.
        steps: how many steps around the centre, 1 to 3.
        number: page of the findings, from 0.
        row: first row of a list or of the matrix, from 0.
        columns: which domains the matrix shows: those where something is known, or all.
    """

    page: PageName = "matrix"
    language: Language = "nl"
    element: str | None = None
    source: str | None = None
    domain: str | None = None
    centre: str | None = None
    steps: int = 1
    number: int = 0
    row: int = 0
    columns: Columns = "known"


@dataclass(frozen=True, slots=True)
class Note:
    """Something in an address that could not be used: which parameter, and what stood there."""

    parameter: str
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What an address says, and what in it could not be used."""

    selection: Selection
    notes: tuple[Note, ...] = ()


# What a field is called in the address, and the class that its ids begin with.
_IDS: Final = {"element": "element", "source": "source", "domain": "domain", "centre": "element"}
# Counted from 0 inside, from 1 in the address, as people do.
_COUNTED: Final = {"number": "findings", "row": "row"}


def to_query(selection: Selection) -> dict[str, str]:
    """Write a selection as query parameters; what is as usual is left out, the language never.

    Args:
        selection: any selection.

    Returns:
        Names and values in a fixed order.
    """
    query: dict[str, str] = {}
    if selection.page != "matrix":
        query["page"] = selection.page
    for name, prefix in _IDS.items():
        value: str | None = getattr(selection, name)
        if value is not None:
            query[name] = value.removeprefix(f"{prefix}/")
    if selection.steps != 1:
        query["steps"] = str(selection.steps)
    for name, parameter in _COUNTED.items():
        count: int = getattr(selection, name)
        if count:
            query[parameter] = str(count + 1)
    if selection.columns != "known":
        query["columns"] = selection.columns
    query["language"] = selection.language
    return query


def href(selection: Selection) -> str:
    """Write a selection as a link within the app.

    Args:
        selection: any selection.

    Returns:
        ``?page=…``, every value percent-encoded.
    """
    return "?" + urlencode(to_query(selection), errors="replace")


def from_query(query: Mapping[str, str], default_language: Language = "nl") -> Reading:
    """Read query parameters.

    Args:
        query: names and values as they stand in the address; names that we do not use are left
            alone, since mail programs and others add their own.
        default_language: the language where the address names none.

    Returns:
        A selection that is always valid, with a note for each value that could not be used.
    """
    found: dict[str, Any] = {"language": default_language}
    notes: list[Note] = []
    for parameter, (name, read) in _READERS.items():
        if parameter in query:
            value = read(query[parameter])
            if value is None:
                notes.append(Note(parameter, query[parameter][:SHOWN]))
            else:
                found[name] = value
    return Reading(Selection(**found), tuple(notes))


def preferred_language(accept_language: str | None) -> Language:
    """Choose the language by what the browser asks for.

    Args:
        accept_language: the header ``Accept-Language``, or None.

    Returns:
        The one of our languages that the browser wants most; Dutch where it wants neither.
    """
    best: tuple[float, Language] = (0.0, "nl")
    for part in (accept_language or "")[:500].split(","):
        match = _LANGUAGE_RANGE.fullmatch(part)
        if match is None:
            continue
        weight = _weight(match.group(2))
        for language in LANGUAGES:
            if match.group(1).lower() == language and weight > best[0]:
                best = (weight, language)
    return best[1]


def _weight(text: str | None) -> float:
    if text is None:
        return 1.0
    try:
        return float(text)
    except ValueError:
        return 0.0


def _one_of(known: Sequence[str]) -> Reader:
    return lambda value: value if value in known else None


def _id_of(prefix: str) -> Reader:
    def read(value: str) -> str | None:
        usable = 0 < len(value) <= LONGEST_ID and value.isprintable() and value == value.strip()
        return f"{prefix}/{value}" if usable else None

    return read


def _count(most: int, counted_from: int) -> Reader:
    def read(value: str) -> int | None:
        if not _NUMBER.fullmatch(value) or not 1 <= int(value) <= most:
            return None
        return int(value) - counted_from

    return read


# Parameter → the field that it fills, and what reads it (None where it cannot be used).
_READERS: Final[dict[str, tuple[str, Reader]]] = {
    "page": ("page", _one_of(PAGES)),
    "language": ("language", _one_of(LANGUAGES)),
    **{name: (name, _id_of(prefix)) for name, prefix in _IDS.items()},
    "columns": ("columns", _one_of(COLUMNS)),
    "steps": ("steps", _count(MOST_STEPS, 0)),
    **{parameter: (name, _count(10**9, 1)) for name, parameter in _COUNTED.items()},
}
