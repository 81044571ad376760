"""What a click costs a reader: from the click to the page that can be used, in headless Chromium.

    python -m benchmarks.clicks --graph SMALL --graph LARGE

Each graph is served by the explorer; in each, the same ways are followed several times with a warm
process, by real clicks on links. A page can be used when its view is shown, nothing is running any
more and, for the network, the picture is drawn. Prints the medians in seconds, the bytes that came
over the websocket for a click, and what the last graph costs against the first.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, WebSocket, sync_playwright

from tests.browser.reader import settled, visit
from tests.browser.serving import serving
from tests.support.chromium import ARGUMENTS, find_chromium

ROUNDS: Final = 7
WAYS: Final = {
    "overview": "header nav a[href*='page=matrix']",
    "gaps": "header nav a[href*='page=gaps']",
    "compare": "header nav a[href*='page=compare']",
    "network": "header nav a[href*='page=network']",
    "elements": "header nav a[href*='page=elements']",
    "an element": "#main a[href*='page=element&']",
    "sources": "header nav a[href*='page=sources']",
    "a source": "#main a[href*='page=source&']",
    "recommendations": "header nav a[href*='page=recommendations']",
    "about": "header nav a[href*='page=about']",
    "start": "header .brand a",
}
DRAWN: Final = "[data-evidence-network-drawn]"


@dataclass
class Clicked:
    """Seconds and kilobytes of each click on one way."""

    seconds: list[float] = field(default_factory=list)
    kilobytes: list[float] = field(default_factory=list)


def walk(page: Page, received: Callable[[], int]) -> dict[str, Clicked]:
    """Follow every way several times; the first round warms the process and is not counted.

    Args:
        page: a page of the browser that shows the explorer.
        received: counts the bytes that came so far.

    Returns:
        What each way cost.
    """
    told = {name: Clicked() for name in WAYS}
    for number in range(ROUNDS + 1):
        for name, way in WAYS.items():
            link = page.locator(way).first
            href = link.get_attribute("href")
            before, began = received(), time.monotonic()
            link.click()
            settled(page, href)
            if name == "network":
                page.wait_for_selector(DRAWN)
            if number:
                told[name].seconds.append(time.monotonic() - began)
                told[name].kilobytes.append((received() - before) / 1000)
            page.wait_for_timeout(300)
    return told


def measure(graph: Path) -> dict[str, Clicked]:
    """Serve a graph and walk through it.

    Args:
        graph: the folder of a loaded graph.

    Returns:
        What each way cost.
    """
    count = [0]

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda data: count.__setitem__(0, count[0] + len(data)))

    with (
        tempfile.TemporaryDirectory() as folder,
        serving(graph, Path(folder) / "log.txt") as address,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
        page.on("websocket", listen)
        visit(page, address)
        told = walk(page, lambda: count[0])
        browser.close()
    return told


def main() -> None:
    """Measure the graphs that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.clicks", description=__doc__)
    parser.add_argument("--graph", type=Path, action="append", required=True)
    graphs: list[Path] = parser.parse_args().graph
    measured = [measure(graph) for graph in graphs]
    print("| page |", " | ".join(f"{graph.name}, s (KB)" for graph in graphs), "| last ÷ first |")
    print("|---|" + "---|" * (len(graphs) + 1))
    for name in WAYS:
        medians = [statistics.median(one[name].seconds) for one in measured]
        bytes_ = [statistics.median(one[name].kilobytes) for one in measured]
        cells = [f"{s:.2f} ({k:.0f})" for s, k in zip(medians, bytes_, strict=True)]
        print(f"| {name} |", " | ".join(cells), f"| {medians[-1] / medians[0]:.2f} |")


if __name__ == "__main__":
    main()
