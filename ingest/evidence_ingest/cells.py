"""Work out the cells of the matrix: what is known of one element in one domain.

A state comes from published assessments alone. Without one a cell is "not yet assessed", or
"searched, none found" where a search protocol covers it and nothing was found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from evidence_ingest.assessment import SEARCHED_NONE_FOUND, published, state
from evidence_ingest.basis import basis
from evidence_ingest.coverage import covered
from evidence_ingest.support import Index, Sums
from evidence_ontology.identifiers import UNSPECIFIED
from evidence_ontology.records import Record, Value


def cells(index: Index) -> list[Record]:
    """Work out every cell that holds something.

    Args:
        index: The records.

    Returns:
        One record per cell with findings, reported strengths, an assessment, or a search that
        covers it; sorted.
    """
    sums: dict[tuple[str, str], Sums] = defaultdict(Sums)
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    strengths: dict[tuple[str, str], list[Record]] = defaultdict(list)
    judged: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for finding in index.by_label["Finding"]:
        sums[_cell_of(finding, "about")].add(finding, index.support(finding))
        found[_cell_of(finding, "about")].append(finding)
    for strength in index.by_label["ReportedStrength"]:
        strengths[_cell_of(strength, "strengthOf")].append(strength)
    for assessment in index.by_label["EvidenceAssessment"]:
        judged[_cell_of(assessment, "assesses")].append(assessment)
    sources = {s.id: s for s in index.by_label["Source"]}
    passages = {p.id: p for p in index.by_label["Passage"]}
    searched = covered(index.by_label["SearchProtocol"])
    keys = sorted({*sums, *strengths, *judged, *searched})
    return [
        _cell(
            key,
            {**_counts(index, sums.get(key, Sums())), "basis": basis(index, found[key])},
            _state(judged[key], empty=key in searched and key not in sums),
            _reported(strengths[key], sources, passages),
        )
        for key in keys
    ]


def _counts(index: Index, sums: Sums) -> dict[str, Value]:
    return {
        "findingCount": len(sums.findings),
        "sourceCount": len(sums.read),
        "independentCount": index.independent(sums.read),
    }


def _state(judged: list[Record], *, empty: bool) -> str:
    judgements = [judgement for record in judged if (judgement := published(record))]
    if not judgements and empty:
        return SEARCHED_NONE_FOUND
    return state(judgements)


def _cell_of(record: Record, link: str) -> tuple[str, str]:
    domain = record.links.get("inDomain", (UNSPECIFIED,))
    return record.links[link][0], domain[0]


def _cell(
    key: tuple[str, str], counts: Mapping[str, Value], code: str, reported: Mapping[str, Value]
) -> Record:
    element, domain = key
    identifier = f"cell/{element.partition('/')[2]}/{domain.partition('/')[2]}"
    values = {"element": element, "domain": domain, "state": code, **counts, **reported}
    return Record("Cell", identifier, values, {"inRow": (element,), "inColumn": (domain,)})


def _reported(
    strengths: list[Record], sources: Mapping[str, Record], passages: Mapping[str, Record]
) -> dict[str, Value]:
    if not strengths:
        return {}
    reporters = [s.links["reportedBy"][0] for s in strengths]
    return {
        "reportedNl": tuple(str(s.values["wordNl"]) for s in strengths),
        "reportedEn": tuple(str(s.values["wordEn"]) for s in strengths),
        "reporterIds": tuple(reporters),
        "reporterNames": tuple(str(sources[r].values["shortName"]) for r in reporters),
        "reportedAt": tuple(
            str(passages[s.links["foundAt"][0]].values["section"]) for s in strengths
        ),
    }
