"""What is not known, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence_explorer.selection import Selection
from evidence_explorer.sharing import rows
from evidence_explorer.sharing.sheets import Cell, Sheet, Tables, joined
from evidence_explorer.sharing.things import filled
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import Domain, Named
from evidence_graph.queries.gaps import Fallen, Gaps
from evidence_graph.queries.told_answers import ContradictionOf
from evidence_graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class _Frame:
    words: Words
    domains: tuple[Domain, ...]
    sources: Mapping[str, Named]

    def domain(self, ident: str) -> str:
        found = (self.words.text(one.label) for one in self.domains if one.id == ident)
        return next(found, ident)

    def named(self, ids: Iterable[str]) -> str:
        known = (self.sources[one] for one in ids if one in self.sources)
        return joined(self.words.text(one.label) for one in known)


def tables(store: GraphStore, words: Words, selection: Selection) -> Tables:
    """Give what is not known as tables.

    Args:
        store: the graph.
        words: the words.
        selection: the view.

    Returns:
        Each element or domain of which something is not known, with what; how much is not known in
        each domain; what the study itself says is not known; what would go with a source.
    """
    whole = queries.overview(store)
    frame = _Frame(words, queries.domains(store), whole.source_names)
    study = parts.chosen_study(queries.studies_read(store), selection)
    asked = queries.asked(store, study) if study else None
    title = words.say("What we do not know")
    heads = (
        words.say("What is not known"),
        words.say("Effective element"),
        words.say("Domain"),
        words.say("State"),
        words.say("Sources"),
        words.say("Key"),
    )
    found = queries.gaps(whole, frame.domains)
    sheets = [
        Sheet(title, heads, tuple(_rows(found, frame))),
        _by_domain(len(whole.lines), frame),
        _falling(queries.without(whole, selection.without), words),
    ]
    if asked:
        told = (
            (words.say("What is not known"), asked.gaps),
            (words.say("What is open about it"), asked.open_points),
        )
        sheets += [rows.told(told, words), _apart(asked.contradictions, words)]
    return Tables(title, filled(tuple(sheets)))


def _rows(gaps: Gaps, frame: _Frame) -> Iterable[tuple[Cell, ...]]:
    words = frame.words
    thin = (
        (words.say("Rests on one source"), gaps.one_source),
        (words.say("Several sources, one piece of research"), gaps.one_study),
        (words.say("Known from hearsay only"), gaps.only_relayed),
    )
    lines = (
        (words.say("Elements of which no source says anything"), gaps.untouched),
        (words.say("Only the study itself says so"), gaps.unsupported),
        (words.say("Sources contradict each other"), gaps.pulling),
    )
    spots = (
        (words.say("Searched, and found nothing or too little"), gaps.searched),
        (words.say("Sources contradict each other"), gaps.contested),
    )
    for kind, found in thin:
        for one in found:
            sources = frame.named(one.sources or one.relayed)
            yield kind, words.text(one.line.label), "", "", sources, one.line.id
    for kind, without in lines:
        for line in without:
            yield kind, words.text(line.label), "", "", "", line.id
    for kind, boxes in spots:
        for box in boxes:
            state, domain = words.state(box.state), frame.domain(box.domain)
            yield kind, words.text(box.line.label), domain, state, "", box.line.id
    for unknown in gaps.unknown_domains:
        kind = words.say("Domains of which nothing is known")
        yield kind, "", words.text(unknown.label), "", "", unknown.id


def _by_domain(elements: int, frame: _Frame) -> Sheet:
    words = frame.words
    return Sheet(
        words.say("Nobody has said anything: boxes"),
        (
            words.say("Domain"),
            words.say("Something is known of"),
            words.say("Nothing is known of"),
            words.say("Key"),
        ),
        tuple(
            (words.text(one.label), one.cell_count, elements - one.cell_count, one.id)
            for one in frame.domains
        ),
    )


def _falling(fallen: Iterable[Fallen], words: Words) -> Sheet:
    return Sheet(
        words.say("What if a source falls away?"),
        (
            words.say("Effective element"),
            words.say("Sources now"),
            words.say("Sources left"),
            words.say("Independent studies now"),
            words.say("Independent studies left"),
            words.say("Key"),
        ),
        tuple(
            (
                words.text(one.line.label),
                one.before,
                one.left,
                one.studies_before,
                one.studies_left,
                one.line.id,
            )
            for one in fallen
        ),
    )


def _apart(found: Iterable[ContradictionOf], words: Words) -> Sheet:
    return Sheet(
        words.say("Findings that pull apart"),
        (
            words.say("In our words"),
            words.say("Effective element"),
            words.say("Direction"),
            words.say("Finding"),
            words.say("Found at"),
        ),
        tuple(
            (
                words.text(one.text),
                words.text(side.element.label),
                words.concept("Direction", side.direction),
                words.text(side.paraphrase),
                joined(map(parts.place, one.places)),
            )
            for one in found
            for side in one.sides
        ),
    )
