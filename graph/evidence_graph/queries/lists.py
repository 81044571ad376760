"""Which elements and which sources are there, and what is known of each element in each domain?"""

from __future__ import annotations

from collections.abc import Sequence

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Cell, Domain, ElementRow, Matrix, SourceRow
from evidence_graph.queries.scheme import domains
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore


def matrix(store: GraphStore, offset: int = 0, limit: int = 50) -> Matrix:
    """Give a page of the matrix of elements and domains.

    Args:
        store: the graph.
        offset: the first row.
        limit: how many rows.

    Returns:
        The rows with their cells, and all domains as columns.
    """
    found, total = elements(store, offset, limit)
    columns = domains(store)
    by_element = cells(store, [row.id for row in found], columns)
    return Matrix(
        domains=columns,
        rows=tuple(
            ElementRow(
                id=row.id,
                label=row.label,
                layers=row.layers,
                finding_count=row.finding_count,
                source_count=row.source_count,
                exception_count=row.exception_count,
                cells=by_element.get(row.id, ()),
            )
            for row in found
        ),
        total=total,
        offset=offset,
    )


def elements(
    store: GraphStore, offset: int = 0, limit: int = 50
) -> tuple[tuple[ElementRow, ...], int]:
    """Give a page of the list of elements, in the order of the matrix.

    Args:
        store: the graph.
        offset: the first row.
        limit: how many rows.

    Returns:
        The rows, without cells, and how many elements there are in all.
    """
    found = tuple(
        ElementRow(
            id=row["element"]["id"],
            label=rows.text(row["element"], "label"),
            layers=rows.layer_ids(row["element"], row["layers"]),
            finding_count=rows.number(row["element"], "findingCount"),
            source_count=rows.number(row["element"], "sourceCount"),
            exception_count=rows.number(row["element"], "exceptionCount"),
        )
        for row in store.read(text("element_rows"), first=offset, last=offset + limit)
    )
    return found, store.read(text("element_count"))[0]["total"]


def cells(
    store: GraphStore, element_ids: Sequence[str], columns: Sequence[Domain]
) -> dict[str, tuple[Cell, ...]]:
    """Give the cells of some elements.

    Args:
        store: the graph.
        element_ids: which.
        columns: the domains, in their order.

    Returns:
        The cells by element, in the order of the domains. A cell that is absent holds nothing.
    """
    order = {domain.id: number for number, domain in enumerate(columns)}
    return {
        row["element"]: tuple(
            sorted(
                (rows.cell(row["element"], values) for values in row["cells"]),
                key=lambda cell: order.get(cell.domain, len(order)),
            )
        )
        for row in store.read(text("cells"), ids=list(element_ids))
    }


def sources(
    store: GraphStore, offset: int = 0, limit: int = 50
) -> tuple[tuple[SourceRow, ...], int]:
    """Give a page of the list of sources, by name.

    Args:
        store: the graph.
        offset: the first row.
        limit: how many rows.

    Returns:
        The rows, and how many sources there are in all.
    """
    found = tuple(
        SourceRow(
            id=row["source"]["id"],
            short_name=row["source"].get("shortName") or row["source"]["id"],
            title=row["source"].get("title") or "",
            year=row["source"].get("year"),
            finding_count=rows.number(row["source"], "findingCount"),
            element_count=rows.number(row["source"], "elementCount"),
            sole_count=rows.number(row["source"], "soleCount"),
        )
        for row in store.read(text("source_rows"), first=offset, last=offset + limit)
    )
    return found, store.read(text("source_count"))[0]["total"]
