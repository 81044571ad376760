"""Find the in-text citations of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable

from evidence_literature.citing.citation import Citation
from evidence_literature.citing.flat import Flat, flatten
from evidence_literature.citing.known import Known, known_from
from evidence_literature.citing.lexicon import lexicon
from evidence_literature.citing.reading import Found, in_brackets
from evidence_literature.citing.running import without_brackets

_HEADING = re.compile(
    r"^[ \t]*(?:\d[\d.]*[ \t]+|[A-Z]\.?[ \t]+)?(?P<words>[^\W\d_][^\n.:]{3,40}):?[ \t]*$", re.M
)


def find_citations(
    text: str, references: Iterable[tuple[tuple[str, ...], str]] = ()
) -> list[Citation]:
    """Find the citations of a text, the list of references left out.

    The text is read twice: names that are doubtful at first ("van Wampold", "Van Yperen") are
    settled by the references and by the citations that leave no doubt.

    Args:
        text: The text.
        references: Authors and year of each work in the list of references, if it has been read.

    Returns:
        The citations in the order of the text; offsets are code points of ``text``.
    """
    body = text[: references_start(text)]
    flat = flatten(body)
    listed = list(references)
    first = _found(flat, known_from(listed))
    works = {(work.authors, work.year) for found in first for work in found.works}
    sure = [work for work in works if _is_sure(*work, works)]
    return [_citation(body, flat, found) for found in _found(flat, known_from([*listed, *sure]))]


def _is_sure(
    authors: tuple[str, ...], year: str, works: Container[tuple[tuple[str, ...], str]]
) -> bool:
    # "Jansens (2010)" is not sure beside "(Jansen, 2010)".
    genitive = authors[0].endswith("s") and ((authors[0][:-1], *authors[1:]), year) in works
    return not genitive and not authors[0].startswith(("van ", "Van "))


def references_start(text: str) -> int:
    """Say where the list of references starts.

    Args:
        text: The text.

    Returns:
        Where its heading starts; the end of the text when there is none.
    """
    starts = [
        match.start()
        for match in _HEADING.finditer(text)
        if match["words"].strip().lower() in lexicon().lists
    ]
    return starts[-1] if starts else len(text)


def _found(flat: Flat, known: Known) -> list[Found]:
    found: list[Found] = list(in_brackets(flat.text, known))
    for other in without_brackets(flat.text, known):
        # In order and apart from each other: only the last that starts before its end can overlap.
        place = bisect_left(found, other.end, key=lambda one: one.start)
        if place == 0 or found[place - 1].end <= other.start:
            found.insert(place, other)
    return found


def _citation(text: str, flat: Flat, found: Found) -> Citation:
    start, end = flat.origin(found.start, found.end)
    return Citation(start, end, text[start:end], found.works)
