"""About the evidence: how a study searched, from which sides it looks, what it does not say."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import history, parts, told
from evidence_explorer.views.protocols import protocols
from evidence_explorer.views.sheets import View, missing, sheet
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import Named
from evidence_graph.queries.told_answers import (
    ListOf,
    PerspectiveOf,
    ReleaseOf,
    StatisticOf,
    StudyContext,
    Told,
)
from evidence_graph.store import GraphStore


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for the context of a study and build its page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view; its ``source`` chooses the study, the first where it names
            none.

    Returns:
        The page.
    """
    studies = queries.studies_read(store)
    chosen = parts.chosen_study(studies, selection)
    if chosen is None:
        return _empty(words, selection)
    return page(queries.study_context(store, chosen), studies, words, selection)


def _empty(words: Words, selection: Selection) -> View:
    return missing(
        words.say("No study has been read yet"),
        words.say("This graph holds no study whose search, questions and gaps were recorded."),
        parts.link(
            words.say("Go to the overview"), Selection(page="matrix", language=selection.language)
        ),
    )


def page(
    context: StudyContext, studies: Sequence[Named], words: Words, selection: Selection
) -> View:
    """Build the page.

    Args:
        context: what is told around the findings of the study.
        studies: all studies that were read.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    title = words.say("About the evidence")
    sections = [one for one in _sections(context, words, selection) if one[2] is not None]
    return sheet(
        title,
        words.say(
            "Where the evidence comes from, how it was looked for, and what is not known. "
            "“Nobody looked” is something else than “looked and found nothing”."
        ),
        parts.study_choice(context.study, studies, words, selection),
        tag(
            "nav",
            parts.bullets(tag("a", name, href=f"#{anchor}") for anchor, name, _ in sections),
            class_="contents",
            aria_label=words.say("On this page"),
        ),
        *(
            tag("section", tag("h2", name), inside, id=anchor, class_="part")
            for anchor, name, inside in sections
        ),
        class_="about",
    )


def _sections(
    context: StudyContext, words: Words, selection: Selection
) -> list[tuple[str, str, Markup | None]]:
    def listed(found: Sequence[Told]) -> Markup | None:
        return told.items(found, words, selection, context.study) if found else None

    gaps = [one for one in context.gaps if one.code != "open-question"]
    questions = [one for one in context.gaps if one.code == "open-question"]
    return [
        ("search", words.say("How it was searched"), protocols(context.protocols, words)),
        ("perspectives", words.say("Perspectives"), _perspectives(context.perspectives, words)),
        ("questions", words.say("Open questions"), listed(questions)),
        ("gaps", words.say("What is not known"), listed(gaps)),
        (
            "contradictions",
            words.say("What pulls apart"),
            told.contradictions(context.contradictions, words, selection),
        ),
        ("open", words.say("What the text leaves open"), listed(context.open_points)),
        ("definitions", words.say("What words mean here"), listed(context.definitions)),
        ("lists", words.say("Lists of elements"), _lists(context.lists, words, selection)),
        ("numbers", words.say("Numbers"), _statistics(context.statistics, words, selection)),
        (
            "practice",
            words.say("Cases and voices from practice"),
            _practice(context, words, selection),
        ),
        ("curation", words.say("How this was recorded"), _curation(context, words)),
    ]


def _perspectives(found: Sequence[PerspectiveOf], words: Words) -> Markup | None:
    if not found:
        return None
    return parts.facts([(words.text(one.label), words.text(one.definition)) for one in found])


def _lists(found: Sequence[ListOf], words: Words, selection: Selection) -> Markup | None:
    if not found:
        return None
    return tag(
        "div",
        *(
            tag(
                "details",
                tag(
                    "summary",
                    words.text(one.title),
                    " ",
                    tag("span", words.number(len(one.members)), class_="badge"),
                ),
                tag("p", _cited(one, words), class_="small"),
                parts.bullets(parts.named(member, words, selection) for member in one.members),
                parts.places(one.places, words, selection),
            )
            for one in found
        ),
    )


def _cited(one: ListOf, words: Words) -> str:
    if one.on_none == len(one.members):
        return words.say("The list itself cites no source.")
    return words.say(
        "By what the list itself cites, {one} of {all} rest on one source, {none} on none.",
        one=words.number(one.on_one_source),
        all=words.number(len(one.members)),
        none=words.number(one.on_none),
    )


def _statistics(found: Sequence[StatisticOf], words: Words, selection: Selection) -> Markup | None:
    if not found:
        return None
    return tag(
        "ol",
        *(
            tag(
                "li",
                tag("p", tag("strong", one.figure), " ", words.text(one.title), class_="said"),
                tag("p", words.say("Out of:"), " ", base)
                if (base := words.text(one.base))
                else None,
                tag("p", note, class_="remark") if (note := words.text(one.note)) else None,
                tag(
                    "p",
                    tag("span", one.period, class_="badge") if one.period else None,
                    parts.places(one.places, words, selection),
                    class_="meta",
                ),
                parts.citations(one.citations, words, selection),
            )
            for one in found
        ),
        class_="findings told",
    )


def _practice(context: StudyContext, words: Words, selection: Selection) -> Markup | None:
    if not context.cases and not context.voices:
        return None
    return tag(
        "div",
        tag(
            "p",
            words.say(
                "Practice has a lane of its own: what people told is never added to what "
                "literature says."
            ),
            class_="remark",
        ),
        tag("h3", words.say("Cases")) if context.cases else None,
        told.items(context.cases, words, selection, context.study) if context.cases else None,
        tag("h3", words.say("Voices")) if context.voices else None,
        told.items(context.voices, words, selection, context.study) if context.voices else None,
        class_="practice",
    )


def _curation(context: StudyContext, words: Words) -> Markup | None:
    rows = [history.curated(one, words) for one in context.curation]
    released = [_released(one, words) for one in context.releases]
    if not rows and not released:
        return None
    return tag("div", parts.bullets([*rows, *released]))


def _released(one: ReleaseOf, words: Words) -> Markup:
    return tag(
        "span",
        tag("strong", words.say("Release {version}", version=one.version)),
        f" – {words.date(one.on)}. ",
        words.text(one.note),
    )
