"""Which pages can be taken along, and as what: one line a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.selection import PageName, Selection
from evidence_explorer.sharing import (
    compare,
    gaps,
    matrix,
    network,
    readings,
    search,
    tables,
    things,
)
from evidence_explorer.sharing.grid_svg import grid_picture, in_parts
from evidence_explorer.sharing.handout import Paper
from evidence_explorer.sharing.sheets import Tables
from evidence_explorer.sharing.svg import Picture, inline
from evidence_explorer.views import network as network_view
from evidence_explorer.views.network_answers import ask
from evidence_explorer.words import Words
from evidence_graph.store import GraphStore
from evidence_graph.writing.graphml import Drawing


@dataclass(frozen=True, slots=True)
class Drawn:
    """A view as a picture, with its title."""

    title: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Linked:
    """A view as a network for other programs, with its title."""

    title: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Sharing:
    """How a page is taken along: as tables always, as a picture or a network where it is one.

    ``paper`` makes of it what stands on a hand-out, where that is more than its tables.
    """

    tables: Callable[[GraphStore, Words, Selection], Tables]
    picture: Callable[[GraphStore, Words, Selection], Drawn] | None = None
    drawing: Callable[[GraphStore, Words, Selection], Linked] | None = None
    paper: Callable[[GraphStore, Words, Selection], Paper] | None = None

    def on_paper(self, store: GraphStore, words: Words, selection: Selection) -> Paper:
        """Make what stands on a hand-out.

        Args:
            store: the graph.
            words: the words.
            selection: the view.

        Returns:
            The hand-out; the tables alone where the page has no more.
        """
        if self.paper:
            return self.paper(store, words, selection)
        return Paper(self.tables(store, words, selection))


def _matrix(store: GraphStore, words: Words, selection: Selection) -> Drawn:
    title = words.say("What is known to work, where, and how surely")
    return Drawn(title, grid_picture(matrix.grid(store, words, selection), words))


def _network(store: GraphStore, words: Words, selection: Selection) -> Drawn:
    answers = ask(store, selection)
    title = network_view.title(answers, words)
    return Drawn(title, network.picture(answers, words, selection))


def _matrix_paper(store: GraphStore, words: Words, selection: Selection) -> Paper:
    found = matrix.tables(store, words, selection)
    parts = in_parts(matrix.grid(store, words, selection))
    pictures = tuple(inline(grid_picture(part, words), found.title) for part in parts)
    # The table that is as wide as the matrix says the same as the pictures.
    return Paper(replace(found, sheets=found.sheets[1:]), pictures)


def _network_paper(store: GraphStore, words: Words, selection: Selection) -> Paper:
    answers = ask(store, selection)
    read = network.readings(store, answers)
    wrap = readings.linking(readings.places(read))
    found = network.tables_of(store, answers, [one.found for one in read], words)
    picture = inline(network.picture(answers, words, selection, wrap), found.title)
    return Paper(found, (picture,), readings.readings(read, answers.domains, words))


def _linked(store: GraphStore, words: Words, selection: Selection) -> Linked:
    answers = ask(store, selection)
    return Linked(network_view.title(answers, words), network.drawing(answers, words, selection))


PAGES: Final[Mapping[PageName, Sharing]] = {
    "matrix": Sharing(matrix.tables, _matrix, paper=_matrix_paper),
    "network": Sharing(network.tables, _network, _linked, _network_paper),
    "elements": Sharing(lambda store, words, _: tables.elements(store, words)),
    "element": Sharing(things.element),
    "sources": Sharing(lambda store, words, _: tables.sources(store, words)),
    "source": Sharing(things.source),
    "recommendations": Sharing(tables.recommendations),
    "gaps": Sharing(gaps.tables),
    "compare": Sharing(compare.tables),
    "search": Sharing(search.tables),
}
"""The pages that can be taken along; the others hold no data of their own."""
