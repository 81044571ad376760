"""Findings: each in our words, with its place, its domain and the sources it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import explaining, paging, parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import FindingOf, Page


def by_direction(found: Page, words: Words, selection: Selection) -> Markup:
    """Group a page of findings by what they say: supports, on a condition, qualifies, contradicts.

    Args:
        found: one page of findings.
        words: the words.
        selection: the present view; findings in its ``domain`` are marked.

    Returns:
        The groups in the order of the list of directions.
    """
    # Where all of them are in the domain, a mark would tell none apart.
    apart = any(one.domain is None or one.domain.id != selection.domain for one in found.findings)
    shown = selection if apart else replace(selection, domain=None)
    groups = []
    directions = {one.code: one for one in words.concepts("Direction")}
    new = _new_words(found.findings)
    present = {finding.direction for finding in found.findings}
    for code in [*directions, *sorted(present - set(directions))]:
        group = [finding for finding in found.findings if finding.direction == code]
        if not group:
            continue
        known = directions.get(code)
        definition = known.definition.in_(words.language) if known else None
        groups.append(
            tag(
                "section",
                tag(
                    "h3",
                    tag("span", words.concept("Direction", code)),
                    tag("span", _count(len(group), found, words), class_="badge"),
                ),
                tag("p", definition, class_="small") if definition else None,
                tag(
                    "ol",
                    *(_finding(one, words, shown, new[one.id]) for one in group),
                    class_="findings",
                ),
                class_=f"direction direction-{code}" if known else "direction",
            )
        )
    return join(*groups, pages(found, words, selection))


def _count(number: int, found: Page, words: Words) -> str:
    if found.pages > 1:
        return words.say("{number} on this page", number=words.number(number))
    return words.number(number)


def by_element(found: Page, words: Words, selection: Selection) -> Markup:
    """Group a page of findings by the element that they are about.

    Args:
        found: one page of findings.
        words: the words.
        selection: the present view.

    Returns:
        The groups in reading order.
    """
    return join(under_elements(found.findings, words, selection), pages(found, words, selection))


def under_elements(found: Sequence[FindingOf], words: Words, selection: Selection) -> Markup:
    """List findings under the names of the elements that they are about.

    Args:
        found: the findings, those of one element after each other.
        words: the words.
        selection: the present view.

    Returns:
        A section for each element.
    """
    new = _new_words(found)
    groups: list[tuple[str, list[FindingOf]]] = []
    for finding in found:
        if not groups or groups[-1][0] != finding.element.id:
            groups.append((finding.element.id, []))
        groups[-1][1].append(finding)
    sections = [
        tag(
            "section",
            tag("h3", parts.named(group[0].element, words, selection)),
            tag(
                "ol",
                *(_finding(one, words, selection, new[one.id], direction=True) for one in group),
                class_="findings",
            ),
        )
        for _, group in groups
    ]
    return join(*sections)


def _coded(one: FindingOf) -> explaining.Codes:
    coded = (
        ("Lane", one.lane),
        ("EvidenceKind", one.evidence_kind),
        ("ElementTest", one.tested_by),
    )
    return frozenset((name, code) for name, code in coded if code)


def _new_words(found: Sequence[FindingOf]) -> dict[str, explaining.Codes]:
    new = explaining.firsts(map(_coded, found))
    return {one.id: codes for one, codes in zip(found, new, strict=True)}


def _finding(
    one: FindingOf,
    words: Words,
    selection: Selection,
    new: explaining.Codes,
    *,
    direction: bool = False,
) -> Markup:
    here = one.domain is not None and one.domain.id == selection.domain
    said = words.concept("Direction", one.direction) if direction else None
    domain = words.text(one.domain.label) if one.domain else None
    return tag(
        "li",
        tag("p", words.text(one.paraphrase), class_="said"),
        tag(
            "p",
            tag("span", said, class_="badge") if said else None,
            tag("span", domain, class_="badge domain") if domain else None,
            parts.places(one.places, words, selection, one.reported_in),
            class_="meta",
        ),
        _kind(one, words, new),
        parts.citations(one.citations, words, selection, one.reported_in),
        class_="here" if here else None,
    )


def _kind(one: FindingOf, words: Words, new: explaining.Codes) -> Markup | None:
    # Where the source gives no ground for them they are absent, so many findings have none.
    coded = (
        (words.say("Lane"), "Lane", one.lane),
        (words.say("Kind of evidence"), "EvidenceKind", one.evidence_kind),
        (words.say("How the element was tested"), "ElementTest", one.tested_by),
    )
    outcomes = ", ".join(words.text(outcome.label) for outcome in one.outcomes)
    said = [tag("span", f"{words.say('Outcome')}: {outcomes}")] if outcomes else []
    said += [
        tag(
            "span",
            f"{label}: {words.concept(name, code)}",
            explaining.explain(name, code, words) if (name, code) in new else None,
        )
        for label, name, code in coded
        if code
    ]
    return tag("p", *said, class_="small kind") if said else None


def pages(found: Page, words: Words, selection: Selection) -> Markup:
    """Link to the findings before and after.

    Args:
        found: the present page.
        words: the words.
        selection: the present view.

    Returns:
        The links; nothing where all findings are shown.
    """
    number = found.number
    if number and number >= found.pages:
        start = parts.link(
            words.say("This is past the end. Go to the start."), replace(selection, number=0)
        )
        return tag("p", start, class_="pager")
    before = replace(selection, number=number - 1) if number > 0 else None
    after = replace(selection, number=number + 1) if number + 1 < found.pages else None
    where = words.say(
        "page {number} of {pages}",
        number=words.number(number + 1),
        pages=words.number(max(found.pages, 1)),
    )
    return paging.pager(before, after, where, words)
