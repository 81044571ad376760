"""Where the data and the graph are, when nobody says so."""

from __future__ import annotations

from importlib import util
from pathlib import Path

from evidence_ingest.errors import IngestError

DATA_PACKAGE = "evidence_data"


def checkout() -> Path | None:
    """Find the checkout that this package runs from.

    Returns:
        Its top folder; None when the package was installed from a wheel.
    """
    top = Path(__file__).resolve().parents[2]
    return top if (top / "pyproject.toml").is_file() and (top / "data").is_dir() else None


def data_folder(given: Path | None) -> Path:
    """Find the data: what was asked for, else the checkout's, else the wheel's.

    An editable install has a copy of the data beside the packages that goes stale, so the
    checkout comes before it.

    Args:
        given: The folder that the user named.

    Returns:
        The folder.

    Raises:
        IngestError: There is none.
    """
    if given is not None:
        return given
    top = checkout()
    if top is not None:
        return top / "data"
    spec = util.find_spec(DATA_PACKAGE)
    if spec is not None and spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations)))
    msg = "No data came with this installation. Name a data folder with --data."
    raise IngestError(msg)


def graph_location(given: str | None) -> str:
    """Find the graph: what was asked for, else the checkout's folder, else one in the home folder.

    Args:
        given: An address or a folder that the user named.

    Returns:
        The address or folder.
    """
    if given:
        return given
    top = checkout()
    folder = top / ".evidence-graph" if top else Path.home() / ".evidence-explorer" / "graph"
    return str(folder)


def is_address(location: str) -> bool:
    """Tell an address of a server from a folder.

    Args:
        location: Either.

    Returns:
        True for an address.
    """
    return "://" in location
