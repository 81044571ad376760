"""By which words can everything be found? What an index of the explorer is filled from.

Everything is read in parts of a bounded size, each starting at an index, so that a graph of a
million findings can be read in the background.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.context import studies_read
from evidence_graph.queries.scheme import domains
from evidence_graph.queries.texts import text
from evidence_graph.queries.told import as_told, ids_in_study, told_rows
from evidence_graph.store import GraphStore

Kind = Literal["element", "source", "domain", "recommendation", "gap", "voice", "finding"]

PART: Final = 500
"""How many elements or sources are read at once."""
PAGES: Final = 10
"""How many pages of findings are read at once; few, so that a reader can come in between."""
_PAGE_SIZE: Final = 25
_NONE: Final = Text()
_TOLD: Final[tuple[tuple[Kind, str], ...]] = (
    ("recommendation", "Recommendation"),
    ("gap", "KnowledgeGap"),
    ("voice", "PracticeVoice"),
)


@dataclass(frozen=True, slots=True)
class Searchable:
    """One thing that can be found, with everything by which it can be and where it belongs.

    Attributes:
        id: its id.
        kind: what it is.
        name: its name; empty for a finding.
        other_names: synonyms, or the title and spellings of a source.
        said: its definition, its note, or our paraphrase.
        makers: authors and year of a source; the sources that a finding rests on.
        around: names of what it is about, also other names, to find it by.
        elements: the elements that it is about.
        domains: the domains that it is about.
        layers: the layers that an element stands in, its own first.
        sources: the sources that a finding rests on; the study that something was told in.
        states: of an element: code of a state and the number of its cells.
        page: of a finding: on which page of the findings about its element it stands, from 0.
    """

    id: str
    kind: Kind
    name: Text = _NONE
    other_names: tuple[Text, ...] = ()
    said: Text = _NONE
    makers: tuple[str, ...] = ()
    around: tuple[Text, ...] = ()
    elements: tuple[Named, ...] = ()
    domains: tuple[Named, ...] = ()
    layers: tuple[Named, ...] = ()
    sources: tuple[Named, ...] = ()
    states: tuple[tuple[str, int], ...] = ()
    page: int = 0


def searchables(store: GraphStore) -> Iterator[tuple[Searchable, ...]]:
    """Read everything that can be found.

    Args:
        store: the graph.

    Yields:
        Parts of bounded size: what there are few of first, findings last.
    """
    yield tuple(_domain(one.id, one.label, one.definition) for one in domains(store))
    pages: list[str] = []
    for part in _parts(store, "search_elements"):
        yield tuple(_element(row["element"], row["layers"]) for row in part)
        pages += [page for row in part for page in _pages(row["element"])]
    for part in _parts(store, "search_sources"):
        yield tuple(_source(row["source"]) for row in part)
    for study in studies_read(store):
        for kind, label in _TOLD:
            yield _told(store, kind, label, study)
    for first in range(0, len(pages), PAGES):
        found = store.read(text("search_findings"), pages=pages[first : first + PAGES])
        yield tuple(map(_finding, found))


def _parts(store: GraphStore, question: str) -> Iterator[list[dict[str, Any]]]:
    first = 0
    while part := store.read(text(question), first=first, last=first + PART):
        yield part
        first += PART


def _pages(element: rows.Map) -> list[str]:
    count = -(-rows.number(element, "findingCount") // _PAGE_SIZE)
    return [f"{element['id']}#{number}" for number in range(count)]


def _domain(ident: str, label: Text, definition: Text) -> Searchable:
    return Searchable(ident, "domain", label, said=definition)


def _element(element: rows.Map, layers: Sequence[rows.Map]) -> Searchable:
    order = {ident: place for place, ident in enumerate(rows.layer_ids(element, layers))}
    placed = sorted(map(rows.named, layers), key=lambda layer: order[layer.id])
    return Searchable(
        id=element["id"],
        kind="element",
        name=rows.text(element, "label"),
        other_names=_other_names(element),
        said=rows.text(element, "definition"),
        layers=tuple(placed),
        states=tuple(
            (code, int(count))
            for code, _, count in (s.partition(":") for s in element.get("states") or ())
        ),
    )


def _source(source: rows.Map) -> Searchable:
    name = rows.source(source).label
    title = str(source.get("title") or "")
    spellings = (str(one) for one in source.get("spellings") or ())
    year = str(source.get("year") or "")
    return Searchable(
        id=source["id"],
        kind="source",
        name=name,
        other_names=tuple(Text(one, one) for one in (title, *spellings) if one),
        said=rows.text(source, "note"),
        makers=(*(source.get("authors") or ()), *((year,) if year else ())),
    )


def _told(store: GraphStore, kind: Kind, label: str, study: Named) -> tuple[Searchable, ...]:
    found = told_rows(store, label, ids_in_study(store, label, study.id))
    return tuple(
        Searchable(
            id=one.id,
            kind=kind,
            name=one.title,
            said=one.text,
            around=tuple(thing.label for thing in (*one.elements, *one.domains)),
            elements=one.elements,
            domains=one.domains,
            sources=(study,),
        )
        for one in (as_told(label, row) for row in found)
    )


def _finding(row: Mapping[str, Any]) -> Searchable:
    elements = tuple(map(rows.named, row["elements"]))
    places = tuple(map(rows.named, row["domains"]))
    others = tuple(name for element in row["elements"] for name in _other_names(element))
    outcomes = tuple(rows.text(outcome, "label") for outcome in row["outcomes"])
    cited = {s["id"]: rows.source(s) for sources in row["cited"] for s in sources}
    return Searchable(
        id=row["finding"]["id"],
        kind="finding",
        said=rows.text(row["finding"], "paraphrase"),
        makers=tuple(source.label.nl for source in cited.values()),
        around=(*(thing.label for thing in (*elements, *places)), *others, *outcomes),
        elements=elements,
        domains=places,
        sources=tuple(cited.values()),
        page=int(str(row["finding"].get("elementPage") or "#0").rpartition("#")[2]),
    )


def _other_names(element: rows.Map) -> tuple[Text, ...]:
    return (
        *(Text(nl, "") for nl in element.get("synonymsNl") or ()),
        *(Text("", en) for en in element.get("synonymsEn") or ()),
    )
