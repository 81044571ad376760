"""The Cypher texts, read once from ``evidence_graph/cypher``: one file for one question."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from evidence_ontology.identifiers import quoted


@cache
def text(name: str, label: str = "") -> str:
    """Give the text of a question.

    Args:
        name: the name of its file, without ``.cypher``.
        label: for a question about records of any one kind, that kind; a name of the ontology.

    Returns:
        The text, without the comment at its head.
    """
    lines = (files("evidence_graph") / "cypher" / f"{name}.cypher").read_text("utf-8").splitlines()
    body = "\n".join(line for line in lines if not line.startswith("//"))
    return body.replace(":LABEL", f":{quoted(label)}") if label else body
