"""Data → graph → RDF → another graph → tables: equal to the bit, on every engine.

The whole of ``data/`` goes round, and a small folder with a record of every kind and with texts
that formats like to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.store import GraphStore
from evidence_ingest.exporting import export
from evidence_ingest.formats import Format
from evidence_ingest.pipeline import check, ingest
from evidence_ingest.readers.rows import canonical
from evidence_ingest.readers.tables import folder_tables
from evidence_ontology.schema import schema
from tests.contract.conftest import Place
from tests.contract.test_ingest import fingerprint
from tests.ingest.tables import AROUND, STUDY, DataFolder

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning:rdflib")

DATA = Path(__file__).parents[2] / "data"
FILES = {
    Format.TURTLE: "all.ttl",
    Format.TRIG: "all.trig",
    Format.JSONLD: "all.jsonld",
    Format.NQUADS: "all.nq",
}
HARD = '"=1+1 \'t ""hof"" <b>\n\r\u2028 𝔘 \\u0041 ]]> &amp; | \x07."'

JUDGED = {
    "thesaurus/outcomes": """id,labelNl,labelEn,definitionNl,definitionEn,order
o1,Uitkomst,Outcome,Wat.,What.,1
""",
    f"{STUDY}/assessments": """id,assesses,lane,coverage,contested,assessor,status,inDomain,\
outcome,rationaleNl,rationaleEn
a1,trust,effect,found,false,A. B.,draft,youth,o1,Omdat.,Because.
""",
    f"{STUDY}/concerns": """id,concernOf,criterion,seriousness,paraphraseNl,paraphraseEn
n1,a1,imprecision,serious,Te weinig.,Too little.
""",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A data folder, and what the graph that was loaded from it was exported to.

    Attributes:
        tables: The tables of the data folder.
        folder: Where the exports are.
        graph: The sum of every node and relationship, but the note of what was loaded.
    """

    tables: dict[str, bytes]
    folder: Path
    graph: str


@contextmanager
def opened(new_place: Callable[[], Place]) -> Iterator[GraphStore]:
    """Open an empty graph with all constraints."""
    with new_place().open() as store:
        ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        yield store


def tables_of(data: Path) -> dict[str, bytes]:
    """Give the tables in canonical form, those without rows left out where nothing needs them."""
    found = {}
    for _, table in folder_tables(schema(), data):
        text = canonical(table)
        if text.count("\n") > 1 or (table.study is None and table.node_type.label in NEEDED):
            found[table.name] = text.encode()
    return found


NEEDED = schema().needed
LOAD = "Load"


def small(path: Path) -> Path:
    """Make a folder with a record of every kind, and with hard texts."""
    folder = DataFolder(path)
    for name, text in {**AROUND, **JUDGED}.items():
        folder.write(name, text)
    folder.replace(f"{STUDY}/conditions", "It fits.", HARD)
    folder.replace("thesaurus/perspectives", "From the client.", HARD)
    kinds = {t.label for t in schema().node_types.values() if t.table}
    assert kinds <= {record.label for record in check(path).records}
    return path


@pytest.fixture(scope="module", params=["data", "small"])
def exported(
    request: pytest.FixtureRequest,
    new_place: Callable[[], Place],
    tmp_path_factory: pytest.TempPathFactory,
) -> Exported:
    """Load a data folder into an empty graph and export that to everything that is read back."""
    folder = tmp_path_factory.mktemp("exported")
    data = DATA if request.param == "data" else small(folder / "data")
    with opened(new_place) as store:
        ingest(data, store)
        for form, name in FILES.items():
            export(store, form, folder / name)
        export(store, Format.CSV, folder / "csv")
        graph = fingerprint(store, but=LOAD)
    return Exported(tables_of(data), folder, graph)


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.csv")}


def test_the_tables_come_back_from_the_graph(exported: Exported) -> None:
    assert files_of(exported.folder / "csv") == exported.tables


@pytest.mark.parametrize("form", [*FILES, Format.CSV])
def test_the_whole_comes_back_from_every_format(
    exported: Exported, new_place: Callable[[], Place], tmp_path: Path, form: Format
) -> None:
    name = FILES.get(form, "csv")
    with opened(new_place) as store:
        ingest(exported.folder / name, store)
        assert fingerprint(store, but=LOAD) == exported.graph
        export(store, Format.CSV, tmp_path / "csv")
        if form in FILES:
            export(store, form, tmp_path / name)
    assert files_of(tmp_path / "csv") == exported.tables
    if form in FILES:
        assert (tmp_path / name).read_bytes() == (exported.folder / name).read_bytes()


def test_a_file_of_the_same_content_changes_nothing(
    exported: Exported, new_place: Callable[[], Place]
) -> None:
    with opened(new_place) as store:
        first = ingest(exported.folder / "csv", store)
        for name in FILES.values():
            again = ingest(exported.folder / name, store)
            assert (again.loaded, again.recomputed) == (0, 0)
            assert again.unchanged == first.added
