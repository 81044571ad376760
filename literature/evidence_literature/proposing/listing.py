"""Find the lists of elements of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evidence_literature.documents.document import Block, Document
from evidence_literature.proposing.attributing import Basis
from evidence_literature.proposing.lexicon import Lexicon
from evidence_literature.proposing.statements import Statement

_HEAD_END = re.compile(r"[;:.(–—]|\s-\s")
_SENTENCE = re.compile(r"[.!?]\s+")
_MOST_LEAD = 700
_MOST_ITEM = 500
_MOST_HEAD = 90


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its statements, what each rests on, and the words that open it."""

    statements: tuple[Statement, ...]
    bases: tuple[Basis, ...]
    head: str
    lead: str


@dataclass(slots=True)
class _List:
    """A list while it is read: its lead and the places of its items."""

    lead: str
    starts: list[int] = field(default_factory=list)


def items(
    document: Document, found: Sequence[Statement], bases: Sequence[Basis], words: Lexicon
) -> list[Item]:
    """Find the items of all lists of elements.

    Args:
        document: The report.
        found: Its statements.
        bases: What each of them rests on.
        words: The words of its language.

    Returns:
        The items, in order; none of lists of something else.
    """
    at: dict[int, list[tuple[Statement, Basis]]] = {}
    for one, basis in zip(found, bases, strict=True):
        if one.block.kind == "item":
            at.setdefault(one.block.start, []).append((one, basis))
    done: list[Item] = []
    for listed in _lists(document):
        read = [_item(at[start], listed.lead) for start in listed.starts if start in at]
        if read and _of_elements(read, listed.lead, words):
            done += read
    return done


def _lists(document: Document) -> Iterator[_List]:
    heading = text = ""
    current: _List | None = None
    for block in document.blocks:
        if block.kind == "item":
            current = current or _List(f"{heading}. {text}".strip(". "))
            current.starts.append(block.start)
        elif block.kind == "heading" or (block.kind == "text" and not _goes_on(block)):
            if current:
                yield current
            current = None
            line = " ".join(block.text.split())
            heading, text = (line, "") if block.kind == "heading" else (heading, line[-_MOST_LEAD:])
    if current:
        yield current


def _goes_on(block: Block) -> bool:
    return block.text[0].islower() or block.text[0] in "(&"


def _item(parts: Sequence[tuple[Statement, Basis]], lead: str) -> Item:
    plain = parts[0][0].plain
    cut = _HEAD_END.search(plain, 1)
    head = " ".join(plain[: cut.start() if cut else len(plain)].split()).rstrip(",")
    return Item(tuple(one for one, _ in parts), tuple(basis for _, basis in parts), head, lead)


def _of_elements(read: Sequence[Item], lead: str, words: Lexicon) -> bool:
    before = _SENTENCE.split(lead)[-1]
    if words.method.search(before) or any("?" in item.head for item in read):
        return False
    sizes = [sum(len(one.text) for one in item.statements) for item in read]
    if sum(sizes) > _MOST_ITEM * len(read):
        return False
    brief = sum(len(item.head) <= _MOST_HEAD for item in read) >= len(read) / 2
    citing = sum(any(basis.direct for basis in item.bases) for item in read) > len(read) / 2
    return brief and (citing or bool(words.list_heads.search(lead)))
