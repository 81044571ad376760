"""One element and one source as tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from evidence_explorer.selection import Selection
from evidence_explorer.sharing import rows
from evidence_explorer.sharing.sheets import Sheet, Tables, joined, names, said
from evidence_explorer.views import narrowed
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import ElementPage, FindingOf, Page, SourcePage
from evidence_graph.queries.told_answers import ElementContext, Told
from evidence_graph.store import GraphStore

MOST_PAGES: Final = 40
"""How many pages of findings a file holds at most."""


class GoneError(LookupError):
    """What the address asks for is not in the graph (any more)."""


def all_findings(ask: Callable[[int], Page]) -> tuple[tuple[FindingOf, ...], int]:
    """Read findings that come in pages.

    Args:
        ask: gives a page.

    Returns:
        The findings of at most :data:`MOST_PAGES` pages, each once, and how many were left out.
    """
    first = ask(0)
    pages = [first, *(ask(number) for number in range(1, min(first.pages, MOST_PAGES)))]
    found = {one.id: one for page in pages for one in page.findings}
    return tuple(found.values()), max(first.total - len(found), 0)


def element(store: GraphStore, words: Words, selection: Selection) -> Tables:
    """Give the page of an element as tables; the findings first.

    Args:
        store: the graph.
        words: the words.
        selection: the view.

    Returns:
        Its findings, strength, relations, exceptions, what is told around it, and itself.

    Raises:
        GoneError: if there is no such element.
    """
    ident = selection.element or ""
    found = queries.element_page(store, ident)
    if found is None:
        raise GoneError(ident)
    about, left_out = all_findings(_asked(store, words, selection))
    sheets = (
        rows.findings(about, words, title=words.say("Findings"), left_out=left_out),
        rows.strength(found.cells, queries.domains(store), words),
        rows.relations(found.relations, words, found.relation_count - len(found.relations)),
        rows.exceptions(found.exceptions, words),
        rows.told(_around(queries.element_context(store, ident), words), words),
        _element(found, words),
    )
    return Tables(words.text(found.label) or found.id, filled(sheets))


def _asked(store: GraphStore, words: Words, selection: Selection) -> Callable[[int], Page]:
    if narrowed.is_narrowed(selection):
        return lambda number: narrowed.behind(store, words, selection, number).page
    return lambda number: queries.findings_about(store, selection.element or "", number)


def filled(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Leave out tables without rows.

    Args:
        sheets: the tables; the main one, which stays, comes first.

    Returns:
        Those with rows.
    """
    return (sheets[0], *(sheet for sheet in sheets[1:] if sheet.rows))


def _around(context: ElementContext, words: Words) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    return (
        (words.say("Only works if"), context.conditions),
        (words.say("How sources describe it"), context.definitions),
        (words.say("Voices from practice"), context.voices),
        (words.say("What is not known of it"), context.gaps),
        (words.say("Recommended"), context.recommendations),
    )


def _element(found: ElementPage, words: Words) -> Sheet:
    synonyms = found.synonyms[0 if words.language == "nl" else 1]
    known = (
        (words.say("Effective element"), words.text(found.label)),
        (words.say("Definition"), words.text(found.definition)),
        (words.say("Also called:").rstrip(":"), joined(synonyms)),
        (words.say("Layer"), joined(words.text(layer.label) for layer in found.layers)),
        (words.say("Falls under"), names(found.broader, words)),
        (words.say("Consists of"), names(found.narrower, words)),
        (words.say("different sources"), found.source_count),
        (words.say("independent studies"), found.independent_count),
        (words.say("only relayed"), found.relayed_count),
        (words.say("Key"), found.id),
    )
    return rows.facts(words.say("Effective element"), known, words)


def source(store: GraphStore, words: Words, selection: Selection) -> Tables:
    """Give the page of a source as tables; the findings first.

    Args:
        store: the graph.
        words: the words.
        selection: the view.

    Returns:
        What it is cited for, what it says of strength, what is open about it, and itself.

    Raises:
        GoneError: if there is no such source.
    """
    ident = selection.source or ""
    found = queries.source_page(store, ident)
    if found is None:
        raise GoneError(ident)
    citing, left_out = all_findings(lambda page: queries.findings_from(store, ident, page))
    context = queries.source_context(store, ident)
    sheets = (
        rows.findings(citing, words, title=words.say("What it is cited for"), left_out=left_out),
        _strengths(found, words),
        rows.told(((words.say("What is open about it"), context.open_points),), words),
        _source(found, words),
    )
    return Tables(found.short_name or found.id, filled(sheets))


def _strengths(found: SourcePage, words: Words) -> Sheet:
    columns = (
        words.say("Effective element"),
        words.say("Domain"),
        words.say("A source itself says"),
    )
    return Sheet(
        words.say("What it says of the strength"),
        columns,
        tuple(
            (words.text(element.label), words.text(domain.label), said((report,), words))
            for element, domain, report in found.reported_strengths
        ),
    )


def _source(found: SourcePage, words: Words) -> Sheet:
    known = (
        (words.say("Source"), found.short_name),
        (words.say("Authors"), joined(found.authors)),
        (words.say("Year"), found.year if found.year is not None else ""),
        (words.say("Title"), found.title),
        (words.say("Kind"), words.concept("SourceType", found.source_type)),
        (words.say("On the web"), found.url),
        (words.say("Note"), words.text(found.note)),
        (words.say("Told of by"), names(found.relayed_by, words)),
        (words.say("Itself tells of"), names(found.relays, words)),
        (
            words.say("elements resting on this source alone"),
            names(found.sole_support_of, words),
        ),
        (words.say("As it is printed"), joined(found.spellings)),
        (words.say("Key"), found.id),
    )
    return rows.facts(words.say("Source"), known, words)
