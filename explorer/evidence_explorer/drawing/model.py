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

from evidence_explorer.drawing.arrangement import NOTE_GAP, NOTE_SIZE
from evidence_explorer.drawing.card import (
    META_LINE,
    META_SIZE,
    NAME_LINE,
    NAME_SIZE,
    PADDING_ACROSS,
    PADDING_DOWN,
    SIGN_ROOM,
)
from evidence_explorer.drawing.geometry import ROUNDNESS
from evidence_explorer.drawing.scene import Scene, SceneEdge, SceneNode
from evidence_explorer.signs import EXCEPTION_MARK, ON_DARK, SPEECH_MARK, line_sign

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
        selected.
    """
    network = pyvis_model(scene)
    static = {
        "nodes": network.nodes,
        "edges": network.edges,
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
            "note": NOTE_SIZE,
            "noteGap": NOTE_GAP,
        },
        "onDark": ON_DARK,
        "legend": _legend(scene),
        "centre": scene.centre,
        "language": scene.language,
    }
    text = json.dumps(static, ensure_ascii=True, sort_keys=True)
    return {
        "static": static,
        "signature": sha256(text.encode()).hexdigest()[:16],
        "selected": scene.selected,
    }


def _node_extras(node: SceneNode) -> dict[str, Any]:
    card = node.card
    return {
        "name": node.name,
        "lines": list(card.name),
        "sources": card.sources,
        "exceptions": card.exceptions,
        "reported": card.reported,
        "states": [
            {"shape": s.shape, "colour": s.colour, "lines": list(s.lines)} for s in card.states
        ],
        "boxWidth": card.width,
        "boxHeight": card.height,
        "spoken": node.spoken,
    }


def _edge_options(edge: SceneEdge) -> dict[str, Any]:
    options: dict[str, Any] = {
        "id": edge.id,
        "kind": edge.kind,
        "words": edge.label,
        "color": edge.colour,
        "width": edge.width,
        "dashes": list(edge.dash) or False,
        "arrows": {
            "to": {
                "enabled": True,
                "type": edge.arrow,
                "scaleFactor": _ARROW_SCALES.get(edge.arrow, 0.7),
            }
        },
    }
    if edge.bend:
        turn = "curvedCW" if edge.bend > 0 else "curvedCCW"
        options["smooth"] = {"enabled": True, "type": turn, "roundness": abs(edge.bend) / 100}
    return options


def _legend(scene: Scene) -> dict[str, Any]:
    kinds = [{**asdict(line_sign(kind)), "word": scene.words.kind(kind)} for kind in scene.kinds()]
    states = [
        {"shape": line.shape, "colour": line.colour, "word": line.word}
        for line in scene.state_lines()
    ]
    marks = []
    if any(node.card.exceptions for node in scene.nodes):
        marks.append({"mark": EXCEPTION_MARK, "word": scene.words.say("legendException")})
    if any(node.card.reported for node in scene.nodes):
        marks.append({"mark": SPEECH_MARK, "word": scene.words.say("reported")})
    left_out = scene.words.count("leftOut", scene.left_out) if scene.left_out else ""
    return {"kinds": kinds, "states": states, "marks": marks, "leftOut": left_out}
