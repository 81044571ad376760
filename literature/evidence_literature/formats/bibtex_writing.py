"""Write BibTeX and BibLaTeX."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import partial

from evidence_literature.dates import Date
from evidence_literature.formats import bibtex_fields as known
from evidence_literature.formats.bibtex import KIND, NATIVE, OTHERS, read_bibtex
from evidence_literature.formats.bibtex_fields import Dialect
from evidence_literature.formats.carrying import completed
from evidence_literature.formats.latex import encoded
from evidence_literature.formats.reading import Located
from evidence_literature.names import Name, folded
from evidence_literature.records import UNKNOWN_TYPE, Record, tidy

_KEY = re.compile(r"[^\W_][\w.:/+-]*")
_FIELD = re.compile(r"[a-z][\w-]*")
_BRACED = re.compile(r"[\s,{}]|^[^A-Z]|\\")


def write_bibtex(records: Iterable[Record]) -> str:
    """Write BibTeX.

    Args:
        records: The records.

    Returns:
        The text of a file, in UTF-8; reading it gives the same records, each with a key.
    """
    return _write(records, known.BIBTEX)


def write_biblatex(records: Iterable[Record]) -> str:
    """Write BibLaTeX.

    Args:
        records: The records.

    Returns:
        The text of a file, in UTF-8; reading it gives the same records, each with a key.
    """
    return _write(records, known.BIBLATEX)


def _write(records: Iterable[Record], dialect: Dialect) -> str:
    taken: set[str] = set()
    entries = []
    for record in map(tidy, records):
        key = _free_key(record, taken)
        taken.add(key)
        entries.append(completed(record, partial(_render, key, dialect), _back))
    return "\n".join(entries)


def _render(key: str, dialect: Dialect, record: Record, carried: str) -> str:
    fields: dict[str, str] = {}
    for name, text in (*_fields(record, dialect), (known.CARRIED, carried)):
        if text:
            fields.setdefault(name, text)
    rows = (f"  {name} = {{{text}}},\n" for name, text in fields.items())
    return f"@{_kind(record, dialect)}{{{key},\n{''.join(rows)}}}\n"


def _back(text: str) -> Record | None:
    return next((found.record for found in read_bibtex(text) if isinstance(found, Located)), None)


def _kind(record: Record, dialect: Dialect) -> str:
    remembered = dict(record.extra).get(KIND, "")
    usable = re.fullmatch(r"[a-z]+", remembered) is not None
    if usable and known.TYPE_OF.get(remembered, UNKNOWN_TYPE) == record.type:
        return remembered
    found = (name for name, kind in dialect.types.items() if kind == record.type)
    return next(found, "misc")


def _fields(record: Record, dialect: Dialect) -> Iterator[tuple[str, str]]:
    etal = {text for key, text in record.extra if key == OTHERS}
    yield "author", _names(record.authors, etal="author" in etal)
    yield "editor", _names(record.editors, etal="editor" in etal)
    for key, names in known.FIELDS.items():
        yield _field(key, names[0], record, dialect), encoded(getattr(record, key))
    if record.type.startswith("article-"):
        yield "number", encoded(record.issue)
        yield known.ARTICLE_NUMBER[0], encoded(record.number)
    else:
        yield "number", encoded(record.number)
        yield "issue", encoded(record.issue)
    yield from _dates(record.issued, dialect)
    for key in known.ADDRESSES:
        text = getattr(record, key)
        yield key, "" if re.search(r"[{}\\]", text) else text
    yield "urldate", _iso(record.accessed) if record.accessed else ""
    separator = "; " if any("," in word for word in record.keywords) else ", "
    yield "keywords", separator.join(map(encoded, record.keywords))
    yield from _native(record)


def _native(record: Record) -> Iterator[tuple[str, str]]:
    for key, text in record.extra:
        name = key.removeprefix(NATIVE)
        if key not in {name, OTHERS} and _FIELD.fullmatch(name) and _balanced(text):
            yield name, text


def _field(key: str, name: str, record: Record, dialect: Dialect) -> str:
    if key == "container":
        return dialect.journal if record.type.startswith("article-") else "booktitle"
    if key == "place":
        return dialect.place
    if key == "publisher":
        by = {"report": dialect.report_by, "thesis": dialect.thesis_by}
        return by.get(record.type, name)
    return name


def _dates(date: Date | None, dialect: Dialect) -> Iterator[tuple[str, str]]:
    if date is None:
        return
    if date.literal:
        yield "year", encoded(date.literal)
    elif dialect.dated:
        yield "date", _iso(date)
    else:
        yield "year", f"{date.year or 0:04}"
        yield "month", str(date.month or "")
        yield "day", str(date.day or "")


def _iso(date: Date) -> str:
    if date.literal:
        return encoded(date.literal)
    parts = (f"{date.year or 0:04}", *(f"{part:02}" for part in (date.month, date.day) if part))
    return "-".join(parts)


def _names(names: tuple[Name, ...], *, etal: bool) -> str:
    written = [*map(_name, names), *(["others"] if etal else [])]
    return " and ".join(written)


def _name(name: Name) -> str:
    if name.literal:
        return f"{{{encoded(name.literal)}}}"
    last = " ".join(filter(None, (name.particle, _part(name.family))))
    if name.particle and not name.particle.islower():
        last = _part(f"{name.particle} {name.family}")
    special = re.search(r"\band\b|[\\{}]", name.given)
    given = _part(name.given) if special else encoded(name.given)
    if name.suffix:
        return f"{last}, {_part(name.suffix)}, {given}"
    return f"{last}, {given or '{}'}"


def _part(text: str) -> str:
    return f"{{{encoded(text)}}}" if _BRACED.search(text) or "and" in text else encoded(text)


def _balanced(text: str) -> bool:
    depth = 0
    for sign in re.sub(r"\\.", "", text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0 and not text.endswith("\\")


def _free_key(record: Record, taken: set[str]) -> str:
    wanted = record.id if _KEY.fullmatch(record.id) else _made_key(record)
    if wanted not in taken:
        return wanted
    return next(key for n in itertools.count(2) if (key := f"{wanted}-{n}") not in taken)


def _made_key(record: Record) -> str:
    first = (record.authors or record.editors or (Name(literal="anon"),))[0]
    year = str(record.issued.year) if record.issued and record.issued.year else "nd"
    word = next((word for word in folded(record.title).split() if len(word) > 3), "")
    made = f"{folded(first.literal or first.family).replace(' ', '')[:20]}{year}{word}"
    return re.sub(r"[^a-z0-9]", "", made) or "record"
