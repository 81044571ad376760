"""The page of one effective element: what it is, what limits it, how sure, who says so, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import findings, legend, narrowed, parts, sections, told
from evidence_explorer.views.history import StudyHistory, history
from evidence_explorer.views.judged import judged
from evidence_explorer.views.narrowed import Narrowed
from evidence_explorer.views.relations import relations
from evidence_explorer.views.sheets import View, heading, missing
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import (
    Domain,
    ElementPage,
    Named,
    Page,
)
from evidence_graph.queries.told_answers import ElementContext
from evidence_graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph answers of one element: itself, a page of findings, and what is around it.

    ``narrowed`` tells which of the findings these are, where not all were asked for.
    """

    element: ElementPage
    found: Page
    context: ElementContext
    domains: Sequence[Domain]
    recorded: Sequence[StudyHistory] = ()
    narrowed: Narrowed | None = None


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for an element and build its page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page; one that says so where there is no such element (any more).
    """
    ident = selection.element or ""
    element = queries.element_page(store, ident)
    if element is None:
        return gone(words, selection)
    found, some = narrowed.found(store, words, selection)
    studies = {one.reported_in.id: one.reported_in for one in found.findings}
    known = Known(
        element=element,
        found=found,
        context=queries.element_context(store, ident),
        domains=queries.domains(store),
        recorded=[
            StudyHistory(study, queries.curation(store, study.id)) for study in studies.values()
        ],
        narrowed=some,
    )
    return page(known, words, selection)


def gone(words: Words, selection: Selection) -> View:
    """Tell that an element is not in the graph.

    Args:
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    ident = (selection.element or "").removeprefix("element/")
    elements = Selection(page="elements", language=selection.language)
    return missing(
        words.say("This element is not here"),
        words.say(
            "There is no effective element “{ident}” in this graph. It may have been removed "
            "or renamed since the link was made.",
            ident=ident,
        ),
        parts.link(words.say("Choose from all elements"), elements),
    )


def page(known: Known, words: Words, selection: Selection) -> View:
    """Build the page of an element.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    element, context = known.element, known.context
    name = words.text(element.label) or element.id
    network = Selection(
        page="network",
        language=selection.language,
        element=element.id,
        mode="around",
        centre=element.id,
    )
    compare = Selection(page="compare", language=selection.language, compared=(element.id,))
    main = tag(
        "div",
        heading(name, sections.layer_line(element, words)),
        tag("p", words.text(element.definition), class_="lead"),
        _synonyms(element, words),
        sections.exceptions(element.exceptions, words, selection),
        told.section(
            words.say("Only works if"),
            context.conditions,
            words,
            selection,
            kind="exceptions",
        ),
        *_known(known, words, selection),
        *_around(context, words, selection),
        history(known.recorded, words),
        class_="body",
    )
    side = tag(
        "aside",
        sections.support(element, words),
        relations(element, words, selection),
        _recommended(context, words, selection),
        _family(words.say("Falls under"), element.broader, words, selection),
        _family(words.say("Consists of"), element.narrower, words, selection),
        tag("p", parts.link(words.say("See it in the network"), network), class_="way"),
        tag("p", parts.link(words.say("Compare with another"), compare)),
        class_="side",
        aria_label=words.say("In short"),
    )
    overview = Selection(
        page="matrix",
        language=selection.language,
        folded=selection.folded,
        filters=selection.filters,
    )
    back = tag(
        "p",
        parts.link(words.say("Overview"), overview),
        " › ",
        parts.link(words.say("Elements"), Selection(page="elements", language=selection.language)),
        class_="crumbs",
    )
    return View(name, tag("div", back, tag("div", main, side, class_="two"), class_="sheet"))


def _known(known: Known, words: Words, selection: Selection) -> list[Markup | None]:
    element, context = known.element, known.context
    contradictions = told.contradictions(
        context.contradictions, words, selection, words.say("Findings that pull apart")
    )
    strength = sections.strength(element.cells, known.domains, words, selection)
    judgements = judged(context.assessments, words, selection)
    said = _said(known, words, selection)
    if known.narrowed:
        # Who opened a box asked for its findings: they come before what else is known.
        return [said, contradictions, strength, judgements]
    return [contradictions, strength, judgements, said]


def _said(known: Known, words: Words, selection: Selection) -> Markup:
    return tag(
        "section",
        tag("h2", words.say("What the sources say")),
        narrowed.told(known.narrowed, words, selection) if known.narrowed else None,
        legend.modes(words),
        findings.by_direction(known.found, words, selection)
        if known.found.total
        else _nothing(known, words),
    )


def _nothing(known: Known, words: Words) -> Markup:
    if known.narrowed and known.narrowed.behind.everything:
        return tag("p", words.say("None of the findings fits that."))
    return tag("p", words.say("No findings have been recorded yet."))


def _around(context: ElementContext, words: Words, selection: Selection) -> list[Markup | None]:
    return [
        told.section(
            words.say("How sources describe it"),
            context.definitions,
            words,
            selection,
        ),
        told.section(
            words.say("Voices from practice"),
            context.voices,
            words,
            selection,
            intro=words.say(
                "Practice has a lane of its own: what people told is never added to what "
                "literature says."
            ),
            kind="practice",
        ),
        told.section(words.say("What is not known of it"), context.gaps, words, selection),
    ]


def _recommended(context: ElementContext, words: Words, selection: Selection) -> Markup | None:
    if not context.recommendations:
        return None
    page = Selection(page="recommendations", language=selection.language)
    return tag(
        "section",
        tag("h2", words.say("Recommended")),
        parts.bullets(parts.link(words.text(one.title), page) for one in context.recommendations),
    )


def _synonyms(element: ElementPage, words: Words) -> Markup | None:
    # Other names are of one language; here another language is no replacement.
    names = element.synonyms[0 if words.language == "nl" else 1]
    if not names:
        return None
    return tag("p", words.say("Also called:"), " ", ", ".join(names), class_="small")


def _family(
    title: str, members: Sequence[Named], words: Words, selection: Selection
) -> Markup | None:
    if not members:
        return None
    return tag(
        "section",
        tag("h2", title),
        parts.bullets(parts.named(one, words, selection) for one in members),
    )
