"""What another process loads has another revision, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.queries.revision import revision
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema
from tests.contract.conftest import Place
from tests.ingest.tables import STUDY, DataFolder


def test_a_load_changes_the_revision(new_place: Callable[[], Place], tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    with new_place().open() as store:
        ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        assert revision(store) == ""
        ingest(folder.path, store)
        first = revision(store)
        ingest(folder.path, store)
        assert revision(store) == first != ""
        folder.replace(f"{STUDY}/findings", "Vertrouwen is nodig.", "Vertrouwen moet.")
        ingest(folder.path, store)
        assert revision(store) not in {"", first}
