"""Which cells has a search looked at? Only those whose element and domain it names.

A search for effective elements in general, as that of a literature study, covers no cell: it did
not ask about any single element, so its silence about one says nothing.
Source: the evidence model, state N1 and "Search question, terms, years, exclusions".
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from evidence_ontology.records import Record


class Cell(NamedTuple):
    """One element in one domain, by their ids."""

    element: str
    domain: str


def covered_by(protocol: Record) -> frozenset[Cell]:
    """List the cells that a search protocol covers.

    Args:
        protocol: A record of the class ``SearchProtocol``.

    Returns:
        Each element that it names in each domain that it names; never a broader or narrower one.
    """
    elements = protocol.links.get("searchesFor", ())
    return frozenset(Cell(*pair) for pair in product(elements, protocol.links.get("covers", ())))


def covered(protocols: Iterable[Record]) -> frozenset[Cell]:
    """List the cells that any of the search protocols covers.

    Args:
        protocols: Records of the class ``SearchProtocol``.

    Returns:
        The cells.
    """
    return frozenset(cell for protocol in protocols for cell in covered_by(protocol))
