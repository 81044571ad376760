"""Work out once, at ingest, what every visitor sees: rows, cells, counts, pages of findings.

A page of the explorer then costs the same at a thousand and at a million findings. All of it
follows from the records alone, so the same records give the same graph.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence_ingest import carrying
from evidence_ingest.cells import cells as cells_of
from evidence_ingest.member_support import member_support
from evidence_ingest.shortlists import MOST, Tie, folded, of_elements, of_sources
from evidence_ingest.support import Index, Sums
from evidence_ontology.ontology import Ontology
from evidence_ontology.records import Record, Value

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from the records.

    Attributes:
        values: Id of a record → what it carries besides what was stated.
        cells: One record for each cell that holds something.
        ties: The relations, folded by pair of elements.
    """

    values: Mapping[str, Mapping[str, Value]]
    cells: list[Record]
    ties: list[Tie]


def materialise(ontology: Ontology, records: Iterable[Record]) -> Derived:
    """Work out everything that is derived.

    Args:
        ontology: Gives the order of the layers.
        records: All records, reconciled and without violations.

    Returns:
        What is derived.
    """
    index = Index.of(records)
    by_label = index.by_label
    values: dict[str, dict[str, Value]] = defaultdict(dict)
    rows = _rows(ontology, by_label["Element"])
    cells = cells_of(index)
    sums = _element_sums(index)
    ties = folded(by_label["Relation"])
    order = _layer_order(ontology)
    for element in by_label["Element"]:
        values[element.id]["layerId"] = main_layer(element, order)
    ranks = _elements(index, rows, sums, cells, values)
    for identifier, lists in of_elements(by_label, ties, ranks).items():
        values[identifier] |= lists
    _pages_of_elements(index, values)
    _pages_of_sources(index, rows, values)
    _sources(index, rows, sums, values)
    filled = Counter(str(cell.values["domain"]) for cell in cells)
    for domain in by_label["Domain"]:
        values[domain.id]["cellCount"] = filled[domain.id]
    _element_lists(index, values)
    carried = carrying.of_sources_and_elements(index) | carrying.of_domains(index, cells, ranks)
    for identifier, lists in carried.items():
        values[identifier] |= lists
    return Derived(values, cells, ties)


def _rows(ontology: Ontology, elements: Iterable[Record]) -> dict[str, int]:
    order = _layer_order(ontology)

    def place(element: Record) -> tuple[int, int, str]:
        layer = main_layer(element, order)
        within = element.values.get("order", 0)
        return order[layer], within if isinstance(within, int) else 0, element.id

    return {element.id: n for n, element in enumerate(sorted(elements, key=place))}


def _element_lists(index: Index, values: dict[str, dict[str, Value]]) -> None:
    carriers: dict[str, list[str]] = defaultdict(list)
    for listing in index.by_label["ElementList"]:
        support = member_support(index, listing)
        values[listing.id]["memberSupport"] = support
        for source in {source for told in support for source in told.split()[1:]}:
            carriers[f"source/{source}"].append(listing.id)
    for source, lists in carriers.items():
        values[source]["carriedListIds"] = tuple(lists[:MOST])


def _layer_order(ontology: Ontology) -> dict[str, int]:
    return {layer.id: layer.order for layer in ontology.layers}


def main_layer(element: Record, order: Mapping[str, int]) -> str:
    """Tell in which of its layers an element stands when it can stand in one only.

    Args:
        element: A record of the class ``Element``.
        order: Id of a layer → its place in the ordering.

    Returns:
        Its main layer; where none is stated, the first of its layers from the client outwards.
    """
    stated = element.links.get("mainLayer")
    return stated[0] if stated else min(element.links["placedIn"], key=order.__getitem__)


def _element_sums(index: Index) -> dict[str, Sums]:
    sums: dict[str, Sums] = defaultdict(Sums)
    for finding in index.by_label["Finding"]:
        sums[finding.links["about"][0]].add(finding, index.support(finding))
    return sums


def _elements(
    index: Index,
    rows: Mapping[str, int],
    sums: Mapping[str, Sums],
    cells: list[Record],
    values: dict[str, dict[str, Value]],
) -> dict[str, int]:
    nothing = Sums()
    exceptions = Counter(
        e for record in index.by_label["Exception"] for e in record.links["qualifies"]
    )
    reported = Counter(r.links["strengthOf"][0] for r in index.by_label["ReportedStrength"])
    states: dict[str, Counter[str]] = defaultdict(Counter)
    for cell in cells:
        states[str(cell.values["element"])][str(cell.values["state"])] += 1

    def weight(element: Record) -> tuple[bool, int, int, int]:
        of = sums.get(element.id, nothing)
        # What falls under another element comes after it: a first look shows the broader one.
        folded = bool(element.links.get("broader"))
        return folded, -len(of.read), -len(of.findings), rows[element.id]

    ranked = sorted(index.by_label["Element"], key=weight)
    for rank, element in enumerate(ranked):
        of = sums.get(element.id, nothing)
        values[element.id] |= {
            "findingCount": len(of.findings),
            "sourceCount": len(of.read),
            "independentCount": index.independent(of.read),
            "relayedCount": len(of.relayed - of.read),
            "exceptionCount": exceptions[element.id],
            "reportedCount": reported[element.id],
            "rowNumber": rows[element.id],
            "weightRank": rank,
            "states": tuple(f"{code}:{n}" for code, n in sorted(states[element.id].items())),
        }
    return {element.id: rank for rank, element in enumerate(ranked)}


def _pages_of_elements(index: Index, values: dict[str, dict[str, Value]]) -> None:
    seen: Counter[str] = Counter()
    for finding in index.by_label["Finding"]:
        element = finding.links["about"][0]
        number = seen[element]
        seen[element] += 1
        values[finding.id] |= {
            "elementPage": f"{element}#{number // PAGE_SIZE}",
            "elementOrder": number,
        }


def _pages_of_sources(
    index: Index, rows: Mapping[str, int], values: dict[str, dict[str, Value]]
) -> None:
    first: dict[str, int] = {}
    for finding in index.by_label["Finding"]:
        row = rows[finding.links["about"][0]]
        for cited in finding.links["restsOn"]:
            first[cited] = min(row, first.get(cited, row))
    # Only citations that carry a finding are listed: by element, then in reading order.
    carrying = [c for c in index.by_label["Citation"] if c.id in first]
    seen: Counter[str] = Counter()
    for citation in sorted(carrying, key=lambda c: first[c.id]):
        for source in citation.links.get("cites", ()):
            number = seen[source]
            seen[source] += 1
            values[citation.id] |= {
                "sourcePage": f"{source}#{number // PAGE_SIZE}",
                "sourceOrder": number,
            }
    for record in index.by_label["Source"]:
        values[record.id]["citationCount"] = seen[record.id]


def _sources(
    index: Index,
    rows: Mapping[str, int],
    sums: Mapping[str, Sums],
    values: dict[str, dict[str, Value]],
) -> None:
    findings: dict[str, set[str]] = defaultdict(set)
    elements: dict[str, set[str]] = defaultdict(set)
    for finding in index.by_label["Finding"]:
        for _, source in index.support(finding):
            findings[source].add(finding.id)
            elements[source].add(finding.links["about"][0])
    sole: dict[str, list[str]] = defaultdict(list)
    for element in sorted(sums, key=rows.__getitem__):
        if len(sums[element].read) == 1:
            sole[next(iter(sums[element].read))].append(element)
    lists = of_sources(index.by_label, sole)
    read = sorted({p.links["partOf"][0] for p in index.by_label["Passage"]})
    for number, study in enumerate(read):
        values[study]["studyNumber"] = number
    for record in index.by_label["Source"]:
        values[record.id] |= {
            "findingCount": len(findings[record.id]),
            "elementCount": len(elements[record.id]),
            "soleCount": len(sole[record.id]),
            "unit": index.unit_of[record.id],
            **lists[record.id],
        }
