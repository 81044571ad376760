"""A matrix as a picture: names beside rows, names on their side above columns, a sign in a box."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.drawing.measure import text_width, wrap
from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.sharing.svg import INK, SOFT, Picture, text
from evidence_explorer.signs import BLUE, state_sign
from evidence_explorer.signs_svg import shape_svg
from evidence_explorer.words import Words

_SIZE: Final = 14
_ROW: Final = 24
_BOX: Final = 50
_NAMES: Final = 330
_MOST_HEAD: Final = 190
_SIGN: Final = 14
_KEY_WIDTH: Final = 260
_LINE: Final = "#dcd7cb"
_SHADE: Final = "#f3f0e9"


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the matrix.

    Attributes:
        state: its state; of several the one that must be read first.
        count: how many findings it holds.
        spoken: whether a source itself speaks of strength.
        outside: whether something is known, but not what the reader filters by.
        several: whether it holds several states.
    """

    state: str
    count: int
    spoken: bool
    outside: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its name and its boxes."""

    name: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix: heads of columns with their depth in the tree, and rows in groups."""

    heads: tuple[str, ...]
    depths: tuple[int, ...]
    groups: tuple[Group, ...]
    left_out: int


def in_parts(grid: Grid, rows: int = 28) -> tuple[Grid, ...]:
    """Cut a matrix into parts that fit on a sheet of paper each.

    Args:
        grid: the matrix.
        rows: how many rows, headings of groups included, a part holds.

    Returns:
        The parts; a group that is cut has its heading in each.
    """
    parts: list[list[Group]] = [[]]
    room = rows
    for group in grid.groups:
        lines = group.lines
        while lines:
            if room < 3:
                parts.append([])
                room = rows
            parts[-1].append(Group(group.name, lines[: room - 1]))
            room, lines = room - 1 - len(lines[: room - 1]), lines[room - 1 :]
    last = len(parts) - 1
    return tuple(
        replace(grid, groups=tuple(part), left_out=grid.left_out if number == last else 0)
        for number, part in enumerate(parts)
    )


def grid_picture(grid: Grid, words: Words) -> Picture:
    """Draw a matrix.

    Args:
        grid: the matrix.
        words: the words.

    Returns:
        The picture, with its legend below it.
    """
    width = _NAMES + _BOX * len(grid.heads)
    head = _head_height(grid)
    pieces: list[Child] = [*_heads(grid, head)]
    y = head
    for group in grid.groups:
        pieces.append(_group(group, y, width))
        y += _ROW
        for line in group.lines:
            pieces.append(_line(line, y, width))
            y += _ROW
    legend, depth = _legend(grid, words, max(width, 640))
    pieces.append(tag("g", legend, transform=f"translate(0 {y + _ROW})"))
    return Picture(join(*pieces), max(width, 640), y + _ROW + depth)


def _head_height(grid: Grid) -> int:
    longest = max((text_width(name, _SIZE, bold=True) for name in grid.heads), default=0)
    return min(longest, _MOST_HEAD) + 16


def _heads(grid: Grid, height: int) -> list[Markup]:
    pieces = []
    for number, (name, depth) in enumerate(zip(grid.heads, grid.depths, strict=True)):
        lines = wrap(name, _SIZE, height - 16, 2, bold=not depth)
        middle = _NAMES + _BOX * number + _BOX / 2
        for place, written in enumerate(lines):
            x = middle + (place - (len(lines) - 1) / 2) * (_SIZE + 3)
            label = text(0, 0, written, _SIZE, bold=not depth)
            pieces.append(tag("g", label, transform=f"translate({x:g} {height - 6}) rotate(-90)"))
    return pieces


def _group(group: Group, y: int, width: int) -> Markup:
    return tag(
        "g",
        tag("rect", x=0, y=y, width=width, height=_ROW, fill=_SHADE),
        text(6, y + _ROW / 2, group.name, _SIZE, bold=True),
    )


def _line(line: Line, y: int, width: int) -> Markup:
    middle = y + _ROW / 2
    name = wrap(line.name, _SIZE, _NAMES - 22, 1)[0]
    boxes = [_box(box, _NAMES + _BOX * number, middle) for number, box in enumerate(line.boxes)]
    return tag(
        "g",
        tag("title", line.name),
        text(14, middle, name, _SIZE),
        *boxes,
        tag("path", d=f"M0 {y + _ROW}H{width}", stroke=_LINE),
    )


def _box(box: Box, x: int, middle: float) -> Markup:
    if box.outside:
        return text(x + 7, middle, "…", _SIZE, colour=SOFT)
    sign = state_sign(box.state)
    quiet = not box.count and not box.spoken
    drawn = tag(
        "g",
        Markup(shape_svg(sign.shape, sign.colour)),
        transform=f"translate({x + 7} {middle - _SIGN / 2:g}) scale({_SIGN / 24:.3f})",
        opacity="0.35" if quiet else None,
    )
    count = None
    if box.count:
        count = text(
            x + 26,
            middle,
            f"{box.count}{'*' if box.several else ''}",
            _SIZE,
            bold=box.spoken,
            colour=BLUE if box.spoken else INK,
        )
    return join(drawn, count)


def _legend(grid: Grid, words: Words, width: int) -> tuple[Markup, int]:
    boxes = [box for group in grid.groups for line in group.lines for box in line.boxes]
    states = {box.state for box in boxes}
    across = max(width // _KEY_WIDTH, 1)
    shown = [one.code for one in words.concepts("State") if one.code in states]
    pieces: list[Child] = []
    for number, code in enumerate(shown):
        sign = state_sign(code)
        x, y = number % across * _KEY_WIDTH, number // across * _ROW
        scale = f"translate({x} {y - _SIGN / 2:g}) scale({_SIGN / 24:.3f})"
        pieces.append(tag("g", Markup(shape_svg(sign.shape, sign.colour)), transform=scale))
        room = _KEY_WIDTH - 30
        pieces.append(text(x + 22, y, words.state(code), _SIZE, room=room))
    depth = -(-len(shown) // across) * _ROW
    notes = [
        words.say(
            "The number counts findings; where it is bold and blue, "
            "a source itself speaks of strength."
        )
    ]
    if any(box.outside for box in boxes):
        notes.append(f"… = {words.say('something, but not what you filter by')}")
    if any(box.several for box in boxes):
        notes.append(f"* = {words.say('several states, of which the first to be read is shown')}")
    if grid.left_out:
        notes.append(
            words.count(
                "{number} more row is not drawn.",
                "{number} more rows are not drawn.",
                grid.left_out,
            )
        )
    for note in notes:
        for written in wrap(note, _SIZE, width, 3):
            pieces.append(text(0, depth, written, _SIZE, colour=SOFT))
            depth += _ROW
    return join(*pieces), depth
