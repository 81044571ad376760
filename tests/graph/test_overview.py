"""The whole matrix is read in the background; nobody waits for it longer than a moment."""

from __future__ import annotations

import gc
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.errors import GraphError, GraphUnreachable, StillReading
from evidence_graph.opening import open_graph
from evidence_graph.queries import first_rows, matrix
from evidence_graph.queries.reading import begin, overview
from evidence_graph.store import GraphStore
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema
from tests.ingest.tables import DataFolder


class Slow:
    """A graph that answers the questions for the whole matrix only when it is let go."""

    def __init__(self, store: GraphStore, error: GraphError | None = None) -> None:
        self._store = store
        self._error = error
        self.go = Event()

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Answer, at once or later."""
        if "c.basis" in cypher:
            self.go.wait(20)
            if self._error:
                error, self._error = self._error, None
                raise error
        return self._store.read(cypher, **parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    """A small graph of our own data, unlike any other test's."""
    folder = DataFolder(tmp_path / "data")
    # What is kept hangs on the digest of the data, so each test has data of its own.
    own = f"{tmp_path.name},Eigen,Own,Iets.,Something.,values,,9\n"
    folder.write("thesaurus/elements", folder.text("thesaurus/elements") + own.replace("_", "-"))
    with open_graph(tmp_path / "graph") as opened:
        ensure_schema(opened, [*schema().node_types.values(), *JOURNAL_TYPES])
        ingest(folder.path, opened)
        yield opened


def test_who_asks_too_early_is_told_and_later_it_is_there(store: GraphStore) -> None:
    slow = Slow(store)
    begin(slow)
    with pytest.raises(StillReading):
        overview(slow, patience=0.05)
    slow.go.set()
    whole = overview(slow)
    assert len(whole.lines) == first_rows(store).everything > 0
    assert overview(slow, patience=0) is whole, "it is kept"


def test_what_is_kept_is_no_longer_looked_through_for_garbage(store: GraphStore) -> None:
    gc.unfreeze()
    whole = overview(store, patience=20)
    assert gc.get_freeze_count() > 0
    assert not any(one is whole for one in gc.get_objects())


def test_the_first_rows_do_not_wait_and_are_the_same(store: GraphStore) -> None:
    first, chosen = first_rows(store, 1, 3), matrix(store, 1, 3)
    assert first.rows == chosen.rows
    assert (first.total, first.offset) == (chosen.total, chosen.offset)
    assert {k: n for k, n in first.known.items() if n} == dict(chosen.known)


def test_a_reading_that_failed_begins_anew(store: GraphStore) -> None:
    slow = Slow(store, GraphUnreachable("gone"))
    slow.go.set()
    with pytest.raises(GraphUnreachable):
        overview(slow)
    assert overview(slow).lines


def test_a_graph_that_we_did_not_load_is_not_read_at_every_page(tmp_path: Path) -> None:
    with open_graph(tmp_path / "graph") as empty:
        slow = Slow(empty, GraphUnreachable("the whole matrix was asked for"))
        slow.go.set()
        begin(slow)
        with pytest.raises(GraphUnreachable):
            overview(slow)
