"""Read and write CSL-JSON, which Zotero, Mendeley and pandoc exchange."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from evidence_literature.dates import Date, read_date
from evidence_literature.formats.carrying import completed, restored
from evidence_literature.formats.crossref import as_csl, is_crossref, plain
from evidence_literature.formats.csl_items import items
from evidence_literature.formats.reading import Fault, Located, told
from evidence_literature.names import Name, read_author
from evidence_literature.records import UNKNOWN_TYPE, Record, tidy

_TEXTS = {
    "type": "type",
    "id": "id",
    "title": "title",
    "container": "container-title",
    "series": "collection-title",
    "publisher": "publisher",
    "place": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "number": "number",
    "genre": "genre",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "language": "language",
    "abstract": "abstract",
    "note": "note",
}
_NAMES = {"authors": "author", "editors": "editor"}
_DATES = {"issued": "issued", "accessed": "accessed"}
_NATIVE = "csl:"
_CARRIED = "evidence-explorer"
_NAME_KEYS = frozenset(
    {"family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal"}
)


def read_csl_json(text: str) -> Iterator[Located | Fault]:
    """Read CSL-JSON: a list of items, one item, an object with ``items``, or an item on each line.

    Args:
        text: The text of a file.

    Yields:
        The records with their lines, and what is wrong.
    """
    for found, line in items(text):
        if isinstance(found, Fault):
            yield found
        elif isinstance(found, dict):
            yield told(csl_record(found), line)
        else:
            yield Fault(line, "This is no record: a record stands between { and }. Take it out.")


def write_csl_json(records: Iterable[Record]) -> str:
    """Write CSL-JSON.

    Args:
        records: The records.

    Returns:
        The text of a file; :func:`read_csl_json` gives the same records.
    """
    items = [completed(tidy(record), _render, _back) for record in records]
    return "[\n" + ",\n".join(items) + "\n]\n"


def csl_record(item: dict[str, Any]) -> Record:
    """Make a record of an item of CSL-JSON.

    Args:
        item: The item.

    Returns:
        The record, tidy.
    """
    left = as_csl(item) if is_crossref(item) else dict(item)
    custom = left.get("custom")
    carried = custom.pop(_CARRIED, "") if isinstance(custom := _copied(custom), dict) else ""
    left["custom"] = custom
    for name in ("title", "container-title"):
        if isinstance(text := left.get(name), str):
            left[name] = plain(text)
    texts: dict[str, Any] = {key: _text(left, name) for key, name in _TEXTS.items()}
    names: dict[str, Any] = {key: _names(left, name) for key, name in _NAMES.items()}
    dates: dict[str, Any] = {key: _date(left, name) for key, name in _DATES.items()}
    keywords = _keywords(left)
    extra = tuple(
        (f"{_NATIVE}{key}", json.dumps(value, ensure_ascii=False))
        for key, value in left.items()
        if value not in (None, "", [], {})
    )
    texts["type"] = texts["type"] or UNKNOWN_TYPE
    record = tidy(Record(**texts, **names, **dates, keywords=keywords, extra=extra))
    return restored(record, carried) if isinstance(carried, str) and carried else record


def _copied(value: Any) -> Any:
    return dict(value) if isinstance(value, dict) else value


def _text(left: dict[str, Any], name: str) -> str:
    value = left.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    del left[name]
    return str(value)


def _keywords(left: dict[str, Any]) -> tuple[str, ...]:
    text = _text(left, "keyword")
    return tuple(part.strip() for part in re.split(r";|\n" if ";" in text else r",|\n", text))


def _names(left: dict[str, Any], name: str) -> tuple[Name, ...]:
    value = left.get(name)
    if isinstance(value, str) and value.strip():
        del left[name]
        return (read_author(value),)
    if not isinstance(value, list) or not all(_is_name(one) for one in value):
        return ()
    del left[name]
    if any(_beside(one) for one in value):
        # What an item says of its people besides their names, such as an ORCID.
        left[f"x-{name}-details"] = [_beside(one) for one in value]
    return tuple(_name(one) for one in value)


def _is_name(value: Any) -> bool:
    # Crossref calls the name of an institute "name".
    given = [value.get(key) for key in (*_NAME_KEYS, "name")] if isinstance(value, dict) else []
    return any(given) and all(isinstance(text, str | None) for text in given)


def _beside(value: dict[str, Any]) -> dict[str, Any]:
    passed = (*_NAME_KEYS, "name", "sequence", "parse-names", "static-ordering", "comma-suffix")
    return {key: what for key, what in value.items() if what and key not in passed}


def _name(value: dict[str, Any]) -> Name:
    # A particle that drops stands before the one that does not: "de la" in "Jean de la Fontaine".
    particles = value.get("dropping-particle", ""), value.get("non-dropping-particle", "")
    return Name(
        family=value.get("family", ""),
        given=value.get("given", ""),
        particle=" ".join(particles).strip(),
        suffix=value.get("suffix", ""),
        literal=value.get("literal", "") or value.get("name", ""),
    )


def _date(left: dict[str, Any], name: str) -> Date | None:
    value = left.get(name)
    if not isinstance(value, dict):
        text = _text(left, name)
        return read_date(text)
    found = _parts(value.get("date-parts"))
    words = value.get("literal") or value.get("raw")
    if set(value) == {"date-parts"} and found and len(value["date-parts"]) == 1:
        del left[name]
    elif len(value) == 1 and isinstance(words, str) and words.strip():
        found = read_date(words)
        del left[name]
    elif found is None and isinstance(words, str):
        found = read_date(words)
    return found


def _parts(value: Any) -> Date | None:
    try:
        year, month, day = (*(int(part) for part in value[0]), 0, 0)[:3]
    except (TypeError, ValueError, IndexError, KeyError):
        return None
    if not (0 < year < 10_000 and 0 <= month <= 12 and 0 <= day <= 31):
        return None
    return Date(year, month or None, day or None)


def _back(text: str) -> Record | None:
    return csl_record(json.loads(text))


def _render(record: Record, carried: str) -> str:
    item: dict[str, Any] = {}
    for key, name in _TEXTS.items():
        if text := getattr(record, key):
            item[name] = text
    for key, name in _NAMES.items():
        if names := getattr(record, key):
            item[name] = [_named(one) for one in names]
    for key, name in _DATES.items():
        if date := getattr(record, key):
            item[name] = _dated(date)
    if record.keywords:
        item["keyword"] = "; ".join(record.keywords)
    item |= dict(_native(record))
    if carried:
        custom = item.get("custom")
        item["custom"] = {**(custom if isinstance(custom, dict) else {}), _CARRIED: carried}
    return json.dumps(item, ensure_ascii=False, indent=2)


def _native(record: Record) -> Iterator[tuple[str, Any]]:
    for key, value in record.extra:
        if key.startswith(_NATIVE):
            try:
                yield key[len(_NATIVE) :], json.loads(value)
            except ValueError:
                continue


def _named(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {key: text for key, text in parts.items() if text}


def _dated(date: Date) -> dict[str, Any]:
    if date.literal:
        return {"literal": date.literal}
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}
