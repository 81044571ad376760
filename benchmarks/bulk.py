"""A large graph on Neo4j in minutes, to time questions on: its own offline import of our rows.

Only for benchmarks: it needs an empty server that is not running. What is in the graph afterwards
is what an ingest of the same data gives.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from evidence_ingest.load import nodes
from evidence_ingest.materialise import materialise
from evidence_ingest.pipeline import check
from evidence_ontology.identifiers import LATEST_LOAD
from evidence_ontology.ontology import ontology
from evidence_ontology.schema import NodeType, schema
from tests.support.neo4j_process import Neo4jServer

SEPARATOR = "\t"
TYPES = {"integer": "long", "boolean": "boolean"}


class Tables:
    """CSV files as the offline import reads them: one per label, one per kind of link."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, TextIO] = {}
        self._writers: dict[str, Any] = {}
        folder.mkdir(parents=True)

    def write(self, name: str, head: Sequence[str], row: Iterable[Any]) -> None:
        """Add a row to a file; the first one is preceded by the head."""
        if name not in self._writers:
            file = (self._folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
            self._files[name] = file
            self._writers[name] = csv.writer(file)
            self._writers[name].writerow(head)
        self._writers[name].writerow(row)

    def close(self) -> list[Path]:
        """Close all files.

        Returns:
            The files, by name.
        """
        for file in self._files.values():
            file.close()
        return sorted(self._folder.iterdir())


def load(server: Neo4jServer, data: Path, folder: Path) -> None:
    """Import a data folder into a server that was never started with data.

    Args:
        server: The server, not running.
        data: The data folder.
        folder: A folder for the files, not there yet.
    """
    files = _write(data, folder)
    options = [
        f"--nodes={path.stem}={path}" for path in files if path.stem in schema().node_types
    ] + [
        f"--relationships={path.stem}={path}"
        for path in files
        if path.stem not in schema().node_types
    ]
    server.admin(
        "database",
        "import",
        "full",
        "neo4j",
        "--overwrite-destination=true",
        "--id-type=string",
        "--array-delimiter=TAB",
        "--multiline-fields=true",
        *options,
    )


def _write(data: Path, folder: Path) -> list[Path]:
    records = check(data).records
    tables = Tables(folder)
    heads = {label: _head(node_type) for label, node_type in schema().node_types.items()}
    for node in nodes(schema(), records, materialise(ontology(), records)):
        head = heads[node.label]
        tables.write(node.label, list(head.values()), _cells(head, node.values))
        for (kind, _, _, start, end), values in node.links:
            tied = ["kinds:string[]", "counts:long[]"] if kind == "RELATES_TO" else []
            row = [start, end, *map(_cell, values.values())]
            tables.write(kind, [":START_ID", ":END_ID", *tied], row)
    tables.write("Load", ["id:ID", "recordCount:long"], [LATEST_LOAD, len(records)])
    return tables.close()


def _head(node_type: NodeType) -> dict[str, str]:
    head = {"id": "id:ID", "digest": "digest:string"}
    for prop in node_type.properties:
        if prop.kind != "link":
            kind = TYPES.get(prop.datatype, "string") + ("[]" if prop.many else "")
            head |= {key: f"{key}:{kind}" for key in prop.keys}
    return head


def _cells(head: Mapping[str, str], values: Mapping[str, Any]) -> list[Any]:
    return [_cell(values.get(key)) for key in head]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return SEPARATOR.join(map(str, value))
    return "" if value is None else value
