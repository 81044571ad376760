"""The matrix: effective element by domain, each cell what is known as shape, word and count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import paging, parts
from evidence_explorer.views.columns import (
    Column,
    columns,
    columns_shown,
    header_rows,
    shown_columns,
)
from evidence_explorer.views.legend import legend
from evidence_explorer.views.parts import View
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import Cell, ElementRow, Layer, Matrix
from evidence_graph.store import GraphStore

# A page holds about as many boxes whatever the number of domains, so that it opens as fast.
MOST_BOXES: Final = 600
MOST_ROWS: Final = 50
FEWEST_ROWS: Final = 10
NOTHING = "N0"


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for the matrix and build its page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    domains = queries.domains(store)
    shown = shown_columns(domains, selection)
    answer = queries.matrix(store, selection.row, rows_on_a_page(len(shown)))
    hidden = len(domains) - len(shown)
    return page(
        replace(answer, domains=shown), queries.layers(store), words, selection, hidden=hidden
    )


def rows_on_a_page(domains: int) -> int:
    """Say how many rows fit on a page.

    Args:
        domains: how many columns there are.

    Returns:
        A number of rows.
    """
    return max(FEWEST_ROWS, min(MOST_ROWS, MOST_BOXES // max(domains, 1)))


def page(
    answer: Matrix,
    ordering: Sequence[Layer],
    words: Words,
    selection: Selection,
    *,
    hidden: int = 0,
) -> View:
    """Build the page of the matrix.

    Args:
        answer: the rows and columns.
        ordering: the layers, for the groups of rows.
        words: the words.
        selection: the present view.
        hidden: how many domains are not shown, since nothing is known there.

    Returns:
        The page.
    """
    title = words.say("What is known to work, where, and how surely")
    if not answer.rows and not answer.total:
        return _empty(words)
    size = rows_on_a_page(len(answer.domains))
    pager = paging.rows_pager(selection, len(answer.rows), answer.total, size, words)
    body = tag(
        "div",
        parts.heading(title),
        tag(
            "p",
            words.say(
                "Each row is an effective element of help, from the client outwards. "
                "Each column is a domain. Choose an element or a box to see who says what, "
                "and where."
            ),
            class_="lead",
        ),
        _tally(answer, words),
        legend(words),
        columns_shown(hidden, words, selection),
        pager,
        _table(answer, ordering, words, selection),
        pager,
        class_="sheet wide",
    )
    return View(words.say("Overview"), body)


def _empty(words: Words) -> View:
    return parts.missing(
        words.say("There is nothing in this graph yet"),
        words.say("The graph can be reached, but it holds no effective elements."),
        join(
            words.say("Fill it from the folder with data, then load this page again:"),
            " ",
            tag("code", "evidence-explorer ingest"),
        ),
    )


def _tally(answer: Matrix, words: Words) -> Markup:
    cells = [cell for row in answer.rows for cell in row.cells]
    boxes = len(answer.rows) * len(answer.domains)
    found = sum(cell.finding_count > 0 for cell in cells)
    spoken = sum(bool(cell.reported) for cell in cells)
    judged = sum(cell.state != NOTHING for cell in cells)
    figures = (
        (len(answer.rows), words.say("elements shown"), ""),
        (len(answer.domains), words.say("domains"), ""),
        (found, words.say("boxes with findings"), ""),
        (spoken, words.say("boxes where a source itself speaks of strength"), ""),
        (judged, words.say("boxes assessed by us"), ""),
        (boxes - judged, words.say("boxes not yet assessed"), "unknown"),
    )
    return tag(
        "dl",
        *(
            tag("div", tag("dt", label), tag("dd", words.number(count)), class_=kind or None)
            for count, label, kind in figures
        ),
        class_="tally",
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What each cell of the table needs."""

    columns: tuple[Column, ...]
    words: Words
    selection: Selection


def _table(answer: Matrix, ordering: Sequence[Layer], words: Words, selection: Selection) -> Markup:
    across = columns(answer.domains, words)
    frame = _Frame(across, words, selection)
    caption = words.say("Effective elements by domain: state, findings and sources")
    groups = _groups(answer.rows)
    names = {layer.id: layer for layer in ordering}
    table = tag(
        "table",
        tag("caption", caption),
        tag("thead", *header_rows(answer.domains, words), role="rowgroup"),
        *(_group(names.get(layer), rows, frame) for layer, rows in groups),
        _totals(answer, frame),
        class_="matrix",
        role="table",
    )
    return tag("div", table, class_="scroll", role="region", tabindex=0, aria_label=caption)


def _groups(rows: Sequence[ElementRow]) -> list[tuple[str, list[ElementRow]]]:
    groups: list[tuple[str, list[ElementRow]]] = []
    for row in rows:
        layer = row.layers[0] if row.layers else ""
        if not groups or groups[-1][0] != layer:
            groups.append((layer, []))
        groups[-1][1].append(row)
    return groups


def _group(layer: Layer | None, rows: Sequence[ElementRow], frame: _Frame) -> Markup:
    words = frame.words
    name = words.text(layer.label) if layer else words.say("In no layer")
    across = len(frame.columns) + 1
    title = tag(
        "tr",
        tag(
            "th",
            tag("span", name),
            scope="rowgroup",
            colspan=across,
            role="rowheader",
            title=words.text(layer.definition) if layer else None,
        ),
        class_="layer",
        role="row",
    )
    return tag("tbody", title, *(_row(row, frame) for row in rows), role="rowgroup")


def _row(row: ElementRow, frame: _Frame) -> Markup:
    words = frame.words
    cells = {cell.domain: cell for cell in row.cells}
    known = sum(column.domain in cells for column in frame.columns)
    name = tag(
        "th",
        parts.link(words.text(row.label) or row.id, parts.opened(frame.selection, row.id)),
        tag(
            "span",
            words.count("{number} source", "{number} sources", row.source_count),
            class_="small",
        ),
        tag(
            "span",
            words.count("{number} exception", "{number} exceptions", row.exception_count),
            class_="small exception",
        )
        if row.exception_count
        else None,
        tag(
            "span",
            words.say(
                "something known in {known} of {all} domains", known=known, all=len(frame.columns)
            ),
            class_="small only-narrow",
        ),
        scope="row",
        role="rowheader",
    )
    return tag(
        "tr",
        name,
        *(_cell(row, column, cells.get(column.domain), frame) for column in frame.columns),
        role="row",
    )


def _box(row: ElementRow, column: Column, frame: _Frame) -> Selection:
    return Selection(
        page="element",
        language=frame.selection.language,
        element=row.id,
        domain=column.domain,
    )


def _quiet(row: ElementRow, column: Column, frame: _Frame) -> Markup:
    # There are many of these, so the HTML of each is short.
    words = frame.words
    content = parts.link(
        join(
            tag("img", src=f"evidence/signs/{NOTHING}.svg", alt=""),
            words.state(NOTHING),
            tag("span", words.count("{number} finding", "{number} findings", 0)),
        ),
        _box(row, column, frame),
        # Hundreds of these would stand between a keyboard and the end of the page; the name of
        # the row leads to the same place.
        tabindex="-1",
    )
    return tag("td", content, class_="quiet", role="cell")


def _cell(row: ElementRow, column: Column, cell: Cell | None, frame: _Frame) -> Markup:
    if cell is None:
        return _quiet(row, column, frame)
    words = frame.words
    counts = [words.count("{number} finding", "{number} findings", cell.finding_count)]
    if cell.finding_count:
        counts.append(words.count("{number} source", "{number} sources", cell.source_count))
    if cell.independent_count < cell.source_count:
        counts.append(
            words.count(
                "{number} independent study", "{number} independent studies", cell.independent_count
            )
        )
    spoken = [parts.reported(one, words, frame.selection) for one in cell.reported]
    said = f"{words.text(row.label)}, {column.name}: {words.state(cell.state)}, {', '.join(counts)}"
    content = parts.link(
        join(parts.sign(cell.state), tag("span", words.state(cell.state))),
        _box(row, column, frame),
        class_=f"state state-{cell.state.lower()}",
        aria_label=said,
    )
    kept = parts.listed(tag("span", count, class_="kept") for count in counts)
    return tag(
        "td",
        tag("span", column.name, class_="column only-narrow"),
        content,
        *spoken,
        tag("span", kept, class_="count"),
        class_="spoken" if spoken else None,
        role="cell",
    )


def _totals(answer: Matrix, frame: _Frame) -> Markup:
    words = frame.words
    known = Counter(cell.domain for row in answer.rows for cell in row.cells if cell.finding_count)
    total = len(answer.rows)
    return tag(
        "tfoot",
        tag(
            "tr",
            tag("th", words.say("Elements with findings"), scope="row", role="rowheader"),
            *(
                tag(
                    "td",
                    tag("span", column.name, class_="column only-narrow"),
                    words.say("{known} of {all}", known=known[column.domain], all=total),
                    role="cell",
                )
                for column in frame.columns
            ),
            role="row",
        ),
        role="rowgroup",
    )
