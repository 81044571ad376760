"""Open the graph for a command: credentials from the environment or a prompt, constraints set."""

from __future__ import annotations

import getpass
import os
import sys

from evidence_graph.changes import JOURNAL_TYPES, finish
from evidence_graph.constraints import ensure_schema
from evidence_graph.errors import GraphRefused
from evidence_graph.opening import open_graph
from evidence_graph.store import GraphStore
from evidence_ingest.settings import is_address
from evidence_ontology.schema import schema

USER = "EVIDENCE_GRAPH_USER"
PASSWORD = "EVIDENCE_GRAPH_PASSWORD"  # noqa: S105 the name of a variable, not a password


def credentials(location: str) -> tuple[str | None, str | None]:
    """Find user and password of a server; a folder needs none.

    Args:
        location: The address or folder.

    Returns:
        User and password; asked for at the terminal where the environment lacks them.

    Raises:
        GraphRefused: The password is not in the environment and nobody can be asked.
    """
    if not is_address(location):
        return None, None
    user = os.environ.get(USER) or "neo4j"
    password = os.environ.get(PASSWORD)
    if password is None and not sys.stdin.isatty():
        msg = f"{location} needs a password. Set {USER} and {PASSWORD} in the environment."
        raise GraphRefused(msg)
    if password is None:
        password = getpass.getpass(f"Password of {user} at {location}: ")
    return user, password


def opened(location: str, *, constraints: bool = False) -> GraphStore:
    """Open a graph.

    Args:
        location: The address or folder.
        constraints: Whether to set the constraints and indexes of the schema first.

    Returns:
        The open graph.

    Raises:
        GraphError: It cannot be opened, or another process is loading data into it.
    """
    user, password = credentials(location)
    store = open_graph(location, user=user, password=password)
    try:
        if constraints:
            ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        # A large load that was killed is carried to its end before anybody reads.
        finish(store)
    except BaseException:
        store.close()
        raise
    return store
