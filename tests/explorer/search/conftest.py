"""The study's data in an index, made from a real graph; shared, since it is only read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.search import built
from evidence_explorer.search.finder import Results, search
from evidence_explorer.search.index import Index
from evidence_explorer.search.vocabulary import Vocabulary
from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.opening import open_graph
from evidence_graph.store import GraphStore
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema

DATA = Path(__file__).parents[3] / "data"

Find = Callable[..., Results]


def loaded(path: Path, data: Path) -> GraphStore:
    """Open a new graph with some data."""
    store = open_graph(path)
    ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
    ingest(data, store)
    return store


@pytest.fixture(scope="session")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Index, Vocabulary]]:
    """Build the index of the study's data."""
    with loaded(tmp_path_factory.mktemp("study") / "graph", DATA) as store:
        index, vocabulary = built(store)
    yield index, vocabulary
    index.close()


@pytest.fixture(scope="session")
def find(study: tuple[Index, Vocabulary]) -> Find:
    """Search in the study's data."""
    return lambda query, language="nl": search(*study, query, language)
