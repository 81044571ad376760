"""Answers about what a study tells besides findings: context, advice, doubts, practice."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_graph.queries.answers import CitationOf, FindingOf, Named, Text


@dataclass(frozen=True, slots=True)
class Told:
    """One record that a study tells, of any kind.

    Attributes:
        id: Its id.
        kind: Its class, such as ``KnowledgeGap``.
        title: Its name or term; empty for kinds without one.
        text: What it says, in our own words.
        code: Its code in the closed list that tells such records apart; empty for kinds without.
        elements: The elements that it is about.
        domains: The domains that it is about.
        related: Perspectives, a case or sources that it points at.
        places: Where it stands.
        citations: Who says so.
    """

    id: str
    kind: str
    title: Text
    text: Text
    code: str = ""
    elements: tuple[Named, ...] = ()
    domains: tuple[Named, ...] = ()
    related: tuple[Named, ...] = ()
    places: tuple[str, ...] = ()
    citations: tuple[CitationOf, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One finding of a contradiction, with the element that it is about."""

    finding: str
    element: Named
    direction: str
    paraphrase: Text


@dataclass(frozen=True, slots=True)
class ContradictionOf:
    """Where findings pull apart."""

    id: str
    text: Text
    sides: tuple[Side, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """How well an element is supported: counts of findings, sources and independent studies."""

    element: Named
    finding_count: int
    source_count: int
    independent_count: int
    relayed_count: int
    exception_count: int
    states: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RecommendationOf:
    """A recommendation and what it rests on, the weakest first.

    ``weakest`` holds the elements with the fewest independent studies; none where it names none.
    """

    id: str
    title: Text
    text: Text
    order: int
    study: Named
    elements: tuple[Support, ...]
    weakest: tuple[Named, ...]
    findings: tuple[FindingOf, ...]
    places: tuple[str, ...]
    citations: tuple[CitationOf, ...]


@dataclass(frozen=True, slots=True)
class ProtocolOf:
    """What a study searched for, where and how; ``terms`` and ``exclusions`` by language."""

    id: str
    systematic: bool
    question: Text
    terms: tuple[tuple[str, ...], tuple[str, ...]]
    searched_in: Text
    from_year: int | None
    to_year: int | None
    exclusions: tuple[tuple[str, ...], tuple[str, ...]]
    selection: Text
    covers: tuple[Named, ...]
    searches_for: tuple[Named, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatisticOf:
    """A number that a study gives, and what is unclear about it."""

    id: str
    title: Text
    figure: str
    base: Text
    period: str
    note: Text
    places: tuple[str, ...]
    citations: tuple[CitationOf, ...]


@dataclass(frozen=True, slots=True)
class CurationOf:
    """What was done to the data of a study, by whom and when (``on`` is an ISO date)."""

    id: str
    action: str
    by: str
    on: str
    text: Text


@dataclass(frozen=True, slots=True)
class ReleaseOf:
    """A release of the data."""

    version: str
    on: str
    note: Text


@dataclass(frozen=True, slots=True)
class PerspectiveOf:
    """A side from which the field is looked at."""

    id: str
    label: Text
    definition: Text


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of elements as a study prints it.

    ``on_one_source`` and ``on_none`` count the members for which the list itself cites one source,
    or none.
    """

    id: str
    title: Text
    members: tuple[Named, ...]
    places: tuple[str, ...]
    on_one_source: int
    on_none: int


@dataclass(frozen=True, slots=True)
class Loss:
    """What of a list is left without support when a source falls away.

    ``lost`` counts only on what the list itself cites for its members.
    """

    list: Named
    members: int
    carried: int
    lost: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class StudyOf:
    """A piece of research that a source reports on."""

    id: str
    label: Text
    evidence_kind: str
    note: Text


@dataclass(frozen=True, slots=True)
class ConcernOf:
    """What lowers the certainty of an assessment: a criterion, how seriously, and why."""

    criterion: str
    seriousness: str
    text: Text


@dataclass(frozen=True, slots=True)
class AssessmentOf:
    """What assessors conclude of an element in a domain, with their reasons.

    ``lane``, ``coverage``, ``direction``, ``certainty`` and ``status`` are codes; ``direction`` and
    ``certainty`` are empty where nothing was found. ``assessors`` are who wrote it, who assessed it
    independently after that, and who decided where they did not agree. Dates are ISO 8601.
    """

    id: str
    domain: Named
    outcomes: tuple[Named, ...]
    lane: str
    coverage: str
    direction: str
    certainty: str
    contested: bool
    status: str
    rationale: Text
    deviation: Text
    assessors: tuple[str, ...]
    assessed_on: str
    published_on: str
    review_due: str
    finding_count: int
    concerns: tuple[ConcernOf, ...]


@dataclass(frozen=True, slots=True)
class ElementContext:
    """What is told of one element besides findings, relations and exceptions."""

    conditions: tuple[Told, ...] = ()
    contradictions: tuple[ContradictionOf, ...] = ()
    definitions: tuple[Told, ...] = ()
    voices: tuple[Told, ...] = ()
    gaps: tuple[Told, ...] = ()
    recommendations: tuple[Told, ...] = ()
    lists: tuple[Told, ...] = ()
    assessments: tuple[AssessmentOf, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceContext:
    """What is told of one source besides its findings."""

    studies: tuple[StudyOf, ...] = ()
    open_points: tuple[Told, ...] = ()
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class StudyContext:
    """How a study came to its findings, and what it does not say."""

    study: Named
    protocols: tuple[ProtocolOf, ...] = ()
    gaps: tuple[Told, ...] = ()
    open_points: tuple[Told, ...] = ()
    cases: tuple[Told, ...] = ()
    voices: tuple[Told, ...] = ()
    definitions: tuple[Told, ...] = ()
    statistics: tuple[StatisticOf, ...] = ()
    lists: tuple[ListOf, ...] = ()
    contradictions: tuple[ContradictionOf, ...] = ()
    curation: tuple[CurationOf, ...] = ()
    perspectives: tuple[PerspectiveOf, ...] = ()
    releases: tuple[ReleaseOf, ...] = ()
