"""What a citation is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitedWork:
    """One work as a citation names it: names and year as printed, pages without their "p."."""

    authors: tuple[str, ...]
    etal: bool
    year: str
    pages: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a text that cites one or more works.

    ``start`` and ``end`` count code points of the text that was read; ``text`` is what stands
    there.
    """

    start: int
    end: int
    text: str
    works: tuple[CitedWork, ...]
