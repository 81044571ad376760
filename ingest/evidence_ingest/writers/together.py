"""Write several tables of a data folder as one: all of them or none, whoever is killed when.

What is to be written is first written down whole, in one file inside the data folder; that is the
moment at which it counts. Then the tables are put in their places, and the file is taken away.
Killed before that moment, the folder is as before; killed after it, whoever reads the folder next
puts the rest in place first, so that nobody ever reads half of it.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from evidence_graph.engines.folder import lock_file, write_private
from evidence_ingest.errors import IngestError
from evidence_ingest.writers.files import write_file

JOURNAL = ".evidence-writing.json"
LOCK = ".evidence-writing.lock"
PATIENCE_SECONDS = 30.0
"""How long to wait for somebody else who is writing; one write takes a few seconds."""


@contextmanager
def writing(data: Path, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Be the only one that writes the tables of a folder, until the block ends.

    The operating system lets go of the lock when a process ends, however it ends.

    Args:
        data: The data folder.
        patience: How many seconds to wait for somebody else.

    Yields:
        Nothing.

    Raises:
        IngestError: Somebody else went on writing, or nothing can be written there.
    """
    try:
        handle = os.open(data / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        msg = f"{data} cannot be written: {error.strerror}. Ask for the right to write there."
        raise IngestError(msg) from error
    try:
        end = time.monotonic() + patience
        while not lock_file(handle):
            if time.monotonic() > end:
                msg = f"Somebody else is writing in {data}. Nothing was written; try again."
                raise IngestError(msg)
            time.sleep(0.05)
        _finish(data)
        yield
    finally:
        os.close(handle)


def write_together(data: Path, files: Mapping[str, str]) -> None:
    """Write tables as one; to be called inside :func:`writing`.

    Args:
        data: The data folder.
        files: Path below the folder → content.

    Raises:
        IngestError: They cannot be written.
    """
    try:
        write_private(data / JOURNAL, json.dumps(dict(files), ensure_ascii=False))
    except OSError as error:
        msg = f"{data} cannot be written: {error.strerror}. Nothing was changed."
        raise IngestError(msg) from error
    _finish(data)


def finish_writing(data: Path) -> None:
    """Put in place what somebody who was killed had begun to write, before the tables are read.

    Args:
        data: The data folder, or a file of RDF, to which nothing is done.

    Raises:
        IngestError: It cannot be put in place.
    """
    # Whoever holds the lock puts it in place himself, and it takes milliseconds.
    end = time.monotonic() + PATIENCE_SECONDS
    while (data / JOURNAL).is_file():
        with contextlib.suppress(IngestError), writing(data, patience=0):
            return
        if time.monotonic() > end:
            msg = (
                f"{data} holds tables that were not written to the end, and they cannot be"
                " finished. Ask for the right to write there, then try again."
            )
            raise IngestError(msg)
        time.sleep(0.05)


def _finish(data: Path) -> None:
    journal = data / JOURNAL
    try:
        files = json.loads(journal.read_text("utf-8"))
    except FileNotFoundError:
        return
    for name, content in files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, content.encode())
    journal.unlink(missing_ok=True)
