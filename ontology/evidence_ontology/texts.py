"""How a text is kept: without spaces at the ends, composed, and a list as one cell or literal."""

from __future__ import annotations

import unicodedata

from evidence_ontology.records import LIST_SEPARATOR


def clean(text: str) -> str:
    """Put a text in the one form that is kept.

    Args:
        text: Any text.

    Returns:
        The text without white space at its ends, its letters composed (Unicode NFC).
    """
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def parts(text: str, *, ordered: bool = False) -> tuple[str, ...]:
    """Take a list apart that is written as one text.

    Args:
        text: The values with ``|`` between them.
        ordered: Whether their order says something.

    Returns:
        The values, each once; sorted, unless their order says something.
    """
    found = dict.fromkeys(part for piece in text.split(LIST_SEPARATOR) if (part := clean(piece)))
    return tuple(found) if ordered else tuple(sorted(found))
