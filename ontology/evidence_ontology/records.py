"""One record: a node of the graph with its outgoing links, free of file formats and engines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

LIST_SEPARATOR = "|"
"""What separates the values of a list, in a cell of a table and in an ordered literal."""

Value = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record was read: a file and its row as a spreadsheet counts (the head is row 1)."""

    file: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}" if self.row else self.file


@dataclass(frozen=True, slots=True)
class Record:
    """One thing of the ontology.

    Attributes:
        label: Its class, such as ``Finding``.
        id: Its id in the graph.
        values: Key → value; a key of two languages comes as two keys (``labelNl``, ``labelEn``).
        links: Key of an object property → ids of what it points at, in order.
        at: Where it was read; None for what is not read from a table.
    """

    label: str
    id: str
    values: Mapping[str, Value]
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    at: Place | None = None

    def digest(self) -> str:
        """Sum up the content, wherever it was read.

        Returns:
            16 hexadecimal digits, equal for equal content on every machine.
        """
        content = [self.label, self.id, self.values, self.links]
        text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
