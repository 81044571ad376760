"""Finding the smallest ring on which a sequence of boxes fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evidence_explorer.drawing.geometry import STEPS, Box, on_ring
from evidence_explorer.drawing.ring_parts import Band, Item

ACROSS: Final = 12
DOWN: Final = 10
PADDING: Final = 8
_GROWTH: Final = 6
_WIDTH_STEP: Final = 28
_WIDTHS_TO_TRY: Final = 18
_HEIGHTS_TO_TRY: Final = 40
_ASPECT: Final = 160
"""What height costs against width, in percent: a screen is wider than high, a beamer's too."""


def put(item: Item, step: int, half_width: int, half_height: int) -> Box:
    """Put an item at a position on a path.

    Args:
        item: The item.
        step: The position.
        half_width: Half the width of the path.
        half_height: Half its height.

    Returns:
        The box that it takes.
    """
    x, y = on_ring(step, half_width, half_height)
    return Box(x, y, item.width, item.height)


def ring_around(boxes: Sequence[Box], inner: Band) -> tuple[int, int]:
    """Find the cheapest ring, around the one inside it, that holds all boxes.

    Args:
        boxes: The boxes.
        inner: The ring inside it.

    Returns:
        Half its width and half its height.
    """
    best: tuple[int, int] | None = None
    half_height = max(
        inner.half_height + PADDING, *(abs(b.y) + b.height // 2 + PADDING for b in boxes)
    )
    least_width = max(
        inner.half_width + PADDING, *(abs(b.x) + b.width // 2 + PADDING for b in boxes)
    )
    for _ in range(_HEIGHTS_TO_TRY):
        if best and _cost(least_width, half_height) >= _cost(*best):
            break
        half_width = _narrowest(boxes, least_width, half_height)
        if best is None or _cost(half_width, half_height) < _cost(*best):
            best = half_width, half_height
        half_height += _GROWTH
    return best or (least_width, half_height)


def _narrowest(boxes: Sequence[Box], least: int, half_height: int) -> int:
    # Find the narrowest ring of a height that holds all boxes.
    most = 4 * least
    while least < most:
        middle = (least + most) // 2
        if all(box.is_within(middle, half_height) for box in boxes):
            most = middle
        else:
            least = middle + 1
    return least


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk around a ring that puts down one item after another as soon as there is room."""

    sequence: tuple[Item, ...]
    inner: Band
    obstacles: tuple[Box, ...] = ()

    def smallest(self) -> tuple[int, int, list[int]]:
        """Find the path that makes the smallest ring: broad and low, or narrow and high.

        Returns:
            Half the width, half the height, and the position of each item.
        """
        # No lower than its heading needs: what is higher finds its room at the sides.
        least_height = self.inner.half_height + self.sequence[0].height // 2 + PADDING
        best: tuple[int, int, list[int]] | None = None
        best_cost = 0
        half_width = self.inner.half_width + PADDING
        for _ in range(_WIDTHS_TO_TRY):
            found = self._lowest(half_width, least_height, best_cost)
            if found is not None:
                half_height, steps, cost = found
                if best is None or cost < best_cost:
                    best, best_cost = (half_width, half_height, steps), cost
            half_width += _WIDTH_STEP
        return best or self._any(half_width, least_height)

    def _lowest(
        self, half_width: int, half_height: int, limit: int
    ) -> tuple[int, list[int], int] | None:
        # Find the lowest path of a given width on which everything fits, by halving.
        if limit and _cost(half_width, half_height) >= limit:
            return None
        least, most = 0, _HEIGHTS_TO_TRY
        found: list[int] | None = None
        while least < most:
            middle = (least + most) // 2
            steps = self.steps(half_width, half_height + middle * _GROWTH, 0)
            if steps is None:
                least = middle + 1
            else:
                most, found = middle, steps
        if found is None:
            return None
        half_height += most * _GROWTH
        outer = ring_around(self.boxes(found, half_width, half_height), self.inner)
        return half_height, found, _cost(*outer)

    def _any(self, half_width: int, half_height: int) -> tuple[int, int, list[int]]:
        # Grow a path without end, where none of the ones tried was large enough.
        while (steps := self.steps(half_width, half_height, 0)) is None:
            half_width += 2 * _WIDTH_STEP
            half_height += 2 * _WIDTH_STEP
        return half_width, half_height, steps

    def boxes(self, steps: Sequence[int], half_width: int, half_height: int) -> list[Box]:
        """Put each item at its position.

        Args:
            steps: The positions.
            half_width: Half the width of the path.
            half_height: Half its height.

        Returns:
            The boxes.
        """
        pairs = zip(self.sequence, steps, strict=True)
        return [put(item, step, half_width, half_height) for item, step in pairs]

    def steps(self, half_width: int, half_height: int, gap: int) -> list[int] | None:
        """Walk once around.

        Args:
            half_width: Half the width of the path.
            half_height: Half its height.
            gap: Steps to go on after an item before the next may stand.

        Returns:
            The position of each item, or None where they do not fit.
        """
        placed = list(self.obstacles)
        steps: list[int] = []
        step = 0
        for item in self.sequence:
            width, height = item.width + 2 * ACROSS, item.height + 2 * DOWN
            in_the_way: Box | None = None
            while True:
                x, y = on_ring(step, half_width, half_height)
                # What was in the way a step ago mostly still is: most steps end with this one look.
                if in_the_way is None or not _touch(in_the_way, x, y, width, height):
                    in_the_way = _first_touched(placed, x, y, width, height)
                    if in_the_way is None:
                        box = Box(x, y, item.width, item.height)
                        if box.is_beyond(self.inner.half_width, self.inner.half_height):
                            break
                step += 1
                if step >= STEPS:
                    return None
            placed.append(box)
            steps.append(step)
            step += max(gap, 1)
        return steps if steps[-1] + gap <= STEPS else None


def _first_touched(placed: Sequence[Box], x: int, y: int, width: int, height: int) -> Box | None:
    # A plain loop from the newest on: this runs some ten thousand times for a drawing.
    for other in reversed(placed):
        if _touch(other, x, y, width, height):
            return other
    return None


def _touch(other: Box, x: int, y: int, width: int, height: int) -> bool:
    # As Box.overlaps, without a box for each position tried; width and height hold the margin.
    return (
        2 * abs(x - other.x) < width + other.width and 2 * abs(y - other.y) < height + other.height
    )


def _cost(half_width: int, half_height: int) -> int:
    # Weigh a ring by its sides: what counts is how far the picture must shrink.
    return 100 * half_width + _ASPECT * half_height
