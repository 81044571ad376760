"""The whole matrix is read once for each load of data, in the background, and kept in the process.

So a filter counts exactly and asks nothing of the graph. In a large graph the reading takes longer
than a reader would wait; what needs it is then told so.
"""

from __future__ import annotations

import gc
from threading import Event, Lock, Thread
from typing import Final

from evidence_graph.errors import StillReading
from evidence_graph.queries.filtering import choices
from evidence_graph.queries.gaps import gaps
from evidence_graph.queries.overview import Overview, read
from evidence_graph.queries.revision import revision
from evidence_graph.queries.scheme import domains
from evidence_graph.store import GraphStore

PATIENCE: Final = 2.0
"""Seconds that a question waits for the matrix, before it is told that it is still being read."""


class _Reading:
    """A matrix that is being read, or was: in a thread of its own, so that nobody has to wait."""

    def __init__(self, loaded: str, store: GraphStore) -> None:
        self.loaded = loaded
        self._store = store
        self._found: Overview | None = None
        self._error: Exception | None = None
        self._done = Event()
        Thread(target=self._run, name="overview", daemon=True).start()

    @property
    def failed(self) -> bool:
        """Whether it came to nothing, so that it has to begin anew."""
        return self._error is not None

    def wait(self, seconds: float) -> Overview:
        """Give the matrix once it is there.

        Args:
            seconds: how long to wait for it.

        Returns:
            The matrix.

        Raises:
            GraphError: the graph did not answer.
            StillReading: it is not there within that time.
        """
        self._done.wait(seconds)
        if self._error is not None:
            raise self._error
        if self._found is None:
            raise StillReading("The matrix is being read; ask again in a moment.")
        return self._found

    def _run(self) -> None:
        try:
            found = read(self._store)
            # What every page asks first is there when the first reader comes.
            choices(found)
            gaps(found, domains(self._store))
            # Streamlit looks for garbage after every page. What is kept here is none, and to look
            # through a million objects of it would cost each reader a quarter of a second.
            gc.collect()
            gc.freeze()
            self._found = found
        except Exception as error:  # noqa: BLE001 - who waits for it gets it
            self._error = error
        finally:
            self._done.set()


_LATEST: list[_Reading] = []
_ONE_AT_A_TIME: Final = Lock()


def overview(store: GraphStore, patience: float = PATIENCE) -> Overview:
    """Give the whole matrix.

    Args:
        store: the graph.
        patience: seconds to wait where it has to be read first; the reading goes on after that.

    Returns:
        The matrix of the data that the graph was last loaded from.

    Raises:
        StillReading: it is not there within that time.
        GraphError: the graph does not answer.
    """
    loaded = revision(store)
    if not loaded:
        # Data that was not loaded by us may change without a sign.
        return read(store)
    return _reading(loaded, store).wait(patience)


def _reading(loaded: str, store: GraphStore) -> _Reading:
    with _ONE_AT_A_TIME:
        if not _LATEST or _LATEST[0].loaded != loaded or _LATEST[0].failed:
            _LATEST[:] = [_Reading(loaded, store)]
        return _LATEST[0]


def begin(store: GraphStore) -> None:
    """Begin to read the matrix, so that the first who filters need not wait for it.

    Never waits; data that was not loaded by us is not kept, so there is nothing to begin with.

    Args:
        store: the graph.
    """
    loaded = revision(store)
    if loaded:
        _reading(loaded, store)
