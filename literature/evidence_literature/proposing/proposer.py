"""What may propose findings: rules today, a model beside them later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from evidence_literature.citing.citation import Citation
from evidence_literature.citing.resolving import Resolved
from evidence_literature.documents.document import Document
from evidence_literature.proposing.proposal import Proposal
from evidence_literature.proposing.thesaurus import Thesaurus


class Proposer(Protocol):
    """Reads a report and proposes what a curator may record. It decides nothing."""

    def propose(
        self,
        document: Document,
        citations: Sequence[Citation],
        works: Sequence[Resolved],
        thesaurus: Thesaurus,
    ) -> list[Proposal]:
        """Propose findings.

        Args:
            document: The report.
            citations: Its citations, in order.
            works: The works that they name.
            thesaurus: The elements and domains that are known.

        Returns:
            The proposals, in the order of the text.
        """
        ...
