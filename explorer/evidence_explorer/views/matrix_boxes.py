"""The boxes of the matrix: what is known of one element in one domain, or in several folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.signs import state_rank
from evidence_explorer.views import parts
from evidence_explorer.views.columns import Column
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Cell, ElementRow, Reported

NOTHING: Final = "N0"
# Most boxes hold nothing. They are as short as can be: the sign is drawn by the style sheet, the
# word stands in the key above the table.
QUIET: Final = Markup("<td>0</td>")


@dataclass(frozen=True, slots=True)
class Frame:
    """What each box needs: the columns, the words, the present view."""

    columns: tuple[Column, ...]
    words: Words
    selection: Selection


def box(row: ElementRow, column: Column, cells: Mapping[str, Cell], frame: Frame) -> Markup:
    """Build one box.

    Args:
        row: the element.
        column: the domain, with those folded into it.
        cells: the cells of the row that hold something, by domain.
        frame: what each box needs.

    Returns:
        A cell of the table.
    """
    held = [cells[domain] for domain in (column.domain, *column.below) if domain in cells]
    if not held:
        return QUIET
    fitting = [cell for cell in held if cell.fits]
    if not fitting:
        said = frame.words.say("something, but not what you filter by")
        return tag("td", "…", tag("span", said, class_="hidden"), class_="out", role="cell")
    if column.below:
        return _folded(row, column, fitting, frame)
    return _box(row, column, fitting[0], frame)


def _box(row: ElementRow, column: Column, cell: Cell, frame: Frame) -> Markup:
    words = frame.words
    counts = _counts(cell, words)
    said = f"{words.state(cell.state)}, {', '.join(counts)}"
    if frame.selection.cells == "signs":
        shown = join(_sign(cell.state), cell.finding_count)
        return _known(row, column, _Held(said, shown, None, cell.reported), frame)
    kept = parts.listed(tag("span", count, class_="kept") for count in counts)
    shown = join(_sign(cell.state), words.state(cell.state))
    return _known(row, column, _Held(said, shown, tag("p", kept), cell.reported), frame)


def _folded(row: ElementRow, column: Column, cells: Sequence[Cell], frame: Frame) -> Markup:
    # No state of its own is made up for several domains together: their states are counted.
    words = frame.words
    counted = Counter(cell.state for cell in cells)
    states = sorted(counted, key=state_rank)
    findings = sum(cell.finding_count for cell in cells)
    told = [
        words.count(
            "{state} in {number} domain",
            "{state} in {number} domains",
            counted[code],
            state=words.state(code),
        )
        for code in states
    ]
    total = words.count("{number} finding", "{number} findings", findings)
    said = ", ".join((*told, total))
    reported = tuple(one for cell in cells for one in cell.reported)
    if frame.selection.cells == "signs":
        shown = join(*map(_sign, states), findings)
        return _known(row, column, _Held(said, shown, None, reported), frame)
    signed = zip(states, told, strict=True)
    shown = join(*(tag("span", _sign(code), one) for code, one in signed))
    return _known(row, column, _Held(said, shown, tag("p", total), reported), frame)


@dataclass(frozen=True, slots=True)
class _Held:
    """What a box says to those who hear it, what it shows, and what stands below."""

    said: str
    shown: Markup
    below: Markup | None
    reported: tuple[Reported, ...]


def _known(row: ElementRow, column: Column, held: _Held, frame: Frame) -> Markup:
    words, selection = frame.words, frame.selection
    # What was chosen comes along, so that the findings are those that the box counts.
    target = Selection(
        page="element",
        language=selection.language,
        element=row.id,
        domain=column.domain,
        folded=selection.folded,
        filters=selection.filters,
    )
    if selection.cells == "signs":
        spoken = [_in_short(one, words) for one in held.reported]
    else:
        spoken = [parts.reported(one, words, selection) for one in held.reported]
    return tag(
        "td",
        parts.link(held.shown, target, aria_label=held.said),
        held.below,
        *spoken,
        class_="spoken" if spoken else "known",
        role="cell",
        data_in=column.name,
    )


def _in_short(report: Reported, words: Words) -> Markup:
    who = f"{words.say('according to')} {words.text(report.reporter.label)}: "
    return tag(
        "span",
        tag("span", class_="speech", aria_hidden="true"),
        tag("span", who, class_="hidden"),
        tag("q", words.text(report.word)),
        class_="reported",
    )


def _sign(code: str) -> Markup:
    return tag("img", src=f"evidence/signs/{code}.svg", alt="")


def _counts(cell: Cell, words: Words) -> list[str]:
    counts = [words.count("{number} finding", "{number} findings", cell.finding_count)]
    if cell.finding_count:
        counts.append(words.count("{number} source", "{number} sources", cell.source_count))
    if cell.independent_count < cell.source_count:
        counts.append(
            words.count(
                "{number} independent study", "{number} independent studies", cell.independent_count
            )
        )
    return counts
