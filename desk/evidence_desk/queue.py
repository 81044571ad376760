"""The queue: every proposal with what has become of it, as the log tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from evidence_desk.log import DECISIONS, Event
from evidence_desk.proposals import Proposal

State = Literal["open", "skipped", "accepted", "refused"]
STATES: Final[tuple[State, ...]] = ("open", "skipped", "accepted", "refused")


@dataclass(frozen=True, slots=True)
class Item:
    """A proposal, and the last decision on it that was not taken back."""

    proposal: Proposal
    decision: Event | None = None

    @property
    def state(self) -> State:
        """What has become of it."""
        if self.decision is None:
            return "open"
        found: dict[str, State] = {
            "accepted": "accepted",
            "refused": "refused",
            "skipped": "skipped",
        }
        return found[self.decision.what]

    @property
    def waiting(self) -> bool:
        """Whether somebody has still to decide on it."""
        return self.state in {"open", "skipped"}


@dataclass(frozen=True, slots=True)
class Queue:
    """All proposals, those to decide on first, the surest first."""

    items: tuple[Item, ...]

    @property
    def counts(self) -> dict[State, int]:
        """How many are in each state."""
        found = Counter(one.state for one in self.items)
        return {state: found[state] for state in STATES}

    def of(self, fingerprint: str) -> Item | None:
        """Find one.

        Args:
            fingerprint: Which.

        Returns:
            It, or None.
        """
        return next((one for one in self.items if one.proposal.fingerprint == fingerprint), None)

    def next(self, wanted: Wanted) -> Item | None:
        """Find what to decide on now.

        Args:
            wanted: What the curator wants to see only.

        Returns:
            The first that waits; None when all has been decided on.
        """
        return next((one for one in self.items if one.waiting and wanted.fits(one)), None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a curator wants to see only; empty, or None, is all.

    Attributes:
        element: The id of an element, or the name of a new one.
        direction: A direction.
        state: A state.
    """

    element: str = ""
    direction: str = ""
    state: State | None = None

    def fits(self, item: Item) -> bool:
        """Tell whether a proposal is wanted.

        Args:
            item: The proposal.

        Returns:
            Whether it is.
        """
        return (
            self.element in {"", item.proposal.subject}
            and self.direction in {"", item.proposal.direction}
            and self.state in {None, item.state}
        )


def queue(proposals: Iterable[Proposal], events: Iterable[Event]) -> Queue:
    """Put the proposals in order.

    Args:
        proposals: The proposals.
        events: The log.

    Returns:
        The queue: open ones by confidence, then those that were skipped, then the rest.
    """
    decided = standing(events)
    items = [
        Item(one, found[-1] if (found := decided.get(one.fingerprint)) else None)
        for one in proposals
    ]
    return Queue(tuple(sorted(items, key=_place)))


def _place(item: Item) -> tuple[int, str, float, str, int, str]:
    # Of those that were skipped, the one that has waited longest comes first.
    since = item.decision.at if item.decision and item.state == "skipped" else ""
    one = item.proposal
    return STATES.index(item.state), since, -one.confidence, one.file, one.page, one.fingerprint


def standing(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Tell which decisions stand.

    Args:
        events: The log.

    Returns:
        Fingerprint → the decisions that were not taken back, in order.
    """
    found: dict[str, list[Event]] = {}
    for one in events:
        if one.what in DECISIONS:
            found.setdefault(one.proposal, []).append(one)
        elif one.what == "undone":
            kept = [other for other in found.get(one.proposal, []) if other.id != one.undoes]
            found[one.proposal] = kept
    return found


def last_of(events: Sequence[Event], by: str) -> Event | None:
    """Find what a curator can take back.

    Args:
        events: The log.
        by: Who.

    Returns:
        His or her last decision that still decides what has become of its proposal, or None.
    """
    on_top = {found[-1].id for found in standing(events).values() if found}
    return next((one for one in reversed(events) if one.id in on_top and one.by == by), None)
