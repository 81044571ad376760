"""Read the ties of an element, a source or a domain, as ingest packs them on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

BROADER = "broader"
"""The kind of a tie from an element to the one that it falls under; no code of a list."""
MOST_TIES = 80
"""How many ties an element or a source lists at most."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What binds an element to another one: away from it or towards it, kinds with numbers."""

    other: str
    away: bool
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """By how many findings, and how, a source carries an element; ``other`` is the other end."""

    other: str
    mode: str
    findings: int


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an element in a domain."""

    element: str
    state: str
    findings: int
    sources: int


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


def carried(thing: Mapping[str, Any]) -> Iterator[Carried]:
    """Read what a source carries, or what carries an element, such as ``trust read 3``.

    Args:
        thing: the properties of the source or of the element.

    Yields:
        The ties, those with the most findings first.
    """
    for key, prefix in (("elementTies", "element"), ("sourceTies", "source")):
        for packed in thing.get(key) or ():
            other, mode, findings = packed.split()
            yield Carried(f"{prefix}/{other}", mode, int(findings))


def known(domain: Mapping[str, Any]) -> Iterator[Known]:
    """Read what is known in a domain, such as ``trust N0 3 2``.

    Args:
        domain: the properties of the domain.

    Yields:
        What is known, of the element with the most sources first.
    """
    for packed in domain.get("topElements") or ():
        element, state, findings, sources = packed.split()
        yield Known(f"element/{element}", state, int(findings), int(sources))
