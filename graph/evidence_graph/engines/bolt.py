"""A graph behind Bolt: a Neo4j server, or the engine in process (see :mod:`.arcade`).

The only import of the driver, with :mod:`.foreign`. Everything runs in managed transactions, never
in auto-commit: there a batch MERGE left a partial write on one engine. Reading and writing share
one bookmark manager, so that under ``neo4j://`` a reader sees what was written before.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self

import neo4j
from neo4j import exceptions as foreign

from evidence_graph.engines.deadline import ended_after
from evidence_graph.engines.foreign import translated
from evidence_graph.engines.guard import refuse_what_is_not_reading
from evidence_graph.errors import GraphError, GraphRefused, GraphUnreachable, QueryRefused
from evidence_graph.store import Row, Statement

CONNECT_SECONDS = 10.0
RETRY_SECONDS = 5.0
READ_SECONDS = 30.0
READ_ONLY_SECONDS = 10.0
WRITE_SECONDS = 600.0
# Two MERGEs of one id at once: no duplicates arise, but some of them fail on the constraint.
RACES = 6


class BoltGraph:
    """A graph over one driver. Safe to share between threads."""

    def __init__(
        self,
        driver: neo4j.Driver,
        *,
        engine: str,
        description: str,
        database: str | None = None,
        reader: neo4j.Driver | None = None,
    ) -> None:
        """Take over a driver.

        Args:
            driver: an open driver whose user may write; closed with this graph.
            engine: ``"arcadedb"`` or ``"neo4j"``.
            description: where the graph is, for people.
            database: the database; None is the user's own.
            reader: a driver whose user may only read, where READ access alone does not refuse
                writes; closed with this graph.
        """
        self._driver = driver
        self._reader = reader
        self._engine = engine
        self._description = description
        self._database = database
        self._closed = False
        self._bookmarks = driver.execute_query_bookmark_manager

    @property
    def engine(self) -> str:
        """The engine's name."""
        return self._engine

    @property
    def description(self) -> str:
        """Where the graph is, for people."""
        return self._description

    def read(self, cypher: str, /, **parameters: Any) -> list[Row]:
        """Run one of our own questions; see :class:`~evidence_graph.store.GraphStore`.

        Args:
            cypher: the text.
            **parameters: its values.

        Returns:
            The rows.
        """
        return self._rows(self._driver, cypher, parameters, READ_SECONDS)

    def read_only(self, cypher: str, /, **parameters: Any) -> list[Row]:
        """Run a text that somebody typed; see :class:`~evidence_graph.store.GraphStore`.

        Args:
            cypher: the text.
            **parameters: its values.

        Returns:
            The rows.

        Raises:
            QueryRefused: the text would do more than read.
        """
        refuse_what_is_not_reading(cypher)
        if self._engine == "neo4j":
            return self._rows(self._driver, cypher, parameters, READ_ONLY_SECONDS)
        if self._reader is None:
            raise QueryRefused(
                f"{self._description} is an ArcadeDB server, which lets a reading session write. "
                "Typed queries are run only on Neo4j, or on a folder of this machine."
            )
        with ended_after(READ_ONLY_SECONDS, cypher, self._driver, self._database) as text:
            return self._rows(self._reader, text, parameters, READ_ONLY_SECONDS)

    def write(self, statements: Sequence[Statement]) -> None:
        """Run statements in one transaction; see :class:`~evidence_graph.store.GraphStore`.

        Args:
            statements: what to run, in order.
        """

        @neo4j.unit_of_work(timeout=WRITE_SECONDS)
        def work(transaction: neo4j.ManagedTransaction) -> None:
            for statement in statements:
                transaction.run(statement.cypher, dict(statement.parameters)).consume()

        def once() -> None:
            with self._driver.session(
                database=self._database, bookmark_manager=self._bookmarks
            ) as session:
                session.execute_write(work)

        self._again_after_a_race(once)

    def execute_schema(self, statement: str) -> None:
        """Change the schema; see :class:`~evidence_graph.store.GraphStore`.

        Args:
            statement: the text.
        """
        self.write([Statement(statement)])

    def close(self) -> None:
        """Close the connections."""
        self._closed = True
        if self._reader is not None:
            self._reader.close()
        self._driver.close()

    def __enter__(self) -> Self:
        """Give itself.

        Returns:
            This graph.
        """
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def _rows(
        self, driver: neo4j.Driver, cypher: str, parameters: dict[str, Any], seconds: float
    ) -> list[Row]:
        query = neo4j.Query(cypher, timeout=seconds)
        with self._translated():
            records = driver.execute_query(
                query,
                parameters,
                routing_=neo4j.RoutingControl.READ,
                database_=self._database,
                bookmark_manager_=self._bookmarks,
            ).records
            return [record.data() for record in records]

    @contextmanager
    def _translated(self) -> Iterator[None]:
        if self._closed:
            raise GraphUnreachable(f"{self._description} has been closed.")
        with translated(self._description):
            yield

    def _again_after_a_race(self, once: Callable[[], None]) -> None:
        for attempt in range(RACES):
            try:
                with self._translated():
                    once()
            except GraphError as error:
                if not self._by_chance(error.__cause__) or attempt == RACES - 1:
                    raise
                time.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311
            else:
                return

    def _by_chance(self, cause: BaseException | None) -> bool:
        """Tell whether a transaction failed because of another one at the same moment.

        Args:
            cause: the driver's error.

        Returns:
            True for what ArcadeDB raises when writers meet; on Neo4j a MERGE waits for the other,
            and the driver repeats what is worth repeating.
        """
        races = (foreign.ConstraintError, foreign.TransientError)
        return self._engine == "arcadedb" and isinstance(cause, races)


def connect(url: str, user: str, password: str, *, retry: float | None = None) -> neo4j.Driver:
    """Make a driver with the times of this house.

    Args:
        url: the address.
        user: the user.
        password: the password.
        retry: for how long a transaction that fails by chance is tried again, in seconds; None is
            as always.

    Returns:
        A driver that has not connected yet.
    """
    # A graph that has no record of some class yet makes the server warn of every name it has not
    # seen; our texts are tested, so that is noise on a reader's terminal.
    logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)
    return neo4j.GraphDatabase.driver(
        url,
        auth=(user, password),
        connection_timeout=CONNECT_SECONDS,
        connection_acquisition_timeout=CONNECT_SECONDS * 2,
        max_transaction_retry_time=RETRY_SECONDS if retry is None else retry,
        user_agent="evidence-explorer",
    )


def open_server(url: str, *, user: str | None, password: str | None) -> BoltGraph:
    """Open the graph of a server.

    Args:
        url: its address, without a user or a password in it.
        user: the user.
        password: the password.

    Returns:
        The open graph.

    Raises:
        GraphRefused: user or password is missing, or the server does not accept them.
    """
    if not user or password is None:
        raise GraphRefused(f"{url} asks for a user and a password, and none was given.")
    with translated(url):
        driver = connect(url, user, password)
    try:
        with translated(url):
            agent = driver.get_server_info().agent
    except BaseException:
        driver.close()
        raise
    engine = "arcadedb" if "ArcadeDB" in agent else "neo4j"
    return BoltGraph(driver, engine=engine, description=url)
