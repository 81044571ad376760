"""Fixtures that give a test a real Neo4j."""

import functools
import os
from collections.abc import Iterator

import neo4j
import pytest

from tests.support import neo4j_jars
from tests.support.neo4j_process import Neo4jAddress
from tests.support.neo4j_server import ENVIRONMENT, running_server

WIPE = "EVIDENCE_TEST_NEO4J_WIPE"


def existing_server() -> Neo4jAddress | None:
    """Read which server the environment names.

    Returns:
        Its address, None where the tests have to start their own.
    """
    url, user, password = (os.environ.get(name, "") for name in ENVIRONMENT)
    return Neo4jAddress(url, user or "neo4j", password) if url else None


@functools.cache
def why_no_neo4j() -> str | None:
    """Find out whether a Neo4j can be had, fetching it when it is not here yet.

    Returns:
        The reason why not, None when it can be had.
    """
    if existing_server() is not None:
        return None
    try:
        neo4j_jars.java()
        neo4j_jars.jars(neo4j_jars.wanted_version())
    except neo4j_jars.Neo4jUnavailableError as error:
        return str(error)
    return None


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jAddress]:
    """Address of a real Neo4j, its own or the one that EVIDENCE_TEST_NEO4J_URI names."""
    existing = existing_server()
    if existing is not None:
        yield existing
        return
    with running_server() as server:
        yield server.address


@pytest.fixture(scope="session")
def neo4j_may_be_wiped(neo4j_server: Neo4jAddress) -> Neo4jAddress:
    """Address of a Neo4j that holds nothing that anybody would miss."""
    if existing_server() is not None and os.environ.get(WIPE) != "yes":
        with neo4j_server.driver() as driver:
            full = driver.execute_query("MATCH (n) RETURN n LIMIT 1").records
        if full:
            pytest.fail(
                f"{neo4j_server.url} holds data, which these tests would delete; "
                f"name an empty server, or allow it with {WIPE}=yes",
                pytrace=False,
            )
    return neo4j_server


@pytest.fixture
def neo4j_graph_location(neo4j_may_be_wiped: Neo4jAddress) -> Neo4jAddress:
    """Address of a real Neo4j without nodes, constraints or indexes."""
    with neo4j_may_be_wiped.driver() as driver:
        wipe(driver)
    return neo4j_may_be_wiped


def wipe(driver: neo4j.Driver) -> None:
    """Delete all nodes, constraints and indexes of the database."""
    with driver.session() as session:
        session.run(
            "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
        ).consume()
        for what, where in (("CONSTRAINT", ""), ("INDEX", "WHERE type <> 'LOOKUP'")):
            shown = session.run(f"SHOW {what} YIELD * {where} RETURN name").value("name")
            for name in shown:
                quoted = "`" + name.replace("`", "``") + "`"
                session.run(f"DROP {what} {quoted}").consume()
