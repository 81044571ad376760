"""Crossref's answers, nearly CSL-JSON: lists for single values, types and marks of its own.

Source: Crossref REST API, format of the answers; Crossref's content negotiation.
"""

from __future__ import annotations

import html
import re
from typing import Any

_TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "reference-entry": "entry-encyclopedia",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "dissertation": "thesis",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "report-component": "report",
}
_OF_THE_REGISTER = frozenset(
    {"indexed", "created", "deposited", "content-domain", "score", "source", "member", "prefix"}
    | {"reference", "reference-count", "references-count", "is-referenced-by-count", "relation"}
    | {"license", "link", "resource", "assertion", "update-policy", "alternative-id", "issn-type"}
    | {"short-container-title", "original-title", "short-title", "subtitle", "journal-issue"}
    | {"isbn-type", "archive", "published", "published-print", "published-online"}
)
"""What the register keeps of its own work, or says twice."""

_MARK = re.compile(r"</?(?:[a-z]+:)?(?:i|b|u|em|strong|su[bp]|scp?|span|italic|bold)(?: [^<>]*)?>")
_BLOCK = re.compile(r"</?jats:[^<>]*>")


def is_crossref(item: dict[str, Any]) -> bool:
    """Tell whether an item comes from Crossref's register.

    Args:
        item: An item of a file.

    Returns:
        True when it says what only the register says.
    """
    return isinstance(item.get("title"), list) or "reference-count" in item or "indexed" in item


def as_csl(item: dict[str, Any]) -> dict[str, Any]:
    """Write an item of Crossref as CSL-JSON has it.

    Args:
        item: The item.

    Returns:
        The item with one title, the type of CSL, and names that are names.
    """
    left = {key: value for key, value in item.items() if key not in _OF_THE_REGISTER}
    title = ": ".join((*_listed(item.get("title"))[:1], *_listed(item.get("subtitle"))[:1]))
    left["title"] = html.unescape(plain(title))
    left["container-title"] = html.unescape(next(iter(_listed(item.get("container-title"))), ""))
    left["type"] = _TYPES.get(str(item.get("type", "")), item.get("type", ""))
    for key in ("ISSN", "ISBN"):
        left[key] = " ".join(_listed(item.get(key)))
    if isinstance(text := item.get("abstract"), str):
        left["abstract"] = html.unescape(_BLOCK.sub(" ", plain(text)))
    return left


def plain(text: str) -> str:
    """Take the marks for slanted, fat, high and low letters out of a title.

    Args:
        text: Such as ``A <i>new</i> start``.

    Returns:
        The bare letters; a sign such as ``<`` on its own stays.
    """
    return _MARK.sub("", text) if "<" in text else text


def _listed(value: Any) -> list[str]:
    return (
        [one for one in value if isinstance(one, str)]
        if isinstance(value, list)
        else ([value] if isinstance(value, str) else [])
    )
