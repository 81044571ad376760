"""What an entry of a list of references is."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_literature.dates import Date
from evidence_literature.records import Record


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry: the record that was read from it, and where it stands.

    ``start`` and ``end`` count code points of the text that was read; ``text`` is the entry on one
    line.
    """

    record: Record
    start: int
    end: int
    text: str

    @property
    def surnames(self) -> tuple[str, ...]:
        """The authors, else the editors, by surname with particle, or institute."""
        names = self.record.authors or self.record.editors
        return tuple(name.full_family for name in names)

    @property
    def year(self) -> str:
        """The year as printed, with its letter: ``2013a``, ``z.d.``; nothing when there is none."""
        return year_of(self.record.issued)


def year_of(date: Date | None) -> str:
    """Give the year of a date as a citation prints it.

    Args:
        date: A date.

    Returns:
        The year with its letter, or the words that stand for it.
    """
    if date is None:
        return ""
    return date.literal or str(date.year or "")
