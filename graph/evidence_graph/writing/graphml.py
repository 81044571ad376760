"""Write GraphML, for programs that draw networks.

XML cannot hold most control characters, so that these become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal
from xml.sax.saxutils import escape, quoteattr

# Source: W3C, Extensible Markup Language (XML) 1.0, production 2 (Char).
_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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


def xml_text(text: str) -> str:
    """Escape a text for XML.

    Args:
        text: any text.

    Returns:
        What stands between tags. A carriage return that is not escaped would be read back as a
        line feed.
    """
    return escape(_NOT_IN_XML.sub("\ufffd", text), {"\r": "&#13;"})


def xml_attribute(text: str) -> str:
    """Quote a text for an attribute of XML.

    Args:
        text: any text.

    Returns:
        The value in quotes.
    """
    return quoteattr(_NOT_IN_XML.sub("\ufffd", text))


def _key(key: Key) -> str:
    kind = f'attr.name="{key.name}" attr.type="{key.kind}"'
    return f'<key id="{key.ident}" for="{key.of}" {kind}/>'


def _node(node: Node) -> Iterator[str]:
    yield f"<node id={xml_attribute(node.id)}>"
    for key, text in node.data.items():
        yield _data(key, text)
    yield "</node>"


def _edge(edge: Edge) -> str:
    ends = f"source={xml_attribute(edge.source)} target={xml_attribute(edge.target)}"
    return f"<edge {ends}>{''.join(_data(key, text) for key, text in edge.data.items())}</edge>"


def _data(key: str, text: str) -> str:
    return f'<data key="{key}">{xml_text(text)}</data>'
