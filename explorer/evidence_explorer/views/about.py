"""About the evidence: how a study searched, from which sides it looks, what it does not say."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_explorer.markup import Child, Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts, told
from evidence_explorer.views.parts import View
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import Named
from evidence_graph.queries.told_answers import (
    CurationOf,
    ListOf,
    PerspectiveOf,
    ProtocolOf,
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
    return parts.missing(
        words.say("No study has been read yet"),
        words.say("This graph holds no study whose search, questions and gaps were recorded."),
        parts.link(words.say("Go to the overview"), Selection(language=selection.language)),
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
    body = tag(
        "div",
        parts.heading(title),
        tag(
            "p",
            words.say(
                "Where the evidence comes from, how it was looked for, and what is not known. "
                "“Nobody looked” is something else than “looked and found nothing”."
            ),
            class_="lead",
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
        class_="sheet about",
    )
    return View(title, body)


def _sections(
    context: StudyContext, words: Words, selection: Selection
) -> list[tuple[str, str, Markup | None]]:
    def listed(found: Sequence[Told]) -> Markup | None:
        return told.items(found, words, selection, context.study) if found else None

    gaps = [one for one in context.gaps if one.code != "open-question"]
    questions = [one for one in context.gaps if one.code == "open-question"]
    return [
        ("search", words.say("How it was searched"), _protocols(context.protocols, words)),
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


def _facts(facts: Sequence[tuple[str, Child]]) -> Markup:
    return tag(
        "dl",
        *(tag("div", tag("dt", label), tag("dd", value)) for label, value in facts if value),
        class_="facts",
    )


def _protocols(found: Sequence[ProtocolOf], words: Words) -> Markup | None:
    if not found:
        return None
    systematic_first = sorted(found, key=lambda one: not one.systematic)
    return tag("div", *(_protocol(one, words) for one in systematic_first))


def _protocol(one: ProtocolOf, words: Words) -> Markup:
    terms, exclusions = (
        pair[0 if words.language == "nl" else 1] for pair in (one.terms, one.exclusions)
    )
    none = tag("em", words.say("none"), class_="none")
    by_name = ", ".join(words.text(e.label) for e in one.searches_for)
    return tag(
        "div",
        tag(
            "h3",
            words.say("Systematic search") if one.systematic else words.say("Other search"),
        ),
        _facts(
            (
                (words.say("Question"), words.text(one.question)),
                (words.say("Search terms"), ", ".join(terms)),
                (words.say("Where"), words.text(one.searched_in)),
                (words.say("Years"), _years(one, words)),
                (words.say("Domains"), ", ".join(words.text(d.label) for d in one.covers)),
                (words.say("Left out"), parts.bullets(exclusions) if exclusions else ""),
                (words.say("How chosen"), words.text(one.selection)),
                (words.say("Elements asked for by name"), by_name or none),
                (words.say("Found at"), "; ".join(map(parts.place, one.places))),
            )
        ),
        None
        if by_name
        else tag(
            "p",
            words.say(
                "This search asked for no single element by name. So where nothing was found of "
                "an element in a domain, it says “not yet assessed” here, "
                "never “searched, none found”."
            ),
            class_="remark",
        ),
    )


def _years(one: ProtocolOf, words: Words) -> str:
    if one.from_year and one.to_year:
        return f"{one.from_year}–{one.to_year}"
    return words.say("from {year}", year=one.from_year) if one.from_year else ""


def _perspectives(found: Sequence[PerspectiveOf], words: Words) -> Markup | None:
    if not found:
        return None
    return _facts([(words.text(one.label), words.text(one.definition)) for one in found])


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
    rows = [_curated(one, words) for one in context.curation]
    released = [_released(one, words) for one in context.releases]
    if not rows and not released:
        return None
    return tag("div", parts.bullets([*rows, *released]))


def _curated(one: CurationOf, words: Words) -> Markup:
    return tag(
        "span",
        tag("strong", words.concept("CurationAction", one.action)),
        f" – {words.date(one.on)}, {one.by}. ",
        words.text(one.text),
    )


def _released(one: ReleaseOf, words: Words) -> Markup:
    return tag(
        "span",
        tag("strong", words.say("Release {version}", version=one.version)),
        f" – {words.date(one.on)}. ",
        words.text(one.note),
    )
