"""The commands about bibliographies, as a user meets them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner, Result

from evidence_ingest.bibliography import To
from evidence_ingest.cli import app
from evidence_literature.formats import WRITERS, read_bibliography
from tests.ingest.tables import DataFolder

Run = Callable[..., Result]

LIBRARY = """TY  - RPRT
AU  - Bos, Anna
AU  - Vries, Karel de
TI  - Hulp dichtbij in de wijk: een verkenning
PY  - 2016
PB  - Instituut Ruimzicht
ER  -
TY  - RPRT
AU  - Bos, A.
TI  - Hulp dichtbij in de wijk
PY  - 2016
UR  - https://example.org/hulp
ER  -
TY  - JOUR
AU  - Jansen, P.
TI  - Vertrouwen in de spreekkamer
PY  - 2015
T2  - Wijkblad
ER  -
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A bibliography with one work that stands in it twice."""
    path = tmp_path / "library.ris"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


@pytest.fixture
def run() -> Run:
    """Run a command about bibliographies."""

    def command(*arguments: str | Path) -> Result:
        return CliRunner().invoke(app, ["bibliography", *map(str, arguments)])

    return command


def _ids(result: Result) -> list[str]:
    return re.findall(r"^([0-9a-f]{8})  \d+  ", result.stdout, re.MULTILINE)


def test_every_format_that_is_written_can_be_asked_for() -> None:
    assert set(get_args(To)) == {form.value for form in WRITERS}


@pytest.mark.parametrize("to", get_args(To))
def test_convert_writes_what_it_read(run: Run, library: Path, to: str) -> None:
    target = library.with_suffix(".out")
    result = run("convert", library, "--to", to, "--output", target)
    assert result.exit_code == 0, result.stderr
    assert "Wrote 3 records" in result.stderr
    titles = [record.title for record in read_bibliography(target.read_bytes()).records]
    assert titles == [
        "Hulp dichtbij in de wijk: een verkenning",
        "Hulp dichtbij in de wijk",
        "Vertrouwen in de spreekkamer",
    ]


def test_broken_records_are_told_and_stop_only_if_asked(run: Run, library: Path) -> None:
    library.write_text(f"{LIBRARY}AU  - Los\n", encoding="utf-8")
    target = library.with_suffix(".bib")
    assert run("convert", library, "--to", "bibtex", "-o", target, "--strict").exit_code == 1
    assert not target.exists()
    result = run("convert", library, "--to", "bibtex", "-o", target)
    assert result.exit_code == 0
    assert "library.ris, line 20: From here on lines stand outside any record" in result.stderr
    assert target.exists()
    over = run("convert", library, "--to", "ris", "-o", library)
    assert over.exit_code == 2
    assert "would be lost" in over.stderr
    assert library.read_text(encoding="utf-8").endswith("AU  - Los\n")


def test_check_counts(run: Run, library: Path) -> None:
    result = run("check", library)
    assert result.exit_code == 0
    assert "3 records\n  2 report\n  1 article-journal" in result.stdout
    assert "1 pair may be one work" in result.stdout
    library.write_text(LIBRARY.replace("ER  -\n", "", 1), encoding="utf-8")
    broken = run("check", library)
    assert broken.exit_code == 1
    assert "line 1: The record has no end" in broken.stderr


@pytest.mark.parametrize("content", ["", "title,author\n", "%PDF-1.7"])
def test_what_is_no_bibliography_fails_in_a_sentence(run: Run, library: Path, content: str) -> None:
    library.write_text(content, encoding="utf-8")
    result = run("check", library)
    assert result.exit_code == 2
    assert result.stderr.startswith("library.ris: ")
    assert "Traceback" not in result.stderr


def test_a_file_that_is_not_there(run: Run, library: Path) -> None:
    result = run("check", library.with_name("other.ris"))
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


def test_a_match_is_accepted_merged_and_undone(run: Run, library: Path) -> None:
    listed = run("match", library)
    [match] = _ids(listed)
    assert "the same title, one of them with a subtitle" in listed.stdout
    assert run("match", library, "--accept", match, "--who", "Noor").exit_code == 0
    assert _ids(run("match", library)) == []
    merged = run("merge", library, "--to", "ris")
    assert "3 records became 2" in merged.stderr
    assert "title: kept 'Hulp dichtbij in de wijk: een verkenning'" in merged.stderr
    one = read_bibliography(merged.stdout.encode()).records[0]
    assert (one.publisher, one.url) == ("Instituut Ruimzicht", "https://example.org/hulp")
    assert ("merged:title", "Hulp dichtbij in de wijk") in one.extra
    assert run("match", library, "--undo", match, "--who", "Noor").exit_code == 0
    assert _ids(run("match", library)) == [match]
    assert "3 records became 3" in run("merge", library, "--to", "ris").stderr
    table = library.with_name("library.decisions.csv").read_text(encoding="utf-8-sig")
    assert [row.split(",")[1:3] for row in table.splitlines()] == [
        ["who", "choice"],
        ["Noor", "accept"],
        ["Noor", "undo"],
    ]


def test_a_refused_match_is_not_proposed_again(run: Run, library: Path) -> None:
    [match] = _ids(run("match", library))
    run("match", library, "--refuse", match, "--who", "=Noor")
    # In another order, and with a field changed that nobody looked at.
    records = LIBRARY.replace("PB  - Instituut Ruimzicht", "PB  - Ruimzicht").split("ER  -\n")
    library.write_text("ER  -\n".join([records[1], records[0], *records[2:]]), encoding="utf-8")
    assert _ids(run("match", library)) == []
    everything = run("match", library, "--all", "--language", "nl")
    assert _ids(everything) == [match]
    assert "refuse by =Noor" in everything.stdout
    assert "'=Noor" in library.with_name("library.decisions.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--accept", "00000000"), "There is no match 00000000"),
        (("--undo", "MATCH"), "nothing to undo"),
        (("--accept", "MATCH", "--refuse", "MATCH"), "decided about twice"),
    ],
)
def test_a_decision_that_makes_no_sense_keeps_nothing(
    run: Run, library: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    [match] = _ids(run("match", library))
    result = run("match", library, *(one.replace("MATCH", match) for one in arguments))
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not library.with_name("library.decisions.csv").exists()


def test_a_spoilt_table_of_decisions_is_told(run: Run, library: Path) -> None:
    table = library.with_name("library.decisions.csv")
    table.write_text(
        "when,who,choice,first,second,score,reasons\n2026,Noor,maybe,a,b,90,x\n", encoding="utf-8"
    )
    result = run("match", library)
    assert result.exit_code == 2
    assert (
        "library.decisions.csv, row 2: choice must be one of accept, refuse, undo" in result.stderr
    )


def test_sources_that_are_there_and_new_ones(run: Run, library: Path, folder: DataFolder) -> None:
    before = folder.text("sources/sources")
    arguments = ("sources", library, "--data", folder.path)
    listed = run(*arguments)
    assert listed.exit_code == 0
    # The table of sources has no author of Jansen 2015, so only the others are compared by name.
    assert folder.text("sources/sources") == before
    assert "bos-de-vries-2016: Taken from the bibliography library.ris: Bos, A." in listed.stdout
    written = run(*arguments, "--write", "--language", "nl")
    assert written.exit_code == 0, written.stderr
    after = folder.text("sources/sources")
    assert "Bos & De Vries (2016)" in after
    assert "Overgenomen uit de bibliografie library.ris" in after
    assert CliRunner().invoke(app, ["validate", "--fix", "--data", str(folder.path)]).exit_code == 0
    after = folder.text("sources/sources")
    again = run(*arguments, "--write")
    assert "0 of 3 records are new" in again.stderr
    assert folder.text("sources/sources") == after


def test_a_record_that_is_no_source_yet_can_be_told_so(
    run: Run, library: Path, folder: DataFolder
) -> None:
    folder.replace("sources/sources", "id,shortName,", "id,authors,shortName,")
    folder.replace("sources/sources", "jansen-2015,", "jansen-2015,Jansen,")
    folder.replace("sources/sources", "smit-2012,", "smit-2012,Smit,")
    folder.replace("sources/sources", "study-one,", "study-one,,")
    arguments = ("sources", library, "--data", folder.path)
    listed = run(*arguments)
    assert "2 of 3 records are new" in listed.stderr
    assert "the same authors; the same year" in listed.stdout
    [match] = _ids(listed)
    assert run(*arguments, "--refuse", match).exit_code == 0
    assert "3 of 3 records are new" in run(*arguments).stderr


def test_nothing_is_written_when_the_data_would_not_conform(
    run: Run, library: Path, folder: DataFolder
) -> None:
    folder.replace("sources/sources", "smit-2012,Smit 2012,unknown", "smit-2012,Smit 2012,pamflet")
    before = folder.text("sources/sources")
    result = run("sources", library, "--data", folder.path, "--write")
    assert result.exit_code == 1
    assert "sources/sources.csv, row 3" in result.stderr
    assert folder.text("sources/sources") == before
