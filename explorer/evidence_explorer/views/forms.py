"""Forms that choose a view: what is filled in becomes part of the address (``static/forms.js``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection, href
from evidence_explorer.words import Words

TAKEN: Final = frozenset({"domain"})
"""Parameters that no control may be named after: a page has such a property of its own, and
Streamlit takes the name away. With a colon before it, it stays (``static/forms.js``)."""
Option = tuple[str, str]
"""The value as it stands in the address, and the word that a reader sees."""


def form(
    ident: str,
    base: Selection | str,
    *controls: Child,
    button: str,
    label: str,
    auto: bool = False,
    kind: str = "choose",
) -> Markup:
    """Build a form.

    Args:
        ident: its id, by which what has the focus keeps it.
        base: the view where nothing is filled in, or the link to it; what the controls choose must
            be as usual in it.
        *controls: the controls, named as their parameter in the address.
        button: what the button says.
        label: what the form is for, for those who hear it.
        auto: whether a choice counts at once, without the button.
        kind: the class of its style.

    Returns:
        The form.
    """
    return tag(
        "form",
        *controls,
        tag("button", button, type="submit", class_="button"),
        id=ident,
        class_=kind,
        data_base=(base if isinstance(base, str) else href(base)).removeprefix("?"),
        data_auto=auto,
        aria_label=label,
        autocomplete="off",
    )


def search(ident: str, words: Words, selection: Selection, query: str = "") -> Markup:
    """Build the search box.

    Args:
        ident: the id of the form; there may be two on a page.
        words: the words.
        selection: the present view, for its language.
        query: what stands in it.

    Returns:
        The form.
    """
    label = words.say("Search")
    return tag(
        "div",
        form(
            ident,
            Selection(page="search", language=selection.language),
            tag("label", label, for_=f"{ident}-q", class_="hidden"),
            tag(
                "input",
                type="search",
                id=f"{ident}-q",
                name="q",
                value=query,
                maxlength=200,
                placeholder=words.say("For example: practical help"),
                enterkeyhint="search",
            ),
            button=label,
            label=label,
            kind="searching",
        ),
        role="search",
    )


def choice(name: str, label: str, options: Sequence[Option], chosen: str) -> Markup:
    """Build a list of which one is chosen.

    Args:
        name: the parameter.
        label: what is chosen.
        options: the values and their words; an empty value leaves the parameter out.
        chosen: the value that is chosen now.

    Returns:
        The list with its label.
    """
    return tag(
        "label",
        tag("span", label),
        tag(
            "select",
            *(
                tag("option", word, value=value, selected=value == chosen)
                for value, word in options
            ),
            name=f":{name}" if name in TAKEN else name,
        ),
        class_="field",
    )


def ticks(name: str, label: str, options: Sequence[Option], chosen: Sequence[str]) -> Markup:
    """Build boxes of which any number can be ticked.

    Args:
        name: the parameter.
        label: what they are about.
        options: the values and their words.
        chosen: the values that are ticked now.

    Returns:
        The boxes in a group with its label.
    """
    boxes = [
        tag(
            "label",
            tag("input", type="checkbox", name=name, value=value, checked=value in chosen),
            tag("span", word),
        )
        for value, word in options
    ]
    return tag("fieldset", tag("legend", label), join(*boxes), class_="ticks")
