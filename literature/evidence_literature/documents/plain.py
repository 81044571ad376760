"""Read TXT and HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from evidence_literature.documents.building import Piece
from evidence_literature.documents.document import DocumentError

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_PARTS = _HEADINGS | {"p", "li", "td", "th", "dt", "dd", "figcaption", "caption", "pre"}
_PARTS |= {"blockquote", "div", "aside"}
_SKIPPED = {"script", "style", "nav", "noscript", "template", "head"}


def read_text(path: Path) -> str:
    """Read a file of text.

    Args:
        path: The file: UTF-8, UTF-16 with its mark, or else Windows-1252.

    Returns:
        The text, sign by sign.

    Raises:
        DocumentError: The file holds no text.
    """
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\x00" in raw[:4096]:
        raise DocumentError(f"{path.name} is no text: give a PDF, DOCX, HTML or TXT file.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def read_html(path: Path) -> Iterator[Piece]:
    """Read the paragraphs of a page.

    Args:
        path: The file.

    Yields:
        Headings and paragraphs in order.

    Raises:
        DocumentError: The page is empty.
    """
    raw = path.read_bytes()
    if not raw.strip():
        raise DocumentError(f"{path.name} is empty.")
    parser = html.HTMLParser(encoding=_encoding(raw), no_network=True, huge_tree=False)
    root = html.document_fromstring(raw, parser=parser)
    for element in list(root.iter(*_SKIPPED)):
        element.drop_tree()
    for element in root.iter(*_PARTS):
        if element.tag in _HEADINGS or not any(
            child.tag in _PARTS for child in element.iterdescendants()
        ):
            yield Piece(" ".join(element.text_content().split()), 0, _kind(element))


def _kind(element: html.HtmlElement) -> str:
    if element.tag in _HEADINGS:
        return "heading"
    listed = element.tag == "li" or any(one.tag == "li" for one in element.iterancestors())
    return "item" if listed else "text"


def _encoding(raw: bytes) -> str | None:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"
