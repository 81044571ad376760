"""A time limit for a query on ArcadeDB, which does not keep the one that Bolt carries.

Measured on 26.10.2: neither the time-out of a Bolt transaction nor ``arcadedb.command.timeout``
stops a Cypher query, but ``TERMINATE TRANSACTIONS`` does, at once. So the query is given a name, in
a comment, and somebody who may ends what bears that name when its time is up.
"""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import neo4j
from neo4j import exceptions as foreign

_NUMBER = re.compile(r"[\w-]+")


@contextmanager
def ended_after(
    seconds: float, cypher: str, ender: neo4j.Driver, database: str | None
) -> Iterator[str]:
    """End a query when its time is up.

    Args:
        seconds: how long it may take.
        cypher: its text.
        ender: a driver whose user may end the queries of others.
        database: the database.

    Yields:
        The text to run instead: the same, with a name.
    """
    name = secrets.token_hex(16)
    timer = threading.Timer(seconds, _end, (name, ender, database))
    timer.daemon = True
    timer.start()
    try:
        yield f"/* {name} */ {cypher}"
    finally:
        timer.cancel()


def _end(name: str, ender: neo4j.Driver, database: str | None) -> None:
    try:
        for query in ender.execute_query("SHOW TRANSACTIONS", database_=database).records:
            number = str(query["transactionId"])
            if name in str(query["currentQuery"]) and _NUMBER.fullmatch(number):
                ender.execute_query(f"TERMINATE TRANSACTIONS '{number}'", database_=database)
    except (foreign.Neo4jError, foreign.DriverError):
        # Nobody waits for an answer here, and the query's own connection says what is wrong.
        return
