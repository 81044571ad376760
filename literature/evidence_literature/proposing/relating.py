"""Find what a statement says of two elements together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_literature.proposing.lexicon import Lexicon
from evidence_literature.proposing.naming import Hit
from evidence_literature.proposing.proposal import Reason, RelationKind

_MOST_APART = 160
_CLAUSE_END = re.compile(r"\s*(?:[.,;:!?]|$)")


@dataclass(frozen=True, slots=True)
class Related:
    """One element acts on another; ``backward`` where the one acted on stands first."""

    start: Hit
    end: Hit
    kind: RelationKind
    backward: bool
    reason: Reason

    @property
    def subject(self) -> Hit:
        """The element that the statement is about: the one that it names first."""
        return self.end if self.backward else self.start


def related(text: str, hits: Sequence[Hit], words: Lexicon) -> list[Related]:
    """Find the relations of a statement.

    Args:
        text: The statement, without its citations.
        hits: The elements that it names, in order.
        words: The words of its language.

    Returns:
        The relations, each pair of elements once.
    """
    found: dict[tuple[str, str], Related] = {}
    for one in _candidates(text, hits, words):
        found.setdefault((one.start.id, one.end.id), one)
    return list(found.values())


def _candidates(text: str, hits: Sequence[Hit], words: Lexicon) -> Iterator[Related]:
    taken: list[tuple[int, int]] = []
    for kind, backward, pattern in words.relations:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            left, rights = _around(text, hits, match)
            if left is None or not rights:
                continue
            taken.append(match.span())
            for right in _joined(text, rights):
                ends = (right, left) if backward else (left, right)
                if ends[0].id != ends[1].id:
                    reason = Reason("related", (match[0], left.text, right.text))
                    yield Related(*ends, kind, backward, reason)


def _around(
    text: str, hits: Sequence[Hit], match: re.Match[str]
) -> tuple[Hit | None, Sequence[Hit]]:
    # The elements on both sides; both stand before a Dutch verb that ends its clause.
    lefts = [hit for hit in hits if 0 <= match.start() - hit.end <= _MOST_APART]
    rights = [hit for hit in hits if hit.start >= match.start() and hit not in lefts]
    if len(lefts) > 1 and _CLAUSE_END.match(text, match.end()):
        return lefts[-2], lefts[-1:]
    if not lefts or not rights or rights[0].start - match.end() > _MOST_APART:
        return None, ()
    return lefts[-1], rights


def _joined(text: str, hits: Sequence[Hit]) -> Iterator[Hit]:
    # "trust, openness and motivation": what follows with no more than a word between.
    end = hits[0].end
    for hit in hits:
        if len(text[end : hit.start].split()) > 3:
            return
        yield hit
        end = hit.end
