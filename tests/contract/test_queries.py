"""Every question of the explorer, asked of the small example, on every engine."""

from collections import Counter

import pytest

from evidence_graph import queries
from evidence_graph.queries.answers import (
    Cell,
    CitationOf,
    Domain,
    ElementPage,
    ElementRow,
    ExceptionOf,
    FindingOf,
    Layer,
    Matrix,
    Named,
    Network,
    NetworkEdge,
    NetworkNode,
    Page,
    RelationOf,
    Reported,
    SourcePage,
    SourceRow,
    Text,
)
from evidence_graph.store import GraphStore
from tests.contract.small_graph import LINKS, NODES

YOUTH = Named("domain/youth", Text("Jeugd", "Youth"))
YOUTH_CARE = Named("domain/youth-care", Text("Jeugdzorg", "Youth care"))
UNSPECIFIED = Named("domain/unspecified", Text("Niet genoemd", "Not named"))
TRUST = Named("element/trust", Text("Vertrouwen", "Trust"))
GOALS = Named("element/goals", Text("Doelen", "Goals"))
PLAN = Named("element/plan", Text("Plan", "Plan"))
BERG = Named("source/berg-2010", Text("Berg (2010)", "Berg (2010)"))
FAR = Named("source/far-1999", Text("Far (1999)", "Far (1999)"))
STUDY = Named("source/s", Text("Study (2018)", "Study (2018)"))

LAYERS = (
    Layer("layer/client", Text("Cliënt", "Client"), Text(), 10, 0, None, 1),
    Layer("layer/bond", Text("Band", "Bond"), Text("Tussen twee.", "Between two."), 20, 1, None, 1),
    Layer("layer/way", Text("Wijze", "Way"), Text(), 30, None, "layer/bond", 3),
)
DOMAINS = (
    Domain("domain/youth", Text("Jeugd", "Youth"), Text(), 10, None),
    Domain("domain/youth-care", Text("Jeugdzorg", "Youth care"), Text(), 20, "domain/youth"),
    Domain("domain/unspecified", Text("Niet genoemd", "Not named"), Text(), 99, None),
)
STRONG = Reported(Text("sterk", "strong"), BERG, "4.2")
TRUST_CELLS = (
    Cell("element/trust", "domain/youth", "N0", 0, 0, (STRONG,)),
    Cell("element/trust", "domain/youth-care", "P2", 1, 1),
)
GOALS_CELLS = (Cell("element/goals", "domain/unspecified", "N0", 1, 1),)
C1 = CitationOf(BERG, "Berg (2010, p. 8)", "read", (), "8")
C2 = CitationOf(FAR, "Far (1999)", "relayed", (BERG,), "")
C3 = CitationOf(BERG, "Berg, 2010", "read", (), "")
OWN = CitationOf(STUDY, "", "own", (), "")
F1 = FindingOf(
    "finding/s/f1",
    TRUST,
    Text("Vertrouwen helpt.", "Trust helps."),
    "supports",
    YOUTH_CARE,
    ("4.2", "4.10, p. 31"),
    STUDY,
    (C1,),
    "experience",
    "qualitative",
    "association",
    (Named("outcome/o1", Text("Rust", "Calm")),),
)
F2 = FindingOf(
    "finding/s/f2",
    TRUST,
    Text("Niet altijd.", "Not always."),
    "qualifies",
    None,
    ("4.2",),
    STUDY,
    (OWN,),
)
F3 = FindingOf(
    "finding/s/f3",
    GOALS,
    Text("Doelen richten.", "Goals direct."),
    "supports",
    None,
    ("4.2",),
    STUDY,
    (C1, C2, C3),
)
R1 = RelationOf(
    "relation/s/r1",
    "contributes-to",
    GOALS,
    TRUST,
    Text("Doelen geven vertrouwen.", "Goals give trust."),
    ("4.10, p. 31",),
    (C1,),
)
R2 = RelationOf("relation/s/r2", "conflicts-with", PLAN, TRUST, Text("Soms.", ""), ("4.2",), (OWN,))
X1 = ExceptionOf(
    "exception/s/x1",
    (TRUST, PLAN),
    Text("Bij gevaar.", "In danger."),
    Text("Dan niet.", "Then not."),
    ("4.2",),
    (C2,),
)


def row(named: Named, layers: tuple[str, ...], counts: tuple[int, int, int]) -> ElementRow:
    return ElementRow(
        named.id,
        named.label,
        layers,
        finding_count=counts[0],
        source_count=counts[1],
        exception_count=counts[2],
    )


ROWS = (
    row(GOALS, ("layer/client",), (1, 1, 0)),
    row(TRUST, ("layer/bond", "layer/way"), (26, 2, 1)),
    row(PLAN, ("layer/way",), (0, 0, 1)),
    row(Named("element/alone", Text("Los", "Alone")), ("layer/way",), (0, 0, 0)),
)
EDGES = (
    NetworkEdge("element/goals", "element/plan", "broader", 1),
    NetworkEdge("element/goals", "element/trust", "contributes-to", 1),
    NetworkEdge("element/goals", "element/trust", "predicts", 2),
    NetworkEdge("element/plan", "element/trust", "conflicts-with", 1),
)


def node(which: Named, distance: int | None) -> NetworkNode:
    rest = {
        "element/trust": ("layer/bond", 26, 2, 1, (("N0", 1), ("P2", 1))),
        "element/goals": ("layer/client", 1, 1, 0, (("N0", 1),)),
        "element/plan": ("layer/way", 0, 0, 1, ()),
    }[which.id]
    return NetworkNode(which.id, which.label, *rest, distance, tie_count=2)


def test_layers_and_domains_come_in_their_order(example: GraphStore) -> None:
    assert queries.layers(example) == LAYERS
    assert queries.domains(example) == DOMAINS


def test_the_matrix_has_rows_in_order_and_only_cells_that_hold_something(
    example: GraphStore,
) -> None:
    page = queries.matrix(example, 0, 2)
    goals, trust = page.rows
    assert (page.domains, page.total, page.offset) == (DOMAINS, 4, 0)
    assert (goals.id, goals.cells) == ("element/goals", GOALS_CELLS)
    assert (trust.id, trust.cells) == ("element/trust", TRUST_CELLS)
    known = {"domain/youth": 1, "domain/youth-care": 1, "domain/unspecified": 1}
    counts = (4, known, known)
    assert queries.matrix(example, 2, 50) == Matrix(DOMAINS, ROWS[2:], 4, 2, *counts)
    assert queries.matrix(example, 4, 50) == Matrix(DOMAINS, (), 4, 4, *counts)


def test_elements_are_listed_in_the_order_of_the_matrix(example: GraphStore) -> None:
    assert queries.elements(example) == (ROWS, 4)
    assert queries.elements(example, 1, 1) == (ROWS[1:2], 4)


def test_sources_are_listed_by_name(example: GraphStore) -> None:
    expected = (
        SourceRow("source/berg-2010", "Berg (2010)", "Bergen", 2010, 26, 2, 1),
        SourceRow("source/far-1999", "Far (1999)", "", 1999, 1, 1, 0),
        SourceRow("source/s", "Study (2018)", "De studie", 2018, 1, 1, 0),
    )
    assert queries.sources(example) == (expected, 3)
    assert queries.sources(example, 1, 1) == (expected[1:2], 3)


def test_the_page_of_an_element_holds_all_but_its_findings(example: GraphStore) -> None:
    assert queries.element_page(example, "element/trust") == ElementPage(
        id="element/trust",
        label=TRUST.label,
        definition=Text("Dat iemand zich veilig weet.", "That somebody feels safe."),
        synonyms=(("veiligheid", "geborgenheid"), ("safety",)),
        layers=(LAYERS[1], LAYERS[2]),
        broader=(),
        narrower=(),
        finding_count=26,
        source_count=2,
        independent_count=1,
        relayed_count=0,
        cells=TRUST_CELLS,
        relation_count=2,
        relations=(R1, R2),
        exceptions=(X1,),
    )


def test_broader_and_narrower_elements_point_at_each_other(example: GraphStore) -> None:
    plan, goals = (queries.element_page(example, one.id) for one in (PLAN, GOALS))
    assert plan is not None
    assert (plan.narrower, plan.broader, plan.exceptions) == ((GOALS,), (), (X1,))
    assert goals is not None
    assert (goals.narrower, goals.broader, goals.relayed_count) == ((), (PLAN,), 1)
    assert goals.relations == (R1,)


def test_an_element_of_which_nothing_is_known_has_a_page(example: GraphStore) -> None:
    page = queries.element_page(example, "element/alone")
    assert page is not None
    assert (page.cells, page.relations, page.exceptions, page.narrower) == ((), (), (), ())


def test_findings_about_an_element_come_in_pages(example: GraphStore) -> None:
    assert queries.findings_about(example, "element/trust") == Page((F1,), 0, 2, 26)
    assert queries.findings_about(example, "element/trust", 1) == Page((F2,), 1, 2, 26)
    assert queries.findings_about(example, "element/goals") == Page((F3,), 0, 1, 1)


def test_findings_from_a_source_come_in_pages_each_finding_once_a_page(
    example: GraphStore,
) -> None:
    assert queries.findings_from(example, "source/berg-2010") == Page((F1, F3), 0, 2, 26)
    assert queries.findings_from(example, "source/berg-2010", 1) == Page((F3,), 1, 2, 26)
    assert queries.findings_from(example, "source/s") == Page((F2,), 0, 1, 1)


def test_the_page_of_a_source_says_what_rests_on_it_and_who_tells_of_it(
    example: GraphStore,
) -> None:
    berg = queries.source_page(example, "source/berg-2010")
    assert berg == SourcePage(
        id="source/berg-2010",
        short_name="Berg (2010)",
        title="Bergen",
        authors=("Berg, A.", "Dal, B."),
        year=2010,
        source_type="book",
        url="https://example.org/bergen",
        note=Text("Een boek.", "A book."),
        spellings=("Berg (2010)", "Berg, 2010"),
        finding_count=26,
        element_count=2,
        sole_support_of=(GOALS,),
        relayed_by=(),
        relays=(FAR,),
        reported_strengths=(
            (TRUST, YOUTH, STRONG),
            (GOALS, UNSPECIFIED, Reported(Text("matig", ""), BERG, "")),
        ),
    )
    far = queries.source_page(example, "source/far-1999")
    assert far is not None
    assert (far.relayed_by, far.relays, far.title, far.authors) == ((BERG,), (), "", ())


def test_what_does_not_exist_has_no_page(example: GraphStore) -> None:
    assert queries.element_page(example, "element/none") is None
    assert queries.source_page(example, "source/none") is None
    assert queries.findings_about(example, "element/none") == Page((), 0, 0, 0)
    assert queries.findings_from(example, "source/none", 3) == Page((), 3, 0, 0)
    assert queries.neighbourhood(example, "element/none").nodes == ()


def test_the_network_starts_with_what_has_most_sources(example: GraphStore) -> None:
    found = queries.network(example, 3)
    assert found == Network(
        LAYERS, (node(TRUST, None), node(GOALS, None), node(PLAN, None)), EDGES, None, 1
    )
    assert queries.network(example, 2).edges == EDGES[1:3]


@pytest.mark.parametrize(
    ("steps", "limit", "nodes", "left_out"),
    [
        (1, 60, (node(PLAN, 0), node(TRUST, 1), node(GOALS, 1)), 0),
        (3, 60, (node(PLAN, 0), node(TRUST, 1), node(GOALS, 1)), 0),
        (1, 2, (node(PLAN, 0), node(TRUST, 1)), 1),
        (0, 60, (node(PLAN, 0), node(TRUST, 1), node(GOALS, 1)), 0),
        (99, 60, (node(PLAN, 0), node(TRUST, 1), node(GOALS, 1)), 0),
    ],
)
def test_a_neighbourhood_holds_what_lies_near_however_it_is_tied(
    example: GraphStore, steps: int, limit: int, nodes: tuple[NetworkNode, ...], left_out: int
) -> None:
    found = queries.neighbourhood(example, "element/plan", steps, limit)
    ids = {one.id for one in nodes}
    edges = tuple(edge for edge in EDGES if {edge.start, edge.end} <= ids)
    assert found == Network(LAYERS, nodes, edges, "element/plan", left_out, "around")


def test_counts_by_label_and_type(example: GraphStore) -> None:
    stats = queries.graph_stats(example)
    assert stats.nodes == {label: len(rows) for label, rows in sorted(NODES.items())}
    assert stats.relationships == dict(sorted(Counter(kind for _, kind, _, _ in LINKS).items()))
