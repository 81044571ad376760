"""Read the ties of an element with others, as ingest packs them on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

BROADER = "broader"
"""The kind of a tie from an element to the one that it falls under; no code of a list."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What binds an element to another one: away from it or towards it, kinds with numbers."""

    other: str
    away: bool
    kinds: tuple[tuple[str, int], ...]


def ties(element: Mapping[str, Any], key: str) -> Iterator[Tie]:
    """Read ties such as ``>trust contributes-to:2``.

    Args:
        element: the properties of the element.
        key: which list of them, ``ties`` or ``topTies``.

    Yields:
        The ties, in the order of the list.
    """
    for packed in element.get(key) or ():
        other, *kinds = packed.split()
        counted = (kind.rpartition(":") for kind in kinds)
        yield Tie(
            f"element/{other[1:]}",
            other.startswith(">"),
            tuple((kind, int(number)) for kind, _, number in counted),
        )
