"""What is known of a few elements, or of a few domains, side by side?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidence_graph.queries.answers import Domain, ElementPage, Named
from evidence_graph.queries.context import element_context
from evidence_graph.queries.element import element_page
from evidence_graph.queries.overview import Basis, Box, Line, Overview
from evidence_graph.queries.reading import overview
from evidence_graph.queries.scheme import domains
from evidence_graph.queries.told_answers import ElementContext
from evidence_graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources read behind one of several things: those of all of them, and of it alone."""

    all: frozenset[str]
    shared: frozenset[str]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class ElementBeside:
    """One element among those compared.

    Attributes:
        page: what stands on its page.
        context: what is told of it besides.
        directions: code of a direction → number of findings.
        sources: the sources that support it.
    """

    page: ElementPage
    context: ElementContext
    directions: Mapping[str, int]
    sources: Sources


@dataclass(frozen=True, slots=True)
class DomainBeside:
    """One domain among those compared.

    Attributes:
        domain: the domain.
        boxes: id of an element → what is known of it there.
        findings: how many findings there are.
        directions: code of a direction → number of findings.
        sources: the sources that support anything there.
        independent: how many independent studies they stand for.
    """

    domain: Domain
    boxes: Mapping[str, Box]
    findings: int
    directions: Mapping[str, int]
    sources: Sources
    independent: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What stands side by side: elements, or domains, never both.

    Attributes:
        elements: the elements.
        domains: the domains.
        gone: ids of what was asked for and is not here.
        lines: the elements that can be chosen, in the order of the matrix.
        choices: the domains that can be chosen.
        names: id of a source → the source, of all that stand here.
    """

    elements: tuple[ElementBeside, ...] = ()
    domains: tuple[DomainBeside, ...] = ()
    gone: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    choices: tuple[Domain, ...] = ()
    names: Mapping[str, Named] | None = None


def compared(store: GraphStore, ids: Sequence[str]) -> Compared:
    """Put things side by side.

    Args:
        store: the graph.
        ids: ids of elements, or of domains; what is of another kind than the first is left out.

    Returns:
        What is known of each.
    """
    whole = overview(store)
    every = domains(store)
    kind = ids[0].partition("/")[0] if ids else ""
    wanted = [ident for ident in ids if ident.startswith(f"{kind}/")]
    elements = _elements(store, whole, wanted) if kind == "element" else ()
    beside = _domains(whole, every, wanted) if kind == "domain" else ()
    found = {one.page.id for one in elements} | {one.domain.id for one in beside}
    return Compared(
        elements=elements,
        domains=beside,
        gone=tuple(ident for ident in wanted if ident not in found),
        lines=whole.lines,
        choices=every,
        names=whole.source_names,
    )


def _elements(store: GraphStore, whole: Overview, ids: Sequence[str]) -> tuple[ElementBeside, ...]:
    pages = [page for ident in ids if (page := element_page(store, ident))]
    lines = {line.id: line for line in whole.lines}
    basis = {
        page.id: [one for box in lines[page.id].boxes for one in box.basis]
        if page.id in lines
        else []
        for page in pages
    }
    sources = _sources([basis[page.id] for page in pages])
    return tuple(
        ElementBeside(page, element_context(store, page.id), _directions(basis[page.id]), behind)
        for page, behind in zip(pages, sources, strict=True)
    )


def _domains(
    whole: Overview, every: Sequence[Domain], ids: Sequence[str]
) -> tuple[DomainBeside, ...]:
    by_id = {domain.id: domain for domain in every}
    chosen = [by_id[ident] for ident in ids if ident in by_id]
    boxes = [
        {line.id: box for line in whole.lines for box in line.boxes if box.domain == domain.id}
        for domain in chosen
    ]
    basis = [[one for box in held.values() for one in box.basis] for held in boxes]
    return tuple(
        DomainBeside(
            domain=domain,
            boxes=held,
            findings=sum(count for count, _ in of),
            directions=_directions(of),
            sources=behind,
            independent=whole.independent(behind.all),
        )
        for domain, held, of, behind in zip(chosen, boxes, basis, _sources(basis), strict=True)
    )


def _directions(basis: Iterable[tuple[int, Basis]]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for count, one in basis:
        found[one.direction] += count
    return found


def _sources(beside: Sequence[Sequence[tuple[int, Basis]]]) -> list[Sources]:
    every = [frozenset(s for _, one in basis for s in one.support) for basis in beside]
    shared = frozenset.intersection(*every) if len(every) > 1 else frozenset()
    return [
        Sources(
            all=one,
            shared=shared,
            alone=one.difference(*(other for m, other in enumerate(every) if m != n))
            if len(every) > 1
            else frozenset(),
        )
        for n, one in enumerate(every)
    ]
