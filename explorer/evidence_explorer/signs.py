"""Signs of states, marks and relation kinds: a shape, a colour and a glyph for each code.

A sign never stands alone: the word beside it comes from the ontology and is added where it is
shown. Colour is the third cue, after word and shape, so every sign also works in black and white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

INK: Final = "#000000"
BLUE: Final = "#0072B2"
ORANGE: Final = "#B25E00"
GREEN: Final = "#007A5A"
PURPLE: Final = "#A0527F"

ON_DARK: Final[dict[str, str]] = {
    INK: "#FFFFFF",
    BLUE: "#6CBEF0",
    ORANGE: "#F0A64B",
    GREEN: "#4CCBA5",
    PURPLE: "#E0A3C4",
}
"""Each colour of the palette (at least 4.67:1 on white) and its counterpart on a dark page."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How one state looks: the name of a drawn shape, and a glyph where only text is possible."""

    code: str
    shape: str
    colour: str
    glyph: str


@dataclass(frozen=True, slots=True)
class LineSign:
    """How one kind of relation looks: dashes in pixels (none: a full line), colour, arrow head."""

    kind: str
    dash: tuple[int, ...]
    colour: str
    arrow: str


# A state without an assessment has a broken outline: an empty full outline reads as "weak".
_STATES: Final[tuple[Sign, ...]] = (
    Sign("N0", "broken-circle", INK, "◌"),
    Sign("N1", "square", INK, "□"),
    Sign("N2", "dotted-square", INK, "⊡"),
    Sign("P1", "quarter", GREEN, "◔"),
    Sign("P2", "half", GREEN, "◑"),
    Sign("P3", "full", GREEN, "●"),
    Sign("Z", "equal", BLUE, "＝"),
    Sign("H", "triangle-down", ORANGE, "▼"),
    Sign("M", "opposed", PURPLE, "⇄"),
)
STATE_SIGNS: Final[dict[str, Sign]] = {sign.code: sign for sign in _STATES}
STATE_ORDER: Final[tuple[str, ...]] = ("H", "M", "P3", "P2", "P1", "Z", "N2", "N1", "N0")
"""From what a reader must not miss to what says least; the order of states on one node."""

NOT_ASSESSED: Final = "N0"
"""The state of what nobody has judged yet."""
EXCEPTION_MARK: Final = "!"
SPEECH_MARK: Final = "❝"

_KINDS: Final[tuple[LineSign, ...]] = (
    LineSign("contributes-to", (), BLUE, "arrow"),
    LineSign("precondition-of", (14, 5), PURPLE, "arrow"),
    LineSign("part-of", (2, 4), INK, "diamond"),
    LineSign("conflicts-with", (), ORANGE, "bar"),
    LineSign("predicts", (10, 4, 2, 4), GREEN, "vee"),
    LineSign("expresses", (5, 4), INK, "circle"),
)
LINE_SIGNS: Final[dict[str, LineSign]] = {sign.kind: sign for sign in _KINDS}
TIE_SIGNS: Final[dict[str, LineSign]] = {
    sign.kind: sign
    for sign in (
        LineSign("broader", (6, 6), INK, "arrow"),
        LineSign("relays", (12, 4, 2, 4), PURPLE, "vee"),
        LineSign("carries-read", (), GREEN, ""),
        LineSign("carries-own", (3, 4), BLUE, ""),
        LineSign("carries-relayed", (9, 6), ORANGE, ""),
        LineSign("known-in", (), INK, ""),
    )
}
"""Ties that are no relation of the ontology; no arrow head where none has a meaning."""
_PLAIN_LINE: Final = LineSign("", (6, 6), INK, "arrow")


def state_sign(code: str) -> Sign:
    """Give the sign of a state.

    Args:
        code: A code of the scheme of states; an unknown one gets the sign of N0, with its code.

    Returns:
        The sign.
    """
    return STATE_SIGNS.get(code) or Sign(code, "broken-circle", INK, "◌")


def line_sign(kind: str) -> LineSign:
    """Give the line style of a kind of relation.

    Args:
        kind: A code of the scheme of relation kinds, or one of :data:`TIE_SIGNS`; an unknown one
            gets a plain dashed line.

    Returns:
        The line style.
    """
    return (
        LINE_SIGNS.get(kind)
        or TIE_SIGNS.get(kind)
        or LineSign(kind, _PLAIN_LINE.dash, _PLAIN_LINE.colour, _PLAIN_LINE.arrow)
    )


def state_rank(code: str) -> int:
    """Rank a state for its place on a node.

    Args:
        code: A code of the scheme of states.

    Returns:
        0 for what must be read first; unknown codes come last.
    """
    return STATE_ORDER.index(code) if code in STATE_ORDER else len(STATE_ORDER)
