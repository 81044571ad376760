"""Many people browse at once: what a click costs then, against one person alone in the same run.

    python -m benchmarks.soak --readers 25 --minutes 30

Each reader is a session of Streamlit's own protocol (a websocket, the messages of its web client):
it opens a page, reads some seconds, follows a link that stands on it or searches, and so on. A
click counts from the message that asks for a view to the one that says that it is finished. What a
browser then paints is not in it. Writes its figures as JSON to standard output.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.browser.serving import DATA, ingest, serving

PATIENCE: Final = 30.0
"""Seconds after which a view that is not there counts as an error."""
THINKING: Final = (2.0, 8.0)
"""Seconds for which a person looks at a page."""
QUERIES: Final = ("praktische hulp", "vertrouwen", "aliantie", "team", "trust", "Steketee 2015")
_LINK: Final = re.compile(r'href="\?([^"]+)"')


@dataclass
class Walked:
    """What the readers met: seconds of each click, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)


async def see(session: ClientConnection, query: str) -> tuple[str, int]:
    """Ask for a view and wait until it is finished.

    Returns:
        The HTML of the view, and how many bytes came.

    Raises:
        RuntimeError: If the page shows an exception of the program.
    """
    asked = BackMsg()
    asked.rerun_script.query_string = query
    await session.send(asked.SerializeToString())
    html, received = "", 0
    while True:
        raw = await session.recv(decode=False)
        received += len(raw)
        told = ForwardMsg.FromString(raw)
        kind = told.WhichOneof("type")
        if kind == "delta":
            element = told.delta.new_element
            html += element.html.body
            if element.WhichOneof("type") == "exception":
                raise RuntimeError(element.exception.message)
        if kind == "script_finished":
            return html, received


async def reader(address: str, seed: int, until: float, walked: Walked) -> None:
    """Browse until the time is over."""
    chance = random.Random(seed)
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(url, subprotocols=[Subprotocol("streamlit")], max_size=None) as session:
        query = urlencode({"language": chance.choice(("nl", "en"))})
        while time.monotonic() < until:
            began = time.monotonic()
            try:
                html, received = await asyncio.wait_for(see(session, query), PATIENCE)
            except (TimeoutError, RuntimeError) as error:
                walked.errors.append(f"{query}: {error!r}")
                return
            walked.seconds.append(time.monotonic() - began)
            walked.bytes.append(received)
            await asyncio.sleep(chance.uniform(*THINKING))
            query = onwards(html, chance)


def onwards(html: str, chance: random.Random) -> str:
    """Choose what a reader does next.

    Returns:
        The query of the next view: mostly a link of this one, sometimes a search.
    """
    links = [unescape(one) for one in _LINK.findall(html)]
    if not links or chance.random() < 0.1:
        return urlencode({"page": "search", "q": chance.choice(QUERIES), "language": "nl"})
    return chance.choice(links)


def resident(address: str) -> float:
    """Measure the memory of the process that serves.

    Returns:
        Megabytes, with those of its children.
    """
    port = int(address.rpartition(":")[2])
    for process in psutil.process_iter():
        try:
            if any(c.laddr.port == port for c in process.net_connections(kind="tcp")):
                family = [process, *process.children(recursive=True)]
                return sum(one.memory_info().rss for one in family) / 1e6
        except (psutil.AccessDenied, psutil.NoSuchProcess):
            continue
    return 0.0


async def watch(address: str, until: float, memory: list[float]) -> None:
    """Look at the memory every ten seconds."""
    while time.monotonic() < until:
        memory.append(await asyncio.to_thread(resident, address))
        await asyncio.sleep(10)


async def browse(address: str, readers: int, seconds: float) -> tuple[Walked, list[float]]:
    """Let readers browse at once.

    Returns:
        What they met, and the memory in megabytes, every ten seconds.
    """
    walked, memory = Walked(), [0.0][:0]
    until = time.monotonic() + seconds
    tasks = [reader(address, seed, until, walked) for seed in range(readers)]
    await asyncio.gather(watch(address, until, memory), *tasks)
    return walked, memory


def figures(walked: Walked, memory: Sequence[float]) -> dict[str, Any]:
    """Sum up one part of the run.

    Returns:
        Clicks, errors, seconds and bytes a click, and the memory of each third of the time.
    """
    third = max(len(memory) // 3, 1)
    parts = [memory[:third], memory[third : 2 * third], memory[2 * third :]]
    return {
        "clicks": len(walked.seconds),
        "errors": walked.errors[:10],
        "median_seconds": round(statistics.median(walked.seconds), 3),
        "p95_seconds": round(statistics.quantiles(walked.seconds, n=20)[-1], 3),
        "median_kilobytes": round(statistics.median(walked.bytes) / 1000, 1),
        "memory_mb_by_third": [round(statistics.median(part)) for part in parts if part],
    }


def main() -> None:
    """Serve the study's graph and measure one reader, then many."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--readers", type=int, default=25)
    parser.add_argument("--minutes", type=float, default=30)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph"
        ingest(DATA, graph)
        with serving(graph, Path(folder) / "log.txt") as address:
            alone = figures(*asyncio.run(browse(address, 1, 60)))
            together = figures(*asyncio.run(browse(address, given.readers, given.minutes * 60)))
    ratio = together["median_seconds"] / alone["median_seconds"]
    outcome = {
        "readers": given.readers,
        "minutes": given.minutes,
        "alone": alone,
        "together": together,
        "ratio": round(ratio, 2),
        "load": psutil.getloadavg()[0],
    }
    print(json.dumps(outcome, indent=2))


if __name__ == "__main__":
    main()
