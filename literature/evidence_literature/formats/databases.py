"""Read what two databases write in tags of their own: PubMed's nbib and Web of Science's text.

Both are put in the tags of RIS, which say the same; what RIS has no tag for stays under its own.

Source: MEDLINE/PubMed Data Element Descriptions; Web of Science Core Collection Field Tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from evidence_literature.formats.reading import Fault, Located, told
from evidence_literature.formats.ris import ris_record
from evidence_literature.formats.ris_dialects import without_stop
from evidence_literature.formats.tagged import Grammar, Tagged, split_tagged

_Fields = tuple[tuple[str, str], ...]
_PUBMED_PEOPLE = frozenset({"FAU", "AU", "FED", "ED"})
_SUFFIX = re.compile(r"(.*,.*) (Jr|Sr|2nd|3rd|4th|I{2,3}|IV)\.?")


@dataclass(frozen=True, slots=True)
class _Tags:
    """How the tags of a database are called in RIS.

    ``instead`` names tags that are passed over where a fuller one is there, ``listed`` those whose
    value is a list in one line, ``kinds`` the RIS type for what ``kind`` says. ``plainly`` puts
    what a database marks in a way of its own as the others have it.
    """

    prefix: str
    grammar: Grammar
    names: dict[str, str]
    instead: dict[str, str]
    institutes: frozenset[str]
    listed: frozenset[str]
    kind: str
    kinds: dict[str, str]
    plainly: Callable[[_Fields], _Fields]


def _plain_nbib(fields: _Fields) -> _Fields:
    # A title in brackets is PubMed's translation; the one that was printed stands under TT.
    printed = next((value for tag, value in fields if tag == "TT"), "")
    translated = next((value for tag, value in fields if tag == "TI"), "")
    swapped = {"TI": printed, "TT": translated} if printed and translated[:1] == "[" else {}
    return tuple((tag, _plain_value(tag, swapped.get(tag, value))) for tag, value in fields)


def _plain_value(tag: str, value: str) -> str:
    if tag == "TI":
        return without_stop(value)
    if tag == "MH":
        return value.replace("*", "")
    return _SUFFIX.sub(r"\1, \2", value) if tag in _PUBMED_PEOPLE else value


def _plain_wos(fields: _Fields) -> _Fields:
    # What has pages in a book is a chapter, though the database calls it a book.
    given = dict(fields)
    inside = given.get("PT") == "B" and given.get("BP") and given.get("SO", given.get("TI"))
    if not inside or inside == given.get("TI"):
        return fields
    return tuple(("PT", "S") if tag == "PT" else (tag, value) for tag, value in fields)


_NBIB = _Tags(
    prefix="nbib",
    grammar=Grammar(re.compile(r"([A-Z]{2,4}) *- (.*)"), "PMID", None, lambda _: False),
    names={
        **{"TI": "TI", "BTI": "T2", "FAU": "AU", "AU": "AU", "CN": "AU", "FED": "A2", "ED": "A2"},
        **{"JT": "T2", "TA": "J2", "DP": "DA", "VI": "VL", "IP": "IS", "PG": "SP", "AB": "AB"},
        **{"LA": "LA", "OT": "KW", "MH": "KW", "PB": "PB", "PL": "CY", "ISBN": "SN", "IS": "SN"},
        **{"LID": "DO", "AID": "DO", "EN": "ET", "CTI": "T3"},
    },
    instead={"AU": "FAU", "ED": "FED"},
    institutes=frozenset({"CN"}),
    listed=frozenset(),
    kind="PT",
    kinds={"Book": "BOOK", "Book Chapter": "CHAP", "Technical Report": "RPRT"},
    plainly=_plain_nbib,
)
_WOS = _Tags(
    prefix="wos",
    grammar=Grammar(
        re.compile(r"([A-Z][A-Z0-9])(?: (.*)|$)"),
        "PT",
        "ER",
        lambda row: row[:2] in {"FN", "VR", "EF"},
        lists=frozenset({"AU", "AF", "BE", "ED", "CA", "GP", "BA", "BF", "CR", "C1"}),
    ),
    names={
        **{"TI": "TI", "AF": "AU", "AU": "AU", "BF": "AU", "BA": "AU", "CA": "AU", "GP": "AU"},
        **{"BE": "A2", "ED": "A2", "SO": "T2", "SE": "T3", "JI": "J2", "LA": "LA", "DE": "KW"},
        **{"ID": "KW", "AB": "AB", "PU": "PB", "PI": "CY", "SN": "SN", "EI": "SN", "BN": "SN"},
        **{"PD": "DA", "PY": "PY", "VL": "VL", "IS": "IS", "BP": "SP", "EP": "EP", "DI": "DO"},
    },
    instead={"AU": "AF", "BA": "BF"},
    institutes=frozenset({"CA", "GP"}),
    listed=frozenset({"DE", "ID"}),
    kind="PT",
    kinds={"B": "BOOK", "C": "CPAPER", "S": "CHAP", "P": "PAT"},
    plainly=_plain_wos,
)


def read_nbib(text: str) -> Iterator[Located | Fault]:
    """Read PubMed's nbib.

    Args:
        text: The text of a file.

    Returns:
        The records with their lines, and what is wrong.
    """
    return _read(text, _NBIB)


def read_wos(text: str) -> Iterator[Located | Fault]:
    """Read Web of Science's plain text with field tags.

    Args:
        text: The text of a file.

    Returns:
        The records with their lines, and what is wrong.
    """
    return _read(text, _WOS)


def _read(text: str, tags: _Tags) -> Iterator[Located | Fault]:
    for found in split_tagged(text, tags.grammar):
        if isinstance(found, Fault):
            yield found
            continue
        fields = tags.plainly(found.fields)
        there = {tag for tag, _ in fields}
        known: list[tuple[str, str]] = []
        own: list[tuple[str, str]] = []
        for tag, value in fields:
            name = tags.names.get(tag)
            if tag == tags.kind or tags.instead.get(tag) in there:
                continue
            if name is None or not (pairs := list(_pairs(name, tag, value, tags))):
                own.append((f"{tags.prefix}:{tag}", value))
            else:
                known += pairs
        kinds = (
            tags.kinds[value] for tag, value in fields if tag == tags.kind and value in tags.kinds
        )
        record = ris_record(Tagged(found.line, (("TY", next(kinds, "JOUR")), *known)))
        yield told(replace(record, extra=(*record.extra, *own)), found.line)


def _pairs(name: str, tag: str, value: str, tags: _Tags) -> Iterator[tuple[str, str]]:
    if name == "DO" and value.endswith("]"):
        # PubMed gives several kinds of number and says in brackets which one it is.
        number, _, kind = value.rpartition(" [")
        if kind == "doi]":
            yield name, number
    elif tag in tags.institutes:
        yield from ((name, f"{one},") for one in value.split("\n"))
    elif tag in tags.listed:
        yield from ((name, word) for word in value.split(";"))
    elif name == "SN":
        yield name, value.partition(" (")[0]
    elif tag in tags.grammar.lists:
        yield from ((name, one) for one in value.split("\n"))
    else:
        yield name, value
