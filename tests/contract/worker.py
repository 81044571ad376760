"""Another process that uses a graph in a folder, for tests of several at once.

python -m tests.contract.worker hold FOLDER            opens, says so, waits for a line
python -m tests.contract.worker write FOLDER NAME N    writes N nodes, says each that is saved
python -m tests.contract.worker engine FOLDER          opens the engine's files, past our store
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evidence_graph.opening import open_graph
from evidence_graph.store import Statement


@contextmanager
def worker(*arguments: str | Path | int) -> Iterator[subprocess.Popen[str]]:
    """Run a worker for as long as the block lasts, at most."""
    command = [sys.executable, "-m", "tests.contract.worker", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def said(process: subprocess.Popen[str]) -> str:
    """Read the next line that a worker says."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _hold(folder: str) -> None:
    with open_graph(folder):
        _say("open")
        sys.stdin.readline()


def _write(folder: str, name: str, count: str) -> None:
    with open_graph(folder) as store:
        for number in range(int(count)):
            text = "MERGE (f:Finding {id: $id})"
            store.write([Statement(text, {"id": f"{name}-{number}"})])
            _say(f"{name}-{number}")


def _engine(folder: str) -> None:
    import arcadedb  # noqa: PLC0415  the other commands open it through our store

    with arcadedb.open_database(str(Path(folder) / "arcadedb" / "databases" / "evidence")):
        _say("open")
        sys.stdin.readline()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["hold", folder]:
            _hold(folder)
        case ["write", folder, name, count]:
            _write(folder, name, count)
        case ["engine", folder]:
            _engine(folder)
