"""Read citations in a flat text: what stands in brackets, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_literature.citing.authors import (
    Authors,
    institute,
    inverted,
    is_acronym,
    is_never,
    people,
    whole_institute,
)
from evidence_literature.citing.bracketed import Part, parts
from evidence_literature.citing.citation import CitedWork
from evidence_literature.citing.known import Known, settled, whole
from evidence_literature.citing.lexicon import lexicon
from evidence_literature.citing.patterns import (
    ANY_YEAR,
    AUTHORS_AT_END,
    CHAIN_AT_END,
    INVERTED_AT_END,
    UPPER,
)

_BEFORE = 260
_BRACKETS = re.compile(r"\((?:[^()\n]|\([^()\n]*\)){1,600}\)|\[[^\[\]\n]{1,400}\]")
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bal)(?<!e\.a)(?<!o\.a)[.!?:;][’'\"”)]* (?=[A-Z‘'“\"•])|[\n•]"
)
_LAST_OF_NAME = re.compile(rf"(?<!\w)(?:[{UPPER}][\w']*|e\.a\.|al\.?|collega's|colleagues)")
_ADDED = re.compile(r" ?[\[(][A-Z][\w ]{1,12}[\])]$")
_TITLED = re.compile(rf"(?P<after>\w )?\b(?P<word>[{UPPER}][a-z]+)$")
_VERB_BEHIND = re.compile(rf", (?:{'|'.join(sorted(lexicon().verbs))})\b")
# Years of a programme or of a life, unlike those of a reprint: "1957/1961".
_SPAN = re.compile(r"\d{4}[–-]\d{4}")
_IN_OWN = re.compile(r"(?<!\w)in (?:een|zijn|haar|hun|a|an|his|her|their) $")
_FRONTED = re.compile(r"(?<!\w)In(?: the)?$")
_LINKS = frozenset({"en", "van", "voor", "de", "het", "and", "of", "for", "the"})
_IBID = re.compile(r"\b(?:[Ii]bid(?:em)?|[Ii]dem|a\.w\.|t\.a\.p\.|op\. cit\.)\.?,?")


@dataclass(frozen=True, slots=True)
class Found:
    """Works that are cited in one place of a flat text."""

    start: int
    end: int
    works: tuple[CitedWork, ...]


def in_brackets(text: str, known: Known) -> Iterator[Found]:
    """Find the citations that have their year in brackets.

    Args:
        text: A flat text.
        known: What the document says of its works.

    Yields:
        The places, in order.
    """
    last: CitedWork | None = None
    end = 0
    for group in _BRACKETS.finditer(text):
        found = _ibid(group, last) or _group(text, group, end, known)
        if found:
            last, end = found.works[-1], found.end
            yield found


def _ibid(group: re.Match[str], last: CitedWork | None) -> Found | None:
    ibid = _IBID.match(group[0], 1)
    if not ibid or last is None:
        return None
    pages = re.search(r"\d+(?: ?[-–] ?\d+)?", group[0][ibid.end() :])
    work = CitedWork(last.authors, last.etal, last.year, pages[0] if pages else "")
    return Found(group.start() + 1, group.end() - 1, (work,))


def _group(text: str, group: re.Match[str], floor: int, known: Known) -> Found | None:
    if not ANY_YEAR.search(group[0]):
        return None
    left = text[max(floor, group.start() - _BEFORE) : group.start()]
    inside = list(parts(group[0][1:-1], known))
    if inside and inside[0].authors and _abbreviates(inside[0].authors, left):
        inside.pop(0)
    if not inside:
        return None
    if inside[0].authors is None or _explains(inside[0].authors):
        named = _narrated(left, inside[0], text[group.end() : group.end() + 40], known)
        if named:
            start, authors = named
            return Found(group.start() - len(left) + start, group.end(), _works(inside, authors))
    inside = [part for part in inside if part.authors is not None or part is not inside[0]]
    works = _works(inside, None)
    if not works:
        return None
    start = group.start() + 1 + inside[0].start
    return Found(start, _closed(text, start, group.start() + 1 + inside[-1].end), works)


def _narrated(left: str, part: Part, right: str, known: Known) -> tuple[int, Authors] | None:
    # Read the authors before a bracket that has none, or only the letters of an institute.
    beside = _beside(left, part.years[0], known) if part.pure else None
    if beside and _SPAN.fullmatch(part.years[0]) and not known.has(_first(beside), part.years[0]):
        return None
    if part.authors is None and (beside is None or _is_own_study(_first(beside), left)):
        return _far(left, part, right, known) or beside
    return beside


def _first(named: tuple[int, Authors]) -> str:
    return named[1].names[0]


def _is_own_study(name: str, left: str) -> bool:
    # "vonden in een CPB-studie (2020)" is of who found it, "wijst op de CPB-studie (2020)" is not.
    _, hyphen, made = name.rpartition("-")
    own = _IN_OWN.search(left.rstrip(" ").removesuffix(name))
    return bool(own and hyphen) and made.endswith(tuple(lexicon().studies))


def _abbreviates(authors: Authors, left: str) -> bool:
    # "Gezond en Actief Leven Akkoord (GALA, 2023)": the letters of what is no author.
    letters = authors.names[0].lower()
    if not _explains(authors):
        return False
    words = [word for word in left.split()[-2 * len(letters) :] if word not in _LINKS]
    name = words[-len(letters) :]
    return "".join(word[0] for word in name).lower() == letters and is_never(" ".join(name))


def _closed(text: str, start: int, end: int) -> int:
    # "[zie Bos (2001)]": the inner bracket that was opened is closed within the citation.
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _explains(authors: Authors) -> bool:
    return len(authors.names) == 1 and is_acronym(authors.names[0])


def _works(inside: list[Part], outside: Authors | None) -> tuple[CitedWork, ...]:
    works: list[CitedWork] = []
    authors = outside
    for number, part in enumerate(inside):
        authors = outside if number == 0 and outside else part.authors or authors
        if authors:
            works += [
                CitedWork(authors.names, authors.etal, year, part.pages) for year in part.years
            ]
    return tuple(works)


def _beside(left: str, year: str, known: Known) -> tuple[int, Authors] | None:
    # Read the authors right before a bracket.
    spelled = left.rstrip(" ").removesuffix(",")
    trimmed = _ADDED.sub("", spelled)
    if match := INVERTED_AT_END.search(trimmed):
        return match.start(), inverted(match["names"], match["etal"])
    chain = CHAIN_AT_END.search(trimmed)
    read = institute if trimmed == spelled else whole_institute
    if chain and (named := read(chain[0])):
        return trimmed.rindex(named.names[0]), named
    match = AUTHORS_AT_END.search(trimmed)
    return _narrative(trimmed, match, year, known) if match else None


def _narrative(
    left: str, match: re.Match[str], year: str, known: Known
) -> tuple[int, Authors] | None:
    authors = people(match["names"], match["etal"])
    before = left[: match.start()].rstrip()
    title = _TITLED.search(before)
    if title and _is_no_author(title):
        return None
    at_start = not before or before[-1] in ".!?:;\n•"
    first = whole(settled(authors.names[0], before, at_start, known), before, year, known)
    names = (first, *authors.names[1:])
    while len(names) > 1 and (
        names[0].lower() in lexicon().starters or _is_fronted(names[0], before)
    ):
        names = names[1:]
    if is_never(names[-1]) or is_never(names[0]) or names[-1].lower() in lexicon().starters:
        return None
    start = max(left.rfind(names[0], 0, match.end()), left.find(names[0], match.start()))
    return start if start >= 0 else match.start(), Authors(names, authors.etal)


def _is_fronted(name: str, before: str) -> bool:
    # "In Sweden, Bos and Oei (2010)": where it was found, not who found it.
    return is_never(name) and bool(_FRONTED.search(before))


def _is_no_author(title: re.Match[str]) -> bool:
    # "Samen Aan Tafel (2014)" is a title, "Buurthuis De Pijl (2018)" a place.
    word = title["word"].lower()
    return word in lexicon().places or bool(title["after"] and word in lexicon().starters)


def _far(left: str, part: Part, right: str, known: Known) -> tuple[int, Authors] | None:
    # Find authors earlier in the sentence, the nearest that is known or that says something.
    if not part.pure:
        return None
    ends = [match.end() for match in _SENTENCE_END.finditer(left)]
    sentence = left[ends[-1] if ends else 0 :]
    offset = len(left) - len(sentence)
    for word in reversed(list(_LAST_OF_NAME.finditer(sentence))):
        named = _beside(sentence[: word.end()], part.years[0], known)
        if named is None:
            continue
        aside = named[0] == 0 and sentence[word.end() :].startswith(",")
        subject = aside and _VERB_BEHIND.match(right)
        if subject or _says(sentence, named, word.end(), part.years[0], known):
            return offset + named[0], named[1]
    return None


def _says(sentence: str, named: tuple[int, Authors], end: int, year: str, known: Known) -> bool:
    start, authors = named
    if any(is_never(name) or name.lower() in lexicon().starters for name in authors.names):
        return False
    if known.has(authors.names[0], year):
        return True
    after = sentence[end:].split()[:2]
    before = sentence[:start].split()[-1:]
    return any(word.lower().strip(",.") in lexicon().verbs for word in after + before) or (
        authors.etal and bool(after)
    )
