"""Say the schema for people and for programs: the reference page is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from evidence_ingest.diagram import how_many
from evidence_ontology.ontology import Alignment, Concept, LayerConcept, Words, ontology
from evidence_ontology.schema import NodeType, Property, Requirement, Schema


def as_plain(schema: Schema) -> dict[str, Any]:
    """Give the schema in plain values.

    Args:
        schema: The schema.

    Returns:
        What ``schema --json`` prints.
    """
    return {
        "version": ontology().version,
        "nodes": {
            label: {
                "iri": node_type.iri,
                "scope": node_type.scope,
                "table": node_type.table,
                "columns": list(node_type.columns) if node_type.table else [],
                "unique": ["id"],
                "indexed": list(node_type.indexes),
                "properties": [_plain_property(p) for p in node_type.properties],
            }
            for label, node_type in schema.node_types.items()
        },
        "codes": {name: list(codes) for name, codes in schema.codes.items()},
        "requirements": [
            {"label": rule.label, "key": rule.key, "when": dict(rule.when)}
            for rule in schema.requirements
        ],
    }


def _plain_property(prop: Property) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "keys": list(prop.keys),
        "iri": prop.iri,
        "kind": prop.kind,
        "least": prop.least,
        "most": prop.most,
        "derived": prop.derived,
    }
    if prop.kind == "link":
        plain |= {"relationship": prop.relationship, "to": prop.target}
    elif prop.kind == "code":
        plain["list"] = prop.target
    else:
        plain["datatype"] = prop.datatype or "langString"
    return plain


def markdown(schema: Schema) -> str:
    """Write the reference page of the schema.

    Args:
        schema: The schema.

    Returns:
        The page in Markdown; the same for the same ontology.
    """
    lines = [
        "# Reference: the schema of the graph",
        "",
        f"Made from the ontology, version {ontology().version}, with `evidence-explorer schema`.",
        "Each node has a unique `id` and a `digest` that sums up its content.",
        "[Addresses](uris.md) · [why it is like this](../decisions/2026-11-25-ontology.md)",
        "",
        "[![The classes and their links, as in the tables below](schema.svg)](schema.svg)",
        "",
        "*Tied to* names the terms of other vocabularies that a class falls under, or a property.",
        "",
    ]
    for label in sorted(schema.node_types):
        rules = [rule for rule in schema.requirements if rule.label == label]
        lines += _node(schema.node_types[label], rules)
    lines += ["## Closed lists", ""]
    for name, concepts in sorted(ontology().lists.items()):
        lines += _heading("###", name)
        lines += _concepts(concepts)
    lines += ["## Ordering layers", "", *_concepts(ontology().layers)]
    return "\n".join(lines)


def _heading(level: str, label: str) -> Iterator[str]:
    name, definition = ontology().names[label], ontology().definitions[label]
    yield f"{level} {label} · {name.nl} · {name.en}"
    yield ""
    yield f"{definition.nl}  "
    yield definition.en
    yield ""


def _node(node_type: NodeType, rules: Iterable[Requirement]) -> Iterator[str]:
    yield from _heading("##", node_type.label)
    aligned = _aligned(ontology().alignments[node_type.label])
    if aligned:
        yield f"Tied to: {aligned}"
        yield ""
    if node_type.table:
        folder = "data/studies/<study>/" if node_type.scope == "study" else "data/"
        yield f"Table: `{folder}{node_type.table}.csv`"
        yield ""
    if node_type.properties:
        yield "| key | kind | how many | name | what goes in it | tied to |"
        yield "|---|---|---|---|---|---|"
        yield from map(_property, node_type.properties)
        yield ""
    yield from _rules(rules)


def _property(prop: Property) -> str:
    keys = ", ".join(f"`{key}`" for key in prop.keys)
    name = prop.iri.rpartition("#")[2].rpartition("/")[2]
    comment, aligned = ontology().comments[name], _aligned(ontology().alignments[name])
    cells = [keys, _kind(prop), how_many(prop), _both(prop.label), _both(comment), aligned]
    return f"| {' | '.join(cells)} |"


def _rules(rules: Iterable[Requirement]) -> Iterator[str]:
    rows = [
        f"| `{rule.key}` | {' and '.join(f'`{k}` is `{c}`' for k, c in rule.when.items())}"
        f" | {_both(rule.message)} |"
        for rule in rules
    ]
    if rows:
        yield from ("Needed in some cases:", "", "| key | where | rule |", "|---|---|---|")
        yield from rows
        yield ""


def _concepts(concepts: Iterable[Concept | LayerConcept]) -> Iterator[str]:
    yield "| code | name | what it is | when to use it |"
    yield "|---|---|---|---|"
    for concept in concepts:
        texts = [_both(t) for t in (concept.label, concept.definition, concept.scope_note)]
        code = concept.code if isinstance(concept, Concept) else concept.id
        if isinstance(concept, Concept) and concept.matches:
            texts[1] += f"<br>{_aligned(concept.matches)}"
        yield f"| `{code}` | {' | '.join(texts)} |"
    yield ""


def _both(text: Words) -> str:
    return f"{text.nl}<br>{text.en}" if text.nl else ""


def _aligned(alignments: Iterable[Alignment]) -> str:
    return ", ".join(
        f"`{a.term}`" if a.relation.startswith("rdfs:") else f"`{a.relation} {a.term}`"
        for a in alignments
    )


def _kind(prop: Property) -> str:
    kind = {
        "link": f"`-[:{prop.relationship}]->` {prop.target}",
        "code": f"code of {prop.target}",
        "text": "text in both languages",
    }.get(prop.kind, prop.datatype)
    return f"{kind}, derived" if prop.derived else kind
