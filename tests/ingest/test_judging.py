"""Assessments beside the rules: a deviation needs a reason, a fruitless search needs a protocol."""

from __future__ import annotations

import pytest

from evidence_ingest.pipeline import check
from tests.ingest.tables import STUDY, DataFolder

HEAD = (
    "id,assesses,inDomain,lane,coverage,effectDirection,certainty,rationaleNl,rationaleEn,"
    "restsOnFinding,coveredBy,deviationNl,deviationEn,assessor,secondAssessor,assessedOn,"
    "publishedOn,reviewDue,status\n"
)
WHO = "Iemand,Een ander,2026-11-01,2026-11-20,2028-11-20,published\n"
PROTOCOLS = (
    "id,systematic,questionNl,questionEn,searchedInNl,searchedInEn,covers,searchesFor,foundAt\n"
    "z1,true,Wat?,What?,Ergens,Somewhere,youth,trust,p1\n"
    "z2,true,Wat?,What?,Ergens,Somewhere,youth,,p1\n"
)


def told(folder: DataFolder, row: str) -> list[tuple[str, str]]:
    folder.write(f"{STUDY}/search-protocols", PROTOCOLS)
    folder.write(f"{STUDY}/assessments", HEAD + row)
    return [(problem.field, problem.message.en) for problem in check(folder.path).problems]


def test_an_assessment_that_follows_the_rules_is_accepted(folder: DataFolder) -> None:
    """Jansen says so and nobody tells how it was tested: too little to say."""
    row = "a1,practical-help,youth,effect,found,positive,very-low,Omdat.,Because.,f2,,,," + WHO
    assert told(folder, row) == []


def test_a_deviation_without_a_reason_names_the_rules(folder: DataFolder) -> None:
    row = "a1,practical-help,youth,effect,found,positive,high,Omdat.,Because.,f2,,,," + WHO
    [(field, message)] = told(folder, row)
    assert field == "deviation"
    assert "N2" in message
    assert "best-design-first" in message


def test_a_deviation_with_a_reason_is_accepted(folder: DataFolder) -> None:
    row = (
        "a1,practical-help,youth,effect,found,positive,low,Omdat.,Because.,f2,,Wij weten meer.,"
        "We know more.," + WHO
    )
    assert told(folder, row) == []


def test_an_adjacent_domain_never_fills_a_cell(folder: DataFolder) -> None:
    """Finding f1 names no domain, so it says nothing of youth."""
    row = "a1,practical-help,youth,effect,found,positive,low,Omdat.,Because.,f1,,,," + WHO
    [(_, message)] = told(folder, row)
    assert "N0" in message


def test_searched_none_found_where_the_protocol_covers_the_cell(folder: DataFolder) -> None:
    row = "a1,trust,youth,effect,searched-none-found,,,Omdat.,Because.,,z1,,," + WHO
    assert told(folder, row) == []


@pytest.mark.parametrize("protocol", ["z2", ""])
def test_searched_none_found_without_such_a_protocol_is_refused(
    folder: DataFolder, protocol: str
) -> None:
    row = f"a1,trust,youth,effect,searched-none-found,,,Omdat.,Because.,,{protocol},,," + WHO
    assert "coveredBy" in {field for field, _ in told(folder, row)}


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("secondAssessor", "Een ander", ""),
        ("assessedOn", "2026-11-01", ""),
        ("publishedOn", "2026-11-20", ""),
        ("reviewDue", "2028-11-20", ""),
        ("certainty", "very-low", ""),
        ("effectDirection", "positive", ""),
        ("restsOnFinding", ",f2,", ",,"),
        ("rationale", "Omdat.,Because.", ","),
        ("assessor", "Iemand", ""),
    ],
)
def test_publishing_an_incomplete_assessment_names_the_field(
    folder: DataFolder, field: str, old: str, new: str
) -> None:
    row = "a1,practical-help,youth,effect,found,positive,very-low,Omdat.,Because.,f2,,,," + WHO
    assert row.count(old) == 1
    assert {f for f, _ in told(folder, row.replace(old, new))} == {field}


def test_a_draft_may_be_incomplete(folder: DataFolder) -> None:
    row = "a1,trust,youth,effect,found,,,Omdat.,Because.,,,,,Iemand,,,,,draft\n"
    assert told(folder, row) == []
