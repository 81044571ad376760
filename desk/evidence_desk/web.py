"""What surrounds the desk on its way to the browser: that of the explorer, behind a gate."""

from __future__ import annotations

from starlette.middleware import Middleware

from evidence_desk.gate import Gate
from evidence_desk.login_guard import LoginGuard, keep_log_short
from evidence_desk.settings import from_environment
from evidence_explorer import web


def middleware() -> list[Middleware]:
    """List what every request passes.

    Returns:
        For ``st.App(middleware=…)``.

    Raises:
        DeskError: The process was not started as a desk.
    """
    login = from_environment().login
    gate = Middleware(Gate, login=login != "none")
    if login != "openid":
        return [gate, *web.middleware()]
    keep_log_short()
    return [gate, Middleware(LoginGuard)]
