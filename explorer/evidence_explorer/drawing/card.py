"""The card that stands for an element, a source or a domain: its lines, and so its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evidence_explorer.drawing.measure import text_width, wrap
from evidence_explorer.drawing.words import Words
from evidence_explorer.signs import NOT_ASSESSED, state_rank, state_sign
from evidence_graph.queries.answers import NetworkNode

NAME_SIZE: Final = 19
META_SIZE: Final = 15
NAME_LINE: Final = 22
META_LINE: Final = 19
PADDING_ACROSS: Final = 9
PADDING_DOWN: Final = 6
SIGN_ROOM: Final = 18
MARK_ROOM: Final = 24
POINT: Final = 12
"""How far the sides of the sign of a domain are pointed; its text stands between."""
BADGE_ROOM: Final = 42
"""Room for the sign that says how many more there are."""
_ROOM: Final = 156
_MOST_NAME_LINES: Final = 4
_MOST_STATES: Final = 3
_MOST_STATE_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class StateLine:
    """One state on a card: its sign, the lines beside it, and how it is read aloud.

    A state that says no more than that nobody judged has a sign only: the legend has its word, and
    a picture in which each card repeats it says nothing any more.
    """

    code: str
    shape: str
    colour: str
    glyph: str
    word: str
    lines: tuple[str, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card, line by line, and the size that it needs.

    ``sources`` is the last line: of an element its number of sources, of a source or a domain what
    it is and how many elements it has.
    """

    name: tuple[str, ...]
    sources: str
    source_count: int
    exceptions: int
    reported: bool
    states: tuple[StateLine, ...]
    width: int
    height: int


def card(node: NetworkNode, words: Words) -> Card:
    """Write the card of an element, a source or a domain.

    Args:
        node: What it stands for.
        words: The words of its language.

    Returns:
        The card.
    """
    states = _states(node, words) if node.kind == "element" else ()
    last = _last(node, words)
    name = wrap(node.label.in_(words.language), NAME_SIZE, _ROOM, _MOST_NAME_LINES, bold=True)
    marks = (1 if node.exception_count else 0) + (1 if node.reported_count else 0)
    widths = [text_width(line, NAME_SIZE, bold=True) for line in name]
    widths += [text_width(line, META_SIZE) + SIGN_ROOM for s in states for line in s.lines]
    silent = any(not state.lines for state in states)
    widths.append(
        text_width(last, META_SIZE)
        + MARK_ROOM * marks
        + (SIGN_ROOM if silent else 0)
        + (BADGE_ROOM if node.tie_count else 0)
    )
    lines = 1 + sum(len(state.lines) for state in states)
    return Card(
        name=tuple(name),
        sources=last,
        source_count=node.source_count,
        exceptions=node.exception_count,
        reported=node.reported_count > 0,
        states=states,
        width=max(widths) + 2 * PADDING_ACROSS + (2 * POINT if node.kind == "domain" else 0),
        height=NAME_LINE * len(name) + META_LINE * lines + 2 * PADDING_DOWN,
    )


def _last(node: NetworkNode, words: Words) -> str:
    if node.kind != "element":
        return f"{words.say(node.kind)} · {words.count('element', node.element_count)}"
    if not node.source_count and node.finding_count:
        # No source was read for it, and yet something is said: by the study itself, or relayed.
        return words.count("finding", node.finding_count)
    return words.count("source", node.source_count)


def _states(node: NetworkNode, words: Words) -> tuple[StateLine, ...]:
    # Write the states, what must not be missed first; the number only where it tells apart.
    counted = sorted(
        node.states or ((NOT_ASSESSED, 0),), key=lambda item: (state_rank(item[0]), item[0])
    )
    lines = []
    for code, count in counted[:_MOST_STATES]:
        sign = state_sign(code)
        word = words.state(code)
        text = f"{word}\u00a0({count})" if len(counted) > 1 else word
        spoken = f"{word} {words.count('inDomain', count)}" if count else word
        lines.append(
            StateLine(
                code=code,
                shape=sign.shape,
                colour=sign.colour,
                glyph=sign.glyph,
                word=word,
                lines=_lines(code, text),
                spoken=spoken,
            )
        )
    return tuple(lines)


def _lines(code: str, text: str) -> tuple[str, ...]:
    if code == NOT_ASSESSED:
        return ()
    return tuple(wrap(text, META_SIZE, _ROOM - SIGN_ROOM, _MOST_STATE_LINES))
