"""A field that finds any element or source to choose, where a list can hold only some of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.search.finder import search
from evidence_explorer.search.keeper import keeper
from evidence_explorer.selection import NAMES, Selection
from evidence_explorer.views import forms, parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Named
from evidence_graph.queries.searching import Kind
from evidence_graph.store import GraphStore

MOST_FOUND: Final = 12
"""How many are offered; who does not see the one that is meant types another word."""

Way = tuple[str, Callable[[str], Selection]]
"""What choosing a thing does (nothing said where there is only one such way), and where it leads
by the id of the thing."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was typed, and what was found, the best first."""

    query: str
    found: tuple[Named, ...]


def looked_for(store: GraphStore, kind: Kind, selection: Selection) -> Looked | None:
    """Search what can be chosen.

    Args:
        store: the graph.
        kind: what is chosen.
        selection: the present view, with what was typed.

    Returns:
        What was found; None where nothing was typed.
    """
    if not selection.query:
        return None
    shelf = keeper().shelf(store)
    results = search(shelf.index, shelf.vocabulary, selection.query, selection.language)
    best = next((group.best for group in results.groups if group.kind == kind), ())
    found = (Named(one.thing.id, one.thing.name) for one in best[:MOST_FOUND])
    return Looked(selection.query, tuple(found))


def finder(
    label: str, looked: Looked | None, ways: Sequence[Way], words: Words, selection: Selection
) -> Markup:
    """Build the field, and below it what was found.

    Args:
        label: what is looked for.
        looked: what was typed and found, if anything was.
        ways: what can be done with a thing.
        words: the words.
        selection: the present view, without what was typed.

    Returns:
        The field.
    """
    typed = looked.query if looked else ""
    form = forms.form(
        "finder",
        replace(selection, query=None),
        tag(
            "label",
            tag("span", label),
            tag(
                "input",
                type="search",
                name=NAMES["query"],
                value=typed,
                maxlength=200,
                enterkeyhint="search",
            ),
            class_="field",
        ),
        button=words.say("Search"),
        label=label,
    )
    return tag("div", form, _found(looked, ways, words) if looked else None, class_="finder")


def _found(looked: Looked, ways: Sequence[Way], words: Words) -> Markup:
    if not looked.found:
        said = words.say("Nothing found for “{query}”", query=looked.query)
        return tag("p", said, id="chosen", tabindex=-1, role="status")
    said = words.say("Found for “{query}”", query=looked.query)
    return join(
        tag("p", said, id="chosen", tabindex=-1, role="status"),
        parts.bullets((_thing(one, ways, words) for one in looked.found), class_="found-few"),
    )


def _thing(one: Named, ways: Sequence[Way], words: Words) -> Markup:
    name = words.text(one.label) or one.id
    if len(ways) == 1:
        return parts.link(name, ways[0][1](one.id))
    links = (parts.link(said, way(one.id), aria_label=f"{said}: {name}") for said, way in ways)
    return join(f"{name}: ", parts.listed(links))


def capped(listed: int, most: int, words: Words) -> Markup | None:
    """Say that a list holds only some of what can be chosen.

    Args:
        listed: how many stand in it.
        most: how many it holds at the most.
        words: the words.

    Returns:
        A sentence; None where the list is not full.
    """
    if listed < most:
        return None
    said = words.say(
        "The list holds {number} of them; the search finds any.", number=words.number(listed)
    )
    return tag("p", said, class_="small")
