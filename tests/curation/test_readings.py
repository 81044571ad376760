"""The published agreement of readers is what their matches come to."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

READINGS = Path(__file__).parents[2] / "docs" / "readings"


def test_the_table_of_agreement_is_not_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("agreement", READINGS / "agreement.py")
    assert spec is not None
    assert spec.loader is not None
    agreement = importlib.util.module_from_spec(spec)
    # A dataclass looks its module up.
    monkeypatch.setitem(sys.modules, "agreement", agreement)
    spec.loader.exec_module(agreement)
    page = (READINGS / "README.md").read_text(encoding="utf-8")
    studies = sorted(path.parent for path in READINGS.glob("*/matches"))
    assert studies
    for study in studies:
        assert agreement.table(study) in page, study.name
