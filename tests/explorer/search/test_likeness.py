"""By meaning: with an encoder of our own that knows a few words, as the optional extra does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from evidence_explorer.search.encoding import Encoder, Vectors, installed_encoder
from evidence_explorer.search.finder import Results, search
from evidence_explorer.search.index import Index
from evidence_explorer.search.likeness import likeness, with_meaning
from evidence_explorer.search.vocabulary import Vocabulary
from evidence_explorer.selection import Selection
from evidence_explorer.views import search as view
from evidence_explorer.words import words
from evidence_graph.queries.answers import Text
from evidence_graph.queries.searching import Searchable
from tests.explorer.reading import read

# Words that mean the same have the same place.
MEANINGS = (("brug", "bridge"), ("oever", "shore"), ("maan", "moon"))


class Small:
    """An encoder that knows six words."""

    def encode(self, texts: Sequence[str], /) -> Vectors:
        """One dimension for each meaning."""
        rows = [[float(any(w in text.lower() for w in one)) for one in MEANINGS] for text in texts]
        found = np.asarray(rows, dtype=np.float32)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.where(lengths == 0, 1, lengths), dtype=np.float32)


BRIDGE = Searchable("finding/s/f1", "finding", said=Text("Een brug tussen twee oevers.", ""))
MOON = Searchable("finding/s/f2", "finding", said=Text("De maan schijnt.", ""))
BOTH = Searchable("finding/s/f3", "finding", said=Text("De brug is dicht.", "It is closed."))


def _asked(query: str, encoder: Encoder | None) -> Results:
    index = Index()
    index.add([BRIDGE, MOON, BOTH], encoder)
    found = search(index, Vocabulary(index.vocabulary()), query, "en")
    return with_meaning(found, index, likeness(index, encoder))


def test_an_english_question_finds_a_dutch_text() -> None:
    results = _asked("a bridge to the shore", Small())
    (group,) = results.groups
    assert [one.thing for one in group.best] == [BRIDGE]
    assert group.total == 1
    said = words("en")
    page = view.page(results, None, said, Selection(page="search", query=results.query))
    assert "Found because it means about the same" in read(page.body).text


def test_without_the_extra_it_does_not() -> None:
    assert _asked("a bridge to the shore", None).groups == ()


def test_what_was_found_by_words_is_not_found_twice_and_comes_first() -> None:
    (group,) = _asked("maan bridge", Small()).groups
    assert sorted(one.thing.id for one in group.best) == [BRIDGE.id, MOON.id]
    assert all(
        one.matches[0].how == ("whole" if one.thing == MOON else "meant") for one in group.best
    )


def test_what_means_something_else_is_not_found() -> None:
    assert _asked("nothing of the kind", Small()).groups == ()


def test_texts_in_both_languages_cost_nothing() -> None:
    index = Index()
    index.add([BOTH, replace(BOTH, id="finding/s/f4")], Small())
    assert likeness(index, Small()) is None


def test_a_text_comes_back_with_what_it_means() -> None:
    index = Index()
    index.add([BRIDGE, BOTH, MOON], Small())
    numbers, known = index.vectors("finding")
    assert [index.thing("finding", number) for number in numbers] == [BRIDGE, MOON]
    assert np.allclose(known, Small().encode([BRIDGE.said.nl, MOON.said.nl]), atol=1e-3)


def test_the_optional_extra_finds_dutch_texts_for_english_questions() -> None:
    """With the encoder itself, as ``[semantic]`` installs it; among texts about other things."""
    encoder = installed_encoder()
    assert encoder is not None, "the tools for developers bring it"
    dutch = (
        "Een goede band tussen cliënt en hulpverlener helpt.",
        "Gezinnen met schulden krijgen hulp bij hun administratie.",
        "De gemeente regelt het vervoer naar school.",
        "Jongeren die spijbelen worden thuis bezocht.",
        "Medewerkers van het team overleggen elke week.",
    )
    things = [
        Searchable(f"finding/s/x{n}", "finding", said=Text(one, "")) for n, one in enumerate(dutch)
    ]
    index = Index()
    index.add(things, encoder)
    asked = {
        "does a good relationship between client and worker help": 0,
        "support for families in debt": 1,
        "colleagues meet every week": 4,
    }
    for query, wanted in asked.items():
        found = search(index, Vocabulary(index.vocabulary()), query, "en")
        found = with_meaning(found, index, likeness(index, encoder))
        best = [hit.thing.id for group in found.groups for hit in group.best]
        assert best[:1] == [f"finding/s/x{wanted}"], query
