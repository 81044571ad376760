"""What do records of one kind say? The parts that the questions about context share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.texts import text
from evidence_graph.queries.told_answers import ContradictionOf, Side, Support, Told
from evidence_graph.store import GraphStore
from evidence_ontology.identifiers import kebab

MOST = 500
"""How many records of one kind are read of one study; more would fill no readable page."""

_CODES = ("gapKind", "speaker", "openKind")
_TEXTS = ("paraphrase", "condition")

Row = Mapping[str, Any]


def ids_in_study(store: GraphStore, label: str, study_id: str) -> list[str]:
    """List the records of one kind of one study.

    Args:
        store: the graph.
        label: the kind, such as ``KnowledgeGap``.
        study_id: the id of the source that was read.

    Returns:
        Their ids, sorted; :data:`MOST` at most.
    """
    prefix = f"{kebab(label)}/{study_id.partition('/')[2]}"
    # "0" is the character after "/": the range holds exactly the ids that start with prefix/.
    found = store.read(
        text("told_in_study", label), **{"from": f"{prefix}/", "until": f"{prefix}0", "most": MOST}
    )
    return [row["id"] for row in found]


def told_rows(store: GraphStore, label: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Read records of one kind, with what they point at.

    Args:
        store: the graph.
        label: the kind.
        ids: which.

    Returns:
        A row each, sorted by id.
    """
    if not ids:
        return []
    found = store.read(text("told", label), ids=list(ids))
    return sorted(found, key=lambda row: str(row["record"]["id"]))


def told(store: GraphStore, label: str, ids: Sequence[str]) -> tuple[Told, ...]:
    """Read records of one kind.

    Args:
        store: the graph.
        label: the kind.
        ids: which.

    Returns:
        The records, sorted by id.
    """
    return tuple(as_told(label, row) for row in told_rows(store, label, ids))


def as_told(label: str, row: Row) -> Told:
    """Read one row as a record.

    Args:
        label: the kind.
        row: a row of :func:`told_rows`.

    Returns:
        The record.
    """
    record = row["record"]
    said = next((t for key in _TEXTS if (t := rows.text(record, key)) != Text()), Text())
    return Told(
        id=record["id"],
        kind=label,
        title=rows.text(record, "label"),
        text=said,
        code=next((str(record[key]) for key in _CODES if record.get(key)), ""),
        elements=named(row["elements"], "rowNumber"),
        domains=named(row["domains"], "order"),
        related=(
            *named(row["perspectives"]),
            *named(row["cases"]),
            *(rows.source(s) for s in sorted(row["concerned"], key=_identity)),
        ),
        places=rows.places(row["places"]),
        citations=rows.citations(row["citations"]),
    )


def named(things: Iterable[Row], order: str = "id") -> tuple[Named, ...]:
    """Read things to point at.

    Args:
        things: their ids and names.
        order: the key that they are sorted by.

    Returns:
        The things, in order.
    """
    key = _identity if order == "id" else lambda row: (rows.number(row, order), _identity(row))
    return tuple(rows.named(thing) for thing in sorted(things, key=key))


def contradictions(store: GraphStore, ids: Sequence[str]) -> tuple[ContradictionOf, ...]:
    """Read contradictions with their sides.

    Args:
        store: the graph.
        ids: which.

    Returns:
        The contradictions, sorted by id.
    """
    found = store.read(text("contradictions"), ids=list(ids)) if ids else []
    return tuple(
        ContradictionOf(
            id=row["record"]["id"],
            text=rows.text(row["record"], "paraphrase"),
            sides=tuple(
                Side(
                    finding=side["id"],
                    element=rows.named(side["elements"][0]),
                    direction=side["direction"],
                    paraphrase=rows.text(side, "paraphrase"),
                )
                for side in sorted(row["sides"], key=_identity)
            ),
            places=rows.places(row["places"]),
        )
        for row in sorted(found, key=lambda row: str(row["record"]["id"]))
    )


def support(store: GraphStore, ids: Iterable[str]) -> dict[str, Support]:
    """Read how well elements are supported.

    Args:
        store: the graph.
        ids: which elements.

    Returns:
        Id of an element → its support.
    """
    wanted = sorted(set(ids))
    found = store.read(text("support"), ids=wanted) if wanted else []
    return {row["element"]["id"]: _support(row["element"]) for row in found}


def _support(element: Row) -> Support:
    return Support(
        element=rows.named(element),
        finding_count=rows.number(element, "findingCount"),
        source_count=rows.number(element, "sourceCount"),
        independent_count=rows.number(element, "independentCount"),
        relayed_count=rows.number(element, "relayedCount"),
        exception_count=rows.number(element, "exceptionCount"),
        states=tuple(
            (code, int(count))
            for code, _, count in (s.partition(":") for s in element.get("states") or ())
        ),
    )


def _identity(row: Row) -> str:
    return str(row["id"])
