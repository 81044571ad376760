"""A picture as a file: what is drawn, in a frame with its title, its date and its choices."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import streamlit

from evidence_explorer.drawing.measure import text_width, wrap
from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.sharing.stamp import Stamp
from evidence_explorer.words import Words
from evidence_graph.writing.xml import legal

FONTS: Final = "'Source Sans', 'Source Sans 3', 'Source Sans Pro', Arial, Helvetica, sans-serif"
INK: Final = "#1c262e"
SOFT: Final = "#55626c"
MARGIN: Final = 24
_TITLE: Final = 26
_SMALL: Final = 13
_LINE: Final = 18
_FONT_FILES: Final = "static/static/media/SourceSansVF-Upright*.woff2"


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: pieces of SVG in a box of a width and a height, the top left at 0, 0."""

    body: Markup
    width: int
    height: int


def text(
    x: float,
    y: float,
    written: str,
    size: int,
    *,
    bold: bool = False,
    colour: str = INK,
    anchor: str = "start",
    room: int | None = None,
) -> Markup:
    """Write one line of text; ``y`` is the middle of the line.

    Args:
        x: where it starts, or what it is around.
        y: the middle of the line.
        written: the text.
        size: the size of the letters.
        bold: whether it is bold.
        colour: the colour.
        anchor: ``start``, ``middle`` or ``end``.
        room: a width that it must not exceed; another typeface is squeezed into it.

    Returns:
        The piece.
    """
    squeezed = room is not None and text_width(written, size, bold=bold) > room
    return tag(
        "text",
        written,
        x=f"{x:g}",
        # A third of the size is where capitals have their middle, in any program.
        y=f"{y + size * 0.34:.1f}",
        font_size=size,
        font_weight=600 if bold else None,
        fill=colour,
        text_anchor=anchor if anchor != "start" else None,
        textLength=room if squeezed else None,
        lengthAdjust="spacingAndGlyphs" if squeezed else None,
    )


def standalone(picture: Picture, stamp: Stamp, words: Words) -> bytes:
    """Make a file of a picture.

    Args:
        picture: what is drawn.
        stamp: what the file says of itself.
        words: the words.

    Returns:
        The content of the file. The typeface of the explorer is inside, so that it looks the same
        wherever fonts inside a picture are used, and close to it elsewhere.
    """
    width = max(picture.width, 640) + 2 * MARGIN
    head, top = _head(stamp, width)
    foot, bottom = _foot(stamp, words, width, top + picture.height + MARGIN)
    left = (width - picture.width) // 2
    svg = tag(
        "svg",
        tag("title", stamp.title),
        tag("desc", stamp.chosen() or words.say("everything, as usual")),
        _metadata(stamp),
        tag("style", Markup(face())),
        tag("rect", width=width, height=bottom, fill="#ffffff"),
        head,
        tag("g", picture.body, transform=f"translate({left} {top})"),
        foot,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {bottom}",
        width=width,
        height=bottom,
        font_family=FONTS,
        lang=stamp.language,
    )
    return legal(f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n').encode()


def inline(picture: Picture, label: str) -> Markup:
    """Put a picture into a page.

    Args:
        picture: what is drawn.
        label: what it is, for those who hear it.

    Returns:
        The picture as part of a page.
    """
    return tag(
        "svg",
        picture.body,
        viewBox=f"0 0 {picture.width} {picture.height}",
        width=picture.width,
        height=picture.height,
        font_family=FONTS,
        role="group",
        aria_label=label,
    )


@cache
def face() -> str:
    """Give the typeface of the explorer as a rule that holds the typeface itself.

    Returns:
        A rule of CSS; nothing where Streamlit has no such file (any more), so that a typeface of
        the machine is used.

    Source:
        Source Sans by Adobe, SIL Open Font License 1.1, which allows it inside a document.
    """
    found = sorted(Path(streamlit.__file__).parent.glob(_FONT_FILES))
    if not found:
        return ""
    data = base64.b64encode(found[0].read_bytes()).decode()
    return (
        '@font-face{font-family:"Source Sans";font-weight:200 900;'
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
    )


def _head(stamp: Stamp, width: int) -> tuple[Markup, int]:
    room = width - 2 * MARGIN
    titled = wrap(stamp.title, _TITLE, room, 2, bold=True)
    chosen = wrap(stamp.chosen(), _SMALL + 2, room, 4) if stamp.chosen() else []
    pieces: list[Child] = []
    y = MARGIN + _TITLE // 2
    for line in titled:
        pieces.append(text(MARGIN, y, line, _TITLE, bold=True))
        y += _TITLE + 6
    for line in chosen:
        pieces.append(text(MARGIN, y, line, _SMALL + 2, colour=SOFT))
        y += _LINE + 2
    return join(*pieces), y + MARGIN // 2


def _foot(stamp: Stamp, words: Words, width: int, top: int) -> tuple[Markup, int]:
    room = width - 2 * MARGIN
    said = ". ".join(f"{what}: {which}" for what, which in _told(stamp, words))
    pieces: list[Child] = []
    y = top
    for line in wrap(said, _SMALL, room, 4):
        pieces.append(text(MARGIN, y, line, _SMALL, colour=SOFT))
        y += _LINE
    return join(*pieces), y + MARGIN // 2


def _told(stamp: Stamp, words: Words) -> tuple[tuple[str, str], ...]:
    # The title and the choices stand above already.
    above = {(words.say("View"), stamp.title), *stamp.choices}
    return tuple(line for line in stamp.lines(words) if line not in above)


def _metadata(stamp: Stamp) -> Markup:
    # Dublin Core in RDF, as Inkscape and others read and write it.
    known = {
        "title": stamp.title,
        "date": stamp.day,
        "description": stamp.chosen(),
        "creator": stamp.program,
        "source": stamp.data,
        "identifier": stamp.address,
        "language": stamp.language,
        "rights": "CC BY 4.0",
    }
    work = tag(
        "rdf:Description",
        *(tag(f"dc:{name}", value) for name, value in known.items() if value),
    )
    names = (
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return tag("metadata", Markup(f"<rdf:RDF {names}>{work}</rdf:RDF>"))
