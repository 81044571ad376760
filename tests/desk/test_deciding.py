"""Accept, refuse, skip, take back: tables, graph and log in one step, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_desk import log
from evidence_desk.choice import NEW, CitedChoice, NewElement
from evidence_desk.deciding import Overtaken, accept, dismiss, look, undo
from evidence_desk.proposals import Proposal
from evidence_desk.queue import Queue, queue
from evidence_desk.writing import Desk, Done, Rejected
from evidence_graph.errors import GraphUnreachable
from evidence_graph.store import GraphStore
from evidence_ingest.load import loaded
from evidence_ingest.pipeline import check, input_digest
from evidence_ingest.validating import validate
from tests.desk.laying import EN, NL, chosen, laid
from tests.ingest.tables import STUDY, DataFolder

PARAPHRASES = "MATCH (f:Finding) RETURN f.paraphraseNl AS nl, f.id AS id"


def tables(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.csv"))}


def state(desk: Desk) -> Queue:
    return queue(desk.folder.proposals(), log.read(desk.folder.log).events)


def found(store: GraphStore) -> set[str]:
    return {row["nl"] for row in store.read(PARAPHRASES)}


def test_accepted_stands_in_tables_graph_and_log(
    desk: Desk, data: DataFolder, proposal: Proposal, store: GraphStore
) -> None:
    outcome = accept(desk, "anna", proposal, chosen(proposal), look(desk, proposal))
    assert isinstance(outcome, Done)
    findings = data.text(f"{STUDY}/findings")
    assert f"f4,practical-help,,,supports,,,,,,{NL},{EN}," in findings
    # The source was known by its printed form; a new spelling would be added to it.
    assert '"Jansen, 2015",read' in data.text(f"{STUDY}/citations")
    curation = data.text(f"{STUDY}/curation")
    assert "anna" in curation
    assert "rapport.txt, § 1" in curation
    assert NL in found(store)
    assert loaded(store)["inputDigest"] == input_digest(data.path)
    event = log.read(desk.folder.log).events[-1]
    assert (event.by, event.what, event.before != event.after) == ("anna", "accepted", True)
    assert check(data.path).problems == []
    assert state(desk).counts["accepted"] == 1


def test_what_is_written_is_in_canonical_order(
    desk: Desk, data: DataFolder, proposal: Proposal
) -> None:
    validate(data.path, fix=True, shacl=False)
    accept(desk, "anna", proposal, chosen(proposal), look(desk, proposal))
    checked = validate(data.path, fix=False, shacl=False)
    assert checked.problems == []


def test_new_sources_and_elements_come_in_the_same_step(desk: Desk, data: DataFolder) -> None:
    one = next(one for one in desk.folder.proposals() if not one.element)
    new = NewElement("Vaste regie", "Fixed lead", "Eén regisseur.", "One lead.", "task-alliance")
    choice = chosen(one, element=NEW, new_element=new)
    assert isinstance(accept(desk, "anna", one, choice, look(desk, one)), Done)
    assert "fixed-lead,Vaste regie,Fixed lead" in data.text("thesaurus/elements")
    assert "Regie in het gezin" in data.text("sources/sources")
    assert '"Kok, 2018"' in data.text("sources/sources")
    assert check(data.path).unresolved == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"direction": "sideways"}, "direction"), ({"element": "nothing-like-it"}, "about")],
)
def test_what_breaks_a_rule_leaves_everything_as_it_was(
    desk: Desk, data: DataFolder, proposal: Proposal, wrong: dict[str, str], field: str
) -> None:
    before, events = tables(data.path), len(log.read(desk.folder.log).events)
    outcome = accept(desk, "anna", proposal, chosen(proposal, **wrong), look(desk, proposal))
    assert isinstance(outcome, Rejected)
    assert {problem.field for problem in outcome.problems} == {field}
    assert tables(data.path) == before
    assert len(log.read(desk.folder.log).events) == events
    assert desk.folder.announced() is None


def test_a_graph_that_goes_away_takes_the_tables_back(
    desk: Desk, data: DataFolder, proposal: Proposal, store: GraphStore
) -> None:
    asked = []

    def ask(question: object) -> object:
        asked.append(question)
        if len(asked) > 1:
            raise GraphUnreachable("The graph has gone.")
        return question(store)  # type: ignore[operator]

    gone = Desk(desk.data, desk.folder, ask)
    before = tables(data.path)
    with pytest.raises(GraphUnreachable):
        accept(gone, "anna", proposal, chosen(proposal), look(desk, proposal))
    after = tables(data.path)
    # A table that was not there has its head now, and no rows; the others are as they were.
    assert {name: text for name, text in after.items() if name in before} == before
    assert NL not in found(store)
    assert check(data.path).problems == []
    assert isinstance(accept(desk, "anna", proposal, chosen(proposal), look(desk, proposal)), Done)


def test_refused_stays_refused_after_the_file_is_read_again(
    desk: Desk, data: DataFolder, proposal: Proposal, tmp_path: Path
) -> None:
    dismiss(desk, "anna", "refused", proposal, look(desk, proposal))
    laid(tmp_path / "desk", data.path)
    item = state(desk).of(proposal.fingerprint)
    assert item is not None
    assert item.state == "refused"
    assert not item.waiting


def test_skipped_goes_to_the_end(desk: Desk, proposal: Proposal) -> None:
    first = state(desk).items[0].proposal
    dismiss(desk, "anna", "skipped", first, look(desk, first))
    waiting = [item.proposal for item in state(desk).items if item.waiting]
    assert waiting[-1] == first
    assert proposal in waiting


def test_the_second_is_told_what_changed_and_can_apply_it_anew(
    desk: Desk, data: DataFolder, proposal: Proposal, store: GraphStore
) -> None:
    other = next(one for one in desk.folder.proposals() if one.element == "trust")
    seen = look(desk, proposal)
    accept(desk, "bea", other, chosen(other, paraphrase_nl="Van Bea."), look(desk, other))
    outcome = accept(desk, "anna", proposal, chosen(proposal), seen)
    assert isinstance(outcome, Overtaken)
    assert [event.by for event in outcome.events] == ["bea"]
    assert ("Finding", "f4", "added") in {
        (one.label, one.id, one.kind) for one in outcome.differences
    }
    assert outcome.touching == []
    assert NL not in data.text(f"{STUDY}/findings")
    again = accept(desk, "anna", proposal, chosen(proposal), outcome.seen)
    assert isinstance(again, Done)
    assert {"Van Bea.", NL} <= found(store)


def test_rows_that_both_touch_are_named(desk: Desk, data: DataFolder, proposal: Proposal) -> None:
    seen = look(desk, proposal)
    data.replace("thesaurus/elements", "Praktische hulp,", "Praktische steun,")
    outcome = accept(desk, "anna", proposal, chosen(proposal), seen)
    assert isinstance(outcome, Overtaken)
    assert [(one.label, one.id) for one in outcome.touching] == [("Element", "practical-help")]
    # Nobody at this desk did it.
    assert outcome.events == []


@pytest.mark.parametrize("what", ["refused", "accepted"])
def test_one_proposal_is_not_decided_on_twice(desk: Desk, proposal: Proposal, what: str) -> None:
    seen = look(desk, proposal)
    if what == "refused":
        dismiss(desk, "bea", "refused", proposal, look(desk, proposal))
    else:
        accept(desk, "bea", proposal, chosen(proposal), look(desk, proposal))
    first = accept(desk, "anna", proposal, chosen(proposal), seen)
    second = dismiss(desk, "anna", "skipped", proposal, seen)
    for outcome in (first, second):
        assert isinstance(outcome, Overtaken)
        assert outcome.decision is not None
        assert (outcome.decision.by, outcome.decision.what) == ("bea", what)


def test_undo_takes_everything_back_but_the_history(
    desk: Desk, data: DataFolder, proposal: Proposal, store: GraphStore
) -> None:
    validate(data.path, fix=True, shacl=False)
    before = tables(data.path)
    accept(desk, "anna", proposal, chosen(proposal), look(desk, proposal))
    assert isinstance(undo(desk, "anna", desk.folder.proposals()), Done)
    after = tables(data.path)
    assert {k: v for k, v in after.items() if k in before} == before
    assert data.text(f"{STUDY}/curation").count("anna") == 2
    assert NL not in found(store)
    item = state(desk).of(proposal.fingerprint)
    assert item is not None
    assert item.state == "open"
    assert undo(desk, "anna", desk.folder.proposals()) is None


def test_undo_leaves_what_others_lean_on_by_now(desk: Desk, data: DataFolder) -> None:
    one = next(one for one in desk.folder.proposals() if not one.element)
    accept(desk, "anna", one, chosen(one), look(desk, one))
    data.replace(f"{STUDY}/findings", "\nf1,", '\nf0,trust,,,supports,,,,,,Een.,One.,"p-2",\nf1,')
    assert isinstance(undo(desk, "anna", desk.folder.proposals()), Done)
    assert "p-2,2" in data.text(f"{STUDY}/passages")
    assert check(data.path).problems == []


def test_nobody_undoes_what_somebody_else_did(desk: Desk, proposal: Proposal) -> None:
    dismiss(desk, "anna", "refused", proposal, look(desk, proposal))
    assert undo(desk, "bea", desk.folder.proposals()) is None


def test_a_relation_goes_to_the_relations(desk: Desk, data: DataFolder) -> None:
    one = next(one for one in desk.folder.proposals() if one.kind == "relation")
    choice = chosen(one, other=one.other or "trust", relation=one.relation)
    assert isinstance(accept(desk, "anna", one, choice, look(desk, one)), Done)
    assert f"practical-help,trust,{one.relation},{NL}" in data.text(f"{STUDY}/relations")


def test_a_work_that_is_left_out_is_not_written(
    desk: Desk, data: DataFolder, proposal: Proposal
) -> None:
    works = (CitedChoice("", proposal.works[0].printed),)
    accept(desk, "anna", proposal, chosen(proposal, works=works), look(desk, proposal))
    row = next(line for line in data.text(f"{STUDY}/findings").splitlines() if NL in line)
    assert row.endswith(",p-1,")


def test_no_sentence_of_the_report_leaves_the_desk(
    desk: Desk, data: DataFolder, proposal: Proposal, store: GraphStore
) -> None:
    accept(desk, "anna", proposal, chosen(proposal), look(desk, proposal))
    everywhere = b"".join(tables(data.path).values()) + desk.folder.log.read_bytes()
    assert "vertrouwen van gezinnen" not in everywhere.decode()
    rows = store.read("MATCH (n) RETURN properties(n) AS all")
    assert "vertrouwen van gezinnen" not in str(rows)
