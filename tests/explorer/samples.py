"""Answers made by hand for the tests of the views: some ordinary, some hostile."""

from __future__ import annotations

from dataclasses import replace

from evidence_explorer.views.gaps_lists import Unknown
from evidence_explorer.views.history import StudyHistory
from evidence_explorer.views.matrix import Known
from evidence_explorer.views.matrix_filters import Choices
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
from evidence_graph.queries.compare import Compared, DomainBeside, ElementBeside, Sources
from evidence_graph.queries.gaps import Asked, Fallen, Gaps, Spot, Thin
from evidence_graph.queries.naming import Publication
from evidence_graph.queries.overview import Basis, Box, Line
from evidence_graph.queries.told_answers import (
    AssessmentOf,
    ConcernOf,
    ContradictionOf,
    CurationOf,
    ElementContext,
    ListOf,
    Loss,
    PerspectiveOf,
    ProtocolOf,
    RecommendationOf,
    ReleaseOf,
    Side,
    SourceContext,
    StatisticOf,
    StudyContext,
    StudyOf,
    Support,
    Told,
)

HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "'; DROP TABLE--",
    "[a](javascript:alert(1)) ![b](http://evil.example/x.png)",
    '=HYPERLINK("http://evil.example")',
    "\u202egnirts desrever\u202c",
    "Donaudampfschifffahrtsgesellschaft" * 20,
    "{name} {0} %s $latex$ :material/home: &amp; &lt;b&gt;",
    "</td></tr></table><h1>x",
)


def both(text: str) -> Text:
    """The same text in both languages, told apart by its end."""
    return Text(f"{text} nl", f"{text} en")


def layer(text: str = "Taakalliantie") -> Layer:
    """A layer on the second ring."""
    return Layer("layer/task", both(text), both(text), 1, 2, None, 1)


def domains(text: str = "Jeugd") -> tuple[Domain, ...]:
    """Two domains below a third, and one beside them."""
    return (
        Domain("domain/unspecified", both(f"{text} 0"), both(text), 0, None),
        Domain("domain/youth", both(f"{text} 1"), both(text), 1, None),
        Domain("domain/mental", both(f"{text} 2"), both(text), 2, "domain/youth"),
        Domain("domain/preventive", both(f"{text} 3"), both(text), 3, "domain/youth"),
    )


def element(text: str = "Alliantie") -> Named:
    """An element by name."""
    return Named("element/alliance", both(text))


def source(text: str = "Barnhoorn e.a. (2013)") -> Named:
    """A source by name."""
    return Named("source/barnhoorn-2013", both(text))


def study(text: str = "Integraal werken (2018)") -> Named:
    """The study that was read."""
    return Named("source/study-2018", both(text))


def reported(text: str = "sterk", name: str = "Barnhoorn e.a. (2013)") -> Reported:
    """A strength in a source's own word."""
    return Reported(both(text), source(name), "4.3.1, p. 24")


def cells(text: str = "sterk") -> tuple[Cell, ...]:
    """Findings in one domain, a reported strength in another."""
    return (
        Cell("element/alliance", "domain/unspecified", "N0", 20, 6),
        Cell("element/alliance", "domain/mental", "N0", 1, 1, (reported(text),)),
    )


def matrix(text: str = "Alliantie") -> Matrix:
    """A matrix with one element that has findings and one that has none."""
    rows = (
        ElementRow("element/alliance", both(text), ("layer/task",), 21, 6, 1, cells(text)),
        ElementRow("element/bare", both("Geduld"), ("layer/task",), 0, 0, 0, ()),
    )
    known = {"domain/unspecified": 1, "domain/mental": 1}
    below = {**known, "domain/youth": 1}
    return Matrix(domains(), rows, 2, 0, 2, known, below)


def known_matrix(text: str = "Alliantie") -> Known:
    """A matrix with everything that it can be filtered by."""
    return Known(
        matrix(text),
        Choices(
            counts={
                "layers": {"layer/task": 2},
                "domains": {"domain/youth": 1, "domain/mental": 1},
                "states": {"N0": 2},
                "lanes": {"effect": 1},
                "kinds": {"randomised": 1},
                "perspectives": {"perspective/client": 1},
                "sources": {"source/barnhoorn-2013": 1},
                "since": {"2013": 1},
            },
            layers=(layer(text),),
            domains=domains(text),
            perspectives=(PerspectiveOf("perspective/client", both(text), both(text)),),
            sources={"source/barnhoorn-2013": source(text)},
        ),
        hidden=3,
    )


def unknown(text: str = "Alliantie") -> Unknown:
    """Something of each kind that is not known."""
    one, two = (
        Line(f"element/{name}", n, both(text), frozenset(), frozenset(), ())
        for n, name in enumerate(("alliance", "trust"))
    )
    away = source()
    found = Gaps(
        boxes=8,
        empty=6,
        unknown_domains=domains(text)[:1],
        untouched=(two,),
        unsupported=(two,),
        only_relayed=(Thin(two, (), (away.id,)),),
        one_source=(Thin(one, (away.id,)),),
        one_study=(Thin(one, (away.id, "source/of-the-same")),),
        searched=(Spot(two, "domain/mental", "N1"),),
        contested=(Spot(one, "domain/mental", "M"),),
        pulling=(one,),
    )
    return Unknown(
        gaps=found,
        domains=domains(text),
        known={"domain/mental": 1},
        elements=2,
        sources={away.id: away},
        carried={away.id: 2},
        fallen=(Fallen(one, 1, 0, 1, 0), Fallen(two, 3, 2, 2, 1)),
        studies=(study(),),
        asked=Asked(
            gaps=(
                told("KnowledgeGap", text, "open-question"),
                told("KnowledgeGap", text, "named-gap"),
            ),
            open_points=(told("OpenPoint", text, "missing"),),
            contradictions=(contradiction(text),),
        ),
    )


def beside_elements(text: str = "Alliantie") -> Compared:
    """Two elements side by side, of which the second holds less."""
    page = element_page(text)
    other = replace(page, id="element/trust", label=both("Vertrouwen"), cells=(), exceptions=())
    other = replace(other, source_count=0, independent_count=0, layers=page.layers)
    away = source(text)
    alone = Sources(frozenset({away.id}), frozenset(), frozenset({away.id}))
    shared = Sources(frozenset({away.id}), frozenset({away.id}), frozenset())
    return Compared(
        elements=(
            ElementBeside(page, element_context(text), {"supports": 3, "qualifies": 1}, alone),
            ElementBeside(other, ElementContext(), {"supports": 9}, shared),
        ),
        gone=("element/away",),
        lines=(Line("element/third", 0, both(text), frozenset(), frozenset(), ()),),
        choices=domains(text),
        names={away.id: away},
    )


def beside_domains(text: str = "Jeugd") -> Compared:
    """Two domains side by side: one element known in both, one in the first only."""
    away = source(text)
    basis = Basis("supports", "", "", (away.id,), (), ())
    one, two = domains(text)[2:]
    lines = tuple(
        Line(f"element/{name}", n, both(f"{text} {name}"), frozenset(), frozenset(), ())
        for n, name in enumerate(("first", "common"))
    )
    behind = Sources(frozenset({away.id}), frozenset({away.id}), frozenset())
    box = Box(one.id, "N0", ((2, basis),))
    return Compared(
        domains=(
            DomainBeside(
                one,
                {"element/first": box, "element/common": box},
                4,
                {"supports": 4},
                behind,
                1,
            ),
            DomainBeside(two, {"element/common": box}, 2, {"supports": 2}, behind, 1),
        ),
        lines=lines,
        choices=domains(text),
        names={away.id: away},
    )


def citations(text: str = "Pijnenburg, 2010") -> tuple[CitationOf, ...]:
    """One of each mode, and one whose source was not found."""
    return (
        CitationOf(source(text), text, "read", (), "8"),
        CitationOf(Named("source/wampold", both(text)), text, "relayed", (source(text),)),
        CitationOf(study(), "", "own"),
        CitationOf(None, text, "read"),
    )


def finding(text: str = "Een goede band helpt", direction: str = "supports") -> FindingOf:
    """A finding in a domain."""
    return FindingOf(
        id=f"finding/x/{direction}",
        element=element(text),
        paraphrase=both(text),
        direction=direction,
        domain=Named("domain/mental", both(text)),
        places=("4.3.1, p. 24", text),
        reported_in=study(),
        citations=citations(text),
        lane="experience",
        evidence_kind="qualitative",
        tested_by="association",
        outcomes=(Named("outcome/better", both(text)),),
    )


def findings(text: str = "Een goede band helpt", pages: int = 1, number: int = 0) -> Page:
    """A page with a finding of each direction, one of them unknown."""
    directions = ("contradicts", "supports", "conditional", "qualifies", "novel")
    return Page(tuple(finding(text, one) for one in directions), number, pages, 25 * pages)


def exception(text: str = "Veiligheid in gevaar") -> ExceptionOf:
    """An exception."""
    return ExceptionOf(
        "exception/x", (element(text),), both(text), both(text), ("4.4.3",), citations(text)
    )


def relation(text: str = "Helpt") -> RelationOf:
    """A relation to another element."""
    other = Named("element/trust", both(text))
    return RelationOf(
        "relation/x", "contributes-to", element(text), other, both(text), ("4.4",), citations(text)
    )


def element_page(text: str = "Alliantie") -> ElementPage:
    """The page of an element with everything on it."""
    return ElementPage(
        id="element/alliance",
        label=both(text),
        definition=both(text),
        synonyms=((f"{text} nl",), (f"{text} en",)),
        layers=(layer(text),),
        broader=(Named("element/above", both(text)),),
        narrower=(Named("element/below", both(text)),),
        finding_count=21,
        source_count=6,
        independent_count=5,
        relayed_count=2,
        cells=cells(text),
        relation_count=2,
        relations=(
            relation(text),
            replace(relation(text), start=Named("element/in", both(text)), end=element(text)),
        ),
        exceptions=(exception(text),),
    )


def source_row(text: str = "Barnhoorn") -> SourceRow:
    """A source in a list."""
    return SourceRow("source/barnhoorn-2013", text, text, 2013, 4, 1, 0)


def source_page(text: str = "Barnhoorn") -> SourcePage:
    """The page of a source with everything on it."""
    return SourcePage(
        id="source/barnhoorn-2013",
        short_name=text,
        title=text,
        authors=(text, text),
        year=2013,
        source_type="report",
        url="https://example.org/report",
        note=both(text),
        spellings=(text,),
        finding_count=4,
        element_count=1,
        sole_support_of=(element(text),),
        relayed_by=(study(text),),
        relays=(study(text),),
        reported_strengths=((element(text), Named("domain/mental", both(text)), reported(text)),),
    )


def publication(text: str = "Barnhoorn") -> Publication:
    """A source as a publication."""
    page = source_page(text)
    return Publication(
        page.id, text, text, (text, text), page.year, page.source_type, page.url, "nl"
    )


def network(text: str = "Alliantie", centre: str | None = None) -> Network:
    """Two elements and a relation between them."""
    nodes = tuple(
        NetworkNode(ident, both(f"{text} {ident[-1]}"), "layer/task", 3, 2, 1, (("N0", 4),), 0, 2)
        for ident in ("element/alliance", "element/trust")
    )
    edge = NetworkEdge("element/trust", "element/alliance", "contributes-to", 1)
    return Network((layer(text),), nodes, (edge,), centre, 3)


def told(kind: str, text: str = "Voorwaarde", code: str = "") -> Told:
    """One record of any kind, with everything that it may have."""
    return Told(
        id=f"{kind.lower()}/s/one",
        kind=kind,
        title=both(text),
        text=both(text),
        code=code,
        elements=(element(text),),
        domains=(Named("domain/mental", both(text)),),
        related=(Named("perspective/client", both(text)), study(text)),
        places=("4.3.1, p. 24",),
        citations=citations(text),
    )


def contradiction(text: str = "Botst") -> ContradictionOf:
    """Two findings that pull apart."""
    sides = tuple(
        Side(f"finding/s/{code}", element(text), code, both(text))
        for code in ("supports", "qualifies")
    )
    return ContradictionOf("contradiction/s/t1", both(text), sides, ("4.2",))


def element_context(text: str = "Alliantie") -> ElementContext:
    """Something of each kind that is told of an element."""
    return ElementContext(
        conditions=(told("Condition", text),),
        contradictions=(contradiction(text),),
        definitions=(told("Definition", text),),
        voices=(told("PracticeVoice", text, "client"),),
        gaps=(told("KnowledgeGap", text, "named-gap"),),
        recommendations=(told("Recommendation", text),),
        lists=(told("ElementList", text),),
        assessments=(assessment(text),),
    )


def assessment(text: str = "Alliantie") -> AssessmentOf:
    """A published assessment with one concern."""
    return AssessmentOf(
        id="evidence-assessment/s/a1",
        domain=Named("domain/youth", both(text)),
        outcomes=(Named("outcome/calm", both(text)),),
        lane="effect",
        coverage="found",
        direction="positive",
        certainty="low",
        contested=True,
        status="published",
        rationale=both(text),
        deviation=both(text),
        assessors=(text, f"{text} 2"),
        assessed_on="2026-11-01",
        published_on="2026-11-20",
        review_due="2028-11-20",
        finding_count=2,
        concerns=(ConcernOf("risk-of-bias", "serious", both(text)),),
    )


def history(text: str = "Studie") -> StudyHistory:
    """What was done to the data of a study."""
    return StudyHistory(study(text), study_context(text).curation)


def source_context(text: str = "Barnhoorn") -> SourceContext:
    """Something of each kind that is told of a source."""
    return SourceContext(
        studies=(StudyOf("study/one", both(text), "qualitative", both(text)),),
        open_points=(told("OpenPoint", text, "misspelled"),),
        losses=(
            Loss(Named("element-list/s/l1", both(text)), 10, 7, (element(text),)),
            Loss(Named("element-list/s/l2", both(text)), 3, 1, ()),
        ),
    )


def study_context(text: str = "Studie") -> StudyContext:
    """Something of each kind that is told of a study."""
    return StudyContext(
        study=study(text),
        protocols=(
            ProtocolOf(
                id="search-protocol/s/z1",
                systematic=True,
                question=both(text),
                terms=((text,), (text,)),
                searched_in=both(text),
                from_year=2012,
                to_year=None,
                exclusions=((text,), (text,)),
                selection=both(text),
                covers=(Named("domain/mental", both(text)),),
                searches_for=(),
                places=("2.4",),
            ),
        ),
        gaps=(
            told("KnowledgeGap", text, "open-question"),
            told("KnowledgeGap", text, "named-gap"),
        ),
        open_points=(told("OpenPoint", text, "missing"),),
        cases=(told("Case", text),),
        voices=(told("PracticeVoice", text, "professional"),),
        definitions=(told("Definition", text),),
        statistics=(
            StatisticOf(
                "statistic/s/n1", both(text), text, both(text), text, both(text), ("2.2",), ()
            ),
        ),
        lists=(ListOf("element-list/s/l1", both(text), (element(text),), ("4.6.1",), 1, 0),),
        contradictions=(contradiction(text),),
        curation=(CurationOf("curation/s/h1", "read", text, "2026-11-25", both(text)),),
        perspectives=(PerspectiveOf("perspective/client", both(text), both(text)),),
        releases=(ReleaseOf("0.2.0", "2026-11-25", both(text)),),
    )


def recommendation(text: str = "De juiste match") -> RecommendationOf:
    """A recommendation that rests on two elements and a finding."""
    return RecommendationOf(
        id="recommendation/s/a1",
        title=both(text),
        text=both(text),
        order=1,
        study=study(text),
        elements=(
            Support(element(text), 2, 0, 0, 1, 0),
            Support(Named("element/trust", both(text)), 9, 3, 2, 0, 1),
        ),
        weakest=(element(text),),
        findings=findings(text).findings,
        places=("5.2",),
        citations=citations(text),
    )
