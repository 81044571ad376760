"""The words of statements, one file per language, read once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from evidence_literature.proposing.proposal import RelationKind

Language = Literal["nl", "en"]
_FOLDER = Path(__file__).parent
_GAP = r"(?:\s+\S+){0,6}?"
_PATTERNS = (
    "claim",
    "report",
    "method",
    "contradicts",
    "qualifies",
    "conditional",
    "hedges",
    "relays",
    "also_relays",
    "own_voice",
    "list_heads",
    "list_aims",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language; each pattern finds any phrase of its list.

    ``strength`` finds a word of strength beside a word for evidence; its group ``word``, ``after``
    or ``turned`` holds the word of strength.
    """

    function: frozenset[str]
    weak: frozenset[str]
    claim: re.Pattern[str]
    report: re.Pattern[str]
    method: re.Pattern[str]
    contradicts: re.Pattern[str]
    qualifies: re.Pattern[str]
    conditional: re.Pattern[str]
    hedges: re.Pattern[str]
    relays: re.Pattern[str]
    also_relays: re.Pattern[str]
    own_voice: re.Pattern[str]
    list_heads: re.Pattern[str]
    list_aims: re.Pattern[str]
    through: re.Pattern[str]
    within: re.Pattern[str]
    goes_on: re.Pattern[str]
    strength: re.Pattern[str]
    weakening: frozenset[str]
    relations: tuple[tuple[RelationKind, bool, re.Pattern[str]], ...]


@cache
def lexicon(language: Language) -> Lexicon:
    """Give the words of a language.

    Args:
        language: The language.

    Returns:
        Its lexicon; the same one at every call.
    """
    path = _FOLDER / f"lexicon-{language}.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return Lexicon(
        function=frozenset(lists["function"]),
        weak=frozenset(lists["weak"]),
        weakening=frozenset(lists["weakening"]),
        through=re.compile(rf"\W*(?:{_any(lists['through'])})\W*", re.I),
        within=re.compile(rf"(?<!\w)(?:{_any(lists['within'])})\s+(?:[^\W\d]+\s+)?$", re.I),
        goes_on=re.compile(rf"\W*(?:{_any(lists['goes_on'])})(?!\w)", re.I),
        strength=_strength(lists["strength"], lists["evidence"]),
        relations=tuple(_relations(lists["relations"])),
        **{name: _pattern(lists[name]) for name in _PATTERNS},
    )


def language_of(text: str) -> Language:
    """Guess whether a text is Dutch or English by its commonest words.

    Args:
        text: A text.

    Returns:
        The language; Dutch when neither shows.
    """
    words = re.findall(r"[^\W\d_]+", text[:200_000].lower())
    dutch, english = (lexicon("nl").function, lexicon("en").function)
    only = {"nl": dutch - english, "en": english - dutch}
    counts = {name: sum(word in some for word in words) for name, some in only.items()}
    return "en" if counts["en"] > counts["nl"] else "nl"


def _relations(
    kinds: dict[str, dict[str, list[str]]],
) -> list[tuple[RelationKind, bool, re.Pattern[str]]]:
    return [
        (kind, way == "back", _pattern(kinds[kind][way]))
        for kind in get_args(RelationKind)
        for way in ("back", "forth")
    ]


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(phrases)})(?!\w)", re.I)


def _strength(words: list[str], nouns: list[str]) -> re.Pattern[str]:
    word, noun = _any(words), _any(nouns)
    return re.compile(
        rf"(?<!\w)(?:(?P<word>{word})\s+(?:\w+\s+)?(?:{noun})(?!\w)"
        rf"|(?:{noun}){_GAP}\s+(?:is|zijn|are|blijft|remains)\s+(?:\w+\s+)?(?P<after>{word})(?!\w)"
        rf"|(?:is|zijn)\s+(?:het|de)\s+(?:{noun}){_GAP}\s+(?P<turned>{word})(?!\w))",
        re.I,
    )


def _any(phrases: list[str]) -> str:
    longest = sorted(phrases, key=len, reverse=True)
    return "|".join(_regex(phrase) for phrase in longest)


def _regex(phrase: str) -> str:
    text = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+").replace(" ", r"\s+")
    return text.replace(r"\s+…\s+", rf"{_GAP}\s+")
