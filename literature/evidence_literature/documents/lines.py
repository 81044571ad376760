"""Find the paragraphs of a plain text: headings, items, notes, and what each line belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evidence_literature.citing.flat import is_spaced

_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<dot>\.?)[ \t]+(?P<title>[^\W\d_][^\n]{1,90})"
)
_CITING = re.compile(r"\([^()]*[^\W\d_][^()]* (?:1[5-9]|20)\d\d[a-k]?\)\s*$")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NOTE = re.compile(r"(?P<number>\d{1,3})[ \t]{1,4}(?=[A-ZÀ-Þhw])")
ITEM_MARK = re.compile(r"(?:[•●▪■◦‣·*]|[-–—](?=\s)|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))\s*(?=\S)")
"""What stands before an item of a list: a bullet, a dash, a number or a letter."""

_PAGE = re.compile(r"\d{1,4}")
_ENDED = re.compile(r"[.?!:;,”’\"')\]]$")
_MOST_HEADING = 80


@dataclass(slots=True)
class Paragraph:
    """A paragraph of a text: where it starts and ends, and what it is."""

    start: int
    end: int
    kind: str
    section: str


def section_number(text: str) -> str:
    """Read the number of a heading.

    Args:
        text: A line, or a paragraph.

    Returns:
        The number of the section; nothing when it is no numbered heading.
    """
    match = _NUMBERED.fullmatch(text)
    if not match or match["title"].rstrip()[-1] in ".,;:" or _CITING.search(match["title"]):
        return ""
    named = match["title"][0].isupper()
    return match["number"] if named and ("." in match["number"] or len(text) <= 60) else ""


def is_item(text: str) -> bool:
    """Tell whether a line begins an item of a list.

    Args:
        text: The line.

    Returns:
        Whether it begins with a bullet, a dash, a number or a letter of a list.
    """
    return bool(ITEM_MARK.match(text))


def paragraphs(text: str) -> list[Paragraph]:
    """Find the paragraphs of a text.

    Some texts have an empty line after every line; there an empty line is no new paragraph.

    Args:
        text: The text.

    Returns:
        Its paragraphs, in order.
    """
    grouping = _Grouping(1 if is_spaced(text) else 0)
    end = 0
    for match in _LINE.finditer(text):
        found = match[0].strip()
        lead = len(match[0]) - len(match[0].lstrip())
        start = match.start() + lead
        empty = max(text.count("\n", end, start) - 1, 0)
        # Less room than usual: small print goes on, a line that is set in begins something.
        gap = grouping.usual if empty < grouping.usual and not lead else empty
        grouping.add(found, start, gap)
        end = start + len(found)
    return [one for one in _headed(text, grouping) if one.kind != "number"]


def _headed(text: str, grouping: _Grouping) -> Iterator[Paragraph]:
    # One short line that ends no sentence, with a full paragraph after it, is a heading.
    done = grouping.done
    section = ""
    for number, one in enumerate(done):
        after = done[number + 1] if number + 1 < len(done) else None
        if one.kind == "text" and after and _titles(text, one, after):
            one.kind = "heading"
            section = " ".join(text[one.start : one.end].split())
        if not one.section:
            one.section = section
        yield one


def _titles(text: str, one: Paragraph, after: Paragraph) -> bool:
    line = text[one.start : one.end]
    return (
        len(line) <= _MOST_HEADING
        and "\n" not in line
        and line[0].isupper()
        and not _ENDED.search(line)
        and after.kind in {"text", "item"}
        and not text[after.start].islower()
    )


@dataclass(slots=True)
class _Grouping:
    """What has been read so far; ``usual`` is how many empty lines stand within a paragraph."""

    usual: int
    done: list[Paragraph] = field(default_factory=list)
    section: str = ""
    notes: int = 0
    seen: set[str] = field(default_factory=set)

    def add(self, line: str, start: int, gap: int) -> None:
        """Put a line where it belongs.

        Args:
            line: The line.
            start: Where it starts.
            gap: How many empty lines stand before it.
        """
        kind = self._kind(line, gap)
        if kind == "goes-on":
            self.done[-1].end = start + len(line)
            return
        self.done.append(Paragraph(start, start + len(line), kind, self.section))

    def _kind(self, line: str, gap: int) -> str:
        if _PAGE.fullmatch(line):
            return "number"
        if number := section_number(line):
            return self._heading(line, number, gap)
        note = _NOTE.match(line)
        if note and (gap > self.usual or int(note["number"]) == self.notes + 1):
            self.notes = int(note["number"])
            return "note"
        if is_item(line):
            return "item"
        last = self.done[-1].kind if self.done and gap == self.usual else "number"
        if last == "heading":
            return "goes-on" if line.isupper() else "text"
        return "text" if last == "number" else "goes-on"

    def _heading(self, line: str, number: str, gap: int) -> str:
        # "1. Title" within 4.6 is a heading of lower rank, unless a table of contents has it too.
        title = re.sub(r"[\s.\d]+$", "", line).lower()
        chapter = int(self.section.split(".")[0]) if self.section else 0
        inner = "." not in number and "." in self.section and int(number) <= chapter
        if inner and title not in self.seen:
            return "heading" if gap != self.usual or line.isupper() or not self.done else "item"
        self.seen.add(title)
        self.section = number
        return "heading"
