"""The matrix: effective element by domain, each cell what is known as shape, word and count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Final

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.signs import state_rank
from evidence_explorer.views import matrix_filters, paging, parts
from evidence_explorer.views.columns import (
    Column,
    columns,
    columns_shown,
    header_rows,
    shown_columns,
)
from evidence_explorer.views.legend import legend
from evidence_explorer.views.matrix_boxes import NOTHING, Frame, box
from evidence_explorer.views.matrix_filters import Choices
from evidence_explorer.views.parts import View
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import ElementRow, Layer, Matrix
from evidence_graph.queries.filtering import Without
from evidence_graph.store import GraphStore

# A page holds about as many boxes whatever the number of domains, so that it opens as fast.
MOST_BOXES: Final = 560
MOST_ROWS: Final = 50
FEWEST_ROWS: Final = 10


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph answered.

    Attributes:
        answer: the rows, with the columns to show.
        choices: what can be filtered by.
        hidden: how many domains are not shown, since nothing is known there.
        without: where nothing is left, how much each filter less would leave.
    """

    answer: Matrix
    choices: Choices
    hidden: int = 0
    without: tuple[Without, ...] = ()


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for the matrix and build its page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    whole = queries.overview(store)
    domains = queries.domains(store)
    shown = shown_columns(domains, selection)
    wanted = queries.Wanted(**asdict(selection.filters))
    across = len(columns(shown, words, selection.folded))
    answer = queries.matrix(
        store,
        selection.row,
        rows_on_a_page(across),
        wanted=wanted,
        order=selection.sort,
        language=words.language,
    )
    known = Known(
        answer=replace(answer, domains=shown),
        choices=Choices(
            counts=queries.choices(whole),
            layers=queries.layers(store),
            domains=domains,
            perspectives=queries.perspectives(store),
            sources=whole.source_names,
        ),
        hidden=0 if wanted.domains else len(domains) - len(shown),
        without=() if answer.total else queries.dropping(whole, wanted),
    )
    return page(known, words, selection)


def rows_on_a_page(domains: int) -> int:
    """Say how many rows fit on a page.

    Args:
        domains: how many columns there are.

    Returns:
        A number of rows.
    """
    return max(FEWEST_ROWS, min(MOST_ROWS, MOST_BOXES // max(domains, 1)))


def page(known: Known, words: Words, selection: Selection) -> View:
    """Build the page of the matrix.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    answer = known.answer
    if not answer.everything:
        return parts.nothing_loaded(words)
    frame = Frame(columns(answer.domains, words, selection.folded), words, selection)
    size = rows_on_a_page(len(frame.columns))
    pager = paging.rows_pager(selection, len(answer.rows), answer.total, size, words)
    body = tag(
        "div",
        parts.heading(words.say("What is known to work, where, and how surely")),
        tag(
            "p",
            words.say(
                "Each row is an effective element of help, from the client outwards. "
                "Each column is a domain. Choose an element or a box to see who says what, "
                "and where."
            ),
            class_="lead",
        ),
        matrix_filters.panel(known.choices, words, selection),
        matrix_filters.tokens(known.choices, words, selection),
        _how_much(answer, frame),
        columns_shown(known.hidden, words, selection),
        _key(answer, words, selection),
        pager,
        _table(answer, known.choices.layers, frame)
        if answer.total
        else matrix_filters.nothing_left(known.without, words, selection),
        pager,
        legend(words),
        class_="sheet wide",
    )
    return View(words.say("Overview"), body)


def _how_much(answer: Matrix, frame: Frame) -> Markup:
    words = frame.words
    shown = words.say(
        "{shown} of {all} elements",
        shown=words.number(answer.total),
        all=words.number(answer.everything),
    )
    across = words.count("{number} domain", "{number} domains", len(frame.columns))
    boxes = answer.total * len(frame.columns)
    known = sum(_known_in(column, answer) for column in frame.columns)
    return tag(
        "p",
        tag("strong", f"{shown}, {across}. "),
        words.say(
            "Something is known in {known} of {boxes} boxes; in {unknown} nothing is.",
            known=words.number(known),
            boxes=words.number(boxes),
            unknown=words.number(boxes - known),
        ),
        role="status",
        class_="how-much",
    )


def _key(answer: Matrix, words: Words, selection: Selection) -> Markup:
    # The words of the signs in the boxes, right above them.
    held = {cell.state for row in answer.rows for cell in row.cells if cell.fits}
    states = [
        tag("li", parts.state(code, words), parts.explain("State", code, words))
        for code in sorted(held | {NOTHING}, key=state_rank)
    ]
    nothing = join(
        tag("span", "0", class_="quiet-box"),
        " = ",
        words.say("no source says anything of it yet"),
    )
    outside = tag("li", "… = ", words.say("something, but not what you filter by"))
    return tag(
        "ul",
        *states,
        tag("li", words.say("The number counts the findings.")),
        tag("li", nothing),
        outside if selection.filters else None,
        class_="key",
        aria_label=words.say("What do the signs mean?"),
    )


def _table(answer: Matrix, ordering: Sequence[Layer], frame: Frame) -> Markup:
    words, selection = frame.words, frame.selection
    caption = words.say("Effective elements by domain: state, findings and sources")
    names = {layer.id: layer for layer in ordering}
    bodies = (
        [_group(names.get(layer), rows, frame) for layer, rows in _groups(answer.rows)]
        if selection.sort == "layer"
        else [tag("tbody", *(_row(row, frame) for row in answer.rows), role="rowgroup")]
    )
    table = tag(
        "table",
        tag("caption", caption),
        tag("thead", *header_rows(answer.domains, words, selection), role="rowgroup"),
        *bodies,
        _totals(answer, frame),
        class_=f"matrix {selection.cells}",
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


def _known_in(column: Column, answer: Matrix) -> int:
    known = answer.known_below if column.below else answer.known
    return known.get(column.domain, 0)


def _totals(answer: Matrix, frame: Frame) -> Markup:
    words = frame.words
    known = [_known_in(column, answer) for column in frame.columns]
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
