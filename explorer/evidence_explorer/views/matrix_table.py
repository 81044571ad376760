"""The table of the matrix: rows by layer, and what is known and unknown at each end."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_explorer.markup import Markup, tag
from evidence_explorer.views import parts
from evidence_explorer.views.columns import Column, header_rows
from evidence_explorer.views.matrix_boxes import Frame, box
from evidence_graph.queries.answers import ElementRow, Layer, Matrix


def table(answer: Matrix, ordering: Sequence[Layer], frame: Frame) -> Markup:
    """Build the table.

    Args:
        answer: the rows and columns.
        ordering: the layers, for the groups of rows.
        frame: what each box needs.

    Returns:
        The table, in a place of its own to scroll in.
    """
    words, selection = frame.words, frame.selection
    caption = words.say("Effective elements by domain: state, findings and sources")
    names = {layer.id: layer for layer in ordering}
    bodies = (
        [_group(names.get(layer), rows, frame) for layer, rows in _groups(answer.rows)]
        if selection.sort == "layer"
        else [tag("tbody", *(_row(row, frame) for row in answer.rows), role="rowgroup")]
    )
    whole = tag(
        "table",
        tag("caption", caption),
        tag("thead", *header_rows(answer.domains, words, selection), role="rowgroup"),
        *bodies,
        _totals(answer, frame),
        class_=f"matrix {selection.cells}",
        role="table",
    )
    return tag("div", whole, class_="scroll", role="region", tabindex=0, aria_label=caption)


def _groups(rows: Sequence[ElementRow]) -> list[tuple[str, list[ElementRow]]]:
    groups: list[tuple[str, list[ElementRow]]] = []
    for row in rows:
        layer = row.layers[0] if row.layers else ""
        if not groups or groups[-1][0] != layer:
            groups.append((layer, []))
        groups[-1][1].append(row)
    return groups


def _group(layer: Layer | None, rows: Sequence[ElementRow], frame: Frame) -> Markup:
    name = frame.words.text(layer.label) if layer else frame.words.say("In no layer")
    title = tag(
        "tr",
        tag(
            "th",
            tag("span", name),
            scope="rowgroup",
            colspan=len(frame.columns) + 2,
            role="rowheader",
        ),
        class_="layer",
        role="row",
    )
    return tag("tbody", title, *(_row(row, frame) for row in rows), role="rowgroup")


def _row(row: ElementRow, frame: Frame) -> Markup:
    words = frame.words
    cells = {cell.domain: cell for cell in row.cells}
    fit = {cell.domain for cell in row.cells if cell.fits}
    known = sum(not fit.isdisjoint((one.domain, *one.below)) for one in frame.columns)
    said = words.say("{known} of {all}", known=known, all=len(frame.columns))
    name = tag(
        "th",
        parts.link(words.text(row.label) or row.id, parts.opened(frame.selection, row.id)),
        tag("span", words.count("{number} source", "{number} sources", row.source_count))
        if frame.selection.cells == "words"
        else None,
        tag(
            "span",
            words.count("{number} exception", "{number} exceptions", row.exception_count),
            class_="exception",
        )
        if row.exception_count
        else None,
        scope="row",
        role="rowheader",
    )
    total = tag("td", said, class_="sum", role="cell", data_in=words.say("Something known in"))
    boxes = (box(row, column, cells, frame) for column in frame.columns)
    return tag("tr", name, *boxes, total, role="row")


def known_in(column: Column, answer: Matrix) -> int:
    """Count the elements of which something is known in a column, on this page or another.

    Args:
        column: the column.
        answer: the matrix.

    Returns:
        How many of all rows.
    """
    known = answer.known_below if column.below else answer.known
    return known.get(column.domain, 0)


def _totals(answer: Matrix, frame: Frame) -> Markup:
    words = frame.words
    known = [known_in(column, answer) for column in frame.columns]
    lines = (
        (words.say("Elements of which something is known"), known),
        (words.say("Elements of which nothing is known"), [answer.total - n for n in known]),
    )
    return tag(
        "tfoot",
        *(
            tag(
                "tr",
                tag("th", label, scope="row", role="rowheader"),
                *(
                    tag("td", words.number(count), role="cell", data_in=column.name)
                    for column, count in zip(frame.columns, counts, strict=True)
                ),
                tag("td", words.number(sum(counts)), class_="sum", role="cell"),
                role="row",
            )
            for label, counts in lines
        ),
        role="rowgroup",
    )
