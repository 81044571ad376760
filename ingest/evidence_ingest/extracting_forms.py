"""What was taken out of a report, as JSON, as a table, and as a page to read."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from evidence_ingest import extracting_proposals
from evidence_literature.citing.citation import Citation, CitedWork
from evidence_literature.extracting.extract import Extract
from evidence_literature.names import write_inverted
from evidence_literature.referencing.reference import Reference

_FIELDS = ("container", "publisher", "place", "volume", "issue", "pages", "doi", "url")


def as_json(found: Extract) -> dict[str, Any]:
    """Give what was found as plain data, one line of JSON per report.

    Args:
        found: What was found.

    Returns:
        The name of the report, its citations, its references, and the findings that are proposed.
    """
    return {
        "id": found.document.id,
        "citations": [_citation(found, one) for one in found.citations],
        "references": [_reference(one) for one in found.references],
        "proposals": [extracting_proposals.as_json(found, one) for one in found.proposals],
    }


def _citation(found: Extract, citation: Citation) -> dict[str, Any]:
    block = found.document.block_at(citation.start)
    return {
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "section": block.section,
        "page": block.page or None,
        "works": [_work(found, work) for work in citation.works],
    }


def _work(found: Extract, work: CitedWork) -> dict[str, Any]:
    resolved = found.work_of(work)
    return {
        "authors": list(work.authors),
        "etal": work.etal,
        "year": work.year,
        "pages": work.pages,
        "work": resolved.key,
        "reference": resolved.reference,
    }


def _reference(reference: Reference) -> dict[str, Any]:
    record = reference.record
    names = record.authors or record.editors
    others = {key: getattr(record, key) for key in _FIELDS if getattr(record, key)}
    return {
        "authors": [write_inverted(name) for name in names],
        "year": reference.year,
        "title": record.title,
        "type": record.type,
        **others,
        "start": reference.start,
        "end": reference.end,
        "text": reference.text,
    }


def as_rows(found: Extract) -> Iterator[tuple[str, ...]]:
    """Give one row per cited work, for a table on a terminal.

    Args:
        found: What was found.

    Yields:
        Report, section, page, authors, year, pages, and the title in its references.
    """
    for citation in found.citations:
        block = found.document.block_at(citation.start)
        for work in citation.works:
            page = str(block.page) if block.page else ""
            authors = ", ".join(work.authors) + (" et al." if work.etal else "")
            place = found.document.id, block.section, page
            yield *place, authors, work.year, work.pages, _title(found, work)


def _title(found: Extract, work: CitedWork) -> str:
    number = found.work_of(work).reference
    return "" if number is None else found.references[number].record.title


HEAD = ("Report", "Section", "Page", "Authors", "Year", "Pages", "In the references")


def as_page(reports: list[Extract]) -> str:
    """Give a page that a person reads: what is unresolved, what is proposed, what is cited.

    Args:
        reports: What was found in each report.

    Returns:
        An HTML document that asks for nothing else.
    """
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width"><title>What was found</title>',
        "<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:auto;padding:1rem}"
        "mark{font-weight:bold}td,th{text-align:left;vertical-align:top;padding:.2rem .6rem}"
        "</style></head><body><main><h1>What was found</h1>",
        *(part for found in reports for part in _report(found)),
        "</main></body></html>\n",
    ]
    return "\n".join(parts)


def _report(found: Extract) -> Iterator[str]:
    yield f"<section><h2>{escape(found.document.id)}</h2>"
    unresolved = [work for work in found.works if work.reference is None]
    yield f"<h3>Not in the list of references ({len(unresolved)})</h3><ul>"
    for work in unresolved:
        spelled = "; ".join(f"{', '.join(one.authors)} ({one.year})" for one in work.spellings)
        yield f"<li>{escape(spelled)}</li>"
    yield "</ul>"
    yield from extracting_proposals.as_part(found)
    yield f"<h3>Citations ({len(found.citations)})</h3><ol>"
    for citation in found.citations:
        block = found.document.block_at(citation.start)
        place = f"section {block.section or '–'}" + (f", page {block.page}" if block.page else "")
        yield f"<li>{_context(found, citation)} <small>({escape(place)})</small></li>"
    yield "</ol></section>"


def _context(found: Extract, citation: Citation) -> str:
    text = found.document.text
    before = " ".join(text[max(0, citation.start - 120) : citation.start].split())
    after = " ".join(text[citation.end : citation.end + 60].split())
    shown = " ".join(citation.text.split())
    return f"… {escape(before)} <mark>{escape(shown)}</mark> {escape(after)} …"
