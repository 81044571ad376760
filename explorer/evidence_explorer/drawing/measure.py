"""How wide a text will be, without a font engine: the same number on every machine.

The widths are those of Helvetica, less five percent: the font that Streamlit brings runs ten
percent narrower. The browser squeezes a line that does not fit after all (a font of one's own).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_GROUPS: Final[dict[int, str]] = {
    222: "ijl",
    191: "'",
    278: "\u00a0 !,./:;I[\\]ft|",
    333: "()-`r",
    355: '"',
    389: "*",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTHS: Final[dict[str, int]] = {c: width for width, group in _GROUPS.items() for c in group}
_UNKNOWN: Final = 620
_MOST_CHARACTERS: Final = 400
_NARROWER: Final = 950
_BOLD_PERCENT: Final = 110
ELLIPSIS: Final = "…"
_SPACE: Final = re.compile(r"[^\S\u00a0]+")
"""White space, but for the space that must not break."""
_LEAST: Final = 3
"""So many characters of a word that is cut stand on its last line at least."""


def _char_width(char: str) -> int:
    width = _WIDTHS.get(char)
    if width is not None:
        return width
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    base = unicodedata.normalize("NFD", char)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    return 1000 if unicodedata.east_asian_width(char) in {"W", "F"} else _UNKNOWN


def text_width(text: str, size: int, *, bold: bool = False) -> int:
    """Measure one line.

    Args:
        text: The line.
        size: The size of the font in pixels.
        bold: Whether it is set in semi-bold or bold.

    Returns:
        Its width in whole pixels, rounded up.
    """
    units = sum(map(_char_width, text)) * size
    if bold:
        units = units * _BOLD_PERCENT // 100
    return -(-units * _NARROWER // 1_000_000)


def wrap(text: str, size: int, width: int, most_lines: int, *, bold: bool = False) -> list[str]:
    """Break a text into lines that fit a width.

    White space is folded to single spaces. A word that is wider than a line is cut with a hyphen.

    Args:
        text: The text; it is not interpreted in any way.
        size: The size of the font in pixels.
        width: The width to fit, in pixels.
        most_lines: After so many lines the rest is cut off, with an ellipsis.
        bold: Whether it is set in semi-bold or bold.

    Returns:
        The lines, at least one.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, size, width, bold=bold):
        longer = f"{line} {piece}" if line else piece
        if text_width(longer, size, bold=bold) <= width:
            line = longer
            continue
        lines.append(line)
        line = piece
        if len(lines) > most_lines:
            break
    lines.append(line)
    if len(lines) > most_lines:
        lines = lines[:most_lines]
        lines[-1] = _shortened(lines[-1], size, width, bold=bold)
    return lines


def _pieces(text: str, size: int, width: int, *, bold: bool) -> list[str]:
    pieces: list[str] = []
    for word in _SPACE.split(text[:_MOST_CHARACTERS].strip()):
        rest = word
        while text_width(rest, size, bold=bold) > width:
            cut = next(
                n
                for n in range(len(rest) - 1, 0, -1)
                if n == 1 or text_width(rest[:n] + "-", size, bold=bold) <= width
            )
            cut = max(min(cut, len(rest) - _LEAST), 1)
            pieces.append(rest[:cut] + "-")
            rest = rest[cut:]
        pieces.append(rest)
    return pieces


def _shortened(line: str, size: int, width: int, *, bold: bool) -> str:
    while line and text_width(line + ELLIPSIS, size, bold=bold) > width:
        line = line[:-1]
    return line.rstrip("- ") + ELLIPSIS
