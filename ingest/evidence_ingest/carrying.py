"""Short lists of what carries what: sources and elements, domains and elements.

The network of sources and that of a domain start from these, so that no page goes from a source or
a domain to its findings, of which there may be hundreds of thousands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from evidence_ingest.support import Index
from evidence_ontology.records import Record, Value

MOST = 80
"""How many an element or a source lists at most: those with the most findings."""
MOST_IN_DOMAIN = 60
_MODES = ("read", "own", "relayed")
"""How a source stands behind an element; where it does so in more than one way, the first."""

Lists = dict[str, dict[str, Value]]


@dataclass(slots=True)
class _Carried:
    """The findings by which one source carries one element, and in which ways."""

    findings: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)

    def seen_from(self, other: str) -> str:
        """Say it as it stands on one of its ends.

        Args:
            other: The id of the other end.

        Returns:
            Its slug, the way, the number of findings: ``trust read 3``.
        """
        mode = next((one for one in _MODES if one in self.modes), _MODES[-1])
        return f"{other.partition('/')[2]} {mode} {len(self.findings)}"


def of_sources_and_elements(index: Index) -> Lists:
    """List which sources carry an element, and which elements a source carries.

    Args:
        index: The records.

    Returns:
        Id of an element or a source → its list; of a source also its rank by what it carries.
    """
    found: dict[tuple[str, str], _Carried] = defaultdict(_Carried)
    for finding in index.by_label["Finding"]:
        for mode, source in index.support(finding):
            carried = found[source, finding.links["about"][0]]
            carried.findings.add(finding.id)
            carried.modes.add(mode)
    by_source: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    by_element: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for (source, element), carried in found.items():
        number = -len(carried.findings)
        by_source[source].append((number, element, carried.seen_from(element)))
        by_element[element].append((number, source, carried.seen_from(source)))
    lists: Lists = {
        one.id: {"sourceTies": _cut(by_element[one.id])} for one in index.by_label["Element"]
    }
    return lists | {
        source: {"elementTies": _cut(by_source[source]), "weightRank": rank}
        for rank, source in enumerate(_ranked(index.by_label["Source"], by_source))
    }


def of_domains(index: Index, cells: Iterable[Record], rank: Mapping[str, int]) -> Lists:
    """List what is known in each domain, those with the most sources first.

    Args:
        index: The records.
        cells: The cells.
        rank: The rank of each element by sources, for what is equal.

    Returns:
        Id of a domain → its elements: slug, state, number of findings, number of sources.
    """
    known: dict[str, list[tuple[int, int, int, str]]] = defaultdict(list)
    for cell in cells:
        values = cell.values
        element, sources, findings = (
            str(values["element"]),
            int(str(values["sourceCount"])),
            int(str(values["findingCount"])),
        )
        told = f"{element.partition('/')[2]} {values['state']} {findings} {sources}"
        known[str(values["domain"])].append((-sources, -findings, rank[element], told))
    return {
        domain.id: {
            "topElements": tuple(told for *_, told in sorted(known[domain.id])[:MOST_IN_DOMAIN])
        }
        for domain in index.by_label["Domain"]
    }


def _ranked(
    sources: Iterable[Record], carried: Mapping[str, list[tuple[int, str, str]]]
) -> list[str]:
    def weight(source: Record) -> tuple[int, int, str]:
        of = carried.get(source.id, [])
        return -len(of), sum(number for number, *_ in of), source.id

    return [source.id for source in sorted(sources, key=weight)]


def _cut(found: Iterable[tuple[int, str, str]]) -> tuple[str, ...]:
    return tuple(told for *_, told in sorted(found)[:MOST])
