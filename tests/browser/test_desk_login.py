"""The desk behind OpenID Connect: the whole way in a browser, with a provider on this machine."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page
from typer.testing import CliRunner

from evidence_desk import log
from evidence_desk.cli import desk as commands
from evidence_desk.folder import DeskFolder
from tests.browser.reader import heading, settled, visit
from tests.desk.laying import laid
from tests.ingest.tables import DataFolder
from tests.support.openid_provider import CLIENT, SECRET, Provider, providing

CURATOR = "anna@example.org"
QUEUE = "?desk=queue&language=nl"
PATIENCE = 90.0
RUN = CliRunner()


@dataclass(frozen=True)
class Served:
    """A desk that runs, and the provider behind it."""

    address: str
    folder: DeskFolder
    provider: Provider
    told: Path


def secrets_text(**changes: str) -> str:
    """A file of secrets; an empty value leaves a line out."""
    told = {
        "redirect_uri": "http://127.0.0.1:{port}/oauth2callback",
        "cookie_secret": "a secret for tests, of enough signs",
        "client_id": CLIENT,
        "client_secret": SECRET,
        "server_metadata_url": "http://127.0.0.1:9/.well-known/openid-configuration",
        **changes,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in told.items() if value]
    return "\n".join(["[auth]", *lines, ""])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk as the command starts it, with one curator."""
    path = tmp_path_factory.mktemp("login")
    data = DataFolder(path / "data")
    folder = laid(path / "desk", data.path)
    secrets, told = path / "secrets.toml", path / "log.txt"
    with providing() as provider:
        where = f"{provider.address}/.well-known/openid-configuration"
        secrets.write_text(secrets_text(server_metadata_url=where), "utf-8")
        places = ["--data", str(data.path), "--graph", str(path / "graph")]
        places += ["--desk", str(folder.path), "--secrets", str(secrets), "--curators", CURATOR]
        with _started(places, told) as address:
            yield Served(address, folder, provider, told)
    text = told.read_text("utf-8", "replace")
    assert "Traceback" not in text, text
    assert SECRET not in text


@contextmanager
def _started(places: list[str], told: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["desk", *places, "--port", str(port), "--no-browser"]
    with told.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "evidence_desk", *words], stdout=file, stderr=subprocess.STDOUT
        )
    try:
        end = time.monotonic() + PATIENCE
        while "is open at" not in told.read_text("utf-8", "replace"):
            assert process.poll() is None, told.read_text("utf-8", "replace")
            assert time.monotonic() < end, told.read_text("utf-8", "replace")
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def log_in(page: Page, desk: Served, **claims: object) -> None:
    """Press the button, as somebody of whom the provider says this."""
    desk.provider.claims = claims
    visit(page, desk.address, QUEUE)
    assert page.locator(".desk-passage").count() == 0
    page.get_by_role("button", name="Inloggen").click()


def test_a_curator_logs_in_decides_and_logs_out(
    new_page: Callable[..., Page], desk: Served, outside_requests: list[str]
) -> None:
    page = new_page(locale="nl-NL")
    log_in(page, desk, email="Anna@example.org", email_verified=True)
    page.locator(".desk-passage").wait_for(timeout=30_000)
    settled(page)
    assert heading(page).startswith("Voorstel 1 van")
    assert page.url == f"{desk.address}/?desk=queue"
    cookies = {one["name"]: one for one in page.context.cookies()}
    assert cookies["_streamlit_user"]["httpOnly"]
    assert cookies["_streamlit_user"]["sameSite"] == "Lax"
    # A key works once its button is there; on a busy machine that is later than the passage.
    page.get_by_role("button", name="Afwijzen").wait_for(timeout=30_000)
    page.wait_for_timeout(500)
    page.locator("h1").focus()
    page.keyboard.press("x")
    page.get_by_text("Afgewezen:").wait_for(timeout=60_000)
    assert log.read(desk.folder.log).events[-1].by == CURATOR
    page.reload()
    page.locator(".desk-passage").wait_for(timeout=30_000)
    before = desk.provider.signed_out
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("button", name="Inloggen").wait_for(timeout=30_000)
    assert desk.provider.signed_out == before + 1
    assert page.url == f"{desk.address}/?desk=queue"
    assert page.get_by_text("Het inloggen is niet gelukt").count() == 0
    visit(page, desk.address, QUEUE)
    assert page.locator(".desk-passage").count() == 0
    assert outside_requests == []


@pytest.mark.parametrize(
    "claims",
    [{"email": "bea@example.org"}, {"email": CURATOR, "email_verified": False}, {}],
    ids=json.dumps,
)
def test_others_are_told_that_they_are_no_curators(
    new_page: Callable[..., Page],
    desk: Served,
    claims: dict[str, object],
    outside_requests: list[str],
) -> None:
    page = new_page(locale="nl-NL")
    log_in(page, desk, **claims)
    page.get_by_text("u hoort hier niet bij de redactie").wait_for(timeout=30_000)
    assert page.locator(".desk-passage").count() == 0
    visit(page, desk.address, "?desk=list&language=nl")
    assert page.locator(".desk, table").count() == 0
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("button", name="Inloggen").wait_for(timeout=30_000)
    assert outside_requests == []


def test_a_login_that_breaks_off_is_told_at_the_desk(
    new_page: Callable[..., Page], desk: Served
) -> None:
    page = new_page(locale="nl-NL")
    desk.provider.lost = True
    try:
        log_in(page, desk, email=CURATOR)
        page.get_by_text("Het inloggen is niet gelukt").wait_for(timeout=30_000)
    finally:
        desk.provider.lost = False
    assert page.locator(".desk-passage").count() == 0
    page.get_by_role("button", name="Inloggen").click()
    page.locator(".desk-passage").wait_for(timeout=30_000)


def test_a_forged_way_back_opens_nothing(new_page: Callable[..., Page], desk: Served) -> None:
    page = new_page(locale="nl-NL")
    visit(page, desk.address, "oauth2callback?code=x&state=x")
    page.get_by_text("Het inloggen is niet gelukt").wait_for(timeout=30_000)
    forged = {"name": "_streamlit_user", "value": "x", "url": desk.address}
    page.context.add_cookies([forged])  # type: ignore[list-item]
    visit(page, desk.address, QUEUE)
    page.get_by_role("button", name="Inloggen").wait_for(timeout=30_000)
    assert page.locator(".desk-passage").count() == 0


def test_another_name_of_the_same_desk_leads_to_the_one_that_works(
    page: Page, desk: Served
) -> None:
    visit(page, desk.address.replace("127.0.0.1", "localhost"), QUEUE)
    page.get_by_text(f"Open de redactie op {desk.address}").wait_for(timeout=30_000)
    assert page.get_by_role("button", name="Inloggen").count() == 0


def test_a_provider_that_is_down_is_told_in_a_sentence(
    new_page: Callable[..., Page], tmp_path: Path
) -> None:
    data = DataFolder(tmp_path / "data")
    folder = laid(tmp_path / "desk", data.path)
    secrets, told = tmp_path / "secrets.toml", tmp_path / "log.txt"
    secrets.write_text(secrets_text(), "utf-8")
    places = ["--data", str(data.path), "--graph", str(tmp_path / "graph")]
    places += ["--desk", str(folder.path), "--secrets", str(secrets), "--curators", CURATOR]
    with _started(places, told) as address:
        page = new_page(locale="nl-NL")
        visit(page, address, QUEUE)
        page.get_by_role("button", name="Inloggen").click()
        page.get_by_text("Het inloggen is niet gelukt").wait_for(timeout=30_000)
        assert page.locator(".desk-passage").count() == 0
        visit(page, address, "?page=matrix&language=nl")
        assert page.locator("table").count() == 1
    assert "Traceback" not in told.read_text("utf-8", "replace")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, "cannot be read"),
        ("[auth", "is no TOML"),
        ("[other]\n", "write redirect_uri and cookie_secret and"),
        (secrets_text(client_secret=""), "write client_secret there"),
        (secrets_text(redirect_uri="https://example.org/"), "redirect_uri is the address"),
        (secrets_text(redirect_uri="/oauth2callback"), "redirect_uri is the address"),
        (secrets_text(redirect_uri="http://[/oauth2callback"), "redirect_uri is the address"),
        (secrets_text(cookie_secret="short"), "cookie_secret has at least 32 signs"),
    ],
)
def test_a_broken_file_of_secrets_is_told_at_the_start(
    tmp_path: Path, text: str | None, expected: str
) -> None:
    secrets = tmp_path / "secrets.toml"
    if text is not None:
        secrets.write_text(text, "utf-8")
    said = _refused(tmp_path, "--secrets", str(secrets), "--curators", CURATOR)
    assert expected in said
    assert str(secrets) in said


def test_without_its_package_the_login_is_refused_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "authlib.integrations.starlette_client", None)
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(secrets_text(), "utf-8")
    said = _refused(tmp_path, "--secrets", str(secrets), "--curators", CURATOR)
    assert 'pip install "evidence-explorer[login]"' in said


def test_secrets_and_curators_belong_together(tmp_path: Path) -> None:
    assert "one of them is missing" in _refused(tmp_path, "--curators", CURATOR)
    assert "one of them is missing" in _refused(tmp_path, "--secrets", str(tmp_path / "x"))


def _refused(path: Path, *more: str) -> str:
    done = RUN.invoke(commands, ["--desk", str(path / "desk"), "--no-browser", *more])
    assert done.exit_code == 2, done.output
    assert "Traceback" not in done.output
    return " ".join(done.output.split())
