"""How much is in the graph?"""

from __future__ import annotations

from evidence_graph.queries.answers import Stats
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore
from evidence_ontology.identifiers import quoted


def graph_stats(store: GraphStore) -> Stats:
    """Count the graph by label and by relationship type.

    The counts of one label or type are kept by the engines, so this costs the same on any graph;
    a label cannot be a parameter, so here, and only here, a text is put together.

    Args:
        store: the graph.

    Returns:
        The counts; what occurs nowhere is left out.
    """
    return Stats(
        nodes=_counts(store, "labels", "MATCH (n:{name}) RETURN count(n) AS n"),
        relationships=_counts(
            store, "relationship_types", "MATCH ()-[r:{name}]->() RETURN count(r) AS n"
        ),
    )


def _counts(store: GraphStore, names: str, pattern: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in store.read(text(names)):
        found = store.read(pattern.format(name=quoted(row["name"])))[0]["n"]
        if found:
            counts[row["name"]] = int(found)
    return counts
