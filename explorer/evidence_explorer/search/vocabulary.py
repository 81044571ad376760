"""What a typed word may mean: the words of the index that are the same, alike or near to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from evidence_explorer.search.tokens import stems
from evidence_explorer.search.word_lists import near

How = Literal["whole", "form", "near", "part", "piece", "alike", "meant"]

MOST: Final = 60
"""How many words of the index one typed word may mean."""
_QUALITY: Final[Mapping[How, float]] = {
    "whole": 1.0,
    "form": 0.9,
    "near": 0.6,
    "part": 0.55,
    "piece": 0.6,
    "alike": 0.5,
    "meant": 0.3,
}
_ONE_SLIP: Final = 0.65
# One slip in a word of this length is likelier than a compound that nobody has written.
_TELLING: Final = 8
_LIKE: Final = 0.5
_INSIDE: Final = 0.3
_SHORT: Final = 3
# A compound may have one of these between its parts.
_BETWEEN: Final = ("", "s", "en", "e", "n")


@dataclass(frozen=True, slots=True)
class Sense:
    """How a word of the index answers to a typed one, and how well: 1 is the word itself."""

    how: How
    quality: float


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one typed word may mean.

    Attributes:
        typed: the word as it counts.
        senses: words of the index → how they answer to it; the best first.
        weight: how much it tells: the fewer things have it, the more.
    """

    typed: str
    senses: Mapping[str, Sense]
    weight: float = 1.0


class Vocabulary:
    """The words of an index, with the number of things that have them."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._words = list(counts)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            for stem in stems(word):
                self._by_stem[stem].append(word)

    def count(self, words: Iterable[str]) -> int:
        """Count how many things have these words; one with two of them counts twice.

        Args:
            words: words of the index.

        Returns:
            The number.
        """
        return sum(self._counts.get(word, 0) for word in words)

    def meanings(self, typed: str) -> tuple[Mapping[str, Sense], ...]:
        """Tell what a typed word may mean.

        Args:
            typed: a word as it counts.

        Returns:
            One group of words; two where it was taken apart as a compound, since both parts are
            meant; an empty group where nothing is like it.
        """
        found = self._parts(typed) | self._near(typed) | self._same(typed)
        if found:
            return (self._best(found),)
        alike = self._alike(typed)
        if len(typed) >= _TELLING and any(sense.quality >= _ONE_SLIP for sense in alike.values()):
            return (self._best(alike),)
        pieces = self._taken_apart(typed)
        if pieces:
            return tuple(self._best(piece) for piece in pieces)
        return (self._best(alike),)

    def nearest(self, typed: Iterable[str]) -> tuple[str, ...]:
        """Tell which words of the index look most like words that nothing answers to.

        Args:
            typed: words as they count.

        Returns:
            A few words, the likest first.
        """
        found = (
            process.extract(
                word, self._words, scorer=OSA.normalized_similarity, score_cutoff=_LIKE, limit=3
            )
            for word in typed
        )
        return tuple(dict.fromkeys(word for ones in found for word, _, _ in ones))

    def _same(self, typed: str) -> dict[str, Sense]:
        found = {word: _sense("form") for word in self._forms(typed)}
        if typed in self._counts:
            found[typed] = _sense("whole")
        return found

    def _forms(self, typed: str) -> set[str]:
        return {word for stem in stems(typed) for word in self._by_stem.get(stem, ())}

    def _near(self, typed: str) -> dict[str, Sense]:
        words = {form for word in near(typed) for form in (word, *self._forms(word))}
        return {word: _sense("near") for word in words if word in self._counts}

    def _parts(self, typed: str) -> dict[str, Sense]:
        if len(typed) < _SHORT or not typed.isalpha():
            return {}
        found = {}
        for word in self._words:
            if typed in word:
                edge = word.startswith(typed) or word.endswith(typed)
                if edge or len(typed) > _SHORT:
                    found[word] = _sense("part") if edge else Sense("part", _INSIDE)
        return found

    def _taken_apart(self, typed: str) -> tuple[dict[str, Sense], ...]:
        for cut in range(len(typed) - _SHORT, _SHORT - 1, -1):
            first, second = typed[:cut], typed[cut:]
            for between in _BETWEEN:
                if between and not first.endswith(between):
                    continue
                start = self._same(first.removesuffix(between))
                rest = self._same(second)
                if len(first) - len(between) >= _SHORT and start and rest:
                    return (_pieces(start), _pieces(rest))
        return ()

    def _alike(self, typed: str) -> dict[str, Sense]:
        slips = _slips(typed)
        if not slips:
            return {}
        found = process.extract(
            typed, self._words, scorer=OSA.distance, score_cutoff=slips, limit=MOST
        )
        nearest = min((int(slip) for _, slip, _ in found), default=0)
        return {
            word: Sense("alike", _ONE_SLIP if slip == 1 else _QUALITY["alike"])
            for word, slip, _ in found
            if slip <= nearest and word.isalpha()
        }

    def _best(self, found: Mapping[str, Sense]) -> Mapping[str, Sense]:
        def order(word: str) -> tuple[float, int, str]:
            return -found[word].quality, -self._counts.get(word, 0), word

        return {word: found[word] for word in sorted(found, key=order)[:MOST]}


def _sense(how: How) -> Sense:
    return Sense(how, _QUALITY[how])


def _pieces(found: Mapping[str, Sense]) -> dict[str, Sense]:
    return {word: Sense("piece", _QUALITY["piece"] * one.quality) for word, one in found.items()}


def _slips(typed: str) -> int:
    # How many typing errors a word may hold.
    if not typed.isalpha() or len(typed) <= _SHORT:
        return 0
    return 1 if len(typed) < 7 else 2 if len(typed) < 12 else 3
