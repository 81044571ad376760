"""Finding by meaning: things whose text says about what was asked, in whichever language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_explorer.search.encoding import Encoder, Vectors, likest, vectors
from evidence_explorer.search.finder import Group, Results
from evidence_explorer.search.index import KINDS, Index
from evidence_explorer.search.ranking import SURE, Found, Match
from evidence_graph.queries.searching import Kind, Searchable


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the texts of an index mean, where the optional extra is installed.

    Attributes:
        encoder: writes what a question means.
        known: for each kind, the numbers of things and a row for each.
    """

    encoder: Encoder
    known: dict[Kind, tuple[tuple[int, ...], Vectors]]


def likeness(index: Index, encoder: Encoder | None) -> Likeness | None:
    """Read what the texts of an index mean.

    Args:
        index: the index.
        encoder: the encoder, where it is installed.

    Returns:
        What they mean; None without an encoder, and where every text is in both languages.
    """
    if encoder is None:
        return None
    known = {kind: found for kind in KINDS if (found := index.vectors(kind))[0]}
    return Likeness(encoder, known) if known else None


def with_meaning(results: Results, index: Index, like: Likeness | None) -> Results:
    """Add to what was found by words what means about the same.

    Args:
        results: what was found by words.
        index: the index.
        like: what its texts mean.

    Returns:
        What was found: what has all the words, what means the same, what has some of the words.
    """
    if like is None or not results.query.strip():
        return results
    asked = vectors(like.encoder, [results.query])
    groups = {group.kind: group for group in results.groups}
    for kind, (numbers, known) in like.known.items():
        group = groups.get(kind, Group(kind, 0, False, ()))
        meant = [
            _meant(index.thing(kind, numbers[row]), results.query, cosine)
            for row, cosine in likest(known, asked)
        ]
        if meant:
            groups[kind] = _together(group, meant)
    ordered = sorted(groups.values(), key=lambda group: -group.best[0].score)
    return replace(results, groups=tuple(ordered), nearest=() if ordered else results.nearest)


def _meant(thing: Searchable, query: str, cosine: float) -> Found:
    return Found(thing, (Match(query, "", "meant", "said"),), (), cosine)


def _together(group: Group, meant: Sequence[Found]) -> Group:
    worded = {one.thing.id: one for one in group.best}
    whole = [
        one for one in group.best if not one.missing and all(m.how in SURE for m in one.matches)
    ]
    like = [worded.get(one.thing.id, one) for one in meant]
    best = {one.thing.id: one for one in (*whole, *like, *group.best)}
    added = len(best) - len(worded)
    return replace(group, total=group.total + added, best=tuple(best.values()))
