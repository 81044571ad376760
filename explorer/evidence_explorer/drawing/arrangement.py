"""From a network to a place for every card and heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evidence_explorer.drawing.card import Card, card
from evidence_explorer.drawing.circles import (
    SECTOR_SIZE,
    Circle,
    Heading,
    circles_of_distances,
    circles_of_layers,
    heading_of,
)
from evidence_explorer.drawing.columns import put_in_columns
from evidence_explorer.drawing.geometry import Box, on_ring
from evidence_explorer.drawing.order import by_angle_of_neighbours
from evidence_explorer.drawing.ring_parts import Band, Item, Ring, Sector
from evidence_explorer.drawing.rings import place
from evidence_explorer.drawing.unfolding import put_around
from evidence_explorer.drawing.words import Language, Words
from evidence_graph.queries.answers import Network, NetworkEdge, NetworkNode

_MARGIN: Final = 14
_OUTSIDE_GAP: Final = 28
_ACROSS: Final = 16
_LEAST_HALF: Final = 360


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything stands, and what stands there."""

    bands: tuple[tuple[int, int, int, int, tuple[tuple[int, int, int, int], ...]], ...]
    headings: tuple[tuple[Heading, Box], ...]
    boxes: dict[str, Box]
    cards: dict[str, Card]
    layers: dict[str, str]
    bounds: tuple[int, int, int, int]


def arrange(network: Network, words: Words, centre: str | None) -> Arrangement:
    """Find a place for everything that is drawn, and for the headings.

    Args:
        network: What is drawn, and how it is tied.
        words: The words of the language.
        centre: What stands in the middle, or None.

    Returns:
        The arrangement; the same one for the same arguments. What is unfolded has no influence on
        where the rest stands.
    """
    states = tuple(sorted(words.states.items()))
    return _arrange(network, words.language, states, centre)


@lru_cache(maxsize=64)
def _arrange(
    network: Network,
    language: Language,
    states: tuple[tuple[str, str], ...],
    centre: str | None,
) -> Arrangement:
    words = Words(language, dict(states))
    cards = {n.id: card(n, words) for n in network.nodes}
    nodes = sorted(
        (n for n in network.nodes if n.unfolded_by is None),
        key=lambda n: (n.label.in_(language).casefold(), n.id),
    )
    if network.kind == "path":
        bands, headings, boxes = _columns(nodes, cards)
    else:
        circles = (
            circles_of_layers(network.layers, nodes, words)
            if centre is None and network.kind == "rings"
            else circles_of_distances(nodes, network.kind, words)
        )
        bands, headings, boxes = _rings(circles, nodes, network.edges, cards, words)
    shown = tuple((h, boxes.pop(h.key)) for h in headings if h.key in boxes and any(h.lines))
    parents = [(n.id, n.unfolded_by) for n in network.nodes if n.unfolded_by is not None]
    around = [box for _, box in shown]
    boxes |= put_around(parents, cards, boxes, around, _half(bands, [*boxes.values(), *around]))
    return Arrangement(
        bands=tuple(_band(band) for band in bands),
        headings=shown,
        boxes=boxes,
        cards=cards,
        layers={layer.id: layer.label.in_(language) for layer in network.layers},
        bounds=_bounds(bands, [*around, *boxes.values()]),
    )


Placed = tuple[tuple[Band, ...], list[Heading], dict[str, Box]]


def _columns(nodes: Sequence[NetworkNode], cards: Mapping[str, Card]) -> Placed:
    # What is on no path (there may be none) stands in columns of its own.
    far = max((n.distance for n in nodes if n.distance is not None), default=-1)
    columns: dict[int, list[str]] = {}
    for number, node in enumerate(nodes, start=far + 1):
        columns.setdefault(number if node.distance is None else node.distance, []).append(node.id)
    return (), [], put_in_columns([columns[number] for number in sorted(columns)], cards)


def _rings(
    circles: Sequence[Circle],
    nodes: Sequence[NetworkNode],
    edges: Sequence[NetworkEdge],
    cards: Mapping[str, Card],
    words: Words,
) -> Placed:
    standing = {m for circle in circles for part in circle.parts for m in part.members}
    placed = place(_ordered(circles, edges, cards))
    boxes = dict(placed.boxes)
    headings = [h for c in circles for h in (c.heading, *(p.heading for p in c.parts)) if h]
    outside = [n for n in nodes if n.id not in standing]
    headings += _put_outside(outside, cards, boxes, placed.bands, words)
    return placed.bands, headings, boxes


def _ordered(
    circles: Sequence[Circle], edges: Sequence[NetworkEdge], cards: Mapping[str, Card]
) -> list[Ring]:
    neighbours: dict[str, list[str]] = {}
    for edge in sorted(edges, key=lambda e: (e.start, e.end, e.kind)):
        if edge.start != edge.end:
            neighbours.setdefault(edge.start, []).append(edge.end)
            neighbours.setdefault(edge.end, []).append(edge.start)
    order = by_angle_of_neighbours(
        [[part.members for part in circle.parts] for circle in circles], neighbours
    )
    return [
        Ring(
            circle.heading.item(),
            tuple(
                Sector(
                    part.heading.item() if part.heading else None,
                    tuple(Item(m, cards[m].width, cards[m].height) for m in members),
                )
                for part, members in zip(circle.parts, sectors, strict=True)
            ),
        )
        for circle, sectors in zip(circles, order, strict=True)
    ]


def _put_outside(
    nodes: Sequence[NetworkNode],
    cards: Mapping[str, Card],
    boxes: dict[str, Box],
    bands: tuple[Band, ...],
    words: Words,
) -> list[Heading]:
    # Put what is on no ring in rows beneath, as wide as the rings, under a heading.
    if not nodes:
        return []
    half = max([band.half_width for band in bands] + [_LEAST_HALF])
    top = max([band.half_height for band in bands] + [0]) + (_OUTSIDE_GAP if bands else 0)
    heading = heading_of("outside", words.say("outside"), "", SECTOR_SIZE)
    item = heading.item()
    boxes[heading.key] = Box(0, top + item.height // 2, item.width, item.height)
    top += item.height + _ACROSS
    row: list[str] = []
    for node in nodes:
        if row and _row_width([*row, node.id], cards) > 2 * half:
            top = _put_row(row, cards, boxes, top)
            row = []
        row.append(node.id)
    _put_row(row, cards, boxes, top)
    return [heading]


def _row_width(row: list[str], cards: Mapping[str, Card]) -> int:
    return sum(cards[key].width for key in row) + _ACROSS * (len(row) - 1)


def _put_row(row: list[str], cards: Mapping[str, Card], boxes: dict[str, Box], top: int) -> int:
    left = -_row_width(row, cards) // 2
    height = max(cards[key].height for key in row)
    for key in row:
        width = cards[key].width
        boxes[key] = Box(left + width // 2, top + height // 2, width, cards[key].height)
        left += width + _ACROSS
    return top + height + _ACROSS


def _band(band: Band) -> tuple[int, int, int, int, tuple[tuple[int, int, int, int], ...]]:
    lines = tuple(
        (
            *on_ring(step, band.inner_half_width, band.inner_half_height),
            *on_ring(step, band.half_width, band.half_height),
        )
        for step in band.partings
    )
    return (
        band.half_width,
        band.half_height,
        band.inner_half_width,
        band.inner_half_height,
        lines,
    )


def _half(bands: Sequence[Band], boxes: Sequence[Box]) -> tuple[int, int]:
    # Half the width and the height of what is drawn: the rings, or else the cards.
    if bands:
        return bands[-1].half_width, bands[-1].half_height
    return (
        max((abs(box.x) + box.width // 2 for box in boxes), default=0),
        max((abs(box.y) + box.height // 2 for box in boxes), default=0),
    )


def _bounds(bands: Sequence[Band], boxes: Iterable[Box]) -> tuple[int, int, int, int]:
    every = [*boxes, *(Box(0, 0, 2 * b.half_width, 2 * b.half_height) for b in bands[-1:])]
    if not every:
        return (-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    return (
        min(b.x - (b.width + 1) // 2 for b in every) - _MARGIN,
        min(b.y - (b.height + 1) // 2 for b in every) - _MARGIN,
        max(b.x + (b.width + 1) // 2 for b in every) + _MARGIN,
        max(b.y + (b.height + 1) // 2 for b in every) + _MARGIN,
    )
