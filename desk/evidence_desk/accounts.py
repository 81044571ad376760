"""Local accounts, for a desk on a single machine: names with the scrypt of their password.

Source: OWASP, Password Storage Cheat Sheet (scrypt with N = 2^16, r = 8, p = 2).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Final

from evidence_desk.errors import DeskError
from evidence_graph.engines.folder import write_private

SHORTEST: Final = 12
LONGEST: Final = 200
_COST: Final = {"n": 2**16, "r": 8, "p": 2}
_MEMORY: Final = 128 * 2**20
_NAME: Final = re.compile(r"[\w .'-]{1,60}")
FREE_TRIES: Final = 5
"""So many wrong passwords before one has to wait; from then on twice as long each time."""
LONGEST_WAIT: Final = 900.0


@dataclass(frozen=True, slots=True)
class Account:
    """A name, and what its password is checked against."""

    name: str
    salt: str
    hashed: str


def accounts(path: Path) -> dict[str, Account]:
    """Read the accounts.

    Args:
        path: Their file.

    Returns:
        Name → account; empty where there is no file.

    Raises:
        DeskError: The file is damaged.
    """
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
        return {one["name"]: Account(one["name"], one["salt"], one["hashed"]) for one in found}
    except (ValueError, KeyError, TypeError) as error:
        msg = f"{path} is damaged. Take it away and make the accounts anew."
        raise DeskError(msg) from error


def save(path: Path, name: str, password: str) -> None:
    """Make an account, or give it another password.

    Args:
        path: The file of the accounts.
        name: The name.
        password: The password.

    Raises:
        DeskError: The name or the password will not do.
    """
    if not _NAME.fullmatch(name) or name != name.strip():
        msg = "A name has at most 60 letters, digits, spaces, dots and hyphens."
        raise DeskError(msg)
    if not SHORTEST <= len(password) <= LONGEST:
        msg = f"A password has at least {SHORTEST} and at most {LONGEST} signs."
        raise DeskError(msg)
    salt = secrets.token_hex(16)
    known = accounts(path)
    known[name] = Account(name, salt, _hash(password, salt))
    plain = [{"name": one.name, "salt": one.salt, "hashed": one.hashed} for one in known.values()]
    write_private(path, json.dumps(plain, ensure_ascii=False))


@dataclass(slots=True)
class Door:
    """Checks passwords, and lets nobody guess many of them.

    Attributes:
        clock: Tells the seconds.
    """

    clock: Callable[[], float] = time.monotonic
    _failed: dict[str, tuple[int, float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, name: str) -> float:
        """Tell how long a name has to wait for its next try.

        Args:
            name: The name that was typed.

        Returns:
            Seconds; 0 where it need not.
        """
        tries, last = self._failed.get(name, (0, 0.0))
        if tries < FREE_TRIES:
            return 0.0
        pause = min(LONGEST_WAIT, 2.0 ** (tries - FREE_TRIES + 1))
        return max(0.0, last + pause - self.clock())

    def opens(self, path: Path, name: str, password: str) -> bool:
        """Check a name and a password, one at a time for everybody, so that guessing takes long.

        Args:
            path: The file of the accounts.
            name: The name.
            password: The password.

        Returns:
            Whether they belong together; False as well for a name that has to wait.
        """
        name = name.strip()[:LONGEST]
        with self._lock:
            if self.wait(name):
                return False
            # An unknown name takes as long as a known one.
            known = accounts(path).get(name, Account("", "00", ""))
            right = hmac.compare_digest(_hash(password[:LONGEST], known.salt), known.hashed)
            if right:
                self._failed.pop(name, None)
            else:
                self._failed[name] = (self._failed.get(name, (0, 0.0))[0] + 1, self.clock())
            return right


def _hash(password: str, salt: str) -> str:
    return hashlib.scrypt(
        password.encode("utf-8", "replace"),
        salt=bytes.fromhex(salt),
        n=_COST["n"],
        r=_COST["r"],
        p=_COST["p"],
        maxmem=_MEMORY,
    ).hex()
