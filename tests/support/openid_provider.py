"""An OpenID provider on this machine, for tests: it signs in whom the test names, at once.

Source: OpenID Connect Core 1.0, section 3.1; OpenID Connect Discovery 1.0, section 3; OpenID
Connect RP-Initiated Logout 1.0; RFC 7636 (PKCE).
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "desk", "the secret of the client"


@dataclass
class Provider:
    """A provider that runs, and who it signs in.

    Attributes:
        address: Where it is.
        claims: What it says of whoever logs in next.
        lost: Whether it refuses the codes that it gave, as one that breaks off in between.
        signed_out: How often somebody logged out.
    """

    address: str = ""
    claims: dict[str, object] = field(default_factory=dict)
    lost: bool = False
    signed_out: int = 0
    _key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def routes(self) -> list[Route]:
        """List what it serves."""
        return [
            Route("/.well-known/openid-configuration", self._discovery),
            Route("/authorize", self._authorize),
            Route("/token", self._token, methods=["POST"]),
            Route("/keys", self._keys),
            Route("/logout", self._logout),
        ]

    async def _discovery(self, _: Request) -> Response:
        told: dict[str, Any] = {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "end_session_endpoint": f"{self.address}/logout",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }
        return JSONResponse(told)

    async def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        if asked.get("client_id") != CLIENT or "openid" not in asked.get("scope", ""):
            return PlainTextResponse("invalid_request", status_code=400)
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{back}", status_code=302)

    async def _token(self, request: Request) -> Response:
        async with request.form() as form:
            sent = {name: str(value) for name, value in form.items()}
        asked = self._codes.pop(sent.get("code", ""), None)
        if self.lost or asked is None or not _proven(request, sent, asked):
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": "somebody",
            "iat": now,
            "exp": now + 600,
            "nonce": asked["nonce"],
            **self.claims,
        }
        token = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self._key)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": token})

    async def _keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [self._key.as_dict(private=False)]})

    async def _logout(self, request: Request) -> Response:
        self.signed_out += 1
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], status_code=302)


def _proven(request: Request, sent: dict[str, str], asked: dict[str, str]) -> bool:
    basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
    digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return (
        request.headers.get("authorization") == f"Basic {basic}"
        and sent.get("redirect_uri") == asked["redirect_uri"]
        and challenge == asked.get("code_challenge")
    )


@contextmanager
def providing() -> Iterator[Provider]:
    """Serve a provider on a free port until the block ends."""
    provider = Provider()
    app = Starlette(routes=provider.routes())
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        end = time.monotonic() + 20
        while not server.started:
            assert time.monotonic() < end, "the provider did not start"
            time.sleep(0.05)
        port = server.servers[0].sockets[0].getsockname()[1]
        provider.address = f"http://127.0.0.1:{port}"
        yield provider
    finally:
        server.should_exit = True
        thread.join(20)
