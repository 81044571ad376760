"""Try out other tables in a data folder, without touching it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from evidence_ingest.pipeline import Checked, check
from evidence_ingest.readers.tables import table_files
from evidence_ontology.schema import schema


def checked_with(data: Path, texts: Mapping[str, str]) -> Checked:
    """Check what a data folder would be with other tables in it.

    Args:
        data: The data folder; nothing in it is changed.
        texts: Path of a table below the folder → the text that it would have.

    Returns:
        What the check found.

    Raises:
        IngestError: The folder cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "data"
        for _, _, table in table_files(schema(), data):
            copy = trial / table.relative_to(data)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(table, copy)
        for name, text in texts.items():
            (trial / name).parent.mkdir(parents=True, exist_ok=True)
            (trial / name).write_bytes(text.encode())
        return check(trial)
