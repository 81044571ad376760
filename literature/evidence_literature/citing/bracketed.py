"""What stands inside one pair of brackets: authors, years, pages, one part per group of years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_literature.citing.authors import (
    Authors,
    institute,
    inverted,
    is_never,
    listed,
    names_institute,
    people,
    whole_institute,
)
from evidence_literature.citing.known import Known, settled
from evidence_literature.citing.lexicon import lexicon
from evidence_literature.citing.patterns import (
    AUTHORS_AT_END,
    CHAIN_AT_END,
    FOLLOWING_YEARS,
    INVERTED_AT_END,
)

_SEPARATOR = re.compile(r"^(?:[,;:. )]+|(?:en|and|&) )+")
_REDUNDANT = re.compile(r"\[[A-Z][\w ]{1,12}\]|\([A-Z]{2,8}\)")
_LETTERS = re.compile(r"[a-k]$")


@dataclass(frozen=True, slots=True)
class Part:
    """Years in brackets with the authors before them; no authors when they stand elsewhere.

    ``pure`` tells that nothing else stands before the years.
    """

    start: int
    end: int
    authors: Authors | None
    years: tuple[str, ...]
    pages: str
    pure: bool


def parts(inside: str, known: Known) -> Iterator[Part]:
    """Read the parts in brackets.

    Args:
        inside: What stands between the brackets.
        known: What the document says of its works.

    Yields:
        The parts that cite, in order.
    """
    text = _REDUNDANT.sub(lambda m: " " * len(m[0]), inside).replace("(", " ").replace(")", " ")
    start = 0
    any_before = False
    for years in FOLLOWING_YEARS.finditer(text):
        if years.start() < start:
            continue
        head = re.split(r";", text[start : years.start()])[-1]
        begin = years.start() - len(head)
        start = years.end()
        part = _part(head, begin, years, any_before, known)
        if part:
            any_before = True
            yield part


def _part(head: str, begin: int, years: re.Match[str], follows: bool, known: Known) -> Part | None:
    text = head.rstrip(" ,:")
    kept = _without_prefix(_SEPARATOR.sub("", text + " ").strip())
    pages = years["pages"] or years["after"] or ""
    listing = _years(years["years"])
    if not kept:
        bare = _SEPARATOR.sub("", head).strip() == ""
        pure = bare and (follows or begin == 0) and _is_clean_end(years)
        return Part(years.start(), years.end(), None, listing, pages, pure) if pure else None
    authors = _authors(kept, known)
    if authors is None or is_never(authors.names[0]) or is_never(authors.names[-1]):
        return None
    if head.endswith(": ") or _is_of_something(authors, years):
        return None
    start = begin + head.rindex(kept)
    return Part(start, years.end(), authors, listing, pages, begin == 0)


def _is_clean_end(years: re.Match[str]) -> bool:
    rest = years.string[years.end() :]
    return bool(re.match(r"\s*(?:[,;.]|$)", rest)) and not re.match(r" ?[-–] ?\d", rest)


def _is_of_something(authors: Authors, years: re.Match[str]) -> bool:
    # Tell whether the year belongs to what follows, as in "(Leiden 2018 cijfers)".
    rest = years.string[years.end() :]
    follows = re.match(r" ?[-–] ?\d| (?!(?:en|and|in|via) )[a-z]{3,}", rest)
    return bool(follows) and not authors.etal and len(authors.names) == 1


def _without_prefix(text: str) -> str:
    relayed = _after_relay(text)
    words = relayed.split(" ")
    for count in range(min(len(words), 6), 0, -1):
        first = " ".join(words[:count]).lower().rstrip(",")
        if first in lexicon().prefixes or first in lexicon().relays:
            return _without_prefix(" ".join(words[count:]))
    return relayed


def _after_relay(text: str) -> str:
    for relay in sorted(lexicon().relays, key=len, reverse=True):
        _, found, rest = text.rpartition(f", {relay} ")
        if found:
            return rest
    return text


def _authors(text: str, known: Known) -> Authors | None:
    if match := INVERTED_AT_END.fullmatch(text):
        return inverted(match["names"], match["etal"])
    if names_institute(text) and (named := whole_institute(text)):
        return named
    if named := listed(text):
        return named
    if text[0].islower() and (named := _at_end(text, known)):
        return named
    return whole_institute(text) or _at_end(text, known)


def _at_end(text: str, known: Known) -> Authors | None:
    # Read authors after other words: "zoals blijkt uit Jansen".
    chain = CHAIN_AT_END.search(text)
    if chain and (named := institute(chain[0])):
        return named
    match = AUTHORS_AT_END.search(text)
    if not match or not text[: match.start()].endswith(" "):
        return None
    found = people(match["names"], match["etal"])
    left = text[: match.start()].rstrip()
    authors = Authors((settled(found.names[0], left, False, known), *found.names[1:]), found.etal)
    before = left.rsplit(maxsplit=1)[-1].lower().strip(",")
    anchored = before in lexicon().prefixes | lexicon().before_names | lexicon().relays | {"van"}
    return authors if anchored or authors.etal or len(authors.names) > 1 else None


def _years(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in re.finditer(
        r"\d{4}[/–-]\d{4}|\d{4}(?:-?[a-k])?|(?<![\w.])[a-k](?!\w)|[^\W\d].*", text
    ):
        year = match[0].strip()
        single = len(year) == 1 and found
        found.append(_LETTERS.sub("", found[-1]) + year if single else year)
    return tuple(year for year in found if year not in {"en", "and"})
