"""Read BibTeX and BibLaTeX."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from evidence_literature.dates import Date, month_number, read_date
from evidence_literature.formats import bibtex_fields as known
from evidence_literature.formats.bibtex_values import values
from evidence_literature.formats.carrying import restored
from evidence_literature.formats.latex import addresses, bare_address, decoded, unwrapped
from evidence_literature.formats.reading import Fault, Located, told
from evidence_literature.names import Name, tidy_name
from evidence_literature.records import UNKNOWN_TYPE, Record, line, tidy

NATIVE = "bibtex:"
KIND = f"{NATIVE}@type"
OTHERS = f"{NATIVE}others"
"""Where a record remembers that a list of names ends with *and others*."""

_NAMELESS = (
    "{name} stands without braces, and no @string says what it means. It was read as it stands;"
    " put braces around it, or add the @string."
)
_BROKEN = re.compile(r"[ \t]*\r?\n[ \t]+(?=\S)")
_NAMED_PART = re.compile(r"(?:family|given|prefix|suffix)\s*=", re.IGNORECASE)
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read_bibtex(text: str) -> Iterator[Located | Fault]:
    """Read BibTeX or BibLaTeX; names of both are known.

    Args:
        text: The text of a file.

    Yields:
        The records with their lines, and what is wrong.
    """
    blocks = Splitter(text).split().blocks
    entries = [entry for entry in map(_entry, blocks) if entry is not None]
    given = values((block for block in blocks if isinstance(block, String)), entries)
    for block in blocks:
        number = (block.start_line or 0) + 1
        yield from _faults(block, number)
        entry = _entry(block)
        if entry is not None:
            fields, unknown = given.of(entry)
            yield from (Fault(number, _NAMELESS.format(name=name), kept=True) for name in unknown)
            yield told(bibtex_record(entry.entry_type.lower(), entry.key, fields), number)


def bibtex_record(original: str, key: str, fields: list[tuple[str, str]]) -> Record:
    """Make a record of an entry.

    Args:
        original: The type of the entry, in small letters.
        key: Its key.
        fields: Its fields, values without their braces or quotes, not decoded.

    Returns:
        The record, tidy.
    """
    left: dict[str, str] = {}
    twice: list[tuple[str, str]] = []
    for name, text in fields:
        if left.setdefault(name, text) != text:
            twice.append((f"{NATIVE}{name}", text))
    carried = left.pop(known.CARRIED, "")
    kind = known.TYPE_OF.get(original, UNKNOWN_TYPE)
    texts = {key: _first(left, names) for key, names in known.FIELDS.items()}
    plain = {key: line(decoded(text)) for key, text in texts.items()}
    for name in ("abstract", "note"):
        # A line that is set in was broken by a tool; one that is not is a new paragraph.
        plain[name] = decoded(_BROKEN.sub(" ", texts[name]))
    subtitle = decoded(left.pop("subtitle", ""))
    plain["title"] = ": ".join(part for part in (plain["title"], subtitle) if part)
    plain["genre"] = known.GENRES.get(plain["genre"] or original, plain["genre"])
    url, others = _urls(left)
    people, etal = zip(*(_names(left.pop(role, "")) for role in ("author", "editor")), strict=True)
    others += (
        (OTHERS, role) for role, more in zip(("author", "editor"), etal, strict=True) if more
    )
    record = tidy(
        Record(
            type=kind,
            id=key,
            authors=people[0],
            editors=people[1],
            issued=_issued(left),
            accessed=read_date(left.pop("urldate", "")),
            keywords=tuple(
                word for name in known.KEYWORDS for word in _keywords(left.pop(name, ""))
            ),
            doi=bare_address(left.pop("doi", "")),
            url=url,
            **_numbers(left, kind),
            **plain,
            extra=(*_extra(left, original), *twice, *others),
        )
    )
    return restored(record, carried) if carried else record


def _extra(left: dict[str, str], original: str) -> tuple[tuple[str, str], ...]:
    kind = () if original in known.USUAL else ((KIND, original),)
    return (*kind, *((f"{NATIVE}{key}", text) for key, text in left.items() if text))


def _first(left: dict[str, str], names: tuple[str, ...]) -> str:
    name = next((name for name in names if left.get(name)), names[0])
    return left.pop(name, "")


def _numbers(left: dict[str, str], kind: str) -> dict[str, str]:
    # The number of an article is its issue; in BibLaTeX an issue may have a name instead.
    if kind.startswith("article-"):
        issue = decoded(left.pop("number", "") or left.pop("issue", ""))
        return {"issue": issue, "number": decoded(_first(left, known.ARTICLE_NUMBER))}
    return {"number": decoded(left.pop("number", "")), "issue": decoded(left.pop("issue", ""))}


def _issued(left: dict[str, str]) -> Date | None:
    whole = read_date(decoded(left.get("date", "")))
    if whole is not None:
        left.pop("date")
        if str(whole.year) == left.get("year"):
            left.pop("year")
        return whole
    date = read_date(decoded(left.pop("year", "")))
    month = left.get("month", "")
    number = month_number(month) if month.isdecimal() else None
    if date is None or date.year is None or date.literal or date.month:
        return date
    whole = Date(date.year, number) if number else read_date(f"{decoded(month)} {date.year:04}")
    if whole is None or whole.month is None:
        return date
    left.pop("month")
    day = left.get("day", "")
    if whole.day is None and day.isdecimal() and 1 <= int(day) <= 31:
        return replace(whole, day=int(left.pop("day")))
    return whole


def _keywords(text: str) -> tuple[str, ...]:
    separator = ";" if ";" in text else ","
    return tuple(decoded(part) for part in text.split(separator))


def _urls(left: dict[str, str]) -> tuple[str, list[tuple[str, str]]]:
    found = addresses(left.pop("url", ""))
    if not found and len(found := addresses(unwrapped(left.get("howpublished", "")))) == 1:
        left.pop("howpublished")
    return next(iter(found), ""), [(f"{NATIVE}url", more) for more in found[1:]]


def _names(text: str) -> tuple[tuple[Name, ...], bool]:
    # Names are split before they are decoded: braces say what belongs together.
    if not text.strip():
        return (), False
    names = split_multiple_persons_names(" ".join(text.split()))
    etal = names[-1] == "others"
    return tuple(map(_name, names[:-1] if etal else names)), etal


def _name(text: str) -> Name:
    if _is_one_group(text):
        return Name(literal=line(decoded(text)))
    if _NAMED_PART.match(text):
        return _named_parts(text)
    parts = parse_single_name_into_parts(text, strict=False)
    first, von, last, suffix = (
        line(decoded(" ".join(words))) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    return tidy_name(Name(last, first, von, suffix))


def _named_parts(text: str) -> Name:
    # BibLaTeX may name the parts: family=Berg, given=Karin, prefix=van den.
    pairs = (part.partition("=") for part in re.split(r",(?![^{}]*\})", text))
    given = {key.strip().lower(): line(decoded(value)) for key, _, value in pairs}
    names = (given.get(key, "") for key in ("family", "given", "prefix", "suffix"))
    return tidy_name(Name(*names))


def _is_one_group(text: str) -> bool:
    depth = 0
    bare = re.sub(r"\\.", "..", text)
    for place, sign in enumerate(bare):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return sign == "}" and place == len(bare) - 1
    return False


def _entry(block: Block) -> Entry | None:
    read = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
    return read if isinstance(read, Entry) else None


def _faults(block: Block, number: int) -> Iterator[Fault]:
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        message = f"The entry gives {names} twice; the first was read. Take the other out."
        yield Fault(number, message, kept=True)
    elif isinstance(block, DuplicateBlockKeyBlock):
        if block.key:
            message = f"The key {block.key!r} stands twice. Both were read; rename one."
            yield Fault(number, message, kept=True)
    elif isinstance(block, ParsingFailedBlock):
        yield Fault(
            number,
            "The entry cannot be read: a brace, a quote or a comma is missing, or there is one too"
            " many. Mend it and read again.",
        )
