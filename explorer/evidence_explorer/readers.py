"""Readers go first: work in the background rests while a page is being made.

Python runs one thread at a time, so an index of a million findings that is being built would make
every page of that time two or three times as slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic
from typing import Final

QUIET: Final = 0.3
"""Seconds after a page in which the background still rests: what was made has to be sent."""
LONGEST: Final = 0.5
"""Seconds that it rests at the most, so that it comes to an end however many read."""


class Readers:
    """Who is waiting for a page at the moment."""

    def __init__(self, quiet: float = QUIET, longest: float = LONGEST) -> None:
        self._quiet = quiet
        self._longest = longest
        self._changed = Condition()
        self._waiting = 0
        self._left = -quiet

    @contextmanager
    def page(self) -> Iterator[None]:
        """Tell that a page is being made.

        Yields:
            Nothing; the page is made when the block ends.
        """
        with self._changed:
            self._waiting += 1
        try:
            yield
        finally:
            with self._changed:
                self._waiting -= 1
                self._left = monotonic()
                self._changed.notify_all()

    def give_way(self) -> None:
        """Rest until nobody waits for a page, but never long."""
        end = monotonic() + self._longest
        with self._changed:
            while (left := end - monotonic()) > 0:
                rest = self._left + self._quiet - monotonic()
                if not self._waiting and rest <= 0:
                    return
                self._changed.wait(left if self._waiting else min(left, rest))


_READERS: Final = Readers()


def readers() -> Readers:
    """Give the readers of this process.

    Returns:
        The same to everybody.
    """
    return _READERS
