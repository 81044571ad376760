"""Which elements relate to each other, in all and around one of them?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Network, NetworkEdge, NetworkNode
from evidence_graph.queries.scheme import layers
from evidence_graph.queries.texts import text
from evidence_graph.queries.ties import ties
from evidence_graph.store import GraphStore

MOST_STEPS = 3
MOST_ELEMENTS = 60
"""How many are shown at most; the graph keeps the ties among the first so many together."""


def network(store: GraphStore, limit: int = MOST_ELEMENTS, opened: Sequence[str] = ()) -> Network:
    """Give the elements with the most sources and the relations between them.

    Args:
        store: the graph.
        limit: how many elements, at most :data:`MOST_ELEMENTS`.
        opened: elements that are unfolded: what is tied to those is shown as well.

    Returns:
        The network.
    """
    limit = min(limit, MOST_ELEMENTS)
    found = [row["element"] for row in store.read(text("network_nodes"), limit=limit)]
    total = store.read(text("element_count"))[0]["total"]
    nodes = [element_node(element) for element in found]
    more = unfolded(store, found, opened)
    return Network(
        layers=layers(store),
        nodes=(*nodes, *(node for _, node in more)),
        edges=edges_among([*found, *(element for element, _ in more)]),
        left_out=total - len(found) - len(more),
    )


def neighbourhood(
    store: GraphStore,
    element_id: str,
    steps: int = 1,
    limit: int = MOST_ELEMENTS,
    opened: Sequence[str] = (),
) -> Network:
    """Give what lies within some steps of an element, along relations and broader terms.

    Where not everything fits, what is nearer comes first, and then what has more sources.

    Args:
        store: the graph.
        element_id: the centre.
        steps: how far, 1 to 3.
        limit: how many elements, the centre included, those that are unfolded apart.
        opened: elements that are unfolded.

    Returns:
        The network; without nodes where there is no such element. ``left_out`` counts the elements
        that were met and did not fit; what lies beyond those is not looked at.
    """
    steps = min(max(steps, 1), MOST_STEPS)
    nodes: list[NetworkNode] = []
    elements: list[dict[str, Any]] = []
    met, ring = {element_id}, [element_id]
    for distance in range(steps + 1):
        room = limit - len(nodes)
        if not ring or room <= 0:
            break
        found = elements_named(store, ring, room)
        elements += found
        nodes += [replace(element_node(element), distance=distance) for element in found]
        beyond = {tie.other for element in found for tie in ties(element, "ties")}
        ring = sorted(beyond - met) if distance < steps else []
        met |= set(ring)
    more = unfolded(store, elements, opened)
    shown = {node.id for node in nodes} | {node.id for _, node in more}
    return Network(
        layers=layers(store),
        nodes=(*nodes, *(node for _, node in more)),
        edges=edges_among([*elements, *(element for element, _ in more)]),
        centre=element_id if nodes else None,
        left_out=len(met - shown) if nodes else 0,
        kind="around",
    )


def unfolded(
    store: GraphStore, shown: Sequence[dict[str, Any]], opened: Sequence[str]
) -> list[tuple[dict[str, Any], NetworkNode]]:
    """Find what unfolding elements adds, as far as there is room.

    Args:
        store: the graph.
        shown: the elements that are shown without it, with their ties.
        opened: which are unfolded, in the order in which that was done; one that is shown by an
            earlier one may be unfolded as well.

    Returns:
        The elements and their nodes, in the order in which they came; never more than make
        :data:`MOST_ELEMENTS` in all.
    """
    by_id = {element["id"]: element for element in shown}
    more: list[tuple[dict[str, Any], NetworkNode]] = []
    for parent in opened:
        room = MOST_ELEMENTS - len(by_id)
        if parent not in by_id or room <= 0:
            continue
        others = {tie.other for tie in ties(by_id[parent], "ties")} - by_id.keys()
        for element in elements_named(store, sorted(others), room):
            by_id[element["id"]] = element
            more.append((element, replace(element_node(element), unfolded_by=parent)))
    return more


def elements_named(store: GraphStore, ids: Sequence[str], limit: int) -> list[dict[str, Any]]:
    """Read elements with their ties.

    Args:
        store: the graph.
        ids: which.
        limit: how many at most, those with the most sources first.

    Returns:
        Their properties.
    """
    if not ids:
        return []
    return [row["element"] for row in store.read(text("neighbours"), ids=list(ids), limit=limit)]


def element_node(element: dict[str, Any]) -> NetworkNode:
    """Make the node of an element.

    Args:
        element: its properties.

    Returns:
        The node.
    """
    return NetworkNode(
        id=element["id"],
        label=rows.text(element, "label"),
        layer=element.get("layerId") or "",
        finding_count=rows.number(element, "findingCount"),
        source_count=rows.number(element, "sourceCount"),
        exception_count=rows.number(element, "exceptionCount"),
        reported_count=rows.number(element, "reportedCount"),
        states=tuple(_states(element.get("states") or ())),
        tie_count=len({tie.other for tie in ties(element, "ties")}),
    )


def edges_among(elements: Sequence[dict[str, Any]]) -> tuple[NetworkEdge, ...]:
    """Read the relations among elements from their ties.

    Args:
        elements: their properties.

    Returns:
        The edges, sorted. A tie stands at both its ends, unless it was cut from the list of a hub;
        those among the elements with the most sources stand in a list of their own.
    """
    within = {element["id"] for element in elements}
    edges = {
        NetworkEdge(tie.other, element["id"], kind, count)
        if not tie.away
        else NetworkEdge(element["id"], tie.other, kind, count)
        for element in elements
        for key in ("topTies", "ties")
        for tie in ties(element, key)
        if tie.other in within
        for kind, count in tie.kinds
    }
    return tuple(sorted(edges, key=lambda edge: (edge.start, edge.end, edge.kind)))


def _states(counted: Iterable[str]) -> Iterable[tuple[str, int]]:
    for one in counted:
        code, _, count = one.partition(":")
        yield code, int(count)
