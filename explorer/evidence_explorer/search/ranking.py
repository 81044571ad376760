"""How well does a thing answer to what was typed, and by what?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evidence_explorer.search.index import FIELDS, WEIGHTS, fields
from evidence_explorer.search.tokens import words
from evidence_explorer.search.vocabulary import How, Meaning
from evidence_graph.queries.answers import Text
from evidence_graph.queries.searching import Searchable

ENOUGH: Final = 0.5
"""How much of what was typed a thing must answer to, weighed by how much each word tells."""

_WEIGHT: Final = dict(zip(FIELDS, WEIGHTS, strict=True))
SURE: Final = frozenset({"whole", "form", "alike"})
"""How a word answers that is the typed one itself."""
_LANGUAGES: Final = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Match:
    """One typed word in one thing.

    Attributes:
        typed: the word that was typed, as it counts.
        word: the word that answers to it.
        how: how it does.
        field: where it stands.
    """

    typed: str
    word: str
    how: How
    field: str


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that was found.

    Attributes:
        thing: the thing.
        matches: one for each typed word that it answers to.
        missing: the typed words that it does not answer to.
        score: how well it answers; more is better.
    """

    thing: Searchable
    matches: tuple[Match, ...]
    missing: tuple[str, ...]
    score: float


def judged(thing: Searchable, meanings: Sequence[Meaning], language: str) -> Found:
    """Judge how well a thing answers.

    Args:
        thing: the thing.
        meanings: what was typed.
        language: the language that the reader sees first: of two that answer alike, its word.

    Returns:
        The judgement.
    """
    heard = {
        (name, one): words(" ".join(_in(texts, one)))
        for name, texts in fields(thing).items()
        for one in sorted(_LANGUAGES, key=lambda one: one != language)
    }
    found: list[Match] = []
    missing: list[str] = []
    score = answered = 0.0
    for meaning in meanings:
        best, value = _best(meaning, heard)
        if best is None:
            missing.append(meaning.typed)
        else:
            found.append(best)
            score += meaning.weight * value
            answered += meaning.weight
    whole = sum(meaning.weight for meaning in meanings) or 1.0
    score = score / whole * answered / whole + _fitting(meanings, heard)
    return Found(thing, tuple(found), tuple(dict.fromkeys(missing)), score)


def answered(found: Found, meanings: Sequence[Meaning], enough: float = ENOUGH) -> bool:
    """Tell whether a thing answers to enough of what was typed.

    Args:
        found: the judged thing.
        meanings: what was typed.
        enough: how much is enough.

    Returns:
        True where it answers to all, or to enough by the very words.
    """
    if not found.missing:
        return True
    met = {match.typed for match in found.matches if match.how in SURE}
    whole = sum(meaning.weight for meaning in meanings)
    return bool(met) and sum(m.weight for m in meanings if m.typed in met) >= whole * enough


def _in(texts: Iterable[Text], language: str) -> Iterable[str]:
    return (text.nl if language == "nl" else text.en for text in texts)


def _best(
    meaning: Meaning, heard: Mapping[tuple[str, str], Sequence[str]]
) -> tuple[Match | None, float]:
    best: Match | None = None
    value = 0.0
    for (name, _), said in heard.items():
        for word in said:
            sense = meaning.senses.get(word)
            if sense is not None and _WEIGHT[name] * sense.quality > value:
                value = _WEIGHT[name] * sense.quality
                best = Match(meaning.typed, word, sense.how, name)
    return best, value


def _fitting(meanings: Sequence[Meaning], heard: Mapping[tuple[str, str], Sequence[str]]) -> float:
    # "Alliantie" before "Persoonlijke alliantie": how much of the name was typed.
    fit = 0.0
    for language in _LANGUAGES:
        name = heard["name", language]
        if name:
            typed = sum(
                max((m.senses[word].quality for m in meanings if word in m.senses), default=0.0)
                for word in name
            )
            fit = max(fit, typed / len(name))
    return fit * _WEIGHT["name"] / 2
