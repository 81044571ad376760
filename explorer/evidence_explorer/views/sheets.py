"""A page as a sheet: its heading, what it is for, and what stands on it."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.words import Words


@dataclass(frozen=True, slots=True)
class View:
    """A page as it is shown: its title, for the tab and the history, and what stands on it."""

    title: str
    body: Markup


def heading(title: str, above: Child = None) -> Markup:
    """Build the heading of a page, which receives the focus when the page opens.

    Args:
        title: the title.
        above: a small line above it.

    Returns:
        The heading.
    """
    kicker = tag("p", above, class_="kicker") if above is not None else None
    return join(kicker, tag("h1", title, tabindex=-1))


def sheet(title: str, lead: Child, *rest: Child, class_: str = "") -> View:
    """Build a page that begins with what it is for.

    Args:
        title: the title, also its heading.
        lead: what the page is for, in a sentence or two.
        *rest: what stands on it.
        class_: further classes.

    Returns:
        The page.
    """
    lead = tag("p", lead, class_="lead")
    return View(title, tag("div", heading(title), lead, *rest, class_=f"sheet {class_}".strip()))


def missing(title: str, sentence: str, way: Markup) -> View:
    """Tell that something asked for is not here.

    Args:
        title: what happened.
        sentence: what it means.
        way: what to do.

    Returns:
        A page.
    """
    body = tag("div", heading(title), tag("p", sentence), tag("p", way), class_="sheet")
    return View(title, body)


def nothing_loaded(words: Words) -> View:
    """Tell that the graph is empty, and how it is filled.

    Args:
        words: the words.

    Returns:
        A page.
    """
    return missing(
        words.say("There is nothing in this graph yet"),
        words.say("The graph can be reached, but it holds no effective elements."),
        join(
            words.say("Fill it from the folder with data, then load this page again:"),
            " ",
            tag("code", "evidence-explorer ingest"),
        ),
    )
