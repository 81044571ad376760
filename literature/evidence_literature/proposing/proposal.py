"""What a proposal is: a guess at a finding, with its place, its reasons and how sure it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from evidence_literature.citing.citation import CitedWork

Kind = Literal["finding", "relation", "member"]
"""What is proposed: a statement on one element, on two, or a place in a list of elements."""

Mode = Literal["read", "relayed", "own"]
"""How the report knows it: cited directly, through another work, or its own statement.

Source: the ontology's list of citation modes.
"""

Direction = Literal["supports", "conditional", "qualifies", "contradicts", "named"]
"""Which way a statement points. Source: the ontology's list of directions."""

RelationKind = Literal[
    "contributes-to", "precondition-of", "part-of", "conflicts-with", "predicts", "expresses"
]
"""How one element hangs together with another. Source: the ontology's list of relation kinds."""


@dataclass(frozen=True, slots=True)
class ProposedElement:
    """An element: ``id`` is that of the thesaurus, empty for one that is new.

    ``name`` is what the passage calls it.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Support:
    """A work that a statement rests on.

    ``key`` is that of :class:`~evidence_literature.citing.resolving.Resolved`: the same for every
    spelling of one work. ``relayed_by`` is the key of the work through which this one is known;
    empty when the report cites it directly.
    """

    key: str
    work: CitedWork
    relayed_by: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was guessed: a code of ``reasons.toml``, and the words it was seen by.

    :func:`~evidence_literature.proposing.reasons.sentence` says it in Dutch or English.
    """

    code: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed finding, relation or member of a list.

    Attributes:
        kind: What is proposed.
        start: Where the passage starts, in code points of the document's text.
        end: Where it ends.
        text: The passage on one line; words that a line end broke are whole again.
        section: The section, by number or else by heading.
        page: The page, counted from 1; 0 where the file knows no pages.
        element: The element that the statement is about; of a relation, where it starts.
        other: Where a relation ends; None for the other kinds.
        relation: The kind of relation; None for the other kinds.
        works: What the statement rests on, in the order of the text.
        mode: ``read`` when any of the works is cited directly, ``relayed`` when all are known
            through others, ``own`` when there are none.
        direction: Which way the statement points.
        domain: The id of a domain; empty where the passage names none.
        strength: The strength of evidence in the passage's own word; empty where it has none.
        reasons: Why each of these was guessed.
        confidence: From 0 to 1; it only orders the queue.
        fingerprint: The same for the same proposal whenever the same file is read again.
    """

    kind: Kind
    start: int
    end: int
    text: str
    section: str
    page: int
    element: ProposedElement
    other: ProposedElement | None
    relation: RelationKind | None
    works: tuple[Support, ...]
    mode: Mode
    direction: Direction
    domain: str
    strength: str
    reasons: tuple[Reason, ...]
    confidence: float
    fingerprint: str


def fingerprint(
    kind: Kind,
    text: str,
    element: ProposedElement,
    other: ProposedElement | None = None,
    occurrence: int = 0,
) -> str:
    """Give the fingerprint of a proposal, from what it says and not from where it stands.

    Args:
        kind: What is proposed.
        text: The passage.
        element: Its element.
        other: The other element of a relation.
        occurrence: How often the same was proposed earlier in the same report.

    Returns:
        Sixteen signs.
    """
    ends = [one.id or one.name.lower() for one in (element, other) if one is not None]
    said = "\n".join((kind, " ".join(text.lower().split()), *ends, str(occurrence)))
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:16]
