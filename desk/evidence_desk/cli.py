"""The commands of ``evidence-explorer``, with those of the desk."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from evidence_desk import log
from evidence_desk.accounts import save
from evidence_desk.errors import DeskError
from evidence_desk.folder import DeskFolder
from evidence_desk.gate import is_loopback
from evidence_desk.intake import lay
from evidence_desk.provider import check
from evidence_desk.serving import SECRETS
from evidence_desk.settings import (
    CURATORS,
    DATA,
    FOLDER,
    LOGIN,
    Login,
    addresses,
    desk_folder,
    login_of,
    user_of_this_machine,
)
from evidence_ingest.answering import DataOption, JsonOption, answering, console, out
from evidence_ingest.cli import GraphOption, app
from evidence_ingest.counting import counted
from evidence_ingest.exploring import explore
from evidence_ingest.settings import data_folder

desk = typer.Typer(
    name="desk",
    invoke_without_command=True,
    rich_markup_mode=None,
    help="Start the curators' desk: the explorer, with a page on which proposals are decided on.",
)
app.add_typer(desk)

DeskOption = Annotated[
    Path | None,
    typer.Option(
        "--desk",
        envvar=FOLDER,
        metavar="FOLDER",
        help="The desk's own folder, with passages, log and accounts (default: .evidence-desk).",
    ),
]


@desk.callback()
@answering
def start(  # noqa: PLR0917  each is an option
    context: typer.Context,
    graph: GraphOption = None,
    data: DataOption = None,
    folder: DeskOption = None,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Where to listen.")] = 8501,
    address: Annotated[
        str, typer.Option("--address", help="Who may visit: this machine only, by default.")
    ] = "127.0.0.1",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it.")] = True,
    curators: Annotated[
        str,
        typer.Option(
            "--curators",
            envvar=CURATORS,
            metavar="E-MAILS",
            help="Who may write, by e-mail address, after a login with OpenID Connect.",
        ),
    ] = "",
    secrets: Annotated[
        Path | None,
        typer.Option(
            "--secrets",
            envvar=SECRETS,
            metavar="FILE",
            help="Streamlit's file of secrets, whose part [auth] names the provider of the login.",
        ),
    ] = None,
) -> None:
    """Bring the graph up to date and open the desk on it."""
    if context.invoked_subcommand is not None:
        return
    place = DeskFolder(desk_folder(folder))
    login = _login(place, curators, secrets, address)
    settings = {FOLDER: str(place.path), DATA: str(data_folder(data)), CURATORS: curators}
    settings[LOGIN] = login
    if secrets is not None:
        settings[SECRETS] = str(secrets.absolute())
    code = explore(
        graph,
        data_folder(data),
        port=port,
        address=address,
        browser=browser,
        program="evidence_desk.serving",
        settings=settings,
    )
    if code:
        sys.exit(code)


def _login(place: DeskFolder, curators: str, secrets: Path | None, address: str) -> Login:
    login = login_of(place, addresses(curators))
    if (login == "openid") != (secrets is not None):
        msg = (
            "OpenID Connect needs both --secrets, the file that names the provider, and"
            " --curators, the e-mail addresses of those who may write; one of them is missing."
        )
        raise DeskError(msg)
    if secrets is not None:
        check(secrets)
    if login == "none" and not is_loopback(address):
        msg = (
            f"A desk without a login works on this machine only, not on {address}. Make accounts"
            " with: evidence-explorer desk account NAME; or name --curators and --secrets for"
            " OpenID Connect."
        )
        raise DeskError(msg)
    return login


@desk.command()
@answering
def add(
    reports: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Reports: PDF, DOCX, HTML or TXT.")
    ],
    study: Annotated[
        str, typer.Option("--study", metavar="ID", help="The source that the report is, by its id.")
    ],
    data: DataOption = None,
    folder: DeskOption = None,
) -> None:
    """Lay reports on the desk: what they are thought to say waits there for a curator."""
    place = DeskFolder(desk_folder(folder))
    for report in reports:
        count = lay(place, data_folder(data), report, study, who=user_of_this_machine())
        console.print(f"{report.name}: {counted(count, 'proposal')}.", markup=False)


@desk.command()
@answering
def account(
    name: Annotated[str, typer.Argument(help="The name of a curator.")],
    folder: DeskOption = None,
) -> None:
    """Make a local account, or give it another password; the password is asked for."""
    place = DeskFolder(desk_folder(folder))
    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    save(place.accounts, name, password)
    place.tell(log.event(user_of_this_machine(), "account", about=name))
    console.print(f"{name} can log in. A desk that runs already has to be started anew.")


@desk.command(name="log")
@answering
def show_log(folder: DeskOption = None, as_json: JsonOption = False) -> None:
    """Show what was done at the desk, and whether anybody changed the log afterwards.

    Raises:
        DeskError: Somebody changed the log.
    """
    found = log.read(DeskFolder(desk_folder(folder)).log)
    for one in found.events:
        if as_json:
            out.print_json(data=log.as_plain(one))
        else:
            out.print(f"{one.at}  {one.by}  {one.what}  {one.about}", markup=False)
    if found.broken:
        lines = counted(found.broken, "line does", "lines do")
        msg = f"{lines} not follow from the line before: the log was changed afterwards."
        raise DeskError(msg)


def main() -> None:
    """Run the command line."""
    os.umask(0o077)
    app()
