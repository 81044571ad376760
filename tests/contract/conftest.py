"""Each engine in turn, and a graph that is empty or holds the small example."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from evidence_graph.constraints import ensure_schema
from evidence_graph.opening import open_graph
from evidence_graph.store import GraphStore
from tests.contract.small_graph import TYPES, statements
from tests.support.neo4j_fixtures import wipe
from tests.support.neo4j_process import Neo4jAddress

ENGINES = ["arcadedb", pytest.param("neo4j", marks=pytest.mark.neo4j)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a graph is, and how to open it."""

    engine: str
    location: str
    user: str | None = None
    password: str | None = None

    def open(self) -> GraphStore:
        """Open it."""
        return open_graph(self.location, user=self.user, password=self.password)


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Name of an engine."""
    return str(request.param)


@pytest.fixture(scope="module")
def new_place(
    engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], Place]:
    """Make an empty graph; on Neo4j that is always the same server, wiped."""

    def folder() -> Place:
        return Place(engine, str(tmp_path_factory.mktemp("graph")))

    def server() -> Place:
        address: Neo4jAddress = request.getfixturevalue("neo4j_may_be_wiped")
        with address.driver() as driver:
            wipe(driver)
        return Place(engine, address.url, address.user, address.password)

    return folder if engine == "arcadedb" else server


@pytest.fixture
def place(new_place: Callable[[], Place]) -> Place:
    """Where an empty graph is."""
    return new_place()


@pytest.fixture
def store(place: Place) -> Iterator[GraphStore]:
    """Open an empty graph with the constraints of the example."""
    with place.open() as opened:
        ensure_schema(opened, TYPES)
        yield opened


@pytest.fixture(scope="module")
def example(new_place: Callable[[], Place]) -> Iterator[GraphStore]:
    """Open the small example, to be read only."""
    with new_place().open() as opened:
        ensure_schema(opened, TYPES)
        opened.write(statements())
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Path of a folder that does not exist yet."""
    return tmp_path / "graph"
