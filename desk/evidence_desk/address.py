"""The address of a page of the desk. The explorer leaves the parameter ``desk`` alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import urlencode

from evidence_desk.queue import STATES, Wanted
from evidence_explorer.selection import Language

DESK: Final = "desk"
PageName = Literal["queue", "list"]
LONGEST: Final = 200
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a curator is at the desk.

    Attributes:
        page: The proposal to decide on, or the list of all.
        language: The language of the words.
        at: The proposal that was chosen from the list; empty for the next that waits.
        wanted: What the curator wants to see only.
        keys: Whether single keys decide.
    """

    page: PageName = "queue"
    language: Language = "nl"
    at: str = ""
    wanted: Wanted = field(default_factory=Wanted)
    keys: bool = True


def read(query: Mapping[str, str], language: Language) -> Place | None:
    """Read an address.

    Args:
        query: The parameters.
        language: The language that the page is in.

    Returns:
        The place; None where the address is not one of the desk. What is not known falls back to
        what is usual.
    """
    asked = query.get(DESK)
    if asked is None:
        return None
    page: PageName = "list" if asked == "list" else "queue"
    at = query.get("at", "")
    state = next((one for one in STATES if one == query.get("state")), None)
    wanted = Wanted(query.get("about", "")[:LONGEST], query.get("direction", "")[:LONGEST], state)
    at = at if _FINGERPRINT.fullmatch(at) else ""
    return Place(page, language, at, wanted, query.get("keys") != "off")


def href(place: Place) -> str:
    """Write a place as a link.

    Args:
        place: The place.

    Returns:
        ``?desk=…``, every value percent-encoded.
    """
    query = {
        DESK: place.page,
        "at": place.at,
        "about": place.wanted.element,
        "direction": place.wanted.direction,
        "state": place.wanted.state or "",
        "keys": "" if place.keys else "off",
        "language": place.language,
    }
    return "?" + urlencode({name: value for name, value in query.items() if value})
