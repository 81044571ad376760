"""The signs of the states as pictures for pages and print: the same shapes as in the network.

Each picture has a colour that stands out on a light page, on a dark one and on paper (at least 3:1
on each): a picture cannot know on which of them it is, least of all when a dark page is printed.
"""

from __future__ import annotations

from typing import Final

from evidence_explorer import signs
from evidence_explorer.signs import STATE_SIGNS

ON_ANY_PAGE: Final = {
    signs.INK: "#66737d",
    signs.BLUE: "#0f79b9",
    signs.ORANGE: "#bc660a",
    signs.GREEN: "#0a8362",
    signs.PURPLE: "#ab5d8a",
}
"""Colours of the palette that are too dark for a dark page, and what stands out on both."""

_RING: Final = '<circle class="line" cx="12" cy="12" r="9"/>'
_SQUARE: Final = '<rect class="line" x="3.5" y="3.5" width="17" height="17" rx="1.5"/>'
_SHAPES: Final[dict[str, str]] = {
    "broken-circle": '<circle class="line" cx="12" cy="12" r="9" stroke-dasharray="3.2 3.1"/>',
    "square": f'{_SQUARE}<path class="line" d="M7.5 16.5 16.5 7.5"/>',
    "dotted-square": f'{_SQUARE}<circle class="fill" cx="12" cy="12" r="3"/>',
    "quarter": f'{_RING}<path class="fill" d="M12 12V3a9 9 0 0 1 9 9Z"/>',
    "half": f'{_RING}<path class="fill" d="M12 3a9 9 0 0 1 0 18Z"/>',
    "full": '<circle class="fill" cx="12" cy="12" r="10"/>',
    "equal": '<path class="thick" d="M3.5 8.5h17M3.5 15.5h17"/>',
    "triangle-down": '<path class="fill" d="M1.5 3.5h21L12 22Z"/>',
    "opposed": (
        '<path class="fill" d="M11 6v12L2 12ZM13 6v12l9-6Z"/><path class="line" d="M12 2.5v19"/>'
    ),
}
CODES: Final = frozenset(STATE_SIGNS)
_LOOKS: Final = {
    'class="line"': 'fill="none" stroke="{colour}" stroke-width="2"',
    'class="thick"': 'fill="none" stroke="{colour}" stroke-width="4"',
    'class="fill"': 'fill="{colour}"',
}


def shape_svg(shape: str, colour: str) -> str:
    """Draw a shape, to be put into a larger picture.

    Args:
        shape: the name of the shape; an unknown one is drawn as a broken circle.
        colour: such as ``#0072B2``.

    Returns:
        A piece of SVG of 24 by 24 that needs no style sheet.
    """
    drawn = _SHAPES.get(shape, _SHAPES["broken-circle"])
    for kind, look in _LOOKS.items():
        drawn = drawn.replace(kind, look.format(colour=colour))
    return drawn


def sign_svg(code: str) -> str:
    """Draw the sign of a state.

    Args:
        code: one of :data:`CODES`.

    Returns:
        An SVG picture of 24 by 24.
    """
    sign = STATE_SIGNS[code]
    colour = ON_ANY_PAGE.get(sign.colour, sign.colour)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f"{shape_svg(sign.shape, colour)}</svg>"
    )
