"""Derive the schema of graph and tables from the Turtle: labels, keys, types, cardinality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import rdflib
from rdflib.namespace import RDF, RDFS, SH

from evidence_ontology.errors import OntologyError
from evidence_ontology.identifiers import kebab, relationship_type
from evidence_ontology.ontology import EE, LANGUAGES, Words, graph_of, local_name, ontology, words

DATATYPES: Mapping[str, type] = {
    "string": str,
    "anyURI": str,
    "integer": int,
    "boolean": bool,
    "date": str,
}


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a class.

    Attributes:
        key: Its key in graph and tables; with ``languages`` the key without ``Nl``/``En``.
        iri: Its IRI.
        kind: ``data``, ``text`` (in two languages), ``code`` (of a closed list), ``link``.
        datatype: Local name of the XSD datatype, for ``data``.
        target: Class of the closed list or of the linked record.
        least: How many it must have (for ``text``: in each language).
        most: How many it may have (for ``text``: in each language); None is no limit.
        label: Its name.
        message: What is said when a record breaks the rule.
        pattern: A regular expression that each value must hold, or empty.
        minimum: The smallest whole number, or None.
        maximum: The largest whole number, or None.
        shortest: The least number of characters.
        computed: True where reconciliation fills it and no table has the column.
        derived: True where it is computed from other records.
        indexed: True where the graph keeps an index.
        ordered: True where the order of its values matters.
    """

    key: str
    iri: str
    kind: str
    datatype: str = ""
    target: str = ""
    least: int = 0
    most: int | None = None
    label: Words = field(default=Words("", ""))
    message: Words = field(default=Words("", ""))
    pattern: str = ""
    minimum: int | None = None
    maximum: int | None = None
    shortest: int = 0
    computed: bool = False
    derived: bool = False
    indexed: bool = False
    ordered: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys in graph and tables: one, or one a language."""
        if self.kind != "text":
            return (self.key,)
        return tuple(f"{self.key}{language.capitalize()}" for language in LANGUAGES)

    @property
    def many(self) -> bool:
        """True where it may have more than one value."""
        return self.ordered or self.most != 1

    @property
    def relationship(self) -> str:
        """The relationship type, for a link."""
        return relationship_type(self.key)


@dataclass(frozen=True, slots=True)
class NodeType:
    """One class of records: its label, its table, its properties in the order of the columns.

    ``scope`` is ``shared``, ``study``, ``ontology`` or ``derived`` (see ``ee:scope``).
    """

    label: str
    iri: str
    scope: str
    table: str
    properties: tuple[Property, ...]

    @property
    def prefix(self) -> str:
        """What ids of this class start with, without the slash."""
        return kebab(self.label)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its table."""
        return ("id", *(key for p in self.asserted if not p.computed for key in p.keys))

    @property
    def asserted(self) -> tuple[Property, ...]:
        """The properties that a study or a curator states; not the derived ones."""
        return tuple(p for p in self.properties if not p.derived)

    @property
    def indexes(self) -> tuple[str, ...]:
        """The properties besides the id that nodes are looked up by."""
        return tuple(p.key for p in self.properties if p.indexed)

    def property(self, key: str) -> Property:
        """Find a property by its key.

        Args:
            key: The key; for a text without the language.

        Returns:
            The property.

        Raises:
            KeyError: The class has none of that key.
        """
        for candidate in self.properties:
            if candidate.key == key:
                return candidate
        msg = f"{self.label} has no property {key!r}"
        raise KeyError(msg)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A property that a class must have where its conditions hold.

    Attributes:
        label: The class.
        key: The property, without its language.
        when: Code properties and the code that each must have for the rule to apply.
        message: What is said when a record breaks it.
    """

    label: str
    key: str
    when: Mapping[str, str]
    message: Words


@dataclass(frozen=True, slots=True)
class Schema:
    """All classes of records by label, the codes of the closed lists, the conditional rules.

    Attributes:
        node_types: Label → class.
        codes: Name of a closed list → code → IRI.
        requirements: What must be there where something else is.
    """

    node_types: Mapping[str, NodeType]
    codes: Mapping[str, Mapping[str, str]]
    requirements: tuple[Requirement, ...] = ()

    def tables(self, scope: str) -> tuple[NodeType, ...]:
        """List the classes that have a table.

        Args:
            scope: ``shared`` or ``study``.

        Returns:
            The classes, by name of their table.
        """
        found = (t for t in self.node_types.values() if t.table and t.scope == scope)
        return tuple(sorted(found, key=lambda t: t.table))

    @property
    def needed(self) -> frozenset[str]:
        """The classes that a record of another class cannot do without."""
        return frozenset(
            prop.target
            for node_type in self.node_types.values()
            for prop in node_type.asserted
            if prop.kind == "link" and prop.least
        )


@cache
def schema() -> Schema:
    """Derive the schema from the Turtle of this package; once a process.

    Returns:
        The schema.

    Raises:
        OntologyError: The Turtle names a datatype or a shape that the product cannot carry.
    """
    graph = graph_of()
    labels = sorted(
        local_name(c) for c in graph.subjects(EE.scope) if str(graph.value(c, EE.scope)) != "code"
    )
    return Schema(
        node_types={label: _node_type(graph, label) for label in labels},
        codes={
            name: {concept.code: concept.iri for concept in concepts}
            for name, concepts in ontology().lists.items()
        },
        requirements=tuple(
            _requirement(graph, shape) for shape in sorted(graph.subjects(EE.requires), key=str)
        ),
    )


def _requirement(graph: rdflib.Graph, shape: rdflib.term.Node) -> Requirement:
    # The form: any of "not this code", "not that code", "the property is there".
    # Source: SHACL, section 4.6.3 (sh:or) and 4.6.1 (sh:not).
    when = {}
    for alternative in graph.items(_one(graph, shape, SH["or"])):
        condition = graph.value(alternative, SH["not"])
        if condition is not None:
            key = local_name(_one(graph, condition, SH.path))
            when[key] = str(graph.value(_one(graph, condition, SH.hasValue), rdflib.SKOS.notation))
    return Requirement(
        label=local_name(_one(graph, shape, SH.targetClass)),
        key=_key(graph, _one(graph, shape, EE.requires)),
        when=when,
        message=words(graph, shape, SH.message),
    )


def _one(
    graph: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef
) -> rdflib.term.Node:
    value = graph.value(subject, predicate)
    if value is None:
        msg = f"a conditional shape lacks {local_name(predicate)}"
        raise OntologyError(msg)
    return value


def _node_type(graph: rdflib.Graph, label: str) -> NodeType:
    cls = EE[label]
    stated = tuple(_stated(graph, cls))
    return NodeType(
        label=label,
        iri=str(cls),
        scope=str(graph.value(cls, EE.scope)),
        table=str(graph.value(cls, EE.table) or ""),
        properties=stated + tuple(_derived(graph, cls)),
    )


def _stated(graph: rdflib.Graph, cls: rdflib.URIRef) -> Iterator[Property]:
    shapes = list(graph.subjects(SH.targetClass, cls))
    nodes = [node for shape in shapes for node in graph.objects(shape, SH.property)]
    for node in sorted(nodes, key=lambda n: int(str(graph.value(n, SH.order)))):
        yield _from_shape(graph, node)


def _from_shape(graph: rdflib.Graph, node: rdflib.term.Node) -> Property:
    path = graph.value(node, SH.path)
    if not isinstance(path, rdflib.URIRef):
        msg = "a property shape has a path that is not a single property"
        raise OntologyError(msg)
    datatype = graph.value(node, SH.datatype)
    target = graph.value(node, SH["class"])
    text = datatype is not None and local_name(datatype) == "langString"
    least, most = _cardinality(graph, node, text=text)
    return Property(
        key=_key(graph, path),
        iri=str(path),
        kind="text" if text else _kind(graph, target),
        datatype="" if text or datatype is None else _known(local_name(datatype)),
        target="" if target is None else local_name(target),
        least=least,
        most=most,
        label=words(graph, path, RDFS.label),
        message=words(graph, node, SH.message),
        pattern=str(graph.value(node, SH.pattern) or ""),
        minimum=_count(graph, node, SH.minInclusive),
        maximum=_count(graph, node, SH.maxInclusive),
        shortest=_count(graph, node, SH.minLength) or 0,
        computed=_true(graph, path, EE.computed),
        ordered=_true(graph, path, EE.ordered),
        indexed=_true(graph, path, EE.indexed),
    )


def _cardinality(
    graph: rdflib.Graph, node: rdflib.term.Node, *, text: bool
) -> tuple[int, int | None]:
    least = _count(graph, node, SH.minCount) or 0
    if not text:
        return least, _count(graph, node, SH.maxCount)
    # Texts count by language: two languages, each at most once where languages are unique.
    return least // len(LANGUAGES), 1 if _true(graph, node, SH.uniqueLang) else None


def _derived(graph: rdflib.Graph, cls: rdflib.URIRef) -> Iterator[Property]:
    for path in sorted(graph.subjects(EE.onClass, cls), key=str):
        target = graph.value(path, RDFS.range)
        link = (path, RDF.type, rdflib.OWL.ObjectProperty) in graph
        yield Property(
            key=_key(graph, path),
            iri=str(path),
            kind=_kind(graph, target) if link else "data",
            datatype="" if link or target is None else _known(local_name(target)),
            target=local_name(target) if link and target is not None else "",
            most=None if _true(graph, path, EE.many) else 1,
            label=words(graph, path, RDFS.label),
            derived=True,
            indexed=_true(graph, path, EE.indexed),
        )


def _kind(graph: rdflib.Graph, target: rdflib.term.Node | None) -> str:
    if target is None:
        return "data"
    return "code" if str(graph.value(target, EE.scope)) == "code" else "link"


def _known(datatype: str) -> str:
    if datatype not in DATATYPES:
        msg = f"the ontology uses the datatype {datatype}; known are {', '.join(DATATYPES)}"
        raise OntologyError(msg)
    return datatype


def _key(graph: rdflib.Graph, path: rdflib.term.Node) -> str:
    return str(graph.value(path, EE.key) or local_name(path))


def _count(graph: rdflib.Graph, node: rdflib.term.Node, predicate: rdflib.term.Node) -> int | None:
    value = graph.value(node, predicate)
    return None if value is None else int(str(value))


def _true(graph: rdflib.Graph, node: rdflib.term.Node, predicate: rdflib.term.Node) -> bool:
    return str(graph.value(node, predicate)).lower() == "true"
