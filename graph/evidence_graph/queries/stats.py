"""How much is in the graph?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from evidence_graph.queries.answers import Stats
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore
from evidence_ontology.identifiers import quoted

_NODES: Final = "MATCH (n:{name}) RETURN count(n) AS n"


def graph_stats(store: GraphStore) -> Stats:
    """Count the graph by label and by relationship type, at the same cost in any graph.

    Both engines keep these counts, and each tells them in a way of its own: Neo4j when the nodes of
    one label are counted (a label cannot be a parameter, so here, and only here, a text is put
    together), ArcadeDB by a procedure; there, counting relationships would walk along all of them.

    Args:
        store: the graph.

    Returns:
        The counts; what occurs nowhere is left out.
    """
    if store.engine == "arcadedb":
        kept = store.read(text("kept_counts"))[0]
        return Stats(_present(kept["labels"]), _present(kept["types"]))
    return Stats(
        nodes=_counted(store, "labels", _NODES),
        relationships=_counted(
            store, "relationship_types", "MATCH ()-[r:{name}]->() RETURN count(r) AS n"
        ),
    )


def node_counts(store: GraphStore, labels: Sequence[str]) -> dict[str, int]:
    """Count the nodes of some labels, at the same cost in any graph.

    Args:
        store: the graph.
        labels: labels of the schema.

    Returns:
        The count of each, 0 where there are none.
    """
    if store.engine == "arcadedb":
        kept = store.read(text("kept_counts"))[0]["labels"]
        return {label: int(kept.get(label) or 0) for label in labels}
    return {label: store.read(_NODES.format(name=quoted(label)))[0]["n"] for label in labels}


def _counted(store: GraphStore, names: str, pattern: str) -> dict[str, int]:
    found = [row["name"] for row in store.read(text(names))]
    return _present({name: store.read(pattern.format(name=quoted(name)))[0]["n"] for name in found})


def _present(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: count for name, count in sorted(counts.items()) if count}
