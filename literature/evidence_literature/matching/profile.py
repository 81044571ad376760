"""What of a record is compared, made comparable once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_literature.names import Name, folded, tidy_name
from evidence_literature.numbers import doi_in_address, isbns, same_address
from evidence_literature.records import Record

_PARTS = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})
_SUBTITLE = re.compile(r"\s*[:.–—/?!]\s+|\s+[-–—/:]\s+")


@dataclass(frozen=True, slots=True)
class Profile:
    """A record as it is compared: letters folded, numbers in one form.

    ``authors`` are family names or institutes, ``main`` is the title without its subtitle,
    ``counted`` its numbers, which tell parts and volumes of a series apart.
    """

    title: str
    main: str
    counted: tuple[str, ...]
    authors: tuple[str, ...]
    year: int | None
    doi: str
    isbns: frozenset[str]
    url: str
    part: bool


def profile(record: Record) -> Profile:
    """Make a record comparable.

    Args:
        record: A tidy record.

    Returns:
        What of it is compared.
    """
    title = folded(record.title)
    part = record.type in _PARTS
    return Profile(
        title=title,
        main=folded(_SUBTITLE.split(record.title, maxsplit=1)[0]),
        counted=tuple(word for word in title.split() if word.isdecimal()),
        authors=tuple(_author(name) for name in record.authors or record.editors),
        year=record.issued.year if record.issued else None,
        doi=(record.doi or doi_in_address(record.url)).casefold(),
        # The ISBN of a chapter is that of its book.
        isbns=frozenset() if part else frozenset(isbns(record.isbn)),
        url=same_address(record.url, site=record.type == "webpage"),
        part=part,
    )


def _author(name: Name) -> str:
    # A name in one piece may be a person's, so that its particles do not count either.
    return folded(tidy_name(Name(name.literal or name.family)).family)
