"""Read and write RIS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from evidence_literature.dates import Date, read_date
from evidence_literature.formats import ris_fields as tags
from evidence_literature.formats.carrying import completed, restored
from evidence_literature.formats.reading import Fault, Located, told
from evidence_literature.formats.ris_dialects import (
    RESPONSIBILITY,
    looks_like_isbn,
    responsibility,
    understood,
)
from evidence_literature.formats.tagged import Grammar, Tagged, split_tagged
from evidence_literature.names import Name, read_inverted, write_inverted
from evidence_literature.numbers import is_issn
from evidence_literature.records import UNKNOWN_TYPE, Record, tidy

_TYPE_LINE = re.compile(r"^[ \t]*TY[ \t]{1,4}-", re.MULTILINE)
_NATIVE = "ris:"


def read_ris(text: str) -> Iterator[Located | Fault]:
    """Read RIS.

    Args:
        text: The text of a file.

    Yields:
        The records with their lines, and what is wrong.
    """
    for found in split_tagged(text, _grammar(text)):
        if isinstance(found, Fault):
            yield found
        else:
            yield told(ris_record(found), found.line)


def write_ris(records: Iterable[Record]) -> str:
    """Write RIS.

    Args:
        records: The records.

    Returns:
        The text of a file; :func:`read_ris` gives the same records.
    """
    return "".join(f"{completed(tidy(record), _render, _back)}\n" for record in records)


def ris_record(found: Tagged) -> Record:
    """Make a record of the tags of RIS.

    Args:
        found: The tags as they stand in the file.

    Returns:
        The record, tidy.
    """
    fields = [pair for pair in found.fields if pair[1]]
    carried = [value for tag, value in fields if tag == tags.CARRIED and value[:3] == "%7B"]
    own = [pair for pair in fields if pair[1] not in carried or pair[0] != tags.CARRIED]
    left = _Left(understood(own))
    record = _read_fields(left)
    for value in carried:
        record = restored(record, value)
    return record


class _Left:
    """The tags of a record that nobody has taken yet."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self.fields = fields

    def all(self, names: tuple[str, ...]) -> list[str]:
        """Take every value of some tags.

        Args:
            names: The tags.

        Returns:
            Their values, in the order of the file.
        """
        values = [value for tag, value in self.fields if tag in names]
        self.fields = [pair for pair in self.fields if pair[0] not in names]
        return values

    def one(self, names: tuple[str, ...]) -> str:
        """Take one value; others stay, unless they repeat it.

        Args:
            names: The tags that may hold it, the one to prefer first.

        Returns:
            The value of the first tag that is there, or nothing.
        """
        for name in names:
            for tag, value in self.fields:
                if tag == name:
                    same = [(other, value) for other in names]
                    self.fields = [pair for pair in self.fields if pair not in same]
                    return value
        return ""


def _read_fields(left: _Left) -> Record:
    original = left.one(("TY",)).upper()
    kind = tags.TYPE_OF.get(original, UNKNOWN_TYPE)
    whole = kind in tags.WHOLE
    editors = left.all(tags.EDITORS)
    authors = left.all(tags.AUTHORS)
    if original == "EDBOOK":
        authors, editors = [], [*authors, *editors]
    numbers: dict[str, Any] = _numbers(left)
    # An article has no edition: there ET is the day on which it stood on the web.
    asked = (key for key in tags.FIELDS if key != "edition" or not kind.startswith("article-"))
    texts: dict[str, Any] = {key: left.one(tags.FIELDS[key]) for key in asked}
    people = _names(authors), _names(editors)
    families = tuple(name.literal or name.family for names in people for name in names)
    texts["title"], by = responsibility(texts["title"], families)
    record = Record(
        type=kind,
        authors=people[0],
        editors=people[1],
        issued=_issued(left),
        accessed=read_date(left.one(("Y2",))),
        container=left.one(tags.WHOLE_CONTAINER if whole else tags.CONTAINER),
        series=left.one(tags.WHOLE_SERIES if whole else tags.SERIES),
        pages=_pages(left),
        keywords=tuple(word for text in left.all(("KW",)) for word in text.split("\n")),
        note="\n".join(left.all(("N1",))),
        **numbers,
        **texts,
    )
    extra = [(f"{_NATIVE}{tag}", value) for tag, value in left.fields]
    if original and tags.WRITTEN.get(kind) != original:
        extra.insert(0, (f"{_NATIVE}TY", original))
    if by:
        extra.append((RESPONSIBILITY, by))
    return tidy(replace(record, extra=tuple(extra)))


def _numbers(left: _Left) -> dict[str, str]:
    isbn: list[str] = []
    issn: list[str] = []
    other: list[tuple[str, str]] = []
    for value in left.all(("SN",)):
        if is_issn(value) and not issn:
            issn.append(value)
        elif looks_like_isbn(value):
            isbn.append(value)
        else:
            other.append(("SN", value))
    left.fields += other
    return {"isbn": " ".join(isbn), "issn": " ".join(issn)}


def _names(values: list[str]) -> tuple[Name, ...]:
    return tuple(read_inverted(" ".join(value.split())) for value in values)


def _pages(left: _Left) -> str:
    start, end = left.one(("SP",)), left.one(("EP",))
    return f"{start}-{end}" if start and end and start != end else start or end


def _issued(left: _Left) -> Date | None:
    texts = [value for tag in tags.DATES for value in left.all((tag,))]
    years = [text for text in texts if re.fullmatch(r"\d{4}", text)]
    dates = [read_date(text) for text in texts]
    if years:
        # As EndNote has it: a year, and elsewhere "May 12".
        dates += [
            read_date(f"{text} {years[0]}") for text in texts if not re.search(r"\d{4}", text)
        ]
    return max((date for date in dates if date), key=_precision, default=None)


def _precision(date: Date) -> tuple[bool, bool, bool, bool]:
    known = date.year is not None
    return known, date.month is not None, date.day is not None, bool(date.literal)


def _grammar(text: str) -> Grammar:
    first = _TYPE_LINE.search(text)
    strict = first is None or first[0] == "TY  -"
    pattern = r"([A-Z][A-Z0-9])  -" if strict else r"\s*([A-Z][A-Z0-9])[ \t]{1,4}-"
    # A number alone is the heading that some libraries give each record, and lines as the others
    # are how publishers begin a file and Web of Science ends it.
    heading = re.compile(r"\d+\.?|(?:Provider|Database|Content) ?:.*|EF  -")
    return Grammar(
        tag=re.compile(rf"{pattern}(?=\s|$)(.*)"),
        start="TY",
        end="ER",
        passed=lambda row: heading.fullmatch(row) is not None,
        lists=frozenset({"UR"}),
    )


def _back(text: str) -> Record | None:
    return next((found.record for found in read_ris(text) if isinstance(found, Located)), None)


def _render(record: Record, carried: str) -> str:
    rows = [*_pairs(record)]
    if carried:
        rows.append((tags.CARRIED, carried))
    lines = (f"{tag}  - {value}" for tag, value in rows if value)
    return "".join(f"{row}\n" for row in (*lines, "ER  - "))


def _pairs(record: Record) -> Iterator[tuple[str, str]]:
    native = [(key[len(_NATIVE) :], text) for key, text in record.extra if key.startswith(_NATIVE)]
    original = next((value for tag, value in native if tag == "TY"), "")
    remembered = tags.TYPE_OF.get(original, UNKNOWN_TYPE) == record.type and original
    yield "TY", remembered or tags.WRITTEN.get(record.type, tags.WRITTEN[UNKNOWN_TYPE])
    yield from (("AU", write_inverted(name)) for name in record.authors)
    yield from (("A2", write_inverted(name)) for name in record.editors)
    yield from _dates(record.issued)
    whole = record.type in tags.WHOLE
    yield (tags.WHOLE_CONTAINER if whole else tags.CONTAINER)[0], record.container
    yield (tags.WHOLE_SERIES if whole else tags.SERIES)[0], record.series
    for key, names in tags.FIELDS.items():
        yield names[0], getattr(record, key)
    start, dash, end = record.pages.partition("-")
    simple = dash and start.isalnum() and end.isalnum()
    yield from (("SP", start), ("EP", end)) if simple else (("SP", record.pages),)
    yield from (("SN", number) for number in (record.isbn, record.issn))
    yield "Y2", _written(record.accessed) if record.accessed else ""
    yield from (("KW", word) for word in record.keywords)
    yield "N1", record.note
    yield from ((tag, value) for tag, value in native if tag != "TY")


def _dates(date: Date | None) -> Iterator[tuple[str, str]]:
    if date is None:
        return
    yield "PY", f"{date.year:04}" if date.year is not None else date.literal
    if date.year is not None and (date.month or date.literal):
        yield "DA", _written(date)


def _written(date: Date) -> str:
    if date.literal:
        return date.literal
    parts = (f"{date.year or 0:04}", f"{date.month or 0:02}", f"{date.day or 0:02}")
    return "/".join("" if set(part) == {"0"} else part for part in parts) + "/"
