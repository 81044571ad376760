"""What are these things called, and what is known of these sources as publications?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Named
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Publication:
    """What is known of a source as a publication; what is not known is empty."""

    id: str
    short_name: str
    title: str
    authors: tuple[str, ...]
    year: int | None
    source_type: str
    url: str
    language: str


def element_names(store: GraphStore, ids: Iterable[str]) -> tuple[Named, ...]:
    """Name elements.

    Args:
        store: the graph.
        ids: which; each is looked up by itself, so there must be few.

    Returns:
        Those that are in the graph, in the order of the list of elements.
    """
    wanted = sorted(set(ids))
    found = store.read(text("narrower"), ids=wanted) if wanted else []
    return tuple(rows.named(row["element"]) for row in found)


def publications(store: GraphStore, ids: Iterable[str]) -> tuple[Publication, ...]:
    """Tell what is known of sources as publications.

    Args:
        store: the graph.
        ids: which; each is looked up by itself, so there must be few.

    Returns:
        Those that are in the graph, in the order of the list of sources.
    """
    wanted = sorted(set(ids))
    found = store.read(text("sources_by_id"), ids=wanted) if wanted else []
    return tuple(
        Publication(
            id=row["source"]["id"],
            short_name=row["source"].get("shortName") or row["source"]["id"],
            title=row["source"].get("title") or "",
            authors=tuple(row["source"].get("authors") or ()),
            year=row["source"].get("year"),
            source_type=row["source"].get("sourceType") or "",
            url=row["source"].get("url") or "",
            language=row["source"].get("language") or "",
        )
        for row in found
    )
