"""Cut a list of references into its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from evidence_literature.citing.finding import references_start
from evidence_literature.citing.patterns import (
    ANY_YEAR,
    INVERTED_NAME,
    PARTICLES_AT_START,
    UPPER,
    YEAR,
)

_BULLET = re.compile(r"\s*(?:[•▪*–-]\s+|\[?\d{1,3}[\]).]\s+)?")
_NUMBER = re.compile(r"\s*\[?(\d{1,3})(?:[\]).]\s*|\s{2,}|\t)(?=\D)")
_LEAST_COUNTED = 3
_AFTER = re.compile(
    r"^\s*(?:\d[\d.]*\s+)?(?:bijlagen?|appendi(?:x|ces)|colofon"
    r"|over de auteurs?"
    r"|about the authors?|noten|notes|dankwoord|acknowledge?ments|annex|summary|samenvatting)"
    r"\b[^.\n]{0,60}$",
    re.I | re.M,
)
_INSTITUTE = re.compile(rf"[{UPPER}'’][^()\n]{{2,120}}?[.,]? \(")
_UNMARKED = re.compile(rf"[{UPPER}][^.,()]{{1,80}}? {YEAR}, [{UPPER}]")
_CONTINUES = re.compile(r"(?:[,&/:–-]|\b(?:In|in|en|and|van|de|der|the|of|uit|naar|from)):?\s*$")
_LOOK_AHEAD = 400


def entries(text: str) -> Iterator[tuple[int, int]]:
    """Find where each entry of the list of references starts and ends.

    Args:
        text: A text with a list of references at its end.

    Yields:
        Start and end of each entry, white space around it left out.
    """
    begin = text.find("\n", references_start(text))
    if begin < 0:
        return
    after = _AFTER.search(text, begin)
    end = after.start() if after else len(text)
    lines = list(_lines(text, begin, end))
    starts = [*(_counted(text, lines) or _looked_for(text, lines)), end]
    for start, stop in pairwise(starts):
        yield _stripped(text, start, stop)


def _counted(text: str, lines: Sequence[tuple[int, int]]) -> list[int]:
    # Lines that count from 1: "1. ", "2. ", or "[1] ", "[2] ".
    starts: list[int] = []
    for first, last in lines:
        number = _NUMBER.match(text[first:last])
        if number and int(number[1]) == len(starts) + 1:
            starts.append(first)
        elif not starts:
            return []
    return starts if len(starts) >= _LEAST_COUNTED else []


def _looked_for(text: str, lines: Sequence[tuple[int, int]]) -> list[int]:
    starts: list[int] = []
    for first, last in lines:
        if not starts or _starts(text, starts[-1], first, last):
            starts.append(first)
    return starts


def _lines(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]*[^\s][^\n]*", text[begin:end]):
        yield begin + match.start(), begin + match.end()


def _starts(text: str, start: int, first: int, last: int) -> bool:
    # Tell whether a line starts an entry: the one before is complete, and this looks like one.
    before = text[start:first]
    if not ANY_YEAR.search(before) or _CONTINUES.search(before.rstrip()):
        return False
    line = text[first:last]
    mark = _BULLET.match(line)
    content = (line[mark.end() :] if mark else line).replace("’", "'")
    ahead = text[first : first + _LOOK_AHEAD]
    if not ANY_YEAR.search(ahead):
        return False
    if INVERTED_NAME.match(PARTICLES_AT_START.sub("", content)):
        return True
    if re.match(r"(?:https?:|www\.|doi)", content):
        return False
    blank = re.search(r"\n[ \t]*\n[ \t]*$", before) is not None
    dated = _INSTITUTE.match(content + " (") and re.search(r"\((?:[^()]*\d{4}|[znj]\. ?[dj])", line)
    unmarked = _UNMARKED.match(content) and before.rstrip()[-1:] in ".)"
    return bool(dated or unmarked) or (
        blank and content[:1].isupper() and before.rstrip()[-1:] in ".)/0123456789"
    )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    mark = _BULLET.match(piece)
    lead = max(lead, mark.end() if mark else 0)
    return start + lead, start + len(piece.rstrip())
