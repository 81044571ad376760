"""The errors of this package."""

from __future__ import annotations


class OntologyError(Exception):
    """The Turtle of the ontology says something that the product cannot carry out."""
