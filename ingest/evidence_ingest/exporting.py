"""Export the records of a graph: choose the writer, put what it gives in its place."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from evidence_graph.rdf import records
from evidence_graph.store import GraphStore
from evidence_ingest.errors import IngestError
from evidence_ingest.formats import Format
from evidence_ingest.readers.tables import table_files
from evidence_ingest.writers.csv_tables import csv_tables
from evidence_ingest.writers.files import write_file, write_folder
from evidence_ingest.writers.graphml import graphml
from evidence_ingest.writers.jsonld import jsonld
from evidence_ingest.writers.nquads import nquads
from evidence_ingest.writers.skos import skos
from evidence_ingest.writers.trig import trig
from evidence_ingest.writers.turtle import turtle
from evidence_ingest.writers.workbook import xlsx
from evidence_ontology.records import Record
from evidence_ontology.schema import Schema, schema

Writer = Callable[[Schema, Iterable[Record]], bytes]

WRITERS: Mapping[Format, Writer] = {
    Format.TURTLE: turtle,
    Format.TRIG: trig,
    Format.JSONLD: jsonld,
    Format.NQUADS: nquads,
    Format.XLSX: xlsx,
    Format.GRAPHML: graphml,
    Format.SKOS: skos,
}
"""The writers of one file; CSV is a folder."""


def export(store: GraphStore, form: Format, target: Path | None, study: str | None = None) -> None:
    """Export a graph.

    Args:
        store: The graph.
        form: The format.
        target: The file, or for CSV the folder; None is the terminal, which takes text only.
        study: The only study that a workbook takes along; None takes all.

    Raises:
        IngestError: The target is missing, cannot be written, or holds something else; or a study
            was named for another form than a workbook, or one that is not there.
        GraphError: The graph stopped answering.
    """
    if target is None and form in {Format.CSV, Format.XLSX}:
        what = "a folder" if form == Format.CSV else "a file"
        msg = f"{form} needs {what}. Name it with --output."
        raise IngestError(msg)
    if study is not None and form != Format.XLSX:
        msg = f"--study goes with --format xlsx, and {form} takes all studies. Leave it out."
        raise IngestError(msg)
    found = records(store, schema())
    if form == Format.CSV and target is not None:
        write_folder(target, csv_tables(schema(), found), _tables)
        return
    one = study is not None
    content = xlsx(schema(), found, study) if one else WRITERS[form](schema(), found)
    if target is None:
        sys.stdout.write(content.decode())
    else:
        write_file(target, content)


def _tables(folder: Path) -> Iterator[Path]:
    return (path for _, _, path in table_files(schema(), folder))
