"""What the network asks of the graph, in each of its modes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from evidence_explorer.selection import Mode, Selection
from evidence_explorer.views.choosing import Looked, looked_for
from evidence_graph import queries
from evidence_graph.queries.answers import (
    Domain,
    ElementPage,
    Layer,
    Named,
    Network,
    NetworkNode,
    Page,
    SourcePage,
)
from evidence_graph.queries.paths import Paths
from evidence_graph.queries.searching import Kind
from evidence_graph.queries.weighty import weighty_elements, weighty_sources
from evidence_graph.store import GraphStore
from evidence_ontology.identifiers import UNSPECIFIED

FIRST_LOOK: Final = 24
"""How many elements the rings show: as many as can be read from the back of a room."""
AROUND: Final = 40
"""How many elements stand around a centre at most, those that are unfolded apart."""

Problem = Literal[
    "",
    "choose-centre",
    "choose-path",
    "centre-gone",
    "goal-gone",
    "same",
    "no-path",
    "search-ended",
    "source-gone",
    "domain-gone",
    "empty-domain",
    "empty-source",
]
"""Why the picture is another one than the address asks for, or has little in it."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the graph says for this view.

    Attributes:
        network: what is drawn.
        problem: what is to be said about it; empty where it is what was asked for.
        element: the selected element, if it is in the graph.
        found: one page of its findings.
        domains: all domains.
        source: the source in the middle, if there is one.
        paths: the paths, where these are asked for.
        names: the elements, or the sources, that stand in the list to choose from.
        looked: what was typed to find another one, and what was found.
    """

    network: Network
    problem: Problem = ""
    element: ElementPage | None = None
    found: Page | None = None
    domains: tuple[Domain, ...] = ()
    source: SourcePage | None = None
    paths: Paths | None = None
    names: tuple[Named, ...] = ()
    looked: Looked | None = None

    @property
    def domain(self) -> Domain | None:
        """The domain in the middle, if there is one."""
        return next((one for one in self.domains if one.id == self.network.centre), None)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The network of a mode, what is to be said about it, and what comes with it."""

    network: Network
    problem: Problem = ""
    source: SourcePage | None = None
    paths: Paths | None = None


def ask(store: GraphStore, selection: Selection) -> Answers:
    """Ask for the network and for the element that is selected in it.

    Args:
        store: the graph.
        selection: the present view.

    Returns:
        The answers; the rings where what is asked for is not in the graph (any more).
    """
    chosen = selection.element
    element = queries.element_page(store, chosen) if chosen else None
    shown = _MODES[selection.mode](store, selection)
    return Answers(
        network=shown.network,
        problem=shown.problem,
        element=element,
        found=queries.findings_about(store, element.id, selection.number) if element else None,
        domains=queries.domains(store),
        source=shown.source,
        paths=shown.paths,
        names=_names(store, selection.mode),
        looked=_looked(store, selection),
    )


def _names(store: GraphStore, mode: Mode) -> tuple[Named, ...]:
    if mode in {"around", "path"}:
        return weighty_elements(store)
    return weighty_sources(store) if mode == "sources" else ()


def _looked(store: GraphStore, selection: Selection) -> Looked | None:
    kind: Kind = "source" if selection.mode == "sources" else "element"
    choosing = selection.mode in {"around", "path", "sources"}
    return looked_for(store, kind, selection) if choosing else None


def _rings(store: GraphStore, selection: Selection, problem: Problem = "") -> _Shown:
    return _Shown(queries.network(store, FIRST_LOOK, selection.opened), problem)


def _around(store: GraphStore, selection: Selection) -> _Shown:
    if not selection.centre:
        return _rings(store, selection, "choose-centre")
    found = queries.neighbourhood(
        store, selection.centre, selection.steps, AROUND, selection.opened
    )
    return _Shown(found) if found.nodes else _rings(store, selection, "centre-gone")


def _sources(store: GraphStore, selection: Selection) -> _Shown:
    if not selection.source:
        return _Shown(queries.sources_network(store, selection.opened))
    found = queries.source_neighbourhood(store, selection.source, selection.opened)
    if not found.nodes:
        return _Shown(queries.sources_network(store, selection.opened), "source-gone")
    page = queries.source_page(store, selection.source)
    return _Shown(found, "" if len(found.nodes) > 1 else "empty-source", page)


def _path(store: GraphStore, selection: Selection) -> _Shown:
    start, goal = selection.centre, selection.goal
    if not start or not goal:
        return _rings(store, selection, "choose-path")
    found = queries.paths(store, start, goal)
    there = {node.id for node in found.network.nodes}
    if not {start, goal} <= there:
        return _rings(store, selection, "goal-gone" if start in there else "centre-gone")
    return _Shown(found.network, _path_problem(found, start, goal), paths=found)


def _path_problem(found: Paths, start: str, goal: str) -> Problem:
    if start == goal:
        return "same"
    if found.paths:
        return ""
    return "no-path" if found.complete else "search-ended"


def _domain(store: GraphStore, selection: Selection) -> _Shown:
    wanted = selection.domain or _fullest(queries.domains(store))
    if wanted is None:
        return _rings(store, selection, "domain-gone")
    found = queries.domain_network(store, wanted, selection.opened)
    if not found.nodes:
        return _rings(store, selection, "domain-gone")
    empty = not any(node.kind == "element" for node in found.nodes)
    return _Shown(found, "empty-domain" if empty else "")


def _fullest(domains: tuple[Domain, ...]) -> str | None:
    # Where none is chosen: a domain that sources name, and of which most is known.
    named = [one for one in domains if one.id != UNSPECIFIED]
    return max(named, key=lambda one: one.cell_count).id if named else None


_MODES: Final[dict[Mode, Callable[[GraphStore, Selection], _Shown]]] = {
    "rings": _rings,
    "around": _around,
    "sources": _sources,
    "path": _path,
    "domain": _domain,
}


def by_layer(network: Network) -> list[tuple[Layer | None, list[NetworkNode]]]:
    """Group the elements by layer, in the order of the layers.

    Args:
        network: the network.

    Returns:
        Layers that hold elements, with those; elements of an unknown layer come last.
    """
    elements = [node for node in network.nodes if node.kind == "element"]
    known = {layer.id for layer in network.layers}
    groups: list[tuple[Layer | None, list[NetworkNode]]] = []
    for layer in sorted(network.layers, key=lambda one: one.order):
        nodes = [node for node in elements if node.layer == layer.id]
        if nodes:
            groups.append((layer, nodes))
    rest = [node for node in elements if node.layer not in known]
    if rest:
        groups.append((None, rest))
    return groups
