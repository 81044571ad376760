"""From records to the least change that brings the graph to them."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from evidence_graph.changes import Change, Operation, Row, batches
from evidence_graph.store import GraphStore
from evidence_ingest.materialise import Derived
from evidence_ontology.identifiers import LATEST_LOAD, quoted, relationship_type
from evidence_ontology.records import Record
from evidence_ontology.schema import Schema

NO_DERIVED = ""

Link = tuple[str, str, str, str, str]
"""Type, label of the start, label of the end, id of the start, id of the end."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node as it must stand in the graph, with its outgoing links.

    ``digest`` sums up what was stated, ``derived`` what was worked out (empty for none).
    """

    label: str
    id: str
    values: Mapping[str, Any]
    links: tuple[tuple[Link, Mapping[str, Any]], ...]
    digest: str
    derived: str

    @property
    def mark(self) -> str:
        """What tells whether the node in the graph is this one."""
        return f"{self.digest}:{self.derived}"


@dataclass(slots=True)
class Plan:
    """The change, and what it comes to."""

    changes: list[Change] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    recomputed: int = 0


def nodes(schema: Schema, records: Iterable[Record], derived: Derived) -> Iterator[Node]:
    """Say records and what is derived from them as nodes.

    Args:
        schema: The schema.
        records: All records.
        derived: What was worked out from them.

    Yields:
        One node per record and per cell.
    """
    ties: dict[str, list[tuple[Link, Mapping[str, Any]]]] = defaultdict(list)
    for tie in derived.ties:
        link = ("RELATES_TO", "Element", "Element", tie.start, tie.end)
        ties[tie.start].append((link, {"kinds": list(tie.kinds), "counts": list(tie.counts)}))
    for record in records:
        extra = derived.values.get(record.id, {})
        yield _node(schema, record, extra, ties.get(record.id, []))
    for cell in derived.cells:
        yield _node(schema, cell, {}, [])


def _node(
    schema: Schema,
    record: Record,
    extra: Mapping[str, Any],
    ties: list[tuple[Link, Mapping[str, Any]]],
) -> Node:
    node_type = schema.node_types[record.label]
    links: list[tuple[Link, Mapping[str, Any]]] = [
        ((relationship_type(key), record.label, node_type.property(key).target, record.id, t), {})
        for key, targets in record.links.items()
        for t in dict.fromkeys(targets)
    ]
    is_derived = node_type.scope == "derived"
    stated = "" if is_derived else record.digest()
    worked_out = record.digest() if is_derived else _digest(extra, ties)
    values = {"id": record.id, "digest": f"{stated}:{worked_out}"} | _plain(
        {**record.values, **extra}
    )
    return Node(record.label, record.id, values, (*links, *ties), stated, worked_out)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in values.items()}


def _digest(extra: Mapping[str, Any], ties: list[tuple[Link, Mapping[str, Any]]]) -> str:
    if not extra and not ties:
        return NO_DERIVED
    text = json.dumps([extra, ties], sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def plan(
    store: GraphStore, schema: Schema, wanted: Iterable[Node], load: Mapping[str, Any]
) -> Plan:
    """Compare the nodes that are wanted with those of the graph.

    Args:
        store: The graph.
        schema: The schema, whose labels are all that is compared and removed.
        wanted: The nodes that the graph must hold, and no others.
        load: The values of the node that tells what was loaded; written last.

    Returns:
        The least change that makes them equal; empty where they are.
    """
    present = _present(store, schema)
    result = Plan()
    put: dict[str, list[Row]] = defaultdict(list)
    cut: dict[str, list[Row]] = defaultdict(list)
    links: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for node in wanted:
        mark = present.pop((node.label, node.id), None)
        _count(result, node, mark)
        if mark == node.mark:
            continue
        put[node.label].append({"id": node.id, "values": node.values})
        if mark is not None:
            cut[node.label].append({"id": node.id})
        for (kind, start, end, start_id, end_id), values in node.links:
            row = {"start": start_id, "end": end_id, "values": values}
            links[kind, start, end].append(row)
    gone: dict[str, list[Row]] = defaultdict(list)
    for (label, identifier), mark in present.items():
        gone[label].append({"id": identifier})
        result.removed += bool(mark.partition(":")[0])
        result.recomputed += not mark.partition(":")[0]
    result.changes = [
        *_parts(Operation.REMOVE_NODES, {(k,): v for k, v in gone.items()}),
        *_parts(Operation.PUT_NODES, {(k,): v for k, v in put.items()}),
        *_parts(Operation.CUT_LINKS, {(k,): v for k, v in cut.items()}),
        *_parts(Operation.PUT_LINKS, links),
    ]
    if result.changes or load["inputDigest"] != loaded(store).get("inputDigest"):
        row = {"id": LATEST_LOAD, "values": {"id": LATEST_LOAD, **load}}
        result.changes.append(Change(Operation.PUT_NODES, ("Load",), [row]))
    return result


def loaded(store: GraphStore) -> dict[str, Any]:
    """Tell what the graph was last loaded from.

    Args:
        store: The graph.

    Returns:
        The values of its ``Load`` node; empty where nothing was loaded.
    """
    rows = store.read("MATCH (l:Load {id: $id}) RETURN properties(l) AS load", id=LATEST_LOAD)
    return dict(rows[0]["load"]) if rows else {}


def _present(store: GraphStore, schema: Schema) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for label in schema.node_types:
        if label != "Load":
            text = f"MATCH (n:{quoted(label)}) RETURN n.id AS id, n.digest AS mark"
            found |= {(label, row["id"]): row["mark"] or ":" for row in store.read(text)}
    return found


def _count(result: Plan, node: Node, mark: str | None) -> None:
    if not node.digest:
        result.recomputed += mark != node.mark
        return
    if mark is None:
        result.added += 1
    elif mark.partition(":")[0] != node.digest:
        result.changed += 1
    else:
        result.unchanged += 1
        result.recomputed += mark != node.mark


def _parts(operation: Operation, groups: Mapping[tuple[str, ...], list[Row]]) -> Iterator[Change]:
    for names in sorted(groups):
        yield from batches(operation, names, groups[names])
