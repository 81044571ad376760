"""Where everything stands: rings from the client outwards, sized to the labels on them.

A ring grows until its boxes fit without touching each other or those further inside, so labels
cannot overlap, however many there are. What it costs is size, never legibility.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from evidence_explorer.drawing.fitting import ACROSS, DOWN, PADDING, Walk, put, ring_around
from evidence_explorer.drawing.geometry import STEPS, Box
from evidence_explorer.drawing.ring_parts import Band, Item, Ring

_THIN_ACROSS: Final = 10
_BOTTOM_SPREAD: Final = 18
_BULGE: Final = 14
_CORNER: Final = 132
"""Percent by which a rounded ring must exceed a box that it goes around."""


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
    # Fill the middle with a grid of items under the heading.
    items = [item for sector in ring.sectors for item in sector.items]
    columns = 1
    while columns * columns < len(items):
        columns += 1
    rows = [items[n : n + columns] for n in range(0, len(items), columns)]
    row_widths = [sum(i.width for i in row) + ACROSS * (len(row) - 1) for row in rows]
    row_heights = [max(i.height for i in row) for row in rows]
    width = max([ring.heading.width, *row_widths])
    height = ring.heading.height + sum(row_heights) + DOWN * len(rows)
    top = -height // 2
    if ring.heading.height:
        boxes[ring.heading.key] = Box(
            0, top + ring.heading.height // 2, ring.heading.width, ring.heading.height
        )
    top += ring.heading.height + DOWN
    for row, row_width, row_height in zip(rows, row_widths, row_heights, strict=True):
        left = -row_width // 2
        for item in row:
            boxes[item.key] = Box(
                left + item.width // 2, top + row_height // 2, item.width, item.height
            )
            left += item.width + ACROSS
        top += row_height + DOWN
    return Band(
        max(width * _CORNER // 200, 70) + PADDING // 2,
        max(height * _CORNER // 200, 34) + PADDING // 2,
        0,
        0,
    )


def _thin(ring: Ring, inner: Band, boxes: dict[str, Box]) -> Band:
    # Draw an empty ring as a narrow band: heading at the top, its parts at the bottom.
    headings = [sector.heading for sector in ring.sectors if sector.heading is not None]
    path_width = inner.half_width + _THIN_ACROSS // 2
    highest = max([ring.heading.height, *(h.height for h in headings)])
    path_height = inner.half_height + highest // 2
    placed = {ring.heading.key: put(ring.heading, 0, path_width, path_height)}
    for number, heading in enumerate(headings):
        step = STEPS // 2 + (len(headings) - 1 - 2 * number) * _BOTTOM_SPREAD // 2
        placed[heading.key] = put(heading, step, path_width, path_height)
    pairs = [*combinations(placed.values(), 2), *product(placed.values(), boxes.values())]
    if any(box.overlaps(other) for box, other in pairs):
        return _full(ring, inner, boxes)
    boxes.update(placed)
    outer = inner.half_width + _THIN_ACROSS, inner.half_height + highest
    # Headings at the top and bottom of a small ring stick out where it is round.
    if not all(box.is_within(outer[0], outer[1] + _BULGE) for box in placed.values()):
        outer = ring_around(tuple(placed.values()), inner)
    return Band(*outer, inner.half_width, inner.half_height)


def _full(ring: Ring, inner: Band, boxes: dict[str, Box]) -> Band:
    # Find the smallest path on which everything fits, and spread it out evenly there.
    sequence = [ring.heading]
    for sector in ring.sectors:
        sequence += [sector.heading] if sector.heading else []
        sequence += sector.items
    # Also a box of which no more than a corner sticks out is in the way of what stands further out.
    sticking_out = tuple(
        box
        for box in boxes.values()
        if not box.is_within(inner.half_width, inner.half_height, corner=0)
    )
    walk = Walk(tuple(sequence), inner, sticking_out)
    path_width, path_height, steps = walk.smallest()
    least, most = 0, STEPS // len(sequence)
    while least < most:
        middle = (least + most + 1) // 2
        wider = walk.steps(path_width, path_height, middle)
        if wider is None:
            most = middle - 1
        else:
            least, steps = middle, wider
    placed = walk.boxes(steps, path_width, path_height)
    boxes.update({item.key: box for item, box in zip(sequence, placed, strict=True)})
    half_width, half_height = ring_around(placed, inner)
    return Band(
        half_width + PADDING,
        half_height + PADDING,
        inner.half_width,
        inner.half_height,
        _partings(ring, sequence, steps),
    )


def _partings(ring: Ring, sequence: list[Item], steps: list[int]) -> tuple[int, ...]:
    # Find the positions half-way between the last item of a sector and the next heading.
    starts = {sector.heading.key for sector in ring.sectors if sector.heading}
    found = [
        (steps[n - 1] + steps[n]) // 2
        for n, item in enumerate(sequence)
        if n > 1 and item.key in starts
    ]
    # The last sector ends before the top, where the heading of the ring stands.
    return (*found, (steps[-1] + STEPS) // 2) if found else ()
