"""What was found, as a table."""

from __future__ import annotations

from evidence_explorer.search.finder import search
from evidence_explorer.search.keeper import keeper
from evidence_explorer.search.ranking import Found
from evidence_explorer.selection import Selection
from evidence_explorer.sharing.sheets import Cell, Sheet, Tables, joined, names
from evidence_explorer.views.search import kind_name
from evidence_explorer.words import Words
from evidence_graph.store import GraphStore


def tables(store: GraphStore, words: Words, selection: Selection) -> Tables:
    """Give what was found as a table.

    Args:
        store: the graph.
        words: the words.
        selection: the view.

    Returns:
        One table: what was found of each kind, the best first.
    """
    shelf = keeper().shelf(store)
    query = selection.query or ""
    results = search(shelf.index, shelf.vocabulary, query, selection.language)
    groups = [one for one in results.groups if selection.found in {"all", one.kind}]
    sheet = Sheet(
        words.say("Search"),
        (
            words.say("Kind"),
            words.say("Name"),
            words.say("In our words"),
            words.say("Effective element"),
            words.say("Domain"),
            words.say("Sources"),
            words.say("Found by"),
            words.say("Key"),
        ),
        tuple(
            (kind_name(group.kind, words), *_row(one, words))
            for group in groups
            for one in group.best
        ),
        sum(group.total - len(group.best) for group in groups),
    )
    return Tables(words.say("Found for “{query}”", query=query), (sheet,))


def _row(one: Found, words: Words) -> tuple[Cell, ...]:
    thing = one.thing
    return (
        words.text(thing.name),
        words.text(thing.said),
        names(thing.elements, words),
        names(thing.domains, words),
        names(thing.sources, words),
        joined(dict.fromkeys(match.word for match in one.matches)),
        thing.id,
    )
