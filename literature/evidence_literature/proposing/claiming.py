"""Propose findings and relations from the sentences of running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_literature.proposing.attributing import Basis
from evidence_literature.proposing.drafting import (
    EXACT,
    Passage,
    drafted,
    element_of,
    new_element,
    score_of,
)
from evidence_literature.proposing.judging import judged
from evidence_literature.proposing.lexicon import Lexicon
from evidence_literature.proposing.naming import Hit, Names, content_words
from evidence_literature.proposing.proposal import Proposal, Reason
from evidence_literature.proposing.relating import Related, related
from evidence_literature.proposing.statements import Statement

_MOST_SUBJECTS = 8
_MOST_WORDS = 6
_LESS = {"claim": 0.0, "sourced": 0.2}
_BREAK = re.compile(r".*(?:[,;:(]|\b(?:dat|that|is|zijn|are)\b)\s*", re.I)


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading a report needs: the words of its language, and the names of the thesaurus."""

    words: Lexicon
    elements: Names
    domains: Names


def claims(one: Statement, basis: Basis, tools: Tools) -> Iterator[Proposal]:
    """Propose what a sentence claims.

    Args:
        one: The sentence.
        basis: What it rests on.
        tools: The words and names.

    Yields:
        A finding per element that it is about, and a relation per pair that it ties.
    """
    claim = _cue(one, basis, tools.words)
    if claim is None and not basis.works:
        return
    hits = _named(one, tools)
    claim = claim or _several(hits) or (_sourced(hits) if basis.direct else None)
    if claim is None or _is_no_claim(one, basis, tools.words):
        return
    pairs = related(one.plain, hits, tools.words)
    subjects = _subjects(hits, pairs)
    less = _less_sure(claim, len(subjects))
    for read in judged(one.plain, tools.words, tools.domains, hits):
        passage = Passage([one], basis, read)
        for hit in subjects:
            element, reason = element_of(hit)
            sure = score_of(passage, [hit]) - less
            yield drafted("finding", passage, element, (claim, reason), confidence=sure)
        for pair in pairs:
            yield relation(passage, pair, less=0.05)
        if not hits and basis.direct and (name := _new_name(one, tools)):
            element, reason = new_element(name)
            sure = score_of(passage, []) - 0.1
            yield drafted("finding", passage, element, (claim, reason), confidence=sure)


def relation(passage: Passage, pair: Related, less: float) -> Proposal:
    """Propose a relation.

    Args:
        passage: Its passage.
        pair: What was found of two elements.
        less: How much less sure it is than a finding.

    Returns:
        The proposal.
    """
    start, first = element_of(pair.start)
    end, second = element_of(pair.end)
    sure = score_of(passage, [pair.start, pair.end]) - less
    reasons = (pair.reason, first, second)
    return drafted("relation", passage, start, reasons, confidence=sure, tie=(pair.kind, end))


def _cue(one: Statement, basis: Basis, words: Lexicon) -> Reason | None:
    if match := words.claim.search(one.plain):
        return Reason("claim", (" ".join(match[0].split()),))
    match = words.report.search(one.plain) if basis.direct else None
    return Reason("reported", (" ".join(match[0].split()),)) if match else None


def _named(one: Statement, tools: Tools) -> list[Hit]:
    # The elements of a sentence; a word of the claim itself, as "helps" or "prevent", names none.
    cues = [match.span() for match in tools.words.claim.finditer(one.plain)]
    return [
        hit
        for hit in tools.elements.find(one.plain)
        if hit.text.lower() in hit.name.lower()
        or not any(start <= hit.start and hit.end <= end for start, end in cues)
    ]


def _several(hits: Sequence[Hit]) -> Reason | None:
    exact = [hit.text for hit in hits if hit.score >= EXACT]
    return Reason("several", (exact[0], exact[1])) if len(exact) > 1 else None


def _sourced(hits: Sequence[Hit]) -> Reason | None:
    # "Supervisie (Bos, 2001)": an element with a source, in words that no list has.
    exact = [hit.text for hit in hits if hit.score >= EXACT]
    return Reason("sourced", (exact[0],)) if exact else None


def _less_sure(claim: Reason, subjects: int) -> float:
    # Words that only report say less; of many elements in a sentence not all are its subject.
    return _LESS.get(claim.code, 0.1) + 0.05 * max(subjects - 1, 0)


def _is_no_claim(one: Statement, basis: Basis, words: Lexicon) -> bool:
    asks = one.text.rstrip().endswith(("?", ":"))
    own_note = one.block.kind == "note" and not basis.works
    return asks or own_note or bool(words.method.search(one.plain))


def _subjects(hits: Sequence[Hit], pairs: Sequence[Related]) -> list[Hit]:
    # What is acted on is no subject; without a relation all that is named may be.
    chosen: dict[str, Hit] = {}
    for hit in [pair.subject for pair in pairs if pair.kind != "part-of"] if pairs else hits:
        chosen.setdefault(hit.id, hit)
    return list(chosen.values())[:_MOST_SUBJECTS]


def _new_name(one: Statement, tools: Tools) -> str:
    # What stands before the words of the claim: "Humor" of "Humor is van belang".
    match = tools.words.claim.search(one.plain)
    phrase = _BREAK.sub("", one.plain[: match.start() if match else 0]).strip()
    words = content_words(phrase, tools.elements.language)
    name = phrase[words[0].start :] if words else ""
    return name if len(name.split()) <= _MOST_WORDS else ""
