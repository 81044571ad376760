"""A report as statements: sentences that know their citations, their place and their list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_literature.citing.citation import Citation
from evidence_literature.citing.finding import references_start
from evidence_literature.citing.flat import Flat, flatten
from evidence_literature.documents.document import Block, Document
from evidence_literature.documents.lines import ITEM_MARK

_END = re.compile(r"[.!?…][’'\"”)]* +(?=[‘'“\"(•]?[A-ZÀ-Þ\d(])|\n")
_SHORTENED = re.compile(
    r"(?:\b(?:al|e\.a|e\.g|i\.e|o\.a|o\.m|m\.n|d\.w\.z|i\.p\.v|bijv|bv|resp|ca|p|pp|vgl|nr|no|vs|cf|dr|mr|drs|prof|St"
    r"|ed|eds|red|etc|enz)|\b[A-Z])\.$",
)
_GOES_ON = re.compile(r"[a-zà-ÿ(&]")
_UNFINISHED = re.compile(r"[^.!?:”’\"')\]\s]\s*$")


@dataclass(frozen=True, slots=True)
class InText:
    """A citation, and where it stands in its sentence."""

    citation: Citation
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or what stands in for one in a list.

    Attributes:
        text: The sentence on one line.
        plain: The same, sign by sign, with blanks where works are cited.
        start: Where it starts in the document.
        end: Where it ends.
        block: The block that it begins in.
        citations: What it cites, in order.
        paragraph: The number of its paragraph.
    """

    text: str
    plain: str
    start: int
    end: int
    block: Block
    citations: tuple[InText, ...]
    paragraph: int


@dataclass(slots=True)
class _Paragraph:
    """Blocks that one sentence may run through."""

    blocks: list[Block]

    @property
    def raw(self) -> str:
        """Its text, each block on a line of its own."""
        return "\n".join(block.text for block in self.blocks)

    def place(self, number: int) -> int:
        """Say where a sign of ``raw`` stands in the document.

        Args:
            number: The place of the sign.

        Returns:
            Its place in the document.
        """
        for block in self.blocks:
            if number <= len(block.text):
                return block.start + number
            number -= len(block.text) + 1
        return self.blocks[-1].start + len(self.blocks[-1].text)


def statements(document: Document, citations: Sequence[Citation]) -> list[Statement]:
    """Read the sentences of a report, its headings and its list of references left out.

    Args:
        document: The report.
        citations: Its citations, in order.

    Returns:
        The sentences, in order; one that goes on after a page end or a footnote is whole.
    """
    found: list[Statement] = []
    for number, paragraph in enumerate(_paragraphs(document)):
        found += _sentences(paragraph, citations, number)
    return found


def _paragraphs(document: Document) -> list[_Paragraph]:
    end = references_start(document.text)
    done: list[_Paragraph] = []
    running: _Paragraph | None = None
    for block in document.blocks:
        if block.start >= end:
            break
        if block.kind == "heading":
            continue
        if running and block.kind == "text" and _continues(running, block):
            running.blocks.append(block)
            continue
        done.append(_Paragraph([block]))
        if block.kind != "note":
            running = done[-1]
    return done


def _continues(running: _Paragraph, block: Block) -> bool:
    last = running.blocks[-1].text
    return bool(_GOES_ON.match(block.text)) and bool(_UNFINISHED.search(last))


def _sentences(
    paragraph: _Paragraph, citations: Sequence[Citation], number: int
) -> Iterator[Statement]:
    flat = flatten(paragraph.raw, spaced=True)
    places = [paragraph.place(origin) for origin in flat.origins]
    if not places:
        return
    cited = list(_cited(places, citations))
    spans = [_bracketed(flat.text, start, end) for _, start, end in cited]
    begins = [begin for _, begin, _ in cited]
    blanked = _blanked(flat.text, spans)
    for start, end in _cut(flat, spans):
        first, last = bisect_left(begins, start), bisect_left(begins, end)
        inside = tuple(
            InText(one, begin - start, stop - start) for one, begin, stop in cited[first:last]
        )
        block = _block(paragraph, places[start])
        yield Statement(
            flat.shown[start:end],
            blanked[start:end],
            places[start],
            places[end - 1] + 1,
            block,
            inside,
            number,
        )


def _block(paragraph: _Paragraph, place: int) -> Block:
    return [block for block in paragraph.blocks if block.start <= place][-1]


def _cited(
    places: Sequence[int], citations: Sequence[Citation]
) -> Iterator[tuple[Citation, int, int]]:
    # Tie the citations of the document to signs of the paragraph.
    first = bisect_left(citations, places[0], key=lambda one: one.start)
    for one in citations[first:]:
        if one.start > places[-1]:
            return
        begin, end = bisect_left(places, one.start), bisect_left(places, one.end)
        if begin < len(places) and places[begin] == one.start:
            yield one, begin, end


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    opened = text.rfind("(", max(0, start - 60), start)
    if opened >= 0 and ")" not in text[opened:start]:
        closed = text.find(")", end, end + 60)
        if closed >= 0:
            return opened, closed + 1
    return start, end


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    signs = list(text)
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)


def _cut(flat: Flat, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    text = flat.text
    marker = ITEM_MARK.match(text)
    start = marker.end() if marker else 0
    for match in _END.finditer(text, start):
        if _is_cited(spans, match.end() - 1):
            continue
        if _SHORTENED.search(text[max(0, match.start() - 12) : match.start() + 1]):
            continue
        end = _with_citation_behind(text, match.end(), spans)
        if end > start:
            yield from _trimmed(text, start, end)
            start = end
    yield from _trimmed(text, start, len(text))


def _is_cited(spans: Sequence[tuple[int, int]], place: int) -> bool:
    number = bisect_left(spans, (place, 0))
    return number > 0 and place < spans[number - 1][1]


def _with_citation_behind(text: str, end: int, spans: Sequence[tuple[int, int]]) -> int:
    # "Hulp helpt. (Bos, 2001) Tijd telt." : what stands in brackets belongs to what is before.
    number = bisect_left(spans, (end, 0))
    if number == len(spans):
        return end
    begin, stop = spans[number]
    if text[end:begin].strip() or text[begin] not in "([":
        return end
    rest = re.compile(r"[ .]*").match(text, stop)
    return rest.end() if rest else stop


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    if any(sign.isalpha() for sign in text[start:end]):
        yield start, end
