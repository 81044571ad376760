"""The numbers by which a publication is known, each in one form: DOI, ISBN, pages, address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_DOI_FRONT = re.compile(r"^\s*(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:?\s*)+", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ISBN = re.compile(r"(?<![\dXx])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\dXx])")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_RANGE = re.compile(r"([A-Za-z]*)(\d+)\s*(?:--+|[-–—‐‑−])\s*([A-Za-z]*)(\d+)")
_ACCESS = re.compile(r"(?:utm_\w+|fbclid|gclid|sessionid|jsessionid)=[^&]*&?", re.IGNORECASE)

BETWEEN_ADDRESSES = re.compile(r"[\s;]+(?=(?:https?|ftp)://)")
"""What stands between two addresses that a tool put in one field."""


def doi(text: str) -> str:
    """Take a DOI out of its wrapping.

    Args:
        text: Such as ``https://doi.org/10.1000/182`` or ``doi: 10.1000/182``.

    Returns:
        The bare DOI, letters as printed; a text that is none stays as it is.
    """
    return _DOI_FRONT.sub("", text).strip()


def is_doi(text: str) -> bool:
    """Tell whether a text is a DOI and nothing else.

    Args:
        text: Any text.

    Returns:
        True for a DOI, bare or in its wrapping.
    """
    return _DOI.fullmatch(doi(text)) is not None


def doi_in_address(url: str) -> str:
    """Find the DOI that an address leads to.

    Args:
        url: Any address.

    Returns:
        The DOI, or nothing.
    """
    bare = doi(url)
    return bare if bare != url.strip() and _DOI.fullmatch(bare) else ""


def isbns(text: str) -> tuple[str, ...]:
    """Find the ISBNs in a text, each as thirteen digits.

    Args:
        text: Such as ``978-90-5931-000-1 (paperback)``.

    Returns:
        The numbers whose check digit is right, ten-digit ones made thirteen long.

    Source:
        ISO 2108, annex on check digits.
    """
    found = (re.sub(r"[- ]", "", match[0]).upper() for match in _ISBN.finditer(text))
    return tuple(dict.fromkeys(number for number in map(_thirteen, found) if number))


def is_issn(text: str) -> bool:
    """Tell whether a text is an ISSN.

    Args:
        text: Any text.

    Returns:
        True for eight digits, the last perhaps an X, with or without a hyphen.
    """
    return _ISSN.fullmatch(text.strip()) is not None


def pages(text: str) -> str:
    """Write a range of pages in one form.

    Args:
        text: Such as ``12--34``, ``12 – 34`` or, as in PubMed, ``123-45``.

    Returns:
        ``12-34``, ``123-145``; anything else as it is.
    """
    match = _RANGE.fullmatch(text)
    if not match:
        return text
    front, first, other, last = match.groups()
    if len(last) < len(first) and not other:
        last = first[: len(first) - len(last)] + last
    return f"{front}{first}-{other}{last}"


def same_address(url: str, *, site: bool = False) -> str:
    """Reduce an address to what tells two of them apart.

    Args:
        url: An address, with or without ``https://``.
        site: Whether it may be the front page of a site, which is no publication otherwise.

    Returns:
        Host and path without ``www.``, final slash, place in the page and traces of visitors;
        nothing where that leaves no more than a host.
    """
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    query = _ACCESS.sub("", parts.query).rstrip("&")
    path = re.sub(r"/(?:index\.(?:html?|php))?$", "", parts.path)
    if not host or not (path or query or site):
        return ""
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def _thirteen(number: str) -> str:
    if len(number) == 13:
        return number if number.isdecimal() and _check(number[:12]) == number[12] else ""
    if "X" in number[:-1]:
        return ""
    digits = [10 if sign == "X" else int(sign) for sign in number]
    if sum(weight * digit for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11:
        return ""
    front = "978" + number[:9]
    return front + _check(front)


def _check(front: str) -> str:
    total = sum(int(sign) * (3 if place % 2 else 1) for place, sign in enumerate(front))
    return str(-total % 10)
