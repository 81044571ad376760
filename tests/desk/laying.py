"""A report of our own, laid on a desk with the smallest data folder."""

from __future__ import annotations

from pathlib import Path

from evidence_desk.choice import NEW, Choice, CitedChoice
from evidence_desk.folder import DeskFolder
from evidence_desk.intake import lay
from evidence_desk.proposals import Proposal

STUDY = "study-one"
REPORT = """1 Wat helpt

Praktische hulp draagt bij aan het vertrouwen van gezinnen (Jansen, 2015).

Vertrouwen leidt tot betere uitkomsten (De Wit, 2019).

2 Verder

Vaste casusregie vermindert de druk op ouders (Kok, 2018).

Literatuur

Jansen, P. (2015). Hulp die helpt. Amsterdam: Uitgeverij Voorbeeld.
Kok, A. (2018). Regie in het gezin. Den Haag: Voorbeeldpers.
Wit, B. de (2019). Op elkaar aan kunnen. Zwolle: Voorbeeldpers.
"""
NL, EN = "Concrete hulp wekt vertrouwen.", "Concrete help earns trust."


def laid(folder: Path, data: Path, text: str = REPORT) -> DeskFolder:
    """A desk with the report on it, extracted by the rules themselves."""
    desk = DeskFolder(folder)
    report = folder.parent / "rapport.txt"
    report.write_text(text, "utf-8")
    assert lay(desk, data, report, STUDY, who="anna") > 2
    return desk


def chosen(one: Proposal, **more: object) -> Choice:
    """The choice of a curator who agrees with what was guessed."""
    known = {"Jansen, 2015": "jansen-2015"}
    works = tuple(CitedChoice(known.get(w.printed, NEW), w.printed) for w in one.works)
    told: dict[str, object] = {
        "element": one.element or "trust",
        "direction": one.direction,
        "paraphrase_nl": NL,
        "paraphrase_en": EN,
        "section": one.section,
        "works": works,
    }
    return Choice(**{**told, **more})  # type: ignore[arg-type]
