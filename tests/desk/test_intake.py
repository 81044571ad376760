"""What a report says becomes proposals that a curator can tell apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_desk.folder import DeskFolder
from evidence_desk.intake import lay
from tests.ingest.tables import DataFolder


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        (
            "Bos en De Jong (2013a, 2013b) laten zien dat praktische hulp vertrouwen wekt.",
            ["Bos en De Jong (2013a)", "Bos en De Jong (2013b)"],
        ),
        (
            "Praktische hulp draagt bij aan vertrouwen (Bos, 2013a, 2013b; Kok, 2018).",
            ["Bos, 2013a", "Bos, 2013b", "Kok, 2018"],
        ),
        ("Bos (2013) laat zien dat praktische hulp vertrouwen wekt.", ["Bos (2013)"]),
        ("Praktische hulp draagt bij aan vertrouwen (Bos, 2013).", ["Bos, 2013"]),
    ],
)
def test_each_work_of_a_citation_has_a_spelling_of_its_own(
    tmp_path: Path, sentence: str, printed: list[str]
) -> None:
    data = DataFolder(tmp_path / "data")
    report = tmp_path / "rapport.txt"
    report.write_text(f"1 Wat helpt\n\n{sentence}\n", "utf-8")
    desk = DeskFolder(tmp_path / "desk")
    assert lay(desk, data.path, report, "study-one", who="anna")
    found = {tuple(work.printed for work in one.works) for one in desk.proposals() if one.works}
    assert tuple(printed) in found
