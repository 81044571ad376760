"""What do relations say, and who says so?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import RelationOf
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore


def relations(store: GraphStore, ids: Sequence[str]) -> tuple[RelationOf, ...]:
    """Read relations by their keys.

    Args:
        store: the graph.
        ids: their ids.

    Returns:
        The relations, by their id.
    """
    found = store.read(text("relations"), ids=list(ids)) if ids else []
    return tuple(map(_relation, found))


def relations_between(
    store: GraphStore, pairs: Iterable[tuple[str, str]]
) -> tuple[RelationOf, ...]:
    """Read the relations between pairs of elements, whichever way they point.

    Args:
        store: the graph.
        pairs: ids of elements, few: each lists its first fifty relations only.

    Returns:
        The relations that both ends list, or that one of two lists where the other is cut.
    """
    wanted_pairs = {frozenset(pair) for pair in pairs}
    ids = sorted({one for pair in wanted_pairs for one in pair})
    found = store.read(text("relation_keys"), ids=ids) if ids else []
    held = {row["element"]: frozenset(row["relations"] or ()) for row in found}
    wanted: set[str] = set()
    for pair in wanted_pairs:
        one, other = (held.get(end, frozenset()) for end in pair)
        wanted |= one & other or one | other
    return tuple(
        one
        for one in relations(store, sorted(wanted))
        if frozenset((one.start.id, one.end.id)) in wanted_pairs
    )


def _relation(row: dict[str, Any]) -> RelationOf:
    return RelationOf(
        id=row["relation"]["id"],
        kind=row["relation"]["kind"],
        start=rows.named(row["starts"][0]),
        end=rows.named(row["ends"][0]),
        paraphrase=rows.text(row["relation"], "paraphrase"),
        places=rows.places(row["places"]),
        citations=rows.citations(row["citations"]),
    )
