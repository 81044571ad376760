"""One run of the page: the address, then the graph, then what stands on the screen.

Streamlit runs :func:`main` at every change of the address. The address holds everything that a
reader chose, so nothing is kept in the session.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from evidence_explorer.browser_language import preferred_language
from evidence_explorer.markup import Markup, tag
from evidence_explorer.readers import readers
from evidence_explorer.resources import graph
from evidence_explorer.search.keeper import keeper
from evidence_explorer.selection import (
    PageName,
    Reading,
    Selection,
    from_query,
    href,
)
from evidence_explorer.views import (
    about,
    accessibility,
    compare,
    element,
    frame,
    gaps,
    lists,
    matrix,
    network,
    recommendations,
    search,
    share,
    source,
    start,
    trouble,
)
from evidence_explorer.views.sheets import View
from evidence_explorer.words import Words, words
from evidence_graph.changes import under_way
from evidence_graph.errors import GraphError
from evidence_graph.queries.reading import begin as begin_overview
from evidence_graph.store import GraphStore

LOG: Final = logging.getLogger("evidence_explorer")

Show = Callable[[GraphStore, Words, Selection], View]
Ways = Callable[[Words, Selection], Sequence[Markup]]
VIEWS: Final[dict[PageName, Show]] = {
    "start": start.show,
    "search": search.show,
    "matrix": matrix.show,
    "gaps": gaps.show,
    "compare": compare.show,
    "elements": lists.show_elements,
    "element": element.show,
    "sources": lists.show_sources,
    "source": source.show,
    "recommendations": recommendations.show,
    "about": about.show,
    "accessibility": accessibility.show,
}


def main(ways: Ways = lambda *_: ()) -> None:
    """Show the view that the address asks for.

    Args:
        ways: further ways in the head of every page, of what stands around the explorer.
    """
    with readers().page():
        _run(ways)


def _run(ways: Ways) -> None:
    reading = address()
    selection = reading.selection
    said = words(selection.language)
    st.set_page_config(page_title=said.say("Evidence Explorer"), layout="wide")
    st.html(str(frame.head(selection, said, ways(said, selection))))
    with st.container(key="main"):
        remarks = frame.remarks(reading.notes, said)
        if remarks:
            st.html(str(remarks))
        try:
            graph().ask(_begin)
            if graph().ask(under_way):
                st.html(str(frame.loading(said)))
            if selection.page == "network":
                title = network.draw(graph(), said, selection)
            else:
                title = _show(VIEWS[selection.page], said, selection)
        except GraphError as error:
            LOG.warning("the graph did not answer: %s", error)
            title = _trouble(error, said, selection)
        except Exception as error:
            # The last net: whatever is wrong, a reader gets a page and the log gets the reason.
            LOG.exception("a page could not be made")
            title = _trouble(error, said, selection)
    shared = share.bar(said, selection)
    if shared:
        st.html(str(shared))
    st.html(str(frame.foot(selection, said)))
    st.set_page_config(page_title=f"{title} – {said.say('Evidence Explorer')}")


def _begin(store: GraphStore) -> None:
    # What is worked out from the whole graph begins at the first page, and again after a load.
    keeper().begin(store)
    begin_overview(store)


def address() -> Reading:
    """Read what the address bar says.

    Returns:
        The selection, in the language of the browser where the address names none.
    """
    wanted = preferred_language(st.context.headers.get("Accept-Language"))
    return from_query(st.query_params.to_dict(), wanted)


def framed(view: View, selection: Selection) -> Markup:
    """Wrap a view so that the browser side knows which one it is, and in which language.

    Args:
        view: the view.
        selection: what the reader chose.

    Returns:
        The view with its address and language.
    """
    return tag("div", view.body, data_view=href(selection), lang=selection.language)


def _show(show: Show, said: Words, selection: Selection) -> str:
    view = graph().ask(lambda store: show(store, said, selection))
    st.html(str(framed(view, selection)))
    return view.title


def _trouble(error: Exception, said: Words, selection: Selection) -> str:
    view = trouble.page(error, said, selection)
    st.html(str(framed(view, selection)))
    return view.title
