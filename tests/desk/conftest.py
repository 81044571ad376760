"""A desk on the smallest data folder and a real graph in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_desk.proposals import Proposal
from evidence_desk.writing import Desk
from evidence_graph.constraints import ensure_schema
from evidence_graph.engines.arcade import open_folder
from evidence_graph.store import GraphStore
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema
from tests.desk.laying import laid
from tests.ingest.tables import DataFolder


@pytest.fixture(scope="session")
def graph_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the graph of all tests is; each brings it to its own data first."""
    return tmp_path_factory.mktemp("desk") / "graph"


@pytest.fixture(scope="session")
def store(graph_folder: Path) -> Iterator[GraphStore]:
    """The graph, open."""
    with open_folder(graph_folder) as opened:
        ensure_schema(opened, schema().node_types.values())
        yield opened


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """The smallest data folder that conforms, in the one form in which tables are written."""
    return DataFolder(tmp_path / "data")


@pytest.fixture
def desk(tmp_path: Path, data: DataFolder, store: GraphStore) -> Desk:
    """The desk, with the report on it and the graph at its data."""
    ingest(data.path, store)
    folder = laid(tmp_path / "desk", data.path)
    return Desk(data.path, folder, lambda question: question(store))


@pytest.fixture
def proposal(desk: Desk) -> Proposal:
    """The proposal on practical help."""
    found = (one for one in desk.folder.proposals() if one.kind == "finding")
    return next(one for one in found if one.element == "practical-help")
