"""The tables that the desk writes, row by row, and how they differ from what they were."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evidence_desk.errors import DeskError
from evidence_graph.writing.table_form import guarded, table_text, unguarded
from evidence_ingest.readers.data import Kind, kind_of
from evidence_ingest.readers.tables import read_frame, table_path
from evidence_ontology.schema import NodeType, schema
from evidence_ontology.texts import clean

LABELS: Final = (
    "Domain",
    "Element",
    "Source",
    "Passage",
    "Citation",
    "Finding",
    "Relation",
    "ReportedStrength",
    "Curation",
)
"""The classes whose tables a decision rests on: the desk writes all but the first."""

Row = Mapping[str, str]
"""Column → cell, as the curator means it (no apostrophe in front of a formula)."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that is to be changed: what stands there now and what shall; None is no row."""

    label: str
    id: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not what it was: ``added``, ``changed`` or ``removed``."""

    label: str
    id: str
    kind: str


class MovedOnError(DeskError):
    """A row is not what a change says it is."""

    def __init__(self, label: str, ident: str) -> None:
        self.label, self.id = label, ident
        super().__init__(f"{path_of(label, '…')}, {ident}: this row was changed meanwhile.")


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one study and the shared ones that it draws on."""

    study: str
    rows: Mapping[str, Mapping[str, Row]]

    @property
    def mark(self) -> str:
        """The revision: the same for tables that say the same."""
        text = json.dumps(self.rows, sort_keys=True, ensure_ascii=False)
        return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()

    def changed(self, changes: Iterable[RowChange]) -> Tables:
        """Change rows.

        Args:
            changes: The changes, each of another row.

        Returns:
            The tables after it.

        Raises:
            MovedOnError: A row is not what a change says it is.
        """
        rows = {label: dict(found) for label, found in self.rows.items()}
        for one in changes:
            if rows[one.label].get(one.id) != one.before:
                raise MovedOnError(one.label, one.id)
            if one.after is None:
                del rows[one.label][one.id]
            else:
                rows[one.label][one.id] = one.after
        return Tables(self.study, rows)

    def texts(self, labels: Iterable[str]) -> dict[str, str]:
        """Write tables in their canonical form.

        Args:
            labels: Their classes.

        Returns:
            Path below the data folder → text.
        """
        found = {}
        for label in sorted(set(labels)):
            columns = _type(label).columns
            rows = [[guarded(r.get(c, "")) for c in columns] for r in self.rows[label].values()]
            found[path_of(label, self.study)] = table_text(columns, sorted(rows))
        return found


def read_study(data: Path, study: str) -> Tables:
    """Read the tables that the desk writes.

    Args:
        data: The data folder.
        study: The study, by the id of its source.

    Returns:
        The tables; one that is not there yet has no rows.

    Raises:
        DeskError: The data is no folder of tables, or the study is no source in it.
        IngestError: A table cannot be read.
    """
    if kind_of(data) is not Kind.FOLDER or not data.is_dir():
        msg = f"{data} is no folder of tables, and the desk writes tables. Name one with --data."
        raise DeskError(msg)
    tables = Tables(study, {label: dict(_rows(data, label, study)) for label in LABELS})
    if study not in tables.rows["Source"]:
        msg = (
            f"The table of sources has no {study!r}. A report is a source first: add a row for it"
            " to sources/sources.csv, with this id."
        )
        raise DeskError(msg)
    return tables


def differences(old: Tables, new: Tables) -> list[Difference]:
    """Tell what changed between two moments.

    Args:
        old: What was.
        new: What is.

    Returns:
        The rows that differ, by table and id.
    """
    found = []
    for label in LABELS:
        was, now = old.rows[label], new.rows[label]
        for ident in sorted({*was, *now}):
            if was.get(ident) != now.get(ident):
                kind = "added" if ident not in was else "changed" if ident in now else "removed"
                found.append(Difference(label, ident, kind))
    return found


def path_of(label: str, study: str) -> str:
    """Tell where a table is.

    Args:
        label: Its class.
        study: The study.

    Returns:
        The path below the data folder.
    """
    node_type = _type(label)
    return table_path(node_type, study if node_type.scope == "study" else None)


def as_plain(changes: Iterable[RowChange]) -> tuple[dict[str, Any], ...]:
    """Write changes as plain data, for the log.

    Args:
        changes: The changes.

    Returns:
        One mapping each.
    """
    return tuple(
        {"table": one.label, "id": one.id, "before": one.before, "after": one.after}
        for one in changes
    )


def from_plain(rows: Iterable[Mapping[str, Any]]) -> list[RowChange]:
    """Read changes from the log.

    Args:
        rows: What :func:`as_plain` wrote.

    Returns:
        The changes.
    """
    return [RowChange(one["table"], one["id"], one["before"], one["after"]) for one in rows]


def _type(label: str) -> NodeType:
    return schema().node_types[label]


def _rows(data: Path, label: str, study: str) -> Iterator[tuple[str, Row]]:
    name = path_of(label, study)
    if not (data / name).is_file():
        return
    frame = read_frame(data / name, name)
    rows = []
    for cells in frame.to_dict("records"):
        row = {str(column): unguarded(clean(str(cell))) for column, cell in cells.items()}
        rows.append({column: cell for column, cell in row.items() if cell})
    ids = [row.get("id", "") for row in rows if row]
    # What could not be written back as it was read is not written at all.
    if set(frame.columns) - set(_type(label).columns) or "" in ids or len(set(ids)) < len(ids):
        msg = (
            f"{name} has a column that is not known, or rows without an id of their own. Run"
            " evidence-explorer validate, and put it right before you go on."
        )
        raise DeskError(msg)
    yield from ((row["id"], row) for row in rows if row)
