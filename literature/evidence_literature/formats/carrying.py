"""Carry what a format has no room for, so that what goes in comes out, whatever the format.

A writer writes a record as its format has it, and reads that back. What then differs is carried in
one field that other programs pass over: the fields that differ, as JSON without signs that any of
the formats gives a meaning.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from typing import Any
from urllib.parse import quote, unquote

from evidence_literature.dates import Date
from evidence_literature.names import Name
from evidence_literature.records import Record

_NAMES = frozenset({"authors", "editors"})
_DATES = frozenset({"issued", "accessed"})
_KEYS = tuple(field.name for field in fields(Record))
_PLAIN = " :,[]'!()*+;=?/"


def completed(
    record: Record, render: Callable[[Record, str], str], read: Callable[[str], Record | None]
) -> str:
    """Write a record and whatever its format has no room for.

    Args:
        record: A tidy record.
        render: Writes a record, with a text to carry (perhaps an empty one).
        read: Reads what was written; None when that gives no record.

    Returns:
        The text, which reads as the same record. A record without an id may get one.
    """
    plain = render(record, "")
    back = read(plain)
    missing = _differences(record, back if back is not None else Record())
    return render(record, carried(record, missing)) if missing else plain


def carried(record: Record, keys: list[str]) -> str:
    """Write some fields of a record as one text.

    Args:
        record: The record.
        keys: Names of fields.

    Returns:
        The text, on one line, without braces, quotes, backslashes and percent signs of its own.
    """
    given = asdict(record)
    chosen = json.dumps({key: given[key] for key in keys}, ensure_ascii=False)
    return quote(chosen, safe=_PLAIN)


def restored(record: Record, text: str) -> Record:
    """Put carried fields back.

    Args:
        record: What the format itself says.
        text: What :func:`carried` gave.

    Returns:
        The record as it was written; the record as it is when the text is no such thing.
    """
    try:
        given = json.loads(unquote(text))
        changes = {key: _value(key, given[key]) for key in _KEYS if key in given}
    except (ValueError, TypeError):
        return record
    return replace(record, **changes)


def _differences(record: Record, back: Record) -> list[str]:
    return [
        key
        for key in _KEYS
        if getattr(record, key) != getattr(back, key) and not (key == "id" and not record.id)
    ]


def _value(key: str, value: Any) -> Any:
    if key in _NAMES:
        return tuple(Name(**name) for name in value)
    if key in _DATES:
        return None if value is None else Date(**value)
    if key == "extra":
        return tuple((str(name), str(text)) for name, text in value)
    return tuple(map(str, value)) if key == "keywords" else str(value)
