"""Take out of reports what they cite and what they seem to find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from evidence_ingest.errors import IngestError
from evidence_literature.documents.document import DocumentError
from evidence_literature.extracting.confined import extract_confined
from evidence_literature.extracting.extract import Extract
from evidence_literature.proposing.thesaurus import Thesaurus

__all__ = ["Extract", "extract", "extract_all"]


def extract(path: Path, thesaurus: Thesaurus | None = None) -> Extract:
    """Read one report.

    Args:
        path: A PDF, DOCX, HTML or TXT file.
        thesaurus: The elements and domains that its proposals are held against.

    Returns:
        What it cites, and what it seems to find.

    Raises:
        IngestError: The file cannot be read.
    """
    try:
        return extract_confined(path, thesaurus)
    except DocumentError as error:
        raise IngestError(str(error)) from error


def extract_all(
    paths: Sequence[Path], thesaurus: Thesaurus | None = None
) -> Iterator[Extract | IngestError]:
    """Read reports one by one; a report that cannot be read does not stop the others.

    Args:
        paths: The files.
        thesaurus: The elements and domains that their proposals are held against.

    Yields:
        For each what was found, or why it could not be read.
    """
    for path in paths:
        try:
            yield extract(path, thesaurus)
        except IngestError as error:
            yield error
