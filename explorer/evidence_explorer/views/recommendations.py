"""What is recommended, and what that rests on: down to elements and findings, the weakest first."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import findings, parts
from evidence_explorer.views.sheets import View, missing, sheet
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import FindingOf, Named
from evidence_graph.queries.told_answers import RecommendationOf, Support
from evidence_graph.store import GraphStore


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for the recommendations of a study and build their page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view; its ``source`` chooses the study, the first where it names
            none.

    Returns:
        The page.
    """
    studies = queries.studies_read(store)
    study = parts.chosen_study(studies, selection)
    found = queries.recommendations(store, study) if study else ()
    return page(found, studies, words, selection)


def page(
    found: Sequence[RecommendationOf],
    studies: Sequence[Named],
    words: Words,
    selection: Selection,
) -> View:
    """Build the page of recommendations.

    Args:
        found: the recommendations of the study that is chosen.
        studies: all studies that were read.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    title = words.say("Recommendations")
    study = parts.chosen_study(studies, selection)
    if study is None:
        return missing(
            words.say("There are no recommendations yet"),
            words.say("No study has been read yet."),
            parts.link(
                words.say("Go to the overview"),
                Selection(page="matrix", language=selection.language),
            ),
        )
    return sheet(
        title,
        words.say(
            "A recommendation is as sure as the weakest thing it rests on. "
            "Each one leads down to its effective elements and to what sources say of them."
        ),
        parts.study_choice(study, studies, words, selection),
        *(_recommendation(one, words, selection) for one in found),
        None
        if found
        else tag("p", words.say("No recommendation of this study was recorded."), class_="remark"),
    )


def _recommendation(one: RecommendationOf, words: Words, selection: Selection) -> Markup:
    return tag(
        "section",
        tag("h2", f"{one.order}. ", words.text(one.title)),
        tag("p", words.text(one.text), class_="said"),
        parts.places(one.places, words, selection),
        parts.citations(one.citations, words, selection, one.study),
        _weakest(one, words, selection),
        _rests_on(one.elements, words, selection),
        _findings(one.findings, words, selection),
        class_="recommendation",
        id=one.id.rpartition("/")[2],
    )


def _weakest(one: RecommendationOf, words: Words, selection: Selection) -> Markup | None:
    if not one.weakest:
        return None
    fewest = one.elements[0].independent_count
    counted = (
        words.count("{number} independent study", "{number} independent studies", fewest)
        if fewest
        else words.say("no source cited directly")
    )
    linked = [parts.named(element, words, selection) for element in one.weakest]
    return tag(
        "p",
        tag("strong", words.say("Weakest support:")),
        " ",
        parts.listed(linked),
        f" ({counted})",
        class_="remark",
    )


def _rests_on(elements: Sequence[Support], words: Words, selection: Selection) -> Markup | None:
    if not elements:
        return None
    heads = (
        words.say("Rests on"),
        words.say("independent studies"),
        words.say("findings"),
        words.say("only relayed"),
        words.say("exceptions"),
    )
    rows = [
        tag(
            "tr",
            tag("th", parts.named(of.element, words, selection), scope="row"),
            *(
                tag(
                    "td",
                    tag("span", head, class_="column only-narrow"),
                    words.number(count),
                    class_="number" if count else "number zero",
                )
                for head, count in zip(
                    heads[1:],
                    (
                        of.independent_count,
                        of.finding_count,
                        of.relayed_count,
                        of.exception_count,
                    ),
                    strict=True,
                )
            ),
        )
        for of in elements
    ]
    return tag(
        "table",
        tag("caption", words.say("What this recommendation rests on"), class_="hidden"),
        tag(
            "thead",
            tag(
                "tr",
                tag("th", heads[0], scope="col"),
                *(tag("th", head, scope="col", class_="number") for head in heads[1:]),
            ),
        ),
        tag("tbody", *rows),
        class_="plain stack",
    )


def _findings(found: Sequence[FindingOf], words: Words, selection: Selection) -> Markup | None:
    if not found:
        return None
    return tag(
        "details",
        tag(
            "summary",
            words.count(
                "{number} finding that it rests on",
                "{number} findings that it rests on",
                len(found),
            ),
        ),
        findings.under_elements(found, words, selection),
    )
