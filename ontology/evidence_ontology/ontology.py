"""Read the Turtle once into a frozen :class:`Ontology`: classes, properties, lists, layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import rdflib
from rdflib.namespace import RDF, RDFS, SKOS

from evidence_ontology.errors import OntologyError
from evidence_ontology.identifiers import CONCEPTS, INSTANCES, NAMESPACE

EE = rdflib.Namespace(NAMESPACE)
FILES = ("model.ttl", "schemes.ttl", "shapes.ttl")
LANGUAGES = ("nl", "en")
ALIGNING = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    SKOS.exactMatch,
    SKOS.closeMatch,
    SKOS.broadMatch,
    SKOS.narrowMatch,
)
"""The relations that tie our terms to those of other vocabularies."""


@dataclass(frozen=True, slots=True)
class Words:
    """A name or a definition in both languages."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """Give the words in a language.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The words; empty where the ontology has none.
        """
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a term of ours relates to one of another vocabulary, both as prefix and name."""

    relation: str
    term: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A member of a closed list: its code, IRI, name, definition and place in the list.

    ``scope_note`` says when to use it and how it differs from its neighbours; ``matches`` says
    which terms of other vocabularies mean the same, or nearly.
    """

    code: str
    iri: str
    label: Words
    definition: Words
    scope_note: Words
    order: int
    matches: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerConcept:
    """An ordering layer: ``ring`` 0 is the client; None stands on no ring."""

    id: str
    label: Words
    definition: Words
    scope_note: Words
    order: int
    ring: int | None
    broader: str | None


@dataclass(frozen=True, slots=True)
class Ontology:
    """What the Turtle says, in Python.

    Attributes:
        names: Local name of a class or property → its name.
        definitions: Local name of a class → its definition.
        comments: Local name of a property → what goes in it; empty for a derived one.
        alignments: Local name of a class or property → terms of other vocabularies.
        lists: Name of a closed list's class (``State``) → its concepts in order.
        layers: The ordering layers in order.
        version: The version of the ontology.
    """

    names: Mapping[str, Words]
    definitions: Mapping[str, Words]
    comments: Mapping[str, Words]
    alignments: Mapping[str, tuple[Alignment, ...]]
    lists: Mapping[str, tuple[Concept, ...]]
    layers: tuple[LayerConcept, ...]
    version: str

    def concept(self, list_name: str, code: str) -> Concept:
        """Find a member of a closed list.

        Args:
            list_name: The class of the list, such as ``State``.
            code: The code, such as ``N0``.

        Returns:
            The concept.

        Raises:
            KeyError: There is no such list or no such code in it.
        """
        for concept in self.lists[list_name]:
            if concept.code == code:
                return concept
        msg = f"{list_name} has no code {code!r}"
        raise KeyError(msg)

    def concept_label(self, list_name: str, code: str, language: str) -> str:
        """Name a code in a language.

        Args:
            list_name: The class of the list, such as ``State``.
            code: The code, such as ``N0``.
            language: ``"nl"`` or ``"en"``.

        Returns:
            The name.
        """
        return self.concept(list_name, code).label.in_(language)


def turtle(name: str) -> Path:
    """Find a Turtle file of this package.

    Args:
        name: One of :data:`FILES`.

    Returns:
        Its path.
    """
    return Path(str(resources.files("evidence_ontology") / "turtle" / name))


@cache
def graph_of(*names: str) -> rdflib.Graph:
    """Read Turtle files of this package into one RDF graph; once a process.

    Args:
        *names: Which of :data:`FILES`; all of them where none is named.

    Returns:
        The graph, to be read only: whoever asks gets the same one.
    """
    graph = rdflib.Graph()
    for name in names or FILES:
        graph.parse(turtle(name), format="turtle")
    return graph


def local_name(node: rdflib.term.Node) -> str:
    """Give the part of an IRI after its last ``#`` or ``/``.

    Args:
        node: An IRI.

    Returns:
        The local name.
    """
    return str(node).rpartition("#")[2].rpartition("/")[2]


def words(graph: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef) -> Words:
    """Read a text that the Turtle gives in both languages.

    Args:
        graph: The ontology.
        subject: What the text is of.
        predicate: Such as ``skos:prefLabel``.

    Returns:
        Both texts; empty where there is none.
    """
    found = {
        literal.language: str(literal)
        for literal in graph.objects(subject, predicate)
        if isinstance(literal, rdflib.Literal)
    }
    return Words(found.get("nl", ""), found.get("en", ""))


def told(graph: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef) -> Words:
    """Read a text that the Turtle must give in both languages.

    Args:
        graph: The ontology.
        subject: What the text is of.
        predicate: Such as ``skos:definition``.

    Returns:
        Both texts.

    Raises:
        OntologyError: It is missing in a language.
    """
    found = words(graph, subject, predicate)
    if not (found.nl and found.en):
        msg = f"the ontology lacks a Dutch or an English {local_name(predicate)} of {subject}"
        raise OntologyError(msg)
    return found


def integer(graph: rdflib.Graph, subject: rdflib.term.Node, name: str) -> int | None:
    """Read a whole number of our own namespace.

    Args:
        graph: The ontology.
        subject: What the number is of.
        name: The local name of the property.

    Returns:
        The number, or None.
    """
    value = graph.value(subject, EE[name])
    return None if value is None else int(str(value))


@cache
def ontology() -> Ontology:
    """Read the ontology of this package; once a process.

    Returns:
        The ontology.

    Raises:
        OntologyError: A name, a definition or a scope note is missing in a language.
    """
    graph = graph_of()
    subjects = set(graph.subjects(RDFS.label)) - {rdflib.URIRef(NAMESPACE.rstrip("#"))}
    names = {local_name(s): told(graph, s, RDFS.label) for s in subjects}
    classes = [s for s in subjects if (s, EE.scope, None) in graph]
    version = graph.value(rdflib.URIRef(NAMESPACE.rstrip("#")), rdflib.OWL.versionInfo)
    return Ontology(
        names=names,
        definitions={local_name(c): told(graph, c, SKOS.definition) for c in classes},
        comments={local_name(s): words(graph, s, RDFS.comment) for s in subjects},
        alignments={local_name(s): _alignments(graph, s) for s in subjects},
        lists={
            local_name(c): _concepts(graph, c)
            for c in classes
            if str(graph.value(c, EE.scope)) == "code"
        },
        layers=_layers(graph),
        version=str(version),
    )


def _alignments(graph: rdflib.Graph, subject: rdflib.term.Node) -> tuple[Alignment, ...]:
    found = (
        Alignment(_curie(graph, relation), _curie(graph, term))
        for relation in ALIGNING
        for term in graph.objects(subject, relation)
        if not str(term).startswith(NAMESPACE)
    )
    return tuple(sorted(found, key=lambda alignment: (alignment.relation, alignment.term)))


def _curie(graph: rdflib.Graph, node: rdflib.term.Node) -> str:
    return graph.namespace_manager.curie(str(node), generate=False)


def _concepts(graph: rdflib.Graph, cls: rdflib.term.Node) -> tuple[Concept, ...]:
    found = (
        Concept(
            code=str(graph.value(s, SKOS.notation)),
            iri=str(s),
            label=told(graph, s, SKOS.prefLabel),
            definition=told(graph, s, SKOS.definition),
            scope_note=told(graph, s, SKOS.scopeNote),
            order=integer(graph, s, "order") or 0,
            matches=_alignments(graph, s),
        )
        for s in graph.subjects(RDF.type, cls)
        if str(s).startswith(CONCEPTS)
    )
    return tuple(sorted(found, key=lambda concept: concept.order))


def _layers(graph: rdflib.Graph) -> tuple[LayerConcept, ...]:
    def above(subject: rdflib.term.Node) -> str | None:
        broader = graph.value(subject, SKOS.broader)
        return None if broader is None else str(broader).removeprefix(INSTANCES)

    found = (
        LayerConcept(
            id=str(s).removeprefix(INSTANCES),
            label=told(graph, s, SKOS.prefLabel),
            definition=told(graph, s, SKOS.definition),
            scope_note=told(graph, s, SKOS.scopeNote),
            order=integer(graph, s, "order") or 0,
            ring=integer(graph, s, "ring"),
            broader=above(s),
        )
        for s in graph.subjects(RDF.type, EE.Layer)
    )
    return tuple(sorted(found, key=lambda layer: layer.order))
