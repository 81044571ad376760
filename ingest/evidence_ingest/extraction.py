"""What the readers hand on: records as read, and the problems met while reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from evidence_ingest.errors import Problem
from evidence_ontology.records import Record


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was read from one data folder.

    Attributes:
        records: The records of all tables, in the order of the files and rows.
        problems: What could not be read, with its place.
        studies: The folders of studies that were read.
    """

    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    studies: tuple[str, ...] = ()
