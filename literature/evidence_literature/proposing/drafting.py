"""Put a proposal together from what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_literature.proposing.attributing import Basis
from evidence_literature.proposing.judging import Judged
from evidence_literature.proposing.naming import Hit
from evidence_literature.proposing.proposal import (
    Kind,
    Proposal,
    ProposedElement,
    Reason,
    RelationKind,
)
from evidence_literature.proposing.statements import Statement

EXACT = 0.9
"""From this score on, an element is named and not only something like it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The statements that a proposal is about, what they rest on, and how they are to be read."""

    span: Sequence[Statement]
    basis: Basis
    read: Judged


def element_of(hit: Hit) -> tuple[ProposedElement, Reason]:
    """Give the element of a hit, and why it was taken for it.

    Args:
        hit: Where the element is named.

    Returns:
        The element, and the reason.
    """
    if hit.score >= EXACT:
        return ProposedElement(hit.id, hit.text), Reason("element-named", (hit.text,))
    return ProposedElement(hit.id, hit.text), Reason("element-near", (hit.text, hit.name))


def new_element(name: str) -> tuple[ProposedElement, Reason]:
    """Give an element that the thesaurus does not have.

    Args:
        name: What the passage calls it.

    Returns:
        The element, and the reason.
    """
    return ProposedElement("", name), Reason("element-new", (name,))


def drafted(
    kind: Kind,
    passage: Passage,
    element: ProposedElement,
    reasons: Sequence[Reason],
    *,
    confidence: float,
    tie: tuple[RelationKind, ProposedElement] | None = None,
) -> Proposal:
    """Put a proposal together.

    Args:
        kind: What is proposed.
        passage: Its passage.
        element: Its element.
        reasons: Why it was thought of.
        confidence: How sure it is.
        tie: The kind of a relation, and the element at its other end.

    Returns:
        The proposal, without a fingerprint yet.
    """
    span, basis, read = passage.span, passage.basis, passage.read
    return Proposal(
        kind=kind,
        start=span[0].start,
        end=span[-1].end,
        text=" ".join(one.text for one in span),
        section=span[0].block.section,
        page=span[0].block.page,
        element=element,
        other=tie[1] if tie else None,
        relation=tie[0] if tie else None,
        works=basis.works,
        mode=basis.mode,
        direction=read.direction,
        domain=read.domain,
        strength=read.strength,
        reasons=(*reasons, *basis.reasons, *read.reasons),
        confidence=round(min(max(confidence, 0.05), 0.95), 2),
        fingerprint="",
    )


def score_of(passage: Passage, hits: Sequence[Hit]) -> float:
    """Say how sure a proposal is, before what is particular to its kind.

    Args:
        passage: Its passage.
        hits: Where its elements are named; none for a new one.

    Returns:
        A number that orders the queue, and has no other meaning.
    """
    named = min((hit.score for hit in hits), default=0.3)
    cited = 0.3 if passage.basis.direct else 0.15 if passage.basis.works else 0.0
    return 0.25 + cited + 0.35 * named - (0.05 if passage.read.hedged else 0.0)
