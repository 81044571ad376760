"""The time that a network takes to be drawn, against stock pyvis, in one browser.

    python -m benchmarks.drawing

Both draw the same made-up network in headless Chromium, in turn. Ours is taken from the data being
in the page until everything is painted, loading its script included. Stock pyvis is the page that
``Network.write_html`` makes with everything in it, taken from the start of its script until
vis-network tells that the drawing is stable and drawn; what it would fetch from other hosts is
answered with nothing, at once. More than sixty nodes are drawn only here.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, Route, sync_playwright
from pyvis.network import Network as StockNetwork

from evidence_explorer.drawing import component
from evidence_explorer.drawing.model import payload
from evidence_explorer.drawing.scene import scene
from evidence_explorer.drawing.words import Words
from evidence_graph.queries.answers import Network
from tests.explorer.drawing import demo_networks as demo
from tests.support.chromium import ARGUMENTS, find_chromium

SIZES: Final = (60, 500)
ROUNDS: Final = 3
PATIENCE: Final = 600_000
ASSETS: Final = Path(component.__file__).with_name("assets")
LIBRARY: Final = component.LIBRARY_FOLDER / component.LIBRARY_FILE


@dataclass(frozen=True, slots=True)
class Outcome:
    """Milliseconds of one size: the layout in Python, ours in the browser, stock pyvis there."""

    nodes: int
    edges: int
    layout: float
    ours: list[float]
    stock: list[float]

    def told(self) -> str:
        """Say it in one line.

        Returns:
            The medians and how they compare.
        """
        ours, stock = statistics.median(self.ours), statistics.median(self.stock)
        return (
            f"{self.nodes} nodes, {self.edges} edges: layout {self.layout:.0f} ms in Python once, "
            f"drawn in {ours:.0f} ms; stock pyvis {stock:.0f} ms ({stock / ours:.0f} times as long)"
        )


def main() -> None:
    """Measure, and print the outcome."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.drawing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--nodes", type=int, action="append", default=[])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = find_chromium()
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for size in given.nodes or SIZES:
            print(measure(browser, size, given.rounds, Path(folder)).told(), flush=True)
        browser.close()


def measure(browser: Browser, size: int, rounds: int, folder: Path) -> Outcome:
    """Draw a network of a size, both ways in turn.

    Args:
        browser: The browser.
        size: How many nodes.
        rounds: How often each is drawn.
        folder: Where pages may be put.

    Returns:
        The times.
    """
    network = demo.network_of(size)
    began = time.perf_counter()
    drawn = scene(network, "nl", selected=None, centre=None)
    layout = (time.perf_counter() - began) * 1000
    data = payload(drawn)
    stock = folder / f"stock-{size}.html"
    _write_stock(network, stock)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_ours(browser, data))
        theirs.append(_stock(browser, stock))
    return Outcome(size, len(network.edges), layout, ours, theirs)


def _write_stock(network: Network, path: Path) -> None:
    # As its own page is made: free placing, physics on.
    stock = StockNetwork(directed=True, cdn_resources="in_line")
    for node in network.nodes:
        stock.add_node(node.id, label=node.label.nl)
    for edge in network.edges:
        stock.add_edge(edge.start, edge.end)
    page = stock.generate_html()
    # The page keeps its drawing to itself: let it tell when that is done.
    told = (
        "network.once('afterDrawing', () => { window.painted = performance.now(); });"
        "network.once('stabilizationIterationsDone', () => { window.stable = performance.now(); });"
        "return network;"
    )
    if "return network;" not in page:
        raise ValueError("the page of this pyvis keeps its drawing in another way")
    path.write_text(page.replace("return network;", told), encoding="utf-8")


def _stock(browser: Browser, path: Path) -> float:
    page = _page(browser)
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_function("() => window.stable && window.painted", timeout=PATIENCE)
    taken: float = page.evaluate("() => Math.max(window.stable, window.painted)")
    page.context.close()
    return taken


_SHOW: Final = """
async (data) => {
  const { Drawing } = await import("/evidence/network/drawing.js");
  const drawing = new Drawing(document.body);
  drawing.send = () => {};
  await drawing.update(data);
  const [from] = performance.getEntriesByName("evidence-network-data");
  const [until] = performance.getEntriesByName("evidence-network-drawn");
  return until.startTime - from.startTime;
}
"""


def _ours(browser: Browser, data: dict[str, object]) -> float:
    page = _page(browser)

    def answer(route: Route) -> None:
        path = route.request.url.partition("//drawing.test")[2]
        if path == "/":
            style = (ASSETS / "network.css").read_text(encoding="utf-8")
            html = f"<!doctype html><meta charset=utf-8><style>{style}</style><body>"
            route.fulfill(body=html, content_type="text/html")
        elif path.endswith("vis-network.min.js"):
            route.fulfill(path=LIBRARY, content_type="text/javascript")
        else:
            route.fulfill(path=ASSETS / path.rpartition("/")[2], content_type="text/javascript")

    page.route("**/*", answer)
    page.goto("http://drawing.test/")
    words = Words("nl").interface()
    # The component finds the library three folders above its own script.
    taken: float = page.evaluate(
        _SHOW, {**json.loads(json.dumps(data)), "words": words, "library": "vis-network.min.js"}
    )
    page.context.close()
    return taken


def _page(browser: Browser) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.route("https://**", lambda route: route.fulfill(body=""))
    return page


if __name__ == "__main__":
    main()
