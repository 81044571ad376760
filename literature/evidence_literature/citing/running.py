"""Citations in running text that have no brackets: "Lipsky in 1980", "Steketee e.a. 2015"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_literature.citing.authors import Authors, is_never, people
from evidence_literature.citing.citation import CitedWork
from evidence_literature.citing.known import Known, settled
from evidence_literature.citing.lexicon import lexicon
from evidence_literature.citing.patterns import AND, AUTHORS, ETAL, LATER, NAME
from evidence_literature.citing.reading import Found

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d[a-k]?)(?![\d–/-])"
_WORDS = r"(?:[a-zà-ÿ]+ ){0,3}?"
_WHO = r"(?:(?:die|who) )?"
# "De Nederlandse versie is in 2014 onderzocht": what was done to it, not what it found.
_PASSIVE = frozenset({"is", "wordt", "werd", "worden", "werden", "zijn", "were", "are"})
_PATTERNS = (
    re.compile(
        rf"(?<!\w)(?P<see>[Zz]ie(?: ook)?|[Vv]ergelijk|[Vv]gl\.|[Ss]ee(?: also)?|[Cc]f\.)"
        rf" (?P<names>{LATER}(?:{AND}{LATER}){{0,6}})(?P<etal>{ETAL})?, {_YEAR}"
    ),
    re.compile(rf"(?<![\w'-]){AUTHORS},? {_YEAR}"),
    re.compile(
        rf"(?<![\w'-]){AUTHORS}(?P<between> {_WORDS})in {_YEAR}"
        r"(?P<after>(?: [\w]+){0,3})"
    ),
    re.compile(rf"(?<!\w)(?:[Ii]n )?{_YEAR} (?P<verb>[a-z]+) (?P<names>{NAME})(?P<etal>)"),
    re.compile(
        rf"(?<![\w-])(?P<study>[\w-]{{4,30}}) (?:van|by|of) (?P<names>{NAME})(?P<etal>)"
        rf" (?:uit|from|in) {_YEAR}"
    ),
    # "Bos, in her 2011 review"; "Bos in zijn oratie uit 2011".
    re.compile(rf"(?<![\w'-]){AUTHORS},? {_WHO}in (?:his|her|their) {_YEAR} (?P<study>[a-z]+)"),
    re.compile(
        rf"(?<![\w'-]){AUTHORS},? {_WHO}in (?:zijn|haar|hun) (?P<study>[a-z-]+)"
        rf" (?:uit|van) {_YEAR}"
    ),
)


def without_brackets(text: str, known: Known) -> Iterator[Found]:
    """Find the citations of running text.

    Args:
        text: A flat text.
        known: What the document says of its works.

    Yields:
        The places that say who wrote; in order per form.
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            authors = people(match["names"], match["etal"])
            first = settled(authors.names[0], _before(text, match), False, known)
            named = Authors((first, *authors.names[1:]), authors.etal)
            if _counts(match, named, known):
                work = CitedWork(named.names, named.etal, match["year"])
                end = match.start("after") if "after" in pattern.groupindex else match.end()
                start = min(match.start("names"), match.start("year"))
                yield Found(start, end, (work,))


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start("names") - 140) : match.start("names")].rstrip()


def _counts(match: re.Match[str], authors: Authors, known: Known) -> bool:
    if any(is_never(name) or name.lower() in lexicon().starters for name in authors.names):
        return False
    if "see" in match.groupdict() or known.has(authors.names[0], match["year"]):
        return True
    told = match.groupdict()
    if "study" in told:
        return told["study"].lower().endswith(tuple(lexicon().studies))
    if "verb" in told:
        return told["verb"] in lexicon().verbs
    if "between" in told:
        words = f"{told['between']} {told['after']}".split()
        says = any(word.lower() in lexicon().verbs for word in words)
        return authors.etal or (says and not _PASSIVE.intersection(words))
    return authors.etal or (len(authors.names) > 1 and bool(re.search(r"&", match["names"])))
