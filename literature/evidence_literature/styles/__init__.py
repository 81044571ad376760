"""How a reference is printed."""

from evidence_literature.styles.apa import apa
from evidence_literature.styles.reference import Piece, Reference

__all__ = ["Piece", "Reference", "apa"]
