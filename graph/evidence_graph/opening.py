"""Open a graph by its address: a server that speaks Bolt, or a folder on this machine.

The engines are imported when one is asked for, since each costs time and memory at import.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from evidence_graph.errors import GraphRefused

if TYPE_CHECKING:
    from evidence_graph.store import GraphStore

SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]+)://")


def open_graph(
    location: str | Path, *, user: str | None = None, password: str | None = None
) -> GraphStore:
    """Open the graph at a location.

    Args:
        location: an address such as ``neo4j://host:7687`` or ``bolt+s://host``, or a folder. A
            folder that does not exist yet is made.
        user: the user of a server; a folder needs none.
        password: the password of a server; a folder needs none.

    Returns:
        The open graph; close it, or use it in ``with``.

    Raises:
        GraphRefused: the address holds a password or names an unknown scheme, or the server does
            not accept the user.
    """
    text = str(location)
    scheme = None if isinstance(location, Path) else _SCHEME.match(text)
    if scheme is None:
        from evidence_graph.engines.arcade import open_folder  # noqa: PLC0415

        return open_folder(Path(text).expanduser())
    if scheme[1].lower() not in SCHEMES:
        raise GraphRefused(
            f"{scheme[1]}:// is not an address of a graph. Use one of "
            f"{', '.join(sorted(name + '://' for name in SCHEMES))}, or the path of a folder."
        )
    _check(text)
    from evidence_graph.engines.bolt import open_server  # noqa: PLC0415

    return open_server(text, user=user, password=password)


def _check(url: str) -> None:
    """Refuse an address with a user or password in it, without repeating it, and one with no host.

    Args:
        url: the address.

    Raises:
        GraphRefused: it is such an address.
    """
    if "@" in url:
        raise GraphRefused(
            "The address of the graph holds a user or a password. Addresses end up in logs and in "
            "the history of the shell: leave it out, and give user and password apart."
        )
    try:
        parts = urlsplit(url)
        whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole:
        raise GraphRefused(f"{url} is not a whole address. Write it like neo4j://host:7687.")
