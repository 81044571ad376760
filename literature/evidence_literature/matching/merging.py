"""Make one record of several that people said are one work; no value of any is lost."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from evidence_literature.dates import Date
from evidence_literature.names import Name, write_inverted
from evidence_literature.records import UNKNOWN_TYPE, Record

_JOINED = frozenset({"keywords", "extra"})
_FIELDS = tuple(field.name for field in fields(Record))


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which records differed: what was kept, and what went to ``extra``."""

    field: str
    kept: str
    other: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The one record, and what differed."""

    record: Record
    differences: tuple[Difference, ...]


def merge(records: Sequence[Record]) -> Merged:
    """Merge records of one work.

    Args:
        records: Tidy records, at least one.

    Returns:
        The record that says most, filled in from the others. Where they differ, its own value stays
        and the other one is kept in ``extra``, as ``merged:`` with the name of the field.
    """
    best, *others = sorted(records, key=_filled, reverse=True)
    differences: list[Difference] = []
    for other in others:
        best = _merged(best, other, differences)
    kept = tuple((f"merged:{one.field}", one.other) for one in differences)
    return Merged(replace(best, extra=_unique((*best.extra, *kept))), tuple(differences))


def groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Put together what belongs together: if a is b and b is c, all three are one.

    Args:
        pairs: Names of two records that are one work.

    Returns:
        The names of each work, sorted.
    """
    group: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = group.get(one, {one}) | group.get(other, {other})
        group.update(dict.fromkeys(joined, joined))
    return [sorted(members) for members in {id(g): g for g in group.values()}.values()]


def _merged(best: Record, other: Record, differences: list[Difference]) -> Record:
    changes: dict[str, Any] = {}
    for key in _FIELDS:
        mine, theirs = getattr(best, key), getattr(other, key)
        if key in _JOINED:
            changes[key] = _unique((*mine, *theirs))
        elif not _says(key, mine):
            changes[key] = theirs
        elif _says(key, theirs) and mine != theirs:
            differences.append(Difference(key, _text(mine), _text(theirs)))
    return replace(best, **changes)


def _says(key: str, value: Any) -> bool:
    return bool(value) and not (key == "type" and value == UNKNOWN_TYPE)


def _filled(record: Record) -> int:
    return sum(_says(key, getattr(record, key)) for key in _FIELDS)


def _unique(values: Iterable[Hashable]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))


def _text(value: Any) -> str:
    if isinstance(value, Date):
        parts = (f"{part:02}" for part in (value.year, value.month, value.day) if part is not None)
        return value.literal or "-".join(parts)
    if isinstance(value, tuple):
        return "; ".join(
            write_inverted(name) if isinstance(name, Name) else str(name) for name in value
        )
    return str(value)
