"""The first sheet of the workbook: how to work with it, and what stands on each sheet."""

from __future__ import annotations

from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from evidence_graph.writing.workbook import Tab
from evidence_ingest.workbook_form import GUIDE, OWN_MARK, sheets
from evidence_ontology.ontology import Words, ontology
from evidence_ontology.schema import Schema

_HEADS: Final = ("", "Nederlands", "English")
_WIDTHS: Final = {0: 22, 1: 70, 2: 70}
_WORDS: Final = (
    Words(
        "In dit werkboek staan de tabellen van Evidence Explorer. Elk blad is één soort rij. Bij"
        " elke kolomkop staat een notitie die zegt wat erin hoort.",
        "This workbook holds the tables of Evidence Explorer. Each sheet is one kind of row. A"
        " note on each head says what goes into the column.",
    ),
    Words(
        "Voeg rijen toe onder de laatste, of verander wat er staat. Bladen waarop elke studie eigen"
        " rijen heeft, beginnen met de kolom study.",
        "Add rows below the last one, or change what is there. Sheets on which each study has rows"
        " of its own begin with the column study.",
    ),
    Words(
        "De koppen en de id's van bestaande rijen zijn beveiligd, omdat andere rijen ernaar"
        " verwijzen. Er is geen wachtwoord: om rijen te verwijderen of te sorteren haal je de"
        " beveiliging van het blad weg.",
        "The heads and the ids of rows that exist are protected, since other rows refer to them."
        " There is no password: to remove or sort rows, take the protection off the sheet.",
    ),
    Words(
        "Kies verwijzingen uit de lijst in de cel. Wat achter de punt (·) staat is de naam; alleen"
        " de id telt. Meer dan één? Zet er | tussen.",
        "Choose references from the list in the cell. What stands behind the dot (·) is the name;"
        " only the id counts. More than one? Put | between them.",
    ),
    Words(
        "Alles is tekst. Formules worden geweigerd, en getallen en datums ook waar niet zeker is"
        " wat je bedoelt.",
        "Everything is text. Formulas are refused, and so are numbers and dates where it is not"
        " certain what you mean.",
    ),
    Words(
        "Schrijf in eigen woorden; neem nooit een zin uit een publicatie over.",
        "Write in your own words; never take over a sentence of a publication.",
    ),
    Words(
        f"Wil je een eigen blad erbij, bijvoorbeeld om iets uit te zoeken? Laat de naam met"
        f" {OWN_MARK} beginnen; dan wordt het overgeslagen.",
        f"Do you want a sheet of your own, to find something out? Begin its name with {OWN_MARK};"
        f" then it is passed over.",
    ),
    Words(
        "Nakijken: evidence-explorer validate --data DIT.xlsx --mark NAGEKEKEN.xlsx. Dat maakt een"
        " kopie waarin elke fout naast haar cel staat.",
        "To check: evidence-explorer validate --data THIS.xlsx --mark CHECKED.xlsx. That makes a"
        " copy in which each error stands beside its cell.",
    ),
    Words(
        "Inlezen: evidence-explorer ingest --data DIT.xlsx --into data. Is er iets niet goed, dan"
        " verandert er niets.",
        "To load: evidence-explorer ingest --data THIS.xlsx --into data. If anything is wrong,"
        " nothing changes.",
    ),
)


def guide(schema: Schema) -> Tab:
    """Make the first sheet.

    Args:
        schema: The schema.

    Returns:
        The sheet, with a link to each of the others.
    """
    rows = [("", words.nl, words.en) for words in _WORDS]
    first = len(rows) + 1
    names = list(sheets(schema))
    for name, node_type in sheets(schema).items():
        label, what = ontology().names[node_type.label], ontology().definitions[node_type.label]
        rows.append((name, f"{label.nl}: {what.nl}", f"{label.en}: {what.en}"))

    def dress(book: Workbook, sheet: Worksheet) -> None:
        text = book.add_format({"valign": "top", "text_wrap": True})
        link = book.add_format({"valign": "top", "font_color": "#0B5A8A", "underline": 1})
        for column, width in _WIDTHS.items():
            sheet.set_column(column, column, width, text)
        for number, name in enumerate(names, start=first):
            sheet.write_url(number, 0, f"internal:'{name}'!A1", link, name)
        sheet.protect()

    return Tab(GUIDE, _HEADS, rows, dress=dress)
