"""The addresses under which a view is taken along, and a source as a reference."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import anyio
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from evidence_explorer.browser_language import preferred_language
from evidence_explorer.markup import Markup, tag
from evidence_explorer.resources import graph
from evidence_explorer.selection import Selection, from_query
from evidence_explorer.sharing.formats import FORMS, NotInThisFormError, file_of
from evidence_explorer.sharing.references import FORMATS, record
from evidence_explorer.sharing.things import GoneError
from evidence_explorer.views import parts, trouble
from evidence_explorer.views.sheets import missing
from evidence_explorer.words import Words, words
from evidence_graph.errors import GraphError, QueryTimeout
from evidence_graph.queries.naming import publications
from evidence_graph.store import GraphStore

LOG: Final = logging.getLogger("evidence_explorer")
PATIENCE: Final = 60.0
"""Seconds after which a file that is not ready is given up."""
AT_ONCE: Final = 2
"""How many files are made at the same time: who reads goes first."""
_NO_NAME: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 60
_LIMITERS: Final[list[CapacityLimiter]] = []


async def export(request: Request) -> Response:
    """Serve a view as a file.

    Args:
        request: the request for ``/evidence/export/{form}`` with the address of the view.

    Returns:
        The file; a page that says what is wrong where it could not be made.
    """
    name = request.path_params["form"]
    base = str(request.base_url)

    def make(store: GraphStore, said: Words, selection: Selection) -> _File:
        content = file_of(name, store, said, selection, base)
        return _File(content, FORMS[name].media, FORMS[name].ending)

    return await _answered(request, make)


async def cite(request: Request) -> Response:
    """Serve a source as a reference for programs that keep references.

    Args:
        request: the request for ``/evidence/cite/{format}`` with the address of the source.

    Returns:
        The file; a page that says what is wrong where it could not be made.
    """
    form = FORMATS.get(request.path_params["format"])

    def make(store: GraphStore, _said: Words, selection: Selection) -> _File:
        if form is None:
            raise NotInThisFormError(request.path_params["format"])
        found = publications(store, [selection.source] if selection.source else [])
        if not found:
            raise GoneError(selection.source)
        content = form.write(map(record, found)).encode("utf-8", "replace")
        return _File(content, f"{form.media}; charset=utf-8", form.ending)

    return await _answered(request, make)


@dataclass(frozen=True, slots=True)
class _File:
    content: bytes
    media: str
    ending: str


async def _answered(
    request: Request, make: Callable[[GraphStore, Words, Selection], _File]
) -> Response:
    default = preferred_language(request.headers.get("accept-language"))
    selection = from_query(request.query_params, default).selection
    said = words(selection.language)

    def asked() -> _File:
        return graph().ask(lambda store: make(store, said, selection))

    try:
        with anyio.fail_after(PATIENCE):
            file = await to_thread.run_sync(asked, abandon_on_cancel=True, limiter=_limiter())
    except TimeoutError:
        return _sorry(QueryTimeout(), said, selection)
    except Exception as error:
        # The last net, as for every page: a sentence for the reader, the reason in the log.
        LOG.warning("a file could not be made: %s", error, exc_info=_unexpected(error))
        return _sorry(error, said, selection)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(selection)}.{file.ending}"',
        "Cache-Control": "no-store",
    }
    return Response(file.content, media_type=file.media, headers=headers)


def _unexpected(error: Exception) -> bool:
    return not isinstance(error, (GraphError, NotInThisFormError, GoneError))


def _limiter() -> CapacityLimiter:
    # It belongs to the loop in which the server runs, so it is made when that does.
    if not _LIMITERS:
        _LIMITERS.append(CapacityLimiter(AT_ONCE))
    return _LIMITERS[0]


def file_name(selection: Selection) -> str:
    """Name a file after its view.

    Args:
        selection: the view.

    Returns:
        A name of plain letters, without an ending.
    """
    thing = selection.element if selection.page == "element" else selection.centre
    thing = selection.source if selection.page == "source" else thing
    slug = (thing or "").partition("/")[2]
    plain = unicodedata.normalize("NFKD", f"{selection.page} {slug}").encode("ascii", "ignore")
    name = _NO_NAME.sub("-", plain.decode().lower())[:_LONGEST_NAME].strip("-")
    return f"evidence-explorer-{name}"


def _sorry(error: Exception, said: Words, selection: Selection) -> Response:
    status = 404
    if isinstance(error, NotInThisFormError):
        view = missing(
            said.say("This view cannot be saved in this form"),
            said.say("The link may be older than the page, or may have been changed."),
            parts.link(said.say("Back to the view"), selection),
        )
    elif isinstance(error, GoneError):
        view = missing(
            said.say("There is nothing to save here"),
            said.say("What this link points at is not in this graph (any more)."),
            parts.link(said.say("Back to the view"), selection),
        )
    else:
        view = trouble.page(error, said, selection)
        status = 503
    page = tag(
        "html",
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("title", view.title),
        ),
        # Its links are those of the explorer, two steps up.
        tag("body", Markup(view.body.html.replace('href="?', 'href="../../?'))),
        lang=selection.language,
    )
    return HTMLResponse(f"<!doctype html>\n{page}", status_code=status)
