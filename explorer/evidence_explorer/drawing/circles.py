"""From layers or distances to circles: what stands on each, under which heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evidence_explorer.drawing.measure import text_width, wrap
from evidence_explorer.drawing.ring_parts import Item
from evidence_explorer.drawing.words import Words
from evidence_graph.queries.answers import Layer, NetworkNode

RING_SIZE: Final = 21
SECTOR_SIZE: Final = 17
NOTE_SIZE: Final = 14
NOTE_GAP: Final = 10
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


def heading_of(key: str, text: str, note: str, size: int) -> Heading:
    """Break a name into the lines of a heading.

    Args:
        key: Its key in the drawing.
        text: The name; empty for no heading.
        note: What is added in small.
        size: The size of its letters.

    Returns:
        The heading.
    """
    if not text:
        return Heading(key, (), note, size)
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


def circles_of_layers(
    layers: tuple[Layer, ...], nodes: list[NetworkNode], words: Words
) -> list[Circle]:
    """Make a circle of each ring number; layers below another one share its ring as sectors.

    Args:
        layers: The layers.
        nodes: The elements, in a first order.
        words: The words of the language.

    Returns:
        The circles, from the client outwards.
    """
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
        heading = heading_of(f"layer {layer.id}", layer.label.in_(words.language), note, size)
        if not alone:
            parts.append(Part(heading, inside))
        elif inside:
            parts.append(Part(None, inside))
    text = " · ".join(layer.label.in_(words.language) for layer in heads)
    note = _nothing_here(layers, words) if empty and number > 0 else ""
    return Circle(heading_of(f"ring {number}", text, note, RING_SIZE), tuple(parts))


def _nothing_here(layers: list[Layer], words: Words) -> str:
    # A layer may have elements of which none is in this picture.
    return words.say("notInView" if any(layer.element_count for layer in layers) else "empty")


def circles_of_distances(nodes: list[NetworkNode], kind: str, words: Words) -> list[Circle]:
    """Make a circle of each distance from the centre, what is of one layer together on it.

    Args:
        nodes: What stands on them, in a first order.
        kind: The kind of the network, which says what a circle is called.
        words: The words of the language.

    Returns:
        The circles, from the centre outwards; the first is empty where nothing is in the centre.
    """
    distances = sorted({0, *(n.distance for n in nodes if n.distance is not None)})
    circles = []
    for distance in distances if nodes else ():
        inside = [n for n in nodes if n.distance == distance]
        inside.sort(key=lambda n: n.layer)
        text = words.circle(kind, distance) if distance else ""
        heading = heading_of(f"ring {distance}", text, "", RING_SIZE)
        circles.append(Circle(heading, (Part(None, tuple(n.id for n in inside)),)))
    return circles
