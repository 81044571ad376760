"""Short lists of keys on elements and sources, so that a page never searches a hub for them.

Each list is cut at :data:`MOST`; where more exist, a count beside it tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from evidence_ontology.records import Record, Value

MOST = 100
MOST_NEIGHBOURS = 200

ByLabel = Mapping[str, Sequence[Record]]
Lists = Mapping[str, Mapping[str, Value]]


def of_elements(by_label: ByLabel, rank: Mapping[str, int]) -> Lists:
    """List what an element is connected with.

    Args:
        by_label: The records by class.
        rank: The rank of each element by sources; neighbours with more sources come first.

    Returns:
        Id of an element → its lists of keys.
    """
    exceptions = _collect(by_label["Exception"], "qualifies")
    relations = _collect(by_label["Relation"], "startsAt", "endsAt")
    neighbours: dict[str, set[str]] = defaultdict(set)
    for one, other in _pairs(by_label):
        neighbours[one].add(other)
        neighbours[other].add(one)
    return {
        element.id: {
            "exceptionIds": _cut(exceptions[element.id]),
            "relationIds": _cut(relations[element.id]),
            "relationCount": len(relations[element.id]),
            "neighbourIds": _cut(
                sorted(neighbours[element.id] - {element.id}, key=rank.__getitem__), MOST_NEIGHBOURS
            ),
        }
        for element in by_label["Element"]
    }


def of_sources(by_label: ByLabel, sole: Mapping[str, Sequence[str]]) -> Lists:
    """List what a source is connected with.

    Args:
        by_label: The records by class.
        sole: Id of a source → the elements that rest on it alone.

    Returns:
        Id of a source → its lists of keys, and its row in the list of sources.
    """
    strengths = _collect(by_label["ReportedStrength"], "reportedBy")
    told_by: dict[str, set[str]] = defaultdict(set)
    tells_of: dict[str, set[str]] = defaultdict(set)
    for citation in by_label["Citation"]:
        for cited in citation.links.get("cites", ()):
            for teller in citation.links.get("relayedBy", ()):
                told_by[cited].add(teller)
                tells_of[teller].add(cited)
    ordered = sorted(by_label["Source"], key=lambda s: (str(s.values["shortName"]).lower(), s.id))
    return {
        source.id: {
            "rowNumber": number,
            "soleElementIds": _cut(sole.get(source.id, ())),
            "strengthIds": _cut(strengths[source.id]),
            "relayedByIds": _cut(sorted(told_by[source.id])),
            "relaysIds": _cut(sorted(tells_of[source.id])),
        }
        for number, source in enumerate(ordered)
    }


def _collect(records: Iterable[Record], *links: str) -> Mapping[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for record in records:
        for link in links:
            for target in record.links.get(link, ()):
                found[target][record.id] = None
    return defaultdict(list, {target: list(ids) for target, ids in found.items()})


def _pairs(by_label: ByLabel) -> Iterable[tuple[str, str]]:
    for relation in by_label["Relation"]:
        yield relation.links["startsAt"][0], relation.links["endsAt"][0]
    for element in by_label["Element"]:
        for above in element.links.get("broader", ()):
            yield element.id, above


def _cut(ids: Sequence[str], most: int = MOST) -> tuple[str, ...]:
    return tuple(ids[:most])
