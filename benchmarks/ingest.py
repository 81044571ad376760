"""Our whole pipeline against the bare driver's UNWIND of the same rows, in the same run.

The bare side gets the rows ready-made and does the least that makes the same graph: constraints,
then ``UNWIND … CREATE`` for nodes and ``UNWIND … MATCH … MATCH … CREATE`` for links, in batches of
10,000 rows, one transaction each. Ours reads the tables, reconciles, validates, derives, compares,
journals and loads. Rows are nodes plus links.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.store import GraphStore, Statement
from evidence_ingest.load import nodes
from evidence_ingest.materialise import materialise
from evidence_ingest.pipeline import check, ingest
from evidence_ontology.identifiers import quoted
from evidence_ontology.ontology import ontology
from evidence_ontology.schema import schema

BATCH = 10_000

Row = Mapping[str, Any]
Groups = dict[tuple[str, ...], list[Row]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one comparison gave: rows, and seconds of either side."""

    rows: int
    ours: float
    bare: float

    @property
    def ratio(self) -> float:
        """Our speed as a part of the bare driver's."""
        return self.bare / self.ours


def compare(data: Path, empty: Callable[[], GraphStore]) -> Outcome:
    """Load the same data both ways.

    Args:
        data: The data folder.
        empty: Opens an empty graph, each time anew.

    Returns:
        The outcome.
    """
    put, links = _rows(data)
    with empty() as store:
        began = time.perf_counter()
        _bare(store, put, links)
        bare = time.perf_counter() - began
    rows = sum(map(len, put.values())) + sum(map(len, links.values()))
    del put, links
    with empty() as store:
        began = time.perf_counter()
        ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        ingest(data, store)
        ours = time.perf_counter() - began
    return Outcome(rows, ours, bare)


def _rows(data: Path) -> tuple[Groups, Groups]:
    records = check(data).records
    put: Groups = defaultdict(list)
    links: Groups = defaultdict(list)
    for node in nodes(schema(), records, materialise(ontology(), records)):
        put[node.label,].append({"values": node.values})
        for (kind, start, end, start_id, end_id), values in node.links:
            row = {"start": start_id, "end": end_id, "values": values}
            links[kind, start, end].append(row)
    return put, links


def _bare(store: GraphStore, put: Groups, links: Groups) -> None:
    ensure_schema(store, schema().node_types.values())
    for (label,), rows in put.items():
        text = f"UNWIND $rows AS row CREATE (n:{quoted(label)}) SET n = row.values"
        _run(store, text, rows)
    for (kind, start, end), rows in links.items():
        text = (
            f"UNWIND $rows AS row MATCH (a:{quoted(start)} {{id: row.start}})"
            f" MATCH (b:{quoted(end)} {{id: row.end}}) CREATE (a)-[r:{quoted(kind)}]->(b)"
            " SET r = row.values"
        )
        _run(store, text, rows)


def _run(store: GraphStore, text: str, rows: Iterable[Row]) -> None:
    for batch in _batches(rows):
        store.write([Statement(text, {"rows": batch})])


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        yield batch
