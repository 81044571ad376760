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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "validation.md"
EVERY = 50
"""One record in so many is broken."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What one size took.

    Attributes:
        findings: How many findings.
        records: How many records in all.
        broken: How many of them were broken.
        found: How many violations the derived rules found.
        ours: Seconds of the derived rules.
        triples: How many triples pySHACL was given, if it ran.
        theirs: Seconds of pySHACL, if it ran.
        same: Whether both named the same records and properties, if both ran.
    """

    findings: int
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
    start = time.perf_counter()
    ours = violations(schema(), records)
    taken = time.perf_counter() - start
    if not shacl:
        return Timing(findings, len(records), broken, len(ours), taken)
    graph = rdf_graph(schema(), records)
    start = time.perf_counter()
    theirs = shacl_violations(graph)
    shacl_taken = time.perf_counter() - start
    same = _named(ours) == _named(theirs)
    return Timing(findings, len(records), broken, len(ours), taken, len(graph), shacl_taken, same)


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
            "and properties.",
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
        f"{t.findings:,}",
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
