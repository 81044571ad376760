"""The graph goes away in the middle of a session, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.reader import heading, settled, visit
from tests.browser.relay import Relay, relayed
from tests.browser.serving import serving
from tests.support.neo4j_process import Neo4jAddress

pytestmark = pytest.mark.browser


@pytest.fixture
def relay(neo4j_server: Neo4jAddress) -> Iterator[Relay]:
    """A relay before the server, since the server itself is needed by other tests."""
    at = urlsplit(neo4j_server.url)
    with relayed(at.hostname or "127.0.0.1", at.port or 7687) as one:
        yield one


@pytest.fixture
def far_explorer(relay: Relay, neo4j_server: Neo4jAddress, tmp_path: Path) -> Iterator[str]:
    """The explorer on a graph behind the relay."""
    variables = {
        "EVIDENCE_GRAPH_USER": neo4j_server.user,
        "EVIDENCE_GRAPH_PASSWORD": neo4j_server.password,
    }
    graph = f"bolt://127.0.0.1:{relay.port}"
    with serving(graph, tmp_path / "log.txt", variables) as address:
        yield address
        log = (tmp_path / "log.txt").read_text(encoding="utf-8", errors="replace")
    assert neo4j_server.password not in log


def test_a_graph_that_goes_away_and_comes_back(page: Page, far_explorer: str, relay: Relay) -> None:
    visit(page, far_explorer, "?page=sources&language=en")
    before = heading(page)
    assert before == "Sources"
    relay.cut()
    page.locator("header nav a[href*='page=elements']").click()
    page.get_by_role("heading", name="The graph cannot be reached").wait_for(timeout=60_000)
    text = page.locator("#main").inner_text()
    assert "Try again" in text
    assert "Traceback" not in page.content()
    relay.mend()
    page.wait_for_timeout(2_500)
    page.get_by_role("link", name="Try again").click()
    page.get_by_role("heading", name="Effective elements").wait_for(timeout=60_000)
    page.go_back()
    settled(page, "?page=sources&language=en")


def test_a_password_that_is_refused(page: Page, neo4j_server: Neo4jAddress, tmp_path: Path) -> None:
    variables = {"EVIDENCE_GRAPH_USER": "neo4j", "EVIDENCE_GRAPH_PASSWORD": "not-the-password"}
    with serving(neo4j_server.url, tmp_path / "log.txt", variables) as address:
        visit(page, address, "?language=nl")
        assert heading(page) == "We mogen niet bij de gegevens"
    assert "not-the-password" not in (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_an_empty_graph_says_what_to_do(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path / "graph", tmp_path / "log.txt") as address:
        visit(page, address, "?language=en")
        assert heading(page) == "There is nothing in this graph yet"
        assert "evidence-explorer ingest" in page.locator("#main").inner_text()
        visit(page, address, "?page=network&language=en")
        assert heading(page) == "Network of effective elements"
        for other in ("elements", "sources"):
            visit(page, address, f"?page={other}&language=en")
            assert "There is nothing here yet." in page.locator("#main").inner_text()
