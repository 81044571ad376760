"""Draw the schema as SVG, from the Turtle alone: the same picture for the same ontology."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from evidence_ingest.placing import (
    BOX,
    HEIGHT,
    MARGIN,
    PAD,
    RAIL,
    TITLE,
    WIDTH,
    Box,
    Drawing,
    Frame,
    Net,
    Tap,
    drawing,
    links_of,
)
from evidence_ontology.ontology import ontology
from evidence_ontology.schema import Property, Schema


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
    told = (
        (label, ", ".join(f"{prop.key} to {prop.target}" for prop in links_of(node_type)))
        for label, node_type in sorted(schema.node_types.items())
    )
    return " ".join(f"{label}: {links or 'no links'}." for label, links in told)


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
        tracks = {gutter: drawn.track(net, gutter) for gutter in net.gutters}
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
