"""What an ingest tells afterwards."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from evidence_ingest.counting import counted
from evidence_ingest.errors import Problem
from evidence_ingest.reconcile import Unresolved


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The outcome of one ingest.

    Attributes:
        read: Records read from the tables, by class.
        added: Records that are new in the graph.
        changed: Records whose content changed.
        removed: Records that were in the graph and no longer in the data.
        unchanged: Records that were there already, the same.
        recomputed: Nodes whose derived values or cells changed.
        rejected: What breaks a rule, and why; if there is any, nothing was loaded.
        unresolved: Citations that no source claims; they are loaded without a source.
    """

    read: dict[str, int] = field(default_factory=dict)
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    recomputed: int = 0
    rejected: list[Problem] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)

    @property
    def loaded(self) -> int:
        """How many records were written: new, changed or removed."""
        return self.added + self.changed + self.removed

    def sentence(self) -> str:
        """Say the outcome in one sentence.

        Returns:
            The sentence.
        """
        if not self.loaded and not self.recomputed:
            there = counted(self.unchanged, "record was", "records were")
            return f"Nothing has changed: {there} there already."
        return (
            f"{counted(self.added, 'record')} added, {self.changed} changed,"
            f" {self.removed} removed, {self.unchanged} unchanged;"
            f" {counted(self.recomputed, 'count or cell', 'counts and cells')} brought up to date."
        )

    def as_json(self) -> dict[str, Any]:
        """Give the report in plain values.

        Returns:
            What ``ingest --json`` prints.
        """
        plain = asdict(self) | {"loaded": self.loaded}
        plain["unresolved"] = [
            {"printed": u.printed, "at": str(u.at) if u.at else ""} for u in self.unresolved
        ]
        return plain
