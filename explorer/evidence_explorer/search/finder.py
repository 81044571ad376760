"""From what a reader typed to what is found."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from evidence_explorer.search.index import KINDS, Index
from evidence_explorer.search.ranking import ENOUGH, Found, answered, judged
from evidence_explorer.search.tokens import tokens, typed, words
from evidence_explorer.search.vocabulary import How, Meaning, Vocabulary
from evidence_explorer.search.word_lists import empty_words
from evidence_graph.queries.searching import Kind

MOST: Final = 200
"""How many things of a kind are put in order; who wants more is asked for another word."""
MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind.

    Attributes:
        kind: the kind.
        total: how many things answer.
        more: whether there are more than were counted.
        best: those that were put in order, the best first.
    """

    kind: Kind
    total: int
    more: bool
    best: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What was found.

    Attributes:
        query: what was typed.
        meanings: what its words were taken to mean.
        unknown: the words that nothing is like.
        groups: what was found, the kind with the best answer first; kinds without are left out.
        hurried: whether time ran out, so that there may be more.
        nearest: where nothing was found: words of the index that look most like what was typed.
    """

    query: str
    meanings: tuple[Meaning, ...] = ()
    unknown: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    hurried: bool = False
    nearest: tuple[str, ...] = ()

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Tell which parts of a text answer to what was typed.

        Args:
            text: the text, composed.

        Returns:
            Start and end of each, in order, none within another.
        """
        spans: list[tuple[int, int]] = []
        for token in tokens(text):
            if any(token.word in meaning.senses for meaning in self.meanings) and (
                not spans or token.start >= spans[-1][1]
            ):
                spans.append((token.start, token.end))
        return tuple(spans)

    def seen(self, typed: str, texts: Iterable[str]) -> bool:
        """Tell whether texts answer to a typed word.

        Args:
            typed: the word as it counts.
            texts: what is shown.

        Returns:
            True where one of them does.
        """
        senses = {word for m in self.meanings if m.typed == typed for word in m.senses}
        return any(word in senses for text in texts for word in words(text))

    def by(self, how: How) -> dict[str, tuple[str, ...]]:
        """List the typed words that were taken to mean others in one way only.

        Args:
            how: the way.

        Returns:
            Typed word → the words of the index.
        """
        return {
            meaning.typed: tuple(meaning.senses)
            for meaning in self.meanings
            if meaning.senses and all(sense.how == how for sense in meaning.senses.values())
        }


def search(index: Index, vocabulary: Vocabulary, query: str, language: str = "nl") -> Results:
    """Search.

    Args:
        index: the index.
        vocabulary: its words.
        query: what was typed.
        language: the language that the reader sees first.

    Returns:
        What was found.
    """
    meanings, unknown = understood(index, vocabulary, query)
    if not meanings:
        return Results(query, unknown=unknown, nearest=vocabulary.nearest(unknown))
    found = [_of_kind(index, kind, meanings, language) for kind in KINDS]
    # Where nothing answers to half of what was typed, what answers to any of it is better than
    # nothing; each result says what it lacks.
    groups = [_enough(one, meanings, ENOUGH) for one in found]
    if not any(group.best for group in groups):
        groups = [_enough(one, meanings, 0) for one in found]
    groups = sorted(
        (group for group in groups if group.best), key=lambda group: -group.best[0].score
    )
    nearest = () if groups else vocabulary.nearest(_telling(query))
    hurried = any(one.hurried for one in found)
    return Results(query, meanings, unknown, tuple(groups), hurried, nearest)


def understood(
    index: Index, vocabulary: Vocabulary, query: str
) -> tuple[tuple[Meaning, ...], tuple[str, ...]]:
    """Tell what the words of a query may mean.

    Args:
        index: the index.
        vocabulary: its words.
        query: what was typed.

    Returns:
        The meanings, and the words that nothing is like.
    """
    telling = _telling(query)
    everything = sum(index.counts().values())
    meanings: list[Meaning] = []
    unknown: list[str] = []
    for word in telling:
        for senses in vocabulary.meanings(word):
            if not senses:
                unknown.append(word)
                continue
            sure = [one for one, sense in senses.items() if sense.how in {"whole", "form"}]
            rare = vocabulary.count(sure or senses)
            meanings.append(Meaning(word, senses, math.log(2 + everything / (1 + rare))))
    return tuple(meanings), tuple(unknown)


def _telling(query: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(typed(query)))
    telling = tuple(word for word in found if word not in empty_words())
    return (telling or found)[:MOST_WORDS]


@dataclass(frozen=True, slots=True)
class _Judged:
    kind: Kind
    total: int
    more: bool
    things: tuple[Found, ...]
    hurried: bool


def _of_kind(index: Index, kind: Kind, meanings: Sequence[Meaning], language: str) -> _Judged:
    groups = [tuple(meaning.senses) for meaning in meanings]
    found = index.candidates(kind, groups, MOST, every=True)
    total, more, hurried = found.total, found.more, found.hurried
    if not total and len(groups) > 1:
        found = index.candidates(kind, groups, MOST, every=False)
        hurried = hurried or found.hurried
    if found.more:
        # So many that they are not weighed: then those with the very words before all others.
        exact = [tuple(w for w, one in m.senses.items() if one.how == "whole") for m in meanings]
        closest = index.candidates(kind, exact, MOST, every=True) if all(exact) else found
        found = closest if closest.things else found
    things = sorted(
        (judged(thing, meanings, language) for thing in found.things), key=lambda one: -one.score
    )
    return _Judged(kind, total, more, tuple(things), hurried)


def _enough(judgement: _Judged, meanings: Sequence[Meaning], enough: float) -> Group:
    best = tuple(one for one in judgement.things if answered(one, meanings, enough))
    return Group(judgement.kind, judgement.total or len(best), judgement.more, best)
