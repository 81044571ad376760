"""One index for the process: of the graph as it is now, wherever it was loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from evidence_explorer.search import keeper as module
from evidence_explorer.search.finder import search
from evidence_explorer.search.keeper import Keeper, Shelf
from evidence_graph.errors import GraphUnreachable
from evidence_graph.store import GraphStore
from evidence_ingest.pipeline import ingest
from tests.explorer.search.conftest import loaded
from tests.ingest.tables import STUDY, DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """The smallest data folder."""
    return DataFolder(tmp_path / "data")


@pytest.fixture
def store(tmp_path: Path, folder: DataFolder) -> Iterator[GraphStore]:
    """A graph with it."""
    with loaded(tmp_path / "graph", folder.path) as opened:
        yield opened


def _patient(folder: Path | None = None) -> Keeper:
    return Keeper(lambda: folder, prompt=30)


def _found(shelf: Shelf, query: str) -> set[str]:
    results = search(shelf.index, shelf.vocabulary, query)
    return {one.thing.id for group in results.groups for one in group.best}


class Counted:
    """A graph that counts what it is asked, and can go away."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self.asked = 0
        self.gone = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Ask, while it is there."""
        self.asked += 1
        if self.gone and self.asked > 1:
            raise GraphUnreachable("gone")
        return self._store.read(cypher, **parameters)


def test_it_is_built_once_and_asked_little(store: GraphStore) -> None:
    counted = Counted(store)
    keeper = _patient()
    shelf = keeper.shelf(cast("GraphStore", counted))
    assert shelf.complete
    assert "element/trust" in _found(shelf, "vertrouwen")
    before = counted.asked
    assert keeper.shelf(cast("GraphStore", counted)) is shelf
    assert counted.asked == before + 1


def test_what_is_loaded_meanwhile_is_found_at_the_next_click(
    store: GraphStore, folder: DataFolder
) -> None:
    keeper = _patient()
    assert _found(keeper.shelf(store), "wolkenkrabber") == set()
    folder.replace(f"{STUDY}/findings", "Vertrouwen is nodig.", "Vertrouwen is een wolkenkrabber.")
    ingest(folder.path, store)
    assert _found(keeper.shelf(store), "wolkenkrabber") == {"finding/study-one/f3"}


def test_who_does_not_wait_gets_what_was_there(store: GraphStore, folder: DataFolder) -> None:
    keeper = _patient()
    first = keeper.shelf(store)
    folder.replace(f"{STUDY}/findings", "Vertrouwen is nodig.", "Vertrouwen moet.")
    ingest(folder.path, store)
    keeper._prompt = 0
    at_once = keeper.shelf(store)
    assert at_once.renewed
    assert not at_once.complete
    assert at_once.index is first.index
    keeper._prompt = 30
    assert keeper.shelf(store).complete


def test_a_large_index_is_kept_for_the_next_start(
    store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE", 1)
    cache = tmp_path / "cache"
    whole = _found(_patient(cache).shelf(store), "vertrouwen")
    (kept,) = cache.iterdir()
    assert kept.suffix == ".sqlite"
    counted = Counted(store)
    again = _patient(cache).shelf(cast("GraphStore", counted))
    assert again.complete
    assert _found(again, "vertrouwen") == whole
    assert counted.asked <= 3, "read from the file, not from the graph"


def test_a_broken_file_is_built_anew(
    store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE", 1)
    cache = tmp_path / "cache"
    _patient(cache).shelf(store)
    (kept,) = cache.iterdir()
    kept.write_bytes(b"no database at all" * 1000)
    assert "element/trust" in _found(_patient(cache).shelf(store), "vertrouwen")


def test_no_place_to_keep_it_is_no_trouble(
    store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE", 1)
    (tmp_path / "file").write_text("in the way")
    shelf = _patient(tmp_path / "file" / "cache").shelf(store)
    assert "element/trust" in _found(shelf, "vertrouwen")


def test_a_graph_that_goes_away_is_said_and_comes_back(store: GraphStore) -> None:
    counted = Counted(store)
    counted.gone = True
    keeper = _patient()
    with pytest.raises(GraphUnreachable):
        keeper.shelf(cast("GraphStore", counted))
    assert keeper.shelf(store).complete


def test_it_can_begin_before_anybody_searches(store: GraphStore) -> None:
    counted = Counted(store)
    keeper = _patient()
    keeper.begin(cast("GraphStore", counted))
    assert keeper.shelf(cast("GraphStore", counted)).complete
    before = counted.asked
    keeper.begin(cast("GraphStore", counted))
    assert counted.asked == before, "a page pays nothing for it afterwards"
