"""The lines of a network as they are drawn: from card to card, straight or bent, with a head."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees
from typing import Final

from evidence_explorer.drawing.card import META_SIZE
from evidence_explorer.drawing.lines import SceneEdge
from evidence_explorer.drawing.measure import text_width
from evidence_explorer.drawing.scene import SceneNode
from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.sharing.svg import text

_GAP: Final = 3
_ROUNDS: Final = 20
# Heads point to the right and have their tip at 0, 0.
_HEADS: Final = {
    "arrow": '<path d="M0 0 -12 -5.5 -12 5.5Z" fill="{colour}"/>',
    "vee": '<path d="M0 0 -13 -6 -8.5 0 -13 6Z" fill="{colour}"/>',
    "bar": '<path d="M-2 -8V8" fill="none" stroke="{colour}" stroke-width="4"/>',
    "diamond": '<path d="M0 0 -7 -5 -14 0 -7 5Z" fill="{colour}"/>',
    "circle": '<circle cx="-5" cy="0" r="5" fill="{colour}"/>',
}
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Curve:
    """A quadratic curve; a straight line has its middle as its handle."""

    start: Point
    handle: Point
    end: Point

    def at(self, part: float) -> Point:
        rest = 1 - part
        return (
            rest * rest * self.start[0]
            + 2 * rest * part * self.handle[0]
            + part * part * self.end[0],
            rest * rest * self.start[1]
            + 2 * rest * part * self.handle[1]
            + part * part * self.end[1],
        )

    def between(self, first: float, last: float) -> _Curve:
        start, end = self.at(first), self.at(last)
        middle = self.at((first + last) / 2)
        handle = (
            2 * middle[0] - (start[0] + end[0]) / 2,
            2 * middle[1] - (start[1] + end[1]) / 2,
        )
        return _Curve(start, handle, end)


def line(edge: SceneEdge, start: SceneNode, end: SceneNode, *, worded: bool = False) -> Markup:
    """Draw a line between two cards.

    Args:
        edge: the line.
        start: the card where it starts.
        end: the card where it ends.
        worded: whether the word of the relation stands on it.

    Returns:
        The line with its head.
    """
    whole = _curve(edge, start, end)
    curve = whole.between(_leaving(whole, start), _arriving(whole, end))
    path = "M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}".format(
        *curve.start, *curve.handle, *curve.end
    )
    return tag(
        "g",
        tag("title", edge.label),
        tag(
            "path",
            d=path,
            fill="none",
            stroke=edge.colour,
            stroke_width=edge.width,
            stroke_dasharray=" ".join(map(str, edge.dash)) or None,
        ),
        head(edge.arrow, edge.colour, curve.end, curve.handle),
        _word(edge, curve.at(0.5)) if worded else None,
        opacity="0.15" if edge.faded or edge.dimmed else "0.8",
    )


def _word(edge: SceneEdge, at: Point) -> Markup:
    width = text_width(edge.label, META_SIZE, bold=True) + 12
    box = tag(
        "rect",
        x=f"{at[0] - width / 2:.1f}",
        y=f"{at[1] - META_SIZE / 2 - 4:.1f}",
        width=width,
        height=META_SIZE + 8,
        rx=5,
        fill="#ffffff",
        stroke=edge.colour,
    )
    written = text(
        at[0], at[1], edge.label, META_SIZE, bold=True, colour=edge.colour, anchor="middle"
    )
    return join(box, written)


def head(arrow: str, colour: str, tip: Point, behind: Point) -> Markup:
    """Draw the head of a line.

    Args:
        arrow: which head.
        colour: its colour.
        tip: where it points.
        behind: a point that the line comes from.

    Returns:
        The head.
    """
    turn = degrees(atan2(tip[1] - behind[1], tip[0] - behind[0]))
    return tag(
        "g",
        Markup(_HEADS.get(arrow, _HEADS["arrow"]).format(colour=colour)),
        transform=f"translate({tip[0]:.1f} {tip[1]:.1f}) rotate({turn:.1f})",
    )


def sample(arrow: str, colour: str, dash: tuple[int, ...], width: int) -> Markup:
    """Draw a short line for the legend.

    Args:
        arrow: its head.
        colour: its colour.
        dash: its dashes.
        width: how long it is.

    Returns:
        A line around y = 0, from x = 0 to ``width``.
    """
    path = tag(
        "path",
        d=f"M0 0H{width}",
        stroke=colour,
        stroke_width=2,
        stroke_dasharray=" ".join(map(str, dash)) or None,
    )
    return join(path, head(arrow, colour, (width, 0), (0, 0)))


def _curve(edge: SceneEdge, start: SceneNode, end: SceneNode) -> _Curve:
    across, down = end.x - start.x, end.y - start.y
    bend = edge.bend / 100
    handle = (
        (start.x + end.x) / 2 + down * bend,
        (start.y + end.y) / 2 - across * bend,
    )
    return _Curve((start.x, start.y), handle, (end.x, end.y))


def _leaving(curve: _Curve, node: SceneNode) -> float:
    return _border(curve, node, 0.0, 0.5)


def _arriving(curve: _Curve, node: SceneNode) -> float:
    return _border(curve, node, 1.0, 0.5)


def _border(curve: _Curve, node: SceneNode, inside: float, outside: float) -> float:
    # Halve until the place where the line crosses the border of the card is found.
    for _ in range(_ROUNDS):
        middle = (inside + outside) / 2
        if _within(curve.at(middle), node):
            inside = middle
        else:
            outside = middle
    return outside


def _within(point: Point, node: SceneNode) -> bool:
    return (
        abs(point[0] - node.x) < node.card.width / 2 + _GAP
        and abs(point[1] - node.y) < node.card.height / 2 + _GAP
    )
