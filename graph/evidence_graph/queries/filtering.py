"""Which rows and boxes of the matrix hold what a reader wants to see, and how many is that?

A box fits when it lies in a wanted domain, has a wanted state, and holds a finding that fits
everything wanted of findings: lane, kind of evidence, and one source that is wanted and from the
wanted years. A row fits when it stands in a wanted layer, is seen from a wanted side, and one of
its boxes fits. Counts are of the findings that fit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from evidence_graph.queries.overview import NOTHING, Basis, Box, Line, Overview

Order = Literal["layer", "name", "findings", "sources", "domains"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader wants to see only: within one field any of the values, all fields together.

    Attributes:
        layers: ids of layers (``layer/…``); those below them count too.
        domains: ids of domains (``domain/…``); those below them count too.
        states: codes of states, such as ``N0``.
        sources: ids of sources (``source/…``).
        kinds: codes of the kind of evidence.
        lanes: codes of lanes.
        perspectives: ids of perspectives (``perspective/…``).
        since: only what is based on a source of this year or later.
        until: only what is based on a source of this year or earlier.
    """

    layers: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    perspectives: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None

    def __bool__(self) -> bool:
        return self != Filters()

    @property
    def of_findings(self) -> bool:
        """Whether anything is wanted of findings."""
        return bool(self.sources or self.kinds or self.lanes or self.since or self.until)

    @property
    def of_boxes(self) -> bool:
        """Whether anything is wanted of boxes."""
        return bool(self.domains or self.states or self.of_findings)


@dataclass(frozen=True, slots=True)
class Fit:
    """What of a box fits: how many findings, of which basis; picked only when somebody asks."""

    held: tuple[tuple[int, Basis], ...]
    only: frozenset[int] | None = None

    @property
    def basis(self) -> tuple[tuple[int, Basis], ...]:
        """What findings that fit rest on, and how many are alike in that."""
        if self.only is None:
            return self.held
        return tuple([held for held in self.held if id(held[1]) in self.only])

    @property
    def findings(self) -> int:
        """How many findings fit."""
        return sum(count for count, _ in self.basis)

    @property
    def sources(self) -> frozenset[str]:
        """The sources that support the element by findings that fit."""
        return _support(self.basis)


@dataclass(frozen=True, slots=True)
class Fitting:
    """A row that fits, with what fits of each of its boxes, by domain."""

    line: Line
    boxes: Mapping[str, Fit]

    @property
    def findings(self) -> int:
        """How many findings of the row fit."""
        return sum(fit.findings for fit in self.boxes.values())

    @property
    def sources(self) -> frozenset[str]:
        """The sources that support the element by findings that fit."""
        return _support(held for fit in self.boxes.values() for held in fit.basis)


def _support(basis: Iterable[tuple[int, Basis]]) -> frozenset[str]:
    found: set[str] = set()
    for _, one in basis:
        found.update(one.support)
    return frozenset(found)


def fitting(
    overview: Overview, wanted: Filters, order: Order = "layer", language: str = "nl"
) -> tuple[Fitting, ...]:
    """Find the rows that hold what is wanted.

    Args:
        overview: the whole matrix.
        wanted: what is wanted.
        order: in which order.
        language: whose alphabet and names, for the order by name.

    Returns:
        The rows, each with its boxes that fit.
    """
    fits = _fitting(overview.basis, overview, wanted)
    found = (_row(line, overview, wanted, fits) for line in overview.lines)
    return _ordered([row for row in found if row], order, language)


def _row(line: Line, overview: Overview, wanted: Filters, fits: frozenset[int]) -> Fitting | None:
    if wanted.layers and line.layers.isdisjoint(wanted.layers):
        return None
    if wanted.perspectives and line.perspectives.isdisjoint(wanted.perspectives):
        return None
    boxes = {box.domain: fit for box in line.boxes if (fit := _box(box, overview, wanted, fits))}
    if wanted.of_boxes and not boxes and not _empty_box(line, overview, wanted):
        return None
    return Fitting(line, boxes)


def _box(box: Box, overview: Overview, wanted: Filters, fits: frozenset[int]) -> Fit | None:
    if wanted.states and box.state not in wanted.states:
        return None
    if wanted.domains and overview.above[box.domain].isdisjoint(wanted.domains):
        return None
    if not wanted.of_findings:
        return Fit(box.basis)
    return None if fits.isdisjoint(id(one) for _, one in box.basis) else Fit(box.basis, fits)


def _empty_box(line: Line, overview: Overview, wanted: Filters) -> bool:
    # Whether a box that holds nothing at all is what is wanted.
    if NOTHING not in wanted.states or wanted.of_findings:
        return False
    filled = {box.domain for box in line.boxes}
    return any(
        domain not in filled and (not wanted.domains or not above.isdisjoint(wanted.domains))
        for domain, above in overview.above.items()
    )


def boxes_of(overview: Overview, element_id: str, wanted: Filters) -> Mapping[str, Fit]:
    """Find the boxes of one element that fit, whatever is wanted of rows.

    Args:
        overview: the whole matrix.
        element_id: the element.
        wanted: what is wanted.

    Returns:
        Id of a domain → what fits there; empty where there is no such element.
    """
    boxes = next((line.boxes for line in overview.lines if line.id == element_id), ())
    fits = _fitting((one for box in boxes for _, one in box.basis), overview, wanted)
    found = {box.domain: _box(box, overview, wanted, fits) for box in boxes}
    return {domain: fit for domain, fit in found.items() if fit}


def suits(overview: Overview, wanted: Filters) -> Callable[[str, str, Iterable[str]], bool]:
    """Give what tells whether a finding fits.

    Args:
        overview: the whole matrix.
        wanted: what is wanted.

    Returns:
        What tells it by the lane, the kind of evidence (both empty where the source gives no
        ground) and the ids of the sources that the finding rests on.
    """
    sources = _sources(overview, wanted)
    return lambda lane, kind, held: (
        (not wanted.lanes or lane in wanted.lanes)
        and (not wanted.kinds or kind in wanted.kinds)
        and (sources is None or not sources.isdisjoint(held))
    )


def _sources(overview: Overview, wanted: Filters) -> frozenset[str] | None:
    # The sources of which a finding needs one; nothing where any will do.
    first, last = wanted.since, wanted.until
    if first is None and last is None:
        return frozenset(wanted.sources) or None
    years = overview.years
    return frozenset(
        source
        for source in wanted.sources or years
        if (year := years.get(source)) is not None and (first or year) <= year <= (last or year)
    )


def _fitting(basis: Iterable[Basis], overview: Overview, wanted: Filters) -> frozenset[int]:
    # By identity: alike findings share one object, so each is judged once.
    if not wanted.of_findings:
        return frozenset()
    suiting = suits(overview, wanted)
    return frozenset(id(one) for one in basis if suiting(one.lane, one.kind, one.sources))


def _ordered(rows: list[Fitting], order: Order, language: str) -> tuple[Fitting, ...]:
    keys: dict[Order, Callable[[Fitting], object]] = {
        "name": lambda row: row.line.label.in_(language).casefold(),
        "findings": lambda row: -row.findings,
        "sources": lambda row: -len(row.sources),
        "domains": lambda row: -len(row.boxes),
    }
    # What comes out equal stays in the order of the matrix.
    return tuple(sorted(rows, key=keys[order])) if order in keys else tuple(rows)  # type: ignore[arg-type]


def known_in(rows: tuple[Fitting, ...]) -> Mapping[str, int]:
    """Count by domain in how many rows something fits.

    Args:
        rows: the rows.

    Returns:
        Id of a domain → the number of rows.
    """
    return Counter(domain for row in rows for domain in row.boxes)


def known_below(overview: Overview, rows: tuple[Fitting, ...]) -> Mapping[str, int]:
    """Count by domain in how many rows something fits there, or in a domain below it.

    Args:
        overview: the whole matrix.
        rows: the rows.

    Returns:
        Id of a domain → the number of rows.
    """
    return Counter(
        above
        for row in rows
        for above in frozenset().union(*(overview.above[domain] for domain in row.boxes))
    )


@dataclass(frozen=True, slots=True)
class Without:
    """How many rows would be left if one filter were dropped: its field, and the number."""

    field: str
    rows: int


def dropping(overview: Overview, wanted: Filters) -> tuple[Without, ...]:
    """Tell which filter to drop, where all together leave nothing.

    Args:
        overview: the whole matrix.
        wanted: what is wanted.

    Returns:
        Each filter that is in use with what would be left without it, the most first.
    """
    usual = Filters()
    found = []
    for name in Filters.__slots__:
        if getattr(wanted, name) != getattr(usual, name):
            less = replace(wanted, **{name: getattr(usual, name)})
            found.append(Without(name, len(fitting(overview, less))))
    return tuple(sorted(found, key=lambda one: -one.rows))


@lru_cache(maxsize=1)
def choices(overview: Overview) -> Mapping[str, Mapping[str, int]]:
    """Count for each filter what can be chosen, and in how many rows it is found.

    Args:
        overview: the whole matrix.

    Returns:
        Field of :class:`Filters` → value → number of elements; years stand under ``since``.
    """
    found: dict[str, Counter[str]] = {
        name: Counter() for name in Filters.__slots__ if name != "until"
    }
    for line in overview.lines:
        for field, values in _values(line, overview).items():
            found[field].update(values)
    return found


def _values(line: Line, overview: Overview) -> dict[str, set[str]]:
    basis = {id(one): one for box in line.boxes for _, one in box.basis}.values()
    sources = {source for one in basis for source in one.sources}
    return {
        "layers": set(line.layers),
        "perspectives": set(line.perspectives),
        "domains": {above for box in line.boxes for above in overview.above[box.domain]},
        "states": {box.state for box in line.boxes} | _unjudged(line, overview),
        "lanes": {one.lane for one in basis} - {""},
        "kinds": {one.kind for one in basis} - {""},
        "sources": sources,
        "since": {str(overview.years[one]) for one in sources if one in overview.years},
    }


def _unjudged(line: Line, overview: Overview) -> set[str]:
    return {NOTHING} if _empty_box(line, overview, Filters(states=(NOTHING,))) else set()
