"""Propose the members of lists of elements, and what their items say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidence_literature.proposing.attributing import Basis, joined
from evidence_literature.proposing.claiming import Tools, relation
from evidence_literature.proposing.drafting import (
    Passage,
    drafted,
    element_of,
    new_element,
    score_of,
)
from evidence_literature.proposing.judging import Judged, judged
from evidence_literature.proposing.listing import Item
from evidence_literature.proposing.naming import Hit
from evidence_literature.proposing.proposal import Direction, Proposal, Reason
from evidence_literature.proposing.relating import Related, related
from evidence_literature.proposing.statements import Statement

_FULL = 0.8


def members(item: Item, tools: Tools) -> Iterator[Proposal]:
    """Propose what an item of a list of elements says.

    Args:
        item: The item.
        tools: The words and names.

    Yields:
        The member with all its works, what each cited part says of it, and its relations.
    """
    hit = tools.elements.best(item.head)
    element, named = element_of(hit) if hit else new_element(item.head)
    whole = Passage(item.statements, joined(item.bases), _as_member(item, tools))
    reasons = (Reason("list-item", (item.head,)), named)
    sure = score_of(whole, [hit] if hit else [])
    yield drafted("member", whole, element, reasons, confidence=sure)
    parts = [_read(span, basis, tools) for span, basis in _parts(item)]
    for part in parts if len(parts) > 1 else ():
        yield drafted("finding", part, element, reasons, confidence=sure - 0.1)
    if hit:
        yield from _aims(item, hit, whole, tools)
        for part in parts:
            yield from _within(part, hit, tools)


def _read(span: Sequence[Statement], basis: Basis, tools: Tools) -> Passage:
    plain = " ".join(one.plain for one in span)
    return Passage(span, basis, judged(plain, tools.words, tools.domains)[0])


def _as_member(item: Item, tools: Tools) -> Judged:
    claimed = tools.words.claim.search(item.lead) or tools.words.list_aims.search(item.lead)
    direction: Direction = "supports" if claimed else "named"
    domains = tools.domains.find(item.lead)
    found = (Reason("domain", (domains[0].text,)),) if domains else ()
    domain = domains[0].id if domains else ""
    return Judged(direction, domain, "", (Reason(direction), *found), False)


def _parts(item: Item) -> Iterator[tuple[list[Statement], Basis]]:
    # Each part ends with the works that it rests on.
    span: list[Statement] = []
    basis = Basis()
    for one, found in zip(item.statements, item.bases, strict=True):
        if span and basis.direct:
            yield span, basis
            span = []
        span.append(one)
        basis = found
    if span:
        yield span, basis


def _aims(item: Item, hit: Hit, whole: Passage, tools: Tools) -> Iterator[Proposal]:
    # "Voor een goede alliantie is nodig:" ties every item to the alliance.
    for aim in tools.words.list_aims.finditer(item.lead):
        ends = [end for end in tools.elements.find(item.lead) if end.start >= aim.start()]
        if not ends or ends[0].id == hit.id:
            continue
        reason = Reason("list-aim", (aim[0], ends[0].text))
        pair = Related(hit, ends[0], "contributes-to", False, reason)
        yield relation(whole, pair, less=0.15)
        return


def _within(part: Passage, head: Hit, tools: Tools) -> Iterator[Proposal]:
    # What an item ties together, and the elements that it names besides its own.
    for one in part.span:
        hits = tools.elements.find(one.plain)
        pairs = related(one.plain, hits, tools.words)
        passage = Passage([one], part.basis, judged(one.plain, tools.words, tools.domains)[0])
        yield from (relation(passage, pair, less=0.1) for pair in pairs)
        tied = {pair.start.id for pair in pairs}
        ends = {pair.end.id for pair in pairs}
        for hit in hits:
            if hit.id in {head.id, *ends} or hit.text in head.text:
                continue
            element, named = element_of(hit)
            sure = score_of(passage, [hit]) - 0.15
            reasons = (Reason("list-item", (head.text,)), named)
            yield drafted("finding", passage, element, reasons, confidence=sure)
            if hit.id not in tied and hit.score >= _FULL:
                reason = Reason("list-part", (hit.text, head.text))
                pair = Related(hit, head, "part-of", False, reason)
                yield relation(passage, pair, less=0.25)
