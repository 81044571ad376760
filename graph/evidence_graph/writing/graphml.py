"""Write GraphML, for programs that draw networks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from evidence_graph.writing.xml import attribute, content


@dataclass(frozen=True, slots=True)
class Key:
    """A property that nodes, edges or the graph itself have."""

    name: str
    of: Literal["graph", "node", "edge"]
    kind: str = "string"

    @property
    def ident(self) -> str:
        """The id of the key in the file; those of the graph and of edges may share a name."""
        return f"graph-{self.name}" if self.of == "graph" else self.name


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its id and its properties as text, in order."""

    id: str
    data: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two nodes, with its properties as text, in order."""

    source: str
    target: str
    data: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole file: its keys, what is said of the graph itself, nodes and edges."""

    keys: Sequence[Key]
    nodes: Iterable[Node]
    edges: Iterable[Edge]
    data: Mapping[str, str] = field(default_factory=dict)


def graphml(drawing: Drawing) -> bytes:
    """Write a network.

    Args:
        drawing: the network.

    Returns:
        The content of the file.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *map(_key, drawing.keys),
        '<graph id="evidence" edgedefault="directed">',
        *(_data(f"graph-{key}", value) for key, value in drawing.data.items()),
        *(line for node in drawing.nodes for line in _node(node)),
        *map(_edge, drawing.edges),
        "</graph>",
        "</graphml>",
        "",
    ]
    return "\n".join(lines).encode()


def _key(key: Key) -> str:
    kind = f'attr.name="{key.name}" attr.type="{key.kind}"'
    return f'<key id="{key.ident}" for="{key.of}" {kind}/>'


def _node(node: Node) -> Iterator[str]:
    yield f"<node id={attribute(node.id)}>"
    for key, text in node.data.items():
        yield _data(key, text)
    yield "</node>"


def _edge(edge: Edge) -> str:
    ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
    return f"<edge {ends}>{''.join(_data(key, text) for key, text in edge.data.items())}</edge>"


def _data(key: str, text: str) -> str:
    return f'<data key="{key}">{content(text)}</data>'
