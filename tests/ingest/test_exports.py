"""Every export: text stays text, the same content gives the same bytes, nothing half-written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.namespace import DCTERMS, RDF, SKOS
from typer.testing import CliRunner

from evidence_graph.writing.table_form import guarded, unguarded
from evidence_graph.writing.workbook import MOST_CHARACTERS
from evidence_ingest.cli import app
from evidence_ingest.errors import IngestError
from evidence_ingest.exporting import WRITERS
from evidence_ingest.formats import Format
from evidence_ingest.pipeline import check
from evidence_ingest.readers.rows import canonical
from evidence_ingest.readers.tables import folder_tables, read_tables, table_files
from evidence_ingest.workbook_form import ABOUT, GUIDE, LISTS
from evidence_ingest.writers.csv_tables import csv_tables
from evidence_ingest.writers.files import write_file, write_folder
from evidence_ontology.identifiers import NAMESPACE
from evidence_ontology.records import Record, Value
from evidence_ontology.schema import schema
from evidence_ontology.texts import clean
from tests.ingest.quiet import no_network
from tests.ingest.tables import DataFolder
from tests.ontology.records import CONFORMING

__all__ = ["no_network"]
pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning:rdflib")

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "=HYPERLINK(1)",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\uff1d1",
    "'=quoted",
    "''",
    "'t Hof",
    "a\rb\r\nc\nd",
    'say "yes", or | no',
    "</data></node><evil/>",
    "]]> & &amp;",
    "bell\x07 and \x0b in between",
    "_x0041_",
    "https://example.org/",
    "007",
    "\\u0041 \\",
)


def with_text(text: str) -> list[Record]:
    """Give every record of the example a hostile text wherever it may have one."""
    return [_with_text(record, text) for record in CONFORMING if record.label != "Layer"]


def _with_text(record: Record, text: str) -> Record:
    values: dict[str, Value] = dict(record.values)
    single = text.replace("|", "/")
    for prop in schema().node_types[record.label].asserted:
        if prop.kind == "text" or (prop.kind == "data" and prop.datatype == "string"):
            values |= dict.fromkeys(prop.keys, (single,) if prop.many else text)
    return replace(record, values=values)


def digests(records: list[Record]) -> dict[str, str]:
    return {record.id: record.digest() for record in records}


def read_back(folder: Path, files: dict[str, bytes]) -> dict[str, str]:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    found = read_tables(schema(), folder)
    assert found.problems == []
    return digests(found.records)


def bare(records: list[Record]) -> list[Record]:
    """Leave out the links that reconciliation makes."""
    return [
        replace(r, links={k: v for k, v in r.links.items() if k not in COMPUTED}) for r in records
    ]


COMPUTED = {"cites", "partOf", "reportedIn"}


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("text", HOSTILE)
def test_csv_has_no_formula_and_loses_no_text(tmp_path: Path, text: str) -> None:
    records = with_text(text)
    files = csv_tables(schema(), records)
    assert not any(
        line.startswith(sign) or f",{sign}" in line or f',"{sign}' in line
        for content in files.values()
        for line in content.decode().splitlines()
        for sign in ("=", "+", "-", "@", "\uff1d")
    )
    assert read_back(tmp_path, files) == digests(bare(records))
    for path, table in folder_tables(schema(), tmp_path):
        assert canonical(table).encode() == path.read_bytes()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(clean)


@given(TEXTS | st.sampled_from(HOSTILE))
def test_the_guard_of_cells_is_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[0] not in "=+@\uff1d"


@settings(max_examples=60)
@given(TEXTS)
def test_any_text_comes_back_from_csv(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    records = with_text(clean(text))
    files = csv_tables(schema(), records)
    assert read_back(tmp_path_factory.mktemp("any"), files) == digests(bare(records))


SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("text", HOSTILE)
def test_a_workbook_computes_nothing_and_links_nowhere(text: str) -> None:
    content = WRITERS[Format.XLSX](schema(), with_text(text))
    with zipfile.ZipFile(BytesIO(content)) as book:
        names = book.namelist()
        sheets = [ET.fromstring(book.read(n)) for n in names if n.startswith("xl/worksheets/sheet")]  # noqa: S314 written here
        shared = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 written here
        related = b"".join(book.read(n) for n in names if n.endswith(".rels"))
    assert b"External" not in related
    for sheet in sheets:
        assert sheet.find(f".//{SHEETS}f") is None
        assert {cell.get("t") for cell in sheet.iter(f"{SHEETS}c") if len(cell)} <= {"s"}
        pane = sheet.find(f".//{SHEETS}pane")
        assert pane is not None
        assert pane.get("state") == "frozen"
    texts = {"".join(item.itertext()) for item in shared}
    shown = text.replace("_x0041_", "_x005F_x0041_")
    for sign in ("\x07", "\x0b", "\r"):
        shown = shown.replace(sign, f"_x{ord(sign):04X}_")
    assert shown in texts


def test_a_workbook_says_which_study_a_row_is_of_and_what_it_cannot_hold() -> None:
    content = WRITERS[Format.XLSX](schema(), list(CONFORMING))
    with zipfile.ZipFile(BytesIO(content)) as book:
        names = ET.fromstring(book.read("xl/workbook.xml"))  # noqa: S314 written here
        shared = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 written here
    titles = [sheet.get("name") for sheet in names.iter(f"{SHEETS}sheet")]
    assert titles == [GUIDE, *(t.table.rpartition("/")[2] for t in _in_order()), LISTS, ABOUT]
    assert "study" in {"".join(item.itertext()) for item in shared}
    assert "reportedIn" not in {"".join(item.itertext()) for item in shared}
    with pytest.raises(IngestError, match="Export to csv instead"):
        WRITERS[Format.XLSX](schema(), with_text("x" * (MOST_CHARACTERS + 1)))


def _in_order() -> list[Any]:
    return [*schema().tables("shared"), *schema().tables("study")]


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("text", HOSTILE)
def test_graphml_is_read_by_others(text: str) -> None:
    records = with_text(text)
    content = WRITERS[Format.GRAPHML](schema(), records)
    graph = nx.parse_graphml(content.decode(), force_multigraph=True)
    node = graph.nodes["finding/s/f1"]
    assert node["labels"] == "Finding"
    assert node["paraphraseNl"] == text.replace("\x07", "\ufffd").replace("\x0b", "\ufffd")
    assert node["paraphraseEn"] == node["paraphraseNl"]
    linked = {data["type"] for _, _, data in graph.out_edges("finding/s/f1", data=True)}
    assert {"ABOUT", "FOUND_AT", "RESTS_ON"} <= linked
    assert graph.nodes["source/s"]["year"] == 2018


@pytest.fixture
def thesaurus(folder: DataFolder) -> rdflib.Graph:
    """The thesaurus of the smallest folder, with one name that is also a synonym."""
    folder.replace(
        "thesaurus/elements", "definitionEn,placedIn", "definitionEn,synonymsEn,placedIn"
    )
    folder.replace("thesaurus/elements", "at hand.,task", "at hand.,Practical help|aid,task")
    folder.replace("thesaurus/elements", "rely on it.,values", "rely on it.,,values")
    folder.replace(
        "thesaurus/elements", "personal-alliance,,1", "personal-alliance,practical-help,1"
    )
    content = WRITERS[Format.SKOS](schema(), check(folder.path).records)
    return rdflib.Graph().parse(data=content, format="turtle")


def test_skos_says_what_nl_sbb_asks(thesaurus: rdflib.Graph) -> None:
    concepts = set(thesaurus.subjects(RDF.type, SKOS.Concept))
    schemes = set(thesaurus.subjects(RDF.type, SKOS.ConceptScheme))
    assert not concepts & schemes
    for concept in concepts:
        [scheme] = thesaurus.objects(concept, SKOS.inScheme)
        assert scheme in schemes
        top = (concept, SKOS.topConceptOf, scheme) in thesaurus
        assert top == ((concept, SKOS.broader, None) not in thesaurus)
    for subject in concepts | schemes:
        labels = list(thesaurus.objects(subject, SKOS.prefLabel))
        assert sorted(label.language for label in labels) == ["en", "nl"]  # type: ignore[attr-defined]
        assert not set(labels) & set(thesaurus.objects(subject, SKOS.altLabel))
    for scheme in schemes:
        assert {getattr(t, "language", "") for t in thesaurus.objects(scheme, DCTERMS.title)} == {
            "nl",
            "en",
        }
        codes = [
            str(thesaurus.value(concept, SKOS.notation))
            for concept in thesaurus.subjects(SKOS.inScheme, scheme)
            if (concept, SKOS.notation, None) in thesaurus
        ]
        assert len(codes) == len(set(codes))


def test_skos_is_skos_alone_and_both_ways(thesaurus: rdflib.Graph) -> None:
    names = {str(term) for triple in thesaurus for term in triple}
    assert not any(name.startswith(NAMESPACE) for name in names)
    for one, other in ((SKOS.broader, SKOS.narrower), (SKOS.topConceptOf, SKOS.hasTopConcept)):
        there = set(thesaurus.subject_objects(one))
        assert there
        assert {(end, start) for start, end in there} == set(thesaurus.subject_objects(other))
    ids = "https://w3id.org/evidence-explorer/id"
    trust, help_ = (rdflib.URIRef(f"{ids}/element/{e}") for e in ("trust", "practical-help"))
    assert (trust, SKOS.broader, help_) in thesaurus
    assert [str(label) for label in thesaurus.objects(help_, SKOS.altLabel)] == ["aid"]
    scheme = rdflib.URIRef("https://w3id.org/evidence-explorer/scheme/layers")
    client = rdflib.URIRef(f"{ids}/layer/client")
    assert (client, SKOS.inScheme, scheme) in thesaurus
    for concept in thesaurus.subjects(SKOS.inScheme, scheme):
        for predicate in (SKOS.definition, SKOS.scopeNote):
            said = {getattr(text, "language", "") for text in thesaurus.objects(concept, predicate)}
            assert said == {"nl", "en"}


SEEDED = """
import hashlib, json, random, sys
from evidence_ingest.exporting import WRITERS
from evidence_ingest.writers.csv_tables import csv_tables
from evidence_ontology.schema import schema
from tests.ontology.records import CONFORMING
records = random.sample(CONFORMING, len(CONFORMING))
digests = {f: hashlib.sha256(w(schema(), records)).hexdigest() for f, w in WRITERS.items()}
files = csv_tables(schema(), records)
digests["csv"] = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()
json.dump(digests, sys.stdout)
"""


def test_the_same_records_give_the_same_bytes_in_any_order_and_process() -> None:
    found = []
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{len(seed)}"}
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", SEEDED],
            cwd=ROOT,
            env={**environment, "PYTHONPATH": os.pathsep.join(map(str, sys.path))},
            capture_output=True,
            check=True,
        )
        found.append(json.loads(done.stdout))
    assert found[0].keys() == set(Format)
    assert found[0] == found[1] == found[2]


def test_every_format_through_the_command(tmp_path: Path, folder: DataFolder) -> None:
    graph = {"EVIDENCE_GRAPH": str(tmp_path / "graph")}

    def run(*arguments: str) -> Any:
        return CliRunner().invoke(app, list(arguments), env=graph)

    assert run("ingest", "--data", str(folder.path)).exit_code == 0
    for form in Format:
        target = tmp_path / f"out.{form}"
        done = run("export", "--format", form, "--output", str(target))
        assert done.exit_code == 0, done.output
        if form in {Format.CSV, Format.XLSX}:
            refused = run("export", "--format", form)
            assert refused.exit_code == 2
            assert "--output" in refused.stderr
        else:
            shown = run("export", "--format", form).stdout_bytes
            assert shown == target.read_bytes()
    for _, table in folder_tables(schema(), folder.path):
        assert (tmp_path / "out.csv" / table.name).read_bytes() == canonical(table).encode()
    assert [p.name for p in tmp_path.iterdir() if "-" in p.name] == []


def test_a_data_folder_is_replaced_and_keeps_what_is_no_table(
    tmp_path: Path, folder: DataFolder
) -> None:
    (folder.path / "README.md").write_text("kept", encoding="utf-8")
    records = [r for r in check(folder.path).records if r.label != "Exception"]
    write_folder(folder.path, csv_tables(schema(), records), known)
    assert (folder.path / "README.md").read_text(encoding="utf-8") == "kept"
    assert "Exception" not in {r.label for r in check(folder.path).records}
    assert {p.name for p in tmp_path.iterdir()} == {"data"}


def known(path: Path) -> Any:
    return (found for _, _, found in table_files(schema(), path))


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(IngestError, match="Name a new or an empty folder"):
        write_folder(home, {"a.csv": b"id\n"}, known)
    assert [p.name for p in home.iterdir()] == ["letter.txt"]
    (tmp_path / "file").write_text("dear", encoding="utf-8")
    with pytest.raises(IngestError, match="is a file"):
        write_folder(tmp_path / "file", {"a.csv": b"id\n"}, known)
    assert {p.name for p in tmp_path.iterdir()} == {"home", "file"}


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path, folder: DataFolder) -> None:
    before = {p: p.read_bytes() for p in folder.path.rglob("*.csv")}
    with pytest.raises(IngestError, match="cannot be written"):
        write_folder(folder.path, {"a.csv": b"", "a.csv/b.csv": b""}, known)
    assert {p: p.read_bytes() for p in folder.path.rglob("*.csv")} == before
    assert {p.name for p in tmp_path.iterdir()} == {"data"}
    with pytest.raises(IngestError, match=r"cannot be written.*Make the folder .*no first"):
        write_file(tmp_path / "no" / "out.ttl", b"")
    with pytest.raises(IngestError, match=r"cannot be written.*name a file"):
        write_file(folder.path, b"")


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    secret, link = tmp_path / "secret.ttl", tmp_path / "link.ttl"
    secret.write_bytes(b"old")
    secret.chmod(0o600)
    link.symlink_to(secret)
    write_file(link, b"new")
    assert link.is_symlink()
    assert secret.read_bytes() == b"new"
    assert secret.stat().st_mode & 0o777 == 0o600
