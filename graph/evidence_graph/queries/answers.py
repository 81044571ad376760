"""What the questions in this package answer with: frozen, typed, free of any engine.

Every text that a reader sees comes as a :class:`Text` with both languages, so that a view picks
the language and never asks the graph again for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Dutch and in English; either may be empty, never both for an obligatory one."""

    nl: str = ""
    en: str = ""

    def in_(self, language: str) -> str:
        """Give the text in a language, or in the other one where it is missing.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The text; empty only where neither language has one.
        """
        return (self.nl or self.en) if language == "nl" else (self.en or self.nl)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that can be pointed at: its id in the graph and its name."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Layer:
    """An ordering layer; ``ring`` 0 is the client, larger is further out; None is on no ring."""

    id: str
    label: Text
    definition: Text
    order: int
    ring: int | None
    broader: str | None
    element_count: int = 0


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain or target group, ``broader`` the id of the one above it.

    ``cell_count`` counts the elements of which anything is known there.
    """

    id: str
    label: Text
    definition: Text
    order: int
    broader: str | None
    cell_count: int = 0


@dataclass(frozen=True, slots=True)
class Reported:
    """A strength in a source's own word, unconverted, with who says so."""

    word: Text
    reporter: Named
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one element in one domain. ``state`` is a code of the scheme of states.

    ``fits`` is False where something is known but nothing that the reader wants to see.
    """

    element: str
    domain: str
    state: str
    finding_count: int = 0
    source_count: int = 0
    reported: tuple[Reported, ...] = ()
    independent_count: int = 0
    fits: bool = True


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element as it stands in a list or as a row of the matrix."""

    id: str
    label: Text
    layers: tuple[str, ...]
    finding_count: int
    source_count: int
    exception_count: int
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """One page of the matrix; a cell that is absent is N0, empty.

    Attributes:
        domains: the columns.
        rows: the rows of this page.
        total: how many rows hold what the reader wants to see.
        offset: the first row.
        everything: how many rows there are without any filter.
        known: id of a domain → in how many of all rows something is known there.
        known_below: the same, there or in a domain below it.
    """

    domains: tuple[Domain, ...]
    rows: tuple[ElementRow, ...]
    total: int
    offset: int
    everything: int = 0
    known: Mapping[str, int] = field(default_factory=dict)
    known_below: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CitationOf:
    """One citation: which source, as printed, read or relayed, and by whom it is relayed."""

    source: Named | None
    printed: str
    mode: str
    relayed_by: tuple[Named, ...] = ()
    pages: str = ""


@dataclass(frozen=True, slots=True)
class FindingOf:
    """One finding about one element, in our paraphrase, with its place and its citations.

    ``lane``, ``evidence_kind`` and ``tested_by`` are codes, empty where the source gives no ground.
    """

    id: str
    element: Named
    paraphrase: Text
    direction: str
    domain: Named | None
    places: tuple[str, ...]
    reported_in: Named
    citations: tuple[CitationOf, ...]
    lane: str = ""
    evidence_kind: str = ""
    tested_by: str = ""
    outcomes: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of findings; ``number`` counts from 0, ``total`` counts the findings of all."""

    findings: tuple[FindingOf, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class RelationOf:
    """A relation between two elements, seen from neither; ``kind`` is a code of its scheme."""

    id: str
    kind: str
    start: Named
    end: Named
    paraphrase: Text
    places: tuple[str, ...]
    citations: tuple[CitationOf, ...]


@dataclass(frozen=True, slots=True)
class ExceptionOf:
    """An exception: when it holds and what then changes."""

    id: str
    elements: tuple[Named, ...]
    condition: Text
    consequence: Text
    places: tuple[str, ...]
    citations: tuple[CitationOf, ...]


@dataclass(frozen=True, slots=True)
class ElementPage:
    """Everything that stands on the page of one element, but its findings (they come paged).

    ``synonyms`` are those in Dutch and those in English; they do not come in pairs.
    ``relations`` are the first hundred at most; ``relation_count`` counts all.
    """

    id: str
    label: Text
    definition: Text
    synonyms: tuple[tuple[str, ...], tuple[str, ...]]
    layers: tuple[Layer, ...]
    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]
    finding_count: int
    source_count: int
    independent_count: int
    relayed_count: int
    cells: tuple[Cell, ...]
    relation_count: int
    relations: tuple[RelationOf, ...]
    exceptions: tuple[ExceptionOf, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as it stands in a list."""

    id: str
    short_name: str
    title: str
    year: int | None
    finding_count: int
    element_count: int
    sole_count: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Everything on the page of one source, but its findings. ``relayed_by``: who tells of it."""

    id: str
    short_name: str
    title: str
    authors: tuple[str, ...]
    year: int | None
    source_type: str
    url: str
    note: Text
    spellings: tuple[str, ...]
    finding_count: int
    element_count: int
    sole_support_of: tuple[Named, ...]
    relayed_by: tuple[Named, ...]
    relays: tuple[Named, ...]
    reported_strengths: tuple[tuple[Named, Named, Reported], ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An element, a source or a domain in a network; its id tells which.

    Attributes:
        id: its id in the graph.
        label: its name.
        layer: of an element, the layer that it stands in.
        finding_count: how many findings there are about it, or from it.
        source_count: on how many read sources it rests.
        exception_count: how many exceptions qualify it.
        states: of an element, states with the number of domains that have them.
        distance: steps from the centre, or from the start of a path, if there is one.
        reported_count: in how many domains a source itself speaks of strength.
        element_count: of a source or a domain, how many elements it carries or knows of.
        tie_count: how many others it is tied to, drawn or not; those that unfolding it would show.
        unfolded_by: the element that was unfolded to show it.
    """

    id: str
    label: Text
    layer: str
    finding_count: int
    source_count: int
    exception_count: int
    states: tuple[tuple[str, int], ...]
    distance: int | None = None
    reported_count: int = 0
    element_count: int = 0
    tie_count: int = 0
    unfolded_by: str | None = None

    @property
    def kind(self) -> str:
        """The kind of thing: ``element``, ``source`` or ``domain``."""
        prefix = self.id.partition("/")[0]
        return prefix if prefix in {"source", "domain"} else "element"


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """All relations of one kind from one thing to another, ``count`` of them.

    Besides the kinds of the ontology and ``broader`` there are ``relays`` (a source leans on
    another), ``carries-read``, ``carries-own`` and ``carries-relayed`` (a source carries an
    element; ``count`` are its findings) and ``known-in`` (of an element something is known in a
    domain).
    """

    start: str
    end: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Network:
    """Things and what ties them; how they are to be arranged follows from ``kind``.

    Attributes:
        layers: the ordering layers.
        nodes: what is drawn.
        edges: the ties between those.
        centre: what stands in the middle, or at the start of a path.
        left_out: how many would belong here and did not fit under the limit.
        kind: ``rings``, ``around``, ``sources``, ``path`` or ``domain``.
    """

    layers: tuple[Layer, ...]
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    centre: str | None = None
    left_out: int = 0
    kind: str = "rings"


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of the graph by label and by relationship type, names sorted."""

    nodes: dict[str, int] = field(default_factory=dict)
    relationships: dict[str, int] = field(default_factory=dict)
