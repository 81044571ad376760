"""What a reader chose in a view, in words: for whoever gets the file and not the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from evidence_explorer.selection import Selection
from evidence_explorer.views.matrix_filters import titles
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.context import perspectives
from evidence_graph.queries.naming import element_names, publications
from evidence_graph.queries.scheme import domains, layers
from evidence_graph.store import GraphStore

Name = Callable[[str], str]

_BETWEEN: Final = ", "


def choices(store: GraphStore, words: Words, selection: Selection) -> tuple[tuple[str, str], ...]:
    """Say what was chosen: filters, what stands in the middle, what is thought away.

    Args:
        store: the graph, for names.
        words: the words.
        selection: the view.

    Returns:
        What and which, as far as anything was chosen.
    """
    name = _names(store, words, selection)
    filters, called = selection.filters, titles(words)
    chosen = (
        (words.say("Search"), (selection.query or "") if selection.page == "search" else ""),
        (called["layers"], _list(filters.layers, name)),
        (called["domains"], _list(_one(selection.domain) or filters.domains, name)),
        (called["states"], _list(filters.states, words.state)),
        (called["lanes"], _list(filters.lanes, _of("Lane", words))),
        (called["kinds"], _list(filters.kinds, _of("EvidenceKind", words))),
        (called["perspectives"], _list(filters.perspectives, name)),
        (called["sources"], _list(filters.sources, name)),
        (called["since"], str(filters.since or "")),
        (called["until"], str(filters.until or "")),
        (words.say("In the middle"), _list(_one(selection.centre), name)),
        (words.say("Towards"), _list(_one(selection.goal), name)),
        (words.say("Compared"), _list(selection.compared, name)),
        (words.say("Thought away"), _list(selection.without, name)),
    )
    return tuple((what, which) for what, which in chosen if which)


def _names(store: GraphStore, words: Words, selection: Selection) -> Name:
    filters = selection.filters
    pointed = {
        *filters.layers,
        *filters.domains,
        *filters.sources,
        *filters.perspectives,
        *selection.compared,
        *selection.without,
        *(one for one in (selection.domain, selection.centre, selection.goal) if one),
    }
    found: dict[str, Text] = {}
    for kind, ask in _ASK.items():
        wanted = [one for one in pointed if one.startswith(f"{kind}/")]
        if wanted:
            found |= ask(store, wanted)
    # What is not in the graph (any more) is named by its key.
    return lambda one: words.text(found[one]) if one in found else one.partition("/")[2]


def _labels(things: Iterable[Named]) -> dict[str, Text]:
    return {one.id: one.label for one in things}


_ASK: Final[Mapping[str, Callable[[GraphStore, list[str]], dict[str, Text]]]] = {
    "layer": lambda store, _: {one.id: one.label for one in layers(store)},
    "domain": lambda store, _: {one.id: one.label for one in domains(store)},
    "perspective": lambda store, _: {one.id: one.label for one in perspectives(store)},
    "element": lambda store, ids: _labels(element_names(store, ids)),
    "source": lambda store, ids: {
        one.id: Text(one.short_name, one.short_name) for one in publications(store, ids)
    },
}


def _list(values: Iterable[str], name: Name) -> str:
    return _BETWEEN.join(map(name, values))


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _of(list_name: str, words: Words) -> Name:
    return lambda code: words.concept(list_name, code)
