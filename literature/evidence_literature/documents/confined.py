"""Read a report in a process of its own, with a limit on time, memory and output."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from evidence_literature.documents.document import Block, Document, DocumentError
from evidence_literature.documents.reading import read_document

MEGABYTE = 1_000_000
CANNOT_READ = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take."""

    seconds: int = 120
    memory: int = 1_500 * MEGABYTE
    text: int = 30 * MEGABYTE


def read_confined(path: Path, limits: Limits | None = None) -> Document:
    """Read a report without trusting it.

    Args:
        path: The file.
        limits: What it may take.

    Returns:
        The document.

    Raises:
        DocumentError: The file is not there, cannot be read, or takes more than it may.
    """
    allowed = limits or Limits()
    if not path.is_file():
        raise DocumentError(f"There is no file {path}.")
    command = [sys.executable, "-m", __name__, str(path), str(allowed.memory), str(allowed.text)]
    try:
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, timeout=allowed.seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(
            f"{path.name} was not read within {allowed.seconds} seconds; try a part of it."
        ) from error
    if done.returncode == CANNOT_READ:
        raise DocumentError(done.stdout.decode("utf-8"))
    if done.returncode:
        raise DocumentError(f"{path.name} takes more memory than it may; try a part of it.")
    told = json.loads(done.stdout)
    blocks = tuple(Block(**block) for block in told["blocks"])
    return Document(told["id"], told["text"], blocks)


def main(path: Path, memory: int, text: int) -> int:
    """Read a file and write the document to standard output; this is the other process.

    Args:
        path: The file.
        memory: How many bytes it may take.
        text: How many signs the text may have.

    Returns:
        The exit code; with ``CANNOT_READ`` standard output has the sentence that says why.
    """
    _limit(memory)
    try:
        document = read_document(path)
        told = json.dumps(asdict(document)).encode("utf-8")
    except DocumentError as error:
        return _refused(str(error))
    except (MemoryError, RecursionError):
        return 1
    if len(document.text) > text:
        return _refused(f"{path.name} holds more than {text} signs; try a part of it.")
    sys.stdout.buffer.write(told)
    return 0


def _refused(sentence: str) -> int:
    sys.stdout.buffer.write(sentence.encode("utf-8"))
    return CANNOT_READ


def _limit(memory: int) -> None:
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows has no such limit; that of time holds there too.
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
