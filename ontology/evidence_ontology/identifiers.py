"""How things are named: slugs in tables, ids in the graph, IRIs in RDF, names in Cypher.

A slug (``practical-help``) becomes an id (``element/practical-help``) and that an IRI
(``https://w3id.org/evidence-explorer/id/element/practical-help``). All three can be read aloud.
"""

from __future__ import annotations

import re

NAMESPACE = "https://w3id.org/evidence-explorer/ontology#"
INSTANCES = "https://w3id.org/evidence-explorer/id/"
CONCEPTS = "https://w3id.org/evidence-explorer/concept/"

LATEST_LOAD = "load/latest"
"""The one record of what a graph was last loaded from."""
UNSPECIFIED = "domain/unspecified"
"""The domain of what is said without naming one; always a column of its own."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def is_slug(text: str) -> bool:
    """Tell whether a text can stand as an id in a table.

    Args:
        text: Any text.

    Returns:
        True for small letters, digits and single hyphens between them.
    """
    return _SLUG.fullmatch(text) is not None


def kebab(name: str) -> str:
    """Write a name of the ontology as part of an id.

    Args:
        name: A name such as ``ReportedStrength``.

    Returns:
        The same with hyphens, such as ``reported-strength``.
    """
    return _BOUNDARY.sub("-", name).lower()


def relationship_type(name: str) -> str:
    """Name the relationship type of an object property.

    Args:
        name: A local name such as ``placedIn``.

    Returns:
        The type, such as ``PLACED_IN``.
    """
    return _BOUNDARY.sub("_", name).upper()


def node_id(label: str, slug: str, study: str | None = None) -> str:
    """Make the id of a record in the graph.

    Args:
        label: The class of the record, such as ``Finding``.
        slug: The id in its table.
        study: The folder of the study, for tables that each study has of its own.

    Returns:
        The id, such as ``finding/integrated-working-2018/f001``.
    """
    middle = f"{study}/" if study else ""
    return f"{kebab(label)}/{middle}{slug}"


def iri(identifier: str) -> str:
    """Give the IRI of a record.

    Args:
        identifier: An id of the graph.

    Returns:
        The IRI; ids hold only characters that need no escaping there.
    """
    return INSTANCES + identifier


def quoted(name: str) -> str:
    r"""Quote a label, relationship type or key of the ontology for use in Cypher text.

    Values never come here, only names from the ontology. Doubling backticks is not safe
    against ``\u0060``, so anything but letters, digits and underscores is refused.

    Args:
        name: A name of the ontology.

    Returns:
        The name between backticks.

    Raises:
        ValueError: The name holds anything else.
    """
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name):
        msg = f"not a name of the ontology: {name!r}"
        raise ValueError(msg)
    return f"`{name}`"
