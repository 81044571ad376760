"""From printed authors to a list of names: people, institutes, and what is neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_literature.citing.lexicon import lexicon
from evidence_literature.citing.patterns import (
    ALL_AUTHORS,
    AND,
    INITIAL_AT_END,
    INITIALS_AT_START,
    INVERTED_NAME,
    LATER,
    PARTICLES_AT_START,
    WHOLE_CHAIN,
)

_NEXT_NAME = re.compile(rf"(?P<name>{LATER})(?:{AND}|$)")
_JOINT = re.compile(r"(,| &| en| and)(?: (?:de|het|the))? (?=[A-ZÀ-Ž'])")
# "SCP", "NJi", "DfE", and no "McCann".
_ACRONYM = re.compile(r"(?![A-Z][a-z][A-Z][a-z]{2,}$)[A-Z][A-Za-z]?[A-Z]\w{0,4}")
_LAWS = {"wet", "besluit", "regeling", "verdrag", "kamerstukken", "kamerstuk"}
_FIELDS = re.compile(r"(?:ministry|department|ministerie|departement) (?:of|for|van|voor) ", re.I)
_ADDED = re.compile(r" ?[\[(][A-Z][\w ]{1,12}[\])]")


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors of one work, as printed."""

    names: tuple[str, ...]
    etal: bool = False


def people(names: str, etal: str | None) -> Authors:
    """Split a list of people.

    Args:
        names: Matched by the pattern of names.
        etal: What stands for the others, if anything.

    Returns:
        The names without initials.
    """
    found = (match["name"] for match in _NEXT_NAME.finditer(names))
    return Authors(tuple(_surname(name) for name in found), bool(etal))


def _surname(name: str) -> str:
    plain = INITIAL_AT_END.sub("", INITIALS_AT_START.sub("", name)).strip()
    return re.sub(r" ?- ?", "-", plain)


def inverted(names: str, etal: str | None) -> Authors:
    """Split a list of people as a reference prints it: "Yperen, T. van & Addink, A.".

    Args:
        names: Matched by the pattern of inverted names.
        etal: What stands for the others, if anything.

    Returns:
        The names, a particle before the surname.
    """
    found = INVERTED_NAME.finditer(names)
    return Authors(tuple(_with_particle(m["surname"], m["particle"]) for m in found), bool(etal))


def _with_particle(surname: str, particle: str | None) -> str:
    return f"{particle[0].upper()}{particle[1:]} {surname}" if particle else surname


def institute(chain: str) -> Authors | None:
    """Read a chain of capitalised words as one institute, or a list of them.

    Args:
        chain: The words, with what links them.

    Returns:
        The institutes; None when no word says that one is meant.
    """
    trimmed = _trimmed(_ADDED.sub("", chain))
    if not trimmed or not names_institute(trimmed):
        return None
    return Authors(_split(trimmed))


def whole_institute(chain: str) -> Authors | None:
    """Read all that stands before a year inside brackets as one institute, or a list of them.

    Args:
        chain: The words.

    Returns:
        The institutes; None when the words do not look like a name.
    """
    text = _ADDED.sub("", chain).strip(" ,")
    if names_institute(text) or not PARTICLES_AT_START.match(text):
        text = _trimmed(text)
    if not WHOLE_CHAIN.fullmatch(text):
        return None
    head = text.split()[0]
    if head[0].islower() and not head.startswith("'") and head.split("-")[0] not in lexicon().heads:
        return None
    return Authors(_split(text))


def _trimmed(chain: str) -> str:
    words = chain.split()
    while words and not _may_start(words[0]):
        words.pop(0)
    return " ".join(words)


def _may_start(word: str) -> bool:
    if word[0].islower():
        return word.split("-", maxsplit=1)[0] in lexicon().heads
    return word.lower().rstrip(",") not in lexicon().starters


def names_institute(text: str) -> bool:
    """Tell whether a word in a name says that it is an institute.

    Args:
        text: A name.

    Returns:
        Whether it does.
    """
    words = [
        word for part in text.split() for word in [part.strip(",.'"), *part.split("-")] if word
    ]
    return any(
        word.lower() in lexicon().known
        or word.lower().endswith(lexicon().institutes)
        or bool(_ACRONYM.fullmatch(word) and word.lower() not in lexicon().never)
        for word in words
    )


def is_acronym(text: str) -> bool:
    """Tell whether a name is only letters that stand for words.

    Args:
        text: A name.

    Returns:
        Whether it is.
    """
    return bool(_ACRONYM.fullmatch(text))


def _split(chain: str) -> tuple[str, ...]:
    parts: list[str] = []
    start = 0
    for joint in _JOINT.finditer(chain):
        left, right = chain[start : joint.start()], chain[joint.end() :]
        right = _JOINT.split(right)[0]
        # "Ministry of Housing, Communities and Local Government": fields of one ministry.
        named = right.split(" ")[0] if _FIELDS.match(left) else right
        if joint[1] == " &" or (
            names_institute(named) and left.lower() not in lexicon().adjectives
        ):
            parts.append(left)
            start = joint.end()
    return (*parts, chain[start:])


def is_never(name: str) -> bool:
    """Tell whether a name is that of a law, a month, a place or a part of a text.

    Args:
        name: A name, as printed.

    Returns:
        Whether nobody of that name writes.
    """
    words = name.lower().split()
    if name.startswith("Van "):
        return False
    if name.lower() in lexicon().never or words[-1].endswith(lexicon().never_endings):
        return True
    return words[0] in _LAWS or (words[-1] in lexicon().never and not names_institute(name))


def bare(name: str) -> str:
    """Give the name by which two spellings are compared: no particles, no capitals.

    Args:
        name: A name, as printed.

    Returns:
        The bare name.
    """
    plain = name.replace("’", "'").replace("‘", "'")
    rest = PARTICLES_AT_START.sub("", plain)
    return re.sub(r" ?- ?", "-", (rest or plain).lower())


def particles(name: str) -> str:
    """Give what stands before the surname.

    Args:
        name: A name, as printed.

    Returns:
        The particles in lower case, or nothing.
    """
    found = PARTICLES_AT_START.match(name.replace("’", "'"))
    return found[0].strip().lower() if found else ""


def listed(text: str) -> Authors | None:
    """Read a text that should be a list of people and nothing else.

    Args:
        text: The text.

    Returns:
        The people, or None when it is something else.
    """
    match = ALL_AUTHORS.fullmatch(text)
    if not match:
        return None
    found = people(match["names"], match["etal"])
    return None if found.names[0].lower() in lexicon().adjectives else found
