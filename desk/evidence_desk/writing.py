"""Decisions are carried out: tables, graph and log in one step, or none of them.

Order of an acceptance, with the lock of the data folder held: the rows are planned on the tables
as they stand, tried out on a copy against all rules, announced in the desk's folder, written as
one (see :mod:`evidence_ingest.writers.together`), loaded into the graph, put into the log. Killed
before the tables count, all is as before; killed after it, whoever opens the desk next brings
graph and log to where the tables are.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evidence_desk import log, tables
from evidence_desk.folder import DeskFolder
from evidence_desk.tables import RowChange, Tables
from evidence_graph.engines.folder import write_private
from evidence_graph.errors import GraphError
from evidence_graph.store import GraphStore
from evidence_graph.writing.table_form import table_text
from evidence_ingest.errors import DoesNotConformError, Problem
from evidence_ingest.pipeline import ingest, input_digest, load
from evidence_ingest.trying import checked_with
from evidence_ingest.writers.together import write_together, writing
from evidence_ontology.schema import schema

Ask = Callable[[Callable[[GraphStore], object]], object]
"""Puts a question to the open graph."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a desk works on: the tables, its own folder, the graph."""

    data: Path
    folder: DeskFolder
    ask: Ask


@dataclass(frozen=True, slots=True)
class Done:
    """A decision was carried out."""

    event: log.Event


@dataclass(frozen=True, slots=True)
class Rejected:
    """The tables would break rules; nothing was written."""

    problems: list[Problem]


def recover(desk: Desk) -> None:
    """Bring graph and log to where the tables are, after somebody was killed.

    Args:
        desk: The desk.

    Raises:
        IngestError: The tables cannot be read or written.
        GraphError: The graph cannot be reached or refused.
    """
    if desk.folder.announced() is not None:
        with writing(desk.data):
            finish(desk)


def carry_out(
    desk: Desk, now: Tables, changes: list[RowChange], event: log.Event
) -> Done | Rejected:
    """Change rows of the tables, the graph with them, and put it into the log.

    To be called with the lock of the data folder held.

    Args:
        desk: The desk.
        now: The tables as they stand.
        changes: The changes.
        event: What is done, for the log; revisions and rows are added to it.

    Returns:
        What came of it.

    Raises:
        MovedOnError: A row is not what a change says it is; nothing was written.
        IngestError: The tables cannot be read or written; they are as before.
        GraphError: The graph cannot be reached or refused; tables and graph are as before.
    """
    after = now.changed(changes)
    labels = {one.label for one in changes}
    texts = after.texts(labels)
    tried = checked_with(desk.data, texts)
    if tried.problems:
        return Rejected(tried.problems)
    event = replace(
        event,
        before=now.mark,
        after=after.mark,
        rows=tables.as_plain(changes),
    )
    before = _present(desk.data, now, texts)
    desk.ask(_reachable)
    _announce(desk, now.study, event)
    write_together(desk.data, texts)
    try:
        digest = input_digest(desk.data)
        desk.ask(lambda store: load(tried, digest, store))
    except GraphError:
        write_together(desk.data, before)
        desk.folder.intent.unlink(missing_ok=True)
        raise
    desk.folder.tell(event)
    desk.folder.intent.unlink(missing_ok=True)
    return Done(event)


def _reachable(store: GraphStore) -> object:
    return store.read("RETURN 1 AS one")


def _present(data: Path, now: Tables, texts: dict[str, str]) -> dict[str, str]:
    heads = {
        tables.path_of(label, now.study): schema().node_types[label].columns
        for label in tables.LABELS
    }
    return {
        name: (data / name).read_bytes().decode()
        if (data / name).is_file()
        else table_text(heads[name], [])
        for name in texts
    }


def _announce(desk: Desk, study: str, event: log.Event) -> None:
    plain: dict[str, Any] = {"study": study, "event": log.as_plain(event)}
    write_private(desk.folder.intent, json.dumps(plain, ensure_ascii=False))


def finish(desk: Desk) -> None:
    """Do the work of :func:`recover` with the lock of the data folder held.

    Args:
        desk: The desk.
    """
    announced = desk.folder.announced()
    if announced is None:
        return
    plain = announced["event"]
    event = log.Event(**{**plain, "rows": tuple(plain["rows"])})
    now = tables.read_study(desk.data, announced["study"])
    if all(now.rows[c.label].get(c.id) == c.after for c in tables.from_plain(event.rows)):
        # Where somebody changed the tables by hand meanwhile, the next ingest tells what is wrong.
        with contextlib.suppress(DoesNotConformError):
            desk.ask(lambda store: ingest(desk.data, store))
        known = {one.id for one in log.read(desk.folder.log).events}
        if event.id not in known:
            desk.folder.tell(event)
    desk.folder.intent.unlink(missing_ok=True)
