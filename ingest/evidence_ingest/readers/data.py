"""The data of an ingest, whichever form it has: a folder of tables, a workbook, a file of RDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

from evidence_ingest.errors import IngestError
from evidence_ingest.extraction import Extraction
from evidence_ingest.readers.rdf import FORMATS, form_of, read_rdf
from evidence_ingest.readers.tables import read_tables, table_files
from evidence_ingest.readers.workbook import read_workbook
from evidence_ingest.readers.workbook_file import ENDING
from evidence_ontology.schema import Schema


class Kind(StrEnum):
    """The forms of data."""

    FOLDER = "folder"
    WORKBOOK = "workbook"
    RDF = "rdf"


def kind_of(data: Path) -> Kind:
    """Tell which form data has.

    Args:
        data: The data.

    Returns:
        The form that its name says; a file with another ending is taken for RDF, which refuses it.
    """
    ending = data.suffix.lower()
    if data.is_dir() or not (data.is_file() or ending in {ENDING, *FORMATS}):
        return Kind.FOLDER
    return Kind.WORKBOOK if ending == ENDING else Kind.RDF


def files(schema: Schema, data: Path) -> Iterator[tuple[str, Path]]:
    """List the files that decide what the data says.

    Args:
        schema: The schema that names the tables.
        data: A data folder, a workbook or an RDF file.

    Yields:
        What each file is, and where, in a fixed order.

    Raises:
        IngestError: There is no such folder, a table in it is missing or unknown, or the file is
            not there, too large, or not named as RDF.
    """
    kind = kind_of(data)
    if kind is not Kind.FOLDER:
        yield (f"rdf {form_of(data)}" if kind is Kind.RDF else kind), data
        return
    for node_type, study, path in table_files(schema, data):
        yield f"{node_type.label}\0{study}", path


def read(schema: Schema, data: Path, progress: Callable[[], None] = lambda: None) -> Extraction:
    """Read all of the data.

    Args:
        schema: The schema that says what the data holds.
        data: A data folder, a workbook or an RDF file.
        progress: Told at each file.

    Returns:
        The records and the problems.

    Raises:
        IngestError: A file cannot be read at all.
    """
    kind = kind_of(data)
    if kind is Kind.WORKBOOK:
        return read_workbook(schema, data, progress)
    if kind is Kind.RDF:
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
    if kind_of(data) is not Kind.FOLDER:
        msg = f"--fix puts tables in order, and {data} is a file. Leave --fix out."
        raise IngestError(msg)
