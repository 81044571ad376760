"""The data of an ingest, whichever form it has: a folder of tables or a file of RDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from evidence_ingest.errors import IngestError
from evidence_ingest.extraction import Extraction
from evidence_ingest.readers.rdf import FORMATS, form_of, read_rdf
from evidence_ingest.readers.tables import read_tables, table_files
from evidence_ontology.schema import Schema


def is_rdf(data: Path) -> bool:
    """Tell a file of RDF from a folder of tables.

    Args:
        data: The data.

    Returns:
        True for a file, and for what is named like one.
    """
    return data.is_file() or (data.suffix.lower() in FORMATS and not data.is_dir())


def files(schema: Schema, data: Path) -> Iterator[tuple[str, Path]]:
    """List the files that decide what the data says.

    Args:
        schema: The schema that names the tables.
        data: A data folder or an RDF file.

    Yields:
        What each file is, and where, in a fixed order.

    Raises:
        IngestError: There is no such folder, a table in it is missing or unknown, or the file is
            not there, too large, or not named as RDF.
    """
    if is_rdf(data):
        yield f"rdf {form_of(data)}", data
        return
    for node_type, study, path in table_files(schema, data):
        yield f"{node_type.label}\0{study}", path


def read(schema: Schema, data: Path, progress: Callable[[], None] = lambda: None) -> Extraction:
    """Read all of the data.

    Args:
        schema: The schema that says what the data holds.
        data: A data folder or an RDF file.
        progress: Told before each file.

    Returns:
        The records and the problems.

    Raises:
        IngestError: A file cannot be read at all.
    """
    if is_rdf(data):
        progress()
        return read_rdf(schema, data)
    return read_tables(schema, data, lambda _: progress())


def tables_only(data: Path) -> None:
    """Refuse data that has no tables.

    Args:
        data: The data.

    Raises:
        IngestError: It is a file.
    """
    if is_rdf(data):
        msg = f"--fix puts tables in order, and {data} is a file. Leave --fix out."
        raise IngestError(msg)
