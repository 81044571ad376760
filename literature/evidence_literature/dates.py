"""When something appeared, as far as it is told: a day, a year, or only words such as *z.d.*."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAY_FIRST = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?)?(?:[T/ ][\d:.]+Z?)?")
_WORDED = re.compile(r"(?:(\d{1,2})\.? )?([^\W\d]{3,})\.?(?: (\d{1,2}),?)? (\d{4})")
_WORDED_YEAR_FIRST = re.compile(r"(\d{4}),? ([^\W\d]{3,})\.?(?: (\d{1,2}))?")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_MONTHS = (
    ("jan",),
    ("feb",),
    ("mar", "mrt", "maa"),
    ("apr",),
    ("may", "mei"),
    ("jun",),
    ("jul",),
    ("aug",),
    ("sep",),
    ("oct", "okt"),
    ("nov",),
    ("dec",),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}


@dataclass(frozen=True, slots=True)
class Date:
    """A date: year, month and day as far as known; ``literal`` holds the words when they say more.

    ``Date(2013, 5, 12)`` is a day, ``Date(literal="z.d.")`` is a work that tells no date, and
    ``Date(2010, literal="[ca. 2010]")`` one whose year someone worked out.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    literal: str = ""


def read_date(text: str) -> Date | None:
    """Read a date as tools and people write it, in Dutch or English.

    Args:
        text: Such as ``2013-05-12``, ``12 mei 2013``, ``2013/05//``, ``z.d.`` or ``[ca. 2010]``.

    Returns:
        The date; None for an empty text. What is more than a date stays as ``literal``.
    """
    words = " ".join(text.split()).strip("/").strip()
    if not words:
        return None
    for attempt in (_numbers, _worded):
        found = attempt(words.rstrip("-/"))
        if found is not None:
            return found
    year = _YEAR.search(words)
    return Date(int(year[1]) if year else None, literal=words)


def month_number(text: str) -> int | None:
    """Read the name or number of a month.

    Args:
        text: Such as ``mei``, ``May``, ``5`` or ``05``.

    Returns:
        1 to 12, or None.
    """
    word = text.strip().lower()
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else None
    return _MONTH_OF.get(word[:3])


def _numbers(words: str) -> Date | None:
    year_first, day_first = _YEAR_FIRST.fullmatch(words), _DAY_FIRST.fullmatch(words)
    if year_first:
        return _date(*year_first.groups())
    if day_first:
        day, month, year = day_first.groups()
        return _date(year, month, day)
    return None


def _worded(words: str) -> Date | None:
    match = _WORDED.fullmatch(words)
    if match:
        before, month, after, year = match.groups()
        day = before or after
    else:
        match = _WORDED_YEAR_FIRST.fullmatch(words)
        if not match:
            return None
        year, month, day = match.groups()
    number = month_number(month)
    return _date(year, str(number), day) if number else None


def _date(year: str, month: str | None, day: str | None) -> Date | None:
    months, days = int(month or 0), int(day or 0)
    if months > 12 or days > 31 or (days and not months) or int(year) == 0:
        return None
    return Date(int(year), months or None, days or None)
