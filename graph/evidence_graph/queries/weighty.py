"""What carries most weight: the names to choose from where there are too many to list all."""

from __future__ import annotations

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Named
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore

MOST_NAMES = 200


def weighty_elements(store: GraphStore, limit: int = MOST_NAMES) -> tuple[Named, ...]:
    """Name the elements with the most sources.

    Args:
        store: the graph.
        limit: how many at most.

    Returns:
        The elements, the one with the most sources first.
    """
    found = store.read(text("top_element_names"), limit=limit)
    return tuple(rows.named(row["element"]) for row in found)


def weighty_sources(store: GraphStore, limit: int = MOST_NAMES) -> tuple[Named, ...]:
    """Name the sources that carry most.

    Args:
        store: the graph.
        limit: how many at most.

    Returns:
        The sources, the one that carries most first.
    """
    found = store.read(text("top_source_names"), limit=limit)
    return tuple(rows.source(row["source"]) for row in found)
