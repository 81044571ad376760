"""Time the rules that are derived from the shapes against pySHACL, and hold both to one answer.

    python -m benchmarks.validation
    python -m benchmarks.validation --findings 1000 --findings 100000 --shacl-up-to 1000

The data is made up, and a part of the records is broken in each way that a shape forbids. The table
goes to docs/reference/validation.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import synthetic
from evidence_ingest.readers.data import read
from evidence_ingest.reconcile import reconcile
from evidence_ontology.ontology import ontology
from evidence_ontology.records import Record
from evidence_ontology.schema import schema
from evidence_ontology.triples import rdf_graph
from evidence_ontology.validation import Violation, shacl_violations, violations
from tests.ontology.breaking import breakages
from tests.ontology.records import CONFORMING

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "validation.md"
EVERY = 50
"""One record in so many is broken."""
COPIES = 20
"""How often the set with every broken rule is repeated."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What one size took.

    Attributes:
        what: How many findings, or what else the data is.
        records: How many records in all.
        broken: How many of them were broken.
        found: How many violations the derived rules found.
        ours: Seconds of the derived rules.
        triples: How many triples pySHACL was given, if it ran.
        theirs: Seconds of pySHACL, if it ran.
        same: Whether both named the same records and properties, if both ran.
    """

    what: str
    records: int
    broken: int
    found: int
    ours: float
    triples: int | None = None
    theirs: float | None = None
    same: bool | None = None


def main() -> None:
    """Measure what the command line asks for, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.validation", description=__doc__)
    parser.add_argument("--findings", type=int, action="append", default=[])
    parser.add_argument("--shacl-up-to", type=int, default=10_000)
    given = parser.parse_args()
    sizes = given.findings or [1_000, 10_000, 100_000]
    timings = [measure(size, shacl=size <= given.shacl_up_to) for size in sizes]
    timings.append(measure_every_rule(COPIES))
    PAGE.write_text(page(timings), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


def measure(findings: int, *, shacl: bool) -> Timing:
    """Time both on data of one size.

    Args:
        findings: How many findings.
        shacl: Whether to run pySHACL too.

    Returns:
        The timing.
    """
    records, broken = _broken(_records(findings))
    return _timed(f"{findings:,}", records, broken, shacl=shacl)


def measure_every_rule(copies: int) -> Timing:
    """Time both on records of every class, broken in each way that any shape forbids.

    Args:
        copies: How often the set is repeated.

    Returns:
        The timing.
    """
    records = _every_rule(copies)
    broken = len(records) - copies * len(CONFORMING)
    return _timed("every rule of every shape", records, broken, shacl=True)


def _timed(what: str, records: Sequence[Record], broken: int, *, shacl: bool) -> Timing:
    start = time.perf_counter()
    ours = violations(schema(), records)
    timing = Timing(what, len(records), broken, len(ours), time.perf_counter() - start)
    if not shacl:
        return timing
    graph = rdf_graph(schema(), records)
    start = time.perf_counter()
    theirs = shacl_violations(graph)
    taken = time.perf_counter() - start
    same = _named(ours) == _named(theirs)
    return replace(timing, triples=len(graph), theirs=taken, same=same)


def _records(findings: int) -> list[Record]:
    with TemporaryDirectory() as folder:
        synthetic.make(findings, Path(folder))
        extraction = read(schema(), Path(folder), lambda: None)
        return reconcile(schema(), ontology(), extraction).records


def _broken(records: Iterable[Record]) -> tuple[list[Record], int]:
    # Layers are part of the ontology, which pySHACL is given in any case: a broken one is mended.
    turn: dict[str, Iterator[int]] = {}
    changed, broken = [], 0
    for number, record in enumerate(records):
        ours = schema().node_types[record.label].scope != "ontology"
        ways = list(breakages(record)) if ours and number % EVERY == 0 else []
        if ways:
            which = next(turn.setdefault(record.label, count()))
            changed.append(ways[which % len(ways)][1])
            broken += 1
        else:
            changed.append(record)
    return changed, broken


def _every_rule(copies: int) -> list[Record]:
    # Each copy: the conforming set, and beside it each way to break each of its records.
    ways = [(record, [broken for _, broken in breakages(record)]) for record in CONFORMING]
    records = []
    for copy in range(copies):
        ids = {record.id: f"{record.id}-{copy}" for record in CONFORMING}
        for record, broken in ways:
            records.append(_renamed(record, ids[record.id], ids))
            records += [
                _renamed(other, f"{ids[record.id]}-broken-{number}", ids)
                for number, other in enumerate(broken)
            ]
    return records


def _renamed(record: Record, identifier: str, ids: Mapping[str, str]) -> Record:
    links = {key: tuple(ids.get(t, t) for t in found) for key, found in record.links.items()}
    return replace(record, id=identifier, links=links)


def _named(found: Iterable[Violation]) -> set[tuple[str, str]]:
    return {(violation.record, violation.key) for violation in found}


def page(timings: Sequence[Timing]) -> str:
    """Write the page.

    Args:
        timings: What was measured in one run.

    Returns:
        The page in Markdown.
    """
    day = datetime.now(UTC).date().isoformat()
    return "\n".join(
        [
            "# Benchmark: validation",
            "",
            f"Made by `python -m benchmarks.validation` on {day}, {os.cpu_count()} cores,"
            f" {platform.system()}, load {os.getloadavg()[0]:.1f} at the end.",
            "",
            f"Made-up data of which one record in {EVERY} is broken, each class in turn in every",
            "way that its shapes forbid. *Rules* is `violations`: the rules derived from the",
            "shapes, on records. *pySHACL* is the same records as RDF, in the same process and",
            "run; making the RDF is not counted. *Same* says whether both name the same records",
            "and properties. The last row repeats a set of records of every class, with each rule",
            f"of each shape broken once, in {COPIES} copies.",
            "",
            "| findings | records | broken | violations | rules, s | records/s | triples"
            " | pySHACL, s | pySHACL ÷ rules | same |",
            "|---|---|---|---|---|---|---|---|---|---|",
            *map(_row, timings),
            "",
        ]
    )


def _row(t: Timing) -> str:
    cells = [
        t.what,
        f"{t.records:,}",
        f"{t.broken:,}",
        f"{t.found:,}",
        f"{t.ours:.2f}",
        f"{t.records / t.ours:,.0f}",
    ]
    if t.theirs is None or t.triples is None:
        cells += ["–", "not run", "–", "–"]
    else:
        ratio = f"{t.theirs / t.ours:,.0f}"
        cells += [f"{t.triples:,}", f"{t.theirs:.1f}", ratio, "yes" if t.same else "**no**"]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
