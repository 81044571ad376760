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
    """What of a box fits: how many findings, of which basis; summed only when somebody asks."""

    basis: tuple[tuple[int, Basis], ...]

    @property
    def findings(self) -> int:
        """How many findings fit."""
        return sum(count for count, _ in self.basis)

    @property
    def sources(self) -> frozenset[str]:
        """The sources that support the element by findings that fit."""
        return frozenset(source for _, one in self.basis for source in one.support)


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
        return frozenset().union(*(fit.sources for fit in self.boxes.values()))


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
    fits = _of_finding(overview, wanted)
    found = (_row(line, overview, wanted, fits) for line in overview.lines)
    return _ordered([row for row in found if row], order, language)


def _row(
    line: Line, overview: Overview, wanted: Filters, fits: Callable[[Basis], bool]
) -> Fitting | None:
    if wanted.layers and line.layers.isdisjoint(wanted.layers):
        return None
    if wanted.perspectives and line.perspectives.isdisjoint(wanted.perspectives):
        return None
    boxes = {box.domain: fit for box in line.boxes if (fit := _box(box, overview, wanted, fits))}
    if wanted.of_boxes and not boxes and not _empty_box(line, overview, wanted):
        return None
    return Fitting(line, boxes)


def _box(
    box: Box, overview: Overview, wanted: Filters, fits: Callable[[Basis], bool]
) -> Fit | None:
    if wanted.states and box.state not in wanted.states:
        return None
    if wanted.domains and overview.above[box.domain].isdisjoint(wanted.domains):
        return None
    if not wanted.of_findings:
        return Fit(box.basis)
    found = tuple((count, basis) for count, basis in box.basis if fits(basis))
    return Fit(found) if found else None


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
    fits = _of_finding(overview, wanted)
    line = next((one for one in overview.lines if one.id == element_id), None)
    found = {box.domain: _box(box, overview, wanted, fits) for box in (line.boxes if line else ())}
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

    def source_fits(source: str) -> bool:
        if wanted.sources and source not in wanted.sources:
            return False
        if wanted.since is None and wanted.until is None:
            return True
        year = overview.years.get(source)
        return year is not None and (wanted.since or year) <= year <= (wanted.until or year)

    of_sources = bool(wanted.sources or wanted.since or wanted.until)
    return lambda lane, kind, sources: (
        (not wanted.lanes or lane in wanted.lanes)
        and (not wanted.kinds or kind in wanted.kinds)
        and (not of_sources or any(map(source_fits, sources)))
    )


def _of_finding(overview: Overview, wanted: Filters) -> Callable[[Basis], bool]:
    known: dict[int, bool] = {}
    judged = suits(overview, wanted)

    def fits(basis: Basis) -> bool:
        # Alike findings share one object, so each is judged once.
        found = known.get(id(basis))
        if found is None:
            found = known[id(basis)] = judged(basis.lane, basis.kind, basis.sources)
        return found

    return fits


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
