"""Build a document out of paragraphs: sections, and where each begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_literature.documents.document import Block, Document
from evidence_literature.documents.lines import is_item, paragraphs, section_number


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
        kind = "item" if kind == "text" and is_item(text) else kind
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
    page, seen = int("\f" in text), 0
    for one in paragraphs(text):
        page += text.count("\f", seen, one.start)
        seen = one.start
        yield Block(text[one.start : one.end], one.start, one.section, page, one.kind)
