"""The network in each of its modes: the picture, the legend, what is selected, and the twin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from evidence_explorer.drawing.component import NetworkEvent, network_component
from evidence_explorer.drawing.scene import Scene, scene
from evidence_explorer.drawing.words import Words as DrawingWords
from evidence_explorer.markup import tag
from evidence_explorer.resources import SharedGraph
from evidence_explorer.selection import Selection, href, to_query
from evidence_explorer.views.network_answers import Answers, ask
from evidence_explorer.views.network_legend import legend
from evidence_explorer.views.network_pane import pane
from evidence_explorer.views.network_top import title as title_of
from evidence_explorer.views.network_top import top
from evidence_explorer.views.network_twin import twin
from evidence_explorer.views.network_ways import centred, gone_to, selected, unfolded
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
    # What was typed to find something to choose does not come along to where one goes.
    view, selection = href(selection), replace(selection, query=None)
    drawn = picture(answers, words, selection)
    _html(tag("div", top(answers, words, selection), lang=selection.language))
    with st.container(key="network"):
        with st.container(key="picture"):
            event = network_component(drawn, key="network-picture")
        chosen = after(event, selection)
        if chosen != selection:
            st.query_params.from_dict(to_query(chosen))
            st.rerun()
        with st.container(key="pane"):
            beside = pane(answers, words, selection)
            if beside:
                _html(tag("div", beside, lang=selection.language))
    _html(tag("div", legend(drawn, words, selection), lang=selection.language))
    # The mark of the view comes last: when the browser side sees it, all of the view is there.
    below = twin(answers, drawn, words, selection)
    _html(tag("div", below, data_view=view, lang=selection.language))
    name = title(answers, words)
    return f"{words.text(answers.element.label)} – {name}" if answers.element else name


def _html(markup: object) -> None:
    st.html(str(markup))


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
        kinds=_kinds(answers, words),
    )
    return scene(
        answers.network,
        language,
        selected=answers.element.id if answers.element else None,
        centre=answers.network.centre,
        words=said,
        faint=selection.faint,
        opened=selection.opened,
    )


def _kinds(answers: Answers, words: Words) -> Mapping[str, str]:
    return {edge.kind: words.relation(edge.kind) for edge in answers.network.edges}


def after(event: NetworkEvent, selection: Selection) -> Selection:
    """Say which view follows on what was done in the picture.

    Args:
        event: what was done.
        selection: the present view.

    Returns:
        The view that follows; the present one where nothing was done.
    """
    if event.kind == "none":
        return selection
    if event.id is None:
        return selected(selection, None)
    if not event.id.startswith("element/"):
        return gone_to(selection, event.id)
    ways = {"centre": centred, "open": unfolded, "select": selected}
    return ways[event.kind](selection, event.id)


def title(answers: Answers, words: Words) -> str:
    """Name the view.

    Args:
        answers: what the graph says.
        words: the words.

    Returns:
        Its title.
    """
    return title_of(answers, words)
