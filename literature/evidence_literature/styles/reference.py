"""A printed reference: pieces of text, some of them in italics."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a reference, and whether it stands in italics."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it is printed; ``str`` gives it as plain text."""

    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def sentence(*pieces: Piece | str) -> tuple[Piece, ...]:
    """Make a sentence: pieces with a full stop behind them, unless they end one already.

    Args:
        pieces: What stands in it; empty ones are left out.

    Returns:
        The pieces, ended; nothing when there is nothing to say.
    """
    given = (Piece(part) if isinstance(part, str) else part for part in pieces)
    found = tuple(piece for piece in given if piece.text)
    if not found or found[-1].text.rstrip("”’\"'").endswith((".", "?", "!", "…")):
        return found
    return (*found, Piece("."))


def spaced(*sentences: tuple[Piece, ...]) -> Reference:
    """Put sentences behind one another.

    Args:
        sentences: The sentences; empty ones are left out.

    Returns:
        The reference.
    """
    pieces: list[Piece] = []
    for one in sentences:
        if pieces and one:
            pieces.append(Piece(" "))
        pieces += one
    return Reference(tuple(pieces))
