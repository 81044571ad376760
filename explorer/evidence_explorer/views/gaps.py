"""What we do not know: each kind of not knowing apart, and what would go with a source."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.views.gaps_falling import what_if
from evidence_explorer.views.gaps_kinds import Part, apart, asked, nobody, thin
from evidence_explorer.views.gaps_lists import Unknown
from evidence_explorer.views.sheets import View, nothing_loaded, sheet
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.store import GraphStore


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask what is not known and build the page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    whole = queries.overview(store)
    if not whole.lines:
        return nothing_loaded(words)
    domains = queries.domains(store)
    studies = queries.studies_read(store)
    study = parts.chosen_study(studies, selection)
    known = Unknown(
        gaps=queries.gaps(whole, domains),
        domains=domains,
        known={domain.id: domain.cell_count for domain in domains},
        elements=len(whole.lines),
        sources=whole.source_names,
        carried=queries.choices(whole)["sources"],
        fallen=queries.without(whole, selection.without),
        studies=studies,
        asked=queries.asked(store, study) if study else None,
    )
    return page(known, words, selection)


def page(known: Unknown, words: Words, selection: Selection) -> View:
    """Build the page.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    title = words.say("What we do not know")
    shown = [
        one
        for one in (
            *nobody(known, words, selection),
            *thin(known, words, selection),
            *apart(known, words, selection),
            *asked(known, words, selection),
        )
        if one.count or one.always
    ]
    return sheet(
        title,
        words.say(
            "Where nothing is known, something may still work very well: nobody here has "
            "said anything about it yet. Each kind of not knowing stands apart."
        ),
        _contents(shown, words),
        *(_section(one, words) for one in shown),
        what_if(known, words, selection),
        class_="gaps",
    )


def _contents(shown: Sequence[Part], words: Words) -> Markup:
    entries = [
        tag(
            "li",
            tag("a", one.title, href=f"#{one.ident}"),
            " ",
            tag("strong", words.number(one.count)),
        )
        for one in shown
    ]
    what_if = tag("li", tag("a", words.say("What if a source falls away?"), href="#what-if"))
    return tag(
        "nav", tag("ul", *entries, what_if), class_="gap-list", aria_label=words.say("On this page")
    )


def _section(one: Part, words: Words) -> Markup:
    count = tag("span", words.number(one.count), class_="badge")
    return tag(
        "section",
        tag("h2", f"{one.title} ", count, id=one.ident, tabindex=-1),
        tag("p", one.meaning),
        one.body,
        class_="part",
    )
