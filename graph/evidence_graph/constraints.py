"""From a schema to the constraints and indexes of the graph, the same text on every engine.

Only uniqueness is a constraint here: Neo4j Community enforces no other, so "must have" is checked
before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from evidence_graph.store import GraphStore
from evidence_ontology.identifiers import quoted

KEY = "id"
"""The property that names a node: no two nodes of a label share its value."""


class NodeType(Protocol):
    """What is to be known of one label; ``evidence_ontology.schema.NodeType`` is one."""

    @property
    def label(self) -> str:
        """The label."""

    @property
    def indexes(self) -> Sequence[str]:
        """The properties besides the id that nodes are looked up by."""


def schema_statements(types: Iterable[NodeType]) -> Iterator[str]:
    """Say how the schema is written in the graph.

    Args:
        types: the labels.

    Yields:
        Statements; each does nothing when it has been run before.
    """
    for node in types:
        pattern = f"FOR (n:{quoted(node.label)})"
        yield (
            f"CREATE CONSTRAINT {quoted(f'{node.label}_{KEY}_unique')} IF NOT EXISTS "
            f"{pattern} REQUIRE n.{quoted(KEY)} IS UNIQUE"
        )
        for name in node.indexes:
            yield (
                f"CREATE INDEX {quoted(f'{node.label}_{name}')} IF NOT EXISTS "
                f"{pattern} ON (n.{quoted(name)})"
            )


def ensure_schema(store: GraphStore, types: Iterable[NodeType]) -> None:
    """Give the graph its constraints and indexes; what is there already stays.

    Args:
        store: the graph.
        types: the labels.
    """
    for statement in schema_statements(types):
        store.execute_schema(statement)
