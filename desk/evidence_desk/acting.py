"""What happens when a curator presses a button, and what his session remembers of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, cast

import streamlit as st

from evidence_desk.choice import Complaint, complaints
from evidence_desk.deciding import Outcome, Overtaken, Seen, accept, dismiss, undo
from evidence_desk.form import Fields
from evidence_desk.log import Event
from evidence_desk.proposals import Proposal
from evidence_desk.queue import Item
from evidence_desk.writing import Desk, Done, Rejected
from evidence_explorer.words import Words
from evidence_graph.errors import GraphError
from evidence_ingest.errors import IngestError, Problem

_PINNED: Final = "desk.pinned"
_SAID: Final = "desk.said"
_FAILURE: Final = "desk.failure"
_TRIES: Final = "desk.tries"


@dataclass(frozen=True, slots=True)
class State:
    """A session of a curator: the desk, who it is, the words, and what happened last."""

    desk: Desk
    who: str
    words: Words

    @property
    def pinned(self) -> str:
        """The proposal that is being decided on; others do not move it away meanwhile."""
        return str(st.session_state.get(_PINNED, ""))

    @property
    def said(self) -> str:
        """What was done last, in words; empty where nothing was."""
        return str(st.session_state.get(_SAID, ""))

    @property
    def failure(self) -> str:
        """Why the last thing could not be done; empty where it could."""
        return str(st.session_state.get(_FAILURE, ""))

    @property
    def marks(self) -> str:
        """Differs after each try, so that the browser sees a new page."""
        return f"&try={st.session_state.get(_TRIES, 0)}"

    def pin(self, fingerprint: str) -> None:
        """Keep to a proposal.

        Args:
            fingerprint: Which.
        """
        st.session_state[_PINNED] = fingerprint

    def leave(self) -> None:
        """Go on to the next proposal."""
        self.pin("")
        if "at" in st.query_params:
            del st.query_params["at"]

    def seen(self, item: Item, looking: Callable[[], Seen]) -> Seen:
        """Tell what the curator has before him, from the moment that he saw it first.

        Args:
            item: The proposal.
            looking: Looks at the tables.

        Returns:
            What was seen.
        """
        key = _key(item.proposal, "seen")
        if key not in st.session_state:
            st.session_state[key] = looking()
        return cast("Seen", st.session_state[key])

    def news_of(self, item: Item) -> Overtaken | None:
        """Tell whether others were there first.

        Args:
            item: The proposal.

        Returns:
            What happened, or None.
        """
        found = st.session_state.get(_key(item.proposal, "news"))
        return found if isinstance(found, Overtaken) else None

    def wrong_with(self, item: Item) -> Sequence[Complaint]:
        """Tell what was wrong with the last try.

        Args:
            item: The proposal.

        Returns:
            What was wrong, field by field.
        """
        return cast("Sequence[Complaint]", st.session_state.get(_key(item.proposal, "wrong"), ()))


def act(state: State, fields: Fields, what: str) -> None:
    """Carry out what a button of the form says.

    Args:
        state: The session.
        fields: The form.
        what: ``accept``, ``refuse`` or ``skip``.
    """
    one = fields.proposal
    _begin(one)
    seen = cast("Seen", st.session_state[_key(one, "seen")])
    if what == "accept":
        choice = fields.chosen()
        wrong = complaints(choice, one, state.words)
        if wrong:
            st.session_state[_key(one, "wrong")] = wrong
            return
        _carry(state, one, lambda: accept(state.desk, state.who, one, choice, seen))
    elif what == "refuse":
        _carry(state, one, lambda: dismiss(state.desk, state.who, "refused", one, seen))
    else:
        _carry(state, one, lambda: dismiss(state.desk, state.who, "skipped", one, seen))


def take_back(state: State, proposals: Sequence[Proposal]) -> None:
    """Take back the last decision of this curator.

    Args:
        state: The session.
        proposals: The proposals of the desk.
    """
    _begin(None)
    try:
        outcome = undo(state.desk, state.who, proposals)
    except (GraphError, IngestError) as error:
        st.session_state[_FAILURE] = str(error)
        return
    match outcome:
        case None:
            st.session_state[_SAID] = state.words.say("There is nothing to undo.")
        case Done(event):
            _done(state, event)
            state.pin(event.proposal)
        case Overtaken(touching=rows):
            ids = ", ".join(one.id for one in rows)
            said = state.words.say("This cannot be undone: {rows} changed since.", rows=ids)
            st.session_state[_FAILURE] = said
        case Rejected(problems):
            st.session_state[_FAILURE] = " ".join(_told(one, state.words) for one in problems)


def _begin(one: Proposal | None) -> None:
    st.session_state[_TRIES] = st.session_state.get(_TRIES, 0) + 1
    for key in (_SAID, _FAILURE):
        st.session_state.pop(key, None)
    if one is not None:
        for name in ("news", "wrong"):
            st.session_state.pop(_key(one, name), None)


def _carry(state: State, one: Proposal, deciding: Callable[[], Outcome]) -> None:
    try:
        outcome = deciding()
    except (GraphError, IngestError) as error:
        st.session_state[_FAILURE] = str(error)
        return
    match outcome:
        case Done(event):
            _done(state, event)
        case Overtaken(seen=seen):
            st.session_state[_key(one, "seen")] = seen
            st.session_state[_key(one, "news")] = outcome
        case Rejected(problems):
            wrong = [_complaint(problem, state.words) for problem in problems]
            st.session_state[_key(one, "wrong")] = wrong


def _done(state: State, event: Event) -> None:
    for key in [key for key in st.session_state if str(key).startswith(f"desk.{event.proposal}.")]:
        del st.session_state[key]
    state.leave()
    written = ", ".join(
        str(row["id"]) for row in event.rows if row["table"] in {"Finding", "Relation"}
    )
    said = {
        "accepted": state.words.say(
            "Accepted: {rows} is in the tables and in the graph.", rows=written
        ),
        "refused": state.words.say("Refused: {about}", about=event.about),
        "skipped": state.words.say("Skipped: {about}", about=event.about),
        "undone": state.words.say("Taken back: {about}", about=event.about),
    }
    st.session_state[_SAID] = said.get(event.what, event.about)


def _complaint(problem: Problem, words: Words) -> Complaint:
    # A problem of the new row stands beside its field; one of another row has its place with it.
    known = {"about", "direction", "inDomain", "paraphraseNl", "paraphraseEn", "section", "page"}
    known |= {"labelNl", "labelEn", "definitionNl", "definitionEn", "placedIn", "endsAt", "kind"}
    return Complaint(problem.field if problem.field in known else "", _told(problem, words))


def _told(problem: Problem, words: Words) -> str:
    return problem.in_(words.language)


def _key(one: Proposal, name: str) -> str:
    return f"desk.{one.fingerprint}.{name}"
