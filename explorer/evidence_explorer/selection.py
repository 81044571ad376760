"""The address of a view: the one module that knows how a choice is written in the address bar.

A :class:`Selection` is everything a reader chose. It becomes query parameters and comes back from
them unchanged, so any view can be sent, bookmarked and gone back to. Whatever else stands in an
address (an old link, a typing error, an attack) falls back to something sensible, and the reader
is told so by a :class:`Note`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args
from urllib.parse import urlencode

from evidence_explorer import parameters as p
from evidence_graph.queries.filtering import Filters, Order

PageName = Literal[
    "start",
    "search",
    "matrix",
    "gaps",
    "compare",
    "network",
    "elements",
    "element",
    "sources",
    "source",
    "recommendations",
    "about",
    "accessibility",
]
Language = Literal["nl", "en"]
Columns = Literal["known", "all"]
Cells = Literal["words", "signs"]
Mode = Literal["rings", "around", "sources", "path", "domain"]
Found = Literal["all", "element", "finding", "source", "domain", "recommendation", "gap", "voice"]

PAGES: Final[tuple[PageName, ...]] = get_args(PageName)
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
MOST_STEPS: Final = 3
MOST_COMPARED: Final = 4
SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader looks at.

    Attributes:
        page: which page.
        language: the language of the words.
        element: id of the element that is open or selected (``element/…``).
        source: id of the source that is open, or of the study that is told about (``source/…``).
        domain: id of the domain (``domain/…``) that the network shows, or whose findings alone
            stand on the page of an element.
        mode: what the network shows.
        centre: id of the element in the centre of the network, or at the start of a path.
        goal: id of the element at the end of a path.
        steps: how many steps around the centre, 1 to 3.
        opened: ids of the elements of the network that are unfolded.
        faint: marks of the legend that are faded, such as ``state/N0`` or ``kind/conflictsWith``.
        number: page of the findings, from 0.
        row: first row of a list or of the matrix, from 0.
        columns: which domains the matrix shows: those where something is known, or all.
        cells: whether a box of the matrix has words, or the sign and the count alone.
        folded: ids of the domains whose narrower ones the matrix does not show.
        sort: in which order rows stand.
        filters: what the reader wants to see only.
        query: what was typed in the search box.
        found: which kind of search result is shown.
        compared: ids of the elements, or of the domains, that stand side by side.
        without: ids of the sources that are thought away.
        embed: whether the view stands in a page of somebody else.
    """

    page: PageName = "start"
    language: Language = "nl"
    element: str | None = None
    source: str | None = None
    domain: str | None = None
    mode: Mode = "rings"
    centre: str | None = None
    goal: str | None = None
    steps: int = 1
    opened: tuple[str, ...] = ()
    faint: tuple[str, ...] = ()
    number: int = 0
    row: int = 0
    columns: Columns = "known"
    cells: Cells = "signs"
    folded: tuple[str, ...] = ()
    sort: Order = "layer"
    filters: Filters = field(default_factory=Filters)
    query: str | None = None
    found: Found = "all"
    compared: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    embed: bool = False


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


@dataclass(frozen=True, slots=True)
class _Parameter:
    """One field of a selection as it stands in the address."""

    name: str
    read: p.Read
    write: p.Write = str


def _id(prefix: str) -> _Parameter:
    return _Parameter(prefix, p.id_of(prefix), p.write_id)


def _ids(name: str, prefix: str) -> _Parameter:
    return _Parameter(name, p.several(p.id_of(prefix)), p.write_several(p.write_id))


def _many(name: str, read: p.Read, most: int = p.MOST_VALUES) -> _Parameter:
    return _Parameter(name, p.several(read, most), p.write_several(str))


# Field of the selection → how it stands in the address, in the order of the address. What is as
# usual is not written.
_PARAMETERS: Final[dict[str, _Parameter]] = {
    "page": _Parameter("page", p.one_of(PAGES)),
    "query": _Parameter("q", p.typed),
    "found": _Parameter("kind", p.one_of(get_args(Found))),
    "element": _id("element"),
    "source": _id("source"),
    "domain": _id("domain"),
    "mode": _Parameter("mode", p.one_of(get_args(Mode))),
    "centre": _Parameter("centre", p.id_of("element"), p.write_id),
    "goal": _Parameter("goal", p.id_of("element"), p.write_id),
    "steps": _Parameter("steps", p.counted(1, MOST_STEPS)),
    "opened": _ids("opened", "element"),
    "faint": _many("faint", p.mark),
    "number": _Parameter("findings", p.counted(1, 10**9, from_one=True), p.write_from_one),
    "row": _Parameter("row", p.counted(1, 10**9, from_one=True), p.write_from_one),
    "columns": _Parameter("columns", p.one_of(get_args(Columns))),
    "cells": _Parameter("cells", p.one_of(get_args(Cells))),
    "folded": _ids("folded", "domain"),
    "sort": _Parameter("sort", p.one_of(get_args(Order))),
    "compared": _many("compared", p.full_id("element", "domain"), MOST_COMPARED),
    "without": _ids("without", "source"),
    # Streamlit keeps "embed" to itself: the script never sees it.
    "embed": _Parameter("framed", p.yes, lambda _: "yes"),
}
_FILTERS: Final[dict[str, _Parameter]] = {
    "layers": _ids("layers", "layer"),
    "domains": _ids("domains", "domain"),
    "states": _many("states", p.code_of("State")),
    "sources": _ids("sources", "source"),
    "kinds": _many("kinds", p.code_of("EvidenceKind")),
    "lanes": _many("lanes", p.code_of("Lane")),
    "perspectives": _ids("perspectives", "perspective"),
    "since": _Parameter("since", p.counted(1000, 2999)),
    "until": _Parameter("until", p.counted(1000, 2999)),
}
NAMES: Final = {field: one.name for field, one in {**_PARAMETERS, **_FILTERS}.items()}
"""Field of a selection or of its filters → its parameter in the address, for forms."""

_USUAL: Final = Selection()
_EVERYTHING: Final = Filters()
# Until version 0.2 the matrix was the first page: its links named no page.
_OF_THE_MATRIX: Final = ("row", "columns")


def to_query(selection: Selection) -> dict[str, str]:
    """Write a selection as query parameters; what is as usual is left out, the language never.

    Args:
        selection: any selection.

    Returns:
        Names and values in a fixed order.
    """
    query = _written(selection, _PARAMETERS, _USUAL) | _written(
        selection.filters, _FILTERS, _EVERYTHING
    )
    query.pop("mode", None)
    if selection.mode != _implied_mode(selection.centre):
        query["mode"] = selection.mode
    if selection.page == "start" and any(name in query for name in _OF_THE_MATRIX):
        query = {"page": "start", **query}
    query["language"] = selection.language
    return query


def _written(
    chosen: Selection | Filters, written: Mapping[str, _Parameter], usual: Selection | Filters
) -> dict[str, str]:
    return {
        one.name: one.write(getattr(chosen, name))
        for name, one in written.items()
        if getattr(chosen, name) != getattr(usual, name)
    }


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
    notes: list[Note] = []
    language = _Parameter("language", p.one_of(LANGUAGES))
    found = _read(query, {**_PARAMETERS, "language": language}, notes)
    found = {"language": default_language, **found}
    found["filters"] = Filters(**_read(query, _FILTERS, notes))
    if "mode" not in found:
        found["mode"] = _implied_mode(found.get("centre"))
    if "page" not in query and any(name in found for name in _OF_THE_MATRIX):
        found["page"] = "matrix"
    return Reading(Selection(**found), tuple(notes))


def _read(
    query: Mapping[str, str], known: Mapping[str, _Parameter], notes: list[Note]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, one in known.items():
        if one.name in query:
            value = one.read(query[one.name])
            if value is None:
                notes.append(Note(one.name, query[one.name][:SHOWN]))
            else:
                found[name] = value
    return found


def _implied_mode(centre: str | None) -> Mode:
    # A link with a centre alone is older than the modes.
    return "around" if centre else "rings"
