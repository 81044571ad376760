"""Build a document out of paragraphs: sections, and where each begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_literature.documents.document import Block, Document

_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t]+(?P<title>[^\W\d_][^\n]{1,90})"
)
_PARAGRAPHS = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
_NOTE = re.compile(r"\d{1,3}[ \t]{1,4}(?=[A-ZÀ-Þhw])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph as a reader of a format gives it."""

    text: str
    page: int = 0
    kind: str = "text"


def built(name: str, pieces: Iterable[Piece]) -> Document:
    """Put paragraphs together, with an empty line between them.

    Args:
        name: The name of the document.
        pieces: Its paragraphs, in reading order.

    Returns:
        The document.
    """
    blocks: list[Block] = []
    texts: list[str] = []
    section, start = "", 0
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        number = section_number(text)
        kind = "heading" if piece.kind == "text" and number else piece.kind
        section = (number or text) if kind == "heading" else section
        blocks.append(Block(text, start, section, piece.page, kind))
        texts.append(text)
        start += len(text) + 2
    return Document(name, "\n\n".join(texts), tuple(blocks))


def built_from_text(name: str, text: str) -> Document:
    """Make a document of a text that is kept as it is.

    Args:
        name: The name of the document.
        text: The text; form feeds separate pages.

    Returns:
        The document, whose text is the text.
    """
    return Document(name, text, tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    section, paged = "", "\f" in text
    for match in _PARAGRAPHS.finditer(text):
        found = match[0].strip()
        if not found:
            continue
        number = section_number(found)
        section = number or section
        page = text.count("\f", 0, match.start()) + 1 if paged else 0
        kind = "heading" if number else "note" if _NOTE.match(found) else "text"
        lead = len(match[0]) - len(match[0].lstrip())
        yield Block(found, match.start() + lead, section, page, kind)


def section_number(text: str) -> str:
    """Read the number of a heading.

    Args:
        text: A paragraph.

    Returns:
        The number of the section; nothing when the paragraph is no numbered heading.
    """
    match = _NUMBERED.fullmatch(text)
    if not match or match["title"].rstrip()[-1] in ".,;:":
        return ""
    named = match["title"][0].isupper()
    return match["number"] if named and ("." in match["number"] or len(text) <= 60) else ""
