"""Two to four elements, or domains, side by side: what they share and where they differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import MOST_COMPARED, NAMES, Selection
from evidence_explorer.views import explaining, forms
from evidence_explorer.views.choosing import Looked, Way, capped, finder, looked_for
from evidence_explorer.views.compare_domains import beside as domains_beside
from evidence_explorer.views.compare_elements import beside as elements_beside
from evidence_explorer.views.sheets import View, nothing_loaded, sheet
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.compare import Compared
from evidence_graph.store import GraphStore

MOST_OFFERED: Final = 400
"""How many elements a list offers; with more, the search finds the others."""


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for what is compared and build the page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    looked = looked_for(store, "element", selection)
    return page(queries.compared(store, selection.compared), words, selection, looked)


def page(known: Compared, words: Words, selection: Selection, looked: Looked | None = None) -> View:
    """Build the page.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.
        looked: what was typed to find an element, and what was found.

    Returns:
        The page.
    """
    if not known.lines:
        return nothing_loaded(words)
    title = words.say("Compare")
    here = [one.page.id for one in known.elements] + [one.domain.id for one in known.domains]
    # What is not here, or of another kind, does not come along.
    kept = replace(selection, compared=tuple(here), query=None)
    return sheet(
        title,
        words.say(
            "Put two to four elements side by side, or domains: what they rest on, where they "
            "differ, and what nobody knows yet."
        ),
        _gone(known, words),
        _choosing(known, looked, words, kept),
        _one_more(len(here), words),
        elements_beside(known, words, kept) if known.elements else None,
        domains_beside(known, words, kept) if known.domains else None,
        tag("p", explaining.judging(words, selection)),
        class_="wide",
    )


def _gone(known: Compared, words: Words) -> Markup | None:
    if not known.gone:
        return None
    names = ", ".join(f"“{ident.partition('/')[2]}”" for ident in known.gone)
    return tag(
        "p", words.say("Not in this graph (any more): {names}.", names=names), class_="remark"
    )


def _one_more(count: int, words: Words) -> Markup | None:
    if count != 1:
        return None
    return tag("p", words.say("Choose at least one more to compare it with."), role="status")


def _choosing(
    known: Compared, looked: Looked | None, words: Words, selection: Selection
) -> Markup | None:
    if len(selection.compared) >= MOST_COMPARED:
        return tag("p", words.say("Four is the most that fits side by side."), class_="small")
    elements = None if known.domains else _elements(known, looked, words, selection)
    domains = None if known.elements else _domains(known, words, selection)
    return tag("div", elements, domains, class_="choosing")


def _elements(known: Compared, looked: Looked | None, words: Words, selection: Selection) -> Markup:
    offered = known.lines[:MOST_OFFERED]
    options = [
        (line.id, words.text(line.label) or line.id)
        for line in offered
        if line.id not in selection.compared
    ]
    label = words.say("Add an element")
    listed = _adding("add-element", label, sorted(options, key=_by_name), words, selection)
    found = finder(words.say("Or find an element"), looked, [_way(selection)], words, selection)
    return join(listed, found, capped(len(offered), MOST_OFFERED, words))


def _way(selection: Selection) -> Way:
    # Who chooses what stands there already sees that it stands there.
    here = selection.compared
    return "", lambda ident: replace(selection, compared=tuple(dict.fromkeys((*here, ident))))


def _domains(known: Compared, words: Words, selection: Selection) -> Markup:
    options = [
        (domain.id, words.text(domain.label) or domain.id)
        for domain in known.choices
        if domain.id not in selection.compared
    ]
    return _adding("add-domain", words.say("Add a domain"), options, words, selection)


def _by_name(option: forms.Option) -> str:
    return option[1].casefold()


def _adding(
    ident: str, label: str, options: list[forms.Option], words: Words, selection: Selection
) -> Markup:
    name = NAMES["compared"]
    return forms.form(
        ident,
        replace(selection, compared=()),
        *(tag("input", type="hidden", name=name, value=one) for one in selection.compared),
        forms.choice(name, label, [("", words.say("Choose …")), *options], ""),
        button=words.say("Add"),
        label=label,
    )
