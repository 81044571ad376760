"""Lines and outlines of the network as small pictures, for the legend on a page."""

from __future__ import annotations

from typing import Final

from evidence_explorer.signs import INK, LINE_SIGNS, TIE_SIGNS, LineSign
from evidence_explorer.signs_svg import ON_ANY_PAGE

_HEADS: Final = {
    "arrow": "M34 3 44 8 34 13Z",
    "vee": "M33 2 44 8 33 14 37 8Z",
    "bar": "M40 1H44V15H40Z",
    "diamond": "M32 8 38 4 44 8 38 12Z",
    "circle": "M36 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
}
_THINGS: Final = {
    "element": "M6 2H42Q46 2 46 6V10Q46 14 42 14H6Q2 14 2 10V6Q2 2 6 2Z",
    "source": "M3 2H37L45 8V14H3ZM37 2V8H45",
    "domain": "M8 2H40L46 8 40 14H8L2 8Z",
}


def _picture(inside: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="16" viewBox="0 0 48 16">'
        f"{inside}</svg>"
    )


def _line(sign: LineSign) -> str:
    colour = ON_ANY_PAGE.get(sign.colour, sign.colour)
    end = 36 if sign.arrow else 46
    dash = f' stroke-dasharray="{" ".join(map(str, sign.dash))}"' if sign.dash else ""
    head = f'<path d="{_HEADS[sign.arrow]}" fill="{colour}"/>' if sign.arrow in _HEADS else ""
    return _picture(f'<path d="M2 8H{end}" stroke="{colour}" stroke-width="2.5"{dash}/>{head}')


def _thing(outline: str) -> str:
    return _picture(
        f'<path d="{outline}" fill="none" stroke="{ON_ANY_PAGE[INK]}" stroke-width="2"/>'
    )


PICTURES: Final[dict[str, str]] = {
    **{f"line-{kind}": _line(sign) for kind, sign in {**LINE_SIGNS, **TIE_SIGNS}.items()},
    **{f"thing-{kind}": _thing(outline) for kind, outline in _THINGS.items()},
}
"""Name of a picture, such as ``line-relays`` or ``thing-source`` → its SVG, 48 by 16."""
