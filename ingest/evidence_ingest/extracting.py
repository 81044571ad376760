"""Take out of a report what it cites: the text, its citations, its references, who is who."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_ingest.errors import IngestError
from evidence_literature.citing.citation import Citation, CitedWork
from evidence_literature.citing.finding import find_citations
from evidence_literature.citing.resolving import Resolved, resolve
from evidence_literature.documents.confined import read_confined
from evidence_literature.documents.document import Document, DocumentError
from evidence_literature.referencing.reading import read_references
from evidence_literature.referencing.reference import Reference


@dataclass(frozen=True, slots=True)
class Extract:
    """What was found in one report."""

    document: Document
    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]
    works: tuple[Resolved, ...]

    def work_of(self, cited: CitedWork) -> Resolved:
        """Find the work that a citation names.

        Args:
            cited: The work as one of the citations has it.

        Returns:
            The work, with all its spellings.
        """
        spelling = CitedWork(cited.authors, cited.etal, cited.year)
        return next(work for work in self.works if spelling in work.spellings)


def extract(path: Path) -> Extract:
    """Read one report.

    Args:
        path: A PDF, DOCX, HTML or TXT file.

    Returns:
        What it cites.

    Raises:
        IngestError: The file cannot be read.
    """
    try:
        document = read_confined(path)
    except DocumentError as error:
        raise IngestError(str(error)) from error
    references = tuple(read_references(document.text))
    listed = [(one.surnames, one.year) for one in references]
    citations = tuple(find_citations(document.text, listed))
    return Extract(document, citations, references, tuple(resolve(citations, listed)))


def extract_all(paths: Sequence[Path]) -> Iterator[Extract | IngestError]:
    """Read reports one by one; a report that cannot be read does not stop the others.

    Args:
        paths: The files.

    Yields:
        For each what was found, or why it could not be read.
    """
    for path in paths:
        try:
            yield extract(path)
        except IngestError as error:
            yield error
