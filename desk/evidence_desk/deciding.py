"""What a curator decides: accept, refuse, skip, take back; and whether others were there first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from evidence_desk import log, tables
from evidence_desk.choice import Choice
from evidence_desk.errors import DeskError
from evidence_desk.planning import plan, take_back
from evidence_desk.proposals import Proposal
from evidence_desk.queue import last_of, standing
from evidence_desk.tables import Difference, MovedOnError, RowChange, Tables
from evidence_desk.writing import Desk, Done, Rejected, carry_out, finish
from evidence_ingest.readers.tables import read_tables
from evidence_ingest.writers.together import writing
from evidence_ontology.identifiers import node_id
from evidence_ontology.schema import schema


@dataclass(frozen=True, slots=True)
class Seen:
    """What a curator had before him when he decided.

    Attributes:
        decision: The id of the decision that stood on the proposal; empty for none.
        tables: The tables.
    """

    decision: str
    tables: Tables


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Something changed since the curator looked; nothing was written.

    Attributes:
        seen: What there is now, to decide anew on.
        differences: The rows that changed.
        events: What others did meanwhile, as far as it was done at this desk.
        touching: The rows that both touch; where there are none the decision can be applied anew.
        decision: The decision of somebody else on the same proposal.
    """

    seen: Seen
    differences: list[Difference] = field(default_factory=list)
    events: list[log.Event] = field(default_factory=list)
    touching: list[Difference] = field(default_factory=list)
    decision: log.Event | None = None


Outcome = Done | Overtaken | Rejected


def look(desk: Desk, proposal: Proposal) -> Seen:
    """Note what a curator is about to see.

    Args:
        desk: The desk.
        proposal: The proposal.

    Returns:
        What stands there now.

    Raises:
        DeskError: The study is not in the tables.
        IngestError: The tables cannot be read.
    """
    now = tables.read_study(desk.data, proposal.study)
    decision = _decision(log.read(desk.folder.log).events, proposal)
    return Seen(decision.id if decision else "", now)


def accept(desk: Desk, who: str, proposal: Proposal, choice: Choice, seen: Seen) -> Outcome:
    """Make a finding of a proposal, in the tables and in the graph.

    Args:
        desk: The desk.
        who: The curator.
        proposal: The proposal.
        choice: What the curator made of it.
        seen: What the curator had before him.

    Returns:
        What came of it.

    Raises:
        DeskError: The desk cannot be written.
        IngestError: The tables cannot be read or written; they are as before.
        GraphError: The graph cannot be reached or refused; tables and graph are as before.
    """
    with writing(desk.data):
        finish(desk)
        events = log.read(desk.folder.log).events
        now = tables.read_study(desk.data, proposal.study)
        overtaken = _overtaken(now, events, proposal, choice, seen)
        if overtaken:
            return overtaken
        changes = plan(now, proposal, choice, who, _today())
        event = log.event(who, "accepted", proposal=proposal.fingerprint, about=about(proposal))
        return carry_out(desk, now, changes, event)


def dismiss(desk: Desk, who: str, what: log.What, proposal: Proposal, seen: Seen) -> Outcome:
    """Refuse a proposal, or skip it for now; neither touches the tables.

    Args:
        desk: The desk.
        who: The curator.
        what: ``refused`` or ``skipped``.
        proposal: The proposal.
        seen: What the curator had before him.

    Returns:
        What came of it.
    """
    with desk.folder.alone():
        decision = _decision(log.read(desk.folder.log).events, proposal)
        if decision and decision.id != seen.decision:
            return Overtaken(replace(seen, decision=decision.id), decision=decision)
        event = log.event(who, what, proposal=proposal.fingerprint, about=about(proposal))
        log.append(desk.folder.log, event)
        return Done(event)


def undo(desk: Desk, who: str, proposals: Iterable[Proposal]) -> Outcome | None:
    """Take back the last decision of a curator that still stands.

    Args:
        desk: The desk.
        who: The curator.
        proposals: The proposals of the desk.

    Returns:
        What came of it; None where there is nothing to take back.

    Raises:
        DeskError: The desk cannot be written.
        IngestError: The tables cannot be read or written; they are as before.
        GraphError: The graph cannot be reached or refused; tables and graph are as before.
    """
    with writing(desk.data):
        finish(desk)
        last = last_of(log.read(desk.folder.log).events, who)
        if last is None:
            return None
        event = log.event(who, "undone", proposal=last.proposal, about=last.about, undoes=last.id)
        if not last.rows:
            desk.folder.tell(event)
            return Done(event)
        study = next((one.study for one in proposals if one.fingerprint == last.proposal), None)
        if study is None:
            msg = "The report of that proposal is not on this desk any more. Add it again first."
            raise DeskError(msg)
        now = tables.read_study(desk.data, study)
        return _undo_rows(desk, now, tables.from_plain(last.rows), event)


def about(proposal: Proposal) -> str:
    """Say what a proposal came from, for the log.

    Args:
        proposal: The proposal.

    Returns:
        File, section, page and element; never the passage.
    """
    page = f", p. {proposal.page}" if proposal.page else ""
    section = f", § {proposal.section}" if proposal.section else ""
    return f"{proposal.file}{section}{page}: {proposal.subject}"


def _today() -> str:
    return dt.datetime.now().astimezone().date().isoformat()


def _decision(events: Iterable[log.Event], proposal: Proposal) -> log.Event | None:
    found = standing(events).get(proposal.fingerprint)
    return found[-1] if found else None


def _overtaken(
    now: Tables, events: list[log.Event], proposal: Proposal, choice: Choice, seen: Seen
) -> Overtaken | None:
    decision = _decision(events, proposal)
    newer = decision if decision and decision.id != seen.decision else None
    if now.mark == seen.tables.mark and newer is None:
        return None
    changed = tables.differences(seen.tables, now)
    own = {
        ("Element", choice.element),
        ("Element", choice.other),
        *(("Source", work.source) for work in choice.works),
        *(("Source", work.relayed_by) for work in choice.works),
    }
    return Overtaken(
        Seen(decision.id if decision else "", now),
        changed,
        [one for one in events if _did(one, changed)],
        [one for one in changed if (one.label, one.id) in own],
        newer,
    )


def _did(event: log.Event, changed: list[Difference]) -> bool:
    rows = {(row["table"], row["id"]) for row in event.rows}
    return any((one.label, one.id) in rows for one in changed)


def _undo_rows(desk: Desk, now: Tables, changes: list[RowChange], event: log.Event) -> Outcome:
    made = next(one.id for one in changes if one.label in {"Finding", "Relation"})
    told = {"who": event.by, "today": _today(), "made": made}
    back = take_back(now, changes, _pointed_at(desk.data, now.study, changes), told)
    try:
        return carry_out(desk, now, back, event)
    except MovedOnError as error:
        moved = Difference(error.label, error.id, "changed")
        return Overtaken(Seen("", now), [moved], [], [moved])


def _pointed_at(data: Path, study: str, changes: Iterable[RowChange]) -> set[tuple[str, str]]:
    # Rows that were made on the way and that rows of others lean on by now.
    types = schema().node_types
    ids = {
        node_id(one.label, one.id, study if types[one.label].scope == "study" else None): one
        for one in changes
    }
    found: set[tuple[str, str]] = set()
    for record in read_tables(schema(), data).records:
        if record.id in ids:
            continue
        targets = {target for links in record.links.values() for target in links}
        found |= {(ids[one].label, ids[one].id) for one in targets & set(ids)}
    return found
