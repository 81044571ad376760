"""The form in which a curator makes a finding of a proposal, out of Streamlit's own fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from evidence_desk.choice import NEW, NONE, Choice, CitedChoice, Complaint, NewElement
from evidence_desk.known import options, relay_of, source_of
from evidence_desk.proposals import Proposal
from evidence_desk.tables import Tables
from evidence_explorer.markup import tag
from evidence_explorer.views.forms import Option
from evidence_explorer.words import Words

WIDE: Final = 68
"""Pixels: two lines of text to begin with; the field grows as one types."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one proposal, by their names in this session."""

    proposal: Proposal
    tables: Tables
    words: Words
    wrong: Sequence[Complaint] = ()
    earlier: Mapping[str, str] | None = None

    def show(self) -> None:
        """Show all fields, each with what is wrong with it."""
        earlier = self.earlier or {}
        self._area("paraphraseNl", self.words.say("In your own words, in Dutch"), earlier)
        self._area("paraphraseEn", self.words.say("In your own words, in English"), earlier)
        if any("paraphrase" in one.field for one in self.wrong):
            label = self.words.say(
                "This cannot be said in other words (a list of terms, for example)"
            )
            st.checkbox(label, key=self.key("own"))
        self._about()
        left, right = st.columns(2)
        with left:
            self._text("section", self.words.say("Section"), self.proposal.section)
        with right:
            page = str(self.proposal.page) if self.proposal.page else ""
            self._text("page", self.words.say("Page"), page)
        for number in range(len(self.proposal.works)):
            self._work(number)
        with st.expander(self.words.say("Strength of the evidence, in the word of the report")):
            strength = self.proposal.strength
            self._text("wordNl", self.words.say("The word, in Dutch"), strength)
            self._text("wordEn", self.words.say("The word, in English"), strength)
        new = self.proposal.element == NONE
        with st.expander(self.words.say("A new element"), expanded=new):
            self._new()

    def key(self, name: str) -> str:
        """Name a field in this session.

        Args:
            name: The field.

        Returns:
            A key of its own for each proposal.
        """
        return f"desk.{self.proposal.fingerprint}.{name}"

    def chosen(self) -> Choice:
        """Read what was filled in.

        Returns:
            The choice.
        """
        one = self.proposal
        element = self._value("about")
        new = NewElement(
            *(
                self._value(name)
                for name in ("labelNl", "labelEn", "definitionNl", "definitionEn", "placedIn")
            )
        )
        return Choice(
            element=element,
            other=self._value("endsAt"),
            relation=self._value("kind"),
            direction=self._value("direction"),
            paraphrase_nl=self._value("paraphraseNl"),
            paraphrase_en=self._value("paraphraseEn"),
            domain=self._value("inDomain"),
            section=self._value("section"),
            page=self._value("page"),
            works=tuple(self._cited(number) for number in range(len(one.works))),
            new_element=new if element == NEW else None,
            strength_nl=self._value("wordNl"),
            strength_en=self._value("wordEn"),
            own_words=bool(st.session_state.get(self.key("own"))),
        )

    def _value(self, name: str) -> str:
        return str(st.session_state.get(self.key(name)) or "")

    def _cited(self, number: int) -> CitedChoice:
        return CitedChoice(
            self._value(f"source{number}"),
            self._value(f"printedForm{number}"),
            self._value(f"mode{number}") or "read",
            self._value(f"relayedBy{number}"),
        )

    def _about(self) -> None:
        one = self.proposal
        nothing = (NONE, self.words.say("(none)"))
        new = (NEW, self.words.say("A new element: fill it in below"))
        elements = options(self.tables, "Element", self.words)
        label = (
            self.words.say("Element")
            if one.kind != "relation"
            else self.words.say("From which element")
        )
        self._select("about", label, [new, *elements], one.element or NEW)
        if one.kind == "relation":
            self._select(
                "endsAt", self.words.say("To which element"), [nothing, *elements], one.other
            )
            kinds = self._codes("RelationKind")
            self._select(
                "kind", self.words.say("How they hang together"), [nothing, *kinds], one.relation
            )
            return
        left, right = st.columns(2)
        with left:
            self._select(
                "direction", self.words.say("Direction"), self._codes("Direction"), one.direction
            )
        with right:
            domains = options(self.tables, "Domain", self.words)
            named = [nothing, *(pair for pair in domains if pair[0] != "unspecified")]
            self._select(
                "inDomain", self.words.say("Domain that the text names"), named, one.domain
            )

    def _codes(self, name: str) -> list[Option]:
        return [(one.code, self.words.concept(name, one.code)) for one in self.words.concepts(name)]

    def _work(self, number: int) -> None:
        work = self.proposal.works[number]
        sources = options(self.tables, "Source", self.words)
        leave, new = (
            (NONE, self.words.say("Leave this work out")),
            (NEW, self.words.say("A new source")),
        )
        relay = relay_of(work, self.tables)
        source = source_of(work, self.tables)
        wrong = any(one.field.endswith(str(number)) for one in self.wrong)
        name = dict([new, *sources])[source]
        label = self.words.say("{printed} → {source}", printed=work.printed, source=name)
        with st.expander(label, expanded=wrong):
            self._select(
                f"source{number}", self.words.say("Source"), [new, leave, *sources], source
            )
            self._text(f"printedForm{number}", self.words.say("As it is printed"), work.printed)
            left, right = st.columns(2)
            with left:
                modes = [one for one in self._codes("CitationMode") if one[0] != "own"]
                mode = "relayed" if work.relayed_by else "read"
                self._select(
                    f"mode{number}", self.words.say("How the report knows it"), modes, mode
                )
            with right:
                nothing = (NONE, self.words.say("(none)"))
                self._select(
                    f"relayedBy{number}",
                    self.words.say("Through which source"),
                    [nothing, *sources],
                    relay,
                )

    def _new(self) -> None:
        name = self.proposal.name if not self.proposal.element else ""
        self._text("labelNl", self.words.say("Name, in Dutch"), name)
        self._text("labelEn", self.words.say("Name, in English"), "")
        self._text("definitionNl", self.words.say("What it is, in Dutch"), "")
        self._text("definitionEn", self.words.say("What it is, in English"), "")
        layers = [
            (one.id.partition("/")[2], one.label.in_(self.words.language))
            for one in self.words.field.layers
        ]
        self._select(
            "placedIn", self.words.say("Layer"), [(NONE, self.words.say("(none)")), *layers], NONE
        )

    def _complain(self, name: str) -> None:
        for one in self.wrong:
            if one.field == name:
                st.html(str(tag("p", one.message, class_="desk-wrong")))

    def _area(self, name: str, label: str, earlier: Mapping[str, str]) -> None:
        self._complain(name)
        value = earlier.get(name, "")
        st.text_area(label, value=value, height=WIDE, max_chars=2000, key=self.key(name))

    def _text(self, name: str, label: str, value: str) -> None:
        self._complain(name)
        st.text_input(label, value=value, max_chars=500, key=self.key(name))

    def _select(self, name: str, label: str, found: Sequence[Option], chosen: str) -> None:
        self._complain(name)
        names = dict(found)
        values = list(names)
        at = values.index(chosen) if chosen in names else 0
        st.selectbox(label, values, index=at, format_func=names.__getitem__, key=self.key(name))
