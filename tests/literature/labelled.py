"""Labelled texts of our own, and how what was found is held against their labels."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence_literature.citing.citation import Citation
from evidence_literature.citing.finding import find_citations
from evidence_literature.referencing.reading import read_references

TEXTS = Path(__file__).parent / "texts"
Place = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """How many works were found rightly, wrongly, and not at all; a work is first author, year."""

    right: int = 0
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / (self.right + len(self.missed))


def score_of(kind: str) -> Score:
    """Measure a set of texts.

    Args:
        kind: ``tuning`` or ``heldout``.

    Returns:
        The score over all its texts.
    """
    total = Score()
    for path in sorted(TEXTS.glob(f"{kind}-*.txt")):
        text = path.read_text(encoding="utf-8")
        references = [(one.surnames, one.year) for one in read_references(text)]
        labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        total += compared(path.stem, find_citations(text, references), labels)
    return total


def compared(name: str, found: Iterable[Citation], labels: Iterable[dict[str, object]]) -> Score:
    """Hold citations against labels; a work counts when it overlaps its label.

    Args:
        name: What to call the text in what is told.
        found: The citations that were found.
        labels: The labels.

    Returns:
        The score.
    """
    missed = list(_labelled(labels))
    right, wrong = 0, []
    for place in _found(found):
        hit = next((label for label in missed if _same(place, label)), None)
        if hit is None:
            wrong.append(f"{name}: {place}")
        else:
            missed.remove(hit)
            right += 1
    return Score(right, tuple(wrong), tuple(f"{name}: {label}" for label in missed))


def _same(one: Place, other: Place) -> bool:
    return one[2:] == other[2:] and one[0] <= other[1] and other[0] <= one[1]


def _found(citations: Iterable[Citation]) -> Iterator[Place]:
    for one in citations:
        for work in one.works:
            yield one.start, one.end, _plain(work.authors[0]), work.year


def _labelled(labels: Iterable[dict[str, object]]) -> Iterator[Place]:
    for label in labels:
        start, end, works = label["start"], label["end"], label["works"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert isinstance(works, list)
        for work in works:
            yield start, end, _plain(work["author"]), work["year"]


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").replace("‘", "'").lower().split())
