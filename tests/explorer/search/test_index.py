"""The index itself: what it counts, and that no question takes long."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest

from evidence_explorer.search import index as module
from evidence_explorer.search.finder import search
from evidence_explorer.search.index import Index
from evidence_explorer.search.vocabulary import Vocabulary
from evidence_graph.queries.answers import Text
from evidence_graph.queries.searching import Searchable


def _finding(number: int, said: str) -> Searchable:
    return Searchable(f"finding/s/f{number}", "finding", said=Text(said, ""))


@pytest.fixture
def index() -> Iterator[Index]:
    """Thirty findings of help, the last of them of helping."""
    made = Index()
    made.add(_finding(number, f"helpende hand {number}") for number in range(30))
    made.add([_finding(30, "help")])
    yield made
    made.close()


def test_every_thing_is_counted(index: Index) -> None:
    assert index.counts()["finding"] == 31
    assert index.counts()["element"] == 0
    assert index.vocabulary()["hand"] == 30


def test_more_than_can_be_counted_is_said_and_the_very_word_comes_first(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MANY", 10)
    (group,) = search(index, Vocabulary(index.vocabulary()), "help").groups
    assert (group.total, group.more) == (10, True)
    assert group.best[0].thing.id == "finding/s/f30"


def test_time_that_ran_out_is_said(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary = Vocabulary(index.vocabulary())
    monkeypatch.setattr(module, "PATIENCE", -1.0)
    index._base.set_progress_handler(lambda: True, 1)
    found = index.candidates("finding", [["hand"]], 5, every=True)
    assert found.hurried
    index._base.set_progress_handler(None, 0)
    assert not search(index, vocabulary, "hand").hurried


def test_readers_and_a_writer_at_once(index: Index) -> None:
    vocabulary = Vocabulary(index.vocabulary())
    wrong: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(30):
                assert search(index, vocabulary, "hand").groups[0].total >= 30
        except BaseException as error:  # noqa: BLE001  told to the test
            wrong.append(error)

    readers = [Thread(target=ask) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(100, 140):
        index.add([_finding(number, "nog een hand")])
    for reader in readers:
        reader.join()
    assert wrong == []
    assert index.counts()["finding"] == 71
