"""In which order items stand on their rings: near the things that they are tied to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from evidence_explorer.drawing.geometry import STEPS, on_ring, step_towards

_SWEEPS: Final = 6
_RADIUS: Final = 1000

Rings = Sequence[Sequence[Sequence[str]]]
"""Per ring, per sector, the ids in their order."""


def by_angle_of_neighbours(
    rings: Rings, neighbours: Mapping[str, Sequence[str]]
) -> list[list[list[str]]]:
    """Order the items of each sector by the angle at which their neighbours lie.

    Sectors keep their order, items stay in their sector. Sweeps go outwards and inwards in turn;
    the order with the shortest lines of all sweeps is kept.

    Args:
        rings: Rings, sectors and items in a first order; ties keep it.
        neighbours: The ids that each id is tied to, the ids that stand nowhere left aside.

    Returns:
        The rings in their new order.
    """
    current = [[list(sector) for sector in ring] for ring in rings]
    best, best_length = current, _length(current, neighbours)
    for sweep in range(_SWEEPS):
        current = [[list(sector) for sector in ring] for ring in current]
        numbers = range(len(current)) if sweep % 2 == 0 else range(len(current) - 1, -1, -1)
        for number in numbers:
            angles = _angles(current)
            for sector in current[number]:
                _sort(sector, angles, neighbours, number)
        length = _length(current, neighbours)
        if length < best_length:
            best, best_length = current, length
    return best


def _angles(rings: Rings) -> dict[str, tuple[int, int]]:
    # Give each item its ring and a position on it, evenly spread, the top left to the heading.
    found: dict[str, tuple[int, int]] = {}
    for number, ring in enumerate(rings):
        items = [item for sector in ring for item in sector]
        for place, item in enumerate(items, start=1):
            found[item] = (number, place * STEPS // (len(items) + 1))
    return found


def _point(place: tuple[int, int]) -> tuple[int, int]:
    ring, step = place
    return on_ring(step, _RADIUS * ring, _RADIUS * ring)


def _sort(
    sector: list[str],
    angles: Mapping[str, tuple[int, int]],
    neighbours: Mapping[str, Sequence[str]],
    ring: int,
) -> None:
    """Sort one sector; the angles are taken around its middle, so that the top does not tear it."""
    if not sector:
        return
    middle = (angles[sector[0]][1] + angles[sector[-1]][1]) // 2

    def turn(item: str) -> int:
        points = [_point(angles[other]) for other in neighbours.get(item, ()) if other in angles]
        own = _point((max(ring, 1), angles[item][1]))
        points.append((own[0] // _RADIUS, own[1] // _RADIUS))
        wanted = step_towards(sum(x for x, _ in points), sum(y for _, y in points))
        return (wanted - middle + STEPS // 2) % STEPS

    wanted = {item: turn(item) for item in sector}
    sector.sort(key=wanted.__getitem__)


def _length(rings: Rings, neighbours: Mapping[str, Sequence[str]]) -> int:
    angles = _angles(rings)
    total = 0
    for item, others in neighbours.items():
        for other in others:
            if item in angles and other in angles:
                (x, y), (to_x, to_y) = _point(angles[item]), _point(angles[other])
                total += abs(x - to_x) + abs(y - to_y)
    return total
