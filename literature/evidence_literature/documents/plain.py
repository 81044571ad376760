"""Read TXT and HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from evidence_literature.documents.building import Piece
from evidence_literature.documents.document import DocumentError

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {"p", "li", "td", "th", "dt", "dd", "figcaption", "caption", "pre"}
_BLOCKS |= {"blockquote", "div", "aside", "section", "article", "main", "header", "footer", "body"}
_BLOCKS |= {
    "ul",
    "ol",
    "dl",
    "table",
    "tr",
    "figure",
    "address",
    "details",
    "summary",
    "form",
    "hr",
}
_SKIPPED = {"script", "style", "nav", "noscript", "template", "head", "svg", "button", "select"}


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
    """Read the paragraphs of a page, also what stands beside others in one part of it.

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
    parser = html.HTMLParser(encoding=_encoding(raw), remove_comments=True, remove_pis=True)
    root = html.document_fromstring(raw, parser=parser)
    for element in list(root.iter(*_SKIPPED)):
        element.drop_tree()
    yield from _pieces(root)


def _pieces(root: html.HtmlElement) -> Iterator[Piece]:
    # Where a block begins or ends, so does a paragraph; all between the two is one.
    said: list[str] = []
    kinds = ["text"]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        block = element.tag in _BLOCKS
        if block:
            yield Piece(" ".join("".join(said).split()), 0, kinds[-1])
            said.clear()
        if event == "start":
            kinds += [_kind(element)] if block else []
            said.append(" " if element.tag == "br" else element.text or "")
        else:
            del kinds[len(kinds) - block :]
            said.append(element.tail or "")


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
