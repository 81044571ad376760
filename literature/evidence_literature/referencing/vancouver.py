"""Read an entry in the style of Vancouver: "Berg J van den, Bos A. Titel. Blad. 2016;12(3):4."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_literature.citing.patterns import UPPER, YEAR
from evidence_literature.names import Name, tidy_name
from evidence_literature.referencing.people import Contributors, contributors

_SMALL = r"(?:(?:[Vv]an|[Vv]on|[Dd]e[nr]?|[Tt]e[nr]?|in|op|het|[’']t|d[aiu]|del|le|la) )"
_FAMILY = rf"(?P<family>{_SMALL}*(?:[{UPPER}][\w’'-]+ ?){{1,3}})"
_PERSON = rf"{_FAMILY} (?P<given>[{UPPER}]{{1,4}}|[{UPPER}]-[{UPPER}])"
_BEHIND = r"(?P<behind>(?: (?:van|von|de[nr]?|te[nr]?|het|in|op|[’']t))*)"
_NAME = re.compile(rf"{_PERSON}{_BEHIND}(?=[,.]|$)")
_PLAIN = re.sub(r"\?P<\w+>", "?:", rf"{_PERSON}{_BEHIND}")
_FRONT = re.compile(
    rf"(?P<people>{_PLAIN}(?:, {_PLAIN})*)(?P<others>,? (?:et al|e\.a))?(?P<edited>, [a-z]+)?\. "
    r"|(?P<institute>[^.;()\d]{2,120})\. "
)
_MADE = re.compile(rf"; ?(?P<date>{YEAR})\b")
_ISSUED = re.compile(rf"[. ](?P<date>{YEAR})(?: [A-Za-z]{{3,9}}(?: \d{{1,2}})?)?; ?(?=[\dSs(])")
_EDITORS = {", editor", ", editors", ", redacteur", ", redacteuren", ", redactie", ", red", ", eds"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: who made the work, when, and the rest without its date."""

    who: Contributors
    date: str
    rest: str


def read_vancouver(text: str) -> Entry | None:
    """Tell authors, date and the rest apart.

    Args:
        text: An entry on one line, without DOI and address.

    Returns:
        The parts, the rest as the other styles have it; None when the style is another one.
    """
    date = _ISSUED.search(text) or _MADE.search(text)
    front = _FRONT.match(text)
    if not date or not front or date.start() < front.end():
        return None
    who = _people(front) if front["people"] else contributors(front["institute"])
    if who is None:
        return None
    behind = re.sub(r"\.? Epub .*$", "", text[date.end() :])
    if date.re is _ISSUED:
        return Entry(who, date["date"], f"{text[front.end() : date.start()].rstrip('.')}, {behind}")
    pages = re.search(r"\bpp?\. ?\d+ ?[-–] ?\d+", behind)
    ending = f" {pages[0]}." if pages else ""
    return Entry(who, date["date"], f"{text[front.end() : date.start()]}.{ending}")


def _people(front: re.Match[str]) -> Contributors:
    names = tuple(_name(match) for match in _NAME.finditer(front["people"]))
    return Contributors(names, front["edited"] in _EDITORS, bool(front["others"]))


def _name(match: re.Match[str]) -> Name:
    family = f"{match['behind'].strip()} {match['family']}".strip()
    return tidy_name(Name(family=family, given=match["given"]))
