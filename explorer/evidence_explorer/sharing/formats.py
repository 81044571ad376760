"""In which form a view can be taken along: what is asked for it, and what is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from evidence_explorer.selection import PageName, Selection
from evidence_explorer.sharing.handout import handout
from evidence_explorer.sharing.pages import PAGES, Sharing
from evidence_explorer.sharing.plain_files import csv_file, graphml_file, xlsx_file
from evidence_explorer.sharing.stamp import Stamp, stamp
from evidence_explorer.sharing.svg import standalone
from evidence_explorer.words import Words
from evidence_graph.store import GraphStore

Write = Callable[["Asked"], bytes]


class NotInThisFormError(LookupError):
    """This page cannot be taken along in this form."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to take along.

    Attributes:
        store: the graph.
        words: the words.
        selection: the view.
        base: the address of the explorer, for the link inside the file.
        sharing: how the page is taken along.
    """

    store: GraphStore
    words: Words
    selection: Selection
    base: str
    sharing: Sharing

    def stamp(self, title: str) -> Stamp:
        """Say what the file is of.

        Args:
            title: the title of the view.

        Returns:
            The stamp.
        """
        return stamp(self.store, self.words, self.selection, title, self.base)


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its media type, the ending of its name, how it is written, for which pages."""

    media: str
    ending: str
    write: Write
    fits: Callable[[Sharing], bool]


def _csv(asked: Asked) -> bytes:
    tables = asked.sharing.tables(asked.store, asked.words, asked.selection)
    return csv_file(tables, asked.stamp(tables.title), asked.words)


def _xlsx(asked: Asked) -> bytes:
    tables = asked.sharing.tables(asked.store, asked.words, asked.selection)
    return xlsx_file(tables, asked.stamp(tables.title), asked.words)


def _svg(asked: Asked) -> bytes:
    draw = asked.sharing.picture
    if draw is None:
        raise NotInThisFormError(asked.selection.page)
    drawn = draw(asked.store, asked.words, asked.selection)
    return standalone(drawn.picture, asked.stamp(drawn.title), asked.words)


def _graphml(asked: Asked) -> bytes:
    link = asked.sharing.drawing
    if link is None:
        raise NotInThisFormError(asked.selection.page)
    linked = link(asked.store, asked.words, asked.selection)
    return graphml_file(linked.drawing, asked.stamp(linked.title), asked.words)


def _html(asked: Asked) -> bytes:
    paper = asked.sharing.on_paper(asked.store, asked.words, asked.selection)
    return handout(paper, asked.stamp(paper.tables.title), asked.words)


FORMS: Final[Mapping[str, Form]] = {
    "csv": Form("text/csv; charset=utf-8", "csv", _csv, lambda _: True),
    "xlsx": Form(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        _xlsx,
        lambda _: True,
    ),
    "svg": Form("image/svg+xml", "svg", _svg, lambda sharing: sharing.picture is not None),
    "graphml": Form(
        "application/graphml+xml", "graphml", _graphml, lambda sharing: sharing.drawing is not None
    ),
    "html": Form("text/html; charset=utf-8", "html", _html, lambda _: True),
}
"""The forms; a PNG is made of the SVG by the browser (``static/share.js``)."""


def forms_of(page: PageName) -> tuple[str, ...]:
    """List in which forms a page can be taken along.

    Args:
        page: the page.

    Returns:
        Keys of :data:`FORMS`.
    """
    sharing = PAGES.get(page)
    if sharing is None:
        return ()
    return tuple(name for name, form in FORMS.items() if form.fits(sharing))


def file_of(name: str, store: GraphStore, words: Words, selection: Selection, base: str) -> bytes:
    """Make a file of a view.

    Args:
        name: the form, a key of :data:`FORMS`.
        store: the graph.
        words: the words.
        selection: the view.
        base: the address of the explorer.

    Returns:
        The content of the file.

    Raises:
        NotInThisFormError: if the page cannot be taken along in this form.
    """
    if name not in forms_of(selection.page):
        raise NotInThisFormError(f"{selection.page} as {name}")
    asked = Asked(store, words, selection, base, PAGES[selection.page])
    return FORMS[name].write(asked)
