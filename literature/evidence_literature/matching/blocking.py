"""Which records are worth comparing: those that share a number, an author and year, or rare words.

Comparing each record with each other one would be fifty million comparisons for ten thousand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from evidence_literature.matching.profile import Profile

_WHOLE_BLOCK = 60
"""Of a larger block, records are compared with their neighbours by title only."""

_NEIGHBOURS = 10
_LETTERS = 4
_RARE = 3


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Choose the pairs to compare.

    Args:
        profiles: The records.

    Yields:
        The places of two records, the earlier one first, each pair once.
    """
    seen: set[tuple[int, int]] = set()
    for block in _blocks(profiles).values():
        for one, other in _in_block(sorted(set(block)), profiles):
            pair = (one, other) if one < other else (other, one)
            if pair not in seen:
                seen.add(pair)
                yield pair


def _in_block(block: list[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    if len(block) <= _WHOLE_BLOCK:
        yield from combinations(block, 2)
        return
    by_title = sorted(block, key=lambda place: profiles[place].title)
    for position, place in enumerate(by_title):
        for neighbour in by_title[position + 1 : position + 1 + _NEIGHBOURS]:
            yield place, neighbour


def _blocks(profiles: Sequence[Profile]) -> dict[tuple[str, ...], list[int]]:
    often = Counter(word for one in profiles for word in set(one.title.split()))
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, one in enumerate(profiles):
        for key in _keys(one, often):
            blocks[key].append(place)
    return blocks


def _keys(one: Profile, often: Counter[str]) -> Iterator[tuple[str, ...]]:
    if one.doi:
        yield "doi", one.doi
    if one.url:
        yield "url", one.url
    yield from (("isbn", number) for number in one.isbns)
    if one.main:
        yield "main", one.main
    for name in one.authors[:1]:
        yield from _by_author(name[:_LETTERS], one)
    words = {word for word in one.title.split() if len(word) >= _LETTERS}
    rare = sorted(words, key=lambda word: (often[word], word))[:_RARE]
    yield from (("words", *two) for two in combinations(sorted(rare), 2))


def _by_author(front: str, one: Profile) -> Iterator[tuple[str, ...]]:
    # A year and the next one meet under the later one.
    if one.year is None:
        yield "author", front, ""
        return
    yield "author", front, str(one.year)
    yield "author", front, str(one.year + 1)
