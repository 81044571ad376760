"""The table of a comparison: a row for each aspect, and a word where the things differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Named

MOST: Final = 8
"""How many of one kind stand in a cell; the rest stands on the page of the element."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One row.

    Attributes:
        title: what is compared.
        cells: what stands at each thing.
        alike: what is held against each other to tell whether they differ; None does not tell.
        kind: a class for the style of the row.
    """

    title: Child
    cells: Sequence[Child]
    alike: Sequence[object] | None = None
    kind: str | None = None


def table(
    things: Sequence[Named], aspects: Iterable[Aspect], words: Words, selection: Selection
) -> Markup:
    """Build the table.

    Args:
        things: what is compared.
        aspects: the rows.
        words: the words.
        selection: the present view, for dropping one.

    Returns:
        The table.
    """
    caption = words.say("Side by side")
    names = [words.text(thing.label) or thing.id for thing in things]
    heads = [
        tag("th", _head(thing, name, words, selection), scope="col", role="columnheader")
        for thing, name in zip(things, names, strict=True)
    ]
    corner = tag("th", words.say("What"), scope="col", role="columnheader")
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption, class_="hidden"),
            tag("thead", tag("tr", corner, *heads, role="row"), role="rowgroup"),
            tag("tbody", *(_row(one, names, words) for one in aspects), role="rowgroup"),
            class_="compare",
            role="table",
        ),
        class_="scroll",
        role="region",
        tabindex=0,
        aria_label=caption,
    )


def _head(thing: Named, name: str, words: Words, selection: Selection) -> Markup:
    others = tuple(ident for ident in selection.compared if ident != thing.id)
    drop = parts.link(
        "×",
        replace(selection, compared=others),
        aria_label=words.say("Take {name} away", name=name),
        class_="drop",
    )
    if thing.id.startswith("element/"):
        return join(parts.named(thing, words, selection), " ", drop)
    return join(name, " ", drop)


def _row(one: Aspect, names: Sequence[str], words: Words) -> Markup:
    differs = one.alike is not None and any(value != one.alike[0] for value in one.alike[1:])
    mark = None
    if one.alike is not None and len(one.alike) > 1:
        mark = tag(
            "span",
            f"≠ {words.say('differs')}" if differs else f"= {words.say('the same')}",
            class_="mark differs" if differs else "mark",
        )
    cells = [
        tag("td", cell if cell is not None else "–", role="cell", data_in=name)
        for cell, name in zip(one.cells, names, strict=True)
    ]
    kind = " ".join(filter(None, (one.kind, "differs" if differs else None)))
    head = tag("th", one.title, " ", mark, scope="row", role="rowheader")
    return tag("tr", head, *cells, class_=kind or None, role="row")


def few(items: Sequence[Child], words: Words) -> Markup | None:
    """List some things in a cell.

    Args:
        items: the things.
        words: the words.

    Returns:
        The list, with how many more there are; None where there is nothing.
    """
    if not items:
        return None
    more = len(items) - MOST
    rest = words.count("And {number} more.", "And {number} more.", more) if more > 0 else None
    return parts.bullets([*items[:MOST], rest] if rest else items)


def sources(
    ids: Iterable[str], names: Mapping[str, Named], words: Words, selection: Selection
) -> Markup | None:
    """List sources in a cell.

    Args:
        ids: their ids.
        names: id of a source → the source.
        words: the words.
        selection: the present view.

    Returns:
        The list; None where there is none.
    """
    known = sorted(
        (names[one] for one in ids if one in names), key=lambda one: words.text(one.label)
    )
    return few([parts.named(one, words, selection) for one in known], words)


def directions(counts: Mapping[str, int], words: Words) -> Markup | None:
    """Count findings by what they say.

    Args:
        counts: code of a direction → number of findings.
        words: the words.

    Returns:
        The list; None where there is none.
    """
    order = [one.code for one in words.concepts("Direction")]
    codes = sorted(counts, key=lambda code: order.index(code) if code in order else len(order))
    return few(
        [f"{words.concept('Direction', code)}: {words.number(counts[code])}" for code in codes],
        words,
    )
