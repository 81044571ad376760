"""The curated tables as pandas reads them: text only, an empty cell is an empty text."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
STUDY = "studies/integrated-working-2018"


def read_table(path: Path) -> pd.DataFrame:
    """Read one table without guessing: ``2015`` and ``f001`` both stay text.

    Args:
        path: A CSV file below ``data/``.

    Returns:
        The table.
    """
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")


@pytest.fixture(scope="session")
def paths() -> dict[str, Path]:
    """Every table of the data, by its path below ``data/`` without the ending."""
    return {
        path.relative_to(DATA).with_suffix("").as_posix(): path
        for path in sorted(DATA.rglob("*.csv"))
    }


@pytest.fixture(scope="session")
def tables(paths: dict[str, Path]) -> dict[str, pd.DataFrame]:
    """Every table, by the same names."""
    return {name: read_table(path) for name, path in paths.items()}


@pytest.fixture(scope="session")
def study(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables of the first study, by their short names."""
    prefix = f"{STUDY}/"
    return {
        name.removeprefix(prefix): table
        for name, table in tables.items()
        if name.startswith(prefix)
    }


@pytest.fixture(scope="session")
def elements(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The thesaurus of elements, by id."""
    return tables["thesaurus/elements"].set_index("id")


@pytest.fixture(scope="session")
def source_of(tables: dict[str, pd.DataFrame]) -> dict[str, list[str]]:
    """The sources that claim a printed form; a sound table has one for each."""
    claims: dict[str, list[str]] = {}
    for row in tables["sources/sources"].itertuples():
        for form in filter(None, str(row.spellings).split("|")):
            claims.setdefault(form, []).append(str(row.id))
    return claims


@pytest.fixture(scope="session")
def listed(study: dict[str, pd.DataFrame], source_of: dict[str, list[str]]) -> dict[str, set[str]]:
    """The elements that the study lists in 4.6, each with the sources cited for it there.

    Only citations printed in the list count, so what the running text adds elsewhere does not
    blur what the list itself says.
    """
    listing = study["element-lists"].set_index("id").loc["l046"]
    in_list = set(str(listing["foundAt"]).split("|"))
    citations = study["citations"].set_index("id")
    support: dict[str, set[str]] = {slug: set() for slug in str(listing["members"]).split("|")}
    for row in study["findings"].itertuples():
        if str(row.about) not in support or not in_list & set(str(row.foundAt).split("|")):
            continue
        sources = support[str(row.about)]
        for cited in filter(None, str(row.restsOn).split("|")):
            if citations.at[cited, "foundAt"] in in_list and citations.at[cited, "mode"] == "read":
                sources.update(source_of[str(citations.at[cited, "printedForm"])])
    return support
