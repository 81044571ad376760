"""The bar under every view: send it, take it along, show it in a page of one's own."""

from __future__ import annotations

from dataclasses import replace

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection, href
from evidence_explorer.sharing.formats import forms_of
from evidence_explorer.words import Words


def bar(words: Words, selection: Selection) -> Markup | None:
    """Build the bar.

    Args:
        words: the words.
        selection: the present view.

    Returns:
        The bar; None in a page of somebody else.
    """
    if selection.embed:
        return None
    title = words.say("Share and save")
    return tag(
        "section",
        tag(
            "details",
            tag("summary", title),
            tag(
                "div",
                _send(words, selection),
                _take(words, selection),
                _embed(words, selection),
                class_="ways-out",
            ),
        ),
        class_="share",
        aria_label=title,
    )


def _send(words: Words, selection: Selection) -> Markup:
    return tag(
        "div",
        tag("h2", words.say("Send")),
        tag("p", words.say("The link leads to exactly this view, with all that you chose.")),
        copying(words.say("Copy the link"), words, link=href(selection)),
    )


def copying(
    label: str, words: Words, *, link: str | None = None, text_of: str | None = None
) -> Markup:
    """Build a button that copies something (``static/share.js``).

    Args:
        label: what the button says.
        words: the words.
        link: the view whose whole address is copied.
        text_of: the id of the text that is copied.

    Returns:
        The button, and the place where it says that it worked.
    """
    return tag(
        "p",
        tag(
            "button",
            label,
            type="button",
            class_="button plain-button",
            data_copy_link=link,
            data_copy_text=text_of,
            data_copied=words.say("Copied"),
            data_not_copied=words.say("Your browser does not let us copy. Select it yourself."),
        ),
        " ",
        tag("span", role="status", class_="small"),
        class_="copying",
    )


def _take(words: Words, selection: Selection) -> Markup | None:
    known = {
        "html": (words.say("A page for hand-outs"), words.say("opens and prints without internet")),
        "xlsx": (words.say("Excel"), words.say("every table of this view")),
        "csv": (words.say("CSV"), words.say("the main table, for other programs")),
        "svg": (words.say("SVG"), words.say("a picture that stays sharp")),
        "graphml": (words.say("GraphML"), words.say("for programs that draw networks")),
    }
    forms = forms_of(selection.page)
    if not forms:
        return None
    items = [_saved(form, *said, selection) for form, said in known.items() if form in forms]
    if "svg" in forms:
        png = tag(
            "a",
            words.say("PNG"),
            href=_address("svg", selection),
            data_png=words.say("The picture could not be made. Save the SVG instead."),
        )
        said = words.say("a picture for documents and slides")
        items.append(tag("li", png, " – ", said, " ", tag("span", role="status")))
    return tag(
        "div",
        tag("h2", words.say("Save")),
        tag(
            "p",
            words.say("Each file tells of which day it is, what you chose, and of which data."),
        ),
        tag("ul", *items),
    )


def _saved(form: str, label: str, said: str, selection: Selection) -> Markup:
    return tag("li", tag("a", label, href=_address(form, selection), download=True), " – ", said)


def _address(form: str, selection: Selection) -> str:
    return f"evidence/export/{form}{href(selection)}"


def _embed(words: Words, selection: Selection) -> Markup:
    ident = "embed-this"
    return tag(
        "div",
        tag("h2", words.say("Show in your own site")),
        tag("p", words.say("Put this in your page; it shows this view, without our menu.")),
        tag(
            "textarea",
            id=ident,
            readonly=True,
            rows=4,
            data_embed=href(replace(selection, embed=True)),
            aria_label=words.say("HTML for your page"),
            spellcheck="false",
        ),
        copying(words.say("Copy the HTML"), words, text_of=ident),
    )
