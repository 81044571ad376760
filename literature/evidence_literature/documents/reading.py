"""Read a report, whatever its format."""

from __future__ import annotations

from pathlib import Path

from evidence_literature.documents.building import built, built_from_text
from evidence_literature.documents.document import Document, DocumentError
from evidence_literature.documents.docx_file import read_docx
from evidence_literature.documents.pdf_file import read_pdf
from evidence_literature.documents.plain import read_html, read_text

_HTML = (b"<!doctype html", b"<html", b"<?xml")


def read_document(path: Path) -> Document:
    """Read a report; its content says what format it has, else its name.

    Args:
        path: A PDF, DOCX, HTML or TXT file.

    Returns:
        The document, named after the file.

    Raises:
        DocumentError: The file cannot be read.
    """
    head = path.read_bytes()[:1024]
    if b"%PDF-" in head:
        return built(path.stem, read_pdf(path))
    if head.startswith(b"PK"):
        return built(path.stem, read_docx(path))
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError(f"{path.name} is an old Word file or locked: save it as DOCX.")
    if path.suffix.lower() in {".html", ".htm"} or head.lstrip().lower().startswith(_HTML):
        return built(path.stem, read_html(path))
    if path.suffix.lower() in {".pdf", ".docx"}:
        raise DocumentError(f"{path.name} is broken: it does not begin as its name says.")
    return built_from_text(path.stem, read_text(path))
