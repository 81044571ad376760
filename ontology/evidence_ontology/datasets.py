"""Records as an RDF dataset: what studies share in the default graph, a named graph per study."""

from __future__ import annotations

from collections.abc import Iterable

import rdflib

from evidence_ontology.records import Record
from evidence_ontology.schema import NodeType, Schema
from evidence_ontology.triples import rdf_graph, triples

GRAPHS = "https://w3id.org/evidence-explorer/graph/"


def study_of(node_type: NodeType, identifier: str) -> str | None:
    """Tell which study a record belongs to.

    Args:
        node_type: The class of the record.
        identifier: Its id, such as ``finding/integrated-working-2018/f001``.

    Returns:
        The study; None for a record that all studies share.
    """
    return identifier.split("/")[1] if node_type.scope == "study" else None


def named_graph(study: str) -> rdflib.URIRef:
    """Name the graph that holds the records of a study.

    Args:
        study: The study.

    Returns:
        The IRI of the graph.
    """
    return rdflib.URIRef(GRAPHS + study)


def rdf_dataset(schema: Schema, records: Iterable[Record]) -> rdflib.Dataset:
    """Say many records in RDF, each study's in a graph of its own.

    Args:
        schema: The schema.
        records: The records; derived ones are left out.

    Returns:
        The dataset with the prefixes of the ontology bound.
    """
    dataset = rdflib.Dataset()
    for prefix, namespace in rdf_graph(schema, ()).namespaces():
        dataset.bind(prefix, namespace, replace=True)
    for record in records:
        node_type = schema.node_types[record.label]
        if node_type.scope == "derived":
            continue
        study = study_of(node_type, record.id)
        graph = dataset.graph(named_graph(study)) if study else dataset.default_graph
        for triple in triples(schema, record):
            graph.add(triple)
    return dataset
