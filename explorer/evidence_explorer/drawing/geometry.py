"""Boxes and rounded rings in whole numbers, so that every machine gets the same picture.

The one table of sines is rounded to whole numbers when it is made; from there on all arithmetic is
on integers, so no last bit of a float can move a node.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import Final

STEPS: Final = 480
"""Positions on a ring, clockwise from the top."""

ROUNDNESS: Final = 2.5
"""Exponent of the superellipse: 2 is an ellipse; a little more leaves room at the corners."""

_UNIT: Final = 10_000
_ROUND_CORNER: Final = 6


def _unit(step: int, *, upright: bool) -> int:
    angle = 2 * pi * step / STEPS
    value = -cos(angle) if upright else sin(angle)
    size = round(_UNIT * abs(value) ** (2 / ROUNDNESS)) if abs(value) > 1e-9 else 0
    return size if value > 0 else -size


_ACROSS: Final = tuple(_unit(step, upright=False) for step in range(STEPS))
_DOWN: Final = tuple(_unit(step, upright=True) for step in range(STEPS))

_QUARTER: Final = STEPS // 4
_QUARTER_ACROSS: Final = _ACROSS[: _QUARTER + 1]


def on_ring(step: int, half_width: int, half_height: int) -> tuple[int, int]:
    """Find a point on a rounded ring around the origin.

    Args:
        step: The position, clockwise from the top; any integer.
        half_width: Half the width of the ring.
        half_height: Half its height.

    Returns:
        The point, y pointing down.
    """
    place = step % STEPS
    return (
        (half_width * _ACROSS[place] + _UNIT // 2) // _UNIT,
        (half_height * _DOWN[place] + _UNIT // 2) // _UNIT,
    )


def is_inside(x: int, y: int, half_width: int, half_height: int) -> bool:
    """Tell whether a point lies inside a rounded ring around the origin.

    Args:
        x: How far the point lies to the left or right.
        y: How far up or down.
        half_width: Half the width of the ring.
        half_height: Half its height.

    Returns:
        Whether it does; on the edge is outside.
    """
    x, y = abs(x), abs(y)
    if x >= half_width or y >= half_height:
        return False
    step = bisect_left(_QUARTER_ACROSS, -(-x * _UNIT // half_width))
    return y * _UNIT < -half_height * _DOWN[step]


def step_towards(x: int, y: int) -> int:
    """Find the position on a ring that lies in a direction.

    Args:
        x: How far to the right.
        y: How far down.

    Returns:
        The position, from 0 to :data:`STEPS` - 1.
    """
    return round(atan2(x, -y) * STEPS / (2 * pi)) % STEPS


@dataclass(frozen=True, slots=True)
class Box:
    """A box around a point."""

    x: int
    y: int
    width: int
    height: int

    def is_within(self, half_width: int, half_height: int, corner: int = _ROUND_CORNER) -> bool:
        """Tell whether a rounded ring around the origin holds the whole box.

        Args:
            half_width: Half the width of the ring.
            half_height: Half its height.
            corner: How much of a corner may stick out; corners are drawn round.

        Returns:
            Whether it does.
        """
        far_x = abs(self.x) + (self.width + 1) // 2 - corner
        far_y = abs(self.y) + (self.height + 1) // 2 - corner
        return is_inside(far_x, far_y, half_width, half_height)

    def is_beyond(self, half_width: int, half_height: int) -> bool:
        """Tell whether no part of the box lies inside a rounded ring around the origin.

        Args:
            half_width: Half the width of the ring.
            half_height: Half its height.

        Returns:
            Whether that is so.
        """
        near_x = max(abs(self.x) - self.width // 2, 0)
        near_y = max(abs(self.y) - self.height // 2, 0)
        return not is_inside(near_x, near_y, half_width, half_height)

    def overlaps(self, other: Box, across: int = 0, down: int = 0) -> bool:
        """Tell whether two boxes come closer than a margin.

        Args:
            other: The other box.
            across: The margin between them from left to right.
            down: The margin from top to bottom.

        Returns:
            Whether they do.
        """
        return (
            2 * abs(self.x - other.x) < self.width + other.width + 2 * across
            and 2 * abs(self.y - other.y) < self.height + other.height + 2 * down
        )
