"""Place the classes and links of the schema on a sheet: boxes in columns, lines between them.

A box is a class, a row in it is a link. Every row ends in a line; the lines that lead to one class
have one colour and join, and end in one arrow. Lines run between the columns and above them, never
through a box. One unit is a quarter of a millimetre on A3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidence_ontology.errors import OntologyError
from evidence_ontology.ontology import EE, Words, graph_of, ontology
from evidence_ontology.schema import NodeType, Property, Schema

WIDTH, HEIGHT = 1680, 1188
COLUMNS = (
    ("thesaurus",),
    ("records",),
    ("sources",),
    ("context",),
    ("judgement", "derived", "upkeep"),
)
"""The groups in each column; a class says its group with ``ee:drawnAt``."""
GROUPS: Mapping[str, Words] = {
    "thesaurus": Words("Begrippen", "Concepts"),
    "records": Words("Wat een studie zegt", "What a study says"),
    "sources": Words("Bronnen en plaatsen", "Sources and places"),
    "context": Words("Wat eromheen staat", "What stands around it"),
    "judgement": Words("Wat wij concluderen", "What we conclude"),
    "derived": Words("Wat wordt berekend", "What is computed"),
    "upkeep": Words("Beheer", "Upkeep"),
}
COLOURS = (
    "#0077b6",
    "#b3261e",
    "#2e7d32",
    "#6a3fb5",
    "#8a6100",
    "#00797d",
    "#c2185b",
    "#4a4a4a",
    "#2f55d4",
    "#8d4b3c",
    "#5f6f00",
    "#b84e00",
    "#a0329c",
)
MARGIN, TITLE, RAIL, PAD = 24, 46, 9, 10
BOX, ROW = 232, 15
HEAD, GAP, FRAME = 48, 12, 35
"""Sums of these are whole rows, so that boxes stand on a grid of rows and SHIFT does its work."""
SHIFT, ENTRY = 7, 28
"""Every other column is lower by this, so that lines from two sides never lie on each other."""


@dataclass(frozen=True, slots=True)
class Row:
    """A link in a box, at the height of its middle."""

    prop: Property
    y: int


@dataclass(frozen=True, slots=True)
class Box:
    """A class as it is drawn."""

    label: str
    names: Words
    column: int
    x: int
    y: int
    height: int
    rows: tuple[Row, ...]

    @property
    def entry(self) -> int:
        """The height at which arrows come in."""
        return self.y + ENTRY


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the boxes of a group."""

    title: Words
    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Tap:
    """Where a line meets a box: at the row of a link, or where the arrow comes in."""

    gutter: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Net:
    """All lines that lead to one class.

    Attributes:
        target: The class.
        colour: Of its lines.
        entries: Where arrows come in: at the first, and at the other side if lines are near it.
        taps: Where the lines start.
    """

    target: str
    colour: str
    entries: tuple[Tap, ...]
    taps: tuple[Tap, ...]

    @property
    def gutters(self) -> tuple[int, ...]:
        """The spaces between columns that it runs through."""
        return tuple(sorted({tap.gutter for tap in (*self.entries, *self.taps)}))

    @property
    def railed(self) -> tuple[int, ...]:
        """The spaces that it joins by a line above the columns."""
        beside = {entry.gutter for entry in self.entries}
        far = {tap.gutter for tap in self.taps} - beside
        return tuple(sorted({self.entries[0].gutter, *far})) if far else ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, placed."""

    boxes: tuple[Box, ...]
    frames: tuple[Frame, ...]
    nets: tuple[Net, ...]

    def track(self, net: Net, gutter: int) -> int:
        """Give each net a place of its own across a gutter.

        Args:
            net: The net.
            gutter: A space that it runs through.

        Returns:
            How far from the left its line runs there.
        """
        here = [other.target for other in self.nets if gutter in other.gutters]
        start = _x(gutter) + BOX + PAD
        room = _x(gutter + 1) - PAD - start
        return start + room * (here.index(net.target) + 1) // (len(here) + 1)


def drawing(schema: Schema) -> Drawing:
    """Place every class and every link.

    Args:
        schema: The schema.

    Returns:
        The drawing.

    Raises:
        OntologyError: A class has no place in the Turtle.
    """
    groups = _groups(schema)
    # Where lines go sideways does not depend on how high the boxes stand: place them twice.
    boxes, _ = _placed(groups, 0)
    rails = sum(1 for net in _nets(boxes) if net.railed)
    boxes, frames = _placed(groups, MARGIN + TITLE + rails * RAIL + PAD)
    return Drawing(tuple(boxes), tuple(frames), tuple(_nets(boxes)))


def _placed(groups: Mapping[str, Sequence[NodeType]], start: int) -> tuple[list[Box], list[Frame]]:
    boxes: list[Box] = []
    frames: list[Frame] = []
    for column, names in enumerate(COLUMNS):
        top = start
        for name in names:
            placed = list(_stack(groups[name], column, top + FRAME + SHIFT * (column % 2)))
            bottom = placed[-1].y + placed[-1].height + PAD
            frames.append(Frame(GROUPS[name], _x(column) - PAD, top, bottom - top))
            boxes += placed
            top = bottom + GAP
    return boxes, frames


def _groups(schema: Schema) -> dict[str, list[NodeType]]:
    graph = graph_of("model.ttl")
    places: dict[str, list[tuple[int, NodeType]]] = {}
    for label, node_type in schema.node_types.items():
        group, _, place = str(graph.value(EE[label], EE.drawnAt)).partition("/")
        if group not in GROUPS or not place.isdigit():
            msg = f"ee:drawnAt of {label} is not a group and a place, such as records/1"
            raise OntologyError(msg)
        places.setdefault(group, []).append((int(place), node_type))
    return {g: [t for _, t in sorted(found, key=lambda p: p[0])] for g, found in places.items()}


def links_of(node_type: NodeType) -> list[Property]:
    """List what has a row in the box of a class.

    Args:
        node_type: The class.

    Returns:
        Its links, also the derived ones.
    """
    return [prop for prop in node_type.properties if prop.kind == "link"]


def _x(column: int) -> int:
    gutter = (WIDTH - 2 * (MARGIN + PAD) - len(COLUMNS) * BOX) // (len(COLUMNS) - 1)
    return MARGIN + PAD + column * (BOX + gutter)


def _stack(node_types: Sequence[NodeType], column: int, top: int) -> Iterator[Box]:
    names = ontology().names
    for node_type in node_types:
        rows = tuple(
            Row(prop, top + HEAD + ROW * number + 6)
            for number, prop in enumerate(links_of(node_type))
        )
        height = HEAD + ROW * len(rows)
        yield Box(node_type.label, names[node_type.label], column, _x(column), top, height, rows)
        top += height + GAP


def _nets(boxes: Sequence[Box]) -> Iterator[Net]:
    targets = sorted({row.prop.target for box in boxes for row in box.rows})
    by_label = {box.label: box for box in boxes}
    for number, target in enumerate(targets):
        box = by_label[target]
        starts = [(b, row.y) for b in boxes for row in b.rows if row.prop.target == target]
        main = _side(box, [b.column for b, _ in starts])
        taps = tuple(_tap(b, _nearest(b.column, main), y) for b, y in starts)
        other = ({box.column - 1, box.column} - {main}) & {tap.gutter for tap in taps}
        entries = tuple(_tap(box, gutter, box.entry) for gutter in (main, *other))
        yield Net(target, COLOURS[number % len(COLOURS)], entries, taps)


# The side of a box that most of its lines come from.
def _side(box: Box, columns: Sequence[int]) -> int:
    right = sum(column > box.column for column in columns)
    left = sum(column < box.column for column in columns)
    return _nearest(box.column, len(COLUMNS) if right >= left else -1)


# The left or the right side of a column, whichever is nearer to a gutter.
def _nearest(column: int, gutter: int) -> int:
    inside = [side for side in (column - 1, column) if 0 <= side < len(COLUMNS) - 1]
    return min(inside, key=lambda side: (abs(side - gutter), side))


def _tap(box: Box, gutter: int, y: int) -> Tap:
    return Tap(gutter, box.x + BOX if gutter == box.column else box.x, y)
