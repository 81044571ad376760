"""Break a record in each way that the shapes forbid, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence_ontology.records import Record
from evidence_ontology.schema import Property, schema
from tests.fixtures.shapes.make import without

Broken = tuple[str, Record]


def breakages(record: Record) -> Iterator[Broken]:
    """Break each rule of a record's shape, one at a time.

    Args:
        record: A record that conforms.

    Yields:
        What was broken, and the broken record.
    """
    for prop in schema().node_types[record.label].asserted:
        bare = without(record, prop)
        if prop.least:
            yield f"{prop.key} is missing", bare
        if prop.kind == "link":
            yield from _wrong_links(bare, prop)
        elif prop.kind == "text":
            yield from _wrong_texts(bare, prop)
        else:
            yield from _wrong_values(bare, prop)
    for rule in schema().requirements:
        if rule.label == record.label:
            prop = schema().node_types[rule.label].property(rule.key)
            bare = without(record, prop)
            yield (
                f"{rule.key} is missing where {rule.when}",
                replace(bare, values={**bare.values, **rule.when}),
            )


def _wrong_links(bare: Record, prop: Property) -> Iterator[Broken]:
    other = "layer/l1" if prop.target == "Passage" else "passage/s/p1"
    yield f"{prop.key} points nowhere", _linked(bare, prop, "nothing/here")
    yield f"{prop.key} points at another class", _linked(bare, prop, other)
    if prop.most == 1 and prop.target == "Element":
        yield f"{prop.key} twice", _linked(bare, prop, "element/e1", "element/e2")


def _wrong_texts(bare: Record, prop: Property) -> Iterator[Broken]:
    if prop.least:
        yield f"{prop.key} lacks English", _valued(bare, prop.keys[0], "Tekst")
    if prop.most == 1:
        several = _valued(bare, prop.keys[0], ("Een", "Twee"))
        yield f"{prop.key} twice in Dutch", _valued(several, prop.keys[1], "One")


def _wrong_values(bare: Record, prop: Property) -> Iterator[Broken]:
    if prop.kind == "code":
        yield f"{prop.key} has an unknown code", _valued(bare, prop.key, "no-such-code")
    if prop.datatype == "date":
        yield f"{prop.key} is no day of the calendar", _valued(bare, prop.key, "2026-02-30")
        yield f"{prop.key} has no hyphens", _valued(bare, prop.key, "20260228")
    if prop.datatype in {"integer", "boolean"}:
        yield f"{prop.key} is no {prop.datatype}", _valued(bare, prop.key, "many")
    if prop.maximum is not None:
        yield f"{prop.key} is too large", _valued(bare, prop.key, prop.maximum + 1)
    if prop.pattern:
        yield f"{prop.key} does not fit the pattern", _valued(bare, prop.key, "?? no ??")


def _linked(record: Record, prop: Property, *targets: str) -> Record:
    return replace(record, links={**record.links, prop.key: targets})


def _valued(record: Record, key: str, value: str | int | tuple[str, ...]) -> Record:
    return replace(record, values={**record.values, key: value})
