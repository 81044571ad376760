"""What stands beside the picture of the network: what is selected, or the source in the middle."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import findings, parts, sections
from evidence_explorer.views.network_answers import Answers
from evidence_explorer.views.network_ways import centred, selected
from evidence_explorer.views.relations import relations
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Domain, ElementPage, Named, Page, SourcePage


def pane(answers: Answers, words: Words, selection: Selection) -> Markup | None:
    """Build what stands beside the picture.

    Args:
        answers: what the graph says.
        words: the words.
        selection: the present view.

    Returns:
        The pane; None where nothing is selected: then the picture has all the room.
    """
    if answers.element is not None and answers.found is not None:
        inside = _element(answers.element, answers.found, answers.domains, words, selection)
        return tag("div", inside, class_="pane")
    if selection.element:
        gone = tag(
            "p",
            words.say("This element is not here (any more)."),
            class_="remark",
            role="status",
        )
        return tag("div", gone, class_="pane")
    if answers.source is not None:
        return tag("div", _source(answers.source, words, selection), class_="pane")
    return None


def _element(
    element: ElementPage,
    found: Page,
    domains: Sequence[Domain],
    words: Words,
    selection: Selection,
) -> Markup:
    middle = selection.centre == element.id and selection.mode == "around"
    return join(
        tag(
            "p",
            parts.link(words.say("Close"), selected(selection, None)),
            " · ",
            parts.link(words.say("Whole page"), parts.opened(selection, element.id)),
            None if middle else " · ",
            None
            if middle
            else parts.link(words.say("Put in the middle"), centred(selection, element.id)),
            class_="crumbs",
        ),
        tag("p", sections.layer_line(element, words), class_="kicker"),
        tag("h2", words.text(element.label) or element.id, id="chosen", tabindex=-1),
        tag("p", words.text(element.definition)),
        sections.exceptions(element.exceptions, words, selection),
        sections.support(element, words),
        sections.strength(element.cells, domains, words, selection),
        relations(element, words, selection),
        tag(
            "section",
            tag("h2", words.say("What the sources say")),
            findings.by_direction(found, words, selection)
            if found.total
            else tag("p", words.say("No findings have been recorded yet.")),
        ),
    )


def _source(source: SourcePage, words: Words, selection: Selection) -> Markup:
    year = f", {source.year}" if source.year else ""
    return join(
        tag(
            "p",
            parts.link(words.say("Whole page"), parts.opened(selection, source.id)),
            class_="crumbs",
        ),
        tag("p", words.say("Source"), class_="kicker"),
        tag("h2", source.short_name, id="chosen", tabindex=-1),
        tag("p", tag("cite", source.title), year) if source.title else None,
        parts.facts(
            (
                (words.say("Elements"), words.number(source.element_count)),
                (words.say("Findings"), words.number(source.finding_count)),
                (words.say("It leans on"), _names(source.relays, words, selection)),
                (words.say("Leaning on it"), _names(source.relayed_by, words, selection)),
                (words.say("Only this source"), _names(source.sole_support_of, words, selection)),
            )
        ),
    )


def _names(things: Sequence[Named], words: Words, selection: Selection) -> Markup | None:
    if not things:
        return None
    return parts.listed(parts.named(thing, words, selection) for thing in things)
