"""The notes on the heads of the workbook: what goes into the column, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from evidence_ingest.workbook_form import sheet_name
from evidence_ontology.ontology import Words, ontology
from evidence_ontology.schema import NodeType, Property, Schema

AUTHOR: Final = "evidence-explorer"
_LANGUAGES: Final = {"Nl": Words("in het Nederlands", "in Dutch")}
_LANGUAGES["En"] = Words("in het Engels", "in English")
_FORMS: Final = {
    "integer": Words("Een heel getal.", "A whole number."),
    "date": Words("Een datum, zoals 2026-11-25.", "A date, such as 2026-11-25."),
    "boolean": Words("Schrijf true (ja) of false (nee).", "Write true (yes) or false (no)."),
    "anyURI": Words("Een webadres.", "A web address."),
}
_OPTIONAL: Final = "restsOn"
"""May stay empty though it must be there: an empty one is the study's own statement."""


def id_note() -> Words:
    """Say what an id is.

    Returns:
        The note.
    """
    return Words(
        "De naam van de rij, waarmee andere rijen ernaar verwijzen: kleine letters, cijfers en"
        " koppeltekens. Verander een id niet meer als die in gebruik is.",
        "The name of the row, by which other rows refer to it: small letters, digits and hyphens."
        " Do not change an id any more once it is in use.",
    )


def study_note() -> Words:
    """Say what the column of the study holds.

    Returns:
        The note.
    """
    return Words(
        "De studie waarvan deze rij is: de id van die studie op het blad sources.",
        "The study that this row is of: the id of that study on the sheet sources.",
    )


def note(schema: Schema, node_type: NodeType, column: str, prop: Property) -> Words:
    """Say what goes into a column, as the ontology has it.

    Args:
        schema: The schema.
        node_type: The class of the sheet.
        column: The head of the column.
        prop: The property that it holds.

    Returns:
        The note.
    """
    lines = list(_lines(schema, node_type, column, prop))
    return Words("\n".join(w.nl for w in lines), "\n".join(w.en for w in lines))


def _lines(schema: Schema, node_type: NodeType, column: str, prop: Property) -> Iterator[Words]:
    name = prop.iri.rpartition("#")[2].rpartition("/")[2]
    said = ontology().comments[name]
    language = _LANGUAGES.get(column[-2:]) if prop.kind == "text" else None
    tail = Words(f" ({language.nl})", f" ({language.en})") if language else Words("", "")
    yield Words(f"{prop.label.nl}{tail.nl}: {said.nl}", f"{prop.label.en}{tail.en}: {said.en}")
    if prop.least and prop.key != _OPTIONAL:
        yield Words("Verplicht.", "Required.")
    if prop.key == _OPTIONAL:
        yield Words("Leeg: de studie zegt het zelf.", "Empty: the study says it itself.")
    if prop.many:
        yield Words("Meer dan één? Zet er | tussen.", "More than one? Put | between them.")
    if prop.datatype in _FORMS:
        yield _FORMS[prop.datatype]
    if prop.kind == "link":
        yield _target(schema, prop)
    for rule in schema.requirements:
        if rule.label == node_type.label and rule.key == prop.key:
            yield rule.message
    if prop.kind == "code":
        for concept in ontology().lists[prop.target]:
            label = concept.label
            yield Words(f"{concept.code}: {label.nl}", f"{concept.code}: {label.en}")


def _target(schema: Schema, prop: Property) -> Words:
    target = schema.node_types[prop.target]
    if not target.table:
        return Words("Kies uit de lijst.", "Choose from the list.")
    name = sheet_name(target)
    return Words(
        f"Kies uit de lijst, of schrijf de id van een rij van het blad {name}.",
        f"Choose from the list, or write the id of a row of the sheet {name}.",
    )
