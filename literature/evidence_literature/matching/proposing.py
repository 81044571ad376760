"""Propose which records are the same work; nothing is merged here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evidence_literature.matching.blocking import pairs
from evidence_literature.matching.judging import Reason, judge
from evidence_literature.matching.profile import profile
from evidence_literature.records import Record

LEAST = 70
"""A pair that is less sure than this, out of 100, is not proposed."""

_STEP = 1000


@dataclass(frozen=True, slots=True)
class Match:
    """Two records, by their places, that may be one work: how sure that is and why."""

    first: int
    second: int
    score: int
    reasons: tuple[Reason, ...]


def matches(
    records: Sequence[Record], progress: Callable[[int, int], None] = lambda _done, _total: None
) -> list[Match]:
    """Propose matches among records.

    Args:
        records: Tidy records.
        progress: Told how many pairs were compared since the last call, and how many there are.

    Returns:
        The proposals, the surest first.
    """
    return _found(records, progress, lambda _one, _other: True)


def matches_between(records: Sequence[Record], known: Sequence[Record]) -> list[Match]:
    """Propose which records are among others that are known already.

    Args:
        records: Tidy records.
        known: What they may be.

    Returns:
        The proposals, the surest first: ``first`` is a place in ``records``, ``second`` in
        ``known``.
    """
    border = len(records)
    found = _found(
        [*records, *known],
        lambda _done, _total: None,
        lambda one, other: one < border <= other,
    )
    return [Match(m.first, m.second - border, m.score, m.reasons) for m in found]


def _found(
    records: Sequence[Record],
    progress: Callable[[int, int], None],
    wanted: Callable[[int, int], bool],
) -> list[Match]:
    profiles = [profile(record) for record in records]
    chosen = [pair for pair in pairs(profiles) if wanted(*pair)]
    found = []
    for number, (one, other) in enumerate(chosen, start=1):
        verdict = judge(profiles[one], profiles[other])
        if verdict is not None and verdict[0] >= LEAST:
            found.append(Match(one, other, *verdict))
        if number % _STEP == 0:
            progress(_STEP, len(chosen))
    progress(len(chosen) % _STEP, len(chosen))
    return sorted(found, key=lambda match: (-match.score, match.first, match.second))
