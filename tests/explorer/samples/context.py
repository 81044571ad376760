"""What is told of an element, a source and a study."""

from __future__ import annotations

from evidence_explorer.views.history import StudyHistory
from evidence_graph.queries.answers import Named
from evidence_graph.queries.told_answers import (
    AssessmentOf,
    ConcernOf,
    CurationOf,
    ElementContext,
    ListOf,
    Loss,
    PerspectiveOf,
    ProtocolOf,
    RecommendationOf,
    ReleaseOf,
    SourceContext,
    StatisticOf,
    StudyContext,
    StudyOf,
    Support,
)
from tests.explorer.samples.things import (
    both,
    citations,
    contradiction,
    element,
    findings,
    study,
    told,
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


def history(text: str = "Studie") -> StudyHistory:
    """What was done to the data of a study."""
    return StudyHistory(study(text), study_context(text).curation)


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
