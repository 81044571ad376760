"""The log of the desk: one line of JSON for everything that was done, only ever added to.

Each line names the digest of the line before it, so that a line that was changed or taken out
later shows. A line that was cut short when its writer was killed counts as never written. What
state a proposal is in is read from here, and stands nowhere else.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

What = Literal["added", "accepted", "refused", "skipped", "undone", "account"]
DECISIONS: Final = frozenset({"accepted", "refused", "skipped"})
START: Final = "0" * 16
_ALWAYS: Final = frozenset({"id", "at", "by", "what"})
_PRIVATE: Final = 0o600


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that somebody did.

    Attributes:
        id: Its own id.
        at: When, in UTC.
        by: Who.
        what: What was done.
        proposal: The proposal that it was done to; empty where there is none.
        about: From what: file, section, page and element, in words for people.
        undoes: The event that it takes back.
        before: The revision of the tables before it; empty where it did not touch them.
        after: The revision after it.
        rows: The rows of the tables that it changed, each with what stood there before and after.
    """

    id: str
    at: str
    by: str
    what: What
    proposal: str = ""
    about: str = ""
    undoes: str = ""
    before: str = ""
    after: str = ""
    rows: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the log says, and how many of its lines do not follow from the line before them."""

    events: list[Event] = field(default_factory=list)
    broken: int = 0


def event(by: str, what: What, **more: Any) -> Event:
    """Make an event of this moment.

    Args:
        by: Who.
        what: What is done.
        **more: The other attributes.

    Returns:
        The event.
    """
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    return Event(secrets.token_hex(8), now, by, what, **more)


def append(path: Path, one: Event) -> None:
    """Write an event behind the others, and see to it that the disk has it.

    To be called by one process at a time.

    Args:
        path: The log.
        one: The event.
    """
    last, torn = _end(path)
    line = json.dumps({"previous": _digest(last), **as_plain(one)}, ensure_ascii=False)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _PRIVATE)
    with os.fdopen(handle, "ab") as file:
        file.write(("\n" if torn else "").encode() + line.encode("utf-8", "replace") + b"\n")
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> Reading:
    """Read the log.

    Args:
        path: The log.

    Returns:
        The events, in the order in which they were written.
    """
    found = Reading()
    last, broken = b"", 0
    for line in _lines(path):
        plain = _parsed(line)
        if plain is None:
            continue
        broken += plain.pop("previous", "") != _digest(last)
        found.events.append(Event(**{**plain, "rows": tuple(plain.get("rows", ()))}))
        last = line
    return Reading(found.events, broken)


def as_plain(one: Event) -> dict[str, Any]:
    """Write an event as plain data; what is empty is left out.

    Args:
        one: The event.

    Returns:
        Its attributes.
    """
    plain = {name: getattr(one, name) for name in Event.__slots__}
    return {
        name: list(v) if name == "rows" else v for name, v in plain.items() if v or name in _ALWAYS
    }


def _lines(path: Path) -> list[bytes]:
    return path.read_bytes().split(b"\n") if path.is_file() else []


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        plain = json.loads(line)
    except ValueError:
        return None
    known = {*Event.__slots__, "previous"}
    if not isinstance(plain, dict) or not _ALWAYS <= set(plain) <= known:
        return None
    return plain


def _digest(line: bytes) -> str:
    return hashlib.blake2b(line, digest_size=8).hexdigest() if line else START


def _end(path: Path) -> tuple[bytes, bool]:
    # The last line that counts, and whether one stands behind it that was cut short.
    lines = _lines(path)
    torn = bool(lines and lines[-1])
    whole = (line for line in reversed(lines) if _parsed(line) is not None)
    last = next(whole, b"")
    return last, torn
