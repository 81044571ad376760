"""The way of the data: read → reconcile → validate → derive → load, all or nothing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evidence_graph.changes import apply
from evidence_graph.store import GraphStore
from evidence_ingest.errors import DoesNotConformError, IngestError, Problem
from evidence_ingest.judging import faults
from evidence_ingest.load import loaded, nodes, plan
from evidence_ingest.materialise import materialise
from evidence_ingest.readers.data import files, read
from evidence_ingest.reconcile import Unresolved, reconcile
from evidence_ingest.report import IngestReport
from evidence_ingest.writers.together import finish_writing
from evidence_ontology.ontology import FILES, ontology, turtle
from evidence_ontology.records import Record
from evidence_ontology.schema import schema
from evidence_ontology.validation import Violation, violations

DERIVATION = "4"
"""Raise it when the same data is derived differently, so that graphs are brought up to date."""

Progress = Callable[[str, int, int], None]
"""Told the step, how much of it was done since the last call, and how much it is in all."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Data that was read and tied together, with all that is wrong with it."""

    records: list[Record]
    problems: list[Problem]
    unresolved: list[Unresolved]
    read: dict[str, int]


def check(data: Path, progress: Progress = lambda *_: None) -> Checked:
    """Read data, tie it together and hold it against the rules of the ontology.

    Args:
        data: The data folder, or an RDF file.
        progress: Told how far it is.

    Returns:
        The records with their problems; the records may be loaded only if there are none.

    Raises:
        IngestError: The data cannot be read.
    """
    finish_writing(data)
    total = sum(1 for _ in files(schema(), data))
    extraction = read(schema(), data, lambda: progress("read", 1, total))
    tied = reconcile(schema(), ontology(), extraction)
    broken = violations(schema(), tied.records)
    problems = [
        *extraction.problems,
        *tied.problems,
        *map(problem_of, broken),
        # Only records that conform have the links that these rules follow.
        *(() if broken or tied.problems else faults(tied.records)),
    ]
    counts = Counter(record.label for record in extraction.records)
    return Checked(tied.records, problems, tied.unresolved, dict(sorted(counts.items())))


def ingest(
    data: Path, store: GraphStore, progress: Progress = lambda *_: None, language: str = "en"
) -> IngestReport:
    """Bring a graph to what a data folder or an RDF file says.

    The same data twice changes nothing, changed data changes only that, removed data is removed.

    Args:
        data: The data folder, or an RDF file.
        store: The graph, with its constraints.
        progress: Told how far it is.
        language: The language to tell problems in: ``"nl"`` or ``"en"``.

    Returns:
        What was read and what changed.

    Raises:
        IngestError: The data cannot be read.
        DoesNotConformError: The data breaks rules; nothing was loaded.
        GraphError: The graph refused or stopped answering; it is as before.
    """
    finish_writing(data)
    digest = input_digest(data)
    last = loaded(store)
    if last.get("inputDigest") == digest:
        return IngestReport(unchanged=last["recordCount"])
    return load(check(data, progress), digest, store, progress, language)


def load(
    checked: Checked,
    digest: str,
    store: GraphStore,
    progress: Progress = lambda *_: None,
    language: str = "en",
) -> IngestReport:
    """Bring a graph to what was read and checked.

    Args:
        checked: The data.
        digest: What :func:`input_digest` says of it.
        store: The graph, with its constraints.
        progress: Told how far it is.
        language: The language to tell problems in: ``"nl"`` or ``"en"``.

    Returns:
        What was read and what changed.

    Raises:
        DoesNotConformError: The data breaks rules; nothing was loaded.
        GraphError: The graph refused or stopped answering; it is as before.
    """
    if checked.problems:
        raise DoesNotConformError(checked.problems, language)
    wanted = nodes(schema(), checked.records, materialise(ontology(), checked.records))
    told = {"inputDigest": digest, "recordCount": len(checked.records)}
    change = plan(store, schema(), wanted, told)
    total = sum(len(part.rows) for part in change.changes)
    if change.changes:
        apply(store, change.changes, lambda rows: progress("load", rows, total))
    return IngestReport(
        read=checked.read,
        added=change.added,
        changed=change.changed,
        removed=change.removed,
        unchanged=change.unchanged,
        recomputed=change.recomputed,
        unresolved=checked.unresolved,
    )


def input_digest(data: Path) -> str:
    """Sum up everything that decides what the graph will hold.

    Args:
        data: The data folder, or an RDF file.

    Returns:
        A digest of the data, the ontology and the way of deriving.

    Raises:
        IngestError: The data cannot be read.
    """
    summary = hashlib.blake2b(DERIVATION.encode(), digest_size=16)
    for name in FILES:
        summary.update(turtle(name).read_bytes())
    for what, path in files(schema(), data):
        summary.update(f"\0{what}\0".encode())
        summary.update(_bytes(path))
    return summary.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}."
        raise IngestError(msg) from error


def problem_of(violation: Violation) -> Problem:
    """Tell a broken rule as a problem of the data.

    Args:
        violation: The rule and the record that breaks it.

    Returns:
        The problem, at the place of the record where it has one.
    """
    at = violation.at
    return Problem(
        file=at.file if at else violation.record,
        row=at.row if at else 0,
        field=violation.key,
        message=violation.message,
        found=violation.found,
    )
