"""The parts of rings: what stands on them, and the bands that they become."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """Something to put on a ring; its key is unique in the drawing."""

    key: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of a ring with its heading, if it has one, and the items in the order to keep."""

    heading: Item | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring with its heading and its sectors, clockwise from the top."""

    heading: Item
    sectors: tuple[Sector, ...]

    def is_empty(self) -> bool:
        """Tell whether no item stands on the ring.

        Returns:
            Whether it is empty, headings aside.
        """
        return not any(sector.items for sector in self.sectors)


@dataclass(frozen=True, slots=True)
class Band:
    """The outer edge of a ring, and the positions where its sectors part."""

    half_width: int
    half_height: int
    inner_half_width: int
    inner_half_height: int
    partings: tuple[int, ...] = ()
