"""The lists: all effective elements, all sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_explorer.markup import Child, Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import paging, parts
from evidence_explorer.views.sheets import View, heading
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import ElementRow, Layer, SourceRow
from evidence_graph.store import GraphStore

SIZE = 50


@dataclass(frozen=True, slots=True)
class _Listing:
    title: str
    count: str
    lead: str
    heads: Sequence[str]
    body: Sequence[Child]
    total: int


def show_elements(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for the elements and build their list.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    rows, total = queries.elements(store, selection.row, SIZE)
    return elements(rows, total, queries.layers(store), words, selection)


def show_sources(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for the sources and build their list.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    rows, total = queries.sources(store, selection.row, SIZE)
    return sources(rows, total, words, selection)


def elements(
    rows: Sequence[ElementRow],
    total: int,
    ordering: Sequence[Layer],
    words: Words,
    selection: Selection,
) -> View:
    """Build the list of elements.

    Args:
        rows: those on this page.
        total: how many there are in all.
        ordering: the layers, for their names.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    names = {layer.id: words.text(layer.label) for layer in ordering}
    body = [
        tag(
            "tr",
            tag(
                "th",
                parts.link(words.text(row.label) or row.id, parts.opened(selection, row.id)),
                scope="row",
            ),
            tag("td", ", ".join(names.get(layer, layer) for layer in row.layers)),
            _number(row.source_count, words.say("Sources"), words),
            _number(row.finding_count, words.say("Findings"), words),
            _number(row.exception_count, words.say("Exceptions"), words),
        )
        for row in rows
    ]
    heads = [
        words.say("Effective element"),
        words.say("Layer"),
        words.say("Sources"),
        words.say("Findings"),
        words.say("Exceptions"),
    ]
    listing = _Listing(
        title=words.say("Effective elements"),
        count=words.count("{number} element", "{number} elements", total),
        lead=words.say("In the order of the layers, from the client outwards."),
        heads=heads,
        body=body,
        total=total,
    )
    return _page(listing, words, selection)


def sources(rows: Sequence[SourceRow], total: int, words: Words, selection: Selection) -> View:
    """Build the list of sources.

    Args:
        rows: those on this page.
        total: how many there are in all.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    body = [
        tag(
            "tr",
            tag(
                "th",
                parts.link(row.short_name or row.id, parts.opened(selection, row.id)),
                scope="row",
            ),
            tag(
                "td",
                tag("cite", row.title)
                if row.title
                else tag("em", words.say("title not known"), class_="none"),
            ),
            tag("td", str(row.year) if row.year is not None else "–", class_="number"),
            _number(row.finding_count, words.say("Findings"), words),
            _number(row.element_count, words.say("Elements"), words),
            _number(row.sole_count, words.say("Alone"), words),
        )
        for row in rows
    ]
    heads = [
        words.say("Source"),
        words.say("Title"),
        words.say("Year"),
        words.say("Findings"),
        words.say("Elements"),
        words.say("Alone"),
    ]
    listing = _Listing(
        title=words.say("Sources"),
        count=words.count("{number} source", "{number} sources", total),
        lead=words.say(
            "Every publication that is cited, each once, however it was spelled. "
            "“Alone” counts the elements that rest on this source alone."
        ),
        heads=heads,
        body=body,
        total=total,
    )
    return _page(listing, words, selection)


def _number(number: int, label: str, words: Words) -> Markup:
    return tag(
        "td",
        tag("span", label, class_="column only-narrow"),
        words.number(number),
        class_="number zero" if not number else "number",
    )


def _page(listing: _Listing, words: Words, selection: Selection) -> View:
    table = tag(
        "table",
        tag("caption", listing.title, class_="hidden"),
        tag(
            "thead",
            tag(
                "tr",
                *(
                    tag("th", label, scope="col", class_="number" if place > 1 else None)
                    for place, label in enumerate(listing.heads)
                ),
            ),
        ),
        tag("tbody", *listing.body),
        class_="plain stack list",
    )
    nothing = tag("p", words.say("There is nothing here yet.")) if not listing.total else None
    return View(
        listing.title,
        tag(
            "div",
            heading(listing.title, listing.count),
            tag("p", listing.lead, class_="lead"),
            table if listing.body else nothing,
            paging.rows_pager(selection, len(listing.body), listing.total, SIZE, words),
            class_="sheet",
        ),
    )
