"""What did assessors conclude, and why?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.texts import text
from evidence_graph.queries.told_answers import AssessmentOf, ConcernOf
from evidence_graph.store import GraphStore

Row = Mapping[str, Any]


def assessments(store: GraphStore, ids: Sequence[str]) -> tuple[AssessmentOf, ...]:
    """Read evidence assessments with their reasons.

    Args:
        store: the graph.
        ids: which.

    Returns:
        The assessments, sorted by domain and lane.
    """
    if not ids:
        return ()
    found = map(_assessment, store.read(text("assessments"), ids=list(ids)))
    return tuple(sorted(found, key=lambda one: (one.domain.id, one.lane, one.id)))


def _assessment(row: Row) -> AssessmentOf:
    record = row["record"]

    def told(key: str) -> str:
        return str(record.get(key) or "")

    return AssessmentOf(
        id=record["id"],
        domain=rows.named(row["domains"][0]),
        outcomes=tuple(map(rows.named, row["outcomes"])),
        lane=told("lane"),
        coverage=told("coverage"),
        direction=told("effectDirection"),
        certainty=told("certainty"),
        contested=bool(record.get("contested")),
        status=told("status"),
        rationale=rows.text(record, "rationale"),
        deviation=rows.text(record, "deviation"),
        assessors=tuple(filter(None, map(told, ("assessor", "secondAssessor", "adjudicator")))),
        assessed_on=told("assessedOn"),
        published_on=told("publishedOn"),
        review_due=told("reviewDue"),
        finding_count=len(row["findings"]),
        concerns=tuple(_concerns(row["concerns"])),
    )


def _concerns(found: Iterable[Row]) -> Iterable[ConcernOf]:
    for one in sorted(found, key=lambda row: str(row["id"])):
        yield ConcernOf(
            str(one["criterion"]), str(one["seriousness"]), rows.text(one, "paraphrase")
        )
