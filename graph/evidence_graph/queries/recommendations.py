"""What is recommended, on what does it rest, and what is the weakest of that?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import FindingOf, Named
from evidence_graph.queries.findings import finding_of
from evidence_graph.queries.texts import text
from evidence_graph.queries.told import ids_in_study, support, told_rows
from evidence_graph.queries.told_answers import RecommendationOf, Support
from evidence_graph.store import GraphStore


def recommendations(store: GraphStore, study: Named) -> tuple[RecommendationOf, ...]:
    """List the recommendations of a study with the elements and findings that they rest on.

    Args:
        store: the graph.
        study: a study that was read.

    Returns:
        The recommendations, in the order that the study gives them.
    """
    ids = ids_in_study(store, "Recommendation", study.id)
    found = told_rows(store, "Recommendation", ids)
    supported = support(store, (e["id"] for row in found for e in row["elements"]))
    behind = _findings(store, ids)
    made = [_made(row, study, supported, behind.get(row["record"]["id"], ())) for row in found]
    return tuple(sorted(made, key=lambda one: (one.order, one.id)))


def _findings(store: GraphStore, ids: Sequence[str]) -> Mapping[str, Sequence[FindingOf]]:
    found: dict[str, list[FindingOf]] = defaultdict(list)
    for row in store.read(text("findings_behind"), ids=list(ids)) if ids else []:
        found[row["recommendation"]].append(finding_of(row))
    return found


def _made(
    row: Mapping[str, Any],
    study: Named,
    supported: Mapping[str, Support],
    findings: Sequence[FindingOf],
) -> RecommendationOf:
    record = row["record"]
    elements = sorted((supported[e["id"]] for e in row["elements"]), key=_strength)
    return RecommendationOf(
        id=record["id"],
        title=rows.text(record, "label"),
        text=rows.text(record, "paraphrase"),
        order=rows.number(record, "order"),
        study=study,
        elements=tuple(elements),
        weakest=_weakest(elements),
        findings=tuple(findings),
        places=rows.places(row["places"]),
        citations=rows.citations(row["citations"]),
    )


def _strength(of: Support) -> tuple[int, int, int, str]:
    # What counts as support comes first; a relay only parts those that have none.
    return of.independent_count, of.source_count, of.relayed_count, of.element.id


def _weakest(elements: list[Support]) -> tuple[Named, ...]:
    if not elements:
        return ()
    fewest = elements[0].independent_count
    return tuple(of.element for of in elements if of.independent_count == fewest)
