"""A data folder for each test."""

from pathlib import Path

import pytest

from tests.ingest.tables import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Make the smallest data folder that conforms."""
    return DataFolder(tmp_path / "data")
