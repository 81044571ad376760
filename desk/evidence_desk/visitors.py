"""Who is at the desk: the user of this machine, a local account, or one of the named curators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from evidence_desk.accounts import Door
from evidence_desk.login_guard import FAILED
from evidence_desk.provider import origin
from evidence_desk.settings import Settings, user_of_this_machine
from evidence_explorer.markup import join, tag
from evidence_explorer.views.sheets import heading
from evidence_explorer.words import Words

WHO: Final = "desk.who"
_DOOR: Final = Door()


def curator(settings: Settings) -> str | None:
    """Tell who may write in this session.

    Args:
        settings: What the desk was started with.

    Returns:
        The name, as it will stand behind what he or she does; None for somebody who may not.
    """
    match settings.login:
        case "none":
            # The gate lets only this machine through.
            return user_of_this_machine()
        case "account":
            return st.session_state.get(WHO)
        case "openid":
            return among(settings.curators, st.user.to_dict())


def among(curators: frozenset[str], user: Mapping[str, Any]) -> str | None:
    """Tell whether somebody who logged in is one of the curators.

    Args:
        curators: Their e-mail addresses.
        user: What the login says of him or her.

    Returns:
        The e-mail address; None for others, and for an address that was never verified.
    """
    address = str(user.get("email") or "").casefold()
    verified = user.get("email_verified", True) in {True, "true"}
    return address if user.get("is_logged_in") and verified and address in curators else None


def sign_in(settings: Settings, words: Words) -> str:
    """Show the page of those who have not said who they are.

    Args:
        settings: What the desk was started with.
        words: The words.

    Returns:
        The title of the page.
    """
    title = words.say("Curators’ desk")
    said = words.say("Reading needs no login; writing does.")
    body = tag("div", join(heading(title), tag("p", said)), class_="sheet")
    st.html(str(tag("div", body, data_view="?desk=login", lang=words.language, data_arrive=True)))
    if settings.login == "openid":
        _with_openid(words)
    else:
        _with_account(settings, words)
    return title


def sign_out(settings: Settings) -> None:
    """End the session of a curator.

    Args:
        settings: What the desk was started with.
    """
    st.session_state.pop(WHO, None)
    if settings.login == "openid":
        st.logout()


def _with_openid(words: Words) -> None:
    if st.user.to_dict().get("is_logged_in"):
        st.warning(words.say("You are logged in, but you are not one of the curators here."))
        st.button(words.say("Log out"), on_click=st.logout)
        return
    home = origin(str(st.secrets["auth"]["redirect_uri"])).replace(
        "{port}", str(st.get_option("server.port"))
    )
    if origin(st.context.url or home) != home:
        # The provider leads back to one address only, and what says who it is stays there.
        st.warning(words.say("Open the desk at {address} to log in.", address=home))
        return
    if st.query_params.get("login") == FAILED:
        st.error(words.say("Logging in did not work."))
        st.write(
            words.say(
                "Wait a moment and try again. If it stays so, ask the person who looks after this"
                " installation."
            )
        )
    st.button(words.say("Log in"), type="primary", on_click=st.login)


def _with_account(settings: Settings, words: Words) -> None:
    with st.form("desk.login", width=420):
        name = st.text_input(words.say("Name"), max_chars=60, autocomplete="username")
        password = st.text_input(
            words.say("Password"), type="password", max_chars=200, autocomplete="current-password"
        )
        sent = st.form_submit_button(words.say("Log in"), type="primary")
    if not sent:
        return
    if _DOOR.opens(settings.folder.accounts, name, password):
        st.session_state[WHO] = name.strip()
        st.rerun()
    wait = _DOOR.wait(name.strip())
    if wait:
        said = words.say("Too many tries. Wait {seconds} seconds.", seconds=int(wait) + 1)
    else:
        said = words.say("Name and password do not belong together.")
    st.error(said)
