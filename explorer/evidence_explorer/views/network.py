"""The network: elements on the rings of their layers, or around one of them; with its twin."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from evidence_explorer.drawing.component import NetworkEvent, network_component
from evidence_explorer.drawing.scene import Scene, scene
from evidence_explorer.drawing.words import Words as DrawingWords
from evidence_explorer.markup import Markup, tag
from evidence_explorer.resources import SharedGraph
from evidence_explorer.selection import MOST_STEPS, Selection, href, to_query
from evidence_explorer.views import parts
from evidence_explorer.views.network_answers import Answers, ask
from evidence_explorer.views.network_pane import pane
from evidence_explorer.views.network_twin import twin
from evidence_explorer.words import Words


def draw(graph: SharedGraph, words: Words, selection: Selection) -> str:
    """Show the network: the picture, beside it what is selected, below it the same as a table.

    Args:
        graph: the graph of this process.
        words: the words.
        selection: the present view.

    Returns:
        The title of the view.
    """
    answers = graph.ask(lambda store: ask(store, selection))
    st.html(str(tag("div", top(answers, words, selection), lang=selection.language)))
    with st.container(key="network"):
        beside = st.container(key="pane")
        with st.container(key="picture"):
            event = network_component(picture(answers, words, selection), key="network-picture")
        chosen = after(event, selection)
        if chosen != selection:
            st.query_params.from_dict(to_query(chosen))
            st.rerun()
        beside.html(str(tag("div", pane(answers, words, selection), lang=selection.language)))
    # The mark of the view comes last: when the browser side sees it, all of the view is there.
    below = twin(answers, words, selection)
    st.html(str(tag("div", below, data_view=href(selection), lang=selection.language)))
    name = title(answers, words)
    return f"{words.text(answers.element.label)} – {name}" if answers.element else name


def picture(answers: Answers, words: Words, selection: Selection) -> Scene:
    """Work out the picture.

    Args:
        answers: what the graph says.
        words: the words.
        selection: the present view.

    Returns:
        The scene that is drawn.
    """
    language = selection.language
    said = DrawingWords(
        language,
        states={one.code: one.label.in_(language) for one in words.concepts("State")},
        kinds={edge.kind: words.relation(edge.kind) for edge in answers.network.edges},
    )
    return scene(
        answers.network,
        language,
        selected=answers.element.id if answers.element else None,
        centre=answers.network.centre,
        words=said,
    )


def after(event: NetworkEvent, selection: Selection) -> Selection:
    """Say which view follows on what was done in the picture.

    Args:
        event: what was done.
        selection: the present view.

    Returns:
        The view that follows; the present one where nothing was done.
    """
    if event.kind == "select":
        return replace(selection, element=event.id, number=0)
    if event.kind == "centre" and event.id:
        return replace(selection, element=event.id, centre=event.id, number=0)
    return selection


def title(answers: Answers, words: Words) -> str:
    """Name the view.

    Args:
        answers: what the graph says.
        words: the words.

    Returns:
        Its title.
    """
    centre = answers.network.centre
    for node in answers.network.nodes:
        if node.id == centre:
            return words.say("Around: {name}", name=words.text(node.label))
    return words.say("Network of effective elements")


def top(answers: Answers, words: Words, selection: Selection) -> Markup:
    """Build what stands above the picture: title, how to use it, the steps.

    Args:
        answers: what the graph says.
        words: the words.
        selection: the present view.

    Returns:
        The top of the view.
    """
    gone = None
    if answers.centre_gone:
        gone = tag(
            "p",
            words.say(
                "The element in the middle of this link is not here any more. "
                "You see all elements instead."
            ),
            class_="remark",
            role="status",
        )
    return tag(
        "div",
        gone,
        parts.heading(title(answers, words)),
        _steps(words, selection)
        if answers.network.centre
        else tag(
            "p",
            words.say(
                "The client stands in the middle; each ring further out is a layer around the "
                "client. An arrow is a relation that a source describes. Choose an element to "
                "read about it; double-click to put it in the middle."
            ),
            class_="intro",
        ),
        class_="sheet",
    )


def _steps(words: Words, selection: Selection) -> Markup:
    here = replace(selection, number=0)
    steps = [
        parts.link(
            words.count("{number} step", "{number} steps", steps),
            replace(here, steps=steps),
            aria_current="true" if steps == selection.steps else None,
        )
        for steps in range(1, MOST_STEPS + 1)
    ]
    return tag(
        "nav",
        tag("span", words.say("Show what is related within")),
        *steps,
        parts.link(words.say("Back to all rings"), replace(here, centre=None, steps=1)),
        class_="steps",
        aria_label=words.say("How far around the middle"),
    )
