"""Which state a person sees: from published assessments alone, never from counts.

Source: the evidence model, "The states that a person sees". A cell without a published
assessment is N0, however many findings it has and whatever a source reports of their strength.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_ontology.records import Record

NOT_ASSESSED = "N0"
SEARCHED_NONE_FOUND = "N1"
TOO_LITTLE = "N2"
CONTESTED = "M"

_STATES = {
    ("positive", "low"): "P1",
    ("positive", "moderate"): "P2",
    ("positive", "high"): "P3",
    # "No difference" needs at least moderate certainty; less is too little to say.
    ("none", "low"): TOO_LITTLE,
    ("none", "moderate"): "Z",
    ("none", "high"): "Z",
    ("negative", "low"): "H",
    ("negative", "moderate"): "H",
    ("negative", "high"): "H",
}
# The lanes are never added up; where more than one is assessed, the cell shows the first.
_LANES = ("effect", "experience", "practice")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The part of a published assessment that decides the state."""

    lane: str
    coverage: str
    direction: str
    certainty: str
    contested: bool


def state(judgements: Iterable[Judgement]) -> str:
    """Give the state of a cell.

    Args:
        judgements: The published assessments of one element in one domain.

    Returns:
        A code of the list of states; ``N0`` where there is no assessment.
    """
    by_lane = {judgement.lane: judgement for judgement in judgements}
    for lane in _LANES:
        if lane in by_lane:
            return _state_of(by_lane[lane])
    return NOT_ASSESSED


def _state_of(judgement: Judgement) -> str:
    if judgement.coverage == "searched-none-found":
        return SEARCHED_NONE_FOUND
    if judgement.contested:
        return CONTESTED
    return _STATES.get((judgement.direction, judgement.certainty), TOO_LITTLE)


def published(record: Record) -> Judgement | None:
    """Read the judgement out of an assessment, if it is published.

    Args:
        record: A record of the class ``EvidenceAssessment``.

    Returns:
        The judgement; None for a draft, a proposal, or one that was superseded or withdrawn.
    """
    values = record.values
    if values.get("status") != "published":
        return None
    return Judgement(
        lane=str(values.get("lane", "")),
        coverage=str(values.get("coverage", "")),
        direction=str(values.get("effectDirection", "")),
        certainty=str(values.get("certainty", "")),
        contested=values.get("contested") is True,
    )
