"""The shapes refuse what they must, and the derived rules refuse the same as pySHACL does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from evidence_ontology.records import Record
from evidence_ontology.schema import Property, schema
from evidence_ontology.triples import rdf_graph
from evidence_ontology.validation import shacl_violations, violations
from tests.fixtures.shapes.make import without
from tests.ontology.records import CONFORMING

Broken = tuple[str, Record]


def _breakages(record: Record) -> Iterator[Broken]:
    """Break each rule of a record's shape, one at a time."""
    for prop in schema().node_types[record.label].asserted:
        bare = without(record, prop)
        if prop.least:
            yield f"{prop.key} is missing", bare
        if prop.kind == "link":
            yield from _wrong_links(bare, prop)
        elif prop.kind == "text":
            yield from _wrong_texts(bare, prop)
        else:
            yield from _wrong_values(bare, prop)
    for rule in schema().requirements:
        if rule.label == record.label:
            prop = schema().node_types[rule.label].property(rule.key)
            bare = without(record, prop)
            yield (
                f"{rule.key} is missing where {rule.when}",
                replace(bare, values={**bare.values, **rule.when}),
            )


def _wrong_links(bare: Record, prop: Property) -> Iterator[Broken]:
    other = "layer/l1" if prop.target == "Passage" else "passage/s/p1"
    yield f"{prop.key} points nowhere", _linked(bare, prop, "nothing/here")
    yield f"{prop.key} points at another class", _linked(bare, prop, other)
    if prop.most == 1 and prop.target == "Element":
        yield f"{prop.key} twice", _linked(bare, prop, "element/e1", "element/e2")


def _wrong_texts(bare: Record, prop: Property) -> Iterator[Broken]:
    if prop.least:
        yield f"{prop.key} lacks English", _valued(bare, prop.keys[0], "Tekst")
    if prop.most == 1:
        several = _valued(bare, prop.keys[0], ("Een", "Twee"))
        yield f"{prop.key} twice in Dutch", _valued(several, prop.keys[1], "One")


def _wrong_values(bare: Record, prop: Property) -> Iterator[Broken]:
    if prop.kind == "code":
        yield f"{prop.key} has an unknown code", _valued(bare, prop.key, "no-such-code")
    if prop.datatype == "date":
        yield f"{prop.key} is no day of the calendar", _valued(bare, prop.key, "2026-02-30")
        yield f"{prop.key} has no hyphens", _valued(bare, prop.key, "20260228")
    if prop.datatype in {"integer", "boolean"}:
        yield f"{prop.key} is no {prop.datatype}", _valued(bare, prop.key, "many")
    if prop.maximum is not None:
        yield f"{prop.key} is too large", _valued(bare, prop.key, prop.maximum + 1)
    if prop.pattern:
        yield f"{prop.key} does not fit the pattern", _valued(bare, prop.key, "?? no ??")


def _linked(record: Record, prop: Property, *targets: str) -> Record:
    return replace(record, links={**record.links, prop.key: targets})


def _valued(record: Record, key: str, value: str | int | tuple[str, ...]) -> Record:
    return replace(record, values={**record.values, key: value})


BREAKAGES = [
    (f"{record.label}: {what}", broken)
    for record in CONFORMING
    for what, broken in _breakages(record)
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
