"""Which sources carry which elements, and who leans on whom?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Network, NetworkEdge, NetworkNode
from evidence_graph.queries.network import MOST_ELEMENTS, element_node
from evidence_graph.queries.scheme import layers
from evidence_graph.queries.texts import text
from evidence_graph.queries.ties import carried
from evidence_graph.store import GraphStore

FIRST_SOURCES = 12
"""How many sources a first look shows."""
FIRST_SHARED = 18
"""How many elements a first look shows: those that the most of these sources have in common."""
FIRST_CARRIED = 36
"""How many elements stand around one source at most."""

Row = dict[str, Any]


def sources_network(store: GraphStore, opened: Sequence[str] = ()) -> Network:
    """Give the sources that carry most, what they have in common, and who leans on whom.

    Args:
        store: the graph.
        opened: elements that are unfolded: all sources that carry those are shown.

    Returns:
        The network; ``left_out`` counts the sources that are not shown.
    """
    sources = [row["source"] for row in store.read(text("top_sources"), limit=FIRST_SOURCES)]
    shared = Counter(tie.other for source in sources for tie in carried(source))
    common = sorted((ident for ident in shared if shared[ident] > 1), key=lambda i: (-shared[i], i))
    elements = _elements(store, common[:FIRST_SHARED])
    more = _unfolded(store, [*sources, *elements], opened)
    total = store.read(text("source_count"))[0]["total"]
    return _network(store, sources, elements, more, left_out=total - len(sources) - len(more))


def source_neighbourhood(store: GraphStore, source_id: str, opened: Sequence[str] = ()) -> Network:
    """Give one source, what it carries, whom it leans on and who leans on it.

    Args:
        store: the graph.
        source_id: the source.
        opened: elements that are unfolded: all sources that carry those are shown.

    Returns:
        The network; without nodes where there is no such source. ``left_out`` counts the elements
        that it carries and that did not fit.
    """
    middle = _sources(store, [source_id], 1)
    if not middle:
        return Network(layers(store), (), (), kind="sources")
    told = [*(middle[0].get("relaysIds") or ()), *(middle[0].get("relayedByIds") or ())]
    others = _sources(store, sorted(set(told)), FIRST_SOURCES)
    elements = _elements(store, [tie.other for tie in carried(middle[0])][:FIRST_CARRIED])
    sources = [*middle, *others]
    more = _unfolded(store, [*sources, *elements], opened)
    total = rows.number(middle[0], "elementCount")
    return _network(
        store, sources, elements, more, centre=source_id, left_out=total - len(elements)
    )


def _network(
    store: GraphStore,
    sources: Sequence[Row],
    elements: Sequence[Row],
    more: Sequence[tuple[Row, str]],
    *,
    left_out: int,
    centre: str | None = None,
) -> Network:
    every = [*sources, *(source for source, _ in more)]
    around = {source["id"]: 1 for source in sources} | {e["id"]: 2 for e in elements}
    if centre:
        around[centre] = 0
    found = [*map(_source_node, sources), *map(_carried_node, elements)]
    nodes = [replace(node, distance=around[node.id]) for node in found]
    nodes += [replace(_source_node(source), unfolded_by=parent) for source, parent in more]
    return Network(
        layers=layers(store),
        nodes=tuple(nodes),
        edges=tuple(_edges(every, {node.id for node in nodes})),
        centre=centre,
        left_out=max(left_out, 0),
        kind="sources",
    )


def _sources(store: GraphStore, ids: Sequence[str], limit: int) -> list[Row]:
    if not ids:
        return []
    found = store.read(text("source_nodes"), ids=list(ids), limit=limit)
    return [row["source"] for row in found]


def _elements(store: GraphStore, ids: Sequence[str]) -> list[Row]:
    if not ids:
        return []
    found = store.read(text("carried_elements"), ids=list(ids), limit=len(ids))
    return [row["element"] for row in found]


def _unfolded(
    store: GraphStore, shown: Iterable[Row], opened: Sequence[str]
) -> list[tuple[Row, str]]:
    # The other sources of each element that is unfolded, as far as there is room.
    by_id = {one["id"]: one for one in shown}
    more: list[tuple[Row, str]] = []
    for parent in opened:
        room = MOST_ELEMENTS - len(by_id)
        if parent not in by_id or room <= 0:
            continue
        others = {tie.other for tie in carried(by_id[parent])} - by_id.keys()
        for source in _sources(store, sorted(others), room):
            by_id[source["id"]] = source
            more.append((source, parent))
    return more


def _source_node(source: Row) -> NetworkNode:
    name = rows.source(source)
    return NetworkNode(
        id=name.id,
        label=name.label,
        layer="",
        finding_count=rows.number(source, "findingCount"),
        source_count=0,
        exception_count=0,
        states=(),
        element_count=rows.number(source, "elementCount"),
        tie_count=rows.number(source, "elementCount"),
    )


def _carried_node(element: Row) -> NetworkNode:
    return replace(element_node(element), tie_count=len(tuple(carried(element))))


def _edges(sources: Sequence[Row], shown: set[str]) -> list[NetworkEdge]:
    edges = {
        NetworkEdge(source["id"], tie.other, f"carries-{tie.mode}", tie.findings)
        for source in sources
        for tie in carried(source)
    }
    edges |= {
        NetworkEdge(source["id"], other, "relays", 1)
        for source in sources
        for other in source.get("relaysIds") or ()
    }
    edges |= {
        NetworkEdge(other, source["id"], "relays", 1)
        for source in sources
        for other in source.get("relayedByIds") or ()
    }
    within = [edge for edge in edges if {edge.start, edge.end} <= shown]
    return sorted(within, key=lambda edge: (edge.start, edge.end, edge.kind))
