"""What an element does to others and others to it, with the sources of each."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import explaining, parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import ElementPage, RelationOf


def relations(element: ElementPage, words: Words, selection: Selection) -> Markup | None:
    """Show the relations of an element, by kind and direction.

    Args:
        element: the element.
        words: the words.
        selection: the present view.

    Returns:
        A section, or None where no relation is known.
    """
    if not element.relations:
        return None
    groups: dict[tuple[bool, str], list[RelationOf]] = {}
    for one in sorted(element.relations, key=lambda each: each.start.id != element.id):
        groups.setdefault((one.start.id == element.id, one.kind), []).append(one)
    new = explaining.firsts(frozenset({("RelationKind", kind)}) for _, kind in groups)
    more = element.relation_count - len(element.relations)
    remark = words.count(
        "{number} more relation is not shown.", "{number} more relations are not shown.", more
    )
    return tag(
        "section",
        tag("h2", words.say("Relations")),
        *(
            _group(element, found, words, selection, explained=bool(first))
            for found, first in zip(groups.values(), new, strict=True)
        ),
        tag("p", remark, class_="remark") if more > 0 else None,
    )


def _group(
    element: ElementPage,
    found: Sequence[RelationOf],
    words: Words,
    selection: Selection,
    *,
    explained: bool,
) -> Markup:
    kind = found[0].kind
    outward = found[0].start.id == element.id
    name = words.text(element.label) or element.id
    return tag(
        "section",
        tag(
            "h3",
            f"{name} " if outward else "… ",
            tag("em", words.relation(kind)),
            explaining.explain("RelationKind", kind, words) if explained else None,
            " …" if outward else f" {name}",
        ),
        parts.bullets(
            (_relation(same, words, selection, outward=outward) for same in _by_other(found)),
            class_="relations",
        ),
    )


def _by_other(found: Sequence[RelationOf]) -> list[list[RelationOf]]:
    # What several places say of the same two elements is one relation to its reader.
    same: dict[tuple[str, str], list[RelationOf]] = {}
    for one in found:
        same.setdefault((one.start.id, one.end.id), []).append(one)
    return list(same.values())


def _relation(
    same: Sequence[RelationOf], words: Words, selection: Selection, *, outward: bool
) -> Markup:
    other = same[0].end if outward else same[0].start
    asked = words.say("Who says so?")
    if len(same) > 1:
        asked = words.say("Who says so? ({number} statements)", number=words.number(len(same)))
    return tag(
        "div",
        parts.named(other, words, selection),
        tag("details", tag("summary", asked), *(_statement(one, words, selection) for one in same)),
    )


def _statement(one: RelationOf, words: Words, selection: Selection) -> Markup:
    explanation = words.text(one.paraphrase)
    return tag(
        "div",
        tag("p", explanation) if explanation else None,
        parts.places(one.places, words, selection),
        parts.citations(one.citations, words, selection),
    )
