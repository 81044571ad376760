"""The words of the interface: our phrases from a catalogue, the field's words from the ontology.

Phrases are written in English in the code (the key) and in Dutch in
``locale/nl/LC_MESSAGES/explorer.po``, a format that translators know. A test fails when a phrase
has no Dutch or when the catalogue holds one that no code uses.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from babel.dates import format_date
from babel.messages.pofile import read_po

from evidence_explorer.selection import Language
from evidence_graph.queries.answers import Text
from evidence_ontology.ontology import Concept, Ontology, ontology

CATALOGUE: Final = "locale/nl/LC_MESSAGES/explorer.po"


@cache
def catalogue() -> Mapping[str, tuple[str, ...]]:
    """Read the Dutch catalogue; once a process.

    Returns:
        English phrase → its Dutch forms (one, or singular and plural).
    """
    path = resources.files("evidence_explorer").joinpath(CATALOGUE)
    with path.open("rb") as file:
        messages = read_po(file, locale="nl")
    found: dict[str, tuple[str, ...]] = {}
    for message in messages:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string or ""
            found[key] = (said,) if isinstance(said, str) else tuple(said)
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """The words in one language.

    Attributes:
        language: ``"nl"`` or ``"en"``.
        field: the ontology, for the words of the field.
    """

    language: Language
    field: Ontology

    def say(self, phrase: str, **values: object) -> str:
        """Say a phrase of ours.

        Args:
            phrase: in English, with ``{names}`` for values.
            **values: what stands at the names.

        Returns:
            The phrase in this language; plain text, to be escaped like any other.
        """
        found = phrase
        if self.language == "nl":
            found = (catalogue().get(phrase) or ("",))[0] or phrase
        return found.format(**values) if values else found

    def count(self, one: str, more: str, number: int, **values: object) -> str:
        """Say how many there are.

        Args:
            one: the English phrase for exactly one.
            more: the English phrase for any other number, with ``{number}``.
            number: how many.
            **values: what stands at the other names.

        Returns:
            The phrase with the number in it.
        """
        forms = (one, more)
        if self.language == "nl":
            dutch = catalogue().get(one, ())
            forms = (dutch[0], dutch[1]) if len(dutch) == 2 and all(dutch) else forms
        return forms[0 if number == 1 else 1].format(number=self.number(number), **values)

    def number(self, number: int) -> str:
        """Write a count as people do in this language.

        Args:
            number: a count.

        Returns:
            The digits, in groups of three where there are many.
        """
        return f"{number:,}".replace(",", "." if self.language == "nl" else ",")

    def date(self, iso: str) -> str:
        """Write a day as people do in this language.

        Args:
            iso: the day, such as ``2026-11-25``.

        Returns:
            Such as “25 november 2026”.
        """
        try:
            day = dt.date.fromisoformat(iso)
        except ValueError:
            return iso
        return format_date(day, "d MMMM y", locale=self.language)

    def text(self, text: Text) -> str:
        """Pick the language of a text from the data.

        Args:
            text: in one language or both.

        Returns:
            The text, in the other language where this one is missing.
        """
        return text.in_(self.language)

    def concept(self, list_name: str, code: str) -> str:
        """Name a code of a closed list.

        Args:
            list_name: the class of the list, such as ``State``.
            code: the code, such as ``N0``.

        Returns:
            Its name; the code itself, in brackets, where a newer graph has one we do not know.
        """
        try:
            return self.field.concept_label(list_name, code, self.language)
        except KeyError:
            return f"[{code}]"

    def relation(self, kind: str) -> str:
        """Name a kind of relation, or one of the other ties of a network.

        Args:
            kind: the code of a kind; ``broader``, which is no kind of the list but a property; or
                how a source or a domain is tied.

        Returns:
            Its name.
        """
        if kind == "broader":
            return self.field.names[kind].in_(self.language)
        ties = {
            "relays": self.say("leans on"),
            "carries-read": self.say("carries: was read"),
            "carries-own": self.say("carries: says so itself"),
            "carries-relayed": self.say("carries: known through another source"),
            "known-in": self.say("something is known of it in"),
        }
        if kind in ties:
            return ties[kind]
        return self.concept("RelationKind", kind)

    def concepts(self, list_name: str) -> tuple[Concept, ...]:
        """List a closed list in its order.

        Args:
            list_name: the class of the list, such as ``State``.

        Returns:
            Its members.
        """
        return self.field.lists[list_name]

    def state(self, code: str) -> str:
        """Name a state.

        Args:
            code: such as ``N0``.

        Returns:
            Its name.
        """
        return self.concept("State", code)


@cache
def words(language: Language) -> Words:
    """Give the words of a language.

    Args:
        language: ``"nl"`` or ``"en"``.

    Returns:
        The words.
    """
    return Words(language, ontology())
