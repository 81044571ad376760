"""Find the elements and domains that a sentence names."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import snowballstemmer

from evidence_literature.proposing.lexicon import Language, lexicon
from evidence_literature.proposing.thesaurus import Term

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_AND = re.compile(r",\s*|\s+(?:en|and|of|or)\s+")
_STEMMERS = {"nl": "dutch", "en": "english"}
_SHORTEST_PART = 5
_WEAK = 0.2
_PART = 0.9
_COMPOUND = 0.65
_OTHER_FORM = 0.5
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
    _related: dict[str, list[tuple[str, float]]] = field(default_factory=dict)

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
    def _weights(self) -> dict[str, float]:
        weak = {stemmed(word, self.language) for word in lexicon(self.language).weak}
        weights = {}
        for stem, numbers in self._having.items():
            terms = len({self._names[number].id for number in numbers})
            usual = math.log((len(self.terms) + 1) / terms) + 0.1
            weights[stem] = usual * (_WEAK if stem in weak else 1)
        return weights

    def find(self, text: str) -> list[Hit]:
        """Find the terms that a text names; no word counts for two of them.

        Args:
            text: A sentence.

        Returns:
            The terms, in order of the text.
        """
        words = content_words(text, self.language)
        chosen: list[Hit] = []
        for hit in sorted(self._hits(text, words), key=lambda one: (-one.score, -one.weight)):
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
        hits = [hit for hit in self._hits(phrase, words) if hit.score >= NEAR]
        opening = [hit for hit in hits if hit.start <= words[min(1, len(words) - 1)].start]
        return max(opening, key=lambda one: (one.score * one.weight, one.score), default=None)

    def _hits(self, text: str, words: Sequence[Word]) -> Iterator[Hit]:
        at: dict[int, dict[int, list[tuple[str, float]]]] = defaultdict(dict)
        for place, word in enumerate(words):
            for stem, factor in self._stems_like(word):
                for number in self._having[stem]:
                    at[number].setdefault(place, []).append((stem, factor))
        best: dict[tuple[str, int, int], Hit] = {}
        for number, places in at.items():
            name = self._names[number]
            hits = (self._hit(text, words, name, places, place) for place in places)
            for hit in hits:
                key = (hit.id, hit.start, hit.end) if hit else ("", 0, 0)
                if hit and hit.score >= NEAR and (key not in best or best[key].score < hit.score):
                    best[key] = hit
        yield from best.values()

    def _hit(
        self,
        text: str,
        words: Sequence[Word],
        name: _Name,
        places: dict[int, list[tuple[str, float]]],
        first: int,
    ) -> Hit | None:
        # Hold the words from one place on against a name.
        found: dict[str, float] = {}
        last = first
        for place in range(first, min(first + len(name.words) + 2, len(words))):
            for stem, factor in places.get(place, ()):
                form = factor * _same_form(words[place], name, stem)
                if form > found.get(stem, 0):
                    found[stem] = form
                    last = place
        whole = sum(self._weights[stem] for stem in {word.stem for word in name.words})
        weight = sum(self._weights[stem] * factor for stem, factor in found.items())
        start, end = words[first].start, words[last].end
        score = name.factor * weight / whole
        return Hit(name.id, name.name, text[start:end], start, end, round(score, 2), weight)

    def _stems_like(self, word: Word) -> list[tuple[str, float]]:
        if word.stem not in self._related:
            same = [(word.stem, 1.0)] if word.stem in self._weights else []
            self._related[word.stem] = same or [
                (stem, _COMPOUND) for stem in self._weights if _within(word.stem, stem)
            ]
        return self._related[word.stem]


def _names(term: Term, language: Language) -> Iterator[_Name]:
    for name in dict.fromkeys(term.names):
        parts = [part for part in _AND.split(name) if part.strip()]
        for number, text in enumerate([name, *(parts if len(parts) > 1 else ())]):
            words = tuple(content_words(text, language))
            if words:
                yield _Name(term.id, name, words, _PART if number else 1.0)


def _within(one: str, other: str) -> bool:
    # A compound and its last part ("samenwerkingsrelatie", "relatie"), or its first.
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_PART or short == long:
        return False
    return long.endswith(short) or (len(short) > _SHORTEST_PART and long.startswith(short))


def _same_form(word: Word, name: _Name, stem: str) -> float:
    # "Ondersteuning" has the stem of "ondersteunend" and is something else.
    forms = [one.text for one in name.words if one.stem == stem]
    noun = word.text.endswith(("ing", "ingen"))
    return 1.0 if any(form.endswith(("ing", "ingen")) == noun for form in forms) else _OTHER_FORM


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


def stemmed(word: str, language: Language) -> str:
    """Give the stem of a word.

    Args:
        word: A word.
        language: Its language.

    Returns:
        The stem, in lower case.
    """
    return str(_stemmer(language).stemWord(word.lower()))
