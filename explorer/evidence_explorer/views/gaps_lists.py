"""How what is not known is listed: tables, long lists that fold, elements and boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Domain, Named
from evidence_graph.queries.gaps import Asked, Fallen, Gaps, Spot
from evidence_graph.queries.overview import Line

MOST: Final = 200
"""How many of one kind are listed; more would be read by nobody."""
FEW: Final = 8
"""A list of so many is open; a longer one opens on demand."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """What the graph answered.

    Attributes:
        gaps: what is not known.
        domains: the domains.
        known: id of a domain → of how many elements something is known there.
        elements: how many elements there are.
        sources: id of a source → the source.
        carried: id of a source → in how many elements it is found.
        fallen: what would be left without the chosen sources.
        studies: the studies that were read.
        asked: what the chosen study itself says is not known; None where none was read.
    """

    gaps: Gaps
    domains: Sequence[Domain]
    known: Mapping[str, int]
    elements: int
    sources: Mapping[str, Named]
    carried: Mapping[str, int]
    fallen: Sequence[Fallen] = ()
    studies: Sequence[Named] = ()
    asked: Asked | None = None


def table(heads: Sequence[str], rows: Sequence[Markup]) -> Markup:
    """Build a table.

    Args:
        heads: the heads.
        rows: the rows.

    Returns:
        The table.
    """
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *rows),
        class_="plain stack",
    )


def number(label: str, count: int, words: Words) -> Markup:
    """Build a cell with a number.

    Args:
        label: its head, for narrow screens.
        count: the number.
        words: the words.

    Returns:
        The cell.
    """
    return tag(
        "td",
        tag("span", label, class_="column only-narrow"),
        words.number(count),
        class_="number",
    )


def element(line: Line, words: Words, selection: Selection) -> Markup:
    """Link to an element.

    Args:
        line: the element.
        words: the words.
        selection: the present view.

    Returns:
        The link.
    """
    return parts.named(Named(line.id, line.label), words, selection)


def spot(one: Spot, known: Unknown, words: Words, selection: Selection) -> Markup:
    """Link to an element at one domain, with the state there.

    Args:
        one: the box.
        known: what the graph answered, for the names of domains.
        words: the words.
        selection: the present view.

    Returns:
        The link and the state.
    """
    names = {domain.id: words.text(domain.label) for domain in known.domains}
    target = replace(parts.opened(selection, one.line.id), domain=one.domain)
    label = f"{words.text(one.line.label)}, {names.get(one.domain, one.domain)}"
    return join(parts.link(label, target), " ", parts.state(one.state, words))


def listed(items: Sequence[Child], words: Words) -> Markup | None:
    """List things, as many as can be read.

    Args:
        items: the things.
        words: the words.

    Returns:
        The list, folded where it is long; None where there is nothing.
    """
    if not items:
        return None
    shown = parts.bullets(items[:MOST], class_="columns")
    return fold(join(shown, more(len(items) - MOST, words)), len(items), words)


def more(count: int, words: Words) -> Markup | None:
    """Say how many more there are than are shown.

    Args:
        count: how many.
        words: the words.

    Returns:
        A line, or None.
    """
    if count <= 0:
        return None
    return tag("p", words.count("And {number} more.", "And {number} more.", count))


def fold(found: Markup | None, count: int, words: Words) -> Markup | None:
    """Fold what is long.

    Args:
        found: a list.
        count: how many stand in it.
        words: the words.

    Returns:
        The list, folded where it is long.
    """
    if found is None or count <= FEW:
        return found
    label = words.count("Show {number}", "Show all {number}", count)
    return tag("details", tag("summary", label), found)
