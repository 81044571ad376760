"""RDF → records, the inverse of :mod:`evidence_ontology.triples`, driven by the schema alone.

Nothing is dropped: a statement that no record can carry is refused, with its subject and its
predicate. Values and links come sorted, as the tables have them, so that equal content has an
equal digest wherever it was read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import OWL, RDF, XSD

from evidence_ontology.datasets import named_graph, study_of
from evidence_ontology.identifiers import INSTANCES, is_slug
from evidence_ontology.ontology import LANGUAGES
from evidence_ontology.records import LIST_SEPARATOR, Place, Record, Value
from evidence_ontology.schema import NodeType, Property, Schema
from evidence_ontology.texts import clean, parts

BLANK = "a blank node"

Statement = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node | None]
"""Predicate, object and the graph that it stands in."""

_Scalar = str | int | bool

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Refused:
    """A statement that no record can carry: of what, which predicate, why, and what was found."""

    subject: str
    predicate: str
    message: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class RdfReading:
    """What RDF came to: the records by id, and the statements that they cannot carry."""

    records: list[Record] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def records_of(schema: Schema, dataset: rdflib.Dataset, file: str) -> RdfReading:
    """Read records from RDF.

    Args:
        schema: The schema.
        dataset: The RDF.
        file: What to call it in messages.

    Returns:
        The records and what was refused, both by subject.
    """
    statements: dict[rdflib.term.Node, list[Statement]] = defaultdict(list)
    for subject, predicate, value, graph in dataset.quads((None, None, None, None)):
        statements[subject].append((predicate, value, graph))
    reader = _Reader(schema, file)
    for subject in sorted(statements, key=_name):
        reader.read(subject, sorted(statements[subject], key=_order))
    return reader.reading


def _name(node: rdflib.term.Node | None) -> str:
    return BLANK if isinstance(node, rdflib.BNode) else str(node).removeprefix(INSTANCES)


def _order(statement: Statement) -> tuple[str, ...]:
    predicate, value, graph = statement
    language = value.language or "" if isinstance(value, rdflib.Literal) else ""
    return _name(predicate), _name(value), language, _name(graph)


class _Reader:
    """Reads subject after subject and keeps what was read and refused."""

    def __init__(self, schema: Schema, file: str) -> None:
        self.reading = RdfReading()
        self._schema = schema
        self._file = file
        self._classes: dict[rdflib.term.Node, NodeType] = {
            rdflib.URIRef(t.iri): t for t in schema.node_types.values()
        }
        self._properties: dict[str, dict[rdflib.term.Node, Property]] = {
            t.label: {rdflib.URIRef(prop.iri): prop for prop in t.asserted}
            for t in schema.node_types.values()
        }
        self._codes = {
            name: {iri: code for code, iri in codes.items()} for name, codes in schema.codes.items()
        }

    def read(self, subject: rdflib.term.Node, statements: list[Statement]) -> None:
        """Read all statements of one subject."""
        node_type = self._class_of(subject, statements)
        if node_type is None:
            return
        name = _name(subject)
        study = study_of(node_type, name)
        self._check_graphs(name, study, statements)
        known = self._properties[node_type.label]
        values: dict[str, set[_Scalar]] = defaultdict(set)
        links: dict[str, set[str]] = defaultdict(set)
        for predicate, value, _ in statements:
            prop = known.get(predicate)
            if predicate == RDF.type:
                continue
            if prop is None:
                self._refuse(name, predicate, f"{node_type.label} has no such property.", value)
            elif prop.kind == "link":
                if (target := self._link(name, prop, study, value)) is not None:
                    links[prop.key].add(target)
            elif (found := self._value(name, prop, value)) is not None:
                values[found[0]].add(found[1])
        self.reading.records.append(
            Record(
                node_type.label,
                name,
                {k: v for p in node_type.asserted for k, v in self._kept(name, p, values)},
                {key: tuple(sorted(targets)) for key, targets in links.items()},
                Place(f"{self._file}, {name}", 0),
            )
        )

    def _refuse(
        self,
        subject: str,
        predicate: rdflib.term.Node | str,
        message: str,
        found: rdflib.term.Node | None = None,
    ) -> None:
        shown = "" if found is None else _name(found)
        self.reading.refused.append(Refused(subject, str(predicate), message, shown))

    def _class_of(self, subject: rdflib.term.Node, statements: list[Statement]) -> NodeType | None:
        name = _name(subject)
        types = list(dict.fromkeys(value for p, value, _ in statements if p == RDF.type))
        node_type = self._classes.get(types[0]) if len(types) == 1 else None
        if not str(subject).startswith(INSTANCES) or isinstance(subject, rdflib.BNode):
            predicate, value, _ = statements[0]
            if any(p == OWL.imports for p, _, _ in statements):
                predicate, message = OWL.imports, "Nothing is fetched. Put all data in this file."
            else:
                message = f"Only records can be read, and those are named {INSTANCES}…"
            self._refuse(name, predicate, message, value)
        elif len(types) != 1:
            message = "A record has one class."
            found = rdflib.Literal(", ".join(map(str, types)) or "none")
            self._refuse(name, RDF.type, message, found)
        elif node_type is None:
            self._refuse(name, RDF.type, "This class is not known here.", types[0])
        elif node_type.scope == "derived":
            self._refuse(name, RDF.type, "This is computed when data is loaded. Leave it out.")
        elif not _well_formed(node_type, name):
            middle = "study/" if node_type.scope == "study" else ""
            message = (
                f"The name of this record must be {INSTANCES}{node_type.prefix}/{middle}id, with"
                " small letters, digits and single hyphens."
            )
            self._refuse(name, RDF.type, message)
        else:
            return node_type
        return None

    def _check_graphs(self, name: str, study: str | None, statements: list[Statement]) -> None:
        fitting = {None, DATASET_DEFAULT_GRAPH_ID, named_graph(study) if study else None}
        for predicate, _, graph in statements:
            if graph not in fitting:
                own = f"{named_graph(study)} or the default graph" if study else "the default graph"
                self._refuse(name, predicate, f"This belongs in {own}.", graph)

    def _link(
        self, name: str, prop: Property, study: str | None, value: rdflib.term.Node
    ) -> str | None:
        if not isinstance(value, rdflib.URIRef) or not value.startswith(INSTANCES):
            message = f"This must be the name of a record: {INSTANCES}…"
            self._refuse(name, prop.iri, message, value)
            return None
        target = _name(value)
        target_type = self._schema.node_types[prop.target]
        if _well_formed(target_type, target) and study_of(target_type, target) not in {None, study}:
            self._refuse(name, prop.iri, "This belongs to another study.", value)
            return None
        return target

    def _value(
        self, name: str, prop: Property, value: rdflib.term.Node
    ) -> tuple[str, _Scalar] | None:
        if prop.kind == "code":
            code = self._codes[prop.target].get(str(value))
            if code is None or not isinstance(value, rdflib.URIRef):
                message = f"This must be the IRI of a value of the list {prop.target}."
                self._refuse(name, prop.iri, message, value)
                return None
            return prop.key, code
        fault = _fault(prop, value)
        if fault:
            self._refuse(name, prop.iri, fault, value)
            return None
        if prop.kind == "text" and isinstance(value, rdflib.Literal):
            return dict(zip(LANGUAGES, prop.keys, strict=True))[str(value.language)], clean(value)
        return prop.key, _typed(prop, clean(str(value)))

    def _kept(
        self, name: str, prop: Property, values: dict[str, set[_Scalar]]
    ) -> Iterator[tuple[str, Value]]:
        for key in prop.keys:
            found = sorted(values.get(key, ()), key=str)
            if prop.ordered and len(found) > 1:
                message = "This must be one text with all values in order, | between them."
                self._refuse(name, prop.iri, message)
            elif prop.ordered and found:
                yield key, parts(str(found[0]), ordered=True)
            elif found:
                single = len(found) == 1 and not prop.many
                yield key, found[0] if single else tuple(map(str, found))


def _well_formed(node_type: NodeType, identifier: str) -> bool:
    prefix, *rest = identifier.split("/")
    expected = 2 if node_type.scope == "study" else 1
    return prefix == node_type.prefix and len(rest) == expected and all(map(is_slug, rest))


def _fault(prop: Property, value: rdflib.term.Node) -> str:
    if not isinstance(value, rdflib.Literal):
        return "This must be a literal."
    text = clean(str(value))
    if prop.kind == "text":
        if value.language not in LANGUAGES:
            return f"This must be a text with a language, {' or '.join(LANGUAGES)}."
    elif value.language or (value.datatype or XSD.string) != XSD[prop.datatype]:
        return f"This must be a literal of the type xsd:{prop.datatype}."
    return _misspelled(prop, text)


def _misspelled(prop: Property, text: str) -> str:
    if not text:
        return "This text is empty. Leave it out."
    if _SURROGATE.search(text):
        return "This is no valid Unicode."
    if prop.many and not prop.ordered and LIST_SEPARATOR in text:
        return f"The sign {LIST_SEPARATOR} cannot stand in one of several values."
    if prop.datatype == "integer" and not _WHOLE.fullmatch(text):
        return "This must be a whole number."
    if prop.datatype == "boolean" and text not in {"true", "false", "1", "0"}:
        return "This must be true or false."
    return ""


def _typed(prop: Property, text: str) -> _Scalar:
    if prop.datatype == "integer":
        return int(text)
    if prop.datatype == "boolean":
        return text in {"true", "1"}
    return text
