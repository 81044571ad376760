"""Labelled texts of our own, and how what was found is held against their labels."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence_literature.citing.citation import Citation
from evidence_literature.citing.finding import find_citations
from evidence_literature.documents.reading import read_document
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
        kind: What the names of its files begin with.

    Returns:
        The score over all its texts.
    """
    total = Score()
    for path in sorted(TEXTS.glob(f"{kind}-*.txt")):
        text = read_document(path).text
        references = [(one.surnames, one.year) for one in read_references(text)]
        labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        total += compared(path.stem, find_citations(text, references), labels)
    return total


def compared(name: str, found: Iterable[Citation], labels: Iterable[dict[str, object]]) -> Score:
    """Hold citations against labels; a work counts when it overlaps its label.

    A label that is optional may be found or not: people disagree whether it cites.

    Args:
        name: What to call the text in what is told.
        found: The citations that were found.
        labels: The labels.

    Returns:
        The score.
    """
    labelled = list(labels)
    missed = list(_labelled(one for one in labelled if not one.get("optional")))
    optional = list(_labelled(one for one in labelled if one.get("optional")))
    right, wrong = 0, []
    for place in _found(found):
        hit = next((label for label in missed if _same(place, label)), None)
        if hit is not None:
            missed.remove(hit)
            right += 1
        elif not any(_same(place, label) for label in optional):
            wrong.append(f"{name}: {place}")
    return Score(right, tuple(wrong), tuple(f"{name}: {label}" for label in missed))


def _same(one: Place, other: Place) -> bool:
    years = (other[3], *other[3].split("/"))
    return one[2] == other[2] and one[3] in years and one[0] <= other[1] and other[0] <= one[1]


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
    plain = unicodedata.normalize("NFC", name).replace("’", "'").replace("‘", "'")
    return " ".join(plain.lower().split())
