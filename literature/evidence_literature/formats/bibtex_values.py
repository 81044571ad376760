"""The values of BibTeX: texts in braces or quotes, names of texts, joined by ``#``.

Own code, since bibtexparser 2.1 leaves joined values and names inside them as they stand.

Source: Patashnik, BibTeXing, 2.1 (joining, names of texts) and 2.2 (what a child takes over).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bibtexparser.model import Entry, String

from evidence_literature.dates import month_number

_MACRO = re.compile(r"[^\W\d][^\s\"#%'(),={}]*")
_INHERITED = (
    *("editor", "booktitle", "publisher", "institution", "organization", "address", "location"),
    *("year", "month", "date", "series", "edition", "volume", "isbn", "issn", "journal"),
    *("journaltitle", "howpublished", "language", "langid"),
)
"""What a chapter or a talk takes over from the book that it names: never its DOI or address."""


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in a file besides its entries: texts with a name, and the books by their keys."""

    texts: Mapping[str, str]
    books: Mapping[str, dict[str, str]] = field(default_factory=dict)

    def of(self, entry: Entry) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
        """Read the values of an entry.

        Args:
            entry: The entry as it stands in the file.

        Returns:
            Its fields, names in small letters, values without braces or quotes and not decoded, and
            with what the book that it names says more; and the names that no text has.
        """
        unknown: list[str] = []
        fields = []
        for one in entry.fields:
            text, names = joined(str(one.value), self.texts)
            # Months have names of their own, which no file explains.
            unknown += (name for name in names if month_number(name) is None)
            fields.append((one.key.lower(), text))
        given = dict(fields)
        book = self.books.get(_crossref(entry), {})
        fields += ((key, text) for key, text in book.items() if key not in given)
        return fields, tuple(dict.fromkeys(unknown))


def values(strings: Iterable[String], entries: Iterable[Entry]) -> Values:
    """Read what the entries of a file may name.

    Args:
        strings: The texts with a name, in the order of the file.
        entries: Its entries.

    Returns:
        Those texts, and of every entry what another one takes over.
    """
    texts: dict[str, str] = {}
    for string in strings:
        texts[string.key.strip().lower()] = joined(str(string.value), texts)[0]
    entries = list(entries)
    plain = Values(texts)
    named = {_crossref(entry) for entry in entries}
    books: dict[str, dict[str, str]] = {}
    for entry in entries:
        if entry.key.lower() not in named:
            continue
        given = dict(plain.of(entry)[0])
        book = {key: given[key] for key in _INHERITED if given.get(key)}
        if given.get("title") and not entry.entry_type.lower().startswith("in"):
            book.setdefault("booktitle", given["title"])
        books.setdefault(entry.key.lower(), book)
    return Values(texts, books)


def joined(value: str, texts: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Put the parts of a value together.

    Args:
        value: Such as ``jan # "~" # {1}``.
        texts: The texts with a name, their names in small letters.

    Returns:
        The text, and the names that have no text, which stand in it as they are.
    """
    found: list[str] = []
    unknown: list[str] = []
    for part in map(str.strip, _parts(value)):
        if part[:1] + part[-1:] in {"{}", '""'} and len(part) > 1:
            found.append(part[1:-1])
            continue
        text = texts.get(part.lower())
        if text is None and _MACRO.fullmatch(part):
            unknown.append(part)
        found.append(part if text is None else text)
    return "".join(found), tuple(unknown)


def _crossref(entry: Entry) -> str:
    found = (str(one.value) for one in entry.fields if one.key.lower() == "crossref")
    return next(found, "").strip(' {}"').lower()


def _parts(value: str) -> Iterator[str]:
    if "#" not in value:
        yield value
        return
    depth, quoted, begin = 0, False, 0
    for place, sign in enumerate(re.sub(r"\\.", "..", value, flags=re.DOTALL)):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0 and sign == '"':
            quoted = not quoted
        if sign == "#" and depth == 0 and not quoted:
            yield value[begin:place]
            begin = place + 1
    yield value[begin:]
