"""Read RDF: Turtle, TriG, JSON-LD, N-Quads and N-Triples, told apart by the ending of the name.

This is the only place that parses RDF which others wrote. It never makes a request: no remote
context, no ``owl:imports``, no other file. RDF/XML is not read, since 500 bytes of it can take
minutes. What no record can carry is a problem with its subject and predicate.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import rdflib
from rdflib.exceptions import ParserError
from rdflib.parser import create_input_source
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.plugins.parsers.nquads import NQuadsParser

from evidence_ingest.errors import IngestError, Problem
from evidence_ingest.extraction import Extraction
from evidence_ingest.readers.jsonld import parse_jsonld
from evidence_ingest.stated import as_tables
from evidence_ontology.datasets import study_of
from evidence_ontology.identifiers import NAMESPACE
from evidence_ontology.reading_rdf import Refused, records_of
from evidence_ontology.records import Record
from evidence_ontology.schema import Schema

FORMATS = {
    ".json": "json-ld",
    ".jsonld": "json-ld",
    ".nq": "nquads",
    ".nt": "nquads",
    ".trig": "trig",
    ".ttl": "turtle",
}
MOST_BYTES = 512 * 2**20
BASE = "https://relative.invalid/"
"""What relative names become, so that they are refused by name; it resolves nowhere."""

# What rdflib's parsers were seen to raise on files that are broken in one way or another.
_BROKEN = (
    ParserError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
)


def read_rdf(schema: Schema, path: Path) -> Extraction:
    """Read the records of an RDF file.

    Args:
        schema: The schema that says what records hold.
        path: The file.

    Returns:
        The records that tables would carry, the problems, and what the file says beyond that.

    Raises:
        IngestError: The file cannot be read as RDF at all.
    """
    found = records_of(schema, parsed(path), path.name)
    tables = as_tables(schema, found.records)
    return Extraction(
        records=tables,
        problems=[_problem(path.name, refused) for refused in found.refused],
        studies=tuple(sorted(_studies(schema, found.records))),
        claims=tuple(_claims(found.records, tables)),
    )


def _studies(schema: Schema, records: list[Record]) -> set[str]:
    found = (study_of(schema.node_types[record.label], record.id) for record in records)
    return {study for study in found if study is not None}


def _claims(records: list[Record], tables: list[Record]) -> Iterator[Record]:
    kept = {record.id: record for record in tables}
    return (record for record in records if record != kept.get(record.id))


def _problem(file: str, refused: Refused) -> Problem:
    field = refused.predicate.removeprefix(NAMESPACE)
    return Problem(f"{file}, {refused.subject}", 0, field, refused.message, refused.found)


def parsed(path: Path) -> rdflib.Dataset:
    """Parse an RDF file.

    Args:
        path: The file.

    Returns:
        Its statements.

    Raises:
        IngestError: The ending is not known, the file is too large, cannot be opened, or is broken.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        msg = f"{path} is no data folder, and as RDF its name must end in {', '.join(FORMATS)}."
        raise IngestError(msg)
    text = _text(path)
    dataset = rdflib.Dataset()
    try:
        with _as_written():
            _parse(text, form, dataset, path.name)
    except BadSyntax as error:
        # _why is the only place where rdflib keeps the reason by itself.
        msg = f"{path.name}, line {error.lines + 1}: this is no {form} ({error._why}). Mend it."
        raise IngestError(msg) from error
    except _BROKEN as error:
        msg = f"{path.name}: this is no {form} ({_short(error)}). Mend it or export it again."
        raise IngestError(msg) from error
    return dataset


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            msg = (
                f"{path.name} has {size / 2**20:.0f} MB, more than the {MOST_BYTES / 2**20:.0f} MB"
                " that one file may have. Use a data folder with tables instead."
            )
            raise IngestError(msg)
        content = path.read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        msg = f"{path.name} cannot be read ({error.strerror}). Check that the file is there."
        raise IngestError(msg) from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        msg = f"{path.name}, line {line}: this is not UTF-8. Save the file as UTF-8."
        raise IngestError(msg) from error


def _parse(text: str, form: str, dataset: rdflib.Dataset, name: str) -> None:
    if form == "json-ld":
        parse_jsonld(text, dataset, BASE, name)
    elif form == "nquads":
        _parse_lines(text, dataset, name)
    else:
        dataset.parse(data=text, format=form, publicID=BASE)


class _CountingParser(NQuadsParser):
    """Knows which line it is at."""

    number = 0

    def parseline(self, bnode_context: Any = None) -> None:
        """Read one line."""
        self.number += 1
        super().parseline(bnode_context)


def _parse_lines(text: str, dataset: rdflib.Dataset, name: str) -> None:
    parser = _CountingParser()
    try:
        parser.parse(create_input_source(data=text), dataset)
    except _BROKEN as error:
        msg = f"{name}, line {parser.number}: this is no N-Quads ({_short(error)}). Mend it."
        raise IngestError(msg) from error


def _short(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:200]


@contextmanager
def _as_written() -> Iterator[None]:
    # rdflib rewrites literals, which drops the time zone of a date, and prints a traceback for
    # each that does not fit its datatype; both are judged by our own rules.
    level, normalise = logging.getLogger("rdflib").level, rdflib.NORMALIZE_LITERALS
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)
    rdflib.NORMALIZE_LITERALS = False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = normalise
        logging.getLogger("rdflib").setLevel(level)
