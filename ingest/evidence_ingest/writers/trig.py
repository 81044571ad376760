"""Write TriG: what studies share in the default graph, then a named graph per study, sorted."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rdflib.plugins.serializers.trig import TrigSerializer

from evidence_ontology.datasets import rdf_dataset
from evidence_ontology.records import Record
from evidence_ontology.schema import Schema


def trig(schema: Schema, records: Iterable[Record]) -> bytes:
    """Write records as TriG.

    Args:
        schema: The schema.
        records: The records.

    Returns:
        The content of the file.
    """
    dataset = rdf_dataset(schema, records)
    serializer = TrigSerializer(dataset)
    # rdflib writes the graphs in the order in which its store happens to list them.
    shared = dataset.default_graph.identifier
    serializer.contexts.sort(key=lambda g: (g.identifier != shared, str(g.identifier)))
    out = io.BytesIO()
    serializer.serialize(out)
    return out.getvalue()
