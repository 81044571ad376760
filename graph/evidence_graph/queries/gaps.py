"""What is not known, and what would no longer be known without some sources?

Worked out from the whole matrix (:mod:`~evidence_graph.queries.overview`), so that each number is
exact. "Not known" is never "does not work": each kind of not knowing is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from evidence_graph.queries import told
from evidence_graph.queries.answers import Domain, Named
from evidence_graph.queries.overview import Line, Overview
from evidence_graph.queries.told_answers import ContradictionOf, Told
from evidence_graph.store import GraphStore

SEARCHED_NONE_FOUND = "N1"
TOO_LITTLE = "N2"
CONTESTED = "M"
FOR, AGAINST = "supports", "contradicts"


@dataclass(frozen=True, slots=True)
class Thin:
    """An element with what it rests on: the sources read, and those known only by hearsay."""

    line: Line
    sources: tuple[str, ...]
    relayed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """One box: an element in a domain, with its state."""

    line: Line
    domain: str
    state: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is not known.

    Attributes:
        boxes: how many boxes there are, every element in every domain.
        empty: in how many of them nothing is known.
        unknown_domains: domains in which nothing is known of any element.
        untouched: elements of which no source says anything.
        unsupported: elements that only the study itself speaks of, citing nobody.
        only_relayed: elements that rest on hearsay alone.
        one_source: elements that rest on one source.
        one_study: elements with several sources, all of one piece of research.
        searched: boxes that were searched without finding anything, or too little to say.
        contested: boxes where sources contradict.
        pulling: elements of which one finding says that it helps and another that it does not.
    """

    boxes: int
    empty: int
    unknown_domains: tuple[Domain, ...]
    untouched: tuple[Line, ...]
    unsupported: tuple[Line, ...]
    only_relayed: tuple[Thin, ...]
    one_source: tuple[Thin, ...]
    one_study: tuple[Thin, ...]
    searched: tuple[Spot, ...]
    contested: tuple[Spot, ...]
    pulling: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Fallen:
    """An element that rests on a source that is thought away.

    Attributes:
        line: the element.
        before: how many sources it rests on now.
        left: how many are left.
        studies_before: how many independent studies it rests on now.
        studies_left: how many are left.
    """

    line: Line
    before: int
    left: int
    studies_before: int
    studies_left: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a study itself says is not known: its questions and gaps, doubts, what pulls apart."""

    gaps: tuple[Told, ...]
    open_points: tuple[Told, ...]
    contradictions: tuple[ContradictionOf, ...]


@lru_cache(maxsize=1)
def gaps(overview: Overview, domains: tuple[Domain, ...]) -> Gaps:
    """Tell what is not known; kept, since a large graph takes a second.

    Args:
        overview: the whole matrix.
        domains: the domains.

    Returns:
        Each kind of not knowing.
    """
    lines = overview.lines
    filled = {box.domain for line in lines for box in line.boxes}
    boxes = len(lines) * len(domains)
    grounds = overview.grounds
    thin = [Thin(line, grounds[line.id].read, grounds[line.id].relayed) for line in lines]
    spots = [Spot(line, box.domain, box.state) for line in lines for box in line.boxes]
    return Gaps(
        boxes=boxes,
        empty=boxes - len(spots),
        unknown_domains=tuple(domain for domain in domains if domain.id not in filled),
        untouched=tuple(line for line in lines if not any(box.basis for box in line.boxes)),
        unsupported=tuple(
            one.line
            for one in thin
            if not one.sources and not one.relayed and any(box.basis for box in one.line.boxes)
        ),
        only_relayed=tuple(one for one in thin if not one.sources and one.relayed),
        one_source=tuple(one for one in thin if len(one.sources) == 1),
        one_study=tuple(
            one for one in thin if len(one.sources) > 1 == overview.independent(one.sources)
        ),
        searched=tuple(spot for spot in spots if spot.state in {SEARCHED_NONE_FOUND, TOO_LITTLE}),
        contested=tuple(spot for spot in spots if spot.state == CONTESTED),
        pulling=tuple(line for line in lines if {FOR, AGAINST} <= _directions(line)),
    )


def without(overview: Overview, sources: Iterable[str]) -> tuple[Fallen, ...]:
    """Tell what would be left if sources fell away.

    Args:
        overview: the whole matrix.
        sources: ids of the sources.

    Returns:
        The elements that rest on any of them, those that keep the least first.
    """
    gone = frozenset(sources)
    found = []
    for line in overview.lines:
        before = overview.grounds[line.id].read
        if not gone.isdisjoint(before):
            left = frozenset(before) - gone
            studies = overview.independent(before), overview.independent(left)
            found.append(Fallen(line, len(before), len(left), *studies))
    return tuple(sorted(found, key=lambda one: (one.studies_left, one.left)))


def asked(store: GraphStore, study: Named) -> Asked:
    """Tell what a study itself says is not known.

    Args:
        store: the graph.
        study: a study that was read.

    Returns:
        Its questions and gaps, what it leaves open, and where its findings pull apart.
    """

    def of(label: str) -> list[str]:
        return told.ids_in_study(store, label, study.id)

    return Asked(
        gaps=told.told(store, "KnowledgeGap", of("KnowledgeGap")),
        open_points=told.told(store, "OpenPoint", of("OpenPoint")),
        contradictions=told.contradictions(store, of("Contradiction")),
    )


def _directions(line: Line) -> set[str]:
    return {one.direction for box in line.boxes for _, one in box.basis}
