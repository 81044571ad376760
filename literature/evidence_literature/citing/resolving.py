"""One work, many spellings: put together what a document cites, and tie it to its references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from evidence_literature.citing.authors import bare, is_acronym
from evidence_literature.citing.citation import Citation, CitedWork

SAME_NAME = 85.0
"""From this likeness on, two names of the same year are one name printed in two ways.

Source: measured on Dutch reports, recall .946 at precision 1.000.
"""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A work that the document cites: every way of naming it, and its place in the references.

    ``reference`` counts from 0; None when no reference, or more than one, fits.
    """

    key: str
    spellings: tuple[CitedWork, ...]
    reference: int | None


def resolve(
    citations: Iterable[Citation], references: Sequence[tuple[tuple[str, ...], str]] = ()
) -> list[Resolved]:
    """Put the spellings of each work together.

    Args:
        citations: The citations of one document.
        references: Authors and year of each of its references.

    Returns:
        The works in the order in which they are first cited.
    """
    groups: list[list[CitedWork]] = []
    for work in dict.fromkeys(_unpaged(work) for one in citations for work in one.works):
        fits = [group for group in groups if all(same_work(work, other) for other in group)]
        if len(fits) == 1:
            fits[0].append(work)
        else:
            groups.append([work])
    keys = _keys(groups)
    return [
        Resolved(key, tuple(group), _reference(group, references))
        for key, group in zip(keys, groups, strict=True)
    ]


def _unpaged(work: CitedWork) -> CitedWork:
    return CitedWork(work.authors, work.etal, work.year)


def same_work(one: CitedWork, other: CitedWork) -> bool:
    """Tell whether two citations can name one work: year, first author, and the second if both say.

    Args:
        one: A work as cited.
        other: Another.

    Returns:
        Whether they can.
    """
    if _plain_year(one.year) != _plain_year(other.year):
        return False
    pairs = list(zip(one.authors[:2], other.authors[:2], strict=False))
    return all(_same_name(left, right) for left, right in pairs)


def _plain_year(year: str) -> str:
    return re.sub(r"[\s.]", "", year.lower()).replace("nd", "zd")


def _same_name(one: str, other: str) -> bool:
    left, right = bare(one), bare(other)
    return (
        fuzz.ratio(left, right) >= SAME_NAME
        or left.endswith(f" {right}")
        or right.endswith(f" {left}")
        or _stands_for(one, other)
        or _stands_for(other, one)
    )


def _stands_for(short: str, long: str) -> bool:
    if not is_acronym(short) or " " not in long:
        return False
    letters = "".join(word[0] for word in re.split(r"[\s-]+", long) if word[:1].isupper())
    return letters.lower() == short.lower()


def _reference(
    group: Sequence[CitedWork], references: Sequence[tuple[tuple[str, ...], str]]
) -> int | None:
    fits = [
        number
        for number, (authors, year) in enumerate(references)
        if authors and any(same_work(CitedWork(authors, False, year), work) for work in group)
    ]
    return fits[0] if len(fits) == 1 else None


def _keys(groups: Sequence[Sequence[CitedWork]]) -> list[str]:
    keys: list[str] = []
    for group in groups:
        name = re.sub(r"[^\w]+", "-", bare(group[0].authors[0])).strip("-")
        key = f"{name}-{re.sub(r'[^0-9a-z]', '', group[0].year.lower())}"
        count = sum(known == key or known.startswith(f"{key}--") for known in keys)
        keys.append(f"{key}--{count + 1}" if count else key)
    return keys
