"""Read what follows the year of an entry: title, and where it appeared."""

from __future__ import annotations

import re

from evidence_literature.citing.authors import names_institute
from evidence_literature.citing.patterns import UPPER

_SENTENCE = re.compile(r"(?<=[.?!])[\"”’']?\s+(?=[\"“‘'(\[]?[A-ZÀ-Þ0-9’'])")
_NO_END = re.compile(
    r"(?:\b(?:nr|no|vol|dr|prof|ed|red|eds|pp?|blz|e\.a|et al|vs|St|bijv|d\.i|afl|jrg|[A-Z])\.)$",
    re.I,
)
_QUOTED = re.compile(r"^[\"“‘'](?P<title>[^\"”]{5,250}?)[.,]?[\"”’'][,.]?\s+(?P<rest>.*)$")
_IN = re.compile(
    r"^In:?\s+(?P<who>.{3,160}?)\s?\((?:[Rr]ed|[Ee]ds?|[Rr]edactie)\.?\)[.,:]?\s*(?P<book>.*)$"
)
_IN_PLAIN = re.compile(r"^In:?\s+(?P<book>.*)$")
_PAGES = re.compile(r"\(?(?:[^()]*?\bed\., )?\b(?:pp?|blz|pag)\.? ?(?P<pages>\d+ ?[-–] ?\d+)\)?\.?")
_JOURNAL = re.compile(
    r"^(?P<container>[^\d]+?),? (?:(?:vol\. ?|jrg\. ?|jaargang )?(?P<volume>\d{1,4})"
    r"(?: ?\((?P<issue>[^)]{1,12})\)|, (?:no|nr|afl)\. ?(?P<number>\d+))?"
    r"|\((?P<only>\d{1,4})\))(?:[,:] ?(?:pp?\. ?|blz\.? ?|[Aa]rti(?:kel|cle) )?"
    r"(?P<pages>e?\d+(?: ?[-–] ?\d+)?))?\.?$"
)
_COMMAS = re.compile(
    rf"(?P<title>.+?), (?P<where>[{UPPER}][^,.]{{2,60}}, (?:vol\. ?\d|\d+ ?\(\d).*)$"
)
_FIRST_MADE = re.compile(r"\s*\((?:Original|Oorspronkelijk)[^()]*\d{4}\)\.?$")
_EDITION = re.compile(
    r"(\d{1,2})(?:e|de|ste|st|nd|rd|th) (?:[a-zë]+ )?(?:druk|ed\.?|edn\.?|edition|editie)\.?"
)
_PLACED = re.compile(
    rf"^(?P<place>[{UPPER}’'][\w.’' /-]{{1,40}}(?:, [A-Z]{{2}})?): (?P<publisher>[^:]{{2,100}})$"
)
_ADDED = re.compile(r"\s*(?:\((?P<round>[^()]{2,80})\)|\[(?P<square>[^\[\]]{2,120})\])\s*\.?$")
_THESIS = re.compile(r"proefschrift|dissertat|scriptie|thesis", re.I)
_ARTICLE_NAME = re.compile(
    r"\b(?:Tijdschrift|Journal|Review|Quarterly|Bulletin|Magazine|Letters|Blad)\b"
)


def rest_fields(text: str) -> dict[str, str]:
    """Read what follows the year.

    Args:
        text: The rest of an entry, without DOI and address.

    Returns:
        The fields of a record by name; no title when none was found.
    """
    if listed := _COMMAS.match(text.strip()):
        return {"title": listed["title"]} | _appeared([listed["where"]], [])[0]
    quoted = _QUOTED.match(text.strip())
    if quoted:
        return {"title": quoted["title"]} | _appeared(_sentences(quoted["rest"]), [])[0]
    every = _sentences(_FIRST_MADE.sub("", text))
    pieces = [piece for piece in every if not _EDITION.fullmatch(piece)]
    if not pieces:
        return {}
    fields, titles = _appeared(pieces[1:], pieces[:1])
    title, added = _without_added(" ".join(titles))
    editions = [match[1] for piece in every if (match := _EDITION.fullmatch(piece))]
    return {"title": title} | _kind(added) | fields | ({"edition": editions[0]} if editions else {})


def _sentences(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in _SENTENCE.split(text.strip()):
        if pieces and _NO_END.search(pieces[-1]):
            pieces[-1] += f" {piece}"
        elif piece.strip(" ."):
            pieces.append(piece.strip())
    return pieces


def _appeared(pieces: list[str], titles: list[str]) -> tuple[dict[str, str], list[str]]:
    # Sort the sentences after the title: more of the title, or where the work appeared.
    for number, piece in enumerate(pieces):
        fields = _place(piece.rstrip("."), ". ".join(pieces[number:]).rstrip("."))
        if fields:
            return fields, titles
        if number == len(pieces) - 1 and (number == 0 or names_institute(piece)):
            return _last(piece.rstrip(". "), titles)
        titles = [*titles, piece]
    return {}, titles


def _last(piece: str, titles: list[str]) -> tuple[dict[str, str], list[str]]:
    # A last sentence with neither place nor volume: a publisher, a journal or a subtitle.
    words = [word for word in piece.split() if len(word) > 3]
    if _ARTICLE_NAME.search(piece):
        return {"container": piece, "type": "article-journal"}, titles
    named = names_institute(piece) or (words and all(word[0].isupper() for word in words))
    if named and len(piece.split()) <= 8:
        return {"publisher": piece}, titles
    return {}, [*titles, piece]


def _place(piece: str, rest: str) -> dict[str, str]:
    if match := _IN.match(rest) or _IN_PLAIN.match(rest):
        return _chapter(match)
    if match := _JOURNAL.match(rest):
        found = match.groupdict()
        issue = found.pop("number") or found.pop("only") or found["issue"]
        fields = {key: value for key, value in found.items() if value and key != "issue"}
        return fields | ({"issue": issue} if issue else {}) | {"type": "article-journal"}
    if match := _PLACED.match(piece):
        return {key: value for key, value in match.groupdict().items() if value}
    thesis = _THESIS.search(piece)
    return {"genre": piece, "type": "thesis"} if thesis and len(piece.split()) <= 8 else {}


def _chapter(match: re.Match[str]) -> dict[str, str]:
    sentences = _sentences(match["book"])
    fields = {"type": "chapter"}
    for piece in sentences[1:]:
        fields |= _place(piece.rstrip("."), piece.rstrip(".")) or {"publisher": piece.rstrip(".")}
    fields["type"] = "chapter"
    book = sentences[0].rstrip(".") if sentences else ""
    if pages := _PAGES.search(book):
        fields["pages"] = pages["pages"]
        book = book[: pages.start()].rstrip(" ,(")
    return fields | {"container": book}


def _without_added(title: str) -> tuple[str, str]:
    added: list[str] = []
    while match := _ADDED.search(title):
        added.insert(0, match["round"] or match["square"])
        title = title[: match.start()]
    return title.strip().rstrip(".,"), "; ".join(added)


def _kind(added: str) -> dict[str, str]:
    if not added:
        return {}
    if _THESIS.search(added):
        return {"type": "thesis", "genre": added}
    edition = re.search(r"\b(\d+)(?:e|de|ste|st|nd|rd|th)\b.{0,12}(?:druk|ed)", added)
    number = re.search(r"(?:[Nn]r|[Nn]o)\. ?([\w-]+)", added)
    fields = {"genre": added} if not edition else {"edition": edition[1]}
    return fields | ({"type": "report", "number": number[1]} if number else {})
