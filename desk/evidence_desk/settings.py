"""What the process of a desk is told, through its environment."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from evidence_desk.accounts import accounts
from evidence_desk.errors import DeskError
from evidence_desk.folder import DeskFolder
from evidence_ingest.settings import checkout

FOLDER: Final = "EVIDENCE_DESK"
DATA: Final = "EVIDENCE_DESK_DATA"
CURATORS: Final = "EVIDENCE_DESK_CURATORS"
LOGIN: Final = "EVIDENCE_DESK_LOGIN"

Login = Literal["none", "account", "openid"]
"""How a curator says who he is: not at all, by a local account, or by OpenID Connect."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a desk was started with.

    Attributes:
        folder: Its own folder.
        data: The tables.
        curators: The e-mail addresses of those who may write, in small letters; empty for no
            OpenID Connect.
        login: How a curator says who he is. It is settled when the desk is started, so that no
            file that is taken away later opens a door.
    """

    folder: DeskFolder
    data: Path
    curators: frozenset[str] = frozenset()
    login: Login = "none"


def from_environment() -> Settings:
    """Read what the process was told.

    Returns:
        The settings.

    Raises:
        DeskError: Something is missing: the process was not started as a desk.
    """
    folder, data = os.environ.get(FOLDER), os.environ.get(DATA)
    if not folder or not data:
        msg = "This is no desk yet. Start one with: evidence-explorer desk"
        raise DeskError(msg)
    login = next((one for one in get_args(Login) if one == os.environ.get(LOGIN)), None)
    if login is None:
        msg = f"{LOGIN} does not say how a curator logs in. Start with: evidence-explorer desk"
        raise DeskError(msg)
    curators = addresses(os.environ.get(CURATORS, ""))
    return Settings(DeskFolder(Path(folder)), Path(data), curators, login)


def login_of(folder: DeskFolder, curators: frozenset[str]) -> Login:
    """Tell how the curators of a desk say who they are.

    Args:
        folder: The folder of the desk.
        curators: The e-mail addresses of those who may write.

    Returns:
        OpenID Connect where somebody is named, else local accounts where there are any, else none.

    Raises:
        DeskError: The file of the accounts is damaged.
    """
    if curators:
        return "openid"
    return "account" if accounts(folder.accounts) else "none"


def addresses(text: str) -> frozenset[str]:
    """Read a list of e-mail addresses.

    Args:
        text: The addresses, with commas or spaces between them.

    Returns:
        The addresses in small letters.
    """
    return frozenset(text.replace(",", " ").casefold().split())


def desk_folder(given: Path | None) -> Path:
    """Find the desk's own folder: what was asked for, else beside the checkout, else at home.

    Args:
        given: The folder that the user named.

    Returns:
        The folder.
    """
    if given is not None:
        return given
    top = checkout()
    return top / ".evidence-desk" if top else Path.home() / ".evidence-explorer" / "desk"


def user_of_this_machine() -> str:
    """Tell who works at this machine.

    Returns:
        The name by which the operating system knows the user.
    """
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "curator"
