"""What the whole process shares: one open graph, reopened by itself after it went away."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final, TypeVar

from evidence_explorer.server import GRAPH, PASSWORD, USER
from evidence_graph.errors import GraphError, GraphLocked, GraphRefused, GraphUnreachable
from evidence_graph.opening import open_graph
from evidence_graph.store import GraphStore

Answer = TypeVar("Answer")

# After one of these the open graph is of no further use.
GONE: Final = (GraphUnreachable, GraphLocked, GraphRefused)
# Seconds in which a graph that could not be opened is not tried again: many readers at once would
# otherwise wait behind each other for the same timeout.
PAUSE: Final = 2.0


class NoGraphNamed(GraphError):  # noqa: N818  # a state of affairs, like its siblings
    """The environment does not say which graph to open."""


class SharedGraph:
    """The one graph of a process: opened when first asked for, dropped when it is gone.

    Nothing that the graph answers is kept, so what another process loads is seen at the next
    click.
    """

    def __init__(self, opening: Callable[[], GraphStore]) -> None:
        self._opening = opening
        self._store: GraphStore | None = None
        self._lock = Lock()
        self._failure: tuple[float, GraphError] | None = None

    def ask(self, question: Callable[[GraphStore], Answer]) -> Answer:
        """Put a question to the graph.

        A connection that broke since the last question is opened anew once, without the reader
        noticing.

        Args:
            question: what to ask of the open graph.

        Returns:
            The answer.

        Raises:
            GraphError: if the graph cannot be opened or does not answer.
        """
        store, fresh = self._opened()
        try:
            return question(store)
        except GONE:
            self._drop(store)
            if fresh:
                raise
        store, _ = self._opened()
        try:
            return question(store)
        except GONE:
            self._drop(store)
            raise

    def _opened(self) -> tuple[GraphStore, bool]:
        with self._lock:
            if self._store is not None:
                return self._store, False
            if self._failure is not None and monotonic() - self._failure[0] < PAUSE:
                raise self._failure[1]
            try:
                self._store = self._opening()
            except GraphError as error:
                self._failure = (monotonic(), error)
                raise
            self._failure = None
            return self._store, True

    def _drop(self, store: GraphStore) -> None:
        with self._lock:
            if self._store is not store:
                return
            self._store = None
        store.close()


def open_named() -> GraphStore:
    """Open the graph that the environment names.

    Returns:
        The open graph.

    Raises:
        NoGraphNamed: if it names none.
    """
    location = os.environ.get(GRAPH, "").strip()
    if not location:
        raise NoGraphNamed(f"{GRAPH} is not set")
    return open_graph(location, user=os.environ.get(USER), password=os.environ.get(PASSWORD))


_SHARED: Final = SharedGraph(open_named)


def graph() -> SharedGraph:
    """Give the graph of this process.

    Returns:
        The same one to every reader: a module is loaded once a process, unlike the script.
    """
    return _SHARED
