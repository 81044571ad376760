"""What was the graph last loaded from?"""

from __future__ import annotations

from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore
from evidence_ontology.identifiers import LATEST_LOAD


def revision(store: GraphStore) -> str:
    """Tell from what the graph was last loaded.

    Args:
        store: the graph.

    Returns:
        A digest that changes with every load; empty where nothing was loaded.
    """
    found = store.read(text("loaded"), id=LATEST_LOAD)
    return str(found[0]["digest"] or "") if found else ""
