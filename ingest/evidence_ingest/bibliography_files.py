"""Bibliographies from files: what was read, where it stands, and what is broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_ingest.errors import IngestError
from evidence_literature.formats import Fault, Format, UnknownFormatError, read_bibliography
from evidence_literature.matching import keys
from evidence_literature.records import Record

MOST_BYTES = 200_000_000
"""A larger file is no bibliography; reading it would fill the memory."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Read:
    """What one file holds."""

    name: str
    format: Format
    encoding: str
    count: int


@dataclass(frozen=True, slots=True)
class At:
    """Where a record begins."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Broken:
    """Something broken in a file."""

    file: str
    fault: Fault

    def __str__(self) -> str:
        return f"{self.file}, line {self.fault.line}: {self.fault.message}"


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Records of one or more files: each with its name for decisions and its place."""

    records: tuple[Record, ...]
    names: tuple[str, ...]
    places: tuple[At, ...]
    files: tuple[Read, ...]
    broken: tuple[Broken, ...]

    @property
    def lost(self) -> int:
        """How many records could not be read at all."""
        return sum(not one.fault.kept for one in self.broken)


def read_files(paths: Sequence[Path], progress: Progress = lambda *_: None) -> Bibliography:
    """Read bibliographies.

    Args:
        paths: The files, of any format that is known; what stands in them tells which.
        progress: Told how many lines were read.

    Returns:
        All of them together.

    Raises:
        IngestError: A file cannot be opened, or is no bibliography.
    """
    contents = [_content(path) for path in paths]
    total = sum(content.count(b"\n") + 1 for content in contents)
    records: list[Record] = []
    places: list[At] = []
    files: list[Read] = []
    broken: list[Broken] = []
    for path, content in zip(paths, contents, strict=True):
        try:
            reading = read_bibliography(
                content, lambda done, _: progress("bibliography", done, total)
            )
        except UnknownFormatError as error:
            msg = f"{path.name}: {error}"
            raise IngestError(msg) from error
        records += reading.records
        places += [At(path.name, entry.line) for entry in reading.entries]
        broken += [Broken(path.name, fault) for fault in reading.faults]
        files.append(Read(path.name, reading.format, reading.encoding, len(reading.entries)))
    names = keys(records)
    return Bibliography(tuple(records), tuple(names), tuple(places), tuple(files), tuple(broken))


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            msg = f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB. Split it first."
            raise IngestError(msg)
        return path.read_bytes()
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}. Check the name and that you may read it."
        raise IngestError(msg) from error
