"""What is known of one element?"""

from __future__ import annotations

from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import ElementPage, ExceptionOf, Named
from evidence_graph.queries.lists import cells
from evidence_graph.queries.relations import relations
from evidence_graph.queries.scheme import domains, layers
from evidence_graph.queries.texts import text
from evidence_graph.queries.ties import BROADER, ties
from evidence_graph.store import GraphStore


def element_page(store: GraphStore, element_id: str) -> ElementPage | None:
    """Give everything that stands on the page of an element, but its findings.

    Args:
        store: the graph.
        element_id: the element.

    Returns:
        The page, or None where there is no such element.
    """
    found = store.read(text("element"), id=element_id)
    if not found:
        return None
    element = found[0]["element"]
    every_layer = {layer.id: layer for layer in layers(store)}
    return ElementPage(
        id=element["id"],
        label=rows.text(element, "label"),
        definition=rows.text(element, "definition"),
        synonyms=_synonyms(element),
        layers=tuple(every_layer[i] for i in rows.layer_ids(element, found[0]["layers"])),
        broader=tuple(
            rows.named(row)
            for row in sorted(found[0]["broader"], key=lambda row: rows.number(row, "rowNumber"))
        ),
        narrower=_narrower(store, element),
        finding_count=rows.number(element, "findingCount"),
        source_count=rows.number(element, "sourceCount"),
        independent_count=rows.number(element, "independentCount"),
        relayed_count=rows.number(element, "relayedCount"),
        cells=cells(store, [element_id], domains(store)).get(element_id, ()),
        relation_count=rows.number(element, "relationCount"),
        relations=relations(store, element.get("relationIds") or ()),
        exceptions=tuple(map(_exception, store.read(text("exceptions_of"), id=element_id))),
    )


def _narrower(store: GraphStore, element: dict[str, Any]) -> tuple[Named, ...]:
    below = ((BROADER, 1),)
    ids = [t.other for t in ties(element, "ties") if not t.away and t.kinds == below]
    found = store.read(text("narrower"), ids=ids) if ids else []
    return tuple(rows.named(row["element"]) for row in found)


def _synonyms(element: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(element.get("synonymsNl") or ()), tuple(element.get("synonymsEn") or ())


def _exception(row: dict[str, Any]) -> ExceptionOf:
    return ExceptionOf(
        id=row["exception"]["id"],
        elements=tuple(
            rows.named(element)
            for element in sorted(row["elements"], key=lambda row: rows.number(row, "rowNumber"))
        ),
        condition=rows.text(row["exception"], "condition"),
        consequence=rows.text(row["exception"], "consequence"),
        places=rows.places(row["places"]),
        citations=rows.citations(row["citations"]),
    )
