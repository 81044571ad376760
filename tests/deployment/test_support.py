"""The surroundings that other tests rely on do what they promise."""

import neo4j
import pytest
from neo4j.exceptions import ClientError
from playwright.sync_api import Error, Page

from tests.support.chromium import is_outside
from tests.support.neo4j_jars import wanted_version
from tests.support.neo4j_process import Neo4jAddress


def test_the_server_is_the_version_that_was_asked_for(neo4j_server: Neo4jAddress) -> None:
    with neo4j_server.driver() as driver:
        records, _, _ = driver.execute_query("CALL dbms.components() YIELD versions, edition")
    assert [wanted_version()] in [record["versions"] for record in records]
    assert "community" in [record["edition"] for record in records]


def test_the_server_answers_under_the_routing_scheme_too(neo4j_server: Neo4jAddress) -> None:
    url = neo4j_server.url.replace("bolt://", "neo4j://")
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(url, auth=auth) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1


def test_a_password_does_not_show_in_an_address(neo4j_server: Neo4jAddress) -> None:
    assert neo4j_server.password not in repr(neo4j_server)


def test_a_wiped_graph_holds_nothing(neo4j_graph_location: Neo4jAddress) -> None:
    # It is wiped before the test, so what the one before left must be gone as well.
    with neo4j_graph_location.driver() as driver:
        for what in ("MATCH (n) RETURN n", "SHOW CONSTRAINTS"):
            assert driver.execute_query(what).records == []
        driver.execute_query("CREATE CONSTRAINT `a ``b` FOR (n:A) REQUIRE n.id IS UNIQUE")
        driver.execute_query("CREATE INDEX words FOR (n:A) ON (n.word)")
        driver.execute_query("CREATE (:A {id: 1})-[:R]->(:B)")


test_a_wiped_graph_holds_nothing_again = test_a_wiped_graph_holds_nothing


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "allow_csv_import_from_file_urls' is false"),
        ("http://127.0.0.1:9/x.csv", "blocked"),
    ],
)
def test_a_read_session_cannot_reach_files_or_the_network(
    neo4j_server: Neo4jAddress, url: str, reason: str
) -> None:
    with (
        neo4j_server.driver() as driver,
        driver.session(default_access_mode=neo4j.READ_ACCESS) as session,
        pytest.raises(ClientError, match=reason),
    ):
        session.run("LOAD CSV FROM $url AS row RETURN row", url=url).consume()


@pytest.mark.parametrize(
    ("url", "outside"),
    [
        ("http://127.0.0.1:8501/x", False),
        ("http://[::1]:8501/", False),
        ("ws://localhost:8501/_stcore/stream", False),
        ("data:text/html,x", False),
        ("about:blank", False),
        ("https://example.org/x.js", True),
        ("http://10.0.0.1/", True),
        ("https://localhost.example.org/", True),
        ("http://127.0.0.1.example.org/", True),
    ],
)
def test_a_request_is_told_apart_by_its_host(url: str, outside: bool) -> None:
    assert is_outside(url) is outside


def test_a_request_to_the_outside_is_seen(page: Page, outside_requests: list[str]) -> None:
    page.set_content('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')
    assert outside_requests == []
    with page.expect_event("requestfailed"):
        page.set_content('<img src="http://tracker.invalid/pixel.gif">')
    assert outside_requests == ["http://tracker.invalid/pixel.gif"]


def test_no_page_reaches_the_outside(page: Page) -> None:
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://tracker.invalid/")


def test_pages_share_nothing(page: Page, outside_requests: list[str]) -> None:
    assert outside_requests == []
    assert page.context.cookies() == []


def test_errors_of_a_page_are_kept(page: Page, console_errors: list[str]) -> None:
    page.set_content("<script>console.error('one'); throw new Error('two')</script>")
    assert console_errors == ["one", "two"]
