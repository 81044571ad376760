"""Draw the schema as SVG, from the Turtle alone: the same picture for the same ontology.

A box is a class, a row in it is a link. Every row ends in a line; the lines that lead to one class
have one colour and join, and end in one arrow. Lines run between the columns and above them, never
through a box. One unit is a quarter of a millimetre on A3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

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
    graph = graph_of(["model.ttl"])
    places: dict[str, list[tuple[int, NodeType]]] = {}
    for label, node_type in schema.node_types.items():
        group, _, place = str(graph.value(EE[label], EE.drawnAt)).partition("/")
        if group not in GROUPS or not place.isdigit():
            msg = f"ee:drawnAt of {label} is not a group and a place, such as records/1"
            raise OntologyError(msg)
        places.setdefault(group, []).append((int(place), node_type))
    return {g: [t for _, t in sorted(found, key=lambda p: p[0])] for g, found in places.items()}


def _links(node_type: NodeType) -> list[Property]:
    return [prop for prop in node_type.properties if prop.kind == "link"]


def _x(column: int) -> int:
    gutter = (WIDTH - 2 * (MARGIN + PAD) - len(COLUMNS) * BOX) // (len(COLUMNS) - 1)
    return MARGIN + PAD + column * (BOX + gutter)


def _stack(node_types: Sequence[NodeType], column: int, top: int) -> Iterator[Box]:
    names = ontology().names
    for node_type in node_types:
        rows = tuple(
            Row(prop, top + HEAD + ROW * number + 6)
            for number, prop in enumerate(_links(node_type))
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


def svg(schema: Schema) -> str:
    """Draw the schema.

    Args:
        schema: The schema.

    Returns:
        An SVG document of A3 in landscape, in whole numbers.

    Raises:
        OntologyError: A class has no place in the Turtle.
    """
    drawn = drawing(schema)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="420mm" height="297mm"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title description">',
        f'<title id="title">{_NAME}</title>',
        f'<desc id="description">{escape(_description(schema))}</desc>',
        _STYLE,
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *_heading(),
        *(part for frame in drawn.frames for part in _frame(frame)),
        *_lines(drawn),
        *(part for box in drawn.boxes for part in _box(box, drawn)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


_NAME = "Het model van Evidence Explorer · The model of Evidence Explorer"
_STYLE = """<style>
text { font-family: Arial, Helvetica, "Liberation Sans", sans-serif; fill: #1a1a1a }
.title { font-size: 20px; font-weight: bold }
.group { font-size: 13px; font-weight: bold; fill: #444444 }
.label { font-size: 14px; font-weight: bold }
.name { font-size: 11px }
.row { font-size: 11px }
.derived { font-style: italic }
.many { font-size: 11px; text-anchor: end; fill: #555555 }
path { fill: none; stroke-width: 1.4 }
</style>"""


def _description(schema: Schema) -> str:
    return " ".join(
        f"{label}: {', '.join(f'{p.key} to {p.target}' for p in _links(node_type)) or 'no links'}."
        for label, node_type in sorted(schema.node_types.items())
    )


def _heading() -> Iterator[str]:
    version = ontology().version
    yield (f'<text class="title" x="{MARGIN}" y="{MARGIN + 16}">{_NAME}, {version}</text>')
    yield (
        f'<text class="name" x="{MARGIN}" y="{MARGIN + 36}">Een vak is een klasse, een regel een'
        " verwijzing: sleutel → klasse, en hoeveel. Lijnen van één kleur leiden naar één klasse;"
        " cursief is berekend. · A box is a class, a row a link: key → class, and how many. Lines"
        " of one colour lead to one class; italics are computed.</text>"
    )


def _frame(frame: Frame) -> Iterator[str]:
    yield (
        f'<rect x="{frame.x}" y="{frame.y}" width="{BOX + 2 * PAD}" height="{frame.height}"'
        ' rx="6" fill="#f1f3f5"/>'
    )
    x = frame.x + PAD
    yield f'<text class="group" x="{x}" y="{frame.y + 16}">{escape(frame.title.nl)}</text>'
    yield f'<text class="group" x="{x}" y="{frame.y + 30}">{escape(frame.title.en)}</text>'


def _box(box: Box, drawn: Drawing) -> Iterator[str]:
    colours = {net.target: net.colour for net in drawn.nets}
    edge = colours.get(box.label, "#444444")
    yield (
        f'<rect x="{box.x}" y="{box.y}" width="{BOX}" height="{box.height}" rx="4"'
        f' fill="#ffffff" stroke="{edge}" stroke-width="2"/>'
    )
    x = box.x + PAD
    yield f'<text class="label" x="{x}" y="{box.y + 17}">{escape(box.label)}</text>'
    yield f'<text class="name" x="{x}" y="{box.y + 30}">{escape(box.names.nl)}</text>'
    yield f'<text class="name" x="{x}" y="{box.y + 43}">{escape(box.names.en)}</text>'
    for row in box.rows:
        derived = " derived" if row.prop.derived else ""
        text = escape(f"{row.prop.key} → {row.prop.target}")
        style = f'class="row{derived}" style="fill:{colours[row.prop.target]}"'
        yield f'<text {style} x="{x}" y="{row.y + 4}">{text}</text>'
        amount = how_many(row.prop)
        yield f'<text class="many" x="{box.x + BOX - PAD}" y="{row.y + 4}">{amount}</text>'


def how_many(prop: Property) -> str:
    """Say how many values a property may have.

    Args:
        prop: The property.

    Returns:
        Such as ``1`` or ``0..n``.
    """
    most = "n" if prop.most is None else str(prop.most)
    return most if str(prop.least) == most else f"{prop.least}..{most}"


def _lines(drawn: Drawing) -> Iterator[str]:
    railed = [net.target for net in drawn.nets if net.railed]
    for net in drawn.nets:
        rail = MARGIN + TITLE + RAIL * (railed.index(net.target) if net.railed else 0)
        tracks = {gutter: _track(drawn.nets, net, gutter) for gutter in net.gutters}
        yield from _verticals(net, tracks, rail)
        if net.railed:
            xs = [tracks[gutter] for gutter in net.railed]
            yield _path(net, f"M{min(xs)} {rail}H{max(xs)}")
        for tap in net.taps:
            x = tracks[tap.gutter]
            yield _path(net, f"M{tap.x} {tap.y}H{x}")
            yield f'<circle cx="{x}" cy="{tap.y}" r="2.5" fill="{net.colour}"/>'
        for entry in net.entries:
            yield from _arrow(net, entry, tracks[entry.gutter])


# Each net has a place of its own across a gutter.
def _track(nets: Sequence[Net], net: Net, gutter: int) -> int:
    here = [other.target for other in nets if gutter in other.gutters]
    start = _x(gutter) + BOX + PAD
    room = _x(gutter + 1) - PAD - start
    return start + room * (here.index(net.target) + 1) // (len(here) + 1)


def _verticals(net: Net, tracks: Mapping[int, int], rail: int) -> Iterator[str]:
    for gutter, x in tracks.items():
        heights = [tap.y for tap in (*net.entries, *net.taps) if tap.gutter == gutter]
        if gutter in net.railed:
            heights.append(rail)
        if min(heights) < max(heights):
            yield _path(net, f"M{x} {min(heights)}V{max(heights)}")


def _arrow(net: Net, entry: Tap, track: int) -> Iterator[str]:
    x, y = entry.x, entry.y
    back = 9 if track > x else -9
    yield _path(net, f"M{track} {y}H{x + back}")
    yield f'<polygon points="{x},{y} {x + back},{y - 4} {x + back},{y + 4}" fill="{net.colour}"/>'


def _path(net: Net, course: str) -> str:
    return f'<path d="{course}" stroke="{net.colour}"/>'
