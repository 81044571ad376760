"""The shapes refuse what they must, and the derived rules refuse the same as pySHACL does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence_ontology.records import Record
from evidence_ontology.schema import schema
from evidence_ontology.triples import rdf_graph
from evidence_ontology.validation import shacl_violations, violations
from tests.ontology.breaking import breakages
from tests.ontology.records import CONFORMING

BREAKAGES = [
    (f"{record.label}: {what}", broken)
    for record in CONFORMING
    for what, broken in breakages(record)
]


def _with(broken: Record) -> list[Record]:
    return [broken if record.id == broken.id else record for record in CONFORMING]


def test_there_is_an_accepted_record_of_every_class_with_a_shape() -> None:
    shaped = {label for label, node_type in schema().node_types.items() if node_type.asserted}
    assert {record.label for record in CONFORMING} == shaped


def test_conforming_records_are_accepted_by_both() -> None:
    assert violations(schema(), CONFORMING) == []
    assert shacl_violations(rdf_graph(schema(), CONFORMING)) == []


@pytest.mark.parametrize("broken", [pytest.param(b, id=name) for name, b in BREAKAGES])
def test_each_broken_rule_is_found(broken: Record) -> None:
    found = violations(schema(), _with(broken))
    assert {v.record for v in found} == {broken.id}
    assert len(found) == 1
    assert found[0].message.nl
    assert found[0].message.en


def test_pyshacl_finds_the_same_violations() -> None:
    """All broken records at once, renamed apart, since each run of pySHACL takes a second."""
    renamed = [
        replace(broken, id=f"{broken.id}-broken-{number}")
        for number, (_, broken) in enumerate(BREAKAGES)
    ]
    records = [*CONFORMING, *renamed]
    ours = {(v.record, v.key) for v in violations(schema(), records)}
    theirs = {(v.record, v.key) for v in shacl_violations(rdf_graph(schema(), records))}
    assert ours - theirs == set()
    assert theirs - ours == set()
    assert len(ours) >= len(BREAKAGES)


def test_pyshacl_tells_the_messages_of_the_shapes_in_both_languages() -> None:
    broken = replace(CONFORMING[0], values={**CONFORMING[0].values, "order": "first"})
    [violation] = shacl_violations(rdf_graph(schema(), _with(broken)))
    assert violation.message == schema().node_types["Layer"].property("order").message
