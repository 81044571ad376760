"""What a report is once it has been read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


class DocumentError(Exception):
    """A report cannot be read; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or footnote of a document; ``start`` is its place in the text.

    ``section`` is the number of the section, or its heading where it has no number; ``page`` counts
    from 1, and is 0 where the file knows no pages. ``kind`` is ``text``, ``heading``, ``item`` (of
    a list) or ``note``.
    """

    text: str
    start: int
    section: str = ""
    page: int = 0
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Document:
    """A text in reading order. Of a TXT file ``text`` is the file, sign by sign."""

    id: str
    text: str
    blocks: tuple[Block, ...]

    def block_at(self, offset: int) -> Block:
        """Find the block in which a place lies: what leads back to page and section.

        Args:
            offset: A place in the text.

        Returns:
            The block, or the last one before the place; an empty one before the first.
        """
        number = bisect_right(self.blocks, offset, key=lambda block: block.start)
        return self.blocks[number - 1] if number else Block("", 0)
