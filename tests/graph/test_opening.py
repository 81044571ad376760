"""What an address may be, before anything is opened."""

import subprocess
import sys

import pytest

from evidence_graph.errors import GraphRefused
from evidence_graph.opening import open_graph


@pytest.mark.parametrize(
    "address", ["bolt://neo4j:s3cret@host:7687", "neo4j+s://:s3cret@host", "bolt://neo4j@host"]
)
def test_an_address_with_a_password_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(GraphRefused, match="holds a user or a password") as caught:
        open_graph(address, user="neo4j", password="other")
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("address", ["http://host:7474", "https://host", "file:///tmp/graph"])
def test_another_kind_of_address_is_refused_with_the_kinds_there_are(address: str) -> None:
    with pytest.raises(GraphRefused, match=r"neo4j\+s://.*folder"):
        open_graph(address)


@pytest.mark.parametrize(("user", "password"), [(None, "x"), ("neo4j", None), (None, None)])
def test_a_server_needs_a_user_and_a_password(user: str | None, password: str | None) -> None:
    with pytest.raises(GraphRefused, match="user and a password"):
        open_graph("bolt://127.0.0.1:1", user=user, password=password)


@pytest.mark.parametrize("address", ["neo4j+s://", "bolt://host:port", "bolt://[::1"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(GraphRefused):
        open_graph(address, user="neo4j", password="x")


def test_importing_the_package_loads_no_engine() -> None:
    program = (
        "import sys, evidence_graph.opening, evidence_graph.queries, evidence_graph.constraints;"
        "print([name for name in ('neo4j', 'arcadedb') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}; {program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"
