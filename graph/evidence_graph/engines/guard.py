"""A second lock on the door of ``read_only``: what a typed text may not hold, whatever the engine.

The first lock is the engine's (READ access on Neo4j, a user with read rights on ArcadeDB) and it
alone refuses writes. It leaves open what reads files or the network (``LOAD CSV``) and procedures
that act on the server. This check refuses those. It is no parser: it only drops comments, strings
and quoted names the way Cypher does, and looks at the words that are left.
"""

from __future__ import annotations

import re

from evidence_graph.errors import QueryRefused

_ESCAPE = re.compile(r"\\+u+([0-9A-Fa-f]{4})")
_QUIET = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|//[^\r\n]*|/\*.*?\*/""", re.DOTALL
)
_PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "db.propertykeys", "dbms.components"})
_PROCEDURE_FAMILIES = ("db.schema.", "db.index.fulltext.query")
_CALL = re.compile(r"\bCALL\s+(?:(?P<name>[A-Za-z_][\w.\s]*)|(?P<subquery>[{(]))?", re.IGNORECASE)
_LOAD = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)
_SERVER = re.compile(
    r"(?:^|;|\bCYPHER\s+\S+)\s*(?:ALTER|DENY|DRYRUN|ENABLE|DEALLOCATE|GRANT|REALLOCATE|RENAME|REVOKE"
    r"|START|STOP)\b|\bTERMINATE\s+TRANSACTIONS?\b|\bSHOW\s+(?:\w+\s+)*?(?:USERS?|SETTINGS?)\b",
    re.IGNORECASE,
)


def refuse_what_is_not_reading(cypher: str) -> None:
    """Refuse a text that reaches outside the graph.

    Args:
        cypher: the text as typed.

    Raises:
        QueryRefused: it reads files or the network, calls a procedure that is not known to be
            harmless, or acts on the server.
    """
    # Neo4j reads \u004C as L anywhere in the text, also outside strings; what it says then counts.
    for text in (cypher, _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher)):
        words = _QUIET.sub(_blank, text)
        if _LOAD.search(words):
            raise QueryRefused("LOAD CSV reads files and the network; here only the graph is read.")
        if _SERVER.search(words):
            raise QueryRefused("This acts on the server; here only the graph is read.")
        _refuse_procedures(words)


def _blank(found: re.Match[str]) -> str:
    if found[0][0] == "`":
        return " quoted "
    return " " if found[0][0] == "/" else " '' "


def _refuse_procedures(words: str) -> None:
    """Refuse every CALL of a procedure that is not on the list.

    Args:
        words: the text without strings, comments and quoted names.

    Raises:
        QueryRefused: there is one.
    """
    for found in _CALL.finditer(words):
        if found["subquery"]:
            continue
        name = re.sub(r"\s*\.\s*", ".", (found["name"] or "").strip()).split(" ")[0].lower()
        if name in _PROCEDURES or name.startswith(_PROCEDURE_FAMILIES):
            continue
        raise QueryRefused(
            f"CALL {name or '…'}: here only procedures that describe the graph may be called "
            f"({', '.join(sorted(_PROCEDURES))})."
        )
