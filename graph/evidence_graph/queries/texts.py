"""The Cypher texts, read once from ``evidence_graph/cypher``: one file for one question."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def text(name: str) -> str:
    """Give the text of a question.

    Args:
        name: the name of its file, without ``.cypher``.

    Returns:
        The text, without the comment at its head.
    """
    lines = (files("evidence_graph") / "cypher" / f"{name}.cypher").read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//"))
