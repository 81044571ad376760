"""What people decided about matches: a list that only grows, of which the last word counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evidence_literature.matching.proposing import Match


class Choice(StrEnum):
    """What can be decided about two records."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    UNDO = "undo"


class State(StrEnum):
    """How two records stand to each other."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"


_AFTER = {
    Choice.ACCEPT: State.ACCEPTED,
    Choice.REFUSE: State.REFUSED,
    Choice.UNDO: State.PROPOSED,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: when, by whom, about which two records, and what was seen then."""

    when: str
    who: str
    choice: Choice
    first: str
    second: str
    score: int
    reasons: str

    @property
    def pair(self) -> tuple[str, str]:
        """The two records, whichever stood first."""
        return ordered(self.first, self.second)


@dataclass(frozen=True, slots=True)
class Standing:
    """How two records stand now; ``last`` is what was decided about them last."""

    first: str
    second: str
    score: int
    reasons: str
    state: State
    last: Decision | None = None


def ordered(one: str, other: str) -> tuple[str, str]:
    """Put two names in a fixed order.

    Args:
        one: A name.
        other: Another.

    Returns:
        Both.
    """
    return (one, other) if one <= other else (other, one)


def standings(
    found: Iterable[Match], names: Sequence[str], decisions: Iterable[Decision], language: str
) -> list[Standing]:
    """Put what is proposed beside what was decided.

    Args:
        found: The matches that are proposed now.
        names: The name of each record.
        decisions: All decisions, in the order in which they were made.
        language: The language of the reasons: ``"nl"`` or ``"en"``.

    Returns:
        Each pair once, the surest first. A pair that was decided on stays, with the score and the
        reasons of then, also when it would not be proposed now; one that was undone is proposed
        again. Pairs of which a record is gone are left out.
    """
    last = {decision.pair: decision for decision in decisions}
    there = set(names)
    result = {
        pair: Standing(d.first, d.second, d.score, d.reasons, _AFTER[d.choice], d)
        for pair, d in last.items()
        if d.first in there and d.second in there
    }
    for match in found:
        one, other = names[match.first], names[match.second]
        if ordered(one, other) not in result:
            reasons = "; ".join(
                reason.nl if language == "nl" else reason.en for reason in match.reasons
            )
            result[ordered(one, other)] = Standing(one, other, match.score, reasons, State.PROPOSED)
    return sorted(result.values(), key=lambda s: (-s.score, s.first, s.second))
