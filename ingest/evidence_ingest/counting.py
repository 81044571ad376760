"""Numbers in sentences: *1 record*, *2 records*."""

from __future__ import annotations


def counted(number: int, one: str, more: str = "") -> str:
    """Say how many there are of something.

    Args:
        number: How many.
        one: The words for one of them, such as ``record``.
        more: The words for none or several; left out, those for one with an *s*.

    Returns:
        Such as ``1 record``, ``0 records`` or ``2 studies``.
    """
    return f"{number} {one if number == 1 else more or f'{one}s'}"
