"""Which sources are independent of each other: the study is the unit, not the publication.

Sources that report on a study in common count once, however many they are. A source of which no
study is known is a unit of its own.
Source: the evidence model, "Study (the unit of independence)"; "the same study told in three
reports counts once".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evidence_ontology.records import Record


def units(sources: Iterable[Record]) -> dict[str, str]:
    """Group sources by the studies that they report on, directly or through each other.

    Args:
        sources: Records of the class ``Source``.

    Returns:
        Id of a source → id of its unit: the first, by id, of the things that hang together.
    """
    parent: dict[str, str] = {}

    def root(thing: str) -> str:
        parent.setdefault(thing, thing)
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    for source in sources:
        for other in (source.id, *source.links.get("originatesFrom", ())):
            one, two = sorted((root(source.id), root(other)))
            parent[two] = one
    return {thing: root(thing) for thing in parent if thing.startswith("source/")}


def independent(unit_of: Mapping[str, str], sources: Iterable[str]) -> int:
    """Count how many independent studies a set of sources stands for.

    Args:
        unit_of: What :func:`units` gives.
        sources: Ids of sources.

    Returns:
        The number of units among them.
    """
    return len({unit_of.get(source, source) for source in sources})
