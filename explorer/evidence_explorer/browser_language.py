"""Which of our languages does a browser ask for?

Source: RFC 9110, section 12.5.4, Accept-Language.
"""

from __future__ import annotations

import re
from typing import Final

from evidence_explorer.selection import LANGUAGES, Language

_LANGUAGE_RANGE: Final = re.compile(r"\s*([A-Za-z]{1,8})(?:-[\w-]*)?\s*(?:;\s*q=([0-9.]{1,5}))?\s*")


def preferred_language(accept_language: str | None) -> Language:
    """Choose the language by what the browser asks for.

    Args:
        accept_language: the header ``Accept-Language``, or None.

    Returns:
        The one of our languages that the browser wants most; Dutch where it wants neither.
    """
    best: tuple[float, Language] = (0.0, "nl")
    for part in (accept_language or "")[:500].split(","):
        match = _LANGUAGE_RANGE.fullmatch(part)
        if match is None:
            continue
        weight = _weight(match.group(2))
        for language in LANGUAGES:
            if match.group(1).lower() == language and weight > best[0]:
                best = (weight, language)
    return best[1]


def _weight(text: str | None) -> float:
    if text is None:
        return 1.0
    try:
        return float(text)
    except ValueError:
        return 0.0
