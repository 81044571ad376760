"""The page of one source: what it is, what is open about it, what it says, what leans on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_explorer.markup import Child, Markup, outward, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import citing, findings, parts, told
from evidence_explorer.views.sheets import View, heading, missing
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import Named, Page, SourcePage
from evidence_graph.queries.naming import Publication, publications
from evidence_graph.queries.told_answers import Loss, SourceContext, StudyOf
from evidence_graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph answers of one source: itself, a page of findings, context, the publication.

    ``publications`` is empty where the source went away between two questions.
    """

    source: SourcePage
    found: Page
    context: SourceContext
    publications: tuple[Publication, ...]


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for a source and build its page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page; one that says so where there is no such source (any more).
    """
    ident = selection.source or ""
    source = queries.source_page(store, ident)
    if source is None:
        return gone(words, selection)
    found = queries.findings_from(store, ident, selection.number)
    context = queries.source_context(store, ident)
    return page(Known(source, found, context, publications(store, [ident])), words, selection)


def gone(words: Words, selection: Selection) -> View:
    """Tell that a source is not in the graph.

    Args:
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    ident = (selection.source or "").removeprefix("source/")
    return missing(
        words.say("This source is not here"),
        words.say(
            "There is no source “{ident}” in this graph. It may have been removed or renamed "
            "since the link was made.",
            ident=ident,
        ),
        parts.link(
            words.say("Choose from all sources"),
            Selection(page="sources", language=selection.language),
        ),
    )


def page(known: Known, words: Words, selection: Selection) -> View:
    """Build the page of a source.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    source, found, context = known.source, known.found, known.context
    typed = source.source_type not in {"", "unknown"}
    kind = words.concept("SourceType", source.source_type) if typed else None
    back = tag(
        "p",
        parts.link(words.say("Sources"), Selection(page="sources", language=selection.language)),
        class_="crumbs",
    )
    main = tag(
        "div",
        heading(source.short_name or source.id, words.say("Source")),
        tag("p", tag("cite", source.title), class_="lead") if source.title else None,
        _bibliography(source, kind, words),
        _studies(context.studies, words),
        _alone(source, context.losses, words, selection),
        _strengths(source, words, selection),
        tag(
            "section",
            tag("h2", words.say("What it is cited for")),
            findings.by_element(found, words, selection)
            if found.total
            else tag("p", words.say("No finding cites this source.")),
        ),
        told.section(words.say("What is open about it"), context.open_points, words, selection),
        *(citing.section(one, words, selection) for one in known.publications),
        class_="body",
    )
    side = tag(
        "aside",
        tag(
            "dl",
            *(
                tag("div", tag("dt", label), tag("dd", words.number(number)))
                for label, number in (
                    (
                        words.count("finding", "findings", source.finding_count),
                        source.finding_count,
                    ),
                    (
                        words.count("element", "elements", source.element_count),
                        source.element_count,
                    ),
                    (
                        words.count(
                            "element resting on this source alone",
                            "elements resting on this source alone",
                            len(source.sole_support_of),
                        ),
                        len(source.sole_support_of),
                    ),
                )
            ),
            class_="tally",
        ),
        _leaning(words.say("Told of by"), source.relayed_by, words, selection),
        _leaning(words.say("Itself tells of"), source.relays, words, selection),
        _spellings(source, words),
        class_="side",
        aria_label=words.say("In short"),
    )
    return View(
        source.short_name or source.id,
        tag("div", back, tag("div", main, side, class_="two"), class_="sheet"),
    )


def _bibliography(source: SourcePage, kind: str | None, words: Words) -> Markup:
    unknown = tag("em", words.say("not known"), class_="none")
    facts: tuple[tuple[str, Child], ...] = (
        (words.say("Authors"), "; ".join(source.authors) or unknown),
        (words.say("Year"), str(source.year) if source.year is not None else unknown),
        (words.say("Title"), source.title or unknown),
        (words.say("Kind"), kind or unknown),
        # What is no address of the web stays text.
        *([(words.say("On the web"), outward(source.url) or source.url)] if source.url else []),
    )
    note = words.text(source.note)
    return tag(
        "section",
        tag("h2", words.say("What is known of this source")),
        parts.facts(facts),
        tag("p", note, class_="remark") if note else None,
    )


def _studies(found: Sequence[StudyOf], words: Words) -> Markup | None:
    if not found:
        return None
    return tag(
        "section",
        tag("h2", words.say("The study behind it")),
        parts.bullets(
            tag(
                "span",
                tag("strong", words.text(one.label)),
                ". ",
                words.concept("EvidenceKind", one.evidence_kind),
                ". ",
                words.text(one.note),
            )
            for one in found
        ),
    )


def _loss(one: Loss, words: Words, selection: Selection) -> Markup:
    said = words.say(
        "{list}: of {members} elements this source is cited for {carried}.",
        list=words.text(one.list.label),
        members=words.number(one.members),
        carried=words.number(one.carried),
    )
    if not one.lost:
        return tag("span", said, " ", words.say("None would lose all support."))
    linked = [parts.named(element, words, selection) for element in one.lost]
    counted = words.count(
        "{number} would lose all support:", "{number} would lose all support:", len(one.lost)
    )
    return tag("span", said, " ", counted, " ", parts.listed(linked))


def _losses(found: Sequence[Loss], words: Words, selection: Selection) -> Markup | None:
    if not found:
        return None
    return tag(
        "div",
        tag("h3", words.say("By the lists of the study")),
        tag(
            "p",
            words.say("Counting only what a list itself cites for its members:"),
            class_="small",
        ),
        parts.bullets(_loss(one, words, selection) for one in found),
    )


def _alone(
    source: SourcePage, losses: Sequence[Loss], words: Words, selection: Selection
) -> Markup | None:
    if not source.sole_support_of and not losses:
        return None
    return tag(
        "section",
        tag("h2", words.say("What if this source falls away?")),
        tag(
            "p",
            words.say(
                "No other source is cited directly for these elements. "
                "If this source falls away, their support does too."
            )
            if source.sole_support_of
            else words.say("Every element it is cited for has another source too."),
        ),
        parts.bullets(parts.named(one, words, selection) for one in source.sole_support_of),
        _losses(losses, words, selection),
        class_="alone",
    )


def _strengths(source: SourcePage, words: Words, selection: Selection) -> Markup | None:
    if not source.reported_strengths:
        return None
    rows = [
        tag(
            "tr",
            tag("th", parts.named(element, words, selection), scope="row"),
            tag("td", words.text(domain.label)),
            tag("td", parts.reported(said, words, selection)),
        )
        for element, domain, said in source.reported_strengths
    ]
    heads = (words.say("Effective element"), words.say("Domain"), words.say("A source itself says"))
    return tag(
        "section",
        tag("h2", words.say("What it says of the strength")),
        tag(
            "table",
            tag("thead", tag("tr", *(tag("th", label, scope="col") for label in heads))),
            tag("tbody", *rows),
            class_="plain stack",
        ),
    )


def _leaning(
    title: str, others: Sequence[Named], words: Words, selection: Selection
) -> Markup | None:
    if not others:
        return None
    return tag(
        "section",
        tag("h2", title),
        parts.bullets(parts.named(one, words, selection) for one in others),
    )


def _spellings(source: SourcePage, words: Words) -> Markup | None:
    if not source.spellings:
        return None
    return tag(
        "section",
        tag("h2", words.say("As it is printed")),
        parts.bullets((tag("cite", one) for one in source.spellings), class_="spellings"),
    )
