"""docker-compose.yml conforms to the specification and keeps what the guide promises."""

import ipaddress
import re
import tomllib
from typing import Any

import jsonschema
import pytest

from tests.deployment.compose_file import (
    COMPOSE,
    ROOT,
    NotSetError,
    compose,
    compose_schema,
    neo4j_settings,
    text,
)
from tests.support.neo4j_jars import PINNED_VERSION
from tests.support.neo4j_process import SETTINGS, SETTINGS_SINCE_2025

SERVICES = ("neo4j", "ingest", "explorer")
FILLED = {"NEO4J_PASSWORD": "not-a-real-password"}


def service(name: str) -> dict[str, Any]:
    found: dict[str, Any] = compose(FILLED)["services"][name]
    return found


@pytest.mark.parametrize("variables", [None, FILLED], ids=["as written", "filled in"])
def test_it_conforms_to_the_compose_specification(variables: dict[str, str] | None) -> None:
    validator = jsonschema.Draft202012Validator(compose_schema())
    errors = [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(compose(variables))]
    assert errors == []


def test_the_specification_is_really_held_against_it() -> None:
    broken = compose(FILLED)
    broken["services"]["neo4j"]["healthchek"] = {}
    assert not jsonschema.Draft202012Validator(compose_schema()).is_valid(broken)


def test_it_has_the_three_services_and_no_other() -> None:
    assert tuple(compose()["services"]) == SERVICES


@pytest.mark.parametrize("variables", [{}, {"NEO4J_PASSWORD": ""}], ids=["absent", "empty"])
def test_without_a_password_it_says_what_to_do(variables: dict[str, str]) -> None:
    with pytest.raises(NotSetError, match=r"NEO4J_PASSWORD= in the file \.env$"):
        compose(variables)


def test_no_password_stands_in_it() -> None:
    for line in text().splitlines():
        if re.search(r"password|auth", line, re.IGNORECASE) and not line.lstrip().startswith("#"):
            assert "${NEO4J_PASSWORD:?" in line or "$${NEO4J_AUTH#neo4j/}" in line, line


def test_the_example_holds_no_password_and_every_variable() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    given = dict(re.findall(r"^(\w+)=(.*)$", example, re.MULTILINE))
    assert given["NEO4J_PASSWORD"] == ""
    assert set(given) == set(re.findall(r"(?<!\$)\$\{(\w+)", text()))
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", SERVICES)
def test_images_have_a_version_of_their_own(name: str) -> None:
    image, _, tag = service(name)["image"].partition(":")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        "neo4j": f"{PINNED_VERSION}-community",
        "evidence-explorer": project["version"],
    }
    assert tag == wanted[image]


@pytest.mark.parametrize("name", ["neo4j", "explorer"])
def test_what_keeps_running_is_checked_and_started_again(name: str) -> None:
    check = service(name)["healthcheck"]
    assert {"test", "interval", "timeout", "retries", "start_period"} <= set(check)
    assert service(name)["restart"] == "unless-stopped"


def test_the_checks_ask_what_matters() -> None:
    graph = " ".join(service("neo4j")["healthcheck"]["test"])
    assert "cypher-shell" in graph
    assert "RETURN 1" in graph
    assert " -p" not in graph  # visible to every user of the machine
    assert "/_stcore/health" in " ".join(service("explorer")["healthcheck"]["test"])


def test_each_waits_for_what_it_needs() -> None:
    assert service("ingest")["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert service("explorer")["depends_on"]["neo4j"]["condition"] == "service_healthy"
    ingested = service("explorer")["depends_on"]["ingest"]["condition"]
    assert ingested == "service_completed_successfully"
    assert service("ingest")["restart"] == "no"


@pytest.mark.parametrize("name", ["neo4j", "explorer"])
def test_it_listens_on_this_machine_only_unless_told_otherwise(name: str) -> None:
    for port in service(name)["ports"]:
        host, _, _ = port.rpartition(":")[0].rpartition(":")
        assert ipaddress.ip_address(host).is_loopback


def test_the_graph_can_never_be_published_outside() -> None:
    assert [port.split(":")[0] for port in compose()["services"]["neo4j"]["ports"]] == ["127.0.0.1"]


def test_where_the_explorer_listens_can_be_told() -> None:
    told = compose({**FILLED, "EXPLORER_LISTEN": "192.0.2.1", "EXPLORER_PORT": "80"})
    assert told["services"]["explorer"]["ports"] == ["192.0.2.1:80:8501"]


def test_data_and_logs_outlive_the_containers() -> None:
    mounted = dict(volume.split(":")[:2] for volume in service("neo4j")["volumes"])
    assert mounted == {"graph-data": "/data", "graph-logs": "/logs"}
    assert set(mounted) == set(compose()["volumes"])


@pytest.mark.parametrize("name", SERVICES)
def test_each_has_its_limits(name: str) -> None:
    assert set(service(name)["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}
    assert "no-new-privileges:true" in service(name)["security_opt"]
    assert service(name)["logging"]["options"]["max-file"]


@pytest.mark.parametrize("name", ["ingest", "explorer"])
def test_ours_can_write_nothing_but_a_temporary_folder(name: str) -> None:
    assert service(name)["read_only"] is True
    assert service(name)["cap_drop"] == ["ALL"]
    assert service(name)["tmpfs"] == ["/tmp"]  # noqa: S108
    assert all(volume.endswith(":ro") for volume in service(name).get("volumes", []))


def test_the_graph_is_closed_as_it_is_in_the_tests() -> None:
    settings = neo4j_settings(service("neo4j")["environment"])
    for name, value in {**SETTINGS, **SETTINGS_SINCE_2025}.items():
        if "bolt" not in name and name != "db.tx_log.preallocate":  # these are for speed
            assert settings[name] == value


def test_the_image_is_built_from_pinned_versions_without_root() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    stages = [line for line in lines if line.startswith("FROM ")]
    assert stages == ["FROM python:3.13-slim AS build", "FROM python:3.13-slim"]
    last = "\n".join(lines[lines.index(stages[-1]) :])
    assert re.search(r"^USER [1-9]\d*$", last, re.MULTILINE)
    assert "pip" not in last
    assert "apt-get" not in last
    assert "constraints.txt" in "\n".join(lines)


def test_the_image_sees_no_secret() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert next(line for line in ignored if not line.startswith("#")) == "*"
    allowed = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    assert not any(name.startswith(".env") for name in allowed)
    assert COMPOSE.name not in allowed
