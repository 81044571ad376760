"""How one choice is written in the address bar, and how it is read again.

Each reader gives None for what it cannot use, so that :mod:`~evidence_explorer.selection` can tell
the reader of the page. Several values of one parameter stand behind each other with a space, which
an address shows as ``+``: no id and no code holds one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from evidence_ontology.ontology import ontology

LONGEST_ID: Final = 200
LONGEST_TEXT: Final = 200
MOST_VALUES: Final = 50

Read = Callable[[str], object | None]
Write = Callable[[object], str]

_NUMBER: Final = re.compile(r"[0-9]{1,9}", re.ASCII)
_MARK: Final = re.compile(r"[a-z]{1,20}/[A-Za-z0-9-]{1,60}", re.ASCII)


def one_of(known: Sequence[str]) -> Read:
    """Read one of some words.

    Args:
        known: the words.

    Returns:
        A reader.
    """
    return lambda value: value if value in known else None


def yes(value: str) -> bool | None:
    """Read a choice that is made or not; only the made one is ever written.

    Args:
        value: what stands in the address.

    Returns:
        True, or None.
    """
    return True if value == "yes" else None


def id_of(prefix: str) -> Read:
    """Read an id of one class, which stands in the address without its class.

    An id with its class, as it stands in exports, is understood as well.

    Args:
        prefix: the class as ids begin with it, such as ``element``.

    Returns:
        A reader.
    """

    def read(value: str) -> str | None:
        rest = value.removeprefix(f"{prefix}/")
        return f"{prefix}/{rest}" if _usable(rest) else None

    return read


def write_id(value: object) -> str:
    """Write an id without its class.

    Args:
        value: such as ``element/alliance``.

    Returns:
        Such as ``alliance``.
    """
    return str(value).partition("/")[2]


def full_id(*prefixes: str) -> Read:
    """Read an id that stands in the address with its class, where several classes are possible.

    Args:
        *prefixes: the classes.

    Returns:
        A reader.
    """

    def read(value: str) -> str | None:
        prefix, _, rest = value.partition("/")
        return value if prefix in prefixes and _usable(rest) else None

    return read


def code_of(*lists: str) -> Read:
    """Read a code of the closed lists of the ontology.

    Args:
        *lists: their classes, such as ``State``.

    Returns:
        A reader.
    """

    def read(value: str) -> str | None:
        known = {one.code for name in lists for one in ontology().lists[name]}
        return value if value in known else None

    return read


def mark(value: str) -> str | None:
    """Read a mark of the legend, such as ``state/N0``.

    Args:
        value: what stands in the address.

    Returns:
        The mark, or None.
    """
    return value if _MARK.fullmatch(value) else None


def several(read: Read, most: int = MOST_VALUES) -> Read:
    """Read several values of one parameter.

    Args:
        read: what reads one of them.
        most: how many at most.

    Returns:
        A reader: every value once, in the order of the address; None where any of them is of no
        use, so that nobody sees less than a link promises without being told.
    """

    def read_all(value: str) -> tuple[object, ...] | None:
        found = [read(part) for part in value.split(" ")]
        if not found or None in found or len(found) > most:
            return None
        return tuple(dict.fromkeys(found))

    return read_all


def write_several(write: Write) -> Write:
    """Write several values.

    Args:
        write: what writes one of them.

    Returns:
        A writer.
    """

    def write_all(values: object) -> str:
        return " ".join(map(write, values))  # type: ignore[call-overload]

    return write_all


def counted(least: int, most: int, *, from_one: bool = False) -> Read:
    """Read a number.

    Args:
        least: the smallest that is written.
        most: the largest that is written.
        from_one: whether the address counts from 1 what is counted from 0 inside.

    Returns:
        A reader.
    """

    def read(value: str) -> int | None:
        if not _NUMBER.fullmatch(value) or not least <= int(value) <= most:
            return None
        return int(value) - from_one

    return read


def write_from_one(value: object) -> str:
    """Write a number that is counted from 0 inside, from 1 in the address, as people do.

    Args:
        value: a number.

    Returns:
        The next one.
    """
    return str(int(str(value)) + 1)


def typed(value: str) -> str | None:
    """Read what a person typed in the search box.

    Args:
        value: what stands in the address.

    Returns:
        The text without what cannot be seen, shortened; None where nothing is left.
    """
    text = "".join(one if one.isprintable() else " " for one in value)
    return " ".join(text.split())[:LONGEST_TEXT].strip() or None


def _usable(ident: str) -> bool:
    return 0 < len(ident) <= LONGEST_ID and ident.isprintable() and not re.search(r"\s", ident)
