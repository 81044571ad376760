"""The whole matrix is kept in memory; new data is seen all the same.

Apart from the other tests of filters: on Neo4j every graph is on the same server, which is wiped.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evidence_graph import queries
from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.queries.filtering import Filters
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema
from tests.contract.conftest import Place
from tests.ingest.tables import STUDY, DataFolder


def test_new_data_is_seen_at_the_next_question(
    new_place: Callable[[], Place], tmp_path: Path
) -> None:
    folder = DataFolder(tmp_path / "data")
    with new_place().open() as store:
        ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        ingest(folder.path, store)
        want = Filters(sources=("source/smit-2012",))
        assert queries.matrix(store, wanted=want).total == 1
        text = folder.text(f"{STUDY}/findings").replace("c2|c3", "c2")
        folder.write(f"{STUDY}/findings", text)
        ingest(folder.path, store)
        assert queries.matrix(store, wanted=want).total == 0
