"""Read the authors of an entry: "Berg, J. van den & Smit, T. (red.)", or institutes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_literature.citing.authors import names_institute
from evidence_literature.citing.patterns import UPPER
from evidence_literature.names import Name

_INITIALS = rf"(?:[{UPPER}][a-z]{{0,2}}\.[ -]?)*[{UPPER}][a-z]{{0,2}}(?:\.|(?![\w])) ?"
_PARTICLE = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e[nr]?|[Tt]e[nr]?|in|op|het|’t|'t|d[aiu]|del|le|la)"
    r"(?: |(?=[,&.)]|$)))"
)
_SURNAME = rf"(?:{_PARTICLE})*(?:St\. |[a-zA-Z]['’])?[{UPPER}'’][^,&;()]{{0,45}}?"
_PERSON = re.compile(
    rf"(?P<family>{_SURNAME}), ?(?P<given>{_INITIALS})(?P<particle>(?:{_PARTICLE})*)(?:\([^)]*\))?"
    r"(?=\s*(?:[,;&.]|\ben\b|\band\b|\bet\b|e\.a\.|$))"
)
_FORWARD = re.compile(
    rf"(?P<given>{_INITIALS})(?P<family>{_SURNAME})(?=\s*(?:[,;&]|\ben\b|\band\b|$))"
)
_BETWEEN = re.compile(r"^[\s,;&.]*(?:(?:en|and|&|\.\.\.|…)\s+)?")
_EDITED = re.compile(
    r"\(?\b(?:[Rr]ed|[Ee]ds?|[Rr]edactie|[Rr]edacteuren|[Ss]amenst)\b\.?\)?[.,]?\s*$"
)
_SHORT = re.compile(r"\s*[\[(][A-Z][\w&-]{1,12}[\])]$")
_OTHERS = re.compile(
    r"[,&]?\s*(?:(?:en|and|&)\s+(?:anderen|others|collega['’]s)|e\.\s?a\.|et al\.?)[.,]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Contributors:
    """Who made a work: names in order, whether they edited it, whether others are left out."""

    names: tuple[Name, ...]
    edited: bool = False
    others: bool = False


def contributors(text: str) -> Contributors | None:
    """Read the names before the year.

    Args:
        text: What stands there.

    Returns:
        The names; None when there is none.
    """
    edited = _EDITED.search(text)
    front = text[: edited.start()] if edited else text
    others = _OTHERS.search(front)
    front = (front[: others.start()] if others else front).strip(" ,;&")
    names = _people(front) or _institutes(front)
    return Contributors(names, bool(edited), bool(others)) if names else None


def _people(text: str) -> tuple[Name, ...]:
    names: list[Name] = []
    rest = text
    while rest.strip(" .,&"):
        match = _PERSON.match(rest) or _FORWARD.match(rest)
        if not match:
            return ()
        names.append(_name(match))
        after = rest[match.end() :]
        rest = _BETWEEN.sub("", after, count=1)
    return tuple(names)


def _name(match: re.Match[str]) -> Name:
    particle = (match.groupdict().get("particle") or "").strip()
    family = match["family"].strip()
    if particle:
        particle = particle[0].upper() + particle[1:]
    return Name(family=family, given=match["given"].strip(), particle=particle)


def _institutes(text: str) -> tuple[Name, ...]:
    whole = _SHORT.sub("", text.strip(" .,"))
    if not whole:
        return ()
    parts = re.split(r" & |, & ", whole)
    if len(parts) == 1:
        sides = re.split(r" (?:en|and) ", whole)
        short = all(" " not in side or names_institute(side) for side in sides)
        parts = sides if short and all(names_institute(side) for side in sides) else parts
    return tuple(Name(literal=part.strip(" ,")) for part in parts if part.strip(" ,"))
