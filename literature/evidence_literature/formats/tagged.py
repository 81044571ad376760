"""Files of lines that begin with a tag: RIS, PubMed's nbib, and Web of Science's field-tagged form.

Read here and not with rispy 0.10, which drops the record after one whose end is missing, keeps one
of two values of a tag, takes addresses apart at semicolons and tells no lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from evidence_literature.formats.reading import Fault


@dataclass(frozen=True, slots=True)
class Tagged:
    """A record as it stands in the file: its first line, and its tags with their values."""

    line: int
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a format marks things: a line with a tag, the tags that begin and end a record.

    ``end`` is None where a record ends at an empty line. ``passed`` are lines of the file itself.
    ``lists`` are tags whose further lines are further values.
    """

    tag: re.Pattern[str]
    start: str
    end: str | None
    passed: Callable[[str], bool]
    lists: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Reading:
    """The state while reading: the record that is open, and where lines outside of one began."""

    open: int = 0
    fields: list[tuple[str, list[str]]] = field(default_factory=list)
    stray: int = 0

    def take(self) -> Tagged:
        fields = ((tag, "".join(pieces).strip()) for tag, pieces in self.fields)
        record = Tagged(self.open, tuple(fields))
        self.open, self.fields = 0, []
        return record


def split_tagged(text: str, grammar: Grammar) -> Iterator[Tagged | Fault]:
    """Take a file apart into records.

    Args:
        text: The text of the file.
        grammar: How the format marks things.

    Yields:
        The records as they stand, and before each what is wrong with it.
    """
    state = _Reading()
    for number, row in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        match = grammar.tag.match(row)
        if match and match[1] == grammar.start:
            yield from _unended(state, grammar, number)
            state.open = number
            state.fields.append((match[1], [(match[2] or "").strip()]))
        elif match and match[1] == grammar.end:
            yield _ended(state, number, grammar)
        elif not state.open:
            yield from _stray(state, grammar, row, number)
        elif match:
            state.fields.append((match[1], [(match[2] or "").strip()]))
        elif row.strip():
            _continue(state, grammar, row)
        elif grammar.end is None:
            yield state.take()
    yield from _unended(state, grammar, 0)


def _unended(state: _Reading, grammar: Grammar, number: int) -> Iterator[Tagged | Fault]:
    if not state.open:
        return
    if grammar.end is not None:
        where = f"the next one begins on line {number}" if number else "the file stops"
        message = f"The record has no end: {where}. Put a line '{grammar.end}' after its last line."
        yield Fault(state.open, message, kept=True)
    yield state.take()


def _ended(state: _Reading, number: int, grammar: Grammar) -> Tagged | Fault:
    state.stray = 0
    if state.open:
        return state.take()
    message = f"A record ends here that did not begin. Begin it with a line '{grammar.start}'."
    return Fault(number, message)


def _stray(state: _Reading, grammar: Grammar, row: str, number: int) -> Iterator[Fault]:
    if row.strip() and not state.stray and not grammar.passed(row.strip()):
        state.stray = number
        yield Fault(
            number,
            f"From here on lines stand outside any record and were not read. Begin a record with"
            f" a line '{grammar.start}'.",
        )


def _continue(state: _Reading, grammar: Grammar, row: str) -> None:
    tag, pieces = state.fields[-1]
    between = " " if row[0].isspace() and tag not in grammar.lists else "\n"
    pieces += between, row.strip()
