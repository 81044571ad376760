"""One run of a page of the desk: who is there, what lies on the desk, what is done with it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import streamlit as st

from evidence_desk import address, log, views
from evidence_desk.acting import State, act, take_back
from evidence_desk.address import Place
from evidence_desk.deciding import look
from evidence_desk.form import Fields
from evidence_desk.known import names, options
from evidence_desk.queue import Item, Queue, queue
from evidence_desk.settings import from_environment
from evidence_desk.tables import read_study
from evidence_desk.visitors import curator, sign_in, sign_out
from evidence_desk.writing import Desk, recover
from evidence_explorer import app
from evidence_explorer.app import address as explorer_address
from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.resources import graph
from evidence_explorer.selection import Selection
from evidence_explorer.views import frame
from evidence_explorer.words import Words, words
from evidence_graph.errors import GraphError
from evidence_ingest.errors import IngestError

LOG: Final = logging.getLogger("evidence_desk")
_EMBEDDED: Final = "desk.embedded"


def main() -> None:
    """Show the page of the desk that the address asks for, or else the explorer."""
    selection = explorer_address().selection
    if selection.embed:
        # Whoever came through a page of somebody else never meets the desk in that session.
        st.session_state[_EMBEDDED] = True
    place = address.read(st.query_params.to_dict(), selection.language)
    if st.session_state.get(_EMBEDDED):
        app.main()
    elif place is None:
        app.main(_ways)
    else:
        _show(place, words(selection.language))


def _ways(said: Words, selection: Selection) -> Sequence[Markup]:
    return [views.link(said.say("Curators’ desk"), Place(language=selection.language))]


def _show(place: Place, said: Words) -> None:
    selection = Selection(page="about", language=said.language)
    here = [
        views.link(said.say("Curators’ desk"), Place(language=said.language), aria_current="page")
    ]
    st.set_page_config(page_title=said.say("Curators’ desk"), layout="wide")
    st.html(Path(__file__).with_name("desk.css"))
    st.html(str(frame.head(replace(selection, page="start"), said, here)))
    with st.container(key="main"):
        try:
            _desk(place, said)
        except (GraphError, IngestError) as error:
            LOG.warning("the desk cannot go on: %s", error)
            _trouble(str(error), said)
        except Exception:
            LOG.exception("a page of the desk could not be made")
            _trouble(said.say("Something went wrong on our side; the log tells what."), said)
    st.html(str(frame.foot(selection, said)))


def _trouble(sentence: str, said: Words) -> None:
    body = tag("div", tag("h1", said.say("The desk cannot go on"), tabindex=-1), tag("p", sentence))
    st.html(str(tag("div", body, class_="sheet", data_view="?desk=trouble", lang=said.language)))


def _desk(place: Place, said: Words) -> None:
    settings = from_environment()
    who = curator(settings)
    if who is None:
        sign_in(settings, said)
        return
    desk = Desk(settings.data, settings.folder, graph().ask)
    recover(desk)
    state = State(desk, who, said)
    events = log.read(desk.folder.log).events
    found = queue(desk.folder.proposals(), events)
    if place.page == "list":
        _list(found, place, state)
    else:
        _queue(found, events, place, state)
    if settings.login != "none":
        st.button(said.say("Log out"), on_click=sign_out, args=(settings,))


def _framed(body: Markup, view: str, said: Words) -> None:
    inner = tag("div", body, class_="sheet desk")
    st.html(str(tag("div", inner, data_view=view, lang=said.language, data_arrive=True)))


def _elements(found: Queue, state: State) -> list[tuple[str, str]]:
    studies = {one.proposal.study for one in found.items}
    subjects = {one.proposal.subject for one in found.items}
    if not studies:
        return []
    tables = read_study(state.desk.data, min(studies))
    return names(options(tables, "Element", state.words), subjects)


def _list(found: Queue, place: Place, state: State) -> None:
    body = join(
        views.progress(found, state.words, place, state.who),
        views.listing(found, state.words, place, _elements(found, state)),
    )
    _framed(body, address.href(place), state.words)


def _queue(found: Queue, events: list[log.Event], place: Place, state: State) -> None:
    item = _current(found, place, state)
    top = join(
        views.progress(found, state.words, place, state.who),
        views.filters(state.words, place, _elements(found, state)),
        views.legend(state.words, place) if item else None,
    )
    if item is None:
        body = join(top, _said(state), views.nothing_left(found, state.words, place))
        _framed(body, address.href(place), state.words)
        _undo_button(found, place, state)
        return
    view = f"{address.href(place)}&now={item.proposal.fingerprint}{state.marks}"
    waiting = [one for one in found.items if one.waiting and place.wanted.fits(one)]
    number = waiting.index(item) + 1 if item in waiting else 0
    st.html(str(tag("div", top, class_="desk")))
    left, right = st.columns([5, 6], gap="large")
    with left:
        told = _news(item, state)
        shown = join(told, views.passage(item, state.words, number, len(waiting)))
        _framed(shown, view, state.words)
    with right:
        _decide(item, events, place, state)
        _undo_button(found, place, state)


def _current(found: Queue, place: Place, state: State) -> Item | None:
    chosen = found.of(place.at or state.pinned)
    if chosen and (place.at or chosen.waiting or state.news_of(chosen)):
        return chosen
    following = found.next(place.wanted)
    state.pin(following.proposal.fingerprint if following else "")
    return following


def _said(state: State) -> Markup | None:
    pieces = [
        tag("p", state.said, class_="remark", role="status") if state.said else None,
        tag("p", state.failure, class_="desk-wrong", role="alert") if state.failure else None,
    ]
    return join(*pieces) if any(pieces) else None


def _news(item: Item, state: State) -> Markup | None:
    news, done = state.news_of(item), _said(state)
    wrong = [one.message for one in state.wrong_with(item) if not one.field]
    remarks = [tag("p", one, class_="desk-wrong", role="alert") for one in wrong]
    told = views.overtaken(news, state.words, item.proposal.study) if news else None
    if state.wrong_with(item) and not wrong:
        remarks.append(
            tag(
                "p",
                state.words.say("Not written yet: see the fields below."),
                class_="desk-wrong",
                role="alert",
            )
        )
    return join(done, told, *remarks)


def _decide(item: Item, events: list[log.Event], place: Place, state: State) -> None:
    said = state.words
    if item.state == "accepted":
        st.html(str(views.short_facts(item.proposal, said)))
        st.button(said.say("To the next proposal"), on_click=state.leave, type="primary")
        return
    seen = state.seen(item, lambda: look(state.desk, item.proposal))
    earlier = _earlier(item, events)
    fields = Fields(item.proposal, seen.tables, said, state.wrong_with(item), earlier)
    keys = views.KEYS if place.keys else dict.fromkeys(views.KEYS)
    with st.form(f"desk.form.{item.proposal.fingerprint}", border=False):
        fields.show()
        with st.container(horizontal=True):
            for what, label, kind in (
                ("accept", said.say("Accept"), "primary"),
                ("refuse", said.say("Refuse"), "secondary"),
                ("skip", said.say("Skip"), "secondary"),
            ):
                st.form_submit_button(
                    label,
                    type=kind,  # type: ignore[arg-type]
                    shortcut=keys[what],
                    on_click=act,
                    args=(state, fields, what),
                )


def _earlier(item: Item, events: list[log.Event]) -> dict[str, str] | None:
    # What was accepted and then taken back is not to be typed again.
    fingerprint = item.proposal.fingerprint
    for event in reversed(events):
        for row in event.rows if event.proposal == fingerprint else ():
            if row["table"] in {"Finding", "Relation"} and row["after"]:
                return dict(row["after"])
    return None


def _undo_button(found: Queue, place: Place, state: State) -> None:
    proposals = [one.proposal for one in found.items]
    st.button(
        state.words.say("Undo my last decision"),
        shortcut=views.KEYS["undo"] if place.keys else None,
        on_click=take_back,
        args=(state, proposals),
    )
