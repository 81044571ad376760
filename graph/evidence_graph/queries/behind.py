"""Which findings about an element stand behind a box of the matrix, or fit what is wanted?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Page
from evidence_graph.queries.filtering import Filters, boxes_of, suits
from evidence_graph.queries.findings import PAGE_SIZE, finding_of
from evidence_graph.queries.lists import EVERYTHING, cells
from evidence_graph.queries.overview import Overview
from evidence_graph.queries.reading import overview
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore
from evidence_ontology.identifiers import UNSPECIFIED

SHOWN: Final = PAGE_SIZE
"""How many findings stand on a page of those that fit."""
AT_ONCE: Final = (4, 40)
"""How many pages of an element are looked through at first, and then each time."""
MOST_PAGES: Final = 800
"""How many are looked through at the most, so that the largest element costs no more than that."""

_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Behind:
    """Findings that fit.

    Attributes:
        page: one page of them; its total is what the matrix counts.
        everything: how many findings there are about the element.
        looked_through: how many of these were looked through, where that was not enough to find
            all of the page; else None.
    """

    page: Page
    everything: int
    looked_through: int | None = None


def findings_behind(
    store: GraphStore,
    element_id: str,
    domains: Collection[str] = (),
    wanted: Filters = EVERYTHING,
    number: int = 0,
) -> Behind:
    """Give a page of the findings about an element in some domains that fit what is wanted.

    What is wanted of rows (layers, perspectives) does not tell findings apart.

    Args:
        store: the graph.
        element_id: the element.
        domains: the domains of a box: one, or several that are folded into it; none means all.
        wanted: what the reader wants to see only.
        number: the page, from 0; where there are fewer, the last one is given.

    Returns:
        The page, in reading order, and how many there are.

    Raises:
        StillReading: something is wanted for which the whole graph is needed, and it is being read.
    """
    whole = overview(store) if wanted else None
    counts = {
        domain: count
        for domain, count in _counts(store, element_id, whole, wanted).items()
        if not domains or domain in domains
    }
    total = sum(counts.values())
    counted = store.read(text("finding_count"), id=element_id)
    everything = rows.number(counted[0], "findings") if counted else 0
    pages = -(-total // SHOWN)
    number = max(min(number, pages - 1), 0)
    first, last = number * SHOWN, min((number + 1) * SHOWN, total)
    ids, looked = _found(store, element_id, everything, last, _fits(counts, whole, wanted))
    found = store.read(text("findings_by_id"), ids=ids[first:last]) if ids[first:last] else []
    page = Page(tuple(map(finding_of, found)), number, pages, total)
    return Behind(page, everything, looked if len(ids) < last else None)


def _counts(
    store: GraphStore, element_id: str, whole: Overview | None, wanted: Filters
) -> Mapping[str, int]:
    # How many fit, by domain: as the matrix counts them.
    if whole is not None:
        boxes = boxes_of(whole, element_id, wanted)
        return {domain: fit.findings for domain, fit in boxes.items()}
    held = cells(store, [element_id], ()).get(element_id, ())
    return {cell.domain: cell.finding_count for cell in held}


def _fits(
    counts: Collection[str], whole: Overview | None, wanted: Filters
) -> Callable[[_Row], bool]:
    suiting = suits(whole, wanted) if whole is not None else None

    def fits(row: _Row) -> bool:
        if next(iter(row["domains"]), UNSPECIFIED) not in counts:
            return False
        of, cited = row["finding"], [source for sources in row["cited"] for source in sources]
        return suiting is None or suiting(of.get("lane") or "", of.get("evidenceKind") or "", cited)

    return fits


def _found(
    store: GraphStore, element_id: str, everything: int, needed: int, fits: Callable[[_Row], bool]
) -> tuple[list[str], int]:
    ids: list[str] = []
    looked = 0
    parts = _parts(store, element_id, everything)
    while len(ids) < needed and (part := next(parts, None)) is not None:
        looked += len(part)
        ids += [row["finding"]["id"] for row in part if fits(row)]
    return ids, looked


def _parts(store: GraphStore, element_id: str, everything: int) -> Iterator[list[dict[str, Any]]]:
    last = min(-(-everything // PAGE_SIZE), MOST_PAGES)
    at, size = 0, AT_ONCE[0]
    while at < last:
        pages = [f"{element_id}#{number}" for number in range(at, min(at + size, last))]
        yield store.read(text("finding_traits"), pages=pages)
        at, size = at + size, AT_ONCE[1]
