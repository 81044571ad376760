"""The matrix as tables and as a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidence_explorer.selection import Selection
from evidence_explorer.sharing.grid_svg import Box, Grid, Group, Line
from evidence_explorer.sharing.sheets import Cell, Sheet, Tables, every, joined, said
from evidence_explorer.signs import state_rank
from evidence_explorer.views.columns import Column, columns, shown_columns
from evidence_explorer.views.sections import NOTHING
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import Cell as Known
from evidence_graph.queries.answers import ElementRow, Matrix
from evidence_graph.store import GraphStore

_AT_ONCE = 1000
_MOST_DRAWN = 200


@dataclass(frozen=True, slots=True)
class _Frame:
    """What each row needs: columns, names of domains and of layers, the words."""

    across: tuple[Column, ...]
    domains: Mapping[str, str]
    layers: Mapping[str, str]
    words: Words


def _frame(store: GraphStore, words: Words, selection: Selection) -> _Frame:
    domains = queries.domains(store)
    shown = shown_columns(domains, selection)
    return _Frame(
        across=columns(shown, words, selection.folded),
        domains={one.id: words.text(one.label) or one.id for one in domains},
        layers={layer.id: words.text(layer.label) for layer in queries.layers(store)},
        words=words,
    )


def _ask(store: GraphStore, selection: Selection, first: int, limit: int) -> Matrix:
    return queries.matrix(
        store,
        first,
        limit,
        wanted=selection.filters,
        order=selection.sort,
        language=selection.language,
    )


def _held(row: ElementRow, column: Column) -> list[Known]:
    # A column that is folded holds what is known in each domain below it as well.
    wanted = {column.domain, *column.below}
    return [cell for cell in row.cells if cell.domain in wanted]


def tables(store: GraphStore, words: Words, selection: Selection) -> Tables:
    """Give the matrix as tables.

    Args:
        store: the graph.
        words: the words.
        selection: the view; which rows of the matrix it shows makes no difference.

    Returns:
        The matrix as it is on the page, and the same with one row for each box in which anything
        is known.
    """
    frame = _frame(store, words, selection)

    def page(first: int) -> tuple[tuple[ElementRow, ...], int]:
        answer = _ask(store, selection, first, _AT_ONCE)
        return answer.rows, answer.total

    found, left_out = every(page)
    return Tables(
        words.say("What is known to work, where, and how surely"),
        (_wide(found, left_out, frame), _long(found, frame)),
    )


def _wide(found: tuple[ElementRow, ...], left_out: int, frame: _Frame) -> Sheet:
    words = frame.words
    heads = (
        words.say("Effective element"),
        words.say("Layer"),
        *(column.name for column in frame.across),
        words.say("Sources"),
        words.say("Findings"),
        words.say("Exceptions"),
        words.say("Key"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            words.text(row.label) or row.id,
            joined(frame.layers.get(layer, layer) for layer in row.layers),
            *(_said(row, column, frame) for column in frame.across),
            row.source_count,
            row.finding_count,
            row.exception_count,
            row.id,
        )
        for row in found
    ]
    return Sheet(words.say("Overview"), heads, tuple(rows), left_out)


def _said(row: ElementRow, column: Column, frame: _Frame) -> str:
    held = _held(row, column)
    if len(held) > 1 or any(cell.domain != column.domain for cell in held):
        return joined(f"{frame.domains[cell.domain]}: {_one(cell, frame.words)}" for cell in held)
    # An empty box would be read as "nothing works here".
    return _one(held[0], frame.words) if held else frame.words.state(NOTHING)


def _one(cell: Known, words: Words) -> str:
    if not cell.fits:
        return words.say("something, but not what you filter by")
    counts = (
        words.count("{number} finding", "{number} findings", cell.finding_count),
        words.count("{number} source", "{number} sources", cell.source_count),
    )
    spoken = said(cell.reported, words)
    return ", ".join((words.state(cell.state), *counts, *([spoken] if spoken else [])))


def _long(found: tuple[ElementRow, ...], frame: _Frame) -> Sheet:
    words = frame.words
    shown = {one for column in frame.across for one in (column.domain, *column.below)}
    heads = (
        words.say("Effective element"),
        words.say("Domain"),
        words.say("State"),
        words.say("A source itself says"),
        words.say("Findings"),
        words.say("Sources"),
        words.say("independent studies"),
        words.say("Key"),
        words.say("Key of the domain"),
    )
    rows = tuple(
        (
            words.text(row.label) or row.id,
            frame.domains.get(cell.domain, cell.domain),
            words.state(cell.state),
            said(cell.reported, words),
            cell.finding_count,
            cell.source_count,
            cell.independent_count,
            row.id,
            cell.domain,
        )
        for row in found
        for cell in row.cells
        if cell.fits and cell.domain in shown
    )
    return Sheet(words.say("Boxes in which something is known"), heads, rows)


def grid(store: GraphStore, words: Words, selection: Selection) -> Grid:
    """Lay the matrix out for a picture, from the first row that the page shows.

    Args:
        store: the graph.
        words: the words.
        selection: the view.

    Returns:
        Its rows, at most two hundred.
    """
    answer = _ask(store, selection, selection.row, _MOST_DRAWN)
    frame = _frame(store, words, selection)
    return Grid(
        heads=tuple(column.name for column in frame.across),
        depths=tuple(column.depth for column in frame.across),
        groups=tuple(_groups(answer.rows, frame, by_layer=selection.sort == "layer")),
        left_out=max(answer.total - selection.row - len(answer.rows), 0),
    )


def _groups(found: tuple[ElementRow, ...], frame: _Frame, *, by_layer: bool) -> list[Group]:
    groups: list[tuple[str, list[Line]]] = []
    for row in found:
        name = _layer(row, frame) if by_layer else frame.words.say("Effective elements")
        if not groups or groups[-1][0] != name:
            groups.append((name, []))
        boxes = tuple(_box(_held(row, column)) for column in frame.across)
        groups[-1][1].append(Line(frame.words.text(row.label) or row.id, boxes))
    return [Group(name, tuple(lines)) for name, lines in groups]


def _layer(row: ElementRow, frame: _Frame) -> str:
    known = frame.layers.get(row.layers[0]) if row.layers else None
    return known or frame.words.say("In no layer")


def _box(held: list[Known]) -> Box:
    fitting = [cell for cell in held if cell.fits]
    if not fitting:
        return Box(NOTHING, 0, spoken=False, outside=bool(held))
    return Box(
        # Of several states the one that must be read first; the table has them all.
        min((cell.state for cell in fitting), key=state_rank),
        sum(cell.finding_count for cell in fitting),
        spoken=any(cell.reported for cell in fitting),
        several=len({cell.state for cell in fitting}) > 1,
    )
