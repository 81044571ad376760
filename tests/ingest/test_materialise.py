"""What is derived: counts without relays, cells without defaults, pages in reading order."""

from __future__ import annotations

from dataclasses import replace

from evidence_ingest.materialise import PAGE_SIZE, Derived, materialise
from evidence_ingest.pipeline import check
from evidence_ontology.ontology import ontology
from evidence_ontology.records import Record
from tests.ingest.tables import STUDY, DataFolder


def derived(folder: DataFolder) -> Derived:
    return materialise(ontology(), check(folder.path).records)


def cell(of: Derived, element: str, domain: str) -> Record:
    return next(c for c in of.cells if c.id == f"cell/{element}/{domain}")


def test_a_relayed_source_is_not_support(folder: DataFolder) -> None:
    values = derived(folder).values["element/practical-help"]
    assert values["sourceCount"] == 1, "Jansen, twice; Smit is relayed"
    assert values["relayedCount"] == 1
    assert values["findingCount"] == 2


def test_an_own_statement_is_no_source(folder: DataFolder) -> None:
    assert derived(folder).values["element/trust"]["sourceCount"] == 0


def test_only_cells_that_hold_something_exist_and_none_is_weak_by_default(
    folder: DataFolder,
) -> None:
    found = derived(folder)
    assert {c.id for c in found.cells} == {
        "cell/practical-help/unspecified",
        "cell/practical-help/youth",
        "cell/trust/unspecified",
    }
    assert {c.values["state"] for c in found.cells} == {"N0"}


def test_a_reported_strength_is_kept_in_the_sources_own_word(folder: DataFolder) -> None:
    values = cell(derived(folder), "practical-help", "youth").values
    assert values["reportedNl"] == ("sterk",)
    assert values["reporterNames"] == ("Jansen 2015",)
    assert values["state"] == "N0", "reported strength is not our assessment"


def test_a_published_assessment_gives_the_state(folder: DataFolder) -> None:
    folder.write(
        f"{STUDY}/assessments",
        "id,assesses,inDomain,lane,coverage,effectDirection,certainty,"
        "rationaleNl,rationaleEn,assessor,status\n"
        "a1,trust,youth,effect,found,positive,moderate,Omdat.,Because.,Iemand,published\n"
        "a2,practical-help,youth,effect,found,positive,high,Omdat.,Because.,Iemand,draft\n",
    )
    found = derived(folder)
    assert cell(found, "trust", "youth").values["state"] == "P2"
    assert cell(found, "practical-help", "youth").values["state"] == "N0", "a draft counts not"


def test_a_source_that_is_the_only_one(folder: DataFolder) -> None:
    values = derived(folder).values
    assert values["source/jansen-2015"]["soleCount"] == 1
    assert values["source/smit-2012"]["soleCount"] == 0
    assert values["source/smit-2012"]["findingCount"] == 1


def test_pages_hold_a_fixed_number_in_reading_order(folder: DataFolder) -> None:
    rows = "".join(
        f"g{n:03d},trust,,supports,Tekst {n}.,Text {n}.,p1,c1\n" for n in range(PAGE_SIZE)
    )
    folder.write(f"{STUDY}/findings", folder.text(f"{STUDY}/findings") + rows)
    values = derived(folder).values
    pages = [values[f"finding/study-one/g{n:03d}"]["elementPage"] for n in range(PAGE_SIZE)]
    assert pages == ["element/trust#0"] * (PAGE_SIZE - 1) + ["element/trust#1"]


def test_rows_run_from_the_client_outwards(folder: DataFolder) -> None:
    values = derived(folder).values
    assert values["element/trust"]["rowNumber"] == 0, "values are nearer than the task alliance"
    assert values["element/practical-help"]["rowNumber"] == 1


def test_the_order_of_other_tables_changes_no_count(folder: DataFolder) -> None:
    records = check(folder.path).records
    shuffled = list(records)
    shuffled.reverse()
    counts = ("findingCount", "sourceCount", "relayedCount", "rowNumber", "weightRank")

    def of(found: Derived) -> dict[str, list[object]]:
        return {
            i: [v.get(key) for key in counts]
            for i, v in found.values.items()
            if i.startswith(("element/", "source/"))
        }

    first, second = materialise(ontology(), records), materialise(ontology(), shuffled)
    assert of(first) == of(second)
    assert [replace(c, at=None) for c in first.cells] == [replace(c, at=None) for c in second.cells]


def test_sources_and_elements_list_each_other_with_the_way_and_the_number(
    folder: DataFolder,
) -> None:
    values = derived(folder).values
    assert values["source/jansen-2015"]["elementTies"] == ("practical-help read 2",)
    assert values["element/practical-help"]["sourceTies"] == (
        "jansen-2015 read 2",
        "smit-2012 relayed 1",
    )
    ranks = {
        source: int(str(values[f"source/{source}"]["weightRank"]))
        for source in ("jansen-2015", "smit-2012")
    }
    assert ranks["jansen-2015"] < ranks["smit-2012"], "it carries more findings"


def test_a_domain_lists_what_is_known_there(folder: DataFolder) -> None:
    values = derived(folder).values
    told = values["domain/youth"]["topElements"]
    known = cell(derived(folder), "practical-help", "youth").values
    assert told == (f"practical-help N0 {known['findingCount']} {known['sourceCount']}",)
