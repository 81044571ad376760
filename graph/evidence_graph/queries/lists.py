"""Which elements and which sources are there, and what is known of each element in each domain?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from evidence_graph.queries import rows
from evidence_graph.queries.answers import Cell, Domain, ElementRow, Matrix, SourceRow
from evidence_graph.queries.filtering import Filters, Fitting, Order, fitting, known_below, known_in
from evidence_graph.queries.overview import Overview
from evidence_graph.queries.reading import overview
from evidence_graph.queries.scheme import domains
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore

EVERYTHING: Final = Filters()


def matrix(
    store: GraphStore,
    offset: int = 0,
    limit: int = 50,
    *,
    wanted: Filters = EVERYTHING,
    order: Order = "layer",
    language: str = "nl",
) -> Matrix:
    """Give a page of the matrix of elements and domains.

    Args:
        store: the graph.
        offset: the first row.
        limit: how many rows.
        wanted: what the reader wants to see only.
        order: in which order rows stand.
        language: whose names, for the order by name.

    Returns:
        The rows with their cells, and all domains as columns.
    """
    whole = overview(store)
    fit = fitting(whole, wanted, order, language)
    page = {row.line.id: row for row in fit[offset : offset + limit]}
    columns = domains(store)
    by_element = cells(store, list(page), columns)
    return Matrix(
        domains=columns,
        rows=tuple(
            replace(
                row,
                cells=tuple(
                    _recounted(cell, page[row.id], wanted, whole)
                    for cell in by_element.get(row.id, ())
                ),
            )
            for row in _rows(store, [row.line.number for row in page.values()])
        ),
        total=len(fit),
        offset=offset,
        everything=len(whole.lines),
        known=known_in(fit),
        known_below=known_below(whole, fit),
    )


def first_rows(store: GraphStore, offset: int = 0, limit: int = 50) -> Matrix:
    """Give a page of the whole matrix in its own order, at the same cost in any graph.

    Args:
        store: the graph.
        offset: the first row.
        limit: how many rows.

    Returns:
        The rows with their cells; what is known below a domain is not counted.
    """
    found, total = elements(store, offset, limit)
    columns = domains(store)
    by_element = cells(store, [row.id for row in found], columns)
    return Matrix(
        domains=columns,
        rows=tuple(replace(row, cells=by_element.get(row.id, ())) for row in found),
        total=total,
        offset=offset,
        everything=total,
        known={domain.id: domain.cell_count for domain in columns},
    )


def _recounted(cell: Cell, row: Fitting, wanted: Filters, whole: Overview) -> Cell:
    fit = row.boxes.get(cell.domain)
    if fit is None:
        return replace(cell, fits=False)
    if not wanted.of_findings:
        return cell
    return replace(
        cell,
        finding_count=fit.findings,
        source_count=len(fit.sources),
        independent_count=whole.independent(fit.sources),
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
    found = _rows(store, range(offset, offset + limit))
    return found, store.read(text("element_count"))[0]["total"]


def _rows(store: GraphStore, numbers: Sequence[int]) -> tuple[ElementRow, ...]:
    return tuple(
        ElementRow(
            id=row["element"]["id"],
            label=rows.text(row["element"], "label"),
            layers=rows.layer_ids(row["element"], row["layers"]),
            finding_count=rows.number(row["element"], "findingCount"),
            source_count=rows.number(row["element"], "sourceCount"),
            exception_count=rows.number(row["element"], "exceptionCount"),
        )
        for row in store.read(text("element_rows"), rows=list(numbers))
    )


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
