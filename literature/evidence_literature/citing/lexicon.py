"""The words of citations, read once from the file that lists them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of ``words.toml``, each under its own name, in lower case."""

    prefixes: frozenset[str]
    relays: frozenset[str]
    heads: frozenset[str]
    institutes: tuple[str, ...]
    known: frozenset[str]
    adjectives: frozenset[str]
    never: frozenset[str]
    never_endings: tuple[str, ...]
    starters: frozenset[str]
    places: frozenset[str]
    before_names: frozenset[str]
    verbs: frozenset[str]
    studies: frozenset[str]
    lists: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Give the words.

    Returns:
        The lexicon; the same one at every call.
    """
    lists: dict[str, list[str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    endings = {name: tuple(lists.pop(name)) for name in ("institutes", "never_endings")}
    return Lexicon(**endings, **{name: frozenset(words) for name, words in lists.items()})  # type: ignore[arg-type]
