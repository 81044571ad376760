"""What single tools put in tags of RIS that mean something else to the others.

Source: The exports of Zotero (report numbers, conferences), PubMed (a full stop behind titles) and
library catalogues (signs of ISBD, who made the work), and older tools (a DOI as a kind of work).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from evidence_literature.formats.ris_fields import TYPE_OF
from evidence_literature.names import folded
from evidence_literature.numbers import BETWEEN_ADDRESSES, is_doi, is_issn, isbns

Pair = tuple[str, str]
RESPONSIBILITY = "ris:RN"
"""Where a record remembers who made the work, in the words of a catalogue: among the notes."""

_ISBN = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]\b")
_BY = re.compile(r"(?:onder )?red(?:actie|\.)|door|samengest|uitg\.|ed(?:ited|s?\.)|by\b", re.I)


def understood(fields: list[Pair]) -> list[Pair]:
    """Put the tags of one record where the other tools have them.

    Args:
        fields: The tags of a record with their values, as they stand in the file.

    Returns:
        The same values, each under the tag that is read as what it is.
    """
    there = {tag for tag, _ in fields}
    kind = next((value.upper() for tag, value in fields if tag == "TY"), "")
    pubmed = ("DB", "PubMed") in fields
    renamed: dict[str, Callable[[str], str]] = {
        "M3": lambda value: "DO" if "DO" not in there and is_doi(value) else "M3",
        "SN": lambda value: _number(value, kind) if "M1" not in there else "SN",
        "C1": lambda _: "CY" if kind == "CONF" and "CY" not in there else "C1",
        "C3": lambda _: "T2" if kind == "CONF" and "T2" not in there else "C3",
        "C7": lambda _: "M1" if "M1" not in there else "C7",
    }
    moved: list[Pair] = []
    for tag, value in fields:
        name = renamed[tag](value) if tag in renamed else tag
        if tag == "UR":
            moved += (("UR", one) for one in BETWEEN_ADDRESSES.split(value))
        elif pubmed and tag in {"TI", "T1"}:
            moved.append((tag, without_stop(value)))
        else:
            moved.append((name, value))
    return moved


def without_stop(title: str) -> str:
    """Take off the full stop that PubMed puts behind every title.

    Args:
        title: A title.

    Returns:
        The title; an ellipsis stays.
    """
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def looks_like_isbn(text: str) -> bool:
    """Tell whether a number is meant as an ISBN, though its check digit may be wrong.

    Args:
        text: A number as printed.

    Returns:
        True for ten or thirteen digits with or without hyphens, whatever stands behind them.
    """
    return bool(isbns(text)) or _ISBN.match(text) is not None


def responsibility(title: str, families: tuple[str, ...]) -> tuple[str, str]:
    """Take a title as catalogues print it apart: the title, and behind a slash who made it.

    Args:
        title: Such as ``Zorg : een gids / onder redactie van K. Bos``.
        families: The family names of those who made it.

    Returns:
        ``Zorg: een gids`` and ``onder redactie van K. Bos``. A slash that names none of them is
        part of the title.
    """
    front, slash, behind = title.rpartition(" / ")
    words = f" {folded(behind)} "
    named = any(f" {folded(family)} " in words for family in families if family)
    if not slash or not (named or _BY.match(behind)):
        front, behind = title, ""
    return front.replace(" : ", ": "), behind


def _number(value: str, kind: str) -> str:
    # Zotero writes the number of a report where others write an ISBN.
    if TYPE_OF.get(kind) != "report" or is_issn(value) or looks_like_isbn(value):
        return "SN"
    return "M1"
