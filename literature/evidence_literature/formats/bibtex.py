"""Read BibTeX and BibLaTeX."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from bibtexparser.library import Library
from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware
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
)
from bibtexparser.splitter import Splitter

from evidence_literature.dates import Date, month_number, read_date
from evidence_literature.formats import bibtex_fields as known
from evidence_literature.formats.carrying import restored
from evidence_literature.formats.latex import address, decoded
from evidence_literature.formats.reading import Fault, Located, told
from evidence_literature.names import Name, tidy_name
from evidence_literature.records import UNKNOWN_TYPE, Record, line, tidy

NATIVE = "bibtex:"
KIND = f"{NATIVE}@type"
_UNENCLOSED = RemoveEnclosingMiddleware()
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read_bibtex(text: str) -> Iterator[Located | Fault]:
    """Read BibTeX or BibLaTeX; names of both are known.

    Args:
        text: The text of a file.

    Yields:
        The records with their lines, and what is wrong.
    """
    library = ResolveStringReferencesMiddleware().transform(Splitter(text).split())
    for block in library.blocks:
        number = (block.start_line or 0) + 1
        yield from _faults(block, number)
        entry = _entry(block)
        if entry is not None:
            yield told(bibtex_record(_UNENCLOSED.transform_entry(entry, Library())), number)


def bibtex_record(entry: Entry) -> Record:
    """Make a record of an entry.

    Args:
        entry: The entry, its values without their braces or quotes, not decoded.

    Returns:
        The record, tidy.
    """
    left: dict[str, str] = {}
    twice: list[tuple[str, str]] = []
    for field in entry.fields:
        key, text = field.key.lower(), str(field.value)
        if left.setdefault(key, text) != text:
            twice.append((f"{NATIVE}{key}", text))
    carried = left.pop(known.CARRIED, "")
    original = entry.entry_type.lower()
    kind = known.TYPE_OF.get(original, UNKNOWN_TYPE)
    texts = {key: _first(left, names) for key, names in known.FIELDS.items()}
    plain = {key: line(decoded(text)) for key, text in texts.items()}
    for key in ("abstract", "note"):
        plain[key] = decoded(texts[key])
    subtitle = decoded(left.pop("subtitle", ""))
    plain["title"] = ": ".join(part for part in (plain["title"], subtitle) if part)
    plain["genre"] = plain["genre"] or known.GENRES.get(original, "")
    addresses = {key: address(_first(left, names)) for key, names in known.ADDRESSES.items()}
    record = tidy(
        Record(
            type=kind,
            id=entry.key,
            authors=_names(left.pop("author", "")),
            editors=_names(left.pop("editor", "")),
            issued=_issued(left),
            accessed=read_date(left.pop("urldate", "")),
            keywords=_keywords(left.pop("keywords", "") or left.pop("keyword", "")),
            **_numbers(left, kind),
            **plain,
            **addresses,
            extra=(*_extra(left, original), *twice),
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
        return {"issue": decoded(left.pop("number", "") or left.pop("issue", ""))}
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


def _names(text: str) -> tuple[Name, ...]:
    # Names are split before they are decoded: braces say what belongs together.
    if not text.strip():
        return ()
    return tuple(map(_name, split_multiple_persons_names(" ".join(text.split()))))


def _name(text: str) -> Name:
    if _is_one_group(text):
        return Name(literal=line(decoded(text)))
    parts = parse_single_name_into_parts(text, strict=False)
    first, von, last, suffix = (
        line(decoded(" ".join(words))) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    return tidy_name(Name(last, first, von, suffix))


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
