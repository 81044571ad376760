"""From a curator's decision to the rows that it changes in the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from evidence_desk.choice import NEW, NONE, Choice, CitedChoice, NewElement
from evidence_desk.proposals import Proposal, Work
from evidence_desk.tables import Row, RowChange, Tables
from evidence_ingest.bibliography_sources import rows_for
from evidence_ingest.reconcile import normalised
from evidence_literature.dates import read_date
from evidence_literature.names import folded, read_author
from evidence_literature.records import Record, tidy
from evidence_ontology.records import LIST_SEPARATOR
from evidence_ontology.texts import clean

_NUMBERED = re.compile(r"([a-z]+)([0-9]+)")
_PLAIN = frozenset(
    ["title", "type", "container", "publisher", "place", "volume", "issue", "pages", "doi", "url"]
)


@dataclass(slots=True)
class _Sheet:
    """The tables while rows are added one after the other."""

    tables: Tables
    changes: dict[tuple[str, str], RowChange] = field(default_factory=dict)

    def rows(self, label: str) -> dict[str, Row]:
        # All rows of a table by now.
        found = dict(self.tables.rows[label])
        for change in self.changes.values():
            if change.label == label and change.after is not None:
                found[change.id] = change.after
        return found

    def put(self, label: str, row: Row) -> str:
        # Add a row, or change the one with its id.
        ident = row["id"]
        before = self.tables.rows[label].get(ident)
        filled = {column: text for column, cell in row.items() if (text := clean(cell))}
        if filled != before:
            self.changes[label, ident] = RowChange(label, ident, before, filled)
        return ident

    def numbered(self, label: str, letter: str) -> str:
        # The next id of those that count, as wide as the others.
        found = [m for one in self.rows(label) if (m := _NUMBERED.fullmatch(one))]
        same = [m for m in found if m[1] == letter]
        width = max((len(m[2]) for m in same), default=3)
        number = max((int(m[2]) for m in same), default=0) + 1
        return f"{letter}{number:0{width}d}"

    def named(self, label: str, words: str) -> str:
        # A free id made of words.
        slug = re.sub(r"[^a-z0-9]+", "-", folded(words))[:60].strip("-") or "new"
        free, number = slug, 1
        while free in self.rows(label):
            number += 1
            free = f"{slug}-{number}"
        return free


def plan(
    tables: Tables, proposal: Proposal, choice: Choice, who: str, today: str
) -> list[RowChange]:
    """Say a decision as changes of rows.

    Args:
        tables: The tables as they stand.
        proposal: The proposal.
        choice: What the curator made of it.
        who: The curator.
        today: The day, such as ``2026-11-26``.

    Returns:
        The changes: a finding with its place, citations, sources and element, and who did it.
    """
    sheet = _Sheet(tables)
    element = choice.element
    if element == NEW and choice.new_element:
        element = _element(sheet, choice.new_element, proposal)
    passage = _passage(sheet, choice)
    cited = list(_citations(sheet, proposal, choice, passage))
    said = {
        "paraphraseNl": choice.paraphrase_nl,
        "paraphraseEn": choice.paraphrase_en,
        "foundAt": passage,
        "restsOn": LIST_SEPARATOR.join(sorted({citation for citation, _ in cited})),
    }
    made = _relation(sheet, choice, element, said) if choice.other else None
    made = made or _finding(sheet, choice, element, said)
    if choice.strength_nl.strip():
        _strength(sheet, choice, element, passage, cited)
    place = _place(choice)
    _curation(
        sheet,
        who,
        today,
        f"{made} overgenomen na een voorstel uit {proposal.file}{place}.",
        f"Took {made} over after a proposal from {proposal.file}{place}.",
    )
    return list(sheet.changes.values())


def take_back(
    tables: Tables, changes: Iterable[RowChange], pointed_at: set[tuple[str, str]], by: Row
) -> list[RowChange]:
    """Say that a decision is taken back, as changes of rows.

    Args:
        tables: The tables as they stand.
        changes: What the decision changed.
        pointed_at: Rows that others point at by now; these stay.
        by: Who takes it back (``who``), when (``today``) and of what (``made``).

    Returns:
        The changes. Rows of curation stay, and one is added: they are only ever added to.
    """
    sheet = _Sheet(tables)
    back = [
        RowChange(one.label, one.id, one.after, one.before)
        for one in changes
        if one.label != "Curation" and (one.label, one.id) not in pointed_at
    ]
    _curation(
        sheet,
        by["who"],
        by["today"],
        f"{by['made']} teruggenomen.",
        f"Took {by['made']} back.",
    )
    return [*back, *sheet.changes.values()]


def _finding(sheet: _Sheet, choice: Choice, element: str, said: Row) -> str:
    row = {"about": element, "inDomain": choice.domain, "direction": choice.direction}
    return sheet.put("Finding", {"id": sheet.numbered("Finding", "f"), **row, **said})


def _relation(sheet: _Sheet, choice: Choice, element: str, said: Row) -> str:
    row = {"startsAt": element, "endsAt": choice.other, "kind": choice.relation}
    return sheet.put("Relation", {"id": sheet.numbered("Relation", "r"), **row, **said})


def _curation(sheet: _Sheet, who: str, today: str, nl: str, en: str) -> None:
    sheet.put(
        "Curation",
        {
            "id": sheet.numbered("Curation", "h"),
            "action": "changed",
            "performedBy": who,
            "performedOn": today,
            "paraphraseNl": nl,
            "paraphraseEn": en,
        },
    )


def _place(choice: Choice) -> str:
    section = f", § {choice.section.strip()}" if choice.section.strip() else ""
    return section + (f", p. {choice.page.strip()}" if choice.page.strip() else "")


def _element(sheet: _Sheet, new: NewElement, proposal: Proposal) -> str:
    orders = [int(row["order"]) for row in sheet.rows("Element").values() if row.get("order")]
    labels = {folded(new.label_nl), folded(new.label_en)}
    synonym = proposal.name.strip() if folded(proposal.name) not in labels else ""
    return sheet.put(
        "Element",
        {
            "id": sheet.named("Element", new.label_en),
            "labelNl": new.label_nl.strip(),
            "labelEn": new.label_en.strip(),
            "definitionNl": new.definition_nl.strip(),
            "definitionEn": new.definition_en.strip(),
            "synonymsNl": synonym,
            "synonymsEn": synonym,
            "placedIn": new.layer,
            "order": str(max(orders, default=0) + 10),
        },
    )


def _passage(sheet: _Sheet, choice: Choice) -> str:
    section, page = choice.section.strip(), choice.page.strip()
    wanted = {"section": section, "page": page}
    wanted = {column: cell for column, cell in wanted.items() if cell}
    for ident, row in sheet.rows("Passage").items():
        if {column: cell for column, cell in row.items() if column != "id"} == wanted:
            return ident
    name = f"p {section} {'p' + page if page else ''}"
    return sheet.put("Passage", {"id": sheet.named("Passage", name), **wanted})


def _citations(
    sheet: _Sheet, proposal: Proposal, choice: Choice, passage: str
) -> Iterable[tuple[str, str]]:
    for work, chosen in zip(proposal.works, choice.works, strict=True):
        if chosen.source == NONE:
            continue
        source = _source(sheet, proposal, work, chosen)
        row = {
            "printedForm": _printed(chosen),
            "mode": chosen.mode,
            "pages": work.pages,
            "relayedBy": chosen.relayed_by if chosen.mode == "relayed" else "",
            "foundAt": passage,
        }
        row = {column: cell for column, cell in row.items() if cell}
        yield _citation(sheet, row), source


def _citation(sheet: _Sheet, row: dict[str, str]) -> str:
    for ident, other in sheet.rows("Citation").items():
        if {column: cell for column, cell in other.items() if column != "id"} == row:
            return ident
    return sheet.put("Citation", {"id": sheet.numbered("Citation", "c"), **row})


def _source(sheet: _Sheet, proposal: Proposal, work: Work, chosen: CitedChoice) -> str:
    printed = _printed(chosen)
    if chosen.source == NEW:
        row = rows_for([(record_of(work), proposal.file)], sheet.rows("Source"))[0]
        return sheet.put("Source", {**row, "spellings": printed})
    row = dict(sheet.rows("Source")[chosen.source])
    spellings = [one for one in row.get("spellings", "").split(LIST_SEPARATOR) if one]
    if printed not in map(normalised, spellings):
        row["spellings"] = LIST_SEPARATOR.join(sorted({*spellings, printed}))
    return sheet.put("Source", row)


def _printed(chosen: CitedChoice) -> str:
    # What separates the values of a list cannot stand within one of them.
    return clean(normalised(chosen.printed.replace(LIST_SEPARATOR, " ")))


def _strength(
    sheet: _Sheet, choice: Choice, element: str, passage: str, cited: list[tuple[str, str]]
) -> None:
    sheet.put(
        "ReportedStrength",
        {
            "id": sheet.numbered("ReportedStrength", "s"),
            "strengthOf": element,
            "inDomain": choice.domain,
            "wordNl": choice.strength_nl.strip(),
            "wordEn": choice.strength_en.strip(),
            "reportedBy": cited[0][1] if cited else sheet.tables.study,
            "foundAt": passage,
            "restsOn": cited[0][0] if cited else "",
        },
    )


def record_of(work: Work) -> Record:
    """Say a cited work as a bibliographic record.

    Args:
        work: The work.

    Returns:
        What the list of references says of it, else what the citation says.
    """
    known: Mapping[str, Any] = work.reference
    authors = known.get("authors") or work.authors
    return tidy(
        replace(
            Record(**{"type": "document", **fields_of(known)}),
            authors=tuple(read_author(str(name)) for name in authors),
            issued=read_date(str(known.get("year") or work.year)),
        )
    )


def fields_of(reference: Mapping[str, Any]) -> dict[str, Any]:
    """Take the plain fields of a record out of what a list of references says.

    Args:
        reference: Field → value.

    Returns:
        Those that a record has as a text.
    """
    return {k: str(v) for k, v in reference.items() if k in _PLAIN and v}
