"""A reference as APA prints it, in Dutch and in English.

Own code for the types that this field has. citeproc-py with its packaged styles would be 63 MB in
10,878 files for the one style that is needed.

Source: Publication Manual of the American Psychological Association, 7th edition, 2020.
"""

from __future__ import annotations

import re

from evidence_literature.dates import Date
from evidence_literature.names import folded
from evidence_literature.records import Record
from evidence_literature.styles.apa_names import people, people_inside
from evidence_literature.styles.apa_words import WORDS, Language, Words
from evidence_literature.styles.reference import Piece, Reference, sentence, spaced

_PARTS = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})
_ARTICLES = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "article", "post-weblog"}
)
_DAYS = frozenset({"article-magazine", "article-newspaper", "webpage", "post-weblog", "speech"})
"""What is dated by its day."""

_YEAR_ALONE = re.compile(
    r"(\d{4})[ /-](?!\d{4}\b).*|(?:cop\.|copyright|[©c]) ?(\d{4})", re.IGNORECASE
)
"""A season, a range of months or a copyright, of which APA prints the year."""


def apa(record: Record, language: Language) -> Reference:
    """Print a record as APA does.

    Args:
        record: A tidy record, as far as it is known.
        language: The language of the words around it.

    Returns:
        The reference. What is not known is not made up: a year or a title that the record lacks is
        said to be unknown, which is another thing than a work without a date.
    """
    words = WORDS[language]
    date = f"({_date(record, words)})"
    title = _title(record, words)
    source = _source(record, words)
    author = _author(record, words)
    if not author:
        return spaced(title, sentence(date), *source, _address(record, words))
    return spaced(sentence(author), sentence(date), title, *source, _address(record, words))


def _author(record: Record, words: Words) -> str:
    if record.authors:
        return people(record.authors)
    if record.editors and record.type not in _PARTS:
        return f"{people(record.editors)} ({_editors(record, words)})"
    return ""


def _editors(record: Record, words: Words) -> str:
    return words.editor if len(record.editors) == 1 else words.editors


def _date(record: Record, words: Words) -> str:
    date = record.issued
    if date is None:
        return words.year_unknown
    if date.year is None:
        undated = folded(date.literal) in {"z d", "n d", "s a", "zj", "z j"}
        return words.no_date if undated else date.literal
    if date.literal:
        year = _YEAR_ALONE.fullmatch(date.literal)
        return date.literal if year is None or record.type in _DAYS else year[1] or year[2]
    day = words.day(date.month, date.day) if record.type in _DAYS else ""
    return f"{date.year}, {day}" if day else str(date.year)


def _title(record: Record, words: Words) -> tuple[Piece, ...]:
    if not record.title:
        return sentence(f"[{words.title_unknown}]")
    alone = record.type not in _ARTICLES and record.type not in _PARTS
    details = _details(record, words) if alone else ""
    kind = _kind(record, words)
    brackets = (f" ({details})" if details else "") + (f" [{kind}]" if kind else "")
    return sentence(Piece(record.title, italic=alone), brackets)


def _details(record: Record, words: Words) -> str:
    edition = words.edition(record.edition) if record.edition else ""
    volume = f"{words.volume} {record.volume}" if record.volume else ""
    number = record.number
    if number and number[0].isdigit():
        kind = record.genre if record.type == "report" else ""
        number = " ".join(filter(None, (kind, words.number, number)))
    return ", ".join(filter(None, (edition, volume, number)))


def _kind(record: Record, words: Words) -> str:
    if record.type != "thesis":
        return ""
    usual = {"phd thesis": words.thesis, "": words.thesis, "master s thesis": words.master}
    genre = usual.get(folded(record.genre), record.genre)
    return ", ".join(filter(None, (genre, record.publisher)))


def _source(record: Record, words: Words) -> tuple[tuple[Piece, ...], ...]:
    if record.type in _ARTICLES:
        return (_periodical(record, words),)
    if record.type in _PARTS:
        return _book(record, words), sentence(_publisher(record))
    site = record.container if record.type == "webpage" else ""
    same = folded(site) == folded(people(record.authors))
    by = () if record.type == "thesis" else sentence(_publisher(record))
    return (sentence("" if same or site == record.publisher else site), by)


def _publisher(record: Record) -> str:
    # An institute that publishes its own work is named once.
    by = {folded(name.literal or name.full_family) for name in record.authors}
    return "" if folded(record.publisher) in by else record.publisher


def _periodical(record: Record, words: Words) -> tuple[Piece, ...]:
    if not record.container:
        return ()
    pieces: list[Piece | str] = [Piece(record.container, italic=True)]
    if record.volume:
        pieces += [", ", Piece(record.volume, italic=True)]
    if record.issue:
        pieces.append(f"({record.issue})" if record.volume else f", ({record.issue})")
    if record.pages:
        pieces.append(f", {_dash(record.pages)}")
    elif record.number:
        pieces.append(f", {words.article} {record.number}")
    return sentence(*pieces)


def _book(record: Record, words: Words) -> tuple[Piece, ...]:
    if not record.container:
        return ()
    editors = ""
    if record.editors:
        editors = f"{people_inside(record.editors)} ({_editors(record, words)}), "
    pages = _pages(record, words)
    details = ", ".join(filter(None, (_details(record, words), pages)))
    return sentence(
        f"{words.inside} {editors}",
        Piece(record.container, italic=True),
        f" ({details})" if details else "",
    )


def _pages(record: Record, words: Words) -> str:
    if not record.pages:
        return ""
    several = "-" in record.pages or "," in record.pages
    return f"{words.pages if several else words.page} {_dash(record.pages)}"


def _dash(pages: str) -> str:
    return pages.replace("-", "–")


def _address(record: Record, words: Words) -> tuple[Piece, ...]:
    # No full stop: it would become part of the address.
    if record.doi:
        return (Piece(f"https://doi.org/{record.doi}"),)
    if not record.url:
        return ()
    undated = record.issued is None or record.issued.year is None
    if undated and record.accessed is not None and record.accessed.year is not None:
        return (Piece(f"{words.retrieved.format(day=_day(record.accessed, words))} {record.url}"),)
    return (Piece(record.url),)


def _day(date: Date, words: Words) -> str:
    day = words.day(date.month, date.day)
    between = " " if words.day_first or date.day is None else ", "
    return f"{day}{between}{date.year}" if day else str(date.year)
