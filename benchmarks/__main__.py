"""Measure, and write the newest table to docs/reference/benchmarks.md.

    python -m benchmarks pages --findings 1000 --findings 100000 --findings 1000000
    python -m benchmarks ingest --findings 100000
    python -m benchmarks table

Graphs and outcomes are kept in a folder (--work), so that the parts can be measured one by one. On
two cores a million findings take most of an hour to load on the embedded engine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import bulk, ingest, pages, synthetic, table
from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.opening import open_graph
from evidence_graph.store import GraphStore
from evidence_ingest.pipeline import ingest as load
from evidence_ontology.schema import schema
from tests.support.neo4j_process import Neo4jServer

ENGINES = ("arcadedb", "neo4j")
PAGE = Path(__file__).parents[1] / "docs" / "reference" / "benchmarks.md"


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", choices=["pages", "ingest", "table"])
    parser.add_argument("--findings", type=int, action="append", default=[])
    parser.add_argument("--engine", choices=ENGINES, action="append", default=[])
    parser.add_argument("--work", type=Path, default=Path(".cache/benchmarks"))
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    for findings in given.findings:
        for engine in given.engine or ENGINES:
            outcome = {"pages": _pages, "ingest": _ingest}[given.what](engine, findings, given.work)
            _keep(given.work, given.what, engine, findings, outcome)
    PAGE.write_text(table.page(_kept(given.work)), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


def _pages(engine: str, findings: int, work: Path) -> dict[str, Any]:
    with _loaded(engine, findings, work) as store:
        timings = pages.time_pages(store)
    return {"timings": [asdict(timing) for timing in timings]}


def _ingest(engine: str, findings: int, work: Path) -> dict[str, Any]:
    data = _data(findings, work)
    with _empties(engine, work) as empty:
        outcome = ingest.compare(data, empty)
    return {"rows": outcome.rows, "ours": outcome.ours, "bare": outcome.bare}


def _data(findings: int, work: Path) -> Path:
    folder = work / f"data-{findings}"
    if not folder.exists():
        synthetic.make(findings, folder)
    return folder


@contextmanager
def _loaded(engine: str, findings: int, work: Path) -> Iterator[GraphStore]:
    data, home = _data(findings, work), work / f"{engine}-{findings}"
    fresh = not home.exists()
    if engine == "arcadedb":
        with open_graph(home) as store:
            if fresh:
                ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
                load(data, store)
            yield store
        return
    server = _server(home)
    if fresh:
        server.start()
        server.stop()
        files = work / f"import-{findings}"
        shutil.rmtree(files, ignore_errors=True)
        bulk.load(server, data, files)
        shutil.rmtree(files)
    with _running(server) as store:
        ensure_schema(store, schema().node_types.values())
        store.read("CALL db.awaitIndexes(600)")
        yield store


@contextmanager
def _running(server: Neo4jServer) -> Iterator[GraphStore]:
    server.start()
    try:
        address = server.address
        with open_graph(address.url, user=address.user, password=address.password) as store:
            yield store
    finally:
        server.stop()


def _server(home: Path) -> Neo4jServer:
    # A home that is used again keeps the password of its first start.
    secret = home.with_suffix(".password")
    server = Neo4jServer(home=home.absolute(), heap="3g", page_cache="1g", fast=False)
    if secret.exists():
        server.password = secret.read_text(encoding="utf-8")
    else:
        secret.write_text(server.password, encoding="utf-8")
        secret.chmod(0o600)
    return server


@contextmanager
def _empties(engine: str, work: Path) -> Iterator[Any]:
    """Give a way to open an empty graph, again and again; each is a folder or server of its own."""
    homes = iter(range(10))
    stack: list[Neo4jServer] = []

    def empty() -> GraphStore:
        home = work / f"empty-{engine}-{next(homes)}"
        shutil.rmtree(home, ignore_errors=True)
        if engine == "arcadedb":
            return open_graph(home)
        while stack:
            stack.pop().stop()
        server = Neo4jServer(home=home.absolute(), heap="3g", page_cache="1g", fast=False)
        server.start()
        stack.append(server)
        address = server.address
        return open_graph(address.url, user=address.user, password=address.password)

    try:
        yield empty
    finally:
        while stack:
            stack.pop().stop()
        for home in work.glob(f"empty-{engine}-*"):
            shutil.rmtree(home, ignore_errors=True)


def _keep(work: Path, what: str, engine: str, findings: int, outcome: dict[str, Any]) -> None:
    about = {
        "what": what,
        "engine": engine,
        "findings": findings,
        "day": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, {platform.system()}",
        "load": round(os.getloadavg()[0], 1),
    }
    path = work / f"{what}-{engine}-{findings}.json"
    path.write_text(json.dumps(about | outcome), encoding="utf-8")


def _kept(work: Path) -> list[dict[str, Any]]:
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(work.glob("*-*-*.json"))]


if __name__ == "__main__":
    main()
