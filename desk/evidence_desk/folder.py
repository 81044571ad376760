"""The desk's own folder on this machine: reports with their passages, the log, the accounts.

It is readable by its owner alone, and nothing in it ever goes into ``data/`` or into the graph.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from evidence_desk.errors import DeskError
from evidence_desk.log import Event, append
from evidence_desk.proposals import Proposal, as_plain, from_plain
from evidence_graph.engines.folder import PRIVATE_FOLDER, lock_file, write_private

PATIENCE_SECONDS = 10.0


class DeskFolder:
    """A folder of a desk."""

    def __init__(self, path: Path) -> None:
        """Take a folder, and make it when it is not there.

        Args:
            path: The folder.

        Raises:
            DeskError: It cannot be made.
        """
        self.path = path.expanduser().resolve()
        try:
            self.reports.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            self.path.chmod(PRIVATE_FOLDER)
        except OSError as error:
            msg = (
                f"{self.path} cannot hold the desk: {error.strerror}. Name a folder in which you"
                " may write with --desk."
            )
            raise DeskError(msg) from error

    @property
    def reports(self) -> Path:
        """Where the proposals of each report are."""
        return self.path / "reports"

    @property
    def log(self) -> Path:
        """Where everything that was done stands."""
        return self.path / "log.jsonl"

    @property
    def accounts(self) -> Path:
        """Where the accounts of this machine are."""
        return self.path / "accounts.json"

    @property
    def intent(self) -> Path:
        """Where a write is announced until it has come to its end."""
        return self.path / "writing.json"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only one that writes in this folder, until the block ends.

        Yields:
            Nothing.

        Raises:
            DeskError: Somebody else went on writing.
        """
        handle = os.open(self.path / "desk.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            end = time.monotonic() + PATIENCE_SECONDS
            while not lock_file(handle):
                if time.monotonic() > end:
                    msg = f"Somebody else is writing in {self.path}. Try again."
                    raise DeskError(msg)
                time.sleep(0.02)
            yield
        finally:
            os.close(handle)

    def tell(self, event: Event) -> None:
        """Put an event into the log.

        Args:
            event: The event.
        """
        with self.alone():
            append(self.log, event)

    def keep(self, digest: str, proposals: list[Proposal]) -> None:
        """Keep the proposals of a report, in place of those of an earlier extraction of it.

        Args:
            digest: The digest of the report.
            proposals: What it is thought to say.
        """
        text = json.dumps(as_plain(proposals), ensure_ascii=False)
        write_private(self.reports / f"{digest}.json", text)

    def proposals(self) -> list[Proposal]:
        """Read all proposals.

        Returns:
            Those of every report, each once.

        Raises:
            DeskError: A file of the desk was damaged.
        """
        found: dict[str, Proposal] = {}
        for file in sorted(self.reports.glob("*.json")):
            try:
                for one in from_plain(json.loads(file.read_text("utf-8"))):
                    found.setdefault(one.fingerprint, one)
            except (ValueError, KeyError, TypeError) as error:
                msg = f"{file} is damaged. Add its report to the desk again."
                raise DeskError(msg) from error
        return list(found.values())

    def announced(self) -> dict[str, Any] | None:
        """Read the write that was announced and has not come to its end.

        Returns:
            The event of it as plain data, or None.
        """
        with contextlib.suppress(FileNotFoundError, ValueError):
            found: dict[str, Any] = json.loads(self.intent.read_text("utf-8"))
            return found
        return None


def digest_of(report: Path) -> str:
    """Tell a report by its content.

    Args:
        report: The file.

    Returns:
        32 hexadecimal digits.

    Raises:
        DeskError: It cannot be read.
    """
    try:
        with report.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:32]
    except OSError as error:
        msg = f"{report} cannot be read: {error.strerror}. Check the name."
        raise DeskError(msg) from error
