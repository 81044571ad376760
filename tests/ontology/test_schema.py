"""The schema follows from the Turtle, and what is made of it is not stale."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from evidence_ingest.reference import as_plain, markdown
from evidence_ontology.identifiers import is_slug, kebab, node_id, quoted, relationship_type
from evidence_ontology.ontology import FILES, graph_of, ontology
from evidence_ontology.schema import schema

TOP = Path(__file__).parents[2]


def test_every_state_of_the_evidence_model_has_its_words() -> None:
    states = {c.code: (c.label.nl, c.label.en) for c in ontology().lists["State"]}
    assert list(states) == ["N0", "N1", "N2", "P1", "P2", "P3", "Z", "H", "M"]
    assert states["N0"] == ("Nog niet beoordeeld", "Not yet assessed")
    assert states["M"] == ("Bronnen spreken elkaar tegen", "Sources contradict")


def test_layers_run_from_the_client_outwards() -> None:
    rings = [layer.ring for layer in ontology().layers if layer.ring is not None]
    assert rings == sorted(rings)
    assert ontology().layers[0].id == "layer/client"
    assert len(ontology().layers) == 16


def test_a_sublayer_shares_the_ring_of_its_layer() -> None:
    ring = {layer.id: layer.ring for layer in ontology().layers}
    for layer in ontology().layers:
        if layer.broader:
            assert ring[layer.broader] == layer.ring, layer.id


def test_columns_follow_the_order_of_the_shape() -> None:
    columns = schema().node_types["Finding"].columns
    assert columns[:5] == ("id", "about", "inDomain", "outcome", "direction")
    assert "reportedIn" not in columns, "reconciliation fills it"


def test_no_two_properties_of_a_class_share_a_key() -> None:
    for node_type in schema().node_types.values():
        keys = [key for prop in node_type.properties for key in prop.keys]
        assert len(keys) == len(set(keys)), node_type.label


def test_every_shape_says_what_must_hold_in_both_languages() -> None:
    for node_type in schema().node_types.values():
        for prop in node_type.asserted:
            assert prop.message.nl, (node_type.label, prop.key)
            assert prop.message.en, (node_type.label, prop.key)


@pytest.mark.parametrize("name", FILES)
def test_turtle_has_no_blank_nodes_as_subjects_of_classes(name: str) -> None:
    graph = graph_of(name)
    classes = list(graph.subjects(rdflib.RDF.type, rdflib.OWL.Class))
    assert all(isinstance(c, rdflib.URIRef) for c in classes)


def test_the_reference_page_is_not_stale() -> None:
    page = TOP / "docs" / "reference" / "schema.md"
    repair = "evidence-explorer schema > docs/reference/schema.md"
    assert page.read_text(encoding="utf-8") == markdown(schema()), f"repair with: {repair}"


def test_the_plain_schema_names_every_relationship() -> None:
    plain = as_plain(schema())
    links = {
        prop["relationship"]
        for node in plain["nodes"].values()
        for prop in node["properties"]
        if prop["kind"] == "link"
    }
    assert {"ABOUT", "RESTS_ON", "CITES", "RELAYED_BY", "PLACED_IN", "QUALIFIES"} <= links


@pytest.mark.parametrize("slug", ["practical-help", "a", "s1", "2018"])
def test_slugs(slug: str) -> None:
    assert is_slug(slug)


@pytest.mark.parametrize("text", ["", "Upper", "two--hyphens", "-a", "a/b", "a b", "é", "a\n"])
def test_what_is_no_slug(text: str) -> None:
    assert not is_slug(text)


def test_names_are_derived() -> None:
    assert relationship_type("restsOnFinding") == "RESTS_ON_FINDING"
    assert kebab("ReportedStrength") == "reported-strength"
    assert node_id("Finding", "f1", "study") == "finding/study/f1"


@pytest.mark.parametrize("name", ["a`b", "a b", "\\u0060", "", "a)-[]", "1a"])
def test_only_names_of_the_ontology_become_cypher(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        quoted(name)
