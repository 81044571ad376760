"""The boundary where the driver's errors become ours. No other file knows the driver's errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as foreign

from evidence_graph.errors import (
    GraphError,
    GraphRefused,
    GraphUnreachable,
    QueryFailed,
    QueryRefused,
    QueryTimeout,
)

_TIMED_OUT = (
    "TransactionTimedOut",
    "TransactionTimedOutClientConfiguration",
    "Transaction.Terminated",
    "LockClientStopped",
)
_WRITES_IN_READING = ("Statement.AccessMode", "Security.Forbidden")
_MISSING_DATABASE = "DatabaseNotFound"
# ArcadeDB says this on a connection that outlived its server; it is not about a password.
_SERVER_IS_GONE = "no longer valid"
# What ArcadeDB says of every error in production mode.
HIDDEN = "The request failed. Check the server log for the details"


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn every error of the driver inside the block into one of ours.

    Args:
        where: the graph, for people.

    Yields:
        Nothing.

    Raises:
        GraphUnreachable: the network failed; for all else see :func:`translate`.
    """
    try:
        yield
    except (foreign.Neo4jError, foreign.DriverError) as error:
        ours = translate(error, where)
        raise ours from error
    except OSError as error:
        raise GraphUnreachable(_unreachable(where, str(error))) from error


def translate(error: foreign.Neo4jError | foreign.DriverError, where: str) -> GraphError:
    """Give the error of ours that says what the driver's error said.

    Args:
        error: the driver's error.
        where: the graph, for people.

    Returns:
        An error to raise.
    """
    if isinstance(error, foreign.DriverError):
        return _of_driver(error, where)
    return _of_server(error, where)


def _of_driver(error: foreign.DriverError, where: str) -> GraphError:
    if isinstance(error, foreign.IncompleteCommit):
        return GraphUnreachable(
            f"The connection with {where} broke while it was saving. The change may have been "
            "saved or not; run the same command again, it does no harm when it was.",
            in_doubt=True,
        )
    if isinstance(error, foreign.ServiceUnavailable | foreign.SessionExpired):
        return GraphUnreachable(_unreachable(where, str(error)))
    if isinstance(error, foreign.ConfigurationError):
        return GraphRefused(f"The driver cannot use the address of {where}: {error}")
    return QueryFailed(f"The driver could not run the query on {where}: {error}")


def _of_server(error: foreign.Neo4jError, where: str) -> GraphError:
    code, message = error.code or "", error.message or str(error)
    if _SERVER_IS_GONE in message:
        return GraphUnreachable(_unreachable(where, "its server has stopped"))
    if any(name in code for name in _WRITES_IN_READING):
        return QueryRefused(
            "This query would change the graph, or reach outside it; only reading is allowed here."
        )
    if any(name in code for name in _TIMED_OUT):
        return QueryTimeout("The query took longer than it may. Ask for less, or add a LIMIT.")
    if isinstance(error, foreign.TransientError):
        return GraphUnreachable(f"{where} cannot answer at the moment: {message}. Try again.")
    return _refusal(error, where) or QueryFailed(
        f"The graph could not run the query: "
        f"{code.rpartition('.')[2] if message == HIDDEN else message}"
    )


def _refusal(error: foreign.Neo4jError, where: str) -> GraphRefused | None:
    code = error.code or ""
    if isinstance(error, foreign.AuthError) or ".Security." in code:
        return GraphRefused(
            f"{where} does not accept this user and password. Check both; after several wrong "
            "attempts a server may refuse for a while."
        )
    if _MISSING_DATABASE in code:
        return GraphRefused(f"{where} has no database of that name: {error.message}")
    return None


def _unreachable(where: str, reason: str) -> str:
    short = reason.strip().splitlines()[0] if reason.strip() else "no answer"
    return f"{where} does not answer ({short}). Is it running, and is the address right?"
