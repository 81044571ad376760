"""Places for a path: a column for each step, from the start on the left to the goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from evidence_explorer.drawing.card import Card
from evidence_explorer.drawing.geometry import Box

BETWEEN: Final = 190
"""Room between two columns, for the words of a relation."""
_DOWN: Final = 34


def put_in_columns(columns: Sequence[Sequence[str]], cards: Mapping[str, Card]) -> dict[str, Box]:
    """Put cards in columns around the origin, each column in the middle of the height.

    Args:
        columns: The keys of each column, from left to right and from top to bottom.
        cards: The cards.

    Returns:
        The places.
    """
    widths = [max(cards[key].width for key in column) for column in columns]
    left = -(sum(widths) + BETWEEN * (len(widths) - 1)) // 2
    boxes: dict[str, Box] = {}
    for column, width in zip(columns, widths, strict=True):
        heights = [cards[key].height for key in column]
        top = -(sum(heights) + _DOWN * (len(heights) - 1)) // 2
        for key, height in zip(column, heights, strict=True):
            boxes[key] = Box(left + width // 2, top + height // 2, cards[key].width, height)
            top += height + _DOWN
        left += width + BETWEEN
    return boxes
