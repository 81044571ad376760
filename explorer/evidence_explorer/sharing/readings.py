"""What there is to read of the elements in the picture of a hand-out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidence_explorer.drawing.scene import SceneNode
from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.sharing import rows
from evidence_explorer.sharing.network import Read
from evidence_explorer.sharing.network_svg import Wrap
from evidence_explorer.sharing.sheets import cited
from evidence_explorer.views import parts, sections
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Domain, ExceptionOf, FindingOf


def places(read: Sequence[Read]) -> dict[str, str]:
    """Give each element a place in the page.

    Args:
        read: the elements.

    Returns:
        Id of the element → id of its place; never a text of the data.
    """
    return {one.element.id: f"e{number}" for number, one in enumerate(read)}


def linking(known: Mapping[str, str]) -> Wrap:
    """Make a card lead to what there is to read of its element.

    Args:
        known: the places.

    Returns:
        What puts a link around a card.
    """

    def wrap(node: SceneNode, card: Markup) -> Markup:
        at = known.get(node.id)
        return tag("a", card, href=f"#{at}", aria_label=node.spoken) if at else card

    return wrap


def readings(read: Sequence[Read], domains: Sequence[Domain], words: Words) -> Markup:
    """Write what there is to read of each element.

    Args:
        read: the elements with their first findings.
        domains: all domains.
        words: the words.

    Returns:
        An article for each.
    """
    at = places(read)
    return join(*(_article(one, at[one.element.id], domains, words) for one in read))


def _article(read: Read, at: str, domains: Sequence[Domain], words: Words) -> Markup:
    element = read.element
    more = read.found.total - len(read.found.findings)
    return tag(
        "article",
        tag("p", sections.layer_line(element, words), class_="kicker"),
        tag("h3", words.text(element.label) or element.id, tabindex=-1),
        tag("p", words.text(element.definition)),
        tag("p", _support(read, words), class_="meta"),
        *(_exception(one, words) for one in element.exceptions),
        _strength(read, domains, words),
        tag("ol", *(_finding(one, words) for one in read.found.findings)),
        tag(
            "p",
            words.count(
                "{number} more finding stands on the page of this element.",
                "{number} more findings stand on the page of this element.",
                more,
            ),
            class_="meta",
        )
        if more > 0
        else None,
        id=at,
    )


def _strength(read: Read, domains: Sequence[Domain], words: Words) -> Markup | None:
    known = rows.strength(read.element.cells, domains, words).rows
    if not known:
        return None
    items = [
        tag(
            "li",
            tag("strong", domain, ": "),
            state,
            f". {words.say('A source itself says')}: {spoken}" if spoken else None,
        )
        for domain, state, spoken, *_ in known
    ]
    return tag("ul", *items, class_="strength")


def _support(read: Read, words: Words) -> str:
    element = read.element
    return ", ".join(
        (
            words.count("{number} finding", "{number} findings", element.finding_count),
            words.count("{number} source", "{number} sources", element.source_count),
            words.count(
                "{number} independent study",
                "{number} independent studies",
                element.independent_count,
            ),
        )
    )


def _exception(one: ExceptionOf, words: Words) -> Markup:
    return tag(
        "p",
        tag("strong", words.say("Mind the exception"), ": "),
        words.text(one.condition),
        " → ",
        words.text(one.consequence),
        class_="exception",
    )


def _finding(one: FindingOf, words: Words) -> Markup:
    told: list[Child] = [
        words.concept("Direction", one.direction),
        words.text(one.domain.label) if one.domain else None,
        *map(parts.place, one.places),
        cited(one.citations, words) or None,
    ]
    said = " · ".join(str(piece) for piece in told if piece)
    return tag("li", tag("p", words.text(one.paraphrase)), tag("p", said, class_="meta"))
