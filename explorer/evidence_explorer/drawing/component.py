"""The drawn network as a Streamlit component: what Python sends to the browser and gets back.

The component is packaged (see ``pyproject.toml`` beside the package's ``__init__.py``), so its
script is loaded as a file once and not sent along with every change. The library that draws is the
vis-network file inside pyvis: Streamlit serves it from there, on the app's own address, so it is
neither copied nor fetched from elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import pyvis
import streamlit as st
from streamlit.components.v1 import declare_component

from evidence_explorer.drawing.model import payload
from evidence_explorer.drawing.scene import Scene
from evidence_explorer.drawing.words import Words

_NAME: Final = "evidence-explorer.network"
LIBRARY_FOLDER: Final = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2"
LIBRARY_FILE: Final = "vis-network.min.js"


@dataclass(frozen=True, slots=True)
class NetworkEvent:
    """What a person did in the drawing since the last run of the page.

    ``select`` with no id means that the selection was cleared; ``open`` unfolds, or folds again.
    """

    kind: Literal["select", "centre", "open", "none"]
    id: str | None = None


NO_EVENT: Final = NetworkEvent("none")


def network_component(scene: Scene, *, key: str, words: Words | None = None) -> NetworkEvent:
    """Show a scene and tell what was done in it.

    Args:
        scene: What is drawn.
        key: The key of this drawing on the page; with the same key the view survives a rerun.
        words: The words around the drawing; those of the scene unless given.

    Returns:
        The event, once: at the next run of the page it is ``none`` again.

    Raises:
        FileNotFoundError: If pyvis does not hold the library that draws.
    """
    library = _library_address()
    # Registering needs a running app, so it happens here and not on import. A second registration
    # of the same definition is silent, and the registry belongs to the app, not to this module.
    show = st.components.v2.component(_NAME, html="", css="network.css", js="network.js")
    result = show(
        key=key,
        data={
            **payload(scene),
            "words": (words or scene.words).interface(),
            "library": library,
        },
        on_event_change=_nothing,
    )
    known = {node.id for node in scene.nodes}
    return _event(result.get("event"), known)


def _library_address() -> str:
    """Have Streamlit serve the folder of vis-network.

    Returns:
        The address of the file, relative to the app's own.

    Raises:
        FileNotFoundError: If the file is not where pyvis 0.3.2 has it.
    """
    if not (LIBRARY_FOLDER / LIBRARY_FILE).is_file():
        message = f"pyvis holds no {LIBRARY_FILE} in {LIBRARY_FOLDER}; install pyvis 0.3.2"
        raise FileNotFoundError(message)
    served = declare_component("vis_network", path=LIBRARY_FOLDER)
    return f"component/{served.name}/{LIBRARY_FILE}"


def _nothing() -> None:
    """Do nothing: Streamlit returns a trigger only where a callback is named."""


def _event(value: object, known: set[str]) -> NetworkEvent:
    # Read what the browser sent; anything but an event on a drawn element is none.
    if not isinstance(value, Mapping):
        return NO_EVENT
    sent: Mapping[str, Any] = value
    kind, at = sent.get("kind"), sent.get("id")
    if kind == "select" and at is None:
        return NetworkEvent("select")
    if not isinstance(at, str) or at not in known:
        return NO_EVENT
    if kind == "select":
        return NetworkEvent("select", at)
    if kind == "centre":
        return NetworkEvent("centre", at)
    return NetworkEvent("open", at) if kind == "open" else NO_EVENT
