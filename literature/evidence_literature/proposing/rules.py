"""Propose findings by rules and lists of words: the first of the proposers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from evidence_literature.citing.citation import Citation
from evidence_literature.citing.resolving import Resolved
from evidence_literature.documents.document import Document
from evidence_literature.proposing.attributing import Attributing
from evidence_literature.proposing.claiming import Tools, claims
from evidence_literature.proposing.lexicon import language_of, lexicon
from evidence_literature.proposing.listed import members
from evidence_literature.proposing.listing import items
from evidence_literature.proposing.naming import Names
from evidence_literature.proposing.proposal import Proposal, fingerprint
from evidence_literature.proposing.statements import statements
from evidence_literature.proposing.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class Rules:
    """A :class:`~evidence_literature.proposing.proposer.Proposer` without any model."""

    def propose(
        self,
        document: Document,
        citations: Sequence[Citation],
        works: Sequence[Resolved],
        thesaurus: Thesaurus,
    ) -> list[Proposal]:
        """Propose findings: members of lists first, then the sentences of running text.

        Args:
            document: The report.
            citations: Its citations, in order.
            works: The works that they name.
            thesaurus: The elements and domains that are known.

        Returns:
            The proposals, in the order of the text.
        """
        language = language_of(document.text)
        words = lexicon(language)
        tools = Tools(
            words, Names(thesaurus.elements, language), Names(thesaurus.domains, language)
        )
        found = statements(document, citations)
        bases = Attributing(works, words).bases(found)
        listed = items(document, found, bases, words)
        done = {one for item in listed for one in item.statements}
        proposals = [one for item in listed for one in members(item, tools)]
        for one, basis in zip(found, bases, strict=True):
            if one not in done:
                proposals += claims(one, basis, tools)
        return _identified(sorted(proposals, key=lambda one: (one.start, one.end)))


def _identified(proposals: Iterable[Proposal]) -> list[Proposal]:
    seen: Counter[str] = Counter()
    done: list[Proposal] = []
    for one in proposals:
        plain = fingerprint(one.kind, one.text, one.element, one.other)
        mark = fingerprint(one.kind, one.text, one.element, one.other, seen[plain])
        seen[plain] += 1
        done.append(replace(one, fingerprint=mark))
    return done
