"""Say which way a statement points, for which domain, and what it calls the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_literature.proposing.lexicon import Lexicon
from evidence_literature.proposing.naming import Hit, Names
from evidence_literature.proposing.proposal import Direction, Reason

_DOMAIN = 0.9
_CLAUSE = re.compile(r"[,;:]\s+(?:maar|but|terwijl|whereas|while)\s+|;\s+", re.I)


@dataclass(frozen=True, slots=True)
class Judged:
    """How a statement, or one clause of it, is to be read."""

    direction: Direction
    domain: str
    strength: str
    reasons: tuple[Reason, ...]
    hedged: bool


def judged(text: str, words: Lexicon, domains: Names, elements: Sequence[Hit] = ()) -> list[Judged]:
    """Read a statement; one that gives several strengths of evidence counts once for each.

    Args:
        text: The statement, without its citations.
        words: The words of its language.
        domains: The names of the domains.
        elements: The elements that it names; their words name no domain.

    Returns:
        What it says; more than one only where clauses give strengths of their own.
    """
    for hit in elements:
        if hit.score >= _DOMAIN:
            text = text[: hit.start] + " " * (hit.end - hit.start) + text[hit.end :]
    clauses = [text[start:end] for start, end in _clauses(text)]
    strong = [clause for clause in clauses if words.strength.search(clause)]
    parts = strong if len(strong) > 1 else [text]
    return [_judged(part, words, _domains(part, words, domains)) for part in parts]


def _domains(text: str, words: Lexicon, domains: Names) -> list[Hit]:
    # "in de jeugdzorg": a domain is where something holds, not just any word of its name.
    return [
        hit
        for hit in domains.find(text)
        if hit.score >= _DOMAIN and words.within.search(text[: hit.start])
    ]


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CLAUSE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _judged(text: str, words: Lexicon, domains: Sequence[Hit]) -> Judged:
    direction, reason = _direction(text, words)
    reasons = [reason]
    strength = _strength(text, words)
    if strength:
        reasons.append(Reason("strength", (strength,)))
        if direction == "supports" and strength.split()[-1].lower() in words.weakening:
            direction, reasons[0] = "qualifies", Reason("qualifies", (strength,))
    if domains:
        reasons.append(Reason("domain", (domains[0].text,)))
    hedge = words.hedges.search(text)
    if hedge:
        reasons.append(Reason("hedged", (hedge[0],)))
    domain = domains[0].id if domains else ""
    return Judged(direction, domain, strength, tuple(reasons), bool(hedge))


def _direction(text: str, words: Lexicon) -> tuple[Direction, Reason]:
    if match := words.contradicts.search(text):
        return "contradicts", Reason("contradicts", (match[0],))
    if match := words.qualifies.search(text):
        return "qualifies", Reason("qualifies", (match[0],))
    if match := words.conditional.search(text):
        return "conditional", Reason("conditional", (match[0],))
    return "supports", Reason("supports")


def _strength(text: str, words: Lexicon) -> str:
    match = words.strength.search(text)
    return (match["word"] or match["after"] or match["turned"]).lower() if match else ""
