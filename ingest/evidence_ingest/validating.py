"""Check the tables of curators, and put them in canonical order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evidence_ingest.errors import Problem
from evidence_ingest.pipeline import Checked, check, problem_of
from evidence_ingest.readers.data import Kind, kind_of, tables_only
from evidence_ingest.readers.rows import canonical
from evidence_ingest.readers.tables import folder_tables
from evidence_ingest.writers.files import write_file
from evidence_ontology.ontology import Words
from evidence_ontology.schema import schema
from evidence_ontology.triples import rdf_graph
from evidence_ontology.validation import shacl_violations

_DISORDER = Words(
    "De volgorde is niet de vaste volgorde. Herstel die met: evidence-explorer validate --fix",
    "Not in canonical order. Repair it with: evidence-explorer validate --fix",
)


@dataclass(frozen=True, slots=True)
class Validated:
    """What a check found: how much was read, what is wrong, which files were put in order."""

    records: int
    unresolved: int
    problems: list[Problem]
    rewritten: list[str]


def validate(data: Path, *, fix: bool, shacl: bool) -> Validated:
    """Check a data folder, a workbook or an RDF file.

    Args:
        data: The folder or file.
        fix: Whether to rewrite tables that are not in canonical order.
        shacl: Whether to hold the records, as RDF, against the shapes through pySHACL as well.

    Returns:
        What was found. Files are only rewritten, never lost: a table with an unknown column or a
        row that does not fit stays as it is.

    Raises:
        IngestError: The folder or a file cannot be read or written, or a file was to be fixed.
    """
    if fix:
        tables_only(data)
    checked = check(data)
    rewritten: list[str] = []
    disorder: list[Problem] = []
    if kind_of(data) is Kind.FOLDER and not any(problem.row == 1 for problem in checked.problems):
        for name, path, text in _out_of_order(data):
            if fix:
                write_file(path, text.encode())
                rewritten.append(name)
            else:
                disorder.append(Problem(name, 0, "", _DISORDER))
    problems = [*checked.problems, *disorder]
    if shacl:
        problems += _by_shacl(checked)
    return Validated(len(checked.records), len(checked.unresolved), problems, rewritten)


def _out_of_order(data: Path) -> Iterator[tuple[str, Path, str]]:
    for path, table in folder_tables(schema(), data):
        text = canonical(table)
        if path.read_bytes() != text.encode():
            yield table.name, path, text


def _by_shacl(checked: Checked) -> Iterator[Problem]:
    places = {record.id: record.at for record in checked.records}
    for violation in shacl_violations(rdf_graph(schema(), checked.records)):
        yield problem_of(replace(violation, at=places.get(violation.record)))
