"""The order in which Dutch readers look for works."""

from __future__ import annotations

from evidence_literature.names import Name, folded
from evidence_literature.records import Record


def sort_key(record: Record) -> tuple[object, ...]:
    """Give the place of a record in a list of literature.

    Args:
        record: A tidy record.

    Returns:
        A key: by family name without its particles (*Van Yperen* under the Y), institutes by their
        name, then by year with undated works after dated ones, then by title. A work without an
        author stands under its title.
    """
    names = tuple(_name(name) for name in record.authors or record.editors)
    title = folded(record.title)
    year = record.issued.year if record.issued else None
    return names or ((title, "", ""),), year is None, year or 0, title, record.id


def _name(name: Name) -> tuple[str, str, str]:
    return folded(name.literal or name.family), folded(name.given), folded(name.particle)
