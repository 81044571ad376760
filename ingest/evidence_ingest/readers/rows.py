"""Rows of a table become records, whichever file the table stood in.

A value that does not fit its datatype is kept as text, so that the rules of the ontology refuse it
by file, row and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidence_graph.writing.table_form import guarded, table_text, unguarded, whole_number
from evidence_ingest.errors import Problem
from evidence_ontology.identifiers import is_slug, node_id
from evidence_ontology.ontology import Words
from evidence_ontology.records import LIST_SEPARATOR, Place, Record, Value
from evidence_ontology.schema import NodeType, Property, Schema
from evidence_ontology.texts import clean, parts

NO_SLUG = Words(
    "Een id heeft kleine letters en cijfers, met enkele koppeltekens ertussen.",
    "An id has small letters, digits and single hyphens between them.",
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read.

    Attributes:
        node_type: Its class.
        study: Its study; None for a table that all studies share.
        name: What to call it in messages.
        columns: Head of a column → its cells, as they stand in a table of a data folder.
        numbers: The number of each row, as a spreadsheet counts (the head is row 1).
    """

    node_type: NodeType
    study: str | None
    name: str
    columns: Mapping[str, Sequence[str]]
    numbers: Sequence[int]


def records_in(schema: Schema, table: Table, problems: list[Problem]) -> Iterator[Record]:
    """Read the records of a table.

    Args:
        schema: The schema that says what the table holds.
        table: The table.
        problems: What cannot be read is added here.

    Yields:
        The records, in the order of the rows; a blank row is none.
    """
    problems += _head(table.node_type, table.name, list(table.columns))
    properties = [
        (key, prop)
        for prop in table.node_type.asserted
        for key in prop.keys
        if key in table.columns and not prop.computed
    ]
    columns = [table.columns[key] for key, _ in properties]
    if "id" not in table.columns:
        return
    rows = zip(table.numbers, table.columns["id"], *columns, strict=True)
    for number, identifier, *cells in rows:
        slug = identifier.strip()
        if not slug and not any(cell.strip() for cell in cells):
            continue
        if not is_slug(slug):
            problems.append(Problem(table.name, number, "id", NO_SLUG, slug or "nothing"))
            continue
        values: dict[str, Value] = {}
        links: dict[str, tuple[str, ...]] = {}
        for (key, prop), cell in zip(properties, cells, strict=True):
            text = _text(cell)
            if text and prop.kind == "link":
                links[key] = _targets(schema, prop, table.study, text)
            elif text:
                values[key] = _value(prop, text)
        label = table.node_type.label
        place = Place(table.name, number)
        yield Record(label, node_id(label, slug, table.study), values, links, place)


def duplicates(records: Iterable[Record]) -> Iterator[Problem]:
    """Find records that have the id of an earlier one.

    Args:
        records: The records, in the order in which they were read.

    Yields:
        A problem at the row of each later one.
    """
    first: dict[str, Record] = {}
    for record in records:
        other = first.setdefault(record.id, record)
        if other is not record and record.at is not None:
            message = Words(
                f"Deze id staat al in {other.at}. Geef een van beide een andere id.",
                f"This id stands already in {other.at}. Give one of them another id.",
            )
            found = record.id.rpartition("/")[2]
            yield Problem(record.at.file, record.at.row, "id", message, found)


def canonical(table: Table) -> str:
    """Write a table as the rules for curators want it: all columns in order, rows by id.

    Args:
        table: The table.

    Returns:
        The text of the file, with the mark that makes spreadsheets read it as UTF-8.
    """
    node_type = table.node_type
    lists = {key: p.ordered for p in node_type.asserted if p.many for key in p.keys}
    missing = [""] * len(table.numbers)
    cells = [
        [_canonical_cell(v, lists.get(c)) for v in table.columns.get(c, missing)]
        for c in node_type.columns
    ]
    rows = sorted(row for row in zip(*cells, strict=True) if any(row))
    return table_text(node_type.columns, rows)


def _canonical_cell(cell: str, ordered: bool | None) -> str:
    # ``ordered`` is None where the cell is no list.
    text = _text(cell)
    return guarded(text if ordered is None else LIST_SEPARATOR.join(parts(text, ordered=ordered)))


def _head(node_type: NodeType, name: str, columns: list[str]) -> list[Problem]:
    expected = node_type.columns
    unknown = [c for c in columns if c not in expected]
    needed = {"id"} | {k for p in node_type.asserted if p.least and not p.computed for k in p.keys}
    optional = {"restsOn"}  # an empty one is the study's own statement
    missing = [c for c in expected if c in needed - optional and c not in columns]
    known = ", ".join(expected)
    strange = Words(
        f"Deze kolom is hier niet bekend. Bekend zijn: {known}.",
        f"This column is not known here. Known are: {known}.",
    )
    absent = Words("Deze kolom ontbreekt.", "This column is missing.")
    return [
        *(Problem(name, 1, c, strange) for c in unknown),
        *(Problem(name, 1, c, absent) for c in missing),
    ]


def _text(cell: str) -> str:
    return unguarded(clean(cell))


def _targets(schema: Schema, prop: Property, study: str | None, text: str) -> tuple[str, ...]:
    own = schema.node_types[prop.target].scope == "study"
    return tuple(node_id(prop.target, slug, study if own else None) for slug in parts(text))


def _value(prop: Property, text: str) -> Value:
    if prop.many:
        return parts(text, ordered=prop.ordered)
    if prop.datatype == "integer":
        number = whole_number(text)
        return text if number is None else number
    if prop.datatype == "boolean" and text in {"true", "false"}:
        return text == "true"
    return text
