"""Find the elements and domains that a sentence names."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache

import snowballstemmer

from evidence_literature.proposing.lexicon import Language, lexicon
from evidence_literature.proposing.thesaurus import Term

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_AND = {
    "nl": re.compile(r",\s*|\s+(?:en|of)\s+"),
    "en": re.compile(r",\s*|\s+(?:and|or)\s+"),
}
_STEMMERS = {"nl": "dutch", "en": "english"}
_SHORTEST_PART = 5
_MOST_KEPT = 64
_WEAK = 0.2
_PART = 0.9
_COMPOUND = 0.65
_TAIL = 0.6
_TURNED = 0.9
_OTHER_FORM = 0.5
_SUFFIXES = (("ing", "ingen"), ("baar", "bare"), ("loos", "loze"), ("ness",), ("ive",), ("ity",))
NEAR = 0.62
"""From this score on, between 0 and 1, a sentence is taken to name an element."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: its stem, and where it stands."""

    stem: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A term that a sentence names: where, by which words, and how well they fit its name."""

    id: str
    name: str
    text: str
    start: int
    end: int
    score: float
    weight: float
    names: int = 1


@dataclass(frozen=True, slots=True)
class _Name:
    id: str
    name: str
    words: tuple[Word, ...]
    factor: float


@dataclass(frozen=True)
class Names:
    """The names of terms, ready to be looked for in a text of one language."""

    terms: tuple[Term, ...]
    language: Language
    _related: dict[str, list[tuple[str, float]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _found: dict[str, list[Hit]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _names(self) -> list[_Name]:
        return [name for term in self.terms for name in _names(term, self.language)]

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        having: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for stem in {word.stem for word in name.words}:
                having[stem].append(number)
        return dict(having)

    @cached_property
    def _weak_stems(self) -> frozenset[str]:
        return frozenset(stemmed(word, self.language) for word in lexicon(self.language).weak)

    def _weak(self, stem: str) -> bool:
        return stem in self._weak_stems

    @cached_property
    def _weights(self) -> dict[str, float]:
        weights = {}
        for stem, numbers in self._having.items():
            terms = len({self._names[number].id for number in numbers})
            usual = math.log((len(self.terms) + 1) / terms) + 0.1
            weights[stem] = usual * (_WEAK if self._weak(stem) else 1)
        return weights

    def find(self, text: str) -> list[Hit]:
        """Find the terms that a text names; no word counts for two of them.

        Args:
            text: A sentence.

        Returns:
            The terms, in order of the text.
        """
        if text not in self._found:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            self._found[text] = self._find(text)
        return self._found[text]

    def _find(self, text: str) -> list[Hit]:
        words = content_words(text, self.language)
        chosen: list[Hit] = []
        for hit in sorted(self._hits(text, words), key=_worst):
            if not any(hit.start < other.end and other.start < hit.end for other in chosen):
                chosen.append(hit)
        return sorted(chosen, key=lambda one: one.start)

    def best(self, phrase: str) -> Hit | None:
        """Find the one term that a phrase is the name of.

        Args:
            phrase: What opens an item of a list.

        Returns:
            The term that the phrase begins with, or that has most of its words; or None.
        """
        words = content_words(phrase, self.language)
        if not words:
            return None
        hits = list(self._hits(phrase, words))
        opening = [hit for hit in hits if hit.start <= words[min(1, len(words) - 1)].start]
        return max(opening, key=lambda one: (one.score * one.weight, one.score), default=None)

    def _hits(self, text: str, words: Sequence[Word]) -> Iterator[Hit]:
        at: dict[int, dict[int, list[tuple[str, float]]]] = defaultdict(dict)
        for place, word in enumerate(words):
            for stem, factor in self._stems_like(word):
                for number in self._having[stem]:
                    at[number].setdefault(place, []).append((stem, factor))
        names: dict[tuple[str, int, int], list[Hit]] = defaultdict(list)
        for number, places in at.items():
            if not self._within_reach(number, places):
                continue
            for place in places:
                hit = self._hit(text, words, number, places, place)
                if hit and hit.score >= _TAIL:
                    names[hit.id, hit.start, hit.end].append(hit)
        for same in names.values():
            best = max(same, key=lambda one: (one.score, one.weight))
            # The tail of one name alone says too little; that of several names of a term will do.
            if best.score >= NEAR or len({hit.name for hit in same}) > 1:
                yield replace(best, names=len({hit.name for hit in same}))

    @cached_property
    def _wholes(self) -> list[float]:
        stems = ({word.stem for word in name.words} for name in self._names)
        return [sum(self._weights[stem] for stem in found) for found in stems]

    def _within_reach(self, number: int, places: dict[int, list[tuple[str, float]]]) -> bool:
        stems = {stem for found in places.values() for stem, _ in found}
        most = sum(self._weights[stem] for stem in stems)
        return self._names[number].factor * most / self._wholes[number] >= _TAIL

    def _hit(
        self,
        text: str,
        words: Sequence[Word],
        number: int,
        places: dict[int, list[tuple[str, float]]],
        first: int,
    ) -> Hit | None:
        # Hold the words from one place on against a name.
        name = self._names[number]
        found: dict[str, float] = {}
        order: list[str] = []
        last = first
        for place in range(first, min(first + len(name.words) + 2, len(words))):
            for stem, factor in places.get(place, ()):
                if self._weak(stem) and place > last + 1:
                    continue
                form = factor * _same_form(words[place], name, stem)
                if form > found.get(stem, 0):
                    found[stem] = form
                    order.append(stem)
                    last = place
        if all(self._weak(stem) for stem in found) and len(found) < len(name.words):
            return None
        weight = sum(self._weights[stem] * factor for stem, factor in found.items())
        start, end = words[first].start, words[last].end
        turned = order != [word.stem for word in name.words if word.stem in order]
        score = name.factor * weight / self._wholes[number] * (_TURNED if turned else 1)
        return Hit(name.id, name.name, text[start:end], start, end, round(score, 2), weight)

    def _stems_like(self, word: Word) -> list[tuple[str, float]]:
        if word.stem not in self._related:
            same = [(word.stem, 1.0)] if word.stem in self._weights else []
            compounds = [
                (stem, _COMPOUND if len(word.stem) > len(stem) else _TAIL)
                for stem in self._weights
                if _within(word.stem, stem) and not self._weak(min(word.stem, stem, key=len))
            ]
            self._related[word.stem] = same + compounds
        return self._related[word.stem]


def _names(term: Term, language: Language) -> Iterator[_Name]:
    for name in dict.fromkeys(term.names):
        for number, text in enumerate([name, *_alone(name, language)]):
            words = tuple(content_words(text, language))
            if words:
                yield _Name(term.id, name, words, _PART if number else 1.0)


def _alone(name: str, language: Language) -> list[str]:
    # The parts of "trust and a sense of safety" that can stand alone; in "social and contact
    # skills" and "conveying wishes and plans" the shorter part leans on the longer one.
    parts = [part for part in _AND[language].split(name) if part.strip()]
    if len(parts) < 2:
        return []
    sizes = [len(content_words(part, language)) for part in parts]
    leans = not re.search(r"\b(?:van|of)\b", parts[-1])
    longest = max(sizes)
    return [part for part, size in zip(parts, sizes, strict=True) if size == longest or not leans]


def _worst(hit: Hit) -> tuple[float, int, int, float]:
    return -hit.score, hit.start - hit.end, -hit.names, -hit.weight


def _within(one: str, other: str) -> bool:
    # A compound and its last part: "samenwerkingsrelatie", "relatie".
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_PART and short != long and long.endswith(short)


def _same_form(word: Word, name: _Name, stem: str) -> float:
    # "Ondersteuning" has the stem of "ondersteunend" and is something else.
    forms = [one.text for one in name.words if one.stem == stem]
    same = any(_suffix(form) == _suffix(word.text) for form in forms)
    return 1.0 if same or not forms else _OTHER_FORM


def _suffix(word: str) -> int:
    return next((n for n, ends in enumerate(_SUFFIXES) if word.endswith(ends)), -1)


def content_words(text: str, language: Language) -> list[Word]:
    """Give the words of a text that carry meaning.

    Args:
        text: A text.
        language: Its language.

    Returns:
        Its words in lower case without those that carry no meaning of their own.
    """
    function = lexicon(language).function
    found = (
        Word(stemmed(match[0], language), match[0].lower(), match.start(), match.end())
        for match in _WORD.finditer(text)
    )
    return [word for word in found if word.text not in function]


@cache
def _stemmer(language: Language) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_STEMMERS[language])


@lru_cache(maxsize=200_000)
def stemmed(word: str, language: Language) -> str:
    """Give the stem of a word.

    Args:
        word: A word.
        language: Its language.

    Returns:
        The stem, in lower case.
    """
    lower = word.lower()
    # The stemmer of Dutch does not bring "betrouwbare" and "betrouwbaar" together.
    if language == "nl" and len(lower) > _SHORTEST_PART and lower.endswith("bare"):
        lower = f"{lower[:-3]}aar"
    return str(_stemmer(language).stemWord(lower))
