"""Records as RDF, driven by the schema alone; derived properties stay out.

Blank-node free: a record is an IRI, a code is the IRI of its concept, a text of two languages
is two literals. An empty optional value is no triple.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import rdflib
from rdflib.namespace import RDF, SKOS, XSD

from evidence_ontology.identifiers import iri
from evidence_ontology.ontology import LANGUAGES, graph_of
from evidence_ontology.records import LIST_SEPARATOR, Record, Value
from evidence_ontology.schema import Property, Schema

Triple = tuple[rdflib.URIRef, rdflib.URIRef, rdflib.URIRef | rdflib.Literal]


def triples(schema: Schema, record: Record) -> Iterator[Triple]:
    """Say one record in RDF.

    Args:
        schema: The schema that knows the record's class.
        record: The record.

    Yields:
        Its triples: the class first, then property by property.
    """
    node_type = schema.node_types[record.label]
    subject = rdflib.URIRef(iri(record.id))
    yield subject, RDF.type, rdflib.URIRef(node_type.iri)
    for prop in node_type.asserted:
        predicate = rdflib.URIRef(prop.iri)
        for term in _terms(schema, prop, record):
            yield subject, predicate, term


def rdf_graph(schema: Schema, records: Iterable[Record]) -> rdflib.Graph:
    """Say many records in RDF.

    Args:
        schema: The schema.
        records: The records; derived ones are left out.

    Returns:
        One RDF graph with the prefixes of the ontology bound.
    """
    graph = rdflib.Graph()
    for prefix, namespace in graph_of("model.ttl").namespaces():
        graph.bind(prefix, namespace, replace=True)
    graph.bind("skos", SKOS)
    for record in records:
        if schema.node_types[record.label].scope != "derived":
            for triple in triples(schema, record):
                graph.add(triple)
    return graph


def _terms(
    schema: Schema, prop: Property, record: Record
) -> Iterator[rdflib.URIRef | rdflib.Literal]:
    if prop.kind == "link":
        for target in record.links.get(prop.key, ()):
            yield rdflib.URIRef(iri(target))
    elif prop.kind == "text":
        for key, language in zip(prop.keys, LANGUAGES, strict=True):
            for value in _each(record.values.get(key)):
                yield rdflib.Literal(value, lang=language)
    else:
        values = _each(record.values.get(prop.key))
        yield from (_codes(schema, prop, values) if prop.kind == "code" else _data(prop, values))


def _codes(
    schema: Schema, prop: Property, values: tuple[str | int | bool, ...]
) -> Iterator[rdflib.URIRef | rdflib.Literal]:
    for value in values:
        known = schema.codes[prop.target].get(str(value))
        # A code that the list lacks stays a literal, so that the shapes refuse it by name.
        yield rdflib.URIRef(known) if known else rdflib.Literal(value)


def _data(prop: Property, values: tuple[str | int | bool, ...]) -> Iterator[rdflib.Literal]:
    if prop.ordered and values:
        # RDF keeps no order among literals: one literal with all, in order.
        values = (LIST_SEPARATOR.join(map(str, values)),)
    for value in values:
        yield rdflib.Literal(value, datatype=XSD[prop.datatype])


def _each(value: Value | None) -> tuple[str | int | bool, ...]:
    if value is None or value == "":
        return ()
    return value if isinstance(value, tuple) else (value,)
