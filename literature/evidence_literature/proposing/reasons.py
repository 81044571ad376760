"""The sentences that say why something was guessed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from evidence_literature.proposing.proposal import Reason

_FILE = Path(__file__).with_name("reasons.toml")


def sentence(reason: Reason, language: Literal["nl", "en"]) -> str:
    """Say a reason in one plain sentence.

    Args:
        reason: The reason.
        language: The language of the reader.

    Returns:
        The sentence, with the words that the guess was made by.
    """
    return _sentences()[reason.code][language].format(*reason.words)


@cache
def _sentences() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
