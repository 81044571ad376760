"""What is known of one source?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Named, Reported, SourcePage, Text
from evidence_graph.queries.scheme import domains
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore
from evidence_ontology.identifiers import UNSPECIFIED


def source_page(store: GraphStore, source_id: str) -> SourcePage | None:
    """Give everything that stands on the page of a source, but its findings.

    Args:
        store: the graph.
        source_id: the source.

    Returns:
        The page, or None where there is no such source.
    """
    found = store.read(text("source"), id=source_id)
    if not found:
        return None
    source = found[0]["source"]
    strengths = store.read(text("strengths_reported_by"), id=source_id)
    columns = {domain.id: domain.label for domain in domains(store)} if strengths else {}
    return SourcePage(
        id=source["id"],
        short_name=source.get("shortName") or source["id"],
        title=source.get("title") or "",
        authors=tuple(source.get("authors") or ()),
        year=source.get("year"),
        source_type=source.get("sourceType") or "",
        url=source.get("url") or "",
        note=rows.text(source, "note"),
        spellings=tuple(source.get("spellings") or ()),
        finding_count=rows.number(source, "findingCount"),
        element_count=rows.number(source, "elementCount"),
        sole_support_of=tuple(
            rows.named(row["element"]) for row in store.read(text("sole_support"), id=source_id)
        ),
        relayed_by=_sources(store, "tellers", source_id),
        relays=_sources(store, "told_of", source_id),
        reported_strengths=tuple(_strength(row, rows.source(source), columns) for row in strengths),
    )


def _sources(store: GraphStore, question: str, source_id: str) -> tuple[Named, ...]:
    return tuple(rows.source(row["source"]) for row in store.read(text(question), id=source_id))


def _strength(
    row: dict[str, Any], reporter: Named, columns: Mapping[str, Text]
) -> tuple[Named, Named, Reported]:
    domain = next(iter(row["domains"]), UNSPECIFIED)
    column = Named(domain, columns.get(domain, Text()))
    place = "; ".join(rows.places(row["places"]))
    reported = Reported(rows.text(row["strength"], "word"), reporter, place)
    return rows.named(row["elements"][0]), column, reported
