"""Measure the search: does it find what is meant, how fast, and what does its index cost?

    python -m benchmarks.search GRAPH [--speed GRAPH]

The first graph holds the study's data, for which ``search_queries.csv`` says what each query must
find: recall@1 and recall@5 within the kind that is meant. The other may be of any size; its index
is built, weighed and asked.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from evidence_explorer.search.finder import Results, search
from evidence_explorer.search.index import Index
from evidence_explorer.search.vocabulary import Vocabulary
from evidence_graph.opening import open_graph
from evidence_graph.queries.searching import searchables
from evidence_graph.store import GraphStore

QUERIES = Path(__file__).with_name("search_queries.csv")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A query, and which things of which kind answer to it."""

    kind_of_query: str
    query: str
    kind: str
    wanted: frozenset[str]

    def rank(self, results: Results) -> int | None:
        """Tell at which place the first thing stands that is meant.

        Args:
            results: what was found.

        Returns:
            The place, from 1; None where it was not found.
        """
        for group in results.groups:
            if group.kind == self.kind:
                for place, one in enumerate(group.best, 1):
                    if one.thing.id.rpartition("/")[2] in self.wanted:
                        return place
        return None


def labelled() -> Iterator[Labelled]:
    """Read the labelled queries.

    Yields:
        The queries, in the order of the file.
    """
    with QUERIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            wanted = frozenset(row["wanted"].split("|"))
            yield Labelled(row["class"], row["query"], row["kind"], wanted)


def built(store: GraphStore, path: Path | None = None) -> tuple[Index, Vocabulary]:
    """Build the index of a graph.

    Args:
        store: the graph.
        path: where to; thrown away where there is none.

    Returns:
        The index and its words.
    """
    index = Index(path)
    for things in searchables(store):
        index.add(things)
    return index, Vocabulary(index.vocabulary())


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--speed", type=Path)
    given = parser.parse_args()
    with open_graph(given.graph) as store:
        _quality(*built(store))
    if given.speed:
        with open_graph(given.speed) as store, TemporaryDirectory() as folder:
            _speed(store, Path(folder) / "index.sqlite")


def _quality(index: Index, vocabulary: Vocabulary) -> None:
    ranks: dict[str, list[int | None]] = defaultdict(list)
    taken: list[float] = []
    missed: list[str] = []
    for one in labelled():
        began = time.perf_counter()
        rank = one.rank(search(index, vocabulary, one.query))
        taken.append((time.perf_counter() - began) * 1000)
        ranks[one.kind_of_query].append(rank)
        if rank is None or rank > 1:
            missed.append(f"{one.kind_of_query}: {one.query} ({rank or 'not found'})")
    everything = [rank for group in ranks.values() for rank in group]
    print("| queries | how many | recall@1 | recall@5 |\n|---|---|---|---|")
    for name, group in [*ranks.items(), ("all", everything)]:
        print(f"| {name} | {len(group)} | {_recall(group, 1):.2f} | {_recall(group, 5):.2f} |")
    print("\nNot first:", "; ".join(missed))
    _print_times("a query", taken)


def _recall(ranks: Iterable[int | None], most: int) -> float:
    found = [rank is not None and rank <= most for rank in ranks]
    return sum(found) / len(found)


def _speed(store: GraphStore, path: Path) -> None:
    began = time.perf_counter()
    things = list(searchables(store))
    read = time.perf_counter() - began
    index, vocabulary = Index(path), None
    began = time.perf_counter()
    for part in things:
        index.add(part)
    added = time.perf_counter() - began
    began = time.perf_counter()
    vocabulary = Vocabulary(index.vocabulary())
    words = time.perf_counter() - began
    total = sum(map(len, things))
    print(
        f"{total:,} things: read in {read:.1f} s, added in {added:.1f} s, words in {words:.1f} s;"
        f" {path.stat().st_size / 1e6:.0f} MB"
    )
    for query in ("verzonnen", "made-up element 7", "bevinding 4711", "verzonen", "zzzqqq"):
        taken = []
        for _ in range(7):
            began = time.perf_counter()
            search(index, vocabulary, query)
            taken.append((time.perf_counter() - began) * 1000)
        _print_times(f"“{query}”", taken)


def _print_times(what: str, taken: list[float]) -> None:
    print(f"{what}: median {statistics.median(taken):.0f} ms, longest {max(taken):.0f} ms")


if __name__ == "__main__":
    main()
