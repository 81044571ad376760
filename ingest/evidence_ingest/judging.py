"""Hold assessments against the rules that propose, and against the searches that they claim.

A curator may deviate from what the rules propose, but says why. "Searched, none found" needs a
search protocol that covers the cell.
Source: the evidence model, "Rules that propose, people who decide" and state N1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evidence_ingest.assessment import Judgement, state
from evidence_ingest.coverage import Cell, covered_by
from evidence_ingest.errors import Problem
from evidence_ingest.independence import units
from evidence_ingest.proposal import Claim, Proposal, propose
from evidence_ontology.identifiers import UNSPECIFIED
from evidence_ontology.ontology import Words
from evidence_ontology.records import Record

_EFFECTS = {"supports": "positive", "conditional": "positive", "contradicts": "none"}
_STEPS_OFF = {"serious": 1, "very-serious": 2}
_JUDGED = ("proposed", "published")


@dataclass(frozen=True, slots=True)
class _Known:
    """What an assessment can point at, by id."""

    records: Mapping[str, Record]
    unit_of: Mapping[str, str]
    lowered: Mapping[str, int]


def faults(records: Iterable[Record]) -> Iterator[Problem]:
    """Find assessments that deviate without a reason, or that claim a search that was not there.

    Args:
        records: All records, reconciled and without violations of the shapes.

    Yields:
        A problem per fault, at the row of the assessment.
    """
    every = {record.id: record for record in records}
    known = _Known(
        every, units(r for r in every.values() if r.label == "Source"), _lowered(every.values())
    )
    for record in every.values():
        if record.label == "EvidenceAssessment" and record.values.get("status") in _JUDGED:
            yield from _search_fault(record, every)
            yield from _deviation_fault(record, known)


def _lowered(records: Iterable[Record]) -> dict[str, int]:
    steps: dict[str, int] = {}
    for record in records:
        if record.label == "Concern":
            of = record.links["concernOf"][0]
            steps[of] = steps.get(of, 0) + _STEPS_OFF.get(str(record.values["seriousness"]), 0)
    return steps


def _proposed(assessment: Record, known: _Known) -> Proposal:
    claims = [
        claim
        for identifier in assessment.links.get("restsOnFinding", ())
        if (finding := known.records.get(identifier)) is not None
        and _same_cell(finding, assessment)
        for claim in _claims(finding, known)
    ]
    return propose(
        claims,
        str(assessment.values["lane"]),
        searched=assessment.values.get("coverage") == "searched-none-found",
        lowered=known.lowered.get(assessment.id, 0),
    )


def _same_cell(finding: Record, assessment: Record) -> bool:
    # An adjacent domain never fills a cell.
    return (
        finding.links["about"] == assessment.links["assesses"]
        and finding.links.get("inDomain", (UNSPECIFIED,)) == assessment.links["inDomain"]
    )


def _claims(finding: Record, known: _Known) -> Iterator[Claim]:
    direction = str(finding.values["direction"])
    effect = finding.values.get("effectDirection") or _EFFECTS.get(direction)
    if effect is None:
        return
    for identifier in finding.links["restsOn"]:
        citation = known.records[identifier]
        for source in citation.links.get("cites", ()):
            yield Claim(
                unit=known.unit_of.get(source, source),
                mode=str(citation.values["mode"]),
                effect=str(effect),
                evidence_kind=str(finding.values.get("evidenceKind", "")),
                tested_by=str(finding.values.get("testedBy", "")),
                precise=finding.values.get("precise") is not False,
            )


def _search_fault(record: Record, every: Mapping[str, Record]) -> Iterator[Problem]:
    if record.values.get("coverage") != "searched-none-found":
        return
    cell = Cell(record.links["assesses"][0], record.links["inDomain"][0])
    for protocol in record.links.get("coveredBy", ()):
        if cell not in covered_by(every[protocol]):
            yield _problem(
                record,
                "coveredBy",
                Words(
                    "Dit zoekprotocol noemt niet zowel het element als het domein van het oordeel."
                    " Zonder zo'n protocol heeft niemand gezocht: trek het oordeel in, of noem het"
                    " protocol dat beide noemt.",
                    "This search protocol does not name both the element and the domain of the"
                    " assessment. Without such a protocol nobody looked: withdraw the assessment,"
                    " or name the protocol that covers it.",
                ),
                protocol,
            )


def _deviation_fault(record: Record, known: _Known) -> Iterator[Problem]:
    found = _proposed(record, known)
    stated = state(
        [
            Judgement(
                str(record.values["lane"]),
                str(record.values["coverage"]),
                str(record.values.get("effectDirection", "")),
                str(record.values.get("certainty", "")),
                record.values.get("contested") is True,
            )
        ]
    )
    if stated != found.state and not record.values.get("deviationNl"):
        rules = f"{found.state} ({', '.join(found.rules)})"
        message = Words(
            f"De regels stellen {rules} voor. Schrijf in deviationNl en deviationEn waarom dit"
            " oordeel anders is, of volg de regels.",
            f"The rules propose {rules}. Say in deviationNl and deviationEn why this assessment"
            " differs, or follow the rules.",
        )
        yield _problem(record, "deviation", message, stated)


def _problem(record: Record, field: str, message: Words, found: str) -> Problem:
    at = record.at
    return Problem(at.file if at else record.id, at.row if at else 0, field, message, found)
