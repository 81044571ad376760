"""Read one entry of a list of references into the fields of a record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_literature.citing.patterns import ANY_YEAR, UPPER, YEAR
from evidence_literature.dates import Date, read_date
from evidence_literature.numbers import doi, doi_in_address
from evidence_literature.records import Record, tidy
from evidence_literature.referencing.people import Contributors, contributors
from evidence_literature.referencing.titles import rest_fields
from evidence_literature.referencing.vancouver import Entry, read_vancouver

_DATED = re.compile(rf"\((?P<date>(?:{YEAR})[^()]{{0,30}})\)[.,:]?\s*")
_BARE = re.compile(rf"(?<=[.,])\s(?P<date>{YEAR})[.,]\s(?!\d+ ?\()")
_UNMARKED = re.compile(rf"(?P<front>[{UPPER}][^.,()]{{1,80}}?) (?P<date>{YEAR}), ")
_LISTED_PLACE = re.compile(rf", ([{UPPER}][^,]+), ([{UPPER}][\w ]+)\.?$")
_AT_END = re.compile(rf"[,.(]\s?(?P<date>{YEAR})\)?\.?\s*$")
_INSIDE = re.compile(rf", (?P<date>{YEAR}), (?=\d)")
_NAMES = re.compile(
    rf"(?:[{UPPER}][\w'’-]+, (?:[{UPPER}]\.[ -]?)+(?:, |& |en |and )*)+(?:(?:et al|e\.a)\.,? ?)?"
    r"|[^.,]{3,80}(?=[.,])"
)
_PLACE_LAST = re.compile(rf", ([{UPPER}][\w’' /-]{{1,40}}: [{UPPER}][^:]+)$")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:? ?)?\b(10\.\d{4,9}/[^\s,;]+)", re.I)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"’]+", re.I)
_DAY = r"(?: op| on)?,? ?\d{1,2}[^:,]{0,20}\d{4}| [A-Z][a-z]+ \d{1,2}, \d{4}"
_ACCESS = re.compile(
    r"\b(?:Geraadpleegd|Opgehaald|Verkregen|Bezocht|Bekeken|Gedownload|Beschikbaar|Retrieved"
    rf"|Accessed|Available)\b(?P<when>{_DAY})?[^.]*?(?:van|from|via|at|:|op|$)?:?\s*$",
)
_LAW = re.compile(
    r"(?:Wet|Besluit|Regeling|Kamerstukken|Staatsblad|Verordening|Grondwet)\b|\w*wet\b|[\w ]+ Act\b"
)


@dataclass(frozen=True, slots=True)
class _Split:
    front: str
    date: str
    rest: str


def read_entry(text: str) -> Record | None:
    """Read an entry.

    Args:
        text: The entry on one line.

    Returns:
        The record; None for a law, or a text in which no author, year and title can be told apart.
    """
    if _LAW.match(text):
        return None
    printed, address = _without_address(text)
    entry = read_vancouver(printed) or _entry(printed)
    if entry is None:
        return None
    fields = rest_fields(entry.rest)
    if not fields.get("title"):
        return None
    return tidy(_record(entry.who, entry.date, fields | address))


def _entry(text: str) -> Entry | None:
    split = _split(text)
    who = contributors(split.front) if split else None
    return Entry(who, split.date, split.rest) if split and who else None


def _record(who: Contributors, date: str, fields: dict[str, str]) -> Record:
    accessed = fields.pop("accessed", "")
    return Record(
        authors=() if who.edited else who.names,
        editors=who.names if who.edited else (),
        issued=_date(date),
        accessed=read_date(accessed) if accessed else None,
        extra=(("list:others", "et al."),) if who.others else (),
        **fields,  # type: ignore[arg-type]
    )


def _date(text: str) -> Date | None:
    lettered = re.match(r"(\d{4})-?[a-k]\b", text)
    if lettered:
        return Date(int(lettered[1]), literal=text)
    day_last = re.sub(r"^(\d{4}), (\d{1,2} [^\W\d]+)$", r"\2 \1", text)
    found = read_date(re.sub(r"(\d{4}),", r"\1", day_last))
    return Date(found.year, found.month, found.day) if found and found.month else found


def _without_address(text: str) -> tuple[str, dict[str, str]]:
    # Take DOI, address and when it was consulted off the end.
    fields: dict[str, str] = {}
    url = _URL.search(text)
    if found := _DOI.search(text):
        fields["doi"] = doi(found[0].rstrip("."))
        text = text[: found.start()]
    elif url:
        fields["url"] = url[0].rstrip(".,)")
        if doi_in_address(fields["url"]):
            fields["doi"] = doi_in_address(fields["url"])
        text = text[: url.start()]
    text = text.rstrip(" (<[")
    if (access := _ACCESS.search(text)) and ANY_YEAR.search(text[: access.start()]):
        fields["accessed"] = re.sub(r"^(?: op| on),? ", "", access["when"] or "").strip()
        text = text[: access.start()].rstrip(" (,")
    return text, {key: value for key, value in fields.items() if value}


def _split(text: str) -> _Split | None:
    # Tell authors, date and the rest apart.
    for pattern in (_DATED, _BARE):
        match = pattern.search(text[:500])
        if match and match.start() > 1:
            rest = text[match.end() :]
            rest = _PLACE_LAST.sub(r". \1", rest) if match[0].rstrip().endswith(",") else rest
            return _Split(text[: match.start()].strip(), match["date"], rest)
    if match := _UNMARKED.match(text):
        rest = _LISTED_PLACE.sub(r". \2: \1", text[match.end() :])
        return _Split(match["front"], match["date"], rest)
    match = _INSIDE.search(text) or _AT_END.search(text)
    names = _NAMES.match(text[: match.start()]) if match else None
    if not match or not names:
        return None
    appeared = f", {text[match.end() :]}" if match.re is _INSIDE else ""
    rest = text[names.end() : match.start()].strip(" ,.") + appeared
    return _Split(names[0].strip(" ,"), match["date"], rest)
