"""Say the schema for people and for programs: the reference page is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evidence_ontology.ontology import ontology
from evidence_ontology.schema import NodeType, Property, Schema


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
    }


def _plain_property(prop: Property) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "keys": list(prop.keys),
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
        "",
    ]
    for label in sorted(schema.node_types):
        lines += _node(schema.node_types[label])
    lines += ["## Closed lists", ""]
    for name, concepts in sorted(ontology().lists.items()):
        title = ontology().names[name]
        lines += [
            f"### {name} · {title.nl} · {title.en}",
            "",
            "| code | nl | en |",
            "|---|---|---|",
        ]
        lines += [f"| `{c.code}` | {c.label.nl} | {c.label.en} |" for c in concepts]
        lines.append("")
    return "\n".join(lines)


def _node(node_type: NodeType) -> Iterator[str]:
    names, definitions = ontology().names, ontology().definitions
    name, definition = names[node_type.label], definitions[node_type.label]
    yield f"## {node_type.label} · {name.nl} · {name.en}"
    yield ""
    yield f"{definition.nl}  "
    yield definition.en
    yield ""
    if node_type.table:
        folder = "data/studies/<study>/" if node_type.scope == "study" else "data/"
        yield f"Table: `{folder}{node_type.table}.csv`"
        yield ""
    if not node_type.properties:
        return
    yield "| key | kind | how many | nl | en |"
    yield "|---|---|---|---|---|"
    for prop in node_type.properties:
        keys = ", ".join(f"`{key}`" for key in prop.keys)
        yield f"| {keys} | {_kind(prop)} | {_amount(prop)} | {prop.label.nl} | {prop.label.en} |"
    yield ""


def _kind(prop: Property) -> str:
    kind = {
        "link": f"`-[:{prop.relationship}]->` {prop.target}",
        "code": f"code of {prop.target}",
        "text": "text in both languages",
    }.get(prop.kind, prop.datatype)
    return f"{kind}, derived" if prop.derived else kind


def _amount(prop: Property) -> str:
    most = "n" if prop.most is None else str(prop.most)
    return most if str(prop.least) == most else f"{prop.least}..{most}"
