"""Change the graph all or nothing, whatever the size of the change.

A change that fits in one transaction goes in one transaction. A larger one is written down first:
its parts go as entries of a journal, a mark says that the journal is complete, then the parts are
carried out one transaction at a time and the journal is taken away. Killed before the mark, the
graph is as before (the next opening throws the unmarked entries away); killed after it, the next
opening carries out what is left, so the graph is as after. Every part can be repeated without harm.

While a marked journal is being carried out, a reader of the same graph can meet part of it;
:func:`under_way` tells, so that a page can say so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from evidence_graph.errors import GraphError
from evidence_graph.store import GraphStore, Statement
from evidence_ontology.identifiers import quoted

ROWS_PER_STATEMENT = 1_000
ROWS_PER_TRANSACTION = 20_000
"""How many rows one transaction may change; the smallest Neo4j in our tests (512 MB) holds more."""
LEASE_SECONDS = 20
"""How long a journal counts as being carried out after its last sign of life."""

Row = Mapping[str, Any]
Progress = Callable[[int], None]


class Operation(StrEnum):
    """What a part of a change does; each can be repeated without harm."""

    PUT_NODES = "put nodes"
    CUT_LINKS = "cut links"
    PUT_LINKS = "put links"
    REMOVE_NODES = "remove nodes"


@dataclass(frozen=True, slots=True)
class Change:
    """One part of a change.

    Attributes:
        operation: What to do.
        names: The label of the nodes; for links the type and the labels of both ends.
        rows: ``id`` and ``values`` of a node; ``start``, ``end`` and ``values`` of a link.
    """

    operation: Operation
    names: tuple[str, ...]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class JournalType:
    """A label of the journal, for the constraints of the graph."""

    label: str
    indexes: tuple[str, ...] = ()


JOURNAL_TYPES = (JournalType("Journal"), JournalType("JournalEntry"))


class LoadUnderWayError(GraphError):
    """Another process is changing this graph at this moment."""


def batches(operation: Operation, names: tuple[str, ...], rows: Iterable[Row]) -> Iterator[Change]:
    """Cut rows into parts of a size that one statement carries well.

    Args:
        operation: What to do with them.
        names: See :class:`Change`.
        rows: The rows.

    Yields:
        The parts, in order.
    """
    iterator = iter(rows)
    while batch := list(islice(iterator, ROWS_PER_STATEMENT)):
        yield Change(operation, names, batch)


def statement(change: Change) -> Statement:
    """Write a part of a change as Cypher.

    Args:
        change: The part.

    Returns:
        The statement; labels and types come from the schema, quoted, values are parameters.
    """
    names = [quoted(name) for name in change.names]
    match change.operation:
        case Operation.PUT_NODES:
            text = f"UNWIND $rows AS row MERGE (n:{names[0]} {{id: row.id}}) SET n = row.values"
        case Operation.CUT_LINKS:
            text = f"UNWIND $rows AS row MATCH (n:{names[0]} {{id: row.id}})-[r]->() DELETE r"
        case Operation.REMOVE_NODES:
            text = f"UNWIND $rows AS row MATCH (n:{names[0]} {{id: row.id}}) DETACH DELETE n"
        case Operation.PUT_LINKS:
            kind, start, end = names
            text = (
                f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}})"
                f" MATCH (b:{end} {{id: row.end}}) MERGE (a)-[r:{kind}]->(b) SET r += row.values"
            )
    return Statement(text, {"rows": list(change.rows)})


def apply(
    store: GraphStore, changes: Sequence[Change], progress: Progress = lambda _: None
) -> None:
    """Carry out a change, all or nothing.

    Args:
        store: The graph.
        changes: Its parts, in order.
        progress: Told how many rows were carried out since the last call.

    Raises:
        LoadUnderWayError: Another process is changing the graph.
        GraphError: The graph refused or stopped answering; it is as before, or will be as after
            once it is opened again.
    """
    finish(store)
    total = sum(len(change.rows) for change in changes)
    if total <= ROWS_PER_TRANSACTION:
        store.write([statement(change) for change in changes])
        progress(total)
        return
    _write_down(store, changes)
    _carry_out(store, progress)


def finish(store: GraphStore, lease: float = LEASE_SECONDS) -> None:
    """Bring a graph whose last change was interrupted to the state before or after it.

    Args:
        store: The graph; nothing happens when no change was interrupted.
        lease: Seconds without a sign of life after which a change counts as interrupted.

    Raises:
        LoadUnderWayError: The change is not interrupted but still going on.
    """
    if _mark(store) is None:
        return
    # Wait for the last transaction of a process that died: a server may still be ending it.
    store.write([_WAIT])
    mark = _mark(store)
    if mark is None:
        return
    if mark["idle"] < lease:
        msg = (
            "Another process is loading data into this graph at this moment."
            f" Wait until it is done; if it was stopped, try again in {lease:.0f} seconds."
        )
        raise LoadUnderWayError(msg)
    if mark["complete"]:
        _carry_out(store, lambda _: None)
    else:
        _throw_away(store)


def under_way(store: GraphStore) -> bool:
    """Tell whether a large change is being carried out, so that readers may meet part of it.

    Args:
        store: The graph.

    Returns:
        True while a marked journal is in the graph.
    """
    mark = _mark(store)
    return mark is not None and bool(mark["complete"])


def _mark(store: GraphStore) -> dict[str, Any] | None:
    rows = store.read(
        "MATCH (j:Journal {id: 'journal'})"
        " RETURN j.complete AS complete, j.next AS next, j.entries AS entries,"
        " (timestamp() - j.alive) / 1000 AS idle"
    )
    return rows[0] if rows else None


_HOLD = Statement("MATCH (j:Journal {id: 'journal'}) SET j.alive = timestamp()")
"""Comes first in every transaction of a journalled change: it locks the journal until the end."""
_WAIT = Statement("MATCH (j:Journal {id: 'journal'}) SET j.looked = timestamp()")
"""Waits for that lock without giving a sign of life."""


def _write_down(store: GraphStore, changes: Sequence[Change]) -> None:
    _touch(store, "j.complete = false, j.next = 0, j.entries = $entries", entries=len(changes))
    for numbers in _groups(len(changes)):
        entries = [{"id": _entry(n), "content": _content(changes[n])} for n in numbers]
        text = "UNWIND $entries AS entry MERGE (e:JournalEntry {id: entry.id}) SET e += entry"
        store.write([_HOLD, Statement(text, {"entries": entries})])
    _touch(store, "j.complete = true")


def _groups(entries: int, first: int = 0) -> Iterator[range]:
    """Cut the entries of a journal into those that one transaction carries."""
    size = max(1, ROWS_PER_TRANSACTION // ROWS_PER_STATEMENT)
    for start in range(first, entries, size):
        yield range(start, min(start + size, entries))


def _content(change: Change) -> str:
    return json.dumps([change.operation, change.names, list(change.rows)], ensure_ascii=False)


def _touch(store: GraphStore, sets: str, **parameters: Any) -> None:
    text = f"MERGE (j:Journal {{id: 'journal'}}) SET j.alive = timestamp(), {sets}"
    store.write([Statement(text, parameters)])


def _entry(number: int) -> str:
    return f"journal/{number:07d}"


def _carry_out(store: GraphStore, progress: Progress) -> None:
    mark = _mark(store)
    if mark is None:
        return
    for numbers in _groups(mark["entries"], mark["next"]):
        parts = _read_entries(store, numbers)
        text = "MATCH (j:Journal {id: 'journal'}) SET j.next = $next"
        done = Statement(text, {"next": numbers.stop})
        store.write([_HOLD, *(statement(part) for part in parts), done])
        progress(sum(len(part.rows) for part in parts))
    _throw_away(store)


def _read_entries(store: GraphStore, numbers: range) -> list[Change]:
    text = "UNWIND $ids AS id MATCH (e:JournalEntry {id: id}) RETURN e.content AS content"
    rows = store.read(f"{text} ORDER BY e.id", ids=[_entry(number) for number in numbers])
    contents = (json.loads(row["content"]) for row in rows)
    return [Change(Operation(kind), tuple(names), rows) for kind, names, rows in contents]


def _throw_away(store: GraphStore) -> None:
    mark = _mark(store)
    entries = mark["entries"] if mark else 0
    for numbers in _groups(entries):
        text = "UNWIND $ids AS id MATCH (e:JournalEntry {id: id}) DELETE e"
        store.write([Statement(text, {"ids": [_entry(number) for number in numbers]})])
    store.write([Statement("MATCH (j:Journal {id: 'journal'}) DELETE j")])
