"""What reading a bibliography gives: records with their lines, and faults told as sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from evidence_literature.records import Record


class Format(StrEnum):
    """The forms of a bibliography; the last two are only read."""

    RIS = "ris"
    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"
    CSL_JSON = "csl-json"
    NBIB = "nbib"
    WOS = "wos"


@dataclass(frozen=True, slots=True)
class Located:
    """A record and the line where it begins."""

    record: Record
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something broken: on which line, what it is and what to do, and whether it was still read."""

    line: int
    message: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file holds."""

    format: Format
    encoding: str
    entries: tuple[Located, ...]
    faults: tuple[Fault, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """The records, in the order of the file."""
        return tuple(entry.record for entry in self.entries)


Reader = Callable[[str], Iterator[Located | Fault]]

EMPTY = "This record says nothing: no author, no title, no year. Fill it in or take it out."


def told(record: Record, line: int) -> Located | Fault:
    """Give a record its line, or refuse it when it says nothing.

    Args:
        record: The record.
        line: Where it begins.

    Returns:
        The record with its line, or the fault.
    """
    if record.title or record.authors or record.editors or record.issued or record.container:
        return Located(record, line)
    return Fault(line, EMPTY)
