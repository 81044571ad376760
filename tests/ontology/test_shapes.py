"""Each shape accepts one graph and rejects another, by pySHACL and by the derived rules alike."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from evidence_ontology.ontology import graph_of, local_name
from evidence_ontology.schema import schema
from evidence_ontology.validation import shacl_violations, violations
from tests.fixtures.shapes.make import FOLDER, Fixture, fixtures

FIXTURES = list(fixtures())
EACH = pytest.mark.parametrize("fixture", [pytest.param(f, id=f.shape) for f in FIXTURES])


def _read(fixture: Fixture, name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / fixture.shape / f"{name}.ttl", format="turtle")


def test_every_shape_has_its_two_graphs_and_nothing_else_has() -> None:
    shapes = {local_name(s) for s in graph_of().subjects(RDF.type, SH.NodeShape)}
    assert {f.shape for f in FIXTURES} == shapes
    on_disk = {p.relative_to(FOLDER).as_posix() for p in FOLDER.rglob("*.ttl")}
    assert on_disk == {f"{s}/{n}.ttl" for s in shapes for n in ("accepted", "rejected")}


@EACH
def test_the_graphs_are_not_stale(fixture: Fixture) -> None:
    for path, text in fixture.texts().items():
        repair = "python -m tests.fixtures.shapes.make"
        assert path.read_text(encoding="utf-8") == text, f"repair with: {repair}"


@EACH
def test_what_is_accepted_has_no_violation(fixture: Fixture) -> None:
    assert violations(schema(), fixture.accepted) == []
    assert shacl_violations(_read(fixture, "accepted")) == []


@EACH
def test_what_is_rejected_has_one_violation_told_in_both_languages(fixture: Fixture) -> None:
    expected = (fixture.record, fixture.key, fixture.message)
    [ours] = violations(schema(), fixture.rejected)
    [theirs] = shacl_violations(_read(fixture, "rejected"))
    assert (ours.record, ours.key, ours.message) == expected
    assert (theirs.record, theirs.key, theirs.message) == expected
    assert fixture.message.nl
    assert fixture.message.en
    assert fixture.message.nl != fixture.message.en


def test_no_two_shapes_say_the_same() -> None:
    told = [fixture.message for fixture in FIXTURES]
    assert len(told) == len(set(told)), "a message does not tell which shape was broken"


def test_checking_leaves_the_shared_shapes_as_they_are() -> None:
    before = set(graph_of())
    shacl_violations(_read(FIXTURES[0], "rejected"))
    assert set(graph_of()) == before
