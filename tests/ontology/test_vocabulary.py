"""The words of the ontology: complete in both languages, and tied only to terms that exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
import rdflib
from rdflib import namespace
from rdflib.namespace import (
    DC,
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SH,
    SKOS,
    VANN,
)

from evidence_ontology.errors import OntologyError
from evidence_ontology.identifiers import CONCEPTS, INSTANCES, NAMESPACE
from evidence_ontology.ontology import (
    EE,
    FILES,
    Concept,
    LayerConcept,
    graph_of,
    local_name,
    ontology,
    told,
    words,
)
from evidence_ontology.schema import schema

TERMS = Path(__file__).with_name("foreign_terms.txt")
ONTOLOGY = rdflib.URIRef(NAMESPACE.rstrip("#"))
HOME = ONTOLOGY.removesuffix("ontology")
CLOSED: tuple[type[namespace.DefinedNamespace], ...] = (
    DC,
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SH,
    SKOS,
    VANN,
    namespace.XSD,
)
"""Vocabularies whose every term rdflib knows."""
ALIGNED: tuple[type[namespace.DefinedNamespace], ...] = (DC, DCTERMS, PROV, VANN)
"""Those of them whose terms are listed all the same, since we choose to align with them."""
OA_HAS_SOURCE = rdflib.URIRef("http://www.w3.org/ns/oa#hasSource")


def _listed() -> dict[str, str]:
    """Read which terms of other vocabularies we use, and where each is defined."""
    lines = TERMS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def _used() -> set[rdflib.URIRef]:
    return {
        node
        for node in chain.from_iterable(graph_of())
        if isinstance(node, rdflib.URIRef) and not node.startswith(HOME)
    }


def _closed_list_of(node: rdflib.URIRef) -> type[namespace.DefinedNamespace] | None:
    # The longest match, since one namespace may start like another.
    found = [ns for ns in CLOSED if node.startswith(str(ns))]
    return max(found, key=lambda ns: len(str(ns)), default=None)


# Every concept tells what it is and when to use it.


def test_every_concept_has_its_words_in_both_languages() -> None:
    concepts: list[Concept | LayerConcept] = [*ontology().layers]
    for found in ontology().lists.values():
        concepts += found
    assert len(concepts) > 100
    for concept in concepts:
        for text in (concept.label, concept.definition, concept.scope_note):
            assert text.nl, concept
            assert text.en, concept
        assert concept.scope_note.nl != concept.definition.nl, concept


def test_a_concept_without_a_scope_note_is_refused() -> None:
    graph = rdflib.Graph() + graph_of("schemes.ttl")
    subject = rdflib.URIRef(f"{CONCEPTS}states/N0")
    dutch = words(graph, subject, SKOS.scopeNote).nl
    graph.remove((subject, SKOS.scopeNote, rdflib.Literal(dutch, lang="nl")))
    with pytest.raises(OntologyError, match=r"scopeNote of .*states/N0"):
        told(graph, subject, SKOS.scopeNote)


def test_every_class_has_a_definition_and_every_stated_property_a_comment() -> None:
    stated = {local_name(p) for p in graph_of().objects(predicate=SH.path)}
    assert stated
    for name in stated:
        assert ontology().comments[name].nl, name
        assert ontology().comments[name].en, name
    assert all(d.nl and d.en for d in ontology().definitions.values())


def test_the_note_on_not_assessed_keeps_it_apart_from_weak() -> None:
    assert "not the same as weak" in ontology().concept("State", "N0").scope_note.en
    assert "protocol" in ontology().concept("State", "N1").scope_note.en
    assert "too little" in ontology().concept("State", "Z").scope_note.en
    assert "never counts" in ontology().concept("CitationMode", "relayed").scope_note.en
    assert "never counts" in ontology().concept("Direction", "named").scope_note.en


# What NL-SBB asks of concepts and schemes.
# Source: Geonovum/NL-SBB, profiles/skos-ap-nl.ttl, version 1.0.0.


def _schemes() -> Iterator[rdflib.URIRef]:
    for scheme in graph_of().subjects(RDF.type, SKOS.ConceptScheme):
        assert isinstance(scheme, rdflib.URIRef)
        yield scheme


def test_every_scheme_is_named_defined_and_has_top_concepts() -> None:
    graph = graph_of()
    assert len(list(_schemes())) == len(ontology().lists) + 1
    for scheme in _schemes():
        for predicate in (SKOS.prefLabel, DCTERMS.title, SKOS.definition):
            told(graph, scheme, predicate)
        assert (scheme, DCTERMS.license, None) in graph
        tops = set(graph.objects(scheme, SKOS.hasTopConcept))
        assert tops == set(graph.subjects(SKOS.topConceptOf, scheme))
        assert tops


def test_a_concept_is_at_the_top_or_falls_under_another_never_both() -> None:
    graph = graph_of()
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        top = (concept, SKOS.topConceptOf, None) in graph
        assert top != ((concept, SKOS.broader, None) in graph), concept
        assert len(list(graph.objects(concept, SKOS.inScheme))) == 1, concept


@pytest.mark.parametrize("predicate", [SKOS.notation, SKOS.prefLabel])
def test_no_two_concepts_of_a_scheme_share_a_code_or_a_name(predicate: rdflib.URIRef) -> None:
    graph = graph_of()
    for scheme in _schemes():
        members = graph.subjects(SKOS.inScheme, scheme)
        texts = Counter(t for m in members for t in graph.objects(m, predicate))
        assert [t for t, count in texts.items() if count > 1] == [], scheme


# Terms of other vocabularies.


def test_only_listed_terms_of_other_vocabularies_are_used() -> None:
    namespaces = graph_of().namespace_manager
    own_check = {n for n in _used() if _closed_list_of(n) in {None, *ALIGNED}}
    links = {n for n in own_check if n.startswith("https://creativecommons.org/")}
    used = {namespaces.curie(n, generate=False) for n in own_check - links}
    assert used == set(_listed()), f"{TERMS} does not hold what the Turtle uses"


def test_every_term_of_a_vocabulary_that_rdflib_knows_exists() -> None:
    for node in _used():
        known = _closed_list_of(node)
        if known is not None and node != rdflib.URIRef(str(known)):
            assert node in known, node


def test_every_listed_term_says_where_it_is_defined() -> None:
    assert all(where.startswith(("https://", "http://")) for where in _listed().values())


def test_prefixes_are_the_same_in_every_file() -> None:
    bound: dict[str, set[str]] = {}
    for name in FILES:
        for prefix, address in graph_of(name).namespaces():
            bound.setdefault(prefix, set()).add(str(address))
    assert {p: n for p, n in bound.items() if len(n) > 1} == {}


# Alignments that do not contradict themselves.


def test_nothing_is_both_an_entity_and_an_activity() -> None:
    """PROV-O keeps the two apart, so the records that a property ties must be of the right one."""
    graph = graph_of()
    entities = {
        local_name(c)
        for top in (PROV.Entity, PROV.Plan)
        for c in graph.subjects(RDFS.subClassOf, top)
    }
    activities = {local_name(c) for c in graph.subjects(RDFS.subClassOf, PROV.Activity)}
    assert not entities & activities
    derived = {
        str(p)
        for above in (PROV.wasDerivedFrom, PROV.wasGeneratedBy, PROV.wasInfluencedBy)
        for p in graph.subjects(RDFS.subPropertyOf, above)
    }
    for node_type in schema().node_types.values():
        if any(prop.iri in derived for prop in node_type.properties):
            assert node_type.label in entities, node_type.label


def test_only_a_passage_has_a_source_in_the_sense_of_web_annotation() -> None:
    having = {str(p) for p in graph_of().subjects(RDFS.subPropertyOf, OA_HAS_SOURCE)}
    types = schema().node_types.values()
    assert [t.label for t in types if any(p.iri in having for p in t.asserted)] == ["Passage"]


def test_every_type_of_source_is_matched_with_fabio() -> None:
    for concept in ontology().lists["SourceType"]:
        assert [m.term.split(":")[0] for m in concept.matches] == ["fabio"], concept.code


# The header, and addresses that can be kept.


def test_the_header_says_who_made_this_under_which_licence_and_which_version() -> None:
    graph = graph_of("model.ttl")
    version = str(graph.value(ONTOLOGY, OWL.versionInfo))
    assert str(graph.value(ONTOLOGY, OWL.versionIRI)) == f"{ONTOLOGY}/{version}"
    assert str(graph.value(ONTOLOGY, DCTERMS.license)).endswith("/by/4.0/")
    assert str(graph.value(ONTOLOGY, VANN.preferredNamespaceUri)) == NAMESPACE
    assert str(graph.value(ONTOLOGY, VANN.preferredNamespacePrefix)) == "ee"
    for predicate in (DCTERMS.title, DCTERMS.description):
        told(graph, ONTOLOGY, predicate)
    for predicate in (DCTERMS.creator, DCTERMS.created, DCTERMS.modified):
        assert (ONTOLOGY, predicate, None) in graph


def test_our_own_addresses_have_the_forms_of_the_uri_policy() -> None:
    forms = (NAMESPACE, INSTANCES, CONCEPTS, f"{HOME}scheme/", f"{HOME}agent/", str(ONTOLOGY))
    for node in chain.from_iterable(graph_of()):
        if isinstance(node, rdflib.URIRef) and node.startswith(HOME):
            assert str(node).startswith(forms), node


def _left_behind(graph: rdflib.Graph) -> set[rdflib.term.Node]:
    """Find terms that are out of use and name no successor, or have lost their name."""
    return {
        old
        for old in graph.subjects(OWL.deprecated, rdflib.Literal(True))
        if (old, DCTERMS.isReplacedBy, None) not in graph
        or not any((old, name, None) in graph for name in (RDFS.label, SKOS.prefLabel))
    }


def test_a_term_that_is_no_longer_used_names_what_replaces_it() -> None:
    graph = rdflib.Graph() + graph_of()
    assert _left_behind(graph) == set()
    graph.add((EE.word, OWL.deprecated, rdflib.Literal(True)))
    assert _left_behind(graph) == {EE.word}
    graph.add((EE.word, DCTERMS.isReplacedBy, EE.paraphrase))
    assert _left_behind(graph) == set()


def test_what_is_said_of_our_terms_is_said_in_our_namespace() -> None:
    classes = set(graph_of().subjects(RDF.type, OWL.Class))
    assert all(str(c).startswith(str(EE)) for c in classes)
