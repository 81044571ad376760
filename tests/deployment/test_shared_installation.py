"""What docker-compose.yml starts, started without containers: same settings, commands, checks.

No container engine is needed, and none is tested: the image of Neo4j is replaced by the same
version from its jars, `cypher-shell` by a few lines that send the same query.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.deployment.compose_file import ROOT, compose, neo4j_settings
from tests.support.neo4j_jars import PINNED_VERSION
from tests.support.neo4j_process import Neo4jServer, free_port
from tests.support.neo4j_server import running_server

pytestmark = pytest.mark.neo4j

SHELL = """#!{python}
import os, sys, neo4j
address = sys.argv[sys.argv.index("--address") + 1]
assert address == "bolt://127.0.0.1:7687", address
auth = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
with neo4j.GraphDatabase.driver("{url}", auth=auth) as driver:
    print(driver.execute_query(sys.argv[-1]).records[0].values())
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Neo4jServer]:
    environment = compose({"NEO4J_PASSWORD": "x" * 8})["services"]["neo4j"]["environment"]
    # Memory is this machine's business; a setting that Neo4j does not know stops its start.
    settings = neo4j_settings(environment) | {"server.memory.heap.max_size": "512m"}
    settings |= {
        "server.memory.heap.initial_size": "256m",
        "server.memory.pagecache.size": "64m",
    }
    # The image has a version of its own, whatever the other tests run on.
    with running_server(version=PINNED_VERSION, settings=settings) as running:
        yield running


@pytest.fixture(scope="module")
def services(server: Neo4jServer) -> dict[str, Any]:
    filled = compose({"NEO4J_PASSWORD": server.password})
    found: dict[str, Any] = filled["services"]
    return found


def environment_of(service: dict[str, Any], server: Neo4jServer) -> dict[str, str]:
    given = {**service["environment"]}
    if "EVIDENCE_GRAPH" in given:
        assert given["EVIDENCE_GRAPH"] == "bolt://neo4j:7687"
        given["EVIDENCE_GRAPH"] = server.address.url
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
    return {**kept, **given, "PATH": path}


def run_ingest(services: dict[str, Any], server: Neo4jServer) -> subprocess.CompletedProcess[str]:
    service = services["ingest"]
    assert service["volumes"] == ["./data:/data:ro"]
    command = [str(ROOT / "data") if part == "/data" else part for part in service["command"]]
    return subprocess.run(
        command,
        env=environment_of(service, server),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=300,
    )


@pytest.mark.skipif(os.name == "nt", reason="the check is written for the shell of the image")
@pytest.mark.parametrize(("right", "code"), [(True, 0), (False, 1)])
def test_the_check_of_the_graph_answers(
    services: dict[str, Any], server: Neo4jServer, tmp_path: Path, right: bool, code: int
) -> None:
    shell = tmp_path / "cypher-shell"
    shell.write_text(SHELL.format(python=sys.executable, url=server.address.url), encoding="utf-8")
    shell.chmod(0o700)
    environment = environment_of(services["neo4j"], server)
    environment["PATH"] = f"{tmp_path}{os.pathsep}{environment['PATH']}"
    if not right:
        environment["NEO4J_AUTH"] += "x"
    kind, check = services["neo4j"]["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    answer = subprocess.run(
        ["/bin/sh", "-c", check], env=environment, capture_output=True, text=True, check=False
    )
    assert answer.returncode == code, answer.stderr


def test_the_tables_are_loaded_once_and_again(
    services: dict[str, Any], server: Neo4jServer
) -> None:
    for _ in range(2):
        answer = run_ingest(services, server)
        assert answer.returncode == 0, answer.stdout + answer.stderr
        assert server.password not in answer.stdout + answer.stderr
    with server.address.driver() as driver:
        count = driver.execute_query("MATCH (n:Finding) RETURN count(n) AS n").records[0]["n"]
    assert count > 0


@pytest.fixture
def explorer(
    services: dict[str, Any], server: Neo4jServer, tmp_path: Path
) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The explorer as compose starts it, healthy, with the address of its pages."""
    assert run_ingest(services, server).returncode == 0
    service = services["explorer"]
    port = str(free_port())
    # Inside a container all addresses are its own; here only loopback may be opened.
    command = [{"0.0.0.0": "127.0.0.1", "8501": port}.get(p, p) for p in service["command"]]  # noqa: S104
    kind, *check = [part.replace(":8501/", f":{port}/") for part in service["healthcheck"]["test"]]
    assert kind == "CMD"
    log = tmp_path / "log"
    with log.open("w", encoding="utf-8") as file:
        app = subprocess.Popen(
            command, env=environment_of(service, server), stdout=file, stderr=file, cwd=tmp_path
        )
    try:
        assert wait_until_healthy(check, app), log.read_text(encoding="utf-8")
        yield app, f"http://127.0.0.1:{port}"
    finally:
        app.terminate()
        app.wait(60)
    assert server.password not in log.read_text(encoding="utf-8")


def test_the_explorer_passes_its_check_and_stops_when_asked(
    explorer: tuple[subprocess.Popen[bytes], str],
) -> None:
    app, _ = explorer
    app.send_signal(signal.SIGTERM)
    assert app.wait(60) == 0


def test_the_explorer_shows_the_graph(
    explorer: tuple[subprocess.Popen[bytes], str],
    page: Page,
    outside_requests: list[str],
) -> None:
    _, url = explorer
    page.goto(url)
    # The element that the study is about, in either language.
    expect(page.get_by_text(re.compile("alliantie|alliance", re.IGNORECASE)).first).to_be_visible(
        timeout=120_000
    )
    assert outside_requests == []


def wait_until_healthy(check: list[str], app: subprocess.Popen[bytes]) -> bool:
    python = [sys.executable if part == "python" else part for part in check]
    end = time.monotonic() + 180
    while time.monotonic() < end and app.poll() is None:
        if subprocess.run(python, capture_output=True, check=False).returncode == 0:
            return True
        time.sleep(0.5)
    return False
