"""What a curator decided on a proposal, and what is wrong with it, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evidence_desk.proposals import Proposal
from evidence_explorer.words import Words

NEW: Final = "new"
"""In place of an id: one that is made on the way."""
NONE: Final = ""
"""In place of an id: none, or leave it out."""
SAME_WORDS: Final = 8
"""So many words of the passage in a row are no paraphrase any more."""

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class CitedChoice:
    """What becomes of one work that the passage cites.

    ``source`` is the id of a source, :data:`NEW`, or :data:`NONE` to leave the work out.
    """

    source: str
    printed: str
    mode: str = "read"
    relayed_by: str = NONE


@dataclass(frozen=True, slots=True)
class NewElement:
    """An element that is not in the thesaurus yet."""

    label_nl: str
    label_en: str
    definition_nl: str
    definition_en: str
    layer: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A finding as the curator wants it, or a relation where ``other`` names a second element.

    ``element`` may be :data:`NEW`.
    """

    element: str
    direction: str
    paraphrase_nl: str
    paraphrase_en: str
    domain: str = NONE
    other: str = NONE
    relation: str = NONE
    section: str = ""
    page: str = ""
    works: tuple[CitedChoice, ...] = ()
    new_element: NewElement | None = None
    strength_nl: str = ""
    strength_en: str = ""
    own_words: bool = False


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with one field; an empty field is the whole."""

    field: str
    message: str


def complaints(choice: Choice, proposal: Proposal, words: Words) -> list[Complaint]:
    """Check what can be checked before the tables are looked at.

    Args:
        choice: What the curator filled in.
        proposal: The proposal.
        words: The words.

    Returns:
        What is wrong; empty where nothing is.
    """
    return [
        *_missing(choice, words),
        *_copied(choice, proposal, words),
        *_works(choice, words),
        *_place(choice, words),
    ]


def _missing(choice: Choice, words: Words) -> Iterator[Complaint]:
    fields = {"paraphraseNl": choice.paraphrase_nl, "paraphraseEn": choice.paraphrase_en}
    if choice.element == NONE:
        yield Complaint("about", words.say("Choose the element that this is about."))
    if choice.other == choice.element != NONE:
        yield Complaint("endsAt", words.say("An element has no relation with itself."))
    if choice.other and choice.relation == NONE:
        yield Complaint("kind", words.say("Choose how the two hang together."))
    if choice.direction == NONE and not choice.other:
        yield Complaint("direction", words.say("Choose which way the passage points."))
    if choice.element == NEW:
        new = choice.new_element or NewElement("", "", "", "", "")
        fields |= {
            "labelNl": new.label_nl,
            "labelEn": new.label_en,
            "definitionNl": new.definition_nl,
            "definitionEn": new.definition_en,
        }
        if not new.layer:
            yield Complaint("placedIn", words.say("Choose the layer that the element stands in."))
    for name, text in fields.items():
        if not text.strip():
            yield Complaint(name, words.say("Fill this in."))
    if bool(choice.strength_nl.strip()) != bool(choice.strength_en.strip()):
        name = "wordEn" if choice.strength_nl.strip() else "wordNl"
        yield Complaint(name, words.say("Fill in both languages, or neither."))


def _copied(choice: Choice, proposal: Proposal, words: Words) -> Iterator[Complaint]:
    if choice.own_words:
        return
    for name, text in (
        ("paraphraseNl", choice.paraphrase_nl),
        ("paraphraseEn", choice.paraphrase_en),
    ):
        shared = in_common(text, proposal.text)
        if shared:
            said = words.say(
                "These words stand in the passage in the same order: “{shared}”. Say it in your "
                "own words, or tick the box below if it cannot be said otherwise.",
                shared=shared,
            )
            yield Complaint(name, said)


def _works(choice: Choice, words: Words) -> Iterator[Complaint]:
    for number, work in enumerate(choice.works):
        if work.source == NONE:
            continue
        if not work.printed.strip():
            said = words.say("Write the citation as it is printed.")
            yield Complaint(f"printedForm{number}", said)
        if work.mode == "relayed" and work.relayed_by == NONE:
            said = words.say("Choose through which source the study knows it.")
            yield Complaint(f"relayedBy{number}", said)


def _place(choice: Choice, words: Words) -> Iterator[Complaint]:
    if not choice.section.strip() and not choice.page.strip():
        said = words.say("Fill in a section or a page, so that others can find it.")
        yield Complaint("section", said)


def in_common(text: str, passage: str, length: int = SAME_WORDS) -> str:
    """Find words in a row that two texts have in common.

    Args:
        text: What the curator wrote.
        passage: What stands in the report.
        length: How many words in a row count.

    Returns:
        The first such words; empty where there are none. Capitals and punctuation do not matter.
    """
    theirs = _WORD.findall(passage.lower())
    runs = {tuple(theirs[at : at + length]) for at in range(len(theirs) - length + 1)}
    ours = _WORD.findall(text.lower())
    for at in range(len(ours) - length + 1):
        run = tuple(ours[at : at + length])
        if run in runs:
            return " ".join(run)
    return ""
