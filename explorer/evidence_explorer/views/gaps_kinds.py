"""The kinds of not knowing: nobody looked, it rests on little, it pulls apart, it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts, told
from evidence_explorer.views.gaps_lists import (
    MOST,
    Unknown,
    element,
    fold,
    listed,
    number,
    spot,
    table,
)
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Domain
from evidence_graph.queries.filtering import Filters
from evidence_graph.queries.gaps import Thin

NOTHING: Final = "N0"


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of not knowing: its id on the page, its title, how many, what it means, which."""

    ident: str
    title: str
    count: int
    meaning: str
    body: Markup | None
    always: bool = False


def nobody(known: Unknown, words: Words, selection: Selection) -> Iterable[Part]:
    """Tell of what nobody has said anything, or nothing was found.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Yields:
        Each kind.
    """
    gaps = known.gaps
    yield Part(
        "empty",
        words.say("Nobody has said anything: boxes"),
        gaps.empty,
        words.say(
            "Of every element in every domain, {boxes} boxes in all, these are the ones of which "
            "no source says anything. Choose a domain to see of which elements.",
            boxes=words.number(gaps.boxes),
        ),
        _by_domain(known, words, selection),
        always=True,
    )
    yield Part(
        "untouched",
        words.say("Elements of which no source says anything"),
        len(gaps.untouched),
        words.say("They stand here as a term, but no finding about them has been recorded."),
        listed([element(line, words, selection) for line in gaps.untouched], words),
    )
    yield Part(
        "domains",
        words.say("Domains of which nothing is known"),
        len(gaps.unknown_domains),
        words.say("They are mentioned, but no source says what works there."),
        listed([words.text(domain.label) for domain in gaps.unknown_domains], words),
    )
    yield Part(
        "searched",
        words.say("Searched, and found nothing or too little"),
        len(gaps.searched),
        words.say(
            "Somebody looked for exactly this and found nothing, or too little to say. That is "
            "something else than that it does not work."
        )
        if gaps.searched
        else words.say("For no box has anybody searched for exactly this and found nothing."),
        listed([spot(one, known, words, selection) for one in gaps.searched], words),
        always=True,
    )


def _by_domain(known: Unknown, words: Words, selection: Selection) -> Markup:
    def row(domain: Domain) -> Markup:
        count = known.known.get(domain.id, 0)
        target = Selection(
            page="matrix",
            language=selection.language,
            filters=Filters(domains=(domain.id,), states=(NOTHING,)),
        )
        return tag(
            "tr",
            tag("th", parts.link(words.text(domain.label), target), scope="row"),
            number(words.say("Something is known of"), count, words),
            number(words.say("Nothing is known of"), known.elements - count, words),
        )

    heads = (
        words.say("Domain"),
        words.say("Something is known of"),
        words.say("Nothing is known of"),
    )
    ordered = sorted(known.domains, key=lambda domain: -known.known.get(domain.id, 0))
    by_domain = table(heads, [row(domain) for domain in ordered[:MOST]])
    return tag("details", tag("summary", words.say("Show by domain")), by_domain)


def thin(known: Unknown, words: Words, selection: Selection) -> Iterable[Part]:
    """Tell what rests on little.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Yields:
        Each kind.
    """
    gaps = known.gaps

    def rows(found: Sequence[Thin], *, relayed: bool = False) -> Markup | None:
        return listed(
            [
                join(
                    element(one.line, words, selection),
                    ": ",
                    parts.listed(
                        parts.named(known.sources[source], words, selection)
                        for source in (one.relayed if relayed else one.sources)
                        if source in known.sources
                    ),
                )
                for one in found
            ],
            words,
        )

    yield Part(
        "one-source",
        words.say("Rests on one source"),
        len(gaps.one_source),
        words.say("If that one source falls away, or turns out to be wrong, no support is left."),
        rows(gaps.one_source),
    )
    yield Part(
        "one-study",
        words.say("Several sources, one piece of research"),
        len(gaps.one_study),
        words.say("The sources tell of the same research, so they count once."),
        rows(gaps.one_study),
    )
    yield Part(
        "relayed",
        words.say("Known from hearsay only"),
        len(gaps.only_relayed),
        words.say("The source itself was not read; another one tells of it."),
        rows(gaps.only_relayed, relayed=True),
    )
    yield Part(
        "own",
        words.say("Only the study itself says so"),
        len(gaps.unsupported),
        words.say("The study that was read says it in its own name and cites no source for it."),
        listed([element(line, words, selection) for line in gaps.unsupported], words),
    )


def apart(known: Unknown, words: Words, selection: Selection) -> Iterable[Part]:
    """Tell where sources pull apart.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Yields:
        Each kind.
    """
    gaps = known.gaps
    yield Part(
        "contested",
        words.say("Sources contradict each other"),
        len(gaps.contested) + len(gaps.pulling),
        words.say("Some say that it helps and others that it does not, or this was judged so."),
        listed(
            [
                *(spot(one, known, words, selection) for one in gaps.contested),
                *(element(line, words, selection) for line in gaps.pulling),
            ],
            words,
        ),
    )
    if known.asked and known.asked.contradictions:
        found = known.asked.contradictions
        yield Part(
            "apart",
            words.say("Findings that pull apart"),
            len(found),
            words.say("These findings of one study cannot simply hold together."),
            fold(told.contradictions(found, words, selection), len(found), words),
        )


def asked(known: Unknown, words: Words, selection: Selection) -> Iterable[Part]:
    """Tell what the chosen study itself says is not known.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Yields:
        Each kind.
    """
    if not known.asked:
        return
    study = parts.chosen_study(known.studies, selection)
    choice = parts.study_choice(study, known.studies, words, selection) if study else None
    by_code = (
        ("open-question", "questions", words.say("Questions that the study itself leaves open")),
        ("named-gap", "named", words.say("Gaps in knowledge that the study or its sources name")),
    )
    for code, ident, title in by_code:
        found = [one for one in known.asked.gaps if one.code == code]
        yield Part(
            ident,
            title,
            len(found),
            words.say("In the words of this guide, with the place where the study says so."),
            join(choice, fold(told.items(found, words, selection, study), len(found), words)),
        )
    points = known.asked.open_points
    yield Part(
        "points",
        words.say("Unclear in the study or in its sources"),
        len(points),
        words.say(
            "A source that cannot be found, a number that does not add up, a reference that "
            "is missing."
        ),
        fold(told.items(points, words, selection, study), len(points), words),
    )
