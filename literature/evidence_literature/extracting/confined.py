"""Read a report in a process of its own, with a limit on time, memory and output."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from evidence_literature.documents.document import DocumentError
from evidence_literature.documents.reading import read_document
from evidence_literature.extracting import plain
from evidence_literature.extracting.extract import Extract, extract_from
from evidence_literature.proposing.thesaurus import Thesaurus

MEGABYTE = 1_000_000
CANNOT_READ = 3
NO_MEMORY = 4
_MEMORY_WORDS = (
    b"MemoryError",
    b"annot allocate memory",
    b"failed to map segment",
    b"error return without exception set",  # what Python says when none is left to tell it
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take."""

    seconds: int = 120
    memory: int = 1_500 * MEGABYTE
    text: int = 30 * MEGABYTE


def extract_confined(
    path: Path, thesaurus: Thesaurus | None = None, limits: Limits | None = None
) -> Extract:
    """Take out of a report all that is wanted, without trusting it.

    Args:
        path: The file.
        thesaurus: The elements and domains that are known; none when it is not given.
        limits: What it may take.

    Returns:
        What was found.

    Raises:
        DocumentError: The file is not there, cannot be read, takes more than it may, or stops the
            process that reads it.
    """
    allowed = limits or Limits()
    if not path.is_file():
        folder = f"{path} is a folder: name the files in it."
        raise DocumentError(folder if path.is_dir() else f"There is no file {path}.")
    command = [sys.executable, "-m", __name__, str(path), str(allowed.memory), str(allowed.text)]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=plain.written(thesaurus or Thesaurus()),
            capture_output=True,
            timeout=allowed.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(
            f"{path.name} was not read within {allowed.seconds} seconds; try a part of it."
        ) from error
    if done.returncode:
        raise DocumentError(_why(path.name, done))
    try:
        return plain.read(Extract, done.stdout)
    except ValueError as error:
        raise DocumentError(_stopped(path.name, "what it said was cut short")) from error


def _why(name: str, done: subprocess.CompletedProcess[bytes]) -> str:
    if done.returncode == CANNOT_READ:
        return done.stdout.decode("utf-8")
    if done.returncode == NO_MEMORY or any(word in done.stderr for word in _MEMORY_WORDS):
        return f"{name} takes more memory than it may; try a part of it."
    ended = f"signal {-done.returncode}" if done.returncode < 0 else f"code {done.returncode}"
    last = done.stderr.decode("utf-8", errors="replace").strip().rpartition("\n")[2][:200]
    return _stopped(name, f"{ended}: {last}" if last else ended)


def _stopped(name: str, how: str) -> str:
    return (
        f"{name} stopped the process that read it ({how}). Open the file, save it anew and try"
        " again; if that does not help, report it with this message."
    )


def main(path: Path, memory: int, text: int) -> int:
    """Read a file and write what was found to standard output; this is the other process.

    The thesaurus comes in by standard input.

    Args:
        path: The file.
        memory: How many bytes it may take.
        text: How many signs the text may have.

    Returns:
        The exit code; with ``CANNOT_READ`` standard output has the sentence that says why.
    """
    thesaurus = plain.read(Thesaurus, sys.stdin.buffer.read())
    _limit(memory)
    try:
        document = read_document(path)
        if len(document.text) > text:
            return _refused(f"{path.name} holds more than {text} signs; try a part of it.")
        told = plain.written(extract_from(document, thesaurus))
    except DocumentError as error:
        return _refused(str(error))
    except RecursionError:
        return _refused(f"{path.name} is nested too deep to be read.")
    except MemoryError:
        return NO_MEMORY
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
