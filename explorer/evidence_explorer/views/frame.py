"""What stands around every page: the head with the ways, remarks on the address, the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import LANGUAGES, Note, PageName, Selection
from evidence_explorer.views import forms
from evidence_explorer.views.parts import bullets, link
from evidence_explorer.words import Words

LANGUAGE_NAMES: Final = {"nl": "Nederlands", "en": "English"}


def head(selection: Selection, words: Words, more: Sequence[Markup] = ()) -> Markup:
    """Build the head of every page: the name, the ways, the languages.

    Args:
        selection: the present view.
        words: the words.
        more: links to what stands around the explorer.

    Returns:
        The head.
    """
    if selection.embed:
        return _embedded(selection, words)
    ways: tuple[tuple[PageName, str, frozenset[str]], ...] = (
        ("matrix", words.say("Overview"), frozenset({"matrix"})),
        ("gaps", words.say("What we do not know"), frozenset({"gaps"})),
        ("compare", words.say("Compare"), frozenset({"compare"})),
        ("network", words.say("Network"), frozenset({"network"})),
        ("elements", words.say("Elements"), frozenset({"elements", "element"})),
        ("sources", words.say("Sources"), frozenset({"sources", "source"})),
        ("recommendations", words.say("Recommendations"), frozenset({"recommendations"})),
        ("about", words.say("About the evidence"), frozenset({"about"})),
    )
    items = [
        tag(
            "li",
            link(
                label,
                Selection(page=page, language=selection.language),
                aria_current="page" if selection.page in here else None,
            ),
        )
        for page, label, here in ways
    ]
    others = [
        link(LANGUAGE_NAMES[one], replace(selection, language=one), lang=one, hreflang=one)
        for one in LANGUAGES
        if one != selection.language
    ]
    return tag(
        "header",
        tag("a", words.say("Skip to content"), href="#main", class_="skip"),
        tag(
            "p",
            link(words.say("Evidence Explorer"), Selection(language=selection.language)),
            class_="brand",
        ),
        forms.search("find", words, selection, _searched(selection)),
        tag("nav", *others, class_="languages", aria_label=words.say("Language")),
        tag(
            "nav",
            tag("ul", *items, *(tag("li", one) for one in more)),
            class_="ways",
            aria_label=words.say("Pages"),
        ),
        tag(
            "nav",
            data_trail=words.say("You came by"),
            class_="trail",
            hidden=True,
            aria_label=words.say("The way you came"),
        ),
        class_="top",
    )


def _searched(selection: Selection) -> str:
    # Elsewhere what was typed belongs to a field on the page.
    return selection.query or "" if selection.page == "search" else ""


def _embedded(selection: Selection, words: Words) -> Markup:
    # In a page of somebody else: only a way out, to the whole of it, in a tab of its own.
    whole = replace(selection, embed=False)
    return tag(
        "header",
        link(
            words.say("Open in {name}", name=words.say("Evidence Explorer")),
            whole,
            target="_blank",
            rel="noopener",
        ),
        class_="top embedded",
    )


def foot(selection: Selection, words: Words) -> Markup:
    """Build the foot of every page.

    Args:
        selection: the present view.
        words: the words.

    Returns:
        One sentence on how to read what stands above, and the way to the statements.
    """
    statement = Selection(page="accessibility", language=selection.language)
    return tag(
        "footer",
        tag(
            "p",
            words.say(
                "Paraphrase and places only: read the source before you decide. "
                "“Not yet assessed” says nothing about whether something works."
            ),
        ),
        None
        if selection.embed
        else tag("p", link(words.say("Accessibility"), statement), class_="statements"),
        class_="foot",
    )


def remarks(notes: Sequence[Note], words: Words) -> Markup | None:
    """Tell what in the address could not be used.

    Args:
        notes: what could not be used.
        words: the words.

    Returns:
        A remark, or None.
    """
    if not notes:
        return None
    items = [
        words.say("{parameter}: “{value}”", parameter=note.parameter, value=note.value)
        for note in notes
    ]
    return tag(
        "div",
        tag("p", words.say("Part of this link is not known here. You see what comes closest.")),
        bullets(items),
        class_="remark",
        role="status",
    )


def loading(words: Words) -> Markup:
    """Tell that a large load is being carried out, so that part of it may be missing.

    Args:
        words: the words.

    Returns:
        A remark.
    """
    said = words.say("New data is being loaded. What you see may be incomplete for some minutes.")
    return tag("div", tag("p", said), class_="remark", role="status")
