"""Which findings are there about an element, and which rest on a source?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import FindingOf, Page
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore

PAGE_SIZE = 25
"""How many findings of an element, or citations of a source, ingest puts on a page."""


def findings_about(store: GraphStore, element_id: str, number: int = 0) -> Page:
    """Give a page of the findings about an element, in reading order.

    Args:
        store: the graph.
        element_id: the element.
        number: the page, from 0.

    Returns:
        The page; empty where there is no such element or page.
    """
    counted = store.read(text("finding_count"), id=element_id)
    total = rows.number(counted[0], "findings") if counted else 0
    return Page(
        _findings(store, "findings_about", element_id, number), number, _pages(total), total
    )


def findings_from(store: GraphStore, source_id: str, number: int = 0) -> Page:
    """Give a page of the findings that rest on a source, by element.

    A page holds the findings of 25 citations, so it may hold more or fewer than 25 findings, and a
    finding that rests on two of them may stand on two pages.

    Args:
        store: the graph.
        source_id: the source.
        number: the page, from 0.

    Returns:
        The page; empty where there is no such source or page.
    """
    counted = store.read(text("citation_count"), id=source_id)
    total = rows.number(counted[0], "findings") if counted else 0
    pages = _pages(rows.number(counted[0], "citations") if counted else 0)
    return Page(_findings(store, "findings_from", source_id, number), number, pages, total)


def _findings(store: GraphStore, question: str, about: str, number: int) -> tuple[FindingOf, ...]:
    return tuple(finding_of(row) for row in store.read(text(question), page=f"{about}#{number}"))


def finding_of(row: Mapping[str, Any]) -> FindingOf:
    """Read one row as a finding.

    Args:
        row: the finding with its elements, domains, outcomes, studies, places and citations.

    Returns:
        The finding.
    """
    return FindingOf(
        id=row["finding"]["id"],
        element=rows.named(row["elements"][0]),
        paraphrase=rows.text(row["finding"], "paraphrase"),
        direction=row["finding"].get("direction") or "",
        domain=next((rows.named(domain) for domain in row["domains"]), None),
        places=rows.places(row["places"]),
        reported_in=rows.source(row["studies"][0]),
        citations=rows.citations(row["citations"]),
        lane=row["finding"].get("lane") or "",
        evidence_kind=row["finding"].get("evidenceKind") or "",
        tested_by=row["finding"].get("testedBy") or "",
        outcomes=tuple(
            rows.named(outcome) for outcome in sorted(row["outcomes"], key=lambda o: str(o["id"]))
        ),
    )


def _pages(count: int) -> int:
    return -(-count // PAGE_SIZE)
