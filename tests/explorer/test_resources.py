"""One graph for the whole process, opened again by itself after it went away."""

from __future__ import annotations

from typing import cast

import pytest

from evidence_explorer import resources
from evidence_explorer.resources import NoGraphNamed, SharedGraph, open_named
from evidence_graph.errors import GraphError, GraphUnreachable, QueryFailed
from evidence_graph.store import GraphStore


class Fake:
    """A graph that can go away."""

    def __init__(self) -> None:
        self.gone = False
        self.closed = 0

    def close(self) -> None:
        """Count."""
        self.closed += 1

    def answer(self) -> str:
        """Answer, if it is still there."""
        if self.gone:
            raise GraphUnreachable("gone")
        return "answer"


class Place:
    """Where graphs are opened; it can be out of reach."""

    def __init__(self) -> None:
        self.opened: list[Fake] = []
        self.reachable = True
        self.tries = 0

    def open(self) -> GraphStore:
        """Open one, if it can be reached."""
        self.tries += 1
        if not self.reachable:
            raise GraphUnreachable("nobody answers")
        self.opened.append(Fake())
        return cast("GraphStore", self.opened[-1])


def question(store: GraphStore) -> str:
    return cast("Fake", store).answer()


def test_it_is_opened_once_and_only_when_asked() -> None:
    place = Place()
    graph = SharedGraph(place.open)
    assert place.tries == 0
    assert [graph.ask(question) for _ in range(3)] == ["answer"] * 3
    assert place.tries == 1


def test_a_connection_that_broke_is_opened_anew_unnoticed() -> None:
    place = Place()
    graph = SharedGraph(place.open)
    graph.ask(question)
    place.opened[0].gone = True
    assert graph.ask(question) == "answer"
    assert place.tries == 2
    assert place.opened[0].closed == 1


def test_a_graph_that_is_gone_is_said_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PAUSE", 0.0)
    place = Place()
    graph = SharedGraph(place.open)
    graph.ask(question)
    place.opened[0].gone = True
    place.reachable = False
    for _ in range(2):
        with pytest.raises(GraphUnreachable):
            graph.ask(question)
    place.reachable = True
    assert graph.ask(question) == "answer"


def test_many_readers_do_not_wait_behind_each_other_for_a_graph_that_is_gone() -> None:
    place = Place()
    place.reachable = False
    graph = SharedGraph(place.open)
    for _ in range(20):
        with pytest.raises(GraphUnreachable):
            graph.ask(question)
    assert place.tries == 1


def test_a_question_that_fails_does_not_close_the_graph() -> None:
    place = Place()
    graph = SharedGraph(place.open)

    def wrong(_: GraphStore) -> str:
        raise QueryFailed("a mistake")

    with pytest.raises(QueryFailed):
        graph.ask(wrong)
    assert place.opened[0].closed == 0
    assert graph.ask(question) == "answer"


def test_nothing_named_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVIDENCE_GRAPH", raising=False)
    with pytest.raises(NoGraphNamed):
        open_named()
    assert issubclass(NoGraphNamed, GraphError)
