"""Where everything stands: rings from the client outwards, sized to the labels on them.

A ring grows until its boxes fit without touching each other or those further inside, so labels
cannot overlap, however many there are. What it costs is size, never legibility.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evidence_explorer.drawing.geometry import STEPS, Box, on_ring

_ACROSS: Final = 12
_DOWN: Final = 10
_PADDING: Final = 8
_GROWTH: Final = 6
_ASPECT: Final = 130
"""Percent of its height that a ring is wide, as far as it is free to grow."""
_THIN_ACROSS: Final = 14
_BOTTOM_SPREAD: Final = 34
_CORNER: Final = 132
"""Percent by which a rounded ring must exceed a box that it goes around."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to put on a ring; its key is unique in the drawing."""

    key: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of a ring with its heading, if it has one, and the items in the order to keep."""

    heading: Item | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring with its heading and its sectors, clockwise from the top."""

    heading: Item
    sectors: tuple[Sector, ...]

    def is_empty(self) -> bool:
        """Tell whether no item stands on the ring.

        Returns:
            Whether it is empty, headings aside.
        """
        return not any(sector.items for sector in self.sectors)


@dataclass(frozen=True, slots=True)
class Band:
    """The outer edge of a ring, and the positions where its sectors part."""

    half_width: int
    half_height: int
    inner_half_width: int
    inner_half_height: int
    partings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """A band for each ring, from the inside outwards, and a box for each key."""

    bands: tuple[Band, ...]
    boxes: dict[str, Box]


def place(rings: Sequence[Ring]) -> Placement:
    """Put every item and every heading on its ring.

    Args:
        rings: The rings from the inside outwards; the first one is the disc in the middle.

    Returns:
        The placement around the origin; y points down.
    """
    boxes: dict[str, Box] = {}
    bands: list[Band] = []
    for ring in rings:
        if not bands:
            bands.append(_disc(ring, boxes))
        elif ring.is_empty():
            bands.append(_thin(ring, bands[-1], boxes))
        else:
            bands.append(_full(ring, bands[-1], boxes))
    return Placement(tuple(bands), boxes)


def _disc(ring: Ring, boxes: dict[str, Box]) -> Band:
    """Fill the middle with a grid of items under the heading."""
    items = [item for sector in ring.sectors for item in sector.items]
    columns = 1
    while columns * columns < len(items):
        columns += 1
    rows = [items[n : n + columns] for n in range(0, len(items), columns)]
    row_widths = [sum(i.width for i in row) + _ACROSS * (len(row) - 1) for row in rows]
    row_heights = [max(i.height for i in row) for row in rows]
    width = max([ring.heading.width, *row_widths])
    height = ring.heading.height + sum(row_heights) + _DOWN * len(rows)
    top = -height // 2
    if ring.heading.height:
        boxes[ring.heading.key] = Box(
            0, top + ring.heading.height // 2, ring.heading.width, ring.heading.height
        )
    top += ring.heading.height + _DOWN
    for row, row_width, row_height in zip(rows, row_widths, row_heights, strict=True):
        left = -row_width // 2
        for item in row:
            boxes[item.key] = Box(
                left + item.width // 2, top + row_height // 2, item.width, item.height
            )
            left += item.width + _ACROSS
        top += row_height + _DOWN
    return Band(
        max(width * _CORNER // 200, 70) + _PADDING // 2,
        max(height * _CORNER // 200, 34) + _PADDING // 2,
        0,
        0,
    )


def _thin(ring: Ring, inner: Band, boxes: dict[str, Box]) -> Band:
    """Draw an empty ring as a narrow band: heading at the top, its parts at the bottom."""
    headings = [sector.heading for sector in ring.sectors if sector.heading is not None]
    path_width = inner.half_width + _THIN_ACROSS // 2
    highest = max([ring.heading.height, *(h.height for h in headings)])
    path_height = inner.half_height + highest // 2
    boxes[ring.heading.key] = _at(ring.heading, 0, path_width, path_height)
    for number, heading in enumerate(headings):
        step = STEPS // 2 + (len(headings) - 1 - 2 * number) * _BOTTOM_SPREAD // 2
        boxes[heading.key] = _at(heading, step, path_width, path_height)
    return Band(
        inner.half_width + _THIN_ACROSS,
        inner.half_height + highest,
        inner.half_width,
        inner.half_height,
    )


def _full(ring: Ring, inner: Band, boxes: dict[str, Box]) -> Band:
    """Grow a ring until everything on it fits, then spread it out evenly."""
    sequence = [ring.heading]
    for sector in ring.sectors:
        sequence += [sector.heading] if sector.heading else []
        sequence += sector.items
    items = [item for sector in ring.sectors for item in sector.items]
    widest = max(item.width for item in items)
    highest = max(item.height for item in items)
    path_width = inner.half_width + widest // 2 + _PADDING
    path_height = inner.half_height + highest // 2 + _PADDING
    walk = _Walk(tuple(sequence), tuple(boxes.values()))
    path_width, path_height, steps = walk.smallest(path_width, path_height)
    least, most = 0, STEPS // len(sequence)
    while least < most:
        middle = (least + most + 1) // 2
        wider = walk.steps(path_width, path_height, middle)
        if wider is None:
            most = middle - 1
        else:
            least, steps = middle, wider
    for item, step in zip(sequence, steps, strict=True):
        boxes[item.key] = _at(item, step, path_width, path_height)
    return Band(
        path_width + widest // 2 + _PADDING,
        path_height + highest // 2 + _PADDING,
        inner.half_width,
        inner.half_height,
        _partings(ring, sequence, steps),
    )


def _partings(ring: Ring, sequence: list[Item], steps: list[int]) -> tuple[int, ...]:
    """Find the positions half-way between the last item of a sector and the next heading."""
    starts = {sector.heading.key for sector in ring.sectors if sector.heading}
    found = [
        (steps[n - 1] + steps[n]) // 2
        for n, item in enumerate(sequence)
        if n > 1 and item.key in starts
    ]
    return tuple(found)


def _at(item: Item, step: int, half_width: int, half_height: int) -> Box:
    x, y = on_ring(step, half_width, half_height)
    return Box(x, y, item.width, item.height)


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk around a ring that puts down one item after another as soon as there is room."""

    sequence: tuple[Item, ...]
    obstacles: tuple[Box, ...]

    def smallest(self, half_width: int, half_height: int) -> tuple[int, int, list[int]]:
        """Grow the path until everything fits, towards the proportions of a page.

        Args:
            half_width: Half the width that the path has at least.
            half_height: Half the height that it has at least.

        Returns:
            Half the width, half the height, and the position of each item.
        """
        while (steps := self.steps(half_width, half_height, 0)) is None:
            if half_width * 100 < half_height * _ASPECT:
                half_width += _GROWTH
            else:
                half_height += _GROWTH
        return half_width, half_height, steps

    def steps(self, half_width: int, half_height: int, gap: int) -> list[int] | None:
        """Walk once around.

        Args:
            half_width: Half the width of the path.
            half_height: Half its height.
            gap: Steps to go on after an item before the next may stand.

        Returns:
            The position of each item, or None where they do not fit.
        """
        placed: list[Box] = []
        steps: list[int] = []
        step = 0
        for item in self.sequence:
            box = _at(item, step, half_width, half_height)
            while self._is_taken(box, placed):
                step += 1
                if step >= STEPS:
                    return None
                box = _at(item, step, half_width, half_height)
            placed.append(box)
            steps.append(step)
            step += max(gap, 1)
        last_free = steps[-1] + gap <= STEPS
        return steps if last_free else None

    def _is_taken(self, box: Box, placed: list[Box]) -> bool:
        return any(box.overlaps(other, _ACROSS, _DOWN) for other in placed) or any(
            box.overlaps(other, _ACROSS // 2, _DOWN // 2) for other in self.obstacles
        )
