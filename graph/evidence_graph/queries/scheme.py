"""In which layers and domains is the field ordered?"""

from __future__ import annotations

from evidence_graph.queries.answers import Domain, Layer
from evidence_graph.queries.rows import text as words
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore


def layers(store: GraphStore) -> tuple[Layer, ...]:
    """List the ordering layers.

    Args:
        store: the graph.

    Returns:
        The layers, from the client outwards.
    """
    return tuple(
        Layer(
            id=row["layer"]["id"],
            label=words(row["layer"], "label"),
            definition=words(row["layer"], "definition"),
            order=int(row["layer"].get("order") or 0),
            ring=row["layer"].get("ring"),
            broader=min(row["broader"], default=None),
            element_count=row["elements"],
        )
        for row in store.read(text("layers"))
    )


def domains(store: GraphStore) -> tuple[Domain, ...]:
    """List the domains.

    Args:
        store: the graph.

    Returns:
        The domains, in their order.
    """
    return tuple(
        Domain(
            id=row["domain"]["id"],
            label=words(row["domain"], "label"),
            definition=words(row["domain"], "definition"),
            order=int(row["domain"].get("order") or 0),
            broader=min(row["broader"], default=None),
            cell_count=int(row["domain"].get("cellCount") or 0),
        )
        for row in store.read(text("domains"))
    )
