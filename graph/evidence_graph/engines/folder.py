"""The files around the engine in process: who owns the folder, where it answers, the passwords.

One process at a time owns a folder: the one that holds an operating-system lock on ``engine.lock``.
The system lets go of that lock when the process ends, however it ends, so a dead owner never has to
be guessed from a pid. The owner writes ``connection.json`` once its port answers; another process
reads it and connects. Everything here is readable by its owner alone.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from evidence_graph.errors import GraphLocked

_MARK = "evidence-graph.json"
_TOLERATED = frozenset({"lost+found", "desktop.ini"})
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class Credentials:
    """The two users of an installation: one that may do everything, one that may only read."""

    admin: str
    reader: str


@dataclass(frozen=True, slots=True)
class Connection:
    """Where the owner of a folder answers."""

    port: int
    pid: int


class GraphFolder:
    """A folder that holds a graph of ours and nothing else."""

    def __init__(self, path: Path) -> None:
        """Take a folder, and make it when it is not there.

        Args:
            path: the folder.

        Raises:
            GraphLocked: it cannot be used.
        """
        self.path = path.resolve()
        try:
            self._claim()
        except OSError as error:
            raise GraphLocked(
                f"{self.path} cannot hold the graph: {error.strerror or error}. "
                "Choose a folder in which you may write."
            ) from error

    @property
    def engine_root(self) -> Path:
        """Where the engine keeps its databases, its users and its log."""
        return self.path / "arcadedb"

    @property
    def log(self) -> Path:
        """Where the engine writes its log."""
        return self.path / "log"

    def credentials(self) -> Credentials:
        """Read the passwords of this installation, and draw them when there are none.

        To be called by the owner first: a guest that finds none waits for the owner.

        Returns:
            The passwords.
        """
        file = self.path / "credentials.json"
        try:
            found = json.loads(file.read_text("utf-8"))
            return Credentials(found["admin"], found["reader"])
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            drawn = Credentials(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
            write_private(file, json.dumps({"admin": drawn.admin, "reader": drawn.reader}))
            return drawn

    def connection(self) -> Connection | None:
        """Read where the owner answers.

        Returns:
            The place, or None when no owner has said so yet. It may be stale: only a connection
            tells.
        """
        try:
            found = json.loads((self.path / "connection.json").read_text("utf-8"))
            return Connection(int(found["port"]), int(found["pid"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def announce(self, port: int) -> None:
        """Say where this process, the owner, answers.

        Args:
            port: the port of its Bolt listener.
        """
        text = json.dumps({"port": port, "pid": os.getpid()})
        write_private(self.path / "connection.json", text)

    def withdraw(self) -> None:
        """Say that this process answers no longer."""
        with contextlib.suppress(OSError):
            (self.path / "connection.json").unlink()

    def _claim(self) -> None:
        """Make the folder, or check that it is one of ours.

        Raises:
            GraphLocked: it is something else.
        """
        if self.path.exists() and not self.path.is_dir():
            raise GraphLocked(
                f"{self.path} is a file. The graph needs a folder, or the address of a server such "
                "as neo4j://host:7687."
            )
        self.path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        mark = self.path / _MARK
        if not mark.exists():
            self._refuse_the_files_of_others()
            # Somebody else's folder that we may write cannot be made private; its files can.
            with contextlib.suppress(PermissionError):
                self.path.chmod(stat.S_IMODE(self.path.stat().st_mode) & PRIVATE_FOLDER)
            write_private(mark, json.dumps({"format": 1}))
        if not os.access(self.path, os.W_OK | os.X_OK):
            raise GraphLocked(f"{self.path} cannot be written. Choose a folder that you may write.")

    def _refuse_the_files_of_others(self) -> None:
        """Refuse a folder that holds files that are not ours.

        Raises:
            GraphLocked: there are some.
        """
        for other in self.path.iterdir():
            # Hidden files (.DS_Store, .gitignore) and temporary ones of a start next to this one.
            if not other.name.startswith((".", _MARK)) and other.name not in _TOLERATED:
                if (self.path / _MARK).exists():
                    return
                raise GraphLocked(
                    f"{self.path} already holds other files ({other.name}, …) and no graph. Choose "
                    "an empty folder, or one that does not exist yet."
                )


class Ownership:
    """The lock that makes this process the owner of a folder, until it lets go or ends."""

    def __init__(self, handle: int) -> None:
        """Hold a lock.

        Args:
            handle: the open, locked file.
        """
        self._handle = handle

    @classmethod
    def take(cls, folder: GraphFolder) -> Ownership | None:
        """Try to become the owner.

        Args:
            folder: the folder.

        Returns:
            The ownership, or None when somebody else has it.

        Raises:
            GraphLocked: the lock file cannot be opened.
        """
        file = folder.path / "engine.lock"
        try:
            handle = os.open(file, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        except OSError as error:
            raise GraphLocked(
                f"{file} cannot be opened: {error.strerror}. Is the folder yours to write?"
            ) from error
        if lock_file(handle):
            return cls(handle)
        os.close(handle)
        return None

    def release(self) -> None:
        """Let go."""
        os.close(self._handle)


def write_private(file: Path, text: str) -> None:
    """Write a file at once (it is never half there), readable by its owner only.

    Args:
        file: which.
        text: what.
    """
    temporary = file.with_name(f"{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(file)


def lock_file(handle: int) -> bool:
    """Lock an open file for this process, without waiting; closing it lets go.

    Args:
        handle: the open file.

    Returns:
        Whether it is locked; False when somebody else has it.
    """
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
