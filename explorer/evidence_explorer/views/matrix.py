"""The matrix: effective element by domain, each cell what is known as shape, word and count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import MOST_COMPARED, Selection
from evidence_explorer.signs import state_rank
from evidence_explorer.views import explaining, matrix_chosen, matrix_filters, paging, parts
from evidence_explorer.views.columns import (
    columns,
    columns_shown,
    shown_columns,
)
from evidence_explorer.views.legend import legend
from evidence_explorer.views.matrix_boxes import NOTHING, Frame
from evidence_explorer.views.matrix_filters import Choices
from evidence_explorer.views.matrix_table import known_in, table
from evidence_explorer.views.sheets import View, heading, nothing_loaded
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.errors import StillReading
from evidence_graph.queries.answers import Matrix
from evidence_graph.queries.filtering import Without
from evidence_graph.store import GraphStore

# A page holds about as many boxes whatever the number of domains, so that it opens as fast.
MOST_BOXES: Final = 500
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
        The page; in its own order and without filters where those are still being read.

    Raises:
        StillReading: what was chosen needs the whole graph, and that is still being read.
    """
    domains = queries.domains(store)
    shown = shown_columns(domains, selection)
    limit = rows_on_a_page(len(columns(shown, words, selection.folded)))
    choices = Choices(queries.layers(store), domains, queries.perspectives(store))
    try:
        known = _chosen(store, choices, limit, words, selection)
    except StillReading:
        if selection.filters or selection.folded or selection.sort != "layer":
            raise
        known = Known(queries.first_rows(store, selection.row, limit), choices)
    hidden = 0 if selection.filters.domains else len(domains) - len(shown)
    known = replace(known, answer=replace(known.answer, domains=shown), hidden=hidden)
    return page(known, words, selection)


def _chosen(
    store: GraphStore, choices: Choices, limit: int, words: Words, selection: Selection
) -> Known:
    whole = queries.overview(store)
    answer = queries.matrix(
        store,
        selection.row,
        limit,
        wanted=selection.filters,
        order=selection.sort,
        language=words.language,
    )
    return Known(
        answer=answer,
        choices=replace(choices, counts=queries.choices(whole), sources=whole.source_names),
        without=() if answer.total else queries.dropping(whole, selection.filters),
    )


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
        return nothing_loaded(words)
    frame = Frame(columns(answer.domains, words, selection.folded), words, selection)
    size = rows_on_a_page(len(frame.columns))
    pager = paging.rows_pager(selection, len(answer.rows), answer.total, size, words)
    body = tag(
        "div",
        heading(words.say("What is known to work, where, and how surely")),
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
        matrix_chosen.tokens(known.choices, words, selection),
        _how_much(answer, frame),
        columns_shown(known.hidden, words, selection),
        _key(answer, words, selection),
        pager,
        table(answer, known.choices.layers, frame)
        if answer.total
        else matrix_chosen.nothing_left(known.without, words, selection),
        pager,
        tag(
            "p",
            parts.link(words.say("Compare elements or domains"), _comparing(selection)),
            " · ",
            explaining.judging(words, selection),
        ),
        legend(words),
        class_="sheet wide",
    )
    return View(words.say("Overview"), body)


def _comparing(selection: Selection) -> Selection:
    # The domains that are filtered by come along.
    chosen = selection.filters.domains[:MOST_COMPARED]
    return Selection(page="compare", language=selection.language, compared=chosen)


def _how_much(answer: Matrix, frame: Frame) -> Markup:
    words = frame.words
    shown = words.say(
        "{shown} of {all} elements",
        shown=words.number(answer.total),
        all=words.number(answer.everything),
    )
    across = words.count("{number} domain", "{number} domains", len(frame.columns))
    boxes = answer.total * len(frame.columns)
    known = sum(known_in(column, answer) for column in frame.columns)
    return tag(
        "p",
        tag("strong", f"{shown}, {across}. "),
        words.say(
            "Something is known in {known} of {boxes} boxes; in {unknown} nothing is.",
            known=words.number(known),
            boxes=words.number(boxes),
            unknown=words.number(boxes - known),
        )
        if boxes
        else None,
        role="status",
        class_="how-much",
    )


def _key(answer: Matrix, words: Words, selection: Selection) -> Markup:
    # The words of the signs in the boxes, right above them.
    held = {cell.state for row in answer.rows for cell in row.cells if cell.fits}
    states = [
        tag("li", parts.state(code, words), explaining.explain("State", code, words))
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
