"""A network as a picture: the same scene that the browser draws, as SVG."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from evidence_explorer.drawing.card import (
    META_LINE,
    META_SIZE,
    NAME_LINE,
    NAME_SIZE,
    PADDING_ACROSS,
    PADDING_DOWN,
    SIGN_ROOM,
)
from evidence_explorer.drawing.circles import NOTE_GAP, NOTE_SIZE, RING_SIZE
from evidence_explorer.drawing.geometry import STEPS, on_ring
from evidence_explorer.drawing.measure import text_width
from evidence_explorer.drawing.measure import wrap as wrap_text
from evidence_explorer.drawing.scene import Scene, SceneBand, SceneHeading, SceneNode
from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.sharing.lines import line, sample
from evidence_explorer.sharing.svg import INK, SOFT, Picture, text
from evidence_explorer.signs import BLUE, EXCEPTION_MARK, ORANGE, line_sign
from evidence_explorer.signs_svg import shape_svg
from evidence_explorer.words import Words

Wrap = Callable[[SceneNode, Markup], Markup]

_RULE: Final = "#b9c2cb"
_BORDER: Final = "#7d8790"
_TINT: Final = "#f3f6f9"
_SIGN: Final = 13
_FOLD: Final = 12
_POINT: Final = 10
_ROUND: Final = 8
_KEY_ROW: Final = 24
_KEY_WIDTH: Final = 250
_SAMPLE: Final = 46
_RING_STEP: Final = STEPS // 120
_EXCEPTION: Final = (
    f'<circle r="8" fill="{ORANGE}"/><path d="M-1.1-5h2.2v6h-2.2zM-1.1 2.6h2.2v2.2h-2.2z"'
    ' fill="#fff"/>'
)
_SPEECH: Final = (
    f'<path d="M-8.5-7.5h17v12.5h-7L-5 9v-4h-3.5z" fill="{BLUE}"/>'
    '<path d="M-5-2.2h2v2h-2zM-1-2.2h2v2h-2zM3-2.2h2v2h-2z" fill="#fff"/>'
)


def network_picture(scene: Scene, words: Words, wrap: Wrap | None = None) -> Picture:
    """Draw a network.

    Args:
        scene: what is drawn.
        words: the words.
        wrap: what is put around a card, such as a link.

    Returns:
        The picture, with its legend below it.
    """
    nodes = {node.id: node for node in scene.nodes}
    cards = [(node, _card(node, scene)) for node in scene.nodes]
    body = tag(
        "g",
        *_bands(scene.bands),
        *(
            line(edge, nodes[edge.start], nodes[edge.end], worded=scene.kind == "path")
            for edge in scene.edges
            if edge.start in nodes and edge.end in nodes
        ),
        *(wrap(node, card) if wrap else card for node, card in cards),
        *(_heading(one) for one in scene.headings),
        transform=f"translate({-scene.left} {-scene.top})",
    )
    # A sheet of paper and a slide are wider than high: there the legend stands beside.
    if 10 * scene.width < 13 * scene.height:
        legend, depth = _legend(scene, 1, words)
        beside = tag("g", legend, transform=f"translate({scene.width + _KEY_ROW} {_KEY_ROW})")
        width = scene.width + _KEY_ROW + _KEY_WIDTH
        return Picture(join(body, beside), width, max(scene.height, depth + _KEY_ROW))
    legend, depth = _legend(scene, max(scene.width // _KEY_WIDTH, 1), words)
    below = tag("g", legend, transform=f"translate(0 {scene.height + _KEY_ROW})")
    return Picture(join(body, below), scene.width, scene.height + _KEY_ROW + depth)


def _bands(bands: tuple[SceneBand, ...]) -> list[Markup]:
    pieces = []
    for number, band in reversed(list(enumerate(bands))):
        points = [
            on_ring(step, band.half_width, band.half_height) for step in range(0, STEPS, _RING_STEP)
        ]
        pieces.append(
            tag(
                "polygon",
                points=" ".join(f"{x},{y}" for x, y in points),
                fill=_TINT if number % 2 == 0 else "#ffffff",
                stroke=_RULE,
            )
        )
    partings = [
        tag("path", d=f"M{x} {y}L{to_x} {to_y}", stroke=_RULE, stroke_dasharray="3 5")
        for band in bands
        for x, y, to_x, to_y in band.partings
    ]
    return [*pieces, *partings]


def _heading(one: SceneHeading) -> Markup:
    box = tag(
        "rect",
        x=f"{one.x - one.width / 2:g}",
        y=f"{one.y - one.height / 2:g}",
        width=one.width,
        height=one.height,
        rx=6,
        fill="#ffffff",
        opacity="0.82",
    )
    beside = one.note and len(one.lines) == 1 and one.size == RING_SIZE
    return tag("g", box, *(_beside(one) if beside else _beneath(one)))


def _beside(one: SceneHeading) -> list[Markup]:
    name = text_width(one.lines[0], one.size, bold=True)
    note = text_width(one.note, NOTE_SIZE)
    left = one.x - (name + NOTE_GAP + note) / 2
    return [
        text(left, one.y, one.lines[0], one.size, bold=True, room=name),
        text(left + name + NOTE_GAP, one.y + 1, one.note, NOTE_SIZE, colour=SOFT, room=note),
    ]


def _beneath(one: SceneHeading) -> list[Markup]:
    room = max(one.width - 8, 1)
    at = one.y - one.height / 2 + 2 + one.line_height / 2
    pieces = []
    for written in one.lines:
        pieces.append(text(one.x, at, written, one.size, bold=True, anchor="middle", room=room))
        at += one.line_height
    if one.note:
        at += NOTE_SIZE / 2 + 1 - one.line_height / 2
        pieces.append(text(one.x, at, one.note, NOTE_SIZE, colour=SOFT, anchor="middle", room=room))
    return pieces


def _card(node: SceneNode, scene: Scene) -> Markup:
    card = node.card
    left, top = node.x - card.width / 2, node.y - card.height / 2
    chosen, middle = node.id == scene.selected, node.id == scene.centre
    fold = None
    if node.kind == "source":
        right = left + card.width
        path = f"M{right - _FOLD:g} {top:g}v{_FOLD}h{_FOLD}"
        fold = tag("path", d=path, fill="none", stroke=_BORDER)
    return tag(
        "g",
        tag("title", node.spoken),
        tag(
            "path",
            d=_outline(node, left, top),
            fill="#ffffff",
            stroke=BLUE if chosen else INK if middle else _BORDER,
            stroke_width=3 if chosen or middle else "1.25",
        ),
        tag(
            "g",
            fold,
            *_card_lines(node, left, top),
            opacity="0.22" if node.faded else "0.45" if node.dimmed else None,
        ),
    )


def _outline(node: SceneNode, left: float, top: float) -> str:
    width, height = node.card.width, node.card.height
    if node.kind == "source":
        return f"M{left:g} {top:g}h{width - _FOLD}l{_FOLD} {_FOLD}v{height - _FOLD}h-{width}z"
    if node.kind == "domain":
        half = height / 2
        return (
            f"M{left:g} {top:g}h{width}l{_POINT} {half:g}l-{_POINT} {half:g}h-{width}"
            f"l-{_POINT}-{half:g}z"
        )
    corner = f"a{_ROUND} {_ROUND} 0 0 1"
    across, down = width - 2 * _ROUND, height - 2 * _ROUND
    return (
        f"M{left + _ROUND:g} {top:g}h{across}{corner} {_ROUND} {_ROUND}v{down}"
        f"{corner}-{_ROUND} {_ROUND}h-{across}{corner}-{_ROUND}-{_ROUND}v-{down}"
        f"{corner} {_ROUND}-{_ROUND}z"
    )


def _card_lines(node: SceneNode, left: float, top: float) -> list[Markup]:
    card = node.card
    start, room = left + PADDING_ACROSS, card.width - 2 * PADDING_ACROSS
    at = top + PADDING_DOWN + NAME_LINE / 2
    pieces = []
    for written in card.name:
        pieces.append(text(start, at, written, NAME_SIZE, bold=True, room=room))
        at += NAME_LINE
    at += (META_LINE - NAME_LINE) / 2
    last = start
    for state in card.states:
        if not state.lines:
            # A state without words stands with the number of sources, on the last line.
            bottom = top + card.height - PADDING_DOWN - META_LINE / 2
            pieces.append(_sign(state.shape, state.colour, start, bottom))
            last = start + SIGN_ROOM
            continue
        pieces.append(_sign(state.shape, state.colour, start, at))
        for written in state.lines:
            pieces.append(text(start + SIGN_ROOM, at, written, META_SIZE, room=room - SIGN_ROOM))
            at += META_LINE
    pieces.append(text(last, at, card.sources, META_SIZE, room=room))
    right = left + card.width - PADDING_ACROSS - 8
    if card.reported:
        pieces.append(_mark(_SPEECH, right, at - 1))
        right -= 21
    if card.exceptions:
        pieces.append(_mark(_EXCEPTION, right, at - 1))
    return pieces


def _sign(shape: str, colour: str, x: float, y: float) -> Markup:
    scale = _SIGN / 24
    return tag(
        "g",
        Markup(shape_svg(shape, colour)),
        transform=f"translate({x:g} {y - _SIGN / 2:g}) scale({scale:.3f})",
    )


def _mark(drawn: str, x: float, y: float) -> Markup:
    return tag("g", Markup(drawn), transform=f"translate({x:g} {y:g})")


def _legend(scene: Scene, across: int, words: Words) -> tuple[Markup, int]:
    entries: list[tuple[Markup, int, str]] = []
    for kind in scene.kinds():
        sign = line_sign(kind)
        drawn = sample(sign.arrow, sign.colour, sign.dash, _SAMPLE)
        entries.append((drawn, _SAMPLE, scene.words.kind(kind)))
    entries += [
        (_sign(state.shape, state.colour, 0, 0), _SIGN, state.word) for state in scene.state_lines()
    ]
    entries += [
        (_mark(_EXCEPTION if mark == EXCEPTION_MARK else _SPEECH, 8, 0), 16, said)
        for mark, said in _marks(scene, words)
    ]
    pieces: list[Child] = [
        _key(entry, number % across * _KEY_WIDTH, number // across * _KEY_ROW)
        for number, entry in enumerate(entries)
    ]
    depth = -(-len(entries) // across) * _KEY_ROW
    if scene.left_out:
        said = words.count(
            "{number} element is not shown here: with fewer sources, or under another.",
            "{number} elements are not shown here: with fewer sources, or under another.",
            scene.left_out,
        )
        for written in wrap_text(said, META_SIZE, across * _KEY_WIDTH, 6):
            pieces.append(text(0, depth, written, META_SIZE, colour=SOFT))
            depth += META_LINE
    return join(*pieces), depth


def _key(entry: tuple[Markup, int, str], x: int, y: int) -> Markup:
    drawn, width, said = entry
    start = width + 8
    label = text(start, 0, said, META_SIZE, room=_KEY_WIDTH - start - 10)
    return tag("g", drawn, label, transform=f"translate({x} {y})")


def _marks(scene: Scene, words: Words) -> list[tuple[str, str]]:
    found = []
    if any(node.card.exceptions for node in scene.nodes):
        found.append((EXCEPTION_MARK, words.say("there is an exception")))
    if any(node.card.reported for node in scene.nodes):
        found.append(("", words.say("a source itself speaks of strength")))
    return found
