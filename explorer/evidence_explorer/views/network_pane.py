"""What stands beside the picture of the network: the selected element, or the names by layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import findings, parts, sections
from evidence_explorer.views.network_answers import Answers, by_layer
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Domain, ElementPage, Network, Page


def pane(answers: Answers, words: Words, selection: Selection) -> Markup:
    """Build what stands beside the picture: the selected element, or the names by layer.

    Args:
        answers: what the graph says.
        words: the words.
        selection: the present view.

    Returns:
        The pane.
    """
    if selection.element and answers.element is None:
        return tag(
            "div",
            tag(
                "p",
                words.say("This element is not here (any more)."),
                class_="remark",
                role="status",
            ),
            _names(answers.network, words, selection),
            class_="pane",
        )
    if answers.element is None or answers.found is None:
        return tag("div", _names(answers.network, words, selection), class_="pane")
    return tag(
        "div",
        _details(answers.element, answers.found, answers.domains, words, selection),
        class_="pane",
    )


def _details(
    element: ElementPage,
    found: Page,
    domains: Sequence[Domain],
    words: Words,
    selection: Selection,
) -> Markup:
    bare = replace(selection, element=None, number=0)
    middle = replace(selection, centre=element.id, number=0)
    centred = selection.centre == element.id
    return join(
        tag(
            "p",
            parts.link(words.say("All names"), bare),
            " · ",
            parts.link(words.say("Whole page"), parts.opened(selection, element.id)),
            None if centred else " · ",
            None if centred else parts.link(words.say("Put in the middle"), middle),
            class_="crumbs",
        ),
        tag("p", sections.layer_line(element, words), class_="kicker"),
        tag("h2", words.text(element.label) or element.id, id="chosen", tabindex=-1),
        tag("p", words.text(element.definition)),
        sections.exceptions(element.exceptions, words, selection),
        sections.support(element, words),
        sections.strength(element.cells, domains, words, selection),
        sections.relations(element, words, selection),
        tag(
            "section",
            tag("h2", words.say("What the sources say")),
            findings.by_direction(found, words, selection)
            if found.total
            else tag("p", words.say("No findings have been recorded yet.")),
        ),
    )


def _names(network: Network, words: Words, selection: Selection) -> Markup:
    sections = []
    for layer, nodes in by_layer(network):
        items = [
            tag(
                "li",
                parts.link(words.text(node.label) or node.id, parts.chosen(selection, node.id)),
                tag(
                    "span",
                    words.count("{number} source", "{number} sources", node.source_count),
                    class_="small",
                ),
            )
            for node in nodes
        ]
        name = words.text(layer.label) if layer else words.say("In no layer")
        sections.append(tag("section", tag("h3", name), tag("ul", *items, class_="names")))
    return join(*sections)
