"""What is taken out of one report: its text, citations, references, works and proposals."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_literature.citing.citation import Citation, CitedWork
from evidence_literature.citing.finding import find_citations
from evidence_literature.citing.resolving import Resolved, resolve
from evidence_literature.documents.document import Document
from evidence_literature.proposing.proposal import Proposal
from evidence_literature.proposing.proposer import Proposer
from evidence_literature.proposing.rules import Rules
from evidence_literature.proposing.thesaurus import Thesaurus
from evidence_literature.referencing.reading import read_references
from evidence_literature.referencing.reference import Reference


@dataclass(frozen=True, slots=True)
class Extract:
    """What was found in one report."""

    document: Document
    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]
    works: tuple[Resolved, ...]
    proposals: tuple[Proposal, ...]

    def work_of(self, cited: CitedWork) -> Resolved:
        """Find the work that a citation names.

        Args:
            cited: The work as one of the citations has it.

        Returns:
            The work, with all its spellings.
        """
        spelling = CitedWork(cited.authors, cited.etal, cited.year)
        return next(work for work in self.works if spelling in work.spellings)


def extract_from(
    document: Document, thesaurus: Thesaurus, proposer: Proposer | None = None
) -> Extract:
    """Take out of a document what it cites and what it seems to find.

    Args:
        document: The report.
        thesaurus: The elements and domains that are known.
        proposer: What proposes findings; rules when it is not given.

    Returns:
        All that was found.
    """
    references = tuple(read_references(document.text))
    listed = [(one.surnames, one.year) for one in references]
    citations = tuple(find_citations(document.text, listed))
    works = tuple(resolve(citations, listed))
    proposals = (proposer or Rules()).propose(document, citations, works, thesaurus)
    return Extract(document, citations, references, works, tuple(proposals))
