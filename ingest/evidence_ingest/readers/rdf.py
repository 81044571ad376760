"""Read RDF: Turtle, TriG, JSON-LD, N-Quads and N-Triples, told apart by the ending of the name.

This is the only place that parses RDF which others wrote. It never makes a request: no remote
context, no ``owl:imports``, no other file. RDF/XML is not read, since 500 bytes of it can take
minutes. What no record can carry is a problem with its subject and predicate.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import rdflib
from rdflib.exceptions import ParserError
from rdflib.parser import create_input_source
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.plugins.parsers.nquads import NQuadsParser

from evidence_ingest.errors import IngestError, Problem, brief
from evidence_ingest.extraction import Extraction
from evidence_ingest.readers.jsonld import parse_jsonld
from evidence_ingest.stated import as_tables
from evidence_ontology.datasets import study_of
from evidence_ontology.identifiers import NAMESPACE
from evidence_ontology.ontology import Words
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
    message = Words("", refused.message)
    return Problem(f"{file}, {refused.subject}", 0, field, message, refused.found)


def parsed(path: Path) -> rdflib.Dataset:
    """Parse an RDF file.

    Args:
        path: The file.

    Returns:
        Its statements.

    Raises:
        IngestError: The ending is not known, the file is too large, cannot be opened, is broken,
            or says nothing.
    """
    form = form_of(path)
    text = _text(path)
    dataset = rdflib.Dataset()
    try:
        with _as_written():
            _parse(text, form, dataset, path.name)
    except BadSyntax as error:
        # _why is the only place where rdflib keeps the reason by itself.
        msg = f"{path.name}, line {error.lines + 1}: this is no {form} ({error._why}). Mend it."
        raise IngestError(msg) from error
    except RecursionError as error:
        msg = f"{path.name}: this {form} is nested too deeply. Write it flat."
        raise IngestError(msg) from error
    except _BROKEN as error:
        msg = f"{path.name}: this is no {form} ({_short(error)}). Mend it or export it again."
        raise IngestError(msg) from error
    if not dataset:
        msg = f"{path.name} says nothing, and to load it would empty the graph. Export it again."
        raise IngestError(msg)
    return dataset


def form_of(path: Path) -> str:
    """Tell in which form of RDF a file is, and refuse one that is not to be opened at all.

    Args:
        path: The file.

    Returns:
        One of the forms in :data:`FORMATS`.

    Raises:
        IngestError: The ending is not known, the file is too large, or is not there.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        msg = f"{path} is no data folder, and as RDF its name must end in {', '.join(FORMATS)}."
        raise IngestError(msg)
    try:
        size = path.stat().st_size
    except OSError as error:
        msg = _unreadable(path, error)
        raise IngestError(msg) from error
    if size > MOST_BYTES:
        msg = (
            f"{path.name} has {size / 2**20:.0f} MB, more than the {MOST_BYTES / 2**20:.0f} MB"
            " that one file may have. Use a data folder with tables instead."
        )
        raise IngestError(msg)
    return form


def _unreadable(path: Path, error: OSError) -> str:
    return f"{path.name} cannot be read ({error.strerror}). Check that the file is there."


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        msg = _unreadable(path, error)
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


class _LineParser(NQuadsParser):
    """Knows which line it is at; rdflib's own search for line ends takes quadratic time."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.number = 0
        self._lines = io.StringIO(text, newline=None)

    def readline(self) -> str | None:
        """Read one line.

        Returns:
            The next line without its end, or None after the last.
        """
        self.number += 1
        line = self._lines.readline()
        return line.removesuffix("\n") if line else None


def _parse_lines(text: str, dataset: rdflib.Dataset, name: str) -> None:
    parser = _LineParser(text)
    try:
        # The lines come from the parser itself; rdflib only wants a source to be there.
        parser.parse(create_input_source(data=""), dataset)
    except _BROKEN as error:
        rest = brief(parser.line or "")
        msg = f"{name}, line {parser.number}: from here on this is no N-Quads: {rest}. Mend it."
        raise IngestError(msg) from error


def _short(error: BaseException) -> str:
    return brief((str(error) or type(error).__name__).split("\n", 1)[0])


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
