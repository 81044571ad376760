"""The time of every page's questions, and of the slowest query behind each, on one graph.

Each question is asked for the busiest things (the largest element, the most cited source) as well
as for ordinary ones, so that hubs count. A page asks one to seven queries, one after the other.
"""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from evidence_graph import queries
from evidence_graph.store import GraphStore

ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one page's questions together, how much they answered, and how many queries.

    ``slowest_median`` and ``slowest_p95`` are those of the slowest single query behind the page.
    """

    name: str
    median: float
    p95: float
    answers: int
    queries: int
    slowest_median: float
    slowest_p95: float


class Watched:
    """A graph that writes down how long each of its answers took."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self.taken: dict[str, list[float]] = defaultdict(list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Ask, and write down the milliseconds.

        Returns:
            The rows.
        """
        began = time.perf_counter()
        rows = self._store.read(cypher, **parameters)
        self.taken[cypher].append((time.perf_counter() - began) * 1000)
        return rows


def time_pages(opened: GraphStore) -> list[Timing]:
    """Time every question behind a page.

    Args:
        opened: The graph.

    Returns:
        One timing per question.
    """
    store = cast("GraphStore", watched := Watched(opened))
    busy = queries.network(store, limit=60).nodes
    rows = queries.matrix(store, 0, 50).rows
    sources, total = queries.sources(store, 0, 50)
    largest = max(busy, key=lambda node: node.finding_count).id
    quiet = min(rows, key=lambda row: row.finding_count).id
    most_cited = max(sources, key=lambda source: source.finding_count).id
    middle = queries.sources(store, total // 2, 1)[0][0].id
    questions: dict[str, Callable[[], object]] = {
        "matrix, 50 rows": lambda: queries.matrix(store, 0, 50).rows,
        "matrix, filtered by the most cited source": lambda: (
            queries.matrix(store, 0, 50, wanted=queries.Filters(sources=(most_cited,))).rows
        ),
        "what is not known": lambda: [
            queries.gaps(queries.overview(store), queries.domains(store))
        ],
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
    return [_time(watched, name, question) for name, question in questions.items()]


def _last(
    question: Callable[[GraphStore, str, int], queries.answers.Page], store: GraphStore, about: str
) -> object:
    pages = question(store, about, 0).pages
    return question(store, about, pages - 1).findings


def _time(watched: Watched, name: str, question: Callable[[], object]) -> Timing:
    answer = question()
    watched.taken.clear()
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        question()
        taken.append((time.perf_counter() - began) * 1000)
    slowest = max(watched.taken.values(), key=statistics.median)
    return Timing(
        name=name,
        median=statistics.median(taken),
        p95=_p95(taken),
        answers=len(answer) if isinstance(answer, (list, tuple)) else 1,
        queries=sum(map(len, watched.taken.values())) // ROUNDS,
        slowest_median=statistics.median(slowest),
        slowest_p95=_p95(slowest),
    )


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95) - 1]
