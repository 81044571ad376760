"""The matrix filtered: every engine counts what a recount of the tables counts."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_graph import queries
from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.queries import behind
from evidence_graph.queries.filtering import Filters
from evidence_graph.store import GraphStore
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema
from tests.contract.conftest import Place
from tests.ingest.tables import STUDY, DataFolder

ABOVE_DOMAIN = {
    "unspecified": (),
    "youth": (),
    "care": ("youth",),
    "mental": ("care", "youth"),
    "work": (),
}
ABOVE_LAYER = {"client": (), "alliance": (), "task-alliance": ("alliance",), "team": ()}
YEARS = {"s0": 1999, "s1": 2005, "s2": 2010, "s3": 2010, "s4": None, "study-one": 2018}
# s1 and s2 report on one piece of research.
UNITS = {"s1": "one", "s2": "one"}
ELEMENTS = tuple(f"e{number}" for number in range(9))
SIDES = {"e0": ("client",), "e1": ("client", "methodical"), "e2": ("methodical",)}
LAYERS = {
    element: (("client",), ("task-alliance",), ("alliance", "team"))[n % 3]
    for n, element in enumerate(ELEMENTS)
}
SEARCHED = ("e7", "work")
"""What a search looked for, without finding anything."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as the tables have it; ``cited`` are source and mode."""

    about: str
    domain: str
    direction: str
    lane: str
    kind: str
    cited: tuple[tuple[str, str], ...]


def _findings() -> tuple[Row, ...]:
    random = Random(7)  # noqa: S311  made-up data, the same each time
    modes = [
        (source, mode) for source in YEARS if source != "study-one" for mode in ("read", "relayed")
    ]
    rows = []
    for _ in range(70):
        cited = random.sample(modes, random.choice((0, 1, 1, 2)))
        # The last two elements have no finding; in "work" nobody found anything of one of them.
        rows.append(
            Row(
                random.choice(ELEMENTS[:-2]),
                random.choice(("unspecified", "youth", "mental", "work")),
                random.choice(("supports", "qualifies", "named")),
                random.choice(("", "effect", "experience")),
                random.choice(("", "randomised", "qualitative")),
                tuple(sorted(cited)) or (("study-one", "own"),),
            )
        )
    return tuple(rows)


FINDINGS = _findings()


def _write(folder: DataFolder) -> None:
    def table(name: str, header: str, lines: Sequence[Sequence[object]]) -> None:
        path = folder.file(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header.split(","))
            writer.writerows(lines)

    table(
        "thesaurus/domains",
        "id,labelNl,labelEn,broader,order",
        [
            (name, name, name, above[0] if above else "", n)
            for n, (name, above) in enumerate(ABOVE_DOMAIN.items())
        ],
    )
    table(
        "thesaurus/perspectives",
        "id,labelNl,labelEn,definitionNl,definitionEn,order",
        [(one, one, one, "Een.", "One.", n) for n, one in enumerate(("client", "methodical"))],
    )
    table(
        "thesaurus/elements",
        "id,labelNl,labelEn,definitionNl,definitionEn,placedIn,seenFrom,order",
        [
            (
                one,
                f"z{one[::-1]}",
                f"{one[::-1]}",
                "Een.",
                "One.",
                "|".join(LAYERS[one]),
                "|".join(SIDES.get(one, ())),
                n,
            )
            for n, one in enumerate(ELEMENTS)
        ],
    )
    table("sources/studies", "id,labelNl,labelEn,evidenceKind", [("one", "Een", "One", "cohort")])
    table(
        "sources/sources",
        "id,shortName,sourceType,year,spellings,originatesFrom",
        [
            (one, one, "report", year or "", f"{one} printed", UNITS.get(one, ""))
            for one, year in YEARS.items()
        ],
    )
    cited = [(n, *one) for n, row in enumerate(FINDINGS) for one in row.cited if one[1] != "own"]
    table(
        f"{STUDY}/citations",
        "id,printedForm,mode,relayedBy,foundAt",
        [
            (
                f"c{n}-{source}-{mode}",
                f"{source} printed",
                mode,
                "s0" if mode == "relayed" else "",
                "p1",
            )
            for n, source, mode in cited
        ],
    )
    rests = defaultdict(list)
    for n, source, mode in cited:
        rests[n].append(f"c{n}-{source}-{mode}")
    table(
        f"{STUDY}/findings",
        "id,about,inDomain,direction,lane,evidenceKind,paraphraseNl,paraphraseEn,foundAt,restsOn",
        [
            (
                f"f{n}",
                row.about,
                "" if row.domain == "unspecified" else row.domain,
                row.direction,
                row.lane,
                row.kind,
                "Een.",
                "One.",
                "p1",
                "|".join(rests[n]),
            )
            for n, row in enumerate(FINDINGS)
        ],
    )
    for name in ("relations", "reported-strengths", "exceptions"):
        folder.file(f"{STUDY}/{name}").unlink()
    table(
        f"{STUDY}/search-protocols",
        "id,systematic,questionNl,questionEn,termsNl,termsEn,searchedInNl,searchedInEn,covers,searchesFor,foundAt",
        [
            (
                "z1",
                "true",
                "Wat?",
                "What?",
                "a",
                "a",
                "Hier.",
                "Here.",
                SEARCHED[1],
                SEARCHED[0],
                "p1",
            )
        ],
    )


@pytest.fixture(scope="module")
def graph(
    new_place: Callable[[], Place], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GraphStore]:
    """Open a graph with these findings."""
    folder = DataFolder(Path(tmp_path_factory.mktemp("data")))
    _write(folder)
    with new_place().open() as store:
        ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        ingest(folder.path, store)
        yield store


def _some(prefix: str, names: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    full = [f"{prefix}/{name}" if prefix else name for name in names]
    return st.lists(st.sampled_from(full), max_size=2, unique=True).map(tuple)


wanted = st.builds(
    Filters,
    layers=_some("layer", list(ABOVE_LAYER)),
    domains=_some("domain", list(ABOVE_DOMAIN)),
    states=_some("", ["N0", "N1", "P2"]),
    sources=_some("source", list(YEARS)),
    kinds=_some("", ["randomised", "qualitative"]),
    lanes=_some("", ["effect", "experience"]),
    perspectives=_some("perspective", ["client", "methodical"]),
    since=st.none() | st.integers(1998, 2019),
    until=st.none() | st.integers(1998, 2019),
)


def _upwards(ident: str, above: Mapping[str, tuple[str, ...]], prefix: str) -> set[str]:
    return {f"{prefix}/{one}" for one in (ident, *above[ident])}


def _fits(row: Row, want: Filters) -> bool:
    """Whether a finding is wanted, by the words of the page alone."""

    def source(name: str) -> bool:
        year = YEARS[name]
        if want.sources and f"source/{name}" not in want.sources:
            return False
        if want.since and (year is None or year < want.since):
            return False
        return not (want.until and (year is None or year > want.until))

    return (
        (not want.lanes or row.lane in want.lanes)
        and (not want.kinds or row.kind in want.kinds)
        and any(source(name) for name, _ in row.cited)
    )


def _expected(want: Filters) -> dict[str, dict[str, tuple[int, int, int]]]:
    """By element and domain: findings, sources read and independent studies, counted one by one."""
    of_findings = want.sources or want.kinds or want.lanes or want.since or want.until
    found: dict[str, dict[str, tuple[int, int, int]]] = {}
    for element in ELEMENTS:
        layers = {up for one in LAYERS[element] for up in _upwards(one, ABOVE_LAYER, "layer")}
        sides = {f"perspective/{one}" for one in SIDES.get(element, ())}
        if (want.layers and not layers & set(want.layers)) or (
            want.perspectives and not sides & set(want.perspectives)
        ):
            continue
        boxes, empty = {}, False
        for domain in ABOVE_DOMAIN:
            held = [row for row in FINDINGS if (row.about, row.domain) == (element, domain)]
            fit = [row for row in held if _fits(row, want)]
            state = "N1" if (element, domain) == SEARCHED else "N0"
            if want.states and state not in want.states:
                continue
            if want.domains and not _upwards(domain, ABOVE_DOMAIN, "domain") & set(want.domains):
                continue
            if not held and state == "N0":
                empty = True
            elif fit or not of_findings:
                boxes[f"domain/{domain}"] = _counted(fit)
        of_boxes = want.domains or want.states or of_findings
        if boxes or not of_boxes or (empty and "N0" in want.states and not of_findings):
            found[f"element/{element}"] = boxes
    return found


def _counted(rows: Sequence[Row]) -> tuple[int, int, int]:
    read = {
        name
        for row in rows
        for name, mode in row.cited
        if mode == "read" and row.direction != "named"
    }
    return len(rows), len(read), len({UNITS.get(name, name) for name in read})


@given(want=wanted)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_filter_counts_what_a_recount_of_the_tables_counts(
    graph: GraphStore, want: Filters
) -> None:
    expected = _expected(want)
    page = queries.matrix(graph, 0, 100, wanted=want)
    assert (page.total, page.everything) == (len(expected), len(ELEMENTS))
    assert {
        row.id: {
            cell.domain: (cell.finding_count, cell.source_count, cell.independent_count)
            for cell in row.cells
            if cell.fits
        }
        for row in page.rows
    } == expected
    assert page.known == Counter(domain for boxes in expected.values() for domain in boxes)
    below = Counter(
        up
        for boxes in expected.values()
        for up in {
            up
            for domain in boxes
            for up in _upwards(domain.removeprefix("domain/"), ABOVE_DOMAIN, "domain")
        }
    )
    assert page.known_below == below


def _behind(want: Filters, element: str, domains: Sequence[str]) -> list[str]:
    """The findings that stand behind the boxes of an element, in the order of the table."""
    of_findings = want.sources or want.kinds or want.lanes or want.since or want.until
    wide = replace(want, layers=(), perspectives=())
    boxes = _expected(wide).get(f"element/{element}", {})
    return [
        f"finding/study-one/f{number}"
        for number, row in enumerate(FINDINGS)
        if row.about == element
        and row.domain in domains
        and f"domain/{row.domain}" in boxes
        and (not of_findings or _fits(row, want))
    ]


@given(
    want=wanted,
    element=st.sampled_from(ELEMENTS),
    domains=st.lists(st.sampled_from(list(ABOVE_DOMAIN)), unique=True, max_size=3),
    size=st.integers(1, 25),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_behind_boxes_stands_what_their_counts_count(
    graph: GraphStore, want: Filters, element: str, domains: list[str], size: int
) -> None:
    ids = [f"domain/{one}" for one in domains]
    expected = _behind(want, element, domains or list(ABOVE_DOMAIN))
    with patch.object(behind, "SHOWN", size):
        pages = -(-len(expected) // size)
        found = [
            queries.findings_behind(graph, f"element/{element}", ids, want, number)
            for number in range(pages + 1)
        ]
    listed = [one.id for part in found[:pages] for one in part.page.findings]
    assert sorted(listed) == sorted(expected)
    # Past the end stands the last page.
    assert found[-1].page == found[max(pages - 1, 0)].page
    everything = sum(row.about == element for row in FINDINGS)
    assert {(one.page.total, one.page.pages, one.everything) for one in found} == {
        (len(expected), pages, everything)
    }
    assert {one.looked_through for one in found} == {None}
    # A box of the matrix counts the same.
    row = next(
        (
            r
            for r in queries.matrix(graph, 0, 100, wanted=want).rows
            if ids and r.id == f"element/{element}"
        ),
        None,
    )
    if row is not None:
        counted = sum(cell.finding_count for cell in row.cells if cell.fits and cell.domain in ids)
        assert counted == len(expected)


def test_in_the_largest_element_not_all_is_looked_through(graph: GraphStore) -> None:
    element, count = Counter(row.about for row in FINDINGS).most_common(1)[0]
    with patch.object(behind, "MOST_PAGES", 0):
        found = queries.findings_behind(graph, f"element/{element}")
    assert (found.page.findings, found.page.total, found.looked_through) == ((), count, 0)


@given(want=wanted)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_dropping_a_filter_leaves_what_is_said(graph: GraphStore, want: Filters) -> None:
    for one in queries.dropping(queries.overview(graph), want):
        usual = getattr(Filters(), one.field)
        less = Filters(
            **{
                name: usual if name == one.field else getattr(want, name)
                for name in Filters.__slots__
            }
        )
        assert one.rows == len(_expected(less))


@pytest.mark.parametrize("order", ["name", "findings", "sources", "domains"])
def test_rows_are_ordered_over_all_pages(graph: GraphStore, order: str) -> None:
    want = Filters(lanes=("effect", "experience"))
    whole = queries.matrix(graph, 0, 100, wanted=want, order=order, language="en").rows  # type: ignore[arg-type]
    pages = [
        row
        for first in range(0, len(whole), 3)
        for row in queries.matrix(graph, first, 3, wanted=want, order=order, language="en").rows  # type: ignore[arg-type]
    ]
    assert [row.id for row in pages] == [row.id for row in whole]
    boxes = _expected(want)

    def key(ident: str) -> object:
        rows = [row for row in FINDINGS if f"element/{row.about}" == ident and _fits(row, want)]
        return {
            "name": ident[::-1],
            "findings": -len(rows),
            "sources": -_counted(rows)[1],
            "domains": -len(boxes[ident]),
        }[order]

    keys = [key(row.id) for row in whole]
    assert keys == sorted(keys)  # type: ignore[type-var]
    assert len(set(map(str, keys))) > 1


def test_what_can_be_chosen_is_counted(graph: GraphStore) -> None:
    counted = queries.choices(queries.overview(graph))
    for lane in ("effect", "experience"):
        assert counted["lanes"][lane] == len(_expected(Filters(lanes=(lane,))))
    for source in YEARS:
        ident = f"source/{source}"
        assert counted["sources"][ident] == len(_expected(Filters(sources=(ident,))))
    for domain in ABOVE_DOMAIN:
        ident = f"domain/{domain}"
        assert counted["domains"][ident] == len(_expected(Filters(domains=(ident,))))
    for layer in ABOVE_LAYER:
        ident = f"layer/{layer}"
        assert counted["layers"][ident] == len(_expected(Filters(layers=(ident,))))
    assert counted["states"] == {"N0": 9, "N1": 1}
    assert counted["perspectives"] == {"perspective/client": 2, "perspective/methodical": 2}


def _support(element: str, gone: Sequence[str] = ()) -> set[str]:
    rows = [row for row in FINDINGS if row.about == element and row.direction != "named"]
    read = {name for row in rows for name, mode in row.cited if mode == "read"}
    return read - set(gone)


def test_each_kind_of_not_knowing_is_counted(graph: GraphStore) -> None:
    found = queries.gaps(queries.overview(graph), queries.domains(graph))
    filled = {(row.about, row.domain) for row in FINDINGS} | {SEARCHED}
    assert (found.boxes, found.empty) == (
        len(ELEMENTS) * len(ABOVE_DOMAIN),
        len(ELEMENTS) * len(ABOVE_DOMAIN) - len(filled),
    )
    assert [domain.id for domain in found.unknown_domains] == ["domain/care"]
    assert {line.id for line in found.untouched} == {"element/e7", "element/e8"}
    assert [(spot.line.id, spot.domain, spot.state) for spot in found.searched] == [
        ("element/e7", "domain/work", "N1")
    ]
    support = {element: _support(element) for element in ELEMENTS}
    assert {one.line.id for one in found.one_source} == {
        f"element/{one}" for one, read in support.items() if len(read) == 1
    }
    assert {one.line.id for one in found.one_study} == {
        f"element/{one}"
        for one, read in support.items()
        if len(read) > 1 and len({UNITS.get(name, name) for name in read}) == 1
    }
    assert (found.contested, found.pulling) == ((), ())


@given(gone=st.lists(st.sampled_from(list(YEARS)), unique=True))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_left_without_sources_is_what_a_recount_leaves(
    graph: GraphStore, gone: list[str]
) -> None:
    fallen = queries.without(queries.overview(graph), [f"source/{one}" for one in gone])
    expected = {}
    for element in ELEMENTS:
        before, left = _support(element), _support(element, gone)
        if before != left:
            studies = tuple(len({UNITS.get(name, name) for name in one}) for one in (before, left))
            expected[f"element/{element}"] = (len(before), len(left), *studies)
    assert {
        one.line.id: (one.before, one.left, one.studies_before, one.studies_left) for one in fallen
    } == expected
    kept = [(one.studies_left, one.left) for one in fallen]
    assert kept == sorted(kept), "those that keep the least come first"


def test_sources_beside_each_other_are_those_of_a_recount(graph: GraphStore) -> None:
    chosen = ("e0", "e1", "e2")
    found = queries.compared(graph, [f"element/{one}" for one in chosen] + ["domain/work"])
    support = {one: {f"source/{name}" for name in _support(one)} for one in chosen}
    assert [one.page.id for one in found.elements] == [f"element/{one}" for one in chosen]
    assert (found.domains, found.gone) == ((), ())
    for name, one in zip(chosen, found.elements, strict=True):
        others = set().union(*(support[other] for other in chosen if other != name))
        assert one.sources.all == support[name]
        assert one.sources.shared == set.intersection(*support.values())
        assert one.sources.alone == support[name] - others
        assert one.directions == Counter(row.direction for row in FINDINGS if row.about == name)


def test_domains_beside_each_other_are_those_of_a_recount(graph: GraphStore) -> None:
    found = queries.compared(graph, ["domain/mental", "domain/work", "domain/gone"])
    assert found.gone == ("domain/gone",)
    for name, one in zip(("mental", "work"), found.domains, strict=True):
        rows = [row for row in FINDINGS if row.domain == name]
        held = {f"element/{row.about}" for row in rows}
        held |= {f"element/{SEARCHED[0]}"} if name == SEARCHED[1] else set()
        assert set(one.boxes) == held
        counted = _counted(rows)
        assert (one.findings, len(one.sources.all), one.independent) == counted


def test_nothing_asked_for_offers_everything(graph: GraphStore) -> None:
    found = queries.compared(graph, ())
    assert (len(found.lines), len(found.choices)) == (len(ELEMENTS), len(ABOVE_DOMAIN))
    assert (found.elements, found.domains) == ((), ())
