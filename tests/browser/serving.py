"""The explorer as a process, on a graph that the commands themselves made."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from evidence_explorer.server import command, environment

PATIENCE = 60.0
DATA = Path(__file__).parents[2] / "data"


def ingest(data: Path, graph: Path) -> None:
    """Load a folder of data into a graph by the command that a user would type."""
    words = ["ingest", "--data", str(data), "--graph", str(graph)]
    done = subprocess.run(
        [sys.executable, "-m", "evidence_ingest", *words],
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr + done.stdout


@contextmanager
def serving(
    graph: str | Path,
    log: Path,
    variables: Mapping[str, str] | None = None,
    script: Path | None = None,
) -> Iterator[str]:
    """Serve the explorer, or what stands around it, on a free port until the block ends."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    with log.open("wb") as file:
        process = subprocess.Popen(
            command(port, script=script),
            env={**environment(graph), **(variables or {}), "HOME": str(log.parent)},
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(process, address, log)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if os.environ.get("EVIDENCE_TEST_SHOW_LOG"):
        sys.stderr.write(log.read_text(encoding="utf-8", errors="replace"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))
