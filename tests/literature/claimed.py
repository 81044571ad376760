"""Texts of our own whose claims are labelled, and how proposals are held against the labels."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidence_ingest.thesaurus import read_thesaurus
from evidence_literature.documents.reading import read_document
from evidence_literature.extracting.extract import extract_from
from evidence_literature.proposing.proposal import Proposal
from evidence_literature.proposing.thesaurus import Thesaurus

CLAIMS = Path(__file__).parent / "claims"
DATA = Path(__file__).parents[2] / "data"
FIELDS = ("direction", "mode", "domain", "strength", "relation")


@dataclass(frozen=True, slots=True)
class Score:
    """What was proposed rightly, wrongly, and not at all; and the fields of what was right."""

    right: int = 0
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    same: int = 0
    other: tuple[str, ...] = ()

    def __add__(self, more: Score) -> Score:
        return Score(
            self.right + more.right,
            self.wrong + more.wrong,
            self.missed + more.missed,
            self.same + more.same,
            self.other + more.other,
        )

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of what is labelled that was proposed."""
        return self.right / (self.right + len(self.missed))

    @property
    def fields(self) -> float:
        """The share of the labelled fields of right proposals that are right."""
        return self.same / (self.same + len(self.other))


def proposals_of(path: Path, thesaurus: Thesaurus) -> list[Proposal]:
    """Read a text and propose findings.

    Args:
        path: The text.
        thesaurus: The elements and domains to know.

    Returns:
        The proposals.
    """
    return list(extract_from(read_document(path), thesaurus).proposals)


def score_of(kind: str, *, strict: bool) -> Score:
    """Measure a set of texts with the thesaurus of the repository.

    Args:
        kind: ``tuning`` or ``heldout``.
        strict: Whether all the works must be the same, else one is enough.

    Returns:
        The score over all its texts.
    """
    thesaurus = read_thesaurus(DATA)
    total = Score()
    for path in sorted(CLAIMS.glob(f"{kind}-*.txt")):
        labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        total += compared(path.stem, proposals_of(path, thesaurus), labels, strict=strict)
    return total


def compared(
    name: str, found: Sequence[Proposal], labels: list[dict[str, Any]], *, strict: bool
) -> Score:
    """Hold proposals against labels: the same kind, place, element or elements, and works.

    Args:
        name: What to call the text in what is told.
        found: The proposals.
        labels: The labels.
        strict: Whether all the works must be the same, else one is enough.

    Returns:
        The score.
    """
    missed = list(labels)
    right, same, wrong, other = 0, 0, [], []
    for one in found:
        label = next((label for label in missed if _fits(one, label, strict)), None)
        if label is None:
            wrong.append(f"{name}: {_said(one)}")
            continue
        missed.remove(label)
        right += 1
        for field in FIELDS:
            if field in label or field in {"domain", "strength"}:
                expected, got = label.get(field, ""), getattr(one, field) or ""
                same += expected == got
                other += [] if expected == got else [f"{_said(one)}: {field} {got} != {expected}"]
    return Score(right, tuple(wrong), tuple(f"{name}: {one}" for one in missed), same, tuple(other))


def _fits(one: Proposal, label: dict[str, Any], strict: bool) -> bool:
    ends = (one.element.id, one.other.id if one.other else "")
    if one.kind != label["kind"] or ends != (label["element"], label.get("other", "")):
        return False
    if not one.element.id and not one.element.name.startswith(label["name"]):
        return False
    works = {f"{work.work.authors[0].lower()} {work.work.year}" for work in one.works}
    labelled = set(label["works"])
    same = works == labelled or (not strict and bool(works & labelled))
    return same and label["anchor"] in one.text


def _said(one: Proposal) -> str:
    ends = " ".join((one.element.id or one.element.name, one.other.id if one.other else ""))
    return f"{one.kind} {ends} {[work.key for work in one.works]} {one.text[:60]!r}"
