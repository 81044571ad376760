"""Words that readers use for each other, and words that tell nothing: two lists of ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from evidence_explorer.search.tokens import folded, stems


def _lines(name: str) -> list[str]:
    lines = (files("evidence_explorer.search") / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@cache
def empty_words() -> frozenset[str]:
    """Give the words that tell nothing.

    Returns:
        The words as they count.
    """
    return frozenset(folded(word) for line in _lines("empty_words.txt") for word in line.split())


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in _lines("near_words.txt"):
        group = [folded(word) for word in line.split()]
        for word in group:
            for key in {word, *stems(word)}:
                found[key].update(group)
    return {key: frozenset(group) for key, group in found.items()}


def near(word: str) -> frozenset[str]:
    """Give the words that are used for a word.

    Args:
        word: a word as it counts.

    Returns:
        The other words of its groups, found also by its stems.
    """
    keys = {word, *stems(word)}
    return frozenset().union(*(_groups().get(key, frozenset()) for key in keys)) - {word}
