"""Room for what is unfolded: as near as possible to what unfolded it, and nothing else moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from evidence_explorer.drawing.card import Card
from evidence_explorer.drawing.fitting import ACROSS, DOWN
from evidence_explorer.drawing.geometry import STEPS, Box, on_ring

_STRIDE: Final = 4
_WAYS_OUT: Final = 14
_FURTHER: Final = 34
_GAP: Final = 16


def put_around(
    unfolded: Sequence[tuple[str, str]],
    cards: dict[str, Card],
    boxes: dict[str, Box],
    taken: Iterable[Box],
    half: tuple[int, int],
) -> dict[str, Box]:
    """Find a place outside the drawing for each thing that is unfolded.

    Args:
        unfolded: The keys of what is unfolded and of what unfolded it, in the order of unfolding.
        cards: The cards.
        boxes: What stands already, by key.
        taken: What else stands already.
        half: Half the width and half the height of the drawing.

    Returns:
        The places of what is unfolded. What comes later never moves what came earlier.
    """
    standing = dict(boxes)
    others = list(taken)
    for key, parent in unfolded:
        card, from_ = cards[key], standing[parent]
        near = sorted(
            _candidates(card, half),
            key=lambda box: ((box.x - from_.x) ** 2 + (box.y - from_.y) ** 2, box.x, box.y),
        )
        placed = [*others, *standing.values()]
        standing[key] = next(
            box for box in near if not any(box.overlaps(one, ACROSS, DOWN) for one in placed)
        )
    return {key: standing[key] for key, _ in unfolded}


def _candidates(card: Card, half: tuple[int, int]) -> Iterable[Box]:
    # Wider and wider rings around the drawing: the widest has more room than sixty cards need.
    for way in range(_WAYS_OUT):
        further = _GAP + way * _FURTHER
        half_width = half[0] + card.width // 2 + further
        half_height = half[1] + card.height // 2 + further
        for step in range(0, STEPS, _STRIDE):
            x, y = on_ring(step, half_width, half_height)
            yield Box(x, y, card.width, card.height)
