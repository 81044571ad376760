"""Proposed findings as JSON, as rows of a table, and as a part of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from html import escape
from typing import Any

from evidence_literature.extracting.extract import Extract
from evidence_literature.proposing.attributing import said
from evidence_literature.proposing.proposal import Proposal, Support
from evidence_literature.proposing.reasons import sentence

HEAD = (
    "Report",
    "Section",
    "Page",
    "Sure",
    "Kind",
    "Element",
    "Related to",
    "Direction",
    "Rests on",
)


def as_json(found: Extract, one: Proposal) -> dict[str, Any]:
    """Give a proposal as plain data.

    Args:
        found: What was found in its report.
        one: The proposal.

    Returns:
        Its fields; each reason also as a sentence in Dutch and English.
    """
    plain = asdict(one)
    plain["page"] = one.page or None
    plain["works"] = [_work(found, support) for support in one.works]
    plain["reasons"] = [
        {
            "code": reason.code,
            "words": list(reason.words),
            "nl": sentence(reason, "nl"),
            "en": sentence(reason, "en"),
        }
        for reason in one.reasons
    ]
    return plain


def _work(found: Extract, support: Support) -> dict[str, Any]:
    return {
        "authors": list(support.work.authors),
        "etal": support.work.etal,
        "year": support.work.year,
        "pages": support.work.pages,
        "work": support.key,
        "reference": found.work_of(support.work).reference,
        "relayed_by": support.relayed_by or None,
    }


def surest(found: Extract) -> list[Proposal]:
    """Order the proposals of a report as a curator would take them.

    Args:
        found: What was found in it.

    Returns:
        The surest first, then by place.
    """
    return sorted(found.proposals, key=lambda one: (-one.confidence, one.start))


def as_rows(found: Extract) -> Iterator[tuple[str, ...]]:
    """Give one row per proposal, for a table on a terminal.

    Args:
        found: What was found in a report.

    Yields:
        What stands under ``HEAD``.
    """
    for one in surest(found):
        page = str(one.page) if one.page else ""
        other = f"{one.relation} {_element(one.other)}" if one.other else ""
        works = "; ".join(said(support.work) for support in one.works)
        place = (found.document.id, one.section, page)
        told = (one.kind, _element(one.element), other, one.direction, works)
        yield *place, f"{one.confidence:.2f}", *told


def _element(element: Any) -> str:
    return element.id or f"new: {element.name}"


def as_part(found: Extract) -> Iterator[str]:
    """Give a part of a page: every proposal with its passage and reasons.

    Args:
        found: What was found in a report.

    Yields:
        Pieces of HTML.
    """
    yield f"<h3>Proposed findings ({len(found.proposals)})</h3><ol>"
    for one in surest(found):
        other = f" {one.relation} {_element(one.other)}" if one.other else ""
        title = f"{_element(one.element)}{other}: {one.kind}, {one.direction}, {one.confidence:.2f}"
        page = f", page {one.page}" if one.page else ""
        yield f"<li><p><strong>{escape(title)}</strong></p><blockquote>{escape(one.text)}"
        yield f" <small>(section {escape(one.section or '–')}{page})</small></blockquote><ul>"
        yield from (f"<li>{escape(sentence(reason, 'en'))}</li>" for reason in one.reasons)
        yield "</ul></li>"
    yield "</ol>"
