"""A graph in a folder: the ArcadeDB engine in a process of ours, reached over Bolt by all.

The first process that opens a folder owns it and runs the engine; every other one connects to
that owner. When the owner ends, in whatever way, the next that asks becomes the owner: at opening,
and in the middle of a session as well.
"""

from __future__ import annotations

import atexit
import contextlib
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

from evidence_graph.engines.arcade_server import ADMIN, DATABASE, READER, ArcadeServer
from evidence_graph.engines.bolt import BoltGraph, connect
from evidence_graph.engines.folder import GraphFolder, Ownership
from evidence_graph.engines.foreign import translated
from evidence_graph.errors import GraphLocked, GraphRefused, GraphUnreachable
from evidence_graph.store import Row, Statement

PATIENCE_SECONDS = 30.0
_GLANCE_SECONDS = 0.05
_RETRY_SECONDS = 3.0
# As many owners may end, one after the other, under one piece of work before it gives up.
_OWNERS = 5
_T = TypeVar("_T")


class _Owned:
    """A folder that this process owns, with its server and the number of graphs open on it."""

    def __init__(self, folder: GraphFolder, ownership: Ownership) -> None:
        self.folder = folder
        self.users = 0
        self._ownership = ownership
        try:
            self.server = ArcadeServer(folder, folder.credentials())
            folder.announce(self.server.port)
        except BaseException:
            ownership.release()
            raise

    def stop(self) -> None:
        self.folder.withdraw()
        try:
            self.server.stop()
        finally:
            self._ownership.release()


_owned: dict[Path, _Owned] = {}
_owned_lock = threading.Lock()


def open_folder(path: Path) -> ArcadeGraph:
    """Open the graph in a folder.

    Args:
        path: the folder; it is made when it does not exist.

    Returns:
        The open graph.
    """
    return ArcadeGraph(GraphFolder(path))


class ArcadeGraph:
    """A graph in a folder. Safe to share between threads."""

    def __init__(self, folder: GraphFolder) -> None:
        """Own the folder, or connect to its owner.

        Args:
            folder: the folder.
        """
        self._folder = folder
        self._lock = threading.RLock()
        self._owned: _Owned | None = None
        self._closed = False
        self._bolt = self._attach()

    @property
    def engine(self) -> str:
        """The engine's name."""
        return "arcadedb"

    @property
    def description(self) -> str:
        """Where the graph is, for people."""
        return str(self._folder.path)

    @property
    def owner(self) -> bool:
        """Whether the engine runs in this process."""
        return self._owned is not None

    @property
    def server(self) -> ArcadeServer | None:
        """The engine, when it runs in this process."""
        return self._owned.server if self._owned else None

    def read(self, cypher: str, /, **parameters: Any) -> list[Row]:
        """Run one of our own questions; see :class:`~evidence_graph.store.GraphStore`.

        Args:
            cypher: the text.
            **parameters: its values.

        Returns:
            The rows.
        """
        return self._do(lambda bolt: bolt.read(cypher, **parameters))

    def read_only(self, cypher: str, /, **parameters: Any) -> list[Row]:
        """Run a text that somebody typed; see :class:`~evidence_graph.store.GraphStore`.

        Args:
            cypher: the text.
            **parameters: its values.

        Returns:
            The rows.
        """
        return self._do(lambda bolt: bolt.read_only(cypher, **parameters))

    def write(self, statements: Sequence[Statement]) -> None:
        """Run statements in one transaction; see :class:`~evidence_graph.store.GraphStore`.

        Args:
            statements: what to run, in order.
        """
        self._do(lambda bolt: bolt.write(statements))

    def execute_schema(self, statement: str) -> None:
        """Change the schema; see :class:`~evidence_graph.store.GraphStore`.

        Args:
            statement: the text.
        """
        self._do(lambda bolt: bolt.execute_schema(statement))

    def close(self) -> None:
        """Let go; the engine stops when this was the last graph of this process on the folder."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._bolt.close()
                self._let_go()

    def __enter__(self) -> Self:
        """Give itself.

        Returns:
            This graph.
        """
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def _do(self, work: Callable[[BoltGraph], _T]) -> _T:
        if self._closed:
            raise GraphUnreachable(f"The graph in {self.description} has been closed.")
        for _ in range(_OWNERS):
            bolt = self._bolt
            try:
                return work(bolt)
            except GraphUnreachable as error:
                if error.in_doubt or self._closed:
                    raise
                self._attach_again(bolt)
        return work(self._bolt)

    def _attach_again(self, failed: BoltGraph) -> None:
        with self._lock:
            if self._bolt is failed and not self._closed:
                self._let_go()
                self._bolt = self._attach()
                failed.close()

    def _let_go(self) -> None:
        if self._owned is None:
            return
        with _owned_lock:
            self._owned.users -= 1
            if not self._owned.users:
                _owned.pop(self._folder.path, None)
                self._owned.stop()
        self._owned = None

    def _attach(self) -> BoltGraph:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            self._owned = _own(self._folder)
            bolt = self._connect()
            if bolt is not None:
                return bolt
            self._let_go()
            if time.monotonic() > deadline:
                raise GraphLocked(self._nobody_answers())
            time.sleep(_GLANCE_SECONDS)

    def _connect(self) -> BoltGraph | None:
        connection = self._folder.connection()
        if connection is None:
            return None
        credentials = self._folder.credentials()
        url = f"bolt://127.0.0.1:{connection.port}"
        driver = connect(url, ADMIN, credentials.admin, retry=_RETRY_SECONDS)
        try:
            with translated(self.description):
                driver.verify_connectivity()
        except (GraphUnreachable, GraphRefused):
            driver.close()
            return None
        return BoltGraph(
            driver,
            engine="arcadedb",
            description=self.description,
            database=DATABASE,
            reader=connect(url, READER, credentials.reader, retry=_RETRY_SECONDS),
        )

    def _nobody_answers(self) -> str:
        connection = self._folder.connection()
        who = f"process {connection.pid}" if connection else "another program"
        return (
            f"The graph in {self.description} is held by {who}, which does not answer. "
            "Stop it and try again, or choose another folder."
        )


def _own(folder: GraphFolder) -> _Owned | None:
    with _owned_lock:
        owned = _owned.get(folder.path)
        if owned is None:
            ownership = Ownership.take(folder)
            if ownership is None:
                return None
            owned = _owned[folder.path] = _Owned(folder, ownership)
        owned.users += 1
        return owned


@atexit.register
def _stop_all() -> None:
    with _owned_lock:
        for owned in _owned.values():
            with contextlib.suppress(Exception):
                owned.stop()
        _owned.clear()
