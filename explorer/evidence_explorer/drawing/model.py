"""A scene as a pyvis network, and that as the plain data which the component draws.

pyvis is the model only. Its page writer loads from other hosts and lets titles run as HTML, so no
title is ever set and nothing here makes a page.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import Any, Final

from pyvis.network import Network as PyvisNetwork

from evidence_explorer.drawing.card import (
    META_LINE,
    META_SIZE,
    NAME_LINE,
    NAME_SIZE,
    PADDING_ACROSS,
    PADDING_DOWN,
    POINT,
    SIGN_ROOM,
)
from evidence_explorer.drawing.circles import NOTE_GAP, NOTE_SIZE
from evidence_explorer.drawing.geometry import ROUNDNESS
from evidence_explorer.drawing.lines import SceneEdge
from evidence_explorer.drawing.scene import Scene, SceneNode
from evidence_explorer.signs import ON_DARK

# pyvis strips every space from the text of its options: settings only, no words.
_OPTIONS: Final[dict[str, Any]] = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"chosen": False, "shape": "custom"},
    "edges": {
        "chosen": False,
        "arrowStrikethrough": False,
        "smooth": {"enabled": False},
    },
    "interaction": {
        "dragNodes": False,
        "dragView": True,
        "hover": False,
        "keyboard": {"enabled": False},
        "multiselect": False,
        "navigationButtons": False,
        "selectConnectedEdges": False,
        "selectable": False,
        "tooltipDelay": 100000,
        "zoomView": True,
    },
}
_COMMON: Final = frozenset({"label", "shape", "color", "fixed", "physics"})
_ARROW_SCALES: Final = {"arrow": 0.7, "bar": 0.8, "vee": 0.8, "diamond": 0.6, "circle": 0.4}


def pyvis_model(scene: Scene) -> PyvisNetwork:
    """Make the pyvis network of a scene.

    Args:
        scene: What is drawn.

    Returns:
        A directed network with fixed positions and no physics.
    """
    network = PyvisNetwork(directed=True)
    for node in scene.nodes:
        network.add_node(
            node.id,
            label="\n".join(node.card.name),
            shape="custom",
            color=node.colour,
            x=node.x,
            y=node.y,
            fixed=True,
            physics=False,
            **_node_extras(node),
        )
    for edge in scene.edges:
        network.add_edge(edge.start, edge.end, **_edge_options(edge))
    network.set_options(json.dumps(_OPTIONS))
    return network


def payload(scene: Scene) -> dict[str, Any]:
    """Give all that the component needs for a scene, as plain JSON data.

    Args:
        scene: What is drawn.

    Returns:
        ``static``, which changes only when the drawing does, its ``signature``, and what is
        selected and faded. ``place`` is the same as long as what stood there stays there.
    """
    network = pyvis_model(scene)
    static = {
        "nodes": [_sent(node) for node in network.nodes],
        "edges": [_sent_edge(edge) for edge in scene.edges],
        "looks": {edge.kind: _look(edge, scene) for edge in scene.edges},
        "signs": {line.code: [line.shape, line.colour] for line in scene.state_lines()},
        "options": network.options,
        "bands": [asdict(band) for band in scene.bands],
        "headings": [asdict(heading) for heading in scene.headings],
        "bounds": [scene.left, scene.top, scene.right, scene.bottom],
        "roundness": ROUNDNESS,
        "fonts": {
            "name": NAME_SIZE,
            "nameLine": NAME_LINE,
            "meta": META_SIZE,
            "metaLine": META_LINE,
            "across": PADDING_ACROSS,
            "down": PADDING_DOWN,
            "sign": SIGN_ROOM,
            "point": POINT,
            "note": NOTE_SIZE,
            "noteGap": NOTE_GAP,
        },
        "onDark": ON_DARK,
        "centre": scene.centre,
        "kind": scene.kind,
        "place": f"{scene.kind} {scene.centre}",
    }
    text = json.dumps(static, ensure_ascii=True, sort_keys=True)
    return {
        "static": static,
        "signature": sha256(text.encode()).hexdigest()[:16],
        "selected": scene.selected,
        "faint": {
            "nodes": [node.id for node in scene.nodes if node.faded],
            "edges": [number for number, edge in enumerate(scene.edges) if edge.faded],
        },
    }


def _sent(node: dict[str, Any]) -> dict[str, Any]:
    # What every card has in common need not be sent for each.
    return {key: value for key, value in node.items() if key not in _COMMON}


def _sent_edge(edge: SceneEdge) -> dict[str, Any]:
    # What all lines of a kind have in common is sent once, as its look; a line alone is straight.
    sent: dict[str, Any] = {
        "from": edge.start,
        "to": edge.end,
        "kind": edge.kind,
        "count": edge.count,
        "width": edge.width,
    }
    if edge.bend:
        sent["smooth"] = _edge_options(edge)["smooth"]
    return sent


def _look(edge: SceneEdge, scene: Scene) -> dict[str, Any]:
    options = _edge_options(edge)
    common = {key: options[key] for key in ("color", "dashes", "arrows")}
    return {**common, "words": scene.words.kind(edge.kind)}


def _node_extras(node: SceneNode) -> dict[str, Any]:
    card = node.card
    return {
        "name": node.name,
        "lines": list(card.name),
        "sources": card.sources,
        "exceptions": card.exceptions,
        "reported": card.reported,
        "states": [[state.code, *state.lines] for state in card.states],
        "boxWidth": card.width,
        "boxHeight": card.height,
        "kind": node.kind,
        "more": node.more,
        "opened": node.opened,
        "spoken": node.spoken,
    }


def _edge_options(edge: SceneEdge) -> dict[str, Any]:
    options: dict[str, Any] = {
        "id": edge.id,
        "kind": edge.kind,
        "color": edge.colour,
        "width": edge.width,
        "dashes": list(edge.dash) or False,
        "arrows": {
            "to": {
                "enabled": bool(edge.arrow),
                "type": edge.arrow or "arrow",
                "scaleFactor": _ARROW_SCALES.get(edge.arrow, 0.7),
            }
        },
    }
    if edge.bend:
        turn = "curvedCW" if edge.bend > 0 else "curvedCCW"
        options["smooth"] = {"enabled": True, "type": turn, "roundness": abs(edge.bend) / 100}
    return options
