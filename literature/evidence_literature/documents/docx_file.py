"""Read DOCX: paragraphs, tables and footnotes in reading order."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

from evidence_literature.documents.building import Piece
from evidence_literature.documents.document import DocumentError

MOST_UNPACKED = 200_000_000
"""How many bytes a DOCX may be once unpacked."""


def read_docx(path: Path) -> Iterator[Piece]:
    """Read the paragraphs of a document; a footnote follows the paragraph that has its mark.

    Args:
        path: The file.

    Yields:
        Headings, paragraphs and notes.

    Raises:
        DocumentError: The file is broken, or far too large once unpacked.
    """
    notes = _notes(path)
    try:
        opened = docx.Document(str(path))
    except (KeyError, ValueError, OSError, etree.XMLSyntaxError) as error:
        raise DocumentError(f"{path.name} is broken: Word may be able to repair it.") from error
    for paragraph in opened.element.body.iter(qn("w:p")):
        text = _text(paragraph)
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = "" if style is None else str(style.get(qn("w:val"), "")).lower()
        listed = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        yield Piece(text, 0, _kind(name, listed))
        for mark in paragraph.iter(qn("w:footnoteReference")):
            if note := notes.get(str(mark.get(qn("w:id")))):
                yield Piece(note, 0, "note")


def _kind(style: str, listed: bool) -> str:
    if style.startswith(("heading", "kop", "title")):
        return "heading"
    return "item" if listed or style.startswith(("listbullet", "listnumber", "lijst")) else "text"


def _text(paragraph: Any) -> str:
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
    parts = (
        (node.text or "") if node.tag == qn("w:t") else signs.get(node.tag, "")
        for node in paragraph.iter(qn("w:t"), *signs)
    )
    return "".join(parts)


def _notes(path: Path) -> dict[str, str]:
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise DocumentError(
                    f"{path.name} would unpack to more than {MOST_UNPACKED // 1_000_000} MB and was"
                    " not read."
                )
            if "word/footnotes.xml" not in packed.namelist():
                return {}
            raw = packed.read("word/footnotes.xml")
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise DocumentError(f"{path.name} is broken: Word may be able to repair it.") from error
    return {str(note.get(qn("w:id"))): _text(note).strip() for note in root.iter(qn("w:footnote"))}
