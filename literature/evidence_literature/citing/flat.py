"""A text as one line per paragraph, with the way back to where everything stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_PIECES = re.compile(
    r"(?P<joined>(?<=\w)[-\u2010\u00ad][ \t]*\n\s*(?=[a-zà-ÿ]))"
    r"|(?P<kept>(?<=\w)[-\u2010][ \t]*\n\s*(?=\w))"
    r"|(?P<soft>\u00ad)"
    r"|(?P<mark>[\u00b9\u00b2\u00b3\u2070-\u2079]+)"
    r"|(?P<space>\s+)"
    r"|(?P<sign>.[\u0300-\u036f]*)",
    re.S,
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "‐": "-", "‑": "-"})
_BROKEN_LINE = re.compile(r"[^\s.!?:;]\s*\n[ \t]*\n\s*[a-zà-ÿ(]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Flat:
    """A text in which white space is one space, a new paragraph one line end.

    ``text`` has plain apostrophes and hyphens and is meant for patterns; ``shown`` has the signs
    as printed. In both a letter and its accents are one sign where there is one. Both have one
    sign per entry of ``origins`` and ``ends``: where it starts and ends in the text that was read.
    """

    text: str
    shown: str
    origins: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Say where a part stood.

        Args:
            start: Where the part starts in ``text``.
            end: Where it ends; after ``start``.

        Returns:
            Where it starts and ends in the text that was read.
        """
        return self.origins[start], self.ends[end - 1]


def is_spaced(raw: str) -> bool:
    """Tell whether a text has an empty line after every line.

    Args:
        raw: A text.

    Returns:
        Whether many sentences go on after an empty line.
    """
    return len(_BROKEN_LINE.findall(raw)) > len(_BLANK_LINE.findall(raw)) / 4


def flatten(raw: str, spaced: bool | None = None) -> Flat:
    """Put lines together, words broken over lines included.

    Some texts have an empty line after every line; there an empty line is no new paragraph.

    Args:
        raw: A text.
        spaced: Whether an empty line is no new paragraph; None finds out.

    Returns:
        The text as one line per paragraph.
    """
    spaced = is_spaced(raw) if spaced is None else spaced
    signs: list[str] = []
    origins: list[int] = []
    ends: list[int] = []
    for piece in _PIECES.finditer(raw):
        for sign in _sign(piece, spaced):
            signs.append(sign)
            origins.append(piece.start())
            ends.append(piece.end() if piece.lastgroup == "sign" else piece.start() + 1)
    shown = "".join(signs)
    return Flat(shown.translate(_PLAIN), shown, tuple(origins), tuple(ends))


def _sign(piece: re.Match[str], spaced: bool) -> str:
    kind = piece.lastgroup
    if kind in {"joined", "soft", "mark"}:
        return ""
    if kind == "kept":
        return "-"
    if kind == "space":
        return "\n" if not spaced and _BLANK_LINE.search(piece[0]) else " "
    return unicodedata.normalize("NFC", piece[0]) if len(piece[0]) > 1 else piece[0]
