"""The first page: what this is, where to search, a first look, and three ways in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import PageName, Selection
from evidence_explorer.views import explaining, forms, parts
from evidence_explorer.views.sheets import View, heading, nothing_loaded
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import Cell, Domain, NetworkNode
from evidence_graph.store import GraphStore

ROWS = 8
COLUMNS = 6
NOTHING = "N0"


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The matrix in small: the elements with the most sources, in the domains with most known.

    Attributes:
        rows: the elements.
        columns: the domains.
        cells: by element, those of the cells that hold something.
        elements: how many elements there are in all.
        sources: how many sources there are in all.
        findings: how many findings there are in all.
    """

    rows: tuple[NetworkNode, ...]
    columns: tuple[Domain, ...]
    cells: Mapping[str, Sequence[Cell]]
    elements: int
    sources: int
    findings: int


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Ask for a first look and build the page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    counted = queries.node_counts(store, ("Element", "Source", "Finding"))
    if not counted["Element"]:
        return nothing_loaded(words)
    rows = queries.network(store, ROWS).nodes
    domains = queries.domains(store)
    most = sorted(domains, key=lambda domain: -domain.cell_count)[:COLUMNS]
    columns = tuple(domain for domain in domains if domain in most and domain.cell_count)
    look = FirstLook(
        rows=rows,
        columns=columns,
        cells=queries.cells(store, [row.id for row in rows], domains),
        elements=counted["Element"],
        sources=counted["Source"],
        findings=counted["Finding"],
    )
    return page(look, words, selection)


def page(look: FirstLook, words: Words, selection: Selection) -> View:
    """Build the first page.

    Args:
        look: what the graph answered.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    body = tag(
        "div",
        tag("div", _welcome(look, words, selection), _small(look, words, selection), class_="hero"),
        _entrances(words, selection),
        _tour(words),
        class_="sheet start",
    )
    return View(words.say("What works, and how sure are we?"), body)


def _welcome(look: FirstLook, words: Words, selection: Selection) -> Markup:
    figures = (
        (look.elements, words.say("effective elements")),
        (look.findings, words.say("findings")),
        (look.sources, words.say("sources")),
    )
    return tag(
        "div",
        heading(words.say("What is known to work in social care?")),
        tag(
            "p",
            words.say(
                "In which domain, how sure are we, who says so and where, and what does nobody "
                "know yet? Every statement leads to its source."
            ),
            class_="lead",
        ),
        forms.search("start", words, selection),
        tag(
            "dl",
            *(
                tag("div", tag("dt", label), tag("dd", words.number(count)))
                for count, label in figures
            ),
            class_="tally",
        ),
        tag(
            "p",
            tag(
                "button",
                words.say("Show me around (one minute)"),
                type="button",
                data_tour_start=True,
                class_="button plain-button",
            ),
            data_tour_offer=True,
        ),
        class_="welcome",
    )


def _small(look: FirstLook, words: Words, selection: Selection) -> Markup | None:
    if not look.rows or not look.columns:
        return None
    title = words.say("A first look: the elements with the most sources")
    matrix = Selection(page="matrix", language=selection.language)
    heads = [
        tag("th", tag("span", words.text(domain.label)), scope="col") for domain in look.columns
    ]
    return tag(
        "section",
        tag("h2", title),
        tag(
            "table",
            tag("caption", title, class_="hidden"),
            tag("thead", tag("tr", tag("td"), *heads)),
            tag("tbody", *(_row(row, look, words, selection) for row in look.rows)),
            class_="small-matrix",
        ),
        tag(
            "p",
            parts.state(NOTHING, words),
            explaining.explain("State", NOTHING, words),
            tag("span", words.say("The number counts the findings."), class_="small"),
            class_="key",
        ),
        tag("p", parts.link(words.say("Go to the whole overview"), matrix)),
        class_="look",
    )


def _row(row: NetworkNode, look: FirstLook, words: Words, selection: Selection) -> Markup:
    known = {cell.domain: cell for cell in look.cells.get(row.id, ())}
    name = words.text(row.label) or row.id
    boxes = []
    for domain in look.columns:
        cell = known.get(domain.id) or Cell(row.id, domain.id, NOTHING)
        said = ", ".join(
            (
                f"{name}, {words.text(domain.label)}: {words.state(cell.state)}",
                words.count("{number} finding", "{number} findings", cell.finding_count),
            )
        )
        box = Selection(
            page="element", language=selection.language, element=row.id, domain=domain.id
        )
        boxes.append(
            tag(
                "td",
                parts.link(
                    join(
                        parts.sign(cell.state),
                        tag("span", words.number(cell.finding_count))
                        if cell.finding_count
                        else None,
                    ),
                    box,
                    aria_label=said,
                ),
                class_="known" if cell.finding_count else None,
            )
        )
    return tag(
        "tr",
        tag("th", parts.link(name, parts.opened(selection, row.id)), scope="row"),
        *boxes,
    )


def _entrances(words: Words, selection: Selection) -> Markup:
    def way(label: str, page: PageName) -> Markup:
        return parts.link(label, Selection(page=page, language=selection.language))

    entrances = (
        (
            "policy",
            words.say("I have a policy question"),
            words.say(
                "See for each element and each domain what is known, how surely, and what is not."
            ),
            (
                way(words.say("What works, where?"), "matrix"),
                way(words.say("What is recommended?"), "recommendations"),
            ),
        ),
        (
            "sources",
            words.say("I look after sources"),
            words.say(
                "See what each source carries, who relays it, what rests on it alone, and what "
                "is still open."
            ),
            (
                way(words.say("All sources"), "sources"),
                way(words.say("How was searched and judged?"), "about"),
            ),
        ),
        (
            "workshop",
            words.say("I give a workshop"),
            words.say(
                "Walk through the network of elements on a beamer, without a connection, and "
                "print any page."
            ),
            (
                way(words.say("The network"), "network"),
                way(words.say("All elements"), "elements"),
            ),
        ),
    )
    return tag(
        "section",
        tag("h2", words.say("Where do you start?")),
        tag(
            "div",
            *(
                tag(
                    "section",
                    tag("h3", title),
                    tag("p", told),
                    parts.bullets(ways),
                    class_=f"entrance {kind}",
                )
                for kind, title, told, ways in entrances
            ),
            class_="three",
        ),
        class_="entrances",
    )


def _tour(words: Words) -> Markup:
    steps = (
        (
            ".look",
            words.say(
                "Each row is an effective element of help; each column is a domain. The number in "
                "a box counts what sources say of it there."
            ),
        ),
        (
            ".key",
            words.say(
                "The sign tells how sure we are. A broken circle means that nobody has judged it "
                "yet: that is not the same as weak. A question mark explains the word beside it."
            ),
        ),
        (
            "#find",
            words.say(
                "Search here from any page, in Dutch or English. A typing error or another word "
                "for it is no trouble."
            ),
        ),
        (
            ".top .ways",
            words.say(
                "The same knowledge in several ways: as an overview, as a network, by source, or "
                "as recommendations down to what they rest on."
            ),
        ),
        (
            ".entrances",
            words.say(
                "The address of a page holds all that you chose. Copy it to send exactly what you "
                "see."
            ),
        ),
    )
    return tag(
        "ol",
        *(tag("li", told, data_at=at) for at, told in steps),
        hidden=True,
        data_tour=words.say("Show me around (one minute)"),
        data_next=words.say("Next"),
        data_previous=words.say("Previous"),
        data_stop=words.say("Stop"),
        data_done=words.say("Done"),
    )
