"""What the readers hand on: records as read, and the problems met while reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from evidence_ingest.errors import Problem
from evidence_ontology.records import Record


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was read from one data folder or file.

    Attributes:
        records: The records that tables carry, in the order of the files and rows.
        problems: What could not be read, with its place.
        studies: The folders of studies that were read.
        claims: Records that said more than tables carry, as they stood in the file; what they
            add must be what follows from the rest.
    """

    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    studies: tuple[str, ...] = ()
    claims: tuple[Record, ...] = ()
