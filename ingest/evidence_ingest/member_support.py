"""What a list itself cites for each of its members: the support that stands or falls with it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from evidence_ingest.support import Index
from evidence_ontology.records import Record


def member_support(index: Index, listing: Record) -> tuple[str, ...]:
    """Give the sources that a list cites for its members, where it lists them.

    Args:
        index: The records.
        listing: A record of the class ``ElementList``.

    Returns:
        One text a member, in the order of the list: the slug of the element, then those of the
        sources read that the list cites for it, sorted (``empathy steketee-2015``). What other
        places say of the element is left out.
    """
    places = set(listing.links["foundAt"])
    support: dict[str, set[str]] = {member: set() for member in listing.links["members"]}
    for member, sources in support.items():
        for finding in index.findings_about[member]:
            if not places.isdisjoint(finding.links["foundAt"]):
                sources.update(_cited_at(index, finding, places))
    return tuple(
        " ".join(thing.partition("/")[2] for thing in (member, *sorted(sources)))
        for member, sources in support.items()
    )


def _cited_at(index: Index, finding: Record, places: Set[str]) -> Iterator[str]:
    for identifier in finding.links["restsOn"]:
        citation = index.citations[identifier]
        if citation.values["mode"] == "read" and citation.links["foundAt"][0] in places:
            yield from citation.links.get("cites", ())
