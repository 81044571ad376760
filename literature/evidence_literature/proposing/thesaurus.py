"""The elements and domains that proposals are looked for with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """An element or domain: its id and all its names, Dutch and English, synonyms included."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """What a curator already has. An empty one is fine: then every element is new."""

    elements: tuple[Term, ...] = ()
    domains: tuple[Term, ...] = ()
