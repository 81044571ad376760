"""A report is laid on the desk: it is read, and what it is thought to say waits for a curator."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from evidence_desk import log, tables
from evidence_desk.folder import DeskFolder, digest_of
from evidence_desk.proposals import Proposal, Work
from evidence_ingest.counting import counted
from evidence_ingest.extracting import Extract, extract
from evidence_ingest.extracting_forms import as_json
from evidence_literature.citing.citation import CitedWork
from evidence_literature.proposing.proposal import Proposal as Proposed
from evidence_literature.proposing.proposal import Support
from evidence_literature.proposing.reasons import sentence
from evidence_literature.proposing.thesaurus import Term, Thesaurus
from evidence_ontology.records import LIST_SEPARATOR

_BRACKETS: Final = "()[] \u00a0"
_YEAR: Final = re.compile(r"\b\d{4}")


def lay(folder: DeskFolder, data: Path, report: Path, study: str, *, who: str) -> int:
    """Read a report and put what it is thought to say into the queue.

    A report that was laid on the desk before is read anew: what was decided on stays decided.

    Args:
        folder: The folder of the desk.
        data: The data folder.
        report: A PDF, DOCX, HTML or TXT file.
        study: The study that the report is, by the id of its source.
        who: Who lays it there.

    Returns:
        How many proposals there are.

    Raises:
        DeskError: The report cannot be read, or the study is not in the tables.
        IngestError: The report or the tables cannot be read.
    """
    known = thesaurus(tables.read_study(data, study))
    digest = digest_of(report)
    found = extract(report, known)
    proposals = [_laid(found, one, digest, report.name, study) for one in found.proposals]
    folder.keep(digest, proposals)
    told = f"{report.name} ({digest}), {counted(len(proposals), 'proposal')} for {study}"
    folder.tell(log.event(who, "added", about=told))
    return len(proposals)


def thesaurus(known: tables.Tables) -> Thesaurus:
    """Say which elements and domains the tables know.

    Args:
        known: The tables.

    Returns:
        Their ids with all their names.
    """
    return Thesaurus(tuple(_terms(known, "Element")), tuple(_terms(known, "Domain")))


def _terms(known: tables.Tables, label: str) -> Iterator[Term]:
    for ident, row in known.rows[label].items():
        cells = (row.get(key, "") for key in ("labelNl", "labelEn", "synonymsNl", "synonymsEn"))
        found = (name for cell in cells for name in cell.split(LIST_SEPARATOR) if name)
        yield Term(ident, tuple(found))


def _laid(found: Extract, one: Proposed, digest: str, file: str, study: str) -> Proposal:
    return Proposal(
        fingerprint=fingerprint(digest, one.fingerprint),
        study=study,
        file=file,
        text=one.text,
        section=one.section,
        page=one.page,
        element=one.element.id,
        name=one.element.name,
        kind=one.kind,
        other=one.other.id if one.other else "",
        other_name=one.other.name if one.other else "",
        relation=one.relation or "",
        direction=one.direction,
        domain=one.domain,
        strength=one.strength,
        works=tuple(_works(found, one)),
        reasons=tuple((sentence(why, "nl"), sentence(why, "en")) for why in one.reasons),
        confidence=one.confidence,
    )


def fingerprint(file: str, proposal: str) -> str:
    """Tell a proposal by its report and by what it says there.

    Args:
        file: The digest of the report.
        proposal: The fingerprint of the proposal within it: of its passage and element.

    Returns:
        16 hexadecimal digits.
    """
    return hashlib.blake2b(f"{file}\0{proposal}".encode(), digest_size=8).hexdigest()


def _works(found: Extract, one: Proposed) -> Iterator[Work]:
    references = as_json(found)["references"]
    for support in one.works:
        yield Work(
            authors=support.work.authors,
            year=support.work.year,
            printed=_printed(found, one, support.work),
            etal=support.work.etal,
            pages=support.work.pages,
            relayed_by=_relay(found, one, support.relayed_by),
            reference=_reference(found, support, references),
        )


def _relay(found: Extract, one: Proposed, key: str) -> str:
    # The work through which another one is known often supports nothing itself, so it is looked for
    # among all that the report cites, in the spelling that stands in the passage.
    spellings = next((work.spellings for work in found.works if work.key == key), ())
    near = (
        work
        for citation in found.citations
        if one.start <= citation.start < one.end
        for work in citation.works
        if work in spellings
    )
    work = next(near, spellings[0] if spellings else None)
    return _printed(found, one, work) if work else key


def _printed(found: Extract, one: Proposed, work: CitedWork) -> str:
    # How the passage prints a work: its part of a citation, without the brackets around it.
    for citation in found.citations:
        if work not in citation.works or not one.start <= citation.start < one.end:
            continue
        text = " ".join(citation.text.split())
        parts = [text, *text.split(";")] if len(citation.works) > 1 else [text]
        own = [part for part in parts[1:] if _names(part, work)]
        part = next((part for part in own if work.year in part), (own or parts)[0])
        shared = any(one.year != work.year and _names(part, one) for one in citation.works)
        bare = part.strip(_BRACKETS)
        told = part.strip() if "(" in bare else bare
        return _alone(told, work.year) if shared else told
    return f"{', '.join(work.authors)}{' et al.' if work.etal else ''} ({work.year})"


def _names(part: str, work: CitedWork) -> bool:
    return bool(work.authors) and work.authors[0] in part and work.year[:4] in part


def _alone(part: str, year: str) -> str:
    # "Bos (2013a, 2013b)" is two works, and each needs a spelling of its own.
    front = part[: match.start()] if (match := _YEAR.search(part)) else f"{part} "
    return f"{front}{year})" if "(" in front else f"{front}{year}"


def _reference(found: Extract, support: Support, references: list[Any]) -> dict[str, Any]:
    number = next((one.reference for one in found.works if one.key == support.key), None)
    if number is None:
        return {}
    return {k: v for k, v in references[number].items() if k not in {"start", "end", "text"}}
