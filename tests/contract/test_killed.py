"""Kill the ingest with signal 9, ten times, at moments spread over its whole run, on every engine.

The data is large enough to need the journal. After each kill the graph is opened again as a user
would, and equals what it was before the ingest or what it is after one that ended by itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.synthetic import make
from evidence_graph.changes import ROWS_PER_TRANSACTION, finish
from evidence_graph.queries import graph_stats
from tests.contract.conftest import Place
from tests.contract.test_ingest import fingerprint
from tests.ingest.tables import DataFolder

KILLS = 10
FINDINGS = 2_000


def start(place: Place, data: Path) -> subprocess.Popen[bytes]:
    """Start an ingest as a process of its own."""
    environment = {**os.environ, "EVIDENCE_GRAPH": place.location}
    if place.user and place.password:
        environment |= {
            "EVIDENCE_GRAPH_USER": place.user,
            "EVIDENCE_GRAPH_PASSWORD": place.password,
        }
    command = [sys.executable, "-m", "evidence_ingest", "ingest", "--data", str(data)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def complete(place: Place, data: Path) -> tuple[str, float]:
    """Run an ingest to its end; give what the graph then is and how long it took."""
    began = time.monotonic()
    assert start(place, data).wait() == 0
    taken = time.monotonic() - began
    return state(place), taken


def state(place: Place) -> str:
    """Open the graph, carry an interrupted change to its end, and sum the graph up."""
    with place.open() as store:
        seen = ""
        for _ in range(20):
            # The process is known to be dead, so there is no need to wait for a sign of life. A
            # server may still be ending its last transaction; then two looks differ.
            finish(store, lease=0)
            found = fingerprint(store)
            if found == seen:
                return found
            seen = found
    msg = "the graph does not come to rest"
    raise AssertionError(msg)


def test_a_killed_ingest_leaves_the_graph_as_before_or_as_after(
    new_place: Callable[[], Place], tmp_path: Path
) -> None:
    place = new_place()
    small, large = DataFolder(tmp_path / "small").path, tmp_path / "large"
    make(FINDINGS, large)
    loaded_large, duration = complete(place, large)
    with place.open() as store:
        counts = graph_stats(store)
    rows = sum(counts.nodes.values()) + sum(counts.relationships.values())
    assert rows > ROWS_PER_TRANSACTION, "the journal must be needed"
    loaded_small, _ = complete(place, small)
    targets = {loaded_small: large, loaded_large: small}
    now = loaded_small
    ends = []
    for number in range(KILLS):
        process = start(place, targets[now])
        time.sleep(duration * (number + 1) / KILLS)
        process.kill()
        process.wait()
        after = state(place)
        assert after in targets, f"kill {number}: neither before nor after"
        ends.append(after != now)
        now = after
    assert not all(ends), "no kill came before the end"
