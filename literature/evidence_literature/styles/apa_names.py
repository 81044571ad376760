"""The names in an APA reference."""

from __future__ import annotations

import re

from evidence_literature.names import Name

MOST = 20
"""How many authors are named; of more, the first nineteen and the last. APA 7, 9.8."""

_JOINT = re.compile(r"[ .]+|(?=-)")
_DIGRAPHS = ("IJ", "Ij", "Th", "Ch", "Ph", "Chr", "Joh")


def people(names: tuple[Name, ...]) -> str:
    """Name authors.

    Args:
        names: The authors.

    Returns:
        Such as ``Van Yperen, T., & Veerman, J. W.``
    """
    named = [_inverted(name) for name in names]
    # Between two names of which the first is not turned around, no comma stands: 9.8.
    return " & ".join(named) if len(names) == 2 and not names[0].given else _joined(named)


def people_inside(names: tuple[Name, ...]) -> str:
    """Name the editors of a book that holds a chapter.

    Args:
        names: The editors.

    Returns:
        Such as ``T. van Yperen & J. W. Veerman``.
    """
    named = [" ".join(filter(None, (initials(name.given), _in_text(name)))) for name in names]
    if len(named) == 2:
        return " & ".join(named)
    return _joined(named)


def initials(given: str) -> str:
    """Make initials.

    Args:
        given: Such as ``Tom Andreas``, ``T.A.``, ``TA`` or ``Jan-Willem``.

    Returns:
        ``T. A.``, or ``J.-W.``; a Dutch IJ and a written Th. stay together.
    """
    letters = ""
    for part in _JOINT.split(_apart(given)):
        word = part.lstrip("-")
        if word:
            between = "-" if part.startswith("-") else " " if letters else ""
            letters += f"{between}{_letter(word, given)}."
    return letters


def _letter(word: str, given: str) -> str:
    if word in _DIGRAPHS and f"{word}." in given:
        return word
    return word[:2].upper() if word[:2].upper() == "IJ" else word[0].upper()


def _apart(given: str) -> str:
    return " ".join(given) if re.fullmatch(r"[A-ZÀ-Þ]{2,3}", given) and given != "IJ" else given


def _inverted(name: Name) -> str:
    if name.literal:
        return name.literal
    return ", ".join(filter(None, (_first(name.full_family), initials(name.given), name.suffix)))


def _first(text: str) -> str:
    # A name that begins an entry has a capital: "Van Yperen". Not after an apostrophe.
    return text[:1].upper() + text[1:]


def _in_text(name: Name) -> str:
    # Behind initials a Dutch particle is small: "T. van Yperen".
    if name.literal or not name.given:
        return name.full_family
    return " ".join(filter(None, (name.particle.lower(), name.family, name.suffix)))


def _joined(named: list[str]) -> str:
    if len(named) < 2:
        return "".join(named)
    if len(named) > MOST:
        return f"{', '.join(named[: MOST - 1])}, … {named[-1]}"
    return f"{', '.join(named[:-1])}, & {named[-1]}"
