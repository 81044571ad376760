"""The time of every query behind a page, on one graph.

Each question is asked for the busiest things (the largest element, the most cited source) as well
as for ordinary ones, so that hubs count.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from evidence_graph import queries
from evidence_graph.store import GraphStore

ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one question: median, 95th percentile, and how much it answered."""

    name: str
    median: float
    p95: float
    answers: int


def time_pages(store: GraphStore) -> list[Timing]:
    """Time every question behind a page.

    Args:
        store: The graph.

    Returns:
        One timing per question.
    """
    busy = queries.network(store, limit=60).nodes
    rows = queries.matrix(store, 0, 50).rows
    sources, total = queries.sources(store, 0, 50)
    largest = max(busy, key=lambda node: node.finding_count).id
    quiet = min(rows, key=lambda row: row.finding_count).id
    most_cited = max(sources, key=lambda source: source.finding_count).id
    middle = queries.sources(store, total // 2, 1)[0][0].id
    questions: dict[str, Callable[[], object]] = {
        "matrix, 50 rows": lambda: queries.matrix(store, 0, 50).rows,
        "network, 60 elements": lambda: queries.network(store, 60).nodes,
        "neighbourhood, busiest, 1 step": lambda: queries.neighbourhood(store, largest).nodes,
        "neighbourhood, busiest, 3 steps": lambda: queries.neighbourhood(store, largest, 3).nodes,
        "element, busiest": lambda: [queries.element_page(store, largest)],
        "element, quiet": lambda: [queries.element_page(store, quiet)],
        "findings of the busiest element": lambda: queries.findings_about(store, largest).findings,
        "findings, last page": lambda: _last(queries.findings_about, store, largest),
        "source, most cited": lambda: [queries.source_page(store, most_cited)],
        "source, ordinary": lambda: [queries.source_page(store, middle)],
        "findings of the most cited source": lambda: (
            queries.findings_from(store, most_cited).findings
        ),
        "list of sources": lambda: queries.sources(store, 0, 50)[0],
    }
    return [_time(name, question) for name, question in questions.items()]


def _last(
    question: Callable[[GraphStore, str, int], queries.answers.Page], store: GraphStore, about: str
) -> object:
    pages = question(store, about, 0).pages
    return question(store, about, pages - 1).findings


def _time(name: str, question: Callable[[], object]) -> Timing:
    answer = question()
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        question()
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    size = len(answer) if isinstance(answer, (list, tuple)) else 1
    return Timing(name, statistics.median(taken), taken[int(ROUNDS * 0.95) - 1], size)
