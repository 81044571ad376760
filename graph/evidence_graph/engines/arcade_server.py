"""The ArcadeDB server in this process: start it, stop it. The only import of ``arcadedb``.

What the engine does by default and what is done here instead:

* It listens with HTTP, Studio and an MCP endpoint: here on 127.0.0.1 only, MCP off, and the HTTP
  listener, for which the engine has no switch, is closed right after the start (Linux, macOS). On
  Windows it stays: on loopback, on a random port, behind the random password.
* It logs to standard output: here into the folder.
* A commit survives a killed process but not a power cut: here it is flushed (2 ms a commit).
* LOAD CSV reads files and the network: here it may not.
* In production mode it hides the text of every error, also of a slip in a typed query. Here it runs
  in test mode; what else production mode would change (flushing, no Studio) is set apart.
* It may use half of the machine's memory: here :data:`HEAP` and :data:`PAGE_CACHE`.

Log and memory are settled once a process: a second folder in one process logs into the first.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from evidence_graph.engines.folder import PRIVATE_FOLDER, Credentials, GraphFolder, write_private
from evidence_graph.engines.sockets import close_listener, free_port
from evidence_graph.errors import GraphLocked

DATABASE = "evidence"
ADMIN = "root"
READER = "reader"
HEAP = "-Xmx768m"
PAGE_CACHE = 256
_ROUNDS = 65536
_ATTEMPTS = 5


class ArcadeServer:
    """A running server. It stops when this object is collected, so keep it."""

    def __init__(self, folder: GraphFolder, credentials: Credentials) -> None:
        """Start the server.

        Args:
            folder: the folder, owned by this process.
            credentials: the passwords of its two users.
        """
        self.http_closed = False
        self.port = 0
        with _settled(folder):
            self._server = self._start(folder, credentials)
        self._database = self._open(folder)

    def stop(self) -> None:
        """Stop the server, with everything written."""
        self._server.stop()

    def _start(self, folder: GraphFolder, credentials: Credentials) -> Any:
        _prepare(folder, credentials)
        import arcadedb  # noqa: PLC0415  what it reads at import has to be there first

        for attempt in range(_ATTEMPTS):
            self.port, http = free_port(), free_port()
            server = arcadedb.create_server(
                str(folder.engine_root), credentials.admin, _settings(self.port, http)
            )
            try:
                server.start()
            except arcadedb.ArcadeDBError as error:
                if "port" in str(error).lower() and attempt < _ATTEMPTS - 1:
                    continue  # somebody took the port in between
                raise _not_started(folder, error) from error
            self.http_closed = close_listener(http)
            return server
        raise AssertionError

    def _open(self, folder: GraphFolder) -> Any:
        import arcadedb  # noqa: PLC0415

        try:
            database = self._server.create_database(DATABASE)
            database.set_wal_flush("yes_nometadata")
        except arcadedb.ArcadeDBError as error:
            self._server.stop()
            raise _not_started(folder, error) from error
        return database


def _settings(bolt: int, http: int) -> dict[str, object]:
    return {
        "host": "127.0.0.1",
        "http_port": http,
        "mode": "test",
        "txWalFlush": 1,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": bolt,
        "bolt_defaultDatabase": DATABASE,
        "opencypher_loadCsv_allowFileUrls": False,
        "opencypher_loadCsv_allowRemoteUrls": False,
        "studio_enabled": False,
        "backup_enabled": False,
        "support_autoRegister": False,
        "maxPageRAM": PAGE_CACHE,
    }


def _not_started(folder: GraphFolder, error: Exception) -> GraphLocked:
    reason = str(error)
    if "lock" in reason.lower():
        return GraphLocked(
            f"The graph in {folder.path} is held by another program. Close that program, or choose "
            "another folder."
        )
    return GraphLocked(
        f"The graph in {folder.path} could not be opened: {reason.splitlines()[0]}. "
        f"The log is in {folder.log}."
    )


def _prepare(folder: GraphFolder, credentials: Credentials) -> None:
    config = folder.engine_root / "config"
    for path in (folder.engine_root, config, folder.log):
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    write_private(config / "server-groups.json", json.dumps(_groups()))
    write_private(config / "server-users.jsonl", _users(credentials))
    write_private(config / "mcp-config.json", json.dumps({"enabled": False}))


@contextmanager
def _settled(folder: GraphFolder) -> Iterator[None]:
    """Settle log and memory, which the engine reads from the environment when it is loaded.

    Only for as long as that takes: a process that we start must not inherit our log.

    Args:
        folder: where to log.

    Yields:
        Nothing. What the user has set stays as it is.
    """
    wanted = {
        "ARCADEDB_LOG_DIR": str(folder.log),
        "ARCADEDB_LOG_CONSOLE": "0",
        "ARCADEDB_NATIVE_ISOLATE_ARGS": HEAP,
    }
    ours = {name: value for name, value in wanted.items() if name not in os.environ}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name in ours:
            os.environ.pop(name, None)


def _groups() -> dict[str, object]:
    def group(records: list[str], rights: list[str]) -> dict[str, object]:
        return {
            "resultSetLimit": -1,
            "readTimeout": -1,
            "access": rights,
            "types": {"*": {"access": records}},
        }

    rights = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]
    records = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    groups = {
        "admin": group(records, rights),
        "reader": group(["readRecord"], []),
        "*": group([], []),
    }
    return {"databases": {"*": {"groups": groups}}, "version": 2}


def _users(credentials: Credentials) -> str:
    users: list[dict[str, object]] = [
        {"name": ADMIN, "databases": {"*": ["admin"]}, "password": _hashed(credentials.admin)},
        {
            "name": READER,
            "databases": {DATABASE: ["reader"]},
            "password": _hashed(credentials.reader),
        },
    ]
    return "".join(json.dumps(user) + "\n" for user in users)


def _hashed(password: str) -> str:
    # The engine salts with the text of the salt, not with the bytes that it encodes.
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ROUNDS, 32)
    return f"PBKDF2WithHmacSHA256${_ROUNDS}${salt}${base64.b64encode(digest).decode()}"
