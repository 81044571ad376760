"""The findings about an element that a box of the matrix counts, and how to see the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import matrix_chosen, matrix_filters, parts
from evidence_explorer.views.columns import columns
from evidence_explorer.views.matrix_filters import Choices
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import Domain, Page
from evidence_graph.queries.behind import Behind
from evidence_graph.queries.filtering import Filters
from evidence_graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is shown of the findings about an element, with what names the choices."""

    behind: Behind
    choices: Choices


def of_findings(filters: Filters) -> Filters:
    """Keep of filters what tells findings of one element apart.

    Args:
        filters: what the reader wants to see only.

    Returns:
        The same without what chooses among elements.
    """
    return replace(filters, layers=(), perspectives=())


def is_narrowed(selection: Selection) -> bool:
    """Tell whether the address asks for some of the findings only.

    Args:
        selection: the present view.

    Returns:
        Whether a domain or anything else of findings is chosen.
    """
    return bool(selection.domain or of_findings(selection.filters))


def behind(store: GraphStore, words: Words, selection: Selection, number: int) -> Behind:
    """Ask for the findings that the address asks for.

    Args:
        store: the graph.
        words: the words.
        selection: the view, of one element.
        number: the page of findings, from 0.

    Returns:
        One page of them.
    """
    return queries.findings_behind(
        store,
        selection.element or "",
        _held(queries.domains(store), words, selection),
        of_findings(selection.filters),
        number,
    )


def found(store: GraphStore, words: Words, selection: Selection) -> tuple[Page, Narrowed | None]:
    """Ask for one page of the findings about an element, all or those that were chosen.

    Args:
        store: the graph.
        words: the words.
        selection: the view, of one element.

    Returns:
        The page, and what was chosen.
    """
    if not is_narrowed(selection):
        return queries.findings_about(store, selection.element or "", selection.number), None
    answer = behind(store, words, selection, selection.number)
    names = queries.overview(store).source_names if selection.filters.sources else {}
    domains = queries.domains(store)
    return answer.page, Narrowed(answer, Choices((), domains, (), sources=names))


def _held(domains: Sequence[Domain], words: Words, selection: Selection) -> tuple[str, ...]:
    # A box holds its domain, with those that are folded into it.
    if not selection.domain:
        return ()
    shown = {one.domain: one for one in columns(domains, words, selection.folded)}
    column = shown.get(selection.domain)
    return (selection.domain, *(column.below if column else ()))


def told(one: Narrowed, words: Words, selection: Selection) -> Markup:
    """Say which findings are shown, with a way to drop each choice and to see them all.

    Args:
        one: what is shown.
        words: the words.
        selection: the present view.

    Returns:
        A remark.
    """
    kept = replace(selection, number=0, filters=of_findings(selection.filters))
    everything = replace(kept, domain=None, folded=(), filters=Filters())
    shown = words.say(
        "You see {shown} of the {all} findings about this element: those that fit what you chose.",
        shown=words.number(one.behind.page.total),
        all=words.number(one.behind.everything),
    )
    clear = parts.link(words.say("Show all findings about it"), everything)
    items = [*_domain(one, words, kept), *matrix_chosen.each(one.choices, words, kept)]
    return tag(
        "div",
        tag("p", shown),
        matrix_chosen.listed(items, clear, words),
        _unfinished(one.behind, words),
        class_="remark narrowed",
        role="status",
    )


def _domain(one: Narrowed, words: Words, kept: Selection) -> list[Markup]:
    if not kept.domain:
        return []
    label = matrix_filters.titles(words)["domains"]
    name = f"{label}: {one.choices.name('domains', kept.domain, words)}"
    return [matrix_chosen.token(name, replace(kept, domain=None, folded=()), words)]


def _unfinished(one: Behind, words: Words) -> Markup | None:
    if one.looked_through is None:
        return None
    said = words.say(
        "There are so many findings about this element that only the first {number} were looked "
        "through. Choose more narrowly to see the others.",
        number=words.number(one.looked_through),
    )
    return tag("p", said)
