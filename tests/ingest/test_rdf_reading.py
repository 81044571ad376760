"""RDF is read as tables are: all of it or a sentence that names what is wrong; never a request."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from evidence_ingest import pipeline
from evidence_ingest.cli import app
from evidence_ingest.errors import IngestError
from evidence_ingest.exporting import WRITERS
from evidence_ingest.formats import Format
from evidence_ingest.pipeline import check, input_digest
from evidence_ingest.readers import rdf
from evidence_ingest.readers.rdf import parsed
from evidence_ontology.reading_rdf import records_of
from evidence_ontology.records import Record
from evidence_ontology.schema import schema
from evidence_ontology.texts import clean
from tests.ingest.quiet import no_network
from tests.ingest.tables import DataFolder
from tests.ontology.records import CONFORMING

__all__ = ["no_network"]
pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning:rdflib")

ENDINGS = {
    Format.TURTLE: "ttl",
    Format.TRIG: "trig",
    Format.JSONLD: "jsonld",
    Format.NQUADS: "nq",
}
GOLDEN = Path(__file__).parents[1] / "golden" / "smallest.ttl"
PREFIXES = """@prefix ee: <https://w3id.org/evidence-explorer/ontology#> .
@prefix id: <https://w3id.org/evidence-explorer/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SOURCE = "id:source\\/jansen-2015"
FINDING = "id:finding\\/study-one\\/f1"
ID = "https://w3id.org/evidence-explorer/id"
XML = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "xxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>"""
"""What takes minutes where RDF/XML is read."""


def written(folder: Path, form: Format, records: tuple[Record, ...] | list[Record]) -> Path:
    path = folder / f"all.{ENDINGS[form]}"
    path.write_bytes(WRITERS[form](schema(), records))
    return path


def digests(records: tuple[Record, ...] | list[Record]) -> dict[str, str]:
    return {record.id: record.digest() for record in records}


def told(path: Path) -> str:
    return "\n".join(map(str, check(path).problems))


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("form", ENDINGS)
def test_every_class_of_record_comes_back(tmp_path: Path, form: Format) -> None:
    assert {r.label for r in CONFORMING} == {
        t.label for t in schema().node_types.values() if t.scope != "derived"
    }
    found = records_of(schema(), parsed(written(tmp_path, form, CONFORMING)), "all")
    assert found.refused == []
    assert digests(found.records) == digests(CONFORMING)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("form", ENDINGS)
def test_a_file_is_checked_as_its_tables_are(
    tmp_path: Path, folder: DataFolder, form: Format
) -> None:
    tables = check(folder.path)
    file = check(written(tmp_path, form, tables.records))
    assert file.problems == []
    assert file.read == tables.read
    assert digests(file.records) == digests(tables.records)
    assert file.unresolved == tables.unresolved


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(clean)
VALUES = TEXTS.filter(lambda text: "|" not in text)


@settings(max_examples=150)
@given(TEXTS, st.lists(VALUES, min_size=1), st.sampled_from(list(ENDINGS)))
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, several: list[str], form: Format
) -> None:
    unordered = tuple(sorted({clean(value) for value in several}))
    ordered = tuple(dict.fromkeys(clean(value) for value in reversed(several)))
    source = Record(
        "Source",
        "source/s",
        {"title": clean(text), "noteNl": clean(text), "spellings": unordered, "authors": ordered},
    )
    path = written(tmp_path_factory.mktemp("any"), form, [source])
    found = records_of(schema(), parsed(path), "all")
    assert found.refused == []
    assert digests(found.records) == digests([source])


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    ("statements", "subject", "predicate", "sentence"),
    [
        (f"{SOURCE} ee:mood 1 .", "source/jansen-2015", "mood", "has no such property"),
        (f"{SOURCE} ee:findingCount 1 .", "source/jansen-2015", "findingCount", "no such"),
        (f"{SOURCE} ee:originatesFrom [] .", "source/jansen-2015", "originatesFrom", "blank node"),
        ("[] a ee:Source .", "a blank node", "type", "Only records can be read"),
        ("<http://e.org/x> a ee:Source .", "http://e.org/x", "type", "Only records can be read"),
        ("<x> a ee:Source .", "https://relative.invalid/x", "type", "Only records can be read"),
        ("id:thing\\/x a ee:Thing .", "thing/x", "type", "This class is not known"),
        ("id:cell\\/x a ee:Cell .", "cell/x", "type", "computed when data is loaded"),
        ("id:source\\/x ee:year 1 .", "source/x", "type", "one class. Found: none"),
        (f"{SOURCE} a ee:Study .", "source/jansen-2015", "type", "A record has one class"),
        ("id:source\\/X_1 a ee:Source .", "source/X_1", "type", "The name of this record must be"),
        ("id:finding\\/f9 a ee:Finding .", "finding/f9", "type", "id/finding/study/id"),
        (f'{SOURCE} skos:note "x"@de .', "source/jansen-2015", "note", "a language, nl or en"),
        (f'{SOURCE} skos:note "x" .', "source/jansen-2015", "note", "a language, nl or en"),
        (f'{SOURCE} skos:note " "@nl .', "source/jansen-2015", "note", "This text is empty"),
        (f'{SOURCE} ee:shortName "x"@nl .', "source/jansen-2015", "shortName", "xsd:string"),
        (f"{SOURCE} ee:shortName 5 .", "source/jansen-2015", "shortName", "xsd:string"),
        (f'{SOURCE} ee:year "5" .', "source/jansen-2015", "year", "xsd:integer"),
        (f'{SOURCE} ee:year "V"^^xsd:integer .', "source/jansen-2015", "year", "a whole number"),
        (f'{SOURCE} ee:year "{"9" * 30}"^^xsd:integer .', "source/jansen-2015", "year", "whole"),
        (f"{SOURCE} ee:year <http://e.org/> .", "source/jansen-2015", "year", "be a literal"),
        (f'{SOURCE} ee:spellings "a|b" .', "source/jansen-2015", "spellings", "The sign |"),
        (f'{SOURCE} ee:authors "a", "b" .', "source/jansen-2015", "authors", "one text with all"),
        (f'{SOURCE} ee:sourceType "report" .', "source/jansen-2015", "sourceType", "SourceType"),
        (f"{SOURCE} ee:sourceType ee:book .", "source/jansen-2015", "sourceType", "SourceType"),
        (
            f"{FINDING} ee:foundAt id:passage\\/two\\/p1 .",
            "finding/study-one/f1",
            "foundAt",
            "another study",
        ),
        (f'{FINDING} ee:about "trust" .', "finding/study-one/f1", "about", "the name of a record"),
        (f'{SOURCE} skos:note "\\uD800"@nl .', "source/jansen-2015", "note", "valid Unicode"),
        ("<http://e.org/o> owl:imports <http://e.org/p> .", "e.org/o", "imports", "fetched"),
    ],
)
def test_what_no_record_can_carry_is_refused_by_name(
    tmp_path: Path, statements: str, subject: str, predicate: str, sentence: str
) -> None:
    path = tmp_path / "data.ttl"
    path.write_text(GOLDEN.read_text(encoding="utf-8") + PREFIXES + statements, encoding="utf-8")
    lines = [line for line in told(path).splitlines() if sentence in line]
    assert lines, told(path)
    assert lines[0].startswith("data.ttl, ")
    assert subject in lines[0]
    assert predicate in lines[0].partition(": ")[0]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("ee:cites <{id}/source/jansen-2015>", "ee:cites <{id}/source/smit-2012>", "spellings"),
        ("ee:partOf <{id}/source/study-one>", "ee:partOf <{id}/source/smit-2012>", "what follows"),
        ('"Client"@en', '"Customer"@en', "layer/client, labelEn"),
        ("citation/study-one/own-p2> .", "citation/study-one/own-p1> .", "existing record"),
    ],
)
def test_what_follows_from_the_data_cannot_be_stated_otherwise(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    old, new = old.format(id=ID), new.format(id=ID)
    path = tmp_path / "data.ttl"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert sentence in told(path)


def test_an_own_citation_that_nothing_rests_on_is_refused(tmp_path: Path) -> None:
    extra = f"""{PREFIXES}
    <{ID}/citation/study-one/own-p1> a ee:Citation ;
        ee:foundAt <{ID}/passage/study-one/p1> ;
        ee:mode <https://w3id.org/evidence-explorer/concept/citation-modes/own> ."""
    path = tmp_path / "data.ttl"
    path.write_text(GOLDEN.read_text(encoding="utf-8") + extra, encoding="utf-8")
    assert "citation/study-one/own-p1: The file has this record, but nothing" in told(path)


def test_what_is_computed_may_be_left_out(tmp_path: Path, folder: DataFolder) -> None:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.strip().startswith(("ee:cites", "ee:reportedIn"))]
    path = tmp_path / "data.ttl"
    path.write_text("\n".join(kept), encoding="utf-8")
    found = check(path)
    assert found.problems == []
    assert digests(found.records) == digests(check(folder.path).records)


def test_a_record_in_the_graph_of_another_study_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data.trig"
    body = GOLDEN.read_text(encoding="utf-8").replace(
        f"<{ID}/finding/study-one/f1> a ee:Finding ;",
        f"<https://w3id.org/evidence-explorer/graph/two> {{ <{ID}/finding/study-one/f1>"
        f" a ee:Finding }} <{ID}/finding/study-one/f1>",
    )
    path.write_text(body, encoding="utf-8")
    assert "This belongs in https://w3id.org/evidence-explorer/graph/study-one" in told(path)


def test_a_date_keeps_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "data.ttl"
    path.write_text(
        PREFIXES + 'id:release\\/r1 a ee:Release ; ee:releasedOn "2026-11-25+02:00"^^xsd:date .',
        encoding="utf-8",
    )
    [release] = records_of(schema(), parsed(path), "all").records
    assert release.values["releasedOn"] == "2026-11-25+02:00"


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.ttl", b"<a> <b> .\n\n<c> nonsense", "a.ttl, line"),
        ("a.ttl", b"<a> <b> <c> .\n\xff", "a.ttl, line 2: this is not UTF-8"),
        ("a.trig", b"<g> { <a> <b> ", "a.trig, line"),
        ("a.nq", b"<http://a> <http://b> <http://c> .\n<http://a> x", "a.nq, line 2"),
        ("a.nt", b"<http://a> <http://b> 5 .", "a.nt, line 1"),
        ("a.json", b'{\n"a": }', "a.json, line 2: this is no JSON"),
        ("a.json", b"[" * 200_000, "nested too deeply"),
        ("a.ttl", b"<a:b> <c:d> " + b"(" * 247 + b")" * 247, "nested too deeply"),
        ("a.json", b'{"@id": "x:y", "a": ' + b"9" * 5000 + b"}", "a number has 5000 digits"),
        ("a.json", b'{"@graph": ["' + b"x" * 1_000_000 + b'"]}', "stands where only objects may"),
        ("a.ttl", b"", "a.ttl says nothing, and to load it would empty the graph"),
        ("a.nq", b"# nothing\n", "a.nq says nothing"),
        ("a.ttl", XML, "a.ttl, line 2: this is no turtle"),
        ("a.trig", XML, "a.trig, line 2: this is no trig"),
        ("a.nt", XML, "a.nt, line 1: from here on this is no N-Quads: <?xml version"),
        ("a.json", XML, "a.json, line 1: this is no JSON"),
        ("a.xml", XML, "its name must end in"),
        ("a.json", b'{"@id": "x:y", "a": 1, "a": 2}', "stands twice"),
        ("a.json", b'{"@graph": ["loose"]}', "'loose' stands where only objects may"),
        ("a.json", b'{"@foo": 1}', "the keyword @foo"),
        ("a.json", b'{"@id": "x:y", "_:b": 1}', "neither a term nor an address"),
        ("a.rdf", b"<rdf/>", "its name must end in"),
        ("a.csv", b"id\n", "its name must end in"),
    ],
)
def test_a_broken_file_is_told_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(IngestError) as caught:
        check(path)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500


def test_a_message_repeats_little_of_a_file_and_nothing_a_terminal_obeys(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    value = "\\u001B[31mred\\nnext" + "x" * 1_000_000
    path.write_text(f'{PREFIXES}{SOURCE} a ee:Source ; ee:year "{value}" .', encoding="utf-8")
    lines = told(path).splitlines()
    [refused] = [line for line in lines if ", year: " in line]
    assert "Found: \ufffd[31mred nextxxx" in refused
    assert refused.endswith("x… (1000013 characters)")
    assert max(map(len, lines)) < 500


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("line.nt", b"<" + b"a" * 5_000_000),
        ("keys.json", b"{" + b"".join(b'"%d":1,' % n for n in range(300_000)) + b'"z":1,"z":2}'),
    ],
)
def test_a_file_of_a_few_megabytes_is_refused_in_seconds(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    start = time.process_time()
    with pytest.raises(IngestError):
        parsed(path)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.nq"
    lines = ["# comment", "<a:a> <a:b> <a:c> .", " ", '<a:a> <a:b> "\u2028x" <a:g> .']
    path.write_bytes(end.join(lines).encode())
    assert len(parsed(path)) == 2
    path.write_bytes(end.join([*lines, "nonsense"]).encode())
    with pytest.raises(IngestError, match="line 5"):
        parsed(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"nowhere\.ttl cannot be read"):
        input_digest(tmp_path / "nowhere.ttl")
    with pytest.raises(IngestError, match=r"nowhere\.ttl cannot be read"):
        check(tmp_path / "nowhere.ttl")


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf, "MOST_BYTES", 10)
    path = tmp_path / "data.ttl"
    path.write_text(GOLDEN.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(IngestError, match="one file may have"):
        check(path)
    monkeypatch.setattr(pipeline, "_bytes", lambda path: pytest.fail(f"{path} was read"))
    for name in ("data.ttl", "data.img"):
        (tmp_path / name).touch()
        with pytest.raises(IngestError, match=r"one file may have|must end in"):
            input_digest(tmp_path / name)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    "context",
    [
        "https://example.org/context.jsonld",
        "{file}",
        ["{file}"],
        [{"ee": "https://w3id.org/evidence-explorer/ontology#"}, "{file}"],
        {"@import": "{file}"},
        {"label": {"@id": "http://e.org/l", "@context": "{file}"}},
        {"label": {"@id": "http://e.org/l", "@import": "{file}"}},
        None,
        {},
        [],
        {"label": None},
        {"label": {"@id": None}},
        {"@vocab": None},
        {"@base": None},
        {"@direction": "rtl"},
    ],
)
@pytest.mark.parametrize("nested", [False, True])
def test_a_context_outside_the_file_is_never_fetched(
    tmp_path: Path, context: object, nested: bool
) -> None:
    other = tmp_path / "context.jsonld"
    other.write_text('{"@context": {"@vocab": "http://read.invalid/"}}', encoding="utf-8")
    node = {"@context": context, "@id": f"{ID}/source/x", "label": "x"}
    text = json.dumps({"@graph": [node]} if nested else node).replace("{file}", other.as_uri())
    path = tmp_path / "data.jsonld"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(IngestError, match=r"@context|@base") as caught:
        check(path)
    assert "read.invalid" not in str(caught.value)


def test_a_key_that_no_context_explains_is_not_passed_over(tmp_path: Path) -> None:
    kind = "https://w3id.org/evidence-explorer/ontology#Source"
    node = {"@id": f"{ID}/source/x", "@type": kind, "lable": "x"}
    context = {"ee": "https://w3id.org/evidence-explorer/ontology#"}
    for document in (node, [node], {"@graph": [node]}, [{"@context": context, **node}]):
        path = tmp_path / "data.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        assert "lable: Source has no such property. Found: x" in told(path)


def test_nothing_asks_a_query_of_rdf() -> None:
    # SPARQL's SERVICE, FROM and LOAD fetch; what is not used cannot.
    root = Path(__file__).parents[2]
    for package in ("ontology", "literature", "graph", "ingest", "explorer", "desk"):
        for path in (root / package).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert ".query(" not in text, path
            assert "sparql" not in text.lower(), path


def test_an_unfinished_assessment_is_refused_through_rdf_as_well(
    tmp_path: Path, folder: DataFolder
) -> None:
    assessment = Record(
        "EvidenceAssessment",
        "evidence-assessment/study-one/a1",
        {
            "lane": "effect",
            "coverage": "found",
            "effectDirection": "positive",
            "certainty": "low",
            "rationaleNl": "Omdat.",
            "rationaleEn": "Because.",
            "assessor": "A. Beoordelaar",
            "status": "published",
        },
        {"assesses": ("element/trust",), "inDomain": ("domain/youth",)},
    )
    graph = {"EVIDENCE_GRAPH": str(tmp_path / "graph")}
    for form in ENDINGS:
        path = written(tmp_path, form, [*check(folder.path).records, assessment])
        result = CliRunner().invoke(app, ["ingest", "--data", str(path)], env=graph)
        assert result.exit_code == 1
        for key in ("secondAssessor", "assessedOn", "publishedOn", "restsOnFinding"):
            assert f"{path.name}, {assessment.id}, {key}: " in result.stderr
    counted = CliRunner().invoke(app, ["stats", "--json"], env=graph)
    assert json.loads(counted.stdout)["nodes"] == {}


def test_ingest_and_validate_take_a_file(tmp_path: Path, folder: DataFolder) -> None:
    path = written(tmp_path, Format.TURTLE, check(folder.path).records)
    graph = {"EVIDENCE_GRAPH": str(tmp_path / "graph")}

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(app, list(arguments), env=graph)
        assert result.exit_code == 0, result.output
        return result.stderr

    assert "records added" in run("ingest", "--data", str(folder.path))
    assert "Nothing has changed" in run("ingest", "--data", str(path))
    assert "records conform" in run("validate", "--data", str(path), "--shacl")
    fixed = CliRunner().invoke(app, ["validate", "--data", str(path), "--fix"])
    assert fixed.exit_code == 2
    assert "Leave --fix out" in fixed.stderr
