"""The card that stands for an element: its lines, and so its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evidence_explorer.drawing.measure import text_width, wrap
from evidence_explorer.drawing.words import Words
from evidence_explorer.signs import state_rank, state_sign
from evidence_graph.queries.answers import NetworkNode

NAME_SIZE: Final = 15
META_SIZE: Final = 14
NAME_LINE: Final = 18
META_LINE: Final = 17
PADDING_ACROSS: Final = 9
PADDING_DOWN: Final = 6
SIGN_ROOM: Final = 17
MARK_ROOM: Final = 24
_ROOM: Final = 138
_MOST_NAME_LINES: Final = 4
_MOST_STATES: Final = 3
_MOST_STATE_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class StateLine:
    """One state on a card: its sign, the lines beside it, and how it is read aloud."""

    code: str
    shape: str
    colour: str
    glyph: str
    word: str
    lines: tuple[str, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card, line by line, and the size that it needs."""

    name: tuple[str, ...]
    sources: str
    source_count: int
    exceptions: int
    reported: bool
    states: tuple[StateLine, ...]
    width: int
    height: int


def card(node: NetworkNode, words: Words) -> Card:
    """Write the card of an element.

    Args:
        node: The element.
        words: The words of its language.

    Returns:
        The card.
    """
    states = _states(node, words)
    sources = words.count("source", node.source_count)
    name = wrap(node.label.in_(words.language), NAME_SIZE, _ROOM, _MOST_NAME_LINES, bold=True)
    marks = (1 if node.exception_count else 0) + (1 if node.reported_count else 0)
    widths = [text_width(line, NAME_SIZE, bold=True) for line in name]
    widths += [text_width(line, META_SIZE) + SIGN_ROOM for s in states for line in s.lines]
    widths.append(text_width(sources, META_SIZE) + MARK_ROOM * marks)
    lines = 1 + sum(len(state.lines) for state in states)
    return Card(
        name=tuple(name),
        sources=sources,
        source_count=node.source_count,
        exceptions=node.exception_count,
        reported=node.reported_count > 0,
        states=states,
        width=max(widths) + 2 * PADDING_ACROSS,
        height=NAME_LINE * len(name) + META_LINE * lines + 2 * PADDING_DOWN,
    )


def _states(node: NetworkNode, words: Words) -> tuple[StateLine, ...]:
    # Write the states, what must not be missed first; the number only where it tells apart.
    counted = sorted(node.states or (("N0", 0),), key=lambda item: (state_rank(item[0]), item[0]))
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
                lines=tuple(wrap(text, META_SIZE, _ROOM - SIGN_ROOM, _MOST_STATE_LINES)),
                spoken=spoken,
            )
        )
    return tuple(lines)
