"""Tie what was read together: citations to sources, records to the study that reports them.

A citation belongs to the one source that lists its printed form among its spellings. Where none
does, it stays unresolved and is listed; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from evidence_ingest.errors import Problem
from evidence_ingest.extraction import Extraction
from evidence_ingest.stated import OWN, contradicted
from evidence_ontology.datasets import study_of
from evidence_ontology.identifiers import node_id
from evidence_ontology.ontology import Ontology, Words
from evidence_ontology.records import Place, Record, Value
from evidence_ontology.schema import Schema


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A citation that no source claims: its printed form and where it stands."""

    printed: str
    at: Place | None


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Records that are tied together, and what could not be tied."""

    records: list[Record]
    problems: list[Problem]
    unresolved: list[Unresolved]


def reconcile(schema: Schema, ontology: Ontology, extraction: Extraction) -> Reconciled:
    """Tie the records of an extraction together and add those that the ontology gives.

    Args:
        schema: The schema.
        ontology: Where the ordering layers come from.
        extraction: What was read.

    Returns:
        All records: those read, now linked; the layers; and for each place where a study says
        something itself one citation of the mode ``own``.
    """
    sources = {r.id: r for r in extraction.records if r.label == "Source"}
    spellings, problems = _spellings(sources.values())
    problems += _studies_without_source(extraction, sources)
    linked: list[Record] = []
    unresolved: list[Unresolved] = []
    own: dict[str, Record] = {}
    for record in extraction.records:
        study = study_of(schema.node_types[record.label], record.id)
        if record.label == "Citation":
            record = _tied(record, spellings, unresolved)  # noqa: PLW2901
        if study is not None:
            record = _reported(schema, record, study, own)  # noqa: PLW2901
        linked.append(record)
    records = [*_layers(ontology), *linked, *own.values()]
    problems += contradicted(extraction.claims, records)
    return Reconciled(records, problems, unresolved)


def normalised(printed: str) -> str:
    """Reduce a printed form to what tells works apart: single spaces, no spaces at the ends.

    Args:
        printed: A citation as printed, perhaps broken over lines.

    Returns:
        The reduced form; capitals and punctuation stay.
    """
    return " ".join(printed.split())


def _spellings(sources: Iterable[Record]) -> tuple[dict[str, str], list[Problem]]:
    owner: dict[str, Record] = {}
    problems = []
    for source in sources:
        for spelling in _texts(source.values.get("spellings")):
            other = owner.setdefault(normalised(spelling), source)
            if other is not source and source.at is not None:
                message = Words(
                    f"Deze schrijfwijze hoort al bij een andere bron: {other.at}.",
                    f"This spelling is already claimed in {other.at}.",
                )
                problems.append(
                    Problem(source.at.file, source.at.row, "spellings", message, spelling)
                )
    return {spelling: source.id for spelling, source in owner.items()}, problems


def _texts(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _studies_without_source(
    extraction: Extraction, sources: dict[str, Record]
) -> Iterator[Problem]:
    for study in extraction.studies:
        if node_id("Source", study) not in sources:
            message = Words(
                "Geen enkele bron heeft de naam van deze map als id. Zet de studie bij de bronnen.",
                "No source has the name of this folder as its id. Add it to the sources.",
            )
            yield Problem(f"studies/{study}", 0, "", message, study)


def _tied(record: Record, spellings: dict[str, str], unresolved: list[Unresolved]) -> Record:
    printed = str(record.values.get("printedForm", ""))
    source = spellings.get(normalised(printed))
    if source is None:
        unresolved.append(Unresolved(printed, record.at))
        return record
    return replace(record, links={**record.links, "cites": (source,)})


def _reported(schema: Schema, record: Record, study: str, own: dict[str, Record]) -> Record:
    source = node_id("Source", study)
    links = dict(record.links)
    for prop in schema.node_types[record.label].asserted:
        if prop.key in {"partOf", "reportedIn"}:
            links[prop.key] = (source,)
        if prop.key == "restsOn" and not links.get("restsOn"):
            links["restsOn"] = tuple(
                _own(study, source, passage, own) for passage in links.get("foundAt", ())
            )
    return replace(record, links=links)


def _own(study: str, source: str, passage: str, own: dict[str, Record]) -> str:
    identifier = node_id("Citation", f"{OWN}{passage.rpartition('/')[2]}", study)
    own.setdefault(
        identifier,
        Record(
            "Citation",
            identifier,
            {"mode": "own"},
            {"foundAt": (passage,), "cites": (source,)},
        ),
    )
    return identifier


def _layers(ontology: Ontology) -> Iterator[Record]:
    for layer in ontology.layers:
        values: dict[str, Value] = {
            "labelNl": layer.label.nl,
            "labelEn": layer.label.en,
            "definitionNl": layer.definition.nl,
            "definitionEn": layer.definition.en,
            "order": layer.order,
        }
        if layer.ring is not None:
            values["ring"] = layer.ring
        links = {"broader": (layer.broader,)} if layer.broader else {}
        yield Record("Layer", layer.id, values, links)
