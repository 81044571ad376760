"""Elements or domains side by side, as a table: one column for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from evidence_explorer.selection import Selection
from evidence_explorer.sharing.sheets import Cell, Sheet, Tables, joined, said
from evidence_explorer.sharing.things import GoneError
from evidence_explorer.signs import state_rank
from evidence_explorer.views.sections import NOTHING
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import Cell as Known
from evidence_graph.queries.compare import Compared, DomainBeside, ElementBeside, Sources
from evidence_graph.queries.overview import Box, Line
from evidence_graph.queries.told_answers import Told
from evidence_graph.store import GraphStore

Row = tuple[Cell, ...]


def tables(store: GraphStore, words: Words, selection: Selection) -> Tables:
    """Give what is compared as a table.

    Args:
        store: the graph.
        words: the words.
        selection: the view.

    Returns:
        One table, a row for each thing that is compared.

    Raises:
        GoneError: if nothing of what is compared is in the graph.
    """
    known = queries.compared(store, selection.compared)
    if known.elements:
        labels = [words.text(one.page.label) for one in known.elements]
        found = tuple(_elements(known, words))
    elif known.domains:
        labels = [words.text(one.domain.label) for one in known.domains]
        found = tuple(_domains(known, words))
    else:
        raise GoneError(selection.compared)
    title = words.say("Compare")
    sheet = Sheet(title, (words.say("What"), *labels), found)
    return Tables(f"{title}: {', '.join(labels)}", (sheet,))


def _elements(known: Compared, words: Words) -> Iterable[Row]:
    found = known.elements
    pages = [one.page for one in found]
    yield words.say("What it is"), *(words.text(page.definition) for page in pages)
    yield (
        words.say("Layer"),
        *(joined(words.text(layer.label) for layer in page.layers) for page in pages),
    )
    yield words.say("Findings"), *(page.finding_count for page in pages)
    yield words.say("Sources"), *(page.source_count for page in pages)
    yield words.say("independent studies"), *(page.independent_count for page in pages)
    yield words.say("only relayed"), *(page.relayed_count for page in pages)
    yield (
        words.say("Findings by what they say"),
        *(_directions(one.directions, words) for one in found),
    )
    held = [{cell.domain: cell for cell in page.cells} for page in pages]
    for domain in known.choices:
        cells = [of.get(domain.id) for of in held]
        if any(cells):
            yield words.text(domain.label), *(_cell(cell, words) for cell in cells)
    yield (
        words.say("Exceptions"),
        *(
            joined(f"{words.text(x.condition)} {words.text(x.consequence)}" for x in p.exceptions)
            for p in pages
        ),
    )
    yield from _around(found, words)
    yield from _sources([one.sources for one in found], known, words)
    yield words.say("Key"), *(page.id for page in pages)


def _around(found: tuple[ElementBeside, ...], words: Words) -> Iterable[Row]:
    contexts = [one.context for one in found]
    yield words.say("Conditions"), *(_told(one.conditions, words) for one in contexts)
    yield words.say("Recommendations"), *(_told(one.recommendations, words) for one in contexts)
    yield words.say("What is not known yet"), *(_told(one.gaps, words) for one in contexts)


def _told(found: Iterable[Told], words: Words) -> str:
    return joined(words.text(one.title) or words.text(one.text) for one in found)


def _cell(cell: Known | None, words: Words) -> str:
    if cell is None:
        return words.state(NOTHING)
    count = words.count("{number} finding", "{number} findings", cell.finding_count)
    return joined((words.state(cell.state), count, said(cell.reported, words)))


def _domains(known: Compared, words: Words) -> Iterable[Row]:
    found = known.domains
    yield words.say("What it is"), *(words.text(one.domain.definition) for one in found)
    yield (
        words.say("Elements of which something is known"),
        *(len(one.boxes) for one in found),
    )
    yield words.say("Findings"), *(one.findings for one in found)
    yield words.say("Sources"), *(len(one.sources.all) for one in found)
    yield words.say("independent studies"), *(one.independent for one in found)
    yield (
        words.say("Findings by what they say"),
        *(_directions(one.directions, words) for one in found),
    )
    yield words.say("What is known"), *(_states(one, words) for one in found)
    yield from _sources([one.sources for one in found], known, words)
    for line in _known(known):
        yield words.text(line.label), *(_box(one.boxes.get(line.id), words) for one in found)
    yield words.say("Key"), *(one.domain.id for one in found)


def _known(known: Compared) -> list[Line]:
    return [line for line in known.lines if any(line.id in one.boxes for one in known.domains)]


def _box(box: Box | None, words: Words) -> str:
    if box is None:
        return words.state(NOTHING)
    findings = sum(count for count, _ in box.basis)
    count = words.count("{number} finding", "{number} findings", findings)
    return joined((words.state(box.state), count))


def _states(one: DomainBeside, words: Words) -> str:
    counted = Counter(box.state for box in one.boxes.values())
    return joined(
        f"{words.state(code)} {words.number(counted[code])}"
        for code in sorted(counted, key=state_rank)
    )


def _directions(counts: Mapping[str, int], words: Words) -> str:
    order = [one.code for one in words.concepts("Direction")]
    codes = sorted(counts, key=lambda code: order.index(code) if code in order else len(order))
    return joined(
        f"{words.concept('Direction', code)}: {words.number(counts[code])}" for code in codes
    )


def _sources(found: list[Sources], known: Compared, words: Words) -> Iterable[Row]:
    if len(found) < 2:
        return
    names = known.names or {}

    def named(ids: Iterable[str]) -> str:
        return joined(sorted(words.text(names[one].label) for one in ids if one in names))

    yield words.say("Sources of all of them"), *(named(one.shared) for one in found)
    yield words.say("Sources of this one only"), *(named(one.alone) for one in found)
