"""What tables carry of all records, and whether what a file says beyond that is what follows.

The layers come from the ontology, and reconciliation makes the citations of the mode ``own`` and
the computed links. A file of RDF states them as well; they are left out and made again, and where
the file said something else that is a problem, never a silent change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from evidence_ingest.errors import Problem
from evidence_ontology.ontology import Words
from evidence_ontology.records import Record, Value
from evidence_ontology.schema import Schema

OWN = "own-"
"""What the id of a citation that reconciliation makes starts with, after its study."""


def is_own(record: Record) -> bool:
    """Tell whether reconciliation makes this record.

    Args:
        record: Any record.

    Returns:
        True for the citation that stands for a study's own statement.
    """
    slug = record.id.rpartition("/")[2]
    own = record.label == "Citation" and record.values.get("mode") == "own"
    return own and slug.startswith(OWN)


def as_tables(schema: Schema, records: Iterable[Record]) -> list[Record]:
    """Reduce records to what tables carry.

    Args:
        schema: The schema.
        records: All records, as they stand in a graph.

    Returns:
        The records of the tables, without what reconciliation adds.
    """
    every = list(records)
    own = {record.id for record in every if is_own(record)}
    tables = [r for r in every if schema.node_types[r.label].table and r.id not in own]
    return [_bare(schema, record, own) for record in tables]


def _bare(schema: Schema, record: Record, own: set[str]) -> Record:
    computed = {p.key for p in schema.node_types[record.label].asserted if p.computed}
    links = {
        key: kept
        for key, targets in record.links.items()
        if key not in computed and (kept := tuple(t for t in targets if t not in own))
    }
    return replace(record, links=links)


def contradicted(claims: Iterable[Record], made: Iterable[Record]) -> Iterator[Problem]:
    """Compare what a file says with what follows from its tables.

    Args:
        claims: The records as the file has them.
        made: The records after reconciliation.

    Yields:
        A problem for each property that the file gives otherwise.
    """
    by_id = {record.id: record for record in made}
    for claim in claims:
        other = by_id.get(claim.id)
        if other is None:
            message = "The file has this record, but nothing in the data leads to it. Leave it out."
            yield _problem(claim, "", message, "")
            continue
        stated, follows = _content(claim), _content(other)
        for key in sorted(stated):
            if stated[key] != follows.get(key):
                yield _problem(claim, key, _told(key, follows.get(key)), _shown(stated[key]))


def _content(record: Record) -> Mapping[str, Value]:
    links = {key: tuple(sorted(targets)) for key, targets in record.links.items() if targets}
    return {**record.values, **links}


def _told(key: str, follows: Value | None) -> str:
    origin = "the spellings of the sources say" if key == "cites" else "what follows is"
    rest = "Make them agree, or leave it out."
    return f"The file says something else than {origin}: {_shown(follows) or 'nothing'}. {rest}"


def _shown(value: Value | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def _problem(claim: Record, key: str, message: str, found: str) -> Problem:
    file = claim.at.file if claim.at else claim.id
    return Problem(file, 0, key, Words("", message), found)
