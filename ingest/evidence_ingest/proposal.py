"""The rules that propose a state for one cell in one lane: pure, named, for a curator to follow.

Rules propose, people decide: a curator may deviate with a reason. No score, no average, no vote
count on significance. A relayed claim and a study's own remark are listed elsewhere, but never
enter here as support.
Source: the evidence model, "Rules that propose, people who decide", rules 1 to 6 and the laws
below them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidence_ingest.assessment import NOT_ASSESSED, SEARCHED_NONE_FOUND, Judgement, state

STEPS = ("very-low", "low", "moderate", "high")
"""The certainties, from the lowest; a step is a place in this row."""

_START: Mapping[str, Mapping[str, str]] = {
    "effect": {
        "randomised": "high",
        "systematic-review": "high",
        "controlled": "moderate",
        "cohort": "low",
        "cross-sectional": "low",
        "qualitative": "very-low",
        "literature-review": "low",
    },
    "experience": {
        "qualitative": "high",
        "systematic-review": "high",
        "cross-sectional": "moderate",
        "cohort": "moderate",
        "literature-review": "low",
    },
}
_CAP_BY_TEST: Mapping[str, str] = {
    "factorial": "high",
    "dismantling": "high",
    "association": "moderate",
    "shared-component": "low",
    "expert-opinion": "very-low",
}
_AGREEING = 3 / 4


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says for or against one element in one cell.

    Attributes:
        unit: The independent study behind it.
        mode: ``read``, ``relayed`` or ``own``; only what was read counts.
        effect: ``positive``, ``none`` or ``negative``.
        evidence_kind: A code of the kinds of evidence; empty where the source does not say.
        tested_by: How the element itself was tested; empty where the source does not say.
        precise: False for a study too small to tell; it says nothing either way.
    """

    unit: str
    mode: str = "read"
    effect: str = "positive"
    evidence_kind: str = ""
    tested_by: str = ""
    precise: bool = True


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rules propose.

    Attributes:
        state: A code of the list of states.
        direction: ``positive``, ``none``, ``negative``, or empty where nothing counts.
        certainty: A code of the certainties, or empty where nothing counts.
        contested: Whether independent studies point different ways.
        agreeing: Independent studies that all point the proposed way.
        opposing: Independent studies of which any claim points another way.
        rules: The names of the rules that fired, in the order of the evidence model.
    """

    state: str
    direction: str
    certainty: str
    contested: bool
    agreeing: int
    opposing: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """One way that claims point: the studies that agree on it, those that do not, how surely."""

    direction: str
    agreeing: int
    opposing: int
    step: int
    opposing_step: int


def propose(
    claims: Iterable[Claim], lane: str = "effect", *, searched: bool = False, lowered: int = 0
) -> Proposal:
    """Propose the state of one element in one domain and one lane.

    Args:
        claims: What sources say of exactly this cell; an adjacent domain never fills a cell.
        lane: ``effect`` or ``experience``; the practice lane has no certainty.
        searched: Whether a search protocol covers the cell.
        lowered: Steps that serious concerns take off.

    Returns:
        The proposal; the order of the claims and repeated claims change nothing.
    """
    every = set(claims)
    if not every:
        return _nothing(searched=searched)
    rules: list[str] = []
    if any(claim.mode != "read" for claim in every):
        rules.append("only-what-was-read-counts")
    if any(_says_nothing(claim) for claim in every):
        rules.append("small-study-says-nothing")
    counting = {c for c in every if c.mode == "read" and not _says_nothing(c)}
    if not counting:
        return Proposal("N2", "", "", contested=False, agreeing=0, opposing=0, rules=tuple(rules))
    side = _strongest(counting, lane)
    contested = _contested(side)
    step = _certainty(side, counting, lane, lowered, rules)
    if contested:
        rules.append("contested")
    certainty = STEPS[step]
    return Proposal(
        state=state([Judgement(lane, "found", side.direction, certainty, contested)]),
        direction=side.direction,
        certainty=certainty,
        contested=contested,
        agreeing=side.agreeing,
        opposing=side.opposing,
        rules=tuple(rules),
    )


def _nothing(*, searched: bool) -> Proposal:
    code = SEARCHED_NONE_FOUND if searched else NOT_ASSESSED
    rule = "search-covers-the-cell" if searched else "nobody-looked"
    return Proposal(code, "", "", contested=False, agreeing=0, opposing=0, rules=(rule,))


def _says_nothing(claim: Claim) -> bool:
    return claim.effect == "none" and not claim.precise


def _strongest(claims: Iterable[Claim], lane: str) -> _Side:
    by_unit: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_unit[claim.unit].append(claim)
    sides = [
        _side(direction, list(by_unit.values()), lane)
        for direction in ("positive", "none", "negative")
        if any(c.effect == direction for told in by_unit.values() for c in told)
    ]
    # Ties fall to the side that is not positive: doubt never makes a finding look better.
    return max(sides, key=lambda s: (s.step, s.agreeing, s.direction != "positive", s.direction))


def _side(direction: str, units: Sequence[Sequence[Claim]], lane: str) -> _Side:
    agreeing = [told for told in units if all(c.effect == direction for c in told)]
    opposing = [told for told in units if any(c.effect != direction for c in told)]
    return _Side(
        direction,
        len(agreeing),
        len(opposing),
        _best((c for told in agreeing for c in told), lane),
        _best((c for told in opposing for c in told if c.effect != direction), lane),
    )


def _best(claims: Iterable[Claim], lane: str) -> int:
    return max((_step_of(claim, lane) for claim in claims), default=-1)


def _step_of(claim: Claim, lane: str) -> int:
    start = STEPS.index(_START.get(lane, {}).get(claim.evidence_kind, "very-low"))
    if lane != "effect":
        return start
    return min(start, STEPS.index(_CAP_BY_TEST.get(claim.tested_by, "very-low")))


def _contested(side: _Side) -> bool:
    if not side.opposing:
        return False
    near = side.opposing_step >= side.step - 1
    return near or side.agreeing < _AGREEING * (side.agreeing + side.opposing)


def _certainty(
    side: _Side, claims: Iterable[Claim], lane: str, lowered: int, rules: list[str]
) -> int:
    # Down from the best design, naming each rule that takes something off.
    rules.append("best-design-first")
    own = [c for c in claims if c.effect == side.direction]
    started = max(STEPS.index(_START.get(lane, {}).get(c.evidence_kind, "very-low")) for c in own)
    step = max(side.step, 0)
    if step < started:
        rules.append("cap-by-how-the-element-was-tested")
    if side.agreeing <= 1 and step > STEPS.index("moderate"):
        step = STEPS.index("moderate")
        rules.append("one-independent-study")
    if lowered > 0:
        step = max(0, step - lowered)
        rules.append("step-down-per-serious-concern")
    return step
