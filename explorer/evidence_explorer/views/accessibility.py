"""The accessibility statement: what was tried, and what is known to fall short.

Source: WCAG 2.2; the model statement of the EU (Implementing Decision 2018/1523) asks for the same
parts: the norm, how it was tried, what falls short, and where to turn.
"""

from __future__ import annotations

import os
from typing import Final

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.views.sheets import View, sheet
from evidence_explorer.words import Words
from evidence_graph.store import GraphStore

CONTACT: Final = "EVIDENCE_CONTACT"
"""The setting that says where readers can turn: an address or a telephone number, as text."""


def show(_: GraphStore, words: Words, selection: Selection) -> View:
    """Build the statement.

    Args:
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    return page(os.environ.get(CONTACT, "").strip(), words, selection)


def page(contact: str, words: Words, selection: Selection) -> View:
    """Build the statement.

    Args:
        contact: where readers can turn; empty where the installation names nobody.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    title = words.say("Accessibility")
    return sheet(
        title,
        words.say(
            "Everybody should be able to use this guide. We hold to the guideline WCAG 2.2, "
            "level AA. Part of it has been tried by program and part by hand; what is known "
            "to fall short stands below."
        ),
        _list(words.say("What has been tried"), _tried(words)),
        _list(words.say("What is known to fall short"), _short(words)),
        _list(words.say("What may help"), _helps(words)),
        _turn(contact, words, selection),
    )


def _list(title: str, items: tuple[str, ...]) -> Markup:
    return tag("section", tag("h2", title), parts.bullets(items))


def _tried(words: Words) -> tuple[str, ...]:
    return (
        words.say(
            "At every change the test program axe-core goes over every page, in Dutch and in "
            "English, wide and at 320 pixels. It finds no violation, but cannot see everything."
        ),
        words.say(
            "Ten tasks, such as finding an element, reading how sure it is and comparing two "
            "elements, are done with the keyboard alone in a real browser, at every change."
        ),
        words.say(
            "The signs of the states are told apart without colour, and in the colours that "
            "people with each of three kinds of colour blindness see; this is calculated at every "
            "change."
        ),
        words.say(
            "The colours of text and background are strong enough beside each other, in light and "
            "in dark."
        ),
    )


def _short(words: Words) -> tuple[str, ...]:
    return (
        words.say(
            "No test with people who use a screen reader has been done yet, and no independent "
            "inspection."
        ),
        words.say(
            "The picture of the network is hard to follow for those who hear it. The same stands "
            "below it as a table, with the same choices."
        ),
        words.say(
            "The overview is a wide table; on a small window it scrolls to both sides, and under "
            "640 pixels it becomes a list."
        ),
        words.say("Without JavaScript nothing is shown."),
        words.say(
            "Names of publications and authors are shown in the language in which they were "
            "published; a screen reader may pronounce them in the wrong language."
        ),
    )


def _helps(words: Words) -> tuple[str, ...]:
    return (
        words.say(
            "Every page follows the setting of your device for light or dark, for larger letters "
            "and for less movement."
        ),
        words.say(
            "A question mark behind a word explains it; Escape closes the explanation. The first "
            "stop of the Tab key on every page leads past the head."
        ),
        words.say("Every page can be printed, with everything unfolded."),
    )


def _turn(contact: str, words: Words, selection: Selection) -> Markup:
    whom = contact or words.say("the organisation that offers this guide to you")
    return tag(
        "section",
        tag("h2", words.say("Where to turn")),
        tag(
            "p",
            words.say("Is something in your way? Tell {whom}; we want to mend it.", whom=whom),
        ),
        tag(
            "p",
            parts.link(
                words.say("Go to the overview"),
                Selection(page="matrix", language=selection.language),
            ),
        ),
    )
