"""A proposal as it lies on the desk: what a passage of a report is thought to say.

The passage is in here, so a proposal never leaves the desk's own folder on this machine; what
becomes of it in the tables is the curator's own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

UNDECIDED = ""
"""What a guess is where the text gives nothing to go by."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work that the passage names: as printed there, and as its list of references has it.

    Attributes:
        authors: Surnames and institutes as printed.
        etal: Whether there are more authors than are named.
        year: As printed, such as ``2013a``.
        pages: The pages that the citation names.
        printed: The citation as printed, without its brackets.
        relayed_by: Where the text knows the work through another one: that one, as printed.
        reference: What the list of references says of it, by field; empty where it is not there.
    """

    authors: tuple[str, ...]
    year: str
    printed: str
    etal: bool = False
    pages: str = ""
    relayed_by: str = ""
    reference: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one passage is thought to say of one element.

    Attributes:
        fingerprint: The same for the same file, passage and element, whoever extracted it when.
        study: The study that the report is, by the id of its source.
        file: The name of the report.
        text: The passage.
        section: The section that it stands in.
        page: The page, counted in the file; 0 where the file has none.
        element: The element of the thesaurus, by its id in the table; empty for one that is new.
        name: The element as the passage names it.
        kind: ``finding``, ``member`` of a list (a finding as well) or ``relation`` of two elements.
        other: The element at the end of a relation, by its id; empty for one that is new.
        other_name: That element as the passage names it.
        relation: The kind of relation.
        direction: Which way the passage points.
        domain: The domain, by its id in the table.
        strength: How strong the evidence is, in the word of the passage.
        works: What the passage cites for it.
        reasons: Why each of these was guessed, in Dutch and in English.
        confidence: Between 0 and 1; orders the queue.
    """

    fingerprint: str
    study: str
    file: str
    text: str
    section: str
    page: int
    element: str
    name: str
    kind: str = "finding"
    other: str = UNDECIDED
    other_name: str = UNDECIDED
    relation: str = UNDECIDED
    direction: str = UNDECIDED
    domain: str = UNDECIDED
    strength: str = UNDECIDED
    works: tuple[Work, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    confidence: float = 0.0

    @property
    def subject(self) -> str:
        """The element by its id, or the name of a new one."""
        return self.element or self.name


def as_plain(proposals: Iterable[Proposal]) -> list[dict[str, Any]]:
    """Write proposals as plain data.

    Args:
        proposals: The proposals.

    Returns:
        What :func:`from_plain` reads.
    """
    return [asdict(one) for one in proposals]


def from_plain(stored: Iterable[Mapping[str, Any]]) -> list[Proposal]:
    """Read proposals that were stored.

    Args:
        stored: What :func:`as_plain` wrote.

    Returns:
        The proposals.
    """
    return [
        Proposal(
            **{
                **one,
                "works": tuple(
                    Work(**{**work, "authors": tuple(work["authors"])}) for work in one["works"]
                ),
                "reasons": tuple((str(nl), str(en)) for nl, en in one["reasons"]),
            }
        )
        for one in stored
    ]
