"""What every graph can do, whichever engine holds it.

In scope: one transaction of reading, one of writing, changing the schema, closing. Out of scope, on
purpose: sessions, transactions that stay open between calls, auto-commit (a batch MERGE in it left
a partial write on one engine), streaming, and node or path objects: plain values come back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """One Cypher text with its parameters; a value is always a parameter, never text."""

    cypher: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


class GraphStore(Protocol):
    """A graph that is open. Safe to share between threads. Also a context manager that closes."""

    @property
    def engine(self) -> str:
        """The engine's name: ``"arcadedb"`` or ``"neo4j"``."""

    @property
    def description(self) -> str:
        """Where the graph is, for people; never holds a password."""

    def read(self, cypher: str, /, **parameters: Any) -> list[Row]:
        """Run one of our own questions in a read transaction, routed to a reader.

        Args:
            cypher: the text of the question.
            **parameters: its values.

        Returns:
            The rows, one dictionary each, in the order of the answer.

        Raises:
            GraphUnreachable: the graph does not answer (any more).
            QueryFailed: the engine could not run the text.
            QueryTimeout: it took too long.
        """

    def read_only(self, cypher: str, /, **parameters: Any) -> list[Row]:
        """Run a text that somebody typed: it can neither write nor reach outside the graph.

        Args:
            cypher: the text as typed.
            **parameters: its values.

        Returns:
            The rows, one dictionary each.

        Raises:
            QueryRefused: the text would write, or reach files or the network.
            QueryFailed: the engine could not run the text.
            QueryTimeout: it took longer than the time limit.
            GraphUnreachable: the graph does not answer (any more).
        """

    def write(self, statements: Sequence[Statement]) -> None:
        """Run statements in one transaction: all of them or none.

        A transaction that fails by chance (a lost leader, a deadlock, two MERGEs of one id at once)
        is run again, so the statements together must be idempotent.

        Args:
            statements: what to run, in order.

        Raises:
            QueryFailed: a statement failed; nothing of the transaction was kept.
            QueryTimeout: it took too long; nothing was kept.
            GraphUnreachable: the graph stopped answering. When that was during the commit the
                transaction may have been kept or not; the message says so.
        """

    def execute_schema(self, statement: str) -> None:
        """Run one statement that changes the schema (a constraint or an index).

        Args:
            statement: the text; names in it come from the schema, quoted.

        Raises:
            QueryFailed: the engine could not run it.
            GraphUnreachable: the graph does not answer (any more).
        """

    def close(self) -> None:
        """Let go of the graph. Closing twice is allowed."""

    def __enter__(self) -> Self:
        """Give itself."""

    def __exit__(self, *_: object) -> None:
        """Close."""
