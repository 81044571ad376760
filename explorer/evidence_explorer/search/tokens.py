"""From a text to its words, and from a word to its stems: what is alike for the search.

Accents and capitals do not count. A word with a hyphen counts as a whole (``jeugdggz``) and by its
parts (``jeugd``, ``ggz``), so that it is found whichever way it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Final

import snowballstemmer

LONGEST: Final = 80
"""Characters of a word that count; a longer one is no word of any language."""

_WORD: Final = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)*")
_PART: Final = re.compile(r"[^\W_]+")
_OF: Final = re.compile(r"['’]s$")
_DOUBLED: Final = re.compile(r"([aeou])\1|(.)\2$")
# Two for Dutch, since each knows endings that the other does not (see docs/decisions).
_STEMMERS: Final = [snowballstemmer.stemmer(one) for one in ("dutch", "dutch_porter", "english")]
# A stem shorter than this is too little to tell words apart by once it was changed further.
_LONG: Final = 6
_LOCK: Final = Lock()


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text as it counts, and where it stands in the text."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into words.

    Args:
        text: any text; composed characters (NFC), so that places are those of what is shown.

    Yields:
        Its words in order; one with a hyphen first as a whole, then by its parts.
    """
    for found in _WORD.finditer(text):
        parts = _parts(found)
        if len(parts) > 1:
            start, end = parts[0].start, parts[-1].end
            yield Token(folded(text[start:end]), start, end)
        yield from parts


def _parts(found: re.Match[str]) -> list[Token]:
    whole = _OF.sub("", found[0])
    parts = (
        Token(folded(part[0]), found.start() + part.start(), found.start() + part.end())
        for part in _PART.finditer(whole)
    )
    return [part for part in parts if part.word]


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """List the words of a text.

    Args:
        text: any text.

    Returns:
        The words as they count, in order.
    """
    return tuple(token.word for token in tokens(composed(text)))


def typed(text: str) -> tuple[str, ...]:
    """List the words of what was typed: one with a hyphen by its parts, which fit either spelling.

    Args:
        text: what was typed.

    Returns:
        The words as they count, in order.
    """
    found = _WORD.finditer(composed(text))
    return tuple(part.word for one in found for part in _parts(one))


def composed(text: str) -> str:
    """Write a text with composed characters, so that an accent is no character of its own.

    Args:
        text: any text.

    Returns:
        The text in NFC.
    """
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """Take away what does not count: capitals, accents, hyphens.

    Args:
        word: a word.

    Returns:
        Letters and digits only; empty where none are left.
    """
    # Twice, since what a sign stands for may have a capital, and a small letter an accent.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(one for one in plain if one.isalnum())[:LONGEST]


@lru_cache(maxsize=100_000)
def stems(word: str) -> frozenset[str]:
    """Give the stems of a word in Dutch and in English; nobody says which language it is.

    A stem without a beginning that Dutch puts before verbs (*gemotiveerd*, *motiveer*) counts only
    when it is long, or *gezin* would be *zin*. In a long one doubled vowels and a doubled end count
    once.

    Args:
        word: a word as it counts.

    Returns:
        Its stems; none for what has digits in it.
    """
    if not word.isalpha():
        return frozenset()
    with _LOCK:
        found = {one.stemWord(word) for one in _STEMMERS}
    return frozenset(
        _DOUBLED.sub(r"\1\2", stem) if len(stem) >= _LONG else stem
        for stem in found
        if len(stem) >= _LONG or word.startswith(stem[:2])
    )
