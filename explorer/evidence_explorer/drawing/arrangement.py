"""From layers or distances to rings, and from rings to places for cards and headings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evidence_explorer.drawing.card import Card, card
from evidence_explorer.drawing.geometry import Box, on_ring
from evidence_explorer.drawing.measure import text_width, wrap
from evidence_explorer.drawing.order import by_angle_of_neighbours
from evidence_explorer.drawing.ring_parts import Band, Item, Ring, Sector
from evidence_explorer.drawing.rings import Placement, place
from evidence_explorer.drawing.words import Language, Words
from evidence_graph.queries.answers import Layer, Network, NetworkNode

RING_SIZE: Final = 21
SECTOR_SIZE: Final = 17
NOTE_SIZE: Final = 14
NOTE_GAP: Final = 10
_MARGIN: Final = 14
_OUTSIDE_GAP: Final = 28
_ACROSS: Final = 16
_RING_ROOM: Final = 300
_SECTOR_ROOM: Final = 140
_MOST_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a ring or a sector."""

    key: str
    lines: tuple[str, ...]
    note: str
    size: int

    @property
    def line_height(self) -> int:
        """The height of one line."""
        return self.size + 4

    def item(self) -> Item:
        """Measure the heading; its note stands beneath a sector's and beside a ring's.

        Returns:
            It as something to put on a ring.
        """
        if not self.lines:
            return Item(self.key, 0, 0)
        width = max(text_width(line, self.size, bold=True) for line in self.lines)
        note = text_width(self.note, NOTE_SIZE)
        height = self.line_height * len(self.lines)
        if self.note and self.size == RING_SIZE:
            width += note + NOTE_GAP
        elif self.note:
            width, height = max(width, note), height + NOTE_SIZE + 3
        return Item(self.key, width + 16, height + 4)


def _heading(key: str, text: str, note: str, size: int) -> Heading:
    room = _RING_ROOM if size != SECTOR_SIZE else _SECTOR_ROOM
    return Heading(key, tuple(wrap(text, size, room, _MOST_LINES, bold=True)), note, size)


@dataclass(frozen=True, slots=True)
class Part:
    """A sector before it has an order."""

    heading: Heading | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """A ring before its sectors have an order."""

    heading: Heading
    parts: tuple[Part, ...]


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
    """Find a place for every element and heading.

    Args:
        network: The elements and their relations.
        words: The words of the language.
        centre: The element in the middle, or None for rings of layers.

    Returns:
        The arrangement; the same one for the same arguments.
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
    nodes = sorted(network.nodes, key=lambda n: (n.label.in_(language).casefold(), n.id))
    circles = (
        _circles_of_layers(network.layers, nodes, words)
        if centre is None
        else _circles_of_distances(nodes, words)
    )
    standing = {m for circle in circles for part in circle.parts for m in part.members}
    placed = place(_ordered(circles, network, cards))
    boxes = dict(placed.boxes)
    headings = [h for c in circles for h in (c.heading, *(p.heading for p in c.parts)) if h]
    outside = [n for n in nodes if n.id not in standing]
    headings += _put_outside(outside, cards, boxes, placed.bands, words)
    shown = tuple((h, boxes.pop(h.key)) for h in headings if h.key in boxes and any(h.lines))
    return Arrangement(
        bands=tuple(_band(band) for band in placed.bands),
        headings=shown,
        boxes={n.id: boxes[n.id] for n in nodes},
        cards=cards,
        layers={layer.id: layer.label.in_(language) for layer in network.layers},
        bounds=_bounds(placed, (box for _, box in shown), boxes.values()),
    )


def _circles_of_layers(
    layers: tuple[Layer, ...], nodes: list[NetworkNode], words: Words
) -> list[Circle]:
    # Make a circle of each ring number; layers below another one share its ring as sectors.
    by_id = {layer.id: layer for layer in layers}
    rings: dict[int, list[Layer]] = {}
    for layer in sorted(layers, key=lambda layer: (layer.order, layer.id)):
        ring = _ring_of(layer, by_id)
        if ring is not None:
            rings.setdefault(ring, []).append(layer)
    members: dict[str, list[str]] = {}
    for node in nodes:
        members.setdefault(node.layer, []).append(node.id)
    return [_circle(n, rings[n], members, words) for n in sorted(rings)]


def _ring_of(layer: Layer, by_id: dict[str, Layer]) -> int | None:
    seen: set[str] = set()
    at: Layer | None = layer
    while at is not None and at.id not in seen:
        if at.ring is not None:
            return at.ring
        seen.add(at.id)
        at = by_id.get(at.broader or "")
    return None


def _circle(
    number: int, layers: list[Layer], members: dict[str, list[str]], words: Words
) -> Circle:
    here = {layer.id for layer in layers}
    heads = [layer for layer in layers if layer.broader not in here]
    empty = not any(members.get(layer.id) for layer in layers)
    parts = []
    for layer in layers:
        inside = tuple(members.get(layer.id, ()))
        alone = len(heads) == 1 and layer in heads
        note = "" if inside or empty else _nothing_here([layer], words)
        size = NOTE_SIZE if empty else SECTOR_SIZE
        heading = _heading(f"layer {layer.id}", layer.label.in_(words.language), note, size)
        if not alone:
            parts.append(Part(heading, inside))
        elif inside:
            parts.append(Part(None, inside))
    text = " · ".join(layer.label.in_(words.language) for layer in heads)
    note = _nothing_here(layers, words) if empty and number > 0 else ""
    return Circle(_heading(f"ring {number}", text, note, RING_SIZE), tuple(parts))


def _nothing_here(layers: list[Layer], words: Words) -> str:
    # A layer may have elements of which none is in this picture.
    return words.say("notInView" if any(layer.element_count for layer in layers) else "empty")


def _circles_of_distances(nodes: list[NetworkNode], words: Words) -> list[Circle]:
    # Make a circle of each distance from the centre, the layers together on it.
    distances = sorted({n.distance for n in nodes if n.distance is not None})
    circles = []
    for distance in distances:
        inside = [n for n in nodes if n.distance == distance]
        inside.sort(key=lambda n: n.layer)
        text = words.count("step", distance) if distance else ""
        heading = Heading(f"ring {distance}", (text,) if text else (), "", RING_SIZE)
        circles.append(Circle(heading, (Part(None, tuple(n.id for n in inside)),)))
    return circles


def _ordered(circles: list[Circle], network: Network, cards: dict[str, Card]) -> list[Ring]:
    neighbours: dict[str, list[str]] = {}
    for edge in sorted(network.edges, key=lambda e: (e.start, e.end, e.kind)):
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
    nodes: list[NetworkNode],
    cards: dict[str, Card],
    boxes: dict[str, Box],
    bands: tuple[Band, ...],
    words: Words,
) -> list[Heading]:
    # Put what is on no ring in rows beneath, as wide as the rings, under a heading.
    if not nodes:
        return []
    half = max([band.half_width for band in bands] + [360])
    top = max([band.half_height for band in bands] + [0]) + (_OUTSIDE_GAP if bands else 0)
    heading = _heading("outside", words.say("outside"), "", SECTOR_SIZE)
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


def _row_width(row: list[str], cards: dict[str, Card]) -> int:
    return sum(cards[key].width for key in row) + _ACROSS * (len(row) - 1)


def _put_row(row: list[str], cards: dict[str, Card], boxes: dict[str, Box], top: int) -> int:
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


def _bounds(
    placed: Placement, headings: Iterable[Box], cards: Iterable[Box]
) -> tuple[int, int, int, int]:
    boxes = [*headings, *cards]
    boxes += [Box(0, 0, 2 * b.half_width, 2 * b.half_height) for b in placed.bands[-1:]]
    if not boxes:
        return (-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    return (
        min(b.x - (b.width + 1) // 2 for b in boxes) - _MARGIN,
        min(b.y - (b.height + 1) // 2 for b in boxes) - _MARGIN,
        max(b.x + (b.width + 1) // 2 for b in boxes) + _MARGIN,
        max(b.y + (b.height + 1) // 2 for b in boxes) + _MARGIN,
    )
