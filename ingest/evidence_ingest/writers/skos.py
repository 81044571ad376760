"""Write the thesaurus alone as SKOS: elements, domains, outcomes, perspectives, layers, lists.

Follows NL-SBB 1.0 (the Dutch standard for describing concepts) where the data has what it asks:
``rdf:type skos:Concept`` is written out; one ``skos:prefLabel`` a language, never repeated among
the ``skos:altLabel``; a ``skos:definition`` for each concept that has one; ``skos:inScheme``;
``skos:topConceptOf`` exactly where nothing is broader, so that no concept is an orphan;
``skos:notation`` unique within its scheme; ``skos:scopeNote`` where there is one; ``dcterms:title``
on the scheme. Every relation is written both ways. Where the data lacks a definition, as for some
domains, none is made up, and NL-SBB will report it.

Source: Geonovum, NL-SBB, chapters 2 to 4 and ``profiles/skos-ap-nl.ttl``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import rdflib
from rdflib.namespace import DCTERMS, RDF, SKOS

from evidence_ontology.identifiers import INSTANCES, iri
from evidence_ontology.ontology import LANGUAGES, graph_of, ontology
from evidence_ontology.records import Record
from evidence_ontology.schema import Schema
from evidence_ontology.triples import triples

SCHEMES = "https://w3id.org/evidence-explorer/scheme/"
_OF_CLASS = {
    "Domain": "domains",
    "Element": "elements",
    "Outcome": "outcomes",
    "Perspective": "perspectives",
}
_OF_EVERY_SCHEME = (DCTERMS.creator, DCTERMS.license)
_BOTH_WAYS = {SKOS.broader: SKOS.narrower, SKOS.topConceptOf: SKOS.hasTopConcept}

_Triple = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]


def skos(schema: Schema, records: Iterable[Record]) -> bytes:
    """Write the thesaurus as SKOS in Turtle.

    Args:
        schema: The schema.
        records: The records; those that are no concepts are left out.

    Returns:
        The content of the file.
    """
    graph = rdflib.Graph()
    graph.bind("id", INSTANCES)
    for triple in _of_ontology():
        graph.add(triple)
    for record in records:
        if record.label in _OF_CLASS:
            for triple in _concept(schema, record):
                graph.add(triple)
    _add_tops(graph)
    for predicate, inverse in _BOTH_WAYS.items():
        for start, end in list(graph.subject_objects(predicate)):
            graph.add((end, inverse, start))
    return graph.serialize(format="turtle", encoding="utf-8")


def _of_ontology() -> Iterator[_Triple]:
    # The layers and the closed lists stand in the Turtle as SKOS; the rest there is ours alone.
    source = graph_of("schemes.ttl")
    for subject, predicate, value in source:
        known = str(predicate).startswith((str(SKOS), str(DCTERMS)))
        if known or value in {SKOS.Concept, SKOS.ConceptScheme}:
            yield subject, predicate, value
    for label, name in _OF_CLASS.items():
        scheme = rdflib.URIRef(SCHEMES + name)
        yield scheme, RDF.type, SKOS.ConceptScheme
        for language in LANGUAGES:
            title = rdflib.Literal(ontology().names[label].in_(language), lang=language)
            yield scheme, SKOS.prefLabel, title
            yield scheme, DCTERMS.title, title
        for predicate in _OF_EVERY_SCHEME:
            for value in source.objects(rdflib.URIRef(f"{SCHEMES}layers"), predicate):
                yield scheme, predicate, value


def _concept(schema: Schema, record: Record) -> Iterator[_Triple]:
    subject = rdflib.URIRef(iri(record.id))
    yield subject, RDF.type, SKOS.Concept
    yield subject, SKOS.inScheme, rdflib.URIRef(SCHEMES + _OF_CLASS[record.label])
    stated = list(triples(schema, record))
    names = {value for _, predicate, value in stated if predicate == SKOS.prefLabel}
    for _, predicate, value in stated:
        repeated = predicate == SKOS.altLabel and value in names
        if predicate in SKOS and not repeated:
            yield subject, predicate, value


def _add_tops(graph: rdflib.Graph) -> None:
    for concept in list(graph.subjects(RDF.type, SKOS.Concept)):
        if (concept, SKOS.broader, None) not in graph:
            for scheme in list(graph.objects(concept, SKOS.inScheme)):
                graph.add((concept, SKOS.topConceptOf, scheme))
