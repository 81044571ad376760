"""Write JSON-LD: one object per record, keys as in the tables, the context in the file itself."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import rdflib
from rdflib.namespace import RDF, XSD

from evidence_ontology.identifiers import CONCEPTS, INSTANCES, NAMESPACE
from evidence_ontology.ontology import LANGUAGES
from evidence_ontology.records import Record
from evidence_ontology.schema import Property, Schema
from evidence_ontology.triples import triples

_NATIVE: Mapping[rdflib.URIRef, type] = {XSD.integer: int, XSD.boolean: bool}


def jsonld(schema: Schema, records: Iterable[Record]) -> bytes:
    """Write records as JSON-LD.

    Args:
        schema: The schema.
        records: The records; derived ones are left out.

    Returns:
        The content of the file.
    """
    stated = [r for r in records if schema.node_types[r.label].scope != "derived"]
    document = {
        "@context": _context(schema),
        "@graph": [_node(schema, record) for record in sorted(stated, key=lambda r: r.id)],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _properties(schema: Schema) -> dict[str, Property]:
    found = {p.iri: p for t in schema.node_types.values() for p in t.asserted}
    return dict(sorted(found.items(), key=lambda item: item[1].key))


def _context(schema: Schema) -> dict[str, Any]:
    terms = {prop.key: _term(prop) for prop in _properties(schema).values()}
    return {"@vocab": NAMESPACE, "id": INSTANCES, "concept": CONCEPTS, **terms}


def _term(prop: Property) -> dict[str, str]:
    if prop.kind == "text":
        return {"@id": prop.iri, "@container": "@language"}
    if prop.kind in {"link", "code"}:
        return {"@id": prop.iri, "@type": "@id"}
    if XSD[prop.datatype] in {*_NATIVE, XSD.string}:
        return {"@id": prop.iri}
    return {"@id": prop.iri, "@type": str(XSD[prop.datatype])}


def _node(schema: Schema, record: Record) -> dict[str, Any]:
    keys = {rdflib.URIRef(p.iri): p.key for p in schema.node_types[record.label].asserted}
    objects: dict[str, list[rdflib.URIRef | rdflib.Literal]] = defaultdict(list)
    for _, predicate, value in triples(schema, record):
        if predicate != RDF.type:
            objects[keys[predicate]].append(value)
    values = {key: _value(sorted(found, key=str)) for key, found in objects.items()}
    return {"@id": f"id:{record.id}", "@type": record.label, **values}


def _value(terms: list[rdflib.URIRef | rdflib.Literal]) -> Any:
    languages = {t.language for t in terms if isinstance(t, rdflib.Literal)} & set(LANGUAGES)
    if languages:
        return {
            language: _one_or_more([str(t) for t in terms if _is_in(t, language)])
            for language in LANGUAGES
            if language in languages
        }
    return _one_or_more([_plain(term) for term in terms])


def _is_in(term: rdflib.URIRef | rdflib.Literal, language: str) -> bool:
    return isinstance(term, rdflib.Literal) and term.language == language


def _plain(term: rdflib.URIRef | rdflib.Literal) -> Any:
    if isinstance(term, rdflib.Literal):
        native = term.datatype in _NATIVE
        return term.toPython() if native else str(term)
    if term.startswith(INSTANCES):
        return f"id:{term.removeprefix(INSTANCES)}"
    return f"concept:{term.removeprefix(CONCEPTS)}"


def _one_or_more(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
