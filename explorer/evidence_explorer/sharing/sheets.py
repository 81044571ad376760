"""A view as tables: the same answers as the page has, in cells of plain text and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from evidence_explorer.words import Words
from evidence_graph.queries.answers import CitationOf, Named, Reported

Row = TypeVar("Row")
Cell = str | int

BETWEEN: Final = "; "
MOST_ROWS: Final = 5_000
"""How many rows of one list a file holds at most."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its title, its columns and its rows; ``left_out`` counts the rows beyond."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Tables:
    """A view as tables; the first is the main one, and the only one that a CSV file can hold."""

    title: str
    sheets: tuple[Sheet, ...]


def every(fetch: Callable[[int], tuple[Sequence[Row], int]]) -> tuple[tuple[Row, ...], int]:
    """Read a list that comes in pages.

    Args:
        fetch: gives the rows from a first one on, and how many there are in all.

    Returns:
        The rows, at most :data:`MOST_ROWS`, and how many were left out.
    """
    found: list[Row] = []
    total = 1
    while len(found) < min(total, MOST_ROWS):
        rows, total = fetch(len(found))
        if not rows:
            break
        found.extend(rows)
    kept = tuple(found[:MOST_ROWS])
    return kept, max(total - len(kept), 0)


def joined(texts: Iterable[str]) -> str:
    """Put several texts in one cell.

    Args:
        texts: the texts; empty ones are left out.

    Returns:
        One text.
    """
    return BETWEEN.join(text for text in texts if text)


def names(things: Iterable[Named], words: Words) -> str:
    """Name things in one cell.

    Args:
        things: the things.
        words: the words.

    Returns:
        Their names.
    """
    return joined(words.text(thing.label) or thing.id for thing in things)


def cited(citations: Sequence[CitationOf], words: Words) -> str:
    """Write the sources behind a statement in one cell, each with how it was used.

    Args:
        citations: the citations.
        words: the words.

    Returns:
        Such as “Barnhoorn et al. 2013 (read); Smit 2010, through Jansen 2015 (relayed)”.
    """
    return joined(dict.fromkeys(_cited(one, words) for one in citations))


def _cited(one: CitationOf, words: Words) -> str:
    if one.source is None:
        name = f"{one.printed} [{words.say('source not yet found')}]"
    else:
        name = words.text(one.source.label)
    pages = f", p. {one.pages}" if one.pages else ""
    via = f", {words.say('through')} {names(one.relayed_by, words)}" if one.relayed_by else ""
    return f"{name}{pages}{via} ({words.concept('CitationMode', one.mode)})"


def said(reports: Iterable[Reported], words: Words) -> str:
    """Write what sources themselves say of the strength, in their own word.

    Args:
        reports: the words and who says them.
        words: the words.

    Returns:
        Such as “strong (Barnhoorn et al. 2013)”.
    """
    return joined(f"{words.text(one.word)} ({words.text(one.reporter.label)})" for one in reports)
