"""What is told around the findings: of an element, of a source, of a study?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Named
from evidence_graph.queries.judged import assessments
from evidence_graph.queries.naming import element_names
from evidence_graph.queries.texts import text
from evidence_graph.queries.told import (
    contradictions,
    ids_in_study,
    named,
    told,
    told_rows,
)
from evidence_graph.queries.told_answers import (
    CurationOf,
    ElementContext,
    ListOf,
    Loss,
    PerspectiveOf,
    ProtocolOf,
    ReleaseOf,
    SourceContext,
    StatisticOf,
    StudyContext,
    StudyOf,
    Told,
)
from evidence_graph.store import GraphStore

MOST_STUDIES = 1000


def element_context(store: GraphStore, element_id: str) -> ElementContext:
    """Tell what is told of an element besides findings, relations and exceptions.

    Args:
        store: the graph.
        element_id: the element.

    Returns:
        Its context; empty where there is no such element.
    """
    found = store.read(text("element_lists"), id=element_id)
    lists = found[0]["lists"] if found else {}

    def of(label: str, key: str) -> tuple[Told, ...]:
        return told(store, label, lists.get(key) or ())

    return ElementContext(
        conditions=of("Condition", "conditionIds"),
        contradictions=contradictions(store, lists.get("contradictionIds") or ()),
        definitions=of("Definition", "definitionIds"),
        voices=of("PracticeVoice", "voiceIds"),
        gaps=of("KnowledgeGap", "gapIds"),
        recommendations=of("Recommendation", "recommendationIds"),
        lists=of("ElementList", "listIds"),
        assessments=assessments(store, lists.get("assessmentIds") or ()),
    )


def source_context(store: GraphStore, source_id: str) -> SourceContext:
    """Tell what is told of a source besides its findings, and what stands or falls with it.

    Args:
        store: the graph.
        source_id: the source.

    Returns:
        Its context; empty where there is no such source.
    """
    found = store.read(text("source_lists"), id=source_id)
    if not found:
        return SourceContext()
    return SourceContext(
        studies=tuple(
            StudyOf(
                id=study["id"],
                label=rows.text(study, "label"),
                evidence_kind=str(study.get("evidenceKind") or ""),
                note=rows.text(study, "note"),
            )
            for study in sorted(found[0]["studies"], key=lambda s: str(s["id"]))
        ),
        open_points=told(store, "OpenPoint", found[0]["openPoints"] or ()),
        losses=_losses(store, source_id, found[0]["carriedLists"] or ()),
    )


def _losses(store: GraphStore, source_id: str, list_ids: Sequence[str]) -> tuple[Loss, ...]:
    slug = source_id.partition("/")[2]
    found = store.read(text("lists_of"), ids=list(list_ids)) if list_ids else []
    lists = [(row["list"], _member_support(row["list"])) for row in found]
    lost = {e for _, members in lists for e, sources in members.items() if sources == {slug}}
    names = {n.id: n for n in element_names(store, lost)}
    return tuple(
        Loss(
            list=Named(one["id"], rows.text(one, "label")),
            members=len(members),
            carried=sum(slug in sources for sources in members.values()),
            lost=tuple(names[e] for e, sources in members.items() if sources == {slug}),
        )
        for one, members in sorted(lists, key=lambda pair: str(pair[0]["id"]))
    )


def _member_support(one: Mapping[str, Any]) -> dict[str, set[str]]:
    split = (told_of.split() for told_of in one.get("memberSupport") or ())
    return {f"element/{member}": set(sources) for member, *sources in split}


def studies_read(store: GraphStore) -> tuple[Named, ...]:
    """List the studies that were read.

    Args:
        store: the graph.

    Returns:
        The sources behind the folders of ``data/studies``, in order.
    """
    found = store.read(text("studies_read"), most=MOST_STUDIES)
    return tuple(rows.source(row["source"]) for row in found)


def study_context(store: GraphStore, study: Named) -> StudyContext:
    """Tell how a study came to its findings, and what it does not say.

    Args:
        store: the graph.
        study: a study that was read.

    Returns:
        Its context.
    """

    def of(label: str) -> tuple[Told, ...]:
        return told(store, label, ids_in_study(store, label, study.id))

    def rows_of(label: str) -> list[dict[str, Any]]:
        return told_rows(store, label, ids_in_study(store, label, study.id))

    return StudyContext(
        study=study,
        protocols=tuple(map(_protocol, rows_of("SearchProtocol"))),
        gaps=of("KnowledgeGap"),
        open_points=of("OpenPoint"),
        cases=of("Case"),
        voices=of("PracticeVoice"),
        definitions=of("Definition"),
        statistics=tuple(map(_statistic, rows_of("Statistic"))),
        lists=tuple(map(_list, rows_of("ElementList"))),
        contradictions=contradictions(store, ids_in_study(store, "Contradiction", study.id)),
        curation=curation(store, study.id),
        perspectives=perspectives(store),
        releases=releases(store),
    )


def curation(store: GraphStore, study_id: str) -> tuple[CurationOf, ...]:
    """Tell who did what to the data of a study.

    Args:
        store: the graph.
        study_id: the id of the source that was read.

    Returns:
        What was done, in the order in which it was recorded.
    """
    ids = ids_in_study(store, "Curation", study_id)
    return tuple(map(_curation, told_rows(store, "Curation", ids)))


def perspectives(store: GraphStore) -> tuple[PerspectiveOf, ...]:
    """List the perspectives.

    Args:
        store: the graph.

    Returns:
        The perspectives, in their order.
    """
    return tuple(
        PerspectiveOf(
            row["perspective"]["id"],
            rows.text(row["perspective"], "label"),
            rows.text(row["perspective"], "definition"),
        )
        for row in store.read(text("perspectives"))
    )


def releases(store: GraphStore) -> tuple[ReleaseOf, ...]:
    """List the latest releases of the data.

    Args:
        store: the graph.

    Returns:
        The releases, the newest first.
    """
    return tuple(
        ReleaseOf(
            str(row["release"]["version"]),
            str(row["release"]["releasedOn"]),
            rows.text(row["release"], "note"),
        )
        for row in store.read(text("releases"))
    )


def _protocol(row: Mapping[str, Any]) -> ProtocolOf:
    record = row["record"]
    return ProtocolOf(
        id=record["id"],
        systematic=record["systematic"] is True,
        question=rows.text(record, "question"),
        terms=_by_language(record, "terms"),
        searched_in=rows.text(record, "searchedIn"),
        from_year=record.get("fromYear"),
        to_year=record.get("toYear"),
        exclusions=_by_language(record, "exclusions"),
        selection=rows.text(record, "selection"),
        covers=named(row["domains"], "order"),
        searches_for=named(row["elements"], "rowNumber"),
        places=rows.places(row["places"]),
    )


def _by_language(record: Mapping[str, Any], key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(record.get(f"{key}Nl") or ()), tuple(record.get(f"{key}En") or ())


def _statistic(row: Mapping[str, Any]) -> StatisticOf:
    record = row["record"]
    return StatisticOf(
        id=record["id"],
        title=rows.text(record, "label"),
        figure=str(record["figure"]),
        base=rows.text(record, "base"),
        period=str(record.get("period") or ""),
        note=rows.text(record, "note"),
        places=rows.places(row["places"]),
        citations=rows.citations(row["citations"]),
    )


def _list(row: Mapping[str, Any]) -> ListOf:
    record = row["record"]
    cited = [len(sources) for sources in _member_support(record).values()]
    return ListOf(
        id=record["id"],
        title=rows.text(record, "label"),
        members=named(row["elements"], "rowNumber"),
        places=rows.places(row["places"]),
        on_one_source=cited.count(1),
        on_none=cited.count(0),
    )


def _curation(row: Mapping[str, Any]) -> CurationOf:
    record = row["record"]
    return CurationOf(
        id=record["id"],
        action=str(record["action"]),
        by=str(record["performedBy"]),
        on=str(record["performedOn"]),
        text=rows.text(record, "paraphrase"),
    )
