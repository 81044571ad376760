"""Read PDF: the text of each page without running heads and page numbers."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

from evidence_literature.documents.building import Piece
from evidence_literature.documents.document import DocumentError
from evidence_literature.documents.lines import is_item, section_number

_EDGE = 2
_NUMBER = re.compile(
    r"\s*(?:[-–|]\s*)?(?:p(?:agina|age|\.)?\s*)?\d{1,4}(?:\s*(?:/|van|of)\s*\d{1,4})?(?:\s*[-–|])?\s*",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{3}")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-zà-ÿ])")
_PARAGRAPH_END = re.compile(r"[.?!:”’\"')]\s*$")
_NOTE = re.compile(r"\d{1,3}[ \t]{1,4}[A-ZÀ-Þ]")


def read_pdf(path: Path) -> Iterator[Piece]:
    """Read the paragraphs of a PDF.

    Args:
        path: The file.

    Yields:
        Headings, paragraphs and notes, each with its page.

    Raises:
        DocumentError: The file is encrypted, broken, or holds no text.
    """
    pages = [page.splitlines() for page in _pages(path)]
    if not any("".join(lines).strip() for lines in pages):
        raise DocumentError(
            f"{path.name} holds pictures of pages and no text: run text recognition (OCR) on it"
            " first."
        )
    repeated = _repeated(pages)
    for number, lines in enumerate(pages, start=1):
        kept = [line.rstrip() for line in _body(lines, repeated)]
        for paragraph in _paragraphs(kept):
            kind = "note" if _NOTE.match(paragraph) and not section_number(paragraph) else "text"
            yield Piece(_HYPHEN.sub("", paragraph), number, kind)


def _pages(path: Path) -> list[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(f"{path.name} is locked with a password: save a copy without it.")
        return [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise DocumentError(f"{path.name} is broken: open it and save it again as PDF.") from error


def _same(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split())).lower()


def _edges(lines: Sequence[str]) -> list[int]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    seen = Counter(
        text for lines in pages for text in {_same(lines[number]) for number in _edges(lines)}
    )
    often = max(3, len(pages) / 4)
    # Without a word in it a line may as well be the end of a sentence: "2016)."
    return {text for text, count in seen.items() if count >= often and _WORD.search(text)}


def _body(lines: Sequence[str], repeated: set[str]) -> list[str]:
    gone = {
        number
        for number in _edges(lines)
        if _same(lines[number]) in repeated or _NUMBER.fullmatch(lines[number])
    }
    return [line for number, line in enumerate(lines) if number not in gone]


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    # A heading, an empty line, or a short line that ends a sentence ends a paragraph.
    longest = max((len(line) for line in lines), default=0)
    held: list[str] = []
    for line in lines:
        heading = bool(section_number(line.strip()))
        if held and (heading or not line.strip() or _NOTE.match(line) or is_item(line.strip())):
            yield "\n".join(held)
            held = []
        if heading:
            yield line.strip()
        elif line.strip():
            held.append(line.strip())
            if _PARAGRAPH_END.search(line) and len(line) < 0.8 * longest:
                yield "\n".join(held)
                held = []
    if held:
        yield "\n".join(held)
