"""Hold records against the shapes: RDF through pySHACL, records through rules derived from them.

The shapes in ``shapes.ttl`` are the only rules. :func:`violations` carries them out on records
without RDF, at the speed of an ingest; :func:`shacl_violations` carries them out as the SHACL
recommendation says, through pySHACL. Tests hold that both find the same.
pySHACL patches rdflib for the whole process: never call :func:`shacl_violations` in the app.

Source: W3C, Shapes Constraint Language (SHACL), sections 4.1 to 4.4.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import rdflib
from rdflib.namespace import RDF, SH

from evidence_ontology.identifiers import INSTANCES
from evidence_ontology.ontology import EE, Words, graph_of, local_name
from evidence_ontology.records import Place, Record, Value
from evidence_ontology.schema import DATATYPES, Property, Requirement, Schema


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that one record breaks.

    Attributes:
        record: The id of the record.
        shape: The class whose shape it breaks.
        key: The property that it is about.
        message: What must hold, in both languages.
        at: Where the record was read, if it was.
        found: What was found instead, if it can be shown.
    """

    record: str
    shape: str
    key: str
    message: Words
    at: Place | None = None
    found: str = ""


def violations(schema: Schema, records: Iterable[Record]) -> list[Violation]:
    """Check records against the rules that are derived from the shapes.

    Args:
        schema: The schema, derived from the shapes.
        records: All records; links may point at any of them.

    Returns:
        The violations, in the order of the records; empty if all conform.
    """
    every = list(records)
    labels = {record.id: record.label for record in every}
    return [violation for record in every for violation in _of_record(schema, record, labels)]


def _of_record(schema: Schema, record: Record, labels: Mapping[str, str]) -> Iterator[Violation]:
    for prop in schema.node_types[record.label].asserted:
        fault = _fault(schema, prop, record, labels)
        if fault is not None:
            yield Violation(record.id, record.label, prop.key, prop.message, record.at, fault)
    for rule in schema.requirements:
        if rule.label == record.label and not _met(schema, rule, record):
            yield Violation(record.id, record.label, rule.key, rule.message, record.at)


def _met(schema: Schema, rule: Requirement, record: Record) -> bool:
    if any(record.values.get(key) != code for key, code in rule.when.items()):
        return True
    prop = schema.node_types[rule.label].property(rule.key)
    if prop.kind == "link":
        return bool(record.links.get(rule.key))
    return any(_size(record, key) for key in prop.keys)


def _fault(schema: Schema, prop: Property, record: Record, labels: Mapping[str, str]) -> str | None:
    if prop.kind == "link":
        targets = record.links.get(prop.key, ())
        wrong = [t for t in targets if labels.get(t) != prop.target]
        return _first(wrong) or _amount(prop, len(set(targets)))
    if prop.kind == "text":
        return _first([f for key in prop.keys if (f := _amount(prop, _size(record, key)))])
    values = _values(record.values.get(prop.key))
    wrong_values = [str(v) for v in values if not _allowed(schema, prop, v)]
    # Ordered values are one text in RDF, so however many there are, they count as one.
    amount = min(len(values), 1) if prop.ordered else len(set(values))
    return _first(wrong_values) or _amount(prop, amount)


def _first(faults: list[str]) -> str | None:
    return faults[0] if faults else None


def _amount(prop: Property, size: int) -> str | None:
    if size < prop.least or (prop.most is not None and size > prop.most):
        return str(size)
    return None


def _size(record: Record, key: str) -> int:
    return len(set(_values(record.values.get(key))))


def _values(value: Value | None) -> tuple[str | int | bool, ...]:
    if value is None or value == "":
        return ()
    return value if isinstance(value, tuple) else (value,)


def _allowed(schema: Schema, prop: Property, value: str | int | bool) -> bool:
    if prop.kind == "code":
        return str(value) in schema.codes[prop.target]
    # bool is an int in Python, but not in XSD.
    if type(value) is not DATATYPES[prop.datatype]:
        return False
    if isinstance(value, int):
        return not (
            (prop.minimum is not None and value < prop.minimum)
            or (prop.maximum is not None and value > prop.maximum)
        )
    if prop.datatype == "date" and not _is_date(value):
        return False
    return len(value) >= prop.shortest and (
        not prop.pattern or re.search(prop.pattern, value) is not None
    )


def _is_date(text: str) -> bool:
    # XSD 1.1 part 2, 3.3.9: the extended format; fromisoformat alone takes 20261125 as well.
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is None:
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def shacl_violations(data: rdflib.Graph) -> list[Violation]:
    """Check RDF against the shapes through pySHACL, with its own reading of SHACL.

    Args:
        data: The records as RDF; what they link to must be among them.

    Returns:
        The violations, sorted by record and property; one per record and property.

    Raises:
        TypeError: pySHACL gave something else than a report.
    """
    # Imported here since it patches rdflib for the whole process.
    from pyshacl import validate  # noqa: PLC0415

    shapes = graph_of()
    # The members of the closed lists are instances, so they belong to the data.
    _, report, _ = validate(data + graph_of("schemes.ttl"), shacl_graph=shapes, advanced=False)
    if not isinstance(report, rdflib.Graph):
        msg = "pySHACL gave no report"
        raise TypeError(msg)
    found = {
        (str(v.record), v.key): v
        for result in report.subjects(RDF.type, SH.ValidationResult)
        if (v := _from_report(report, shapes, data, result)) is not None
    }
    return [found[key] for key in sorted(found)]


def _from_report(
    report: rdflib.Graph, shapes: rdflib.Graph, data: rdflib.Graph, result: rdflib.term.Node
) -> Violation | None:
    focus = report.value(result, SH.focusNode)
    path = report.value(result, SH.resultPath)
    if path is None:
        path = shapes.value(report.value(result, SH.sourceShape), EE.requires)
    if focus is None or path is None:
        return None
    messages = {
        m.language: str(m)
        for m in report.objects(result, SH.resultMessage)
        if isinstance(m, rdflib.Literal)
    }
    cls = data.value(focus, RDF.type)
    key = str(shapes.value(path, EE.key) or local_name(path))
    value = report.value(result, SH.value)
    return Violation(
        record=str(focus).removeprefix(INSTANCES),
        shape="" if cls is None else local_name(cls),
        key=key,
        message=Words(messages.get("nl", ""), messages.get("en", "")),
        found="" if value is None else str(value).removeprefix(INSTANCES),
    )
