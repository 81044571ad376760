"""Which elements relate to each other, in all and around one of them?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Network, NetworkEdge, NetworkNode
from evidence_graph.queries.scheme import layers
from evidence_graph.queries.texts import text
from evidence_graph.queries.ties import ties
from evidence_graph.store import GraphStore

MOST_STEPS = 3
MOST_ELEMENTS = 60
"""How many elements the network of all shows; the graph keeps the ties among these together."""


def network(store: GraphStore, limit: int = MOST_ELEMENTS) -> Network:
    """Give the elements with the most sources and the relations between them.

    Args:
        store: the graph.
        limit: how many elements, at most :data:`MOST_ELEMENTS`.

    Returns:
        The network.
    """
    limit = min(limit, MOST_ELEMENTS)
    found = [row["element"] for row in store.read(text("network_nodes"), limit=limit)]
    total = store.read(text("element_count"))[0]["total"]
    return Network(
        layers=layers(store),
        nodes=tuple(_node(element, None) for element in found),
        edges=_edges(found, "topTies"),
        left_out=total - len(found),
    )


def neighbourhood(store: GraphStore, element_id: str, steps: int = 1, limit: int = 60) -> Network:
    """Give what lies within some steps of an element, along relations and broader terms.

    Where not everything fits, what is nearer comes first, and then what has more sources.

    Args:
        store: the graph.
        element_id: the centre.
        steps: how far, 1 to 3.
        limit: how many elements, the centre included.

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
        found = _elements(store, ring, room)
        elements += found
        nodes += [_node(element, distance) for element in found]
        beyond = set().union(*map(_others, found))
        ring = sorted(beyond - met) if distance < steps else []
        met |= set(ring)
    return Network(
        layers=layers(store),
        nodes=tuple(nodes),
        edges=_edges(elements, "ties"),
        centre=element_id if nodes else None,
        left_out=len(met) - len(nodes) if nodes else 0,
    )


def _elements(store: GraphStore, ids: Sequence[str], limit: int) -> list[dict[str, Any]]:
    found = store.read(text("neighbours"), ids=list(ids), limit=limit)
    return [row["element"] for row in found]


def _node(element: dict[str, Any], distance: int | None) -> NetworkNode:
    return NetworkNode(
        id=element["id"],
        label=rows.text(element, "label"),
        layer=element.get("layerId") or "",
        finding_count=rows.number(element, "findingCount"),
        source_count=rows.number(element, "sourceCount"),
        exception_count=rows.number(element, "exceptionCount"),
        reported_count=rows.number(element, "reportedCount"),
        states=tuple(_states(element.get("states") or ())),
        distance=distance,
    )


def _states(counted: Iterable[str]) -> Iterable[tuple[str, int]]:
    for one in counted:
        code, _, count = one.partition(":")
        yield code, int(count)


def _edges(elements: Sequence[dict[str, Any]], key: str) -> tuple[NetworkEdge, ...]:
    # A tie stands at both its ends, unless it was cut from the list of a hub.
    within = {element["id"] for element in elements}
    edges = {
        NetworkEdge(tie.other, element["id"], kind, count)
        if not tie.away
        else NetworkEdge(element["id"], tie.other, kind, count)
        for element in elements
        for tie in ties(element, key)
        if tie.other in within
        for kind, count in tie.kinds
    }
    return tuple(sorted(edges, key=lambda edge: (edge.start, edge.end, edge.kind)))


def _others(element: dict[str, Any]) -> set[str]:
    return {tie.other for tie in ties(element, "ties")}
