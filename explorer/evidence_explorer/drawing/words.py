"""The words in and around a drawing: those of the interface here, the others from the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Language = Literal["nl", "en"]

_INTERFACE: Final[dict[Language, dict[str, str]]] = {
    "nl": {
        "picture": "Netwerk van werkzame elementen",
        "help": (
            "Tik of klik: kiezen. Tweede tik, dubbelklik of lang indrukken: in het midden "
            "zetten. +getal: uitvouwen. Toetsen: pijltjes en Page Down lopen, Enter "
            "kiest, C zet in het midden, U vouwt uit, Escape wist de keuze."
        ),
        "fit": "Hele netwerk",
        "zoomIn": "Groter",
        "zoomOut": "Kleiner",
        "full": "Volledig scherm",
        "sourceOne": "1 bron",
        "sourceMany": "{n} bronnen",
        "sourceNone": "geen bronnen",
        "findingOne": "1 bevinding",
        "findingMany": "{n} bevindingen",
        "elementOne": "1 element",
        "elementMany": "{n} elementen",
        "elementNone": "geen elementen",
        "element": "Werkzaam element",
        "source": "Bron",
        "domain": "Domein",
        "moreOne": "nog 1 verbonden, niet getoond",
        "moreMany": "nog {n} verbonden, niet getoond",
        "unfolded": "uitgevouwen",
        "exceptionOne": "1 uitzondering",
        "exceptionMany": "{n} uitzonderingen",
        "reported": "een bron noemt zelf een sterkte",
        "inDomainOne": "in 1 domein",
        "inDomainMany": "in {n} domeinen",
        "selected": "gekozen",
        "cleared": "Keuze gewist",
        "empty": "nog geen elementen",
        "notInView": "elementen niet in beeld",
        "stepOne": "1 stap",
        "stepMany": "{n} stappen",
        "ringSources": "Bronnen",
        "ringCarried": "Wat zij dragen",
        "ringDomains": "Ruimer en nauwer",
        "ringKnown": "Waarover hier iets bekend is",
        "outside": "Niet op een ring",
        "failed": "De tekening kon niet worden geladen. De tabel toont dezelfde inhoud.",
    },
    "en": {
        "picture": "Network of effective elements",
        "help": (
            "Tap or click: select. Second tap, double click or long press: put in the "
            "middle. +number: unfold. Keys: arrows and Page Down walk, Enter selects, C "
            "puts in the middle, U unfolds, Escape clears the selection."
        ),
        "fit": "Whole network",
        "zoomIn": "Larger",
        "zoomOut": "Smaller",
        "full": "Full screen",
        "sourceOne": "1 source",
        "sourceMany": "{n} sources",
        "sourceNone": "no sources",
        "findingOne": "1 finding",
        "findingMany": "{n} findings",
        "elementOne": "1 element",
        "elementMany": "{n} elements",
        "elementNone": "no elements",
        "element": "Effective element",
        "source": "Source",
        "domain": "Domain",
        "moreOne": "1 more connected, not shown",
        "moreMany": "{n} more connected, not shown",
        "unfolded": "unfolded",
        "exceptionOne": "1 exception",
        "exceptionMany": "{n} exceptions",
        "reported": "a source itself reports a strength",
        "inDomainOne": "in 1 domain",
        "inDomainMany": "in {n} domains",
        "selected": "selected",
        "cleared": "Selection cleared",
        "empty": "no elements yet",
        "notInView": "elements not in view",
        "stepOne": "1 step",
        "stepMany": "{n} steps",
        "ringSources": "Sources",
        "ringCarried": "What they carry",
        "ringDomains": "Wider and narrower",
        "ringKnown": "Of which something is known here",
        "outside": "Not on a ring",
        "failed": "The drawing could not be loaded. The table shows the same content.",
    },
}
_CIRCLES: Final = {
    ("sources", 1): "ringSources",
    ("sources", 2): "ringCarried",
    ("domain", 1): "ringDomains",
    ("domain", 2): "ringKnown",
}
"""Kind of a network and distance from its centre → the name of that circle."""


@dataclass(frozen=True)
class Words:
    """The words of a drawing in one language.

    ``states`` and ``kinds`` map codes to words of the ontology; a code without a word shows itself.
    """

    language: Language
    states: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)

    def state(self, code: str) -> str:
        """Give the word of a state.

        Args:
            code: A code of the scheme of states.

        Returns:
            The word, or the code where there is none.
        """
        return self.states.get(code, code)

    def kind(self, code: str) -> str:
        """Give the word of a kind of relation.

        Args:
            code: A code of the scheme of relation kinds.

        Returns:
            The word, or the code where there is none.
        """
        return self.kinds.get(code, code)

    def say(self, name: str) -> str:
        """Give a text of the interface.

        Args:
            name: The name of the text.

        Returns:
            The text.
        """
        return _INTERFACE[self.language][name]

    def count(self, name: str, number: int) -> str:
        """Say how many there are of something.

        Args:
            name: The first part of the names of the texts, such as ``source``.
            number: How many.

        Returns:
            The text with the number in it.
        """
        texts = _INTERFACE[self.language]
        if number == 0 and f"{name}None" in texts:
            return texts[f"{name}None"]
        return texts[f"{name}One" if number == 1 else f"{name}Many"].replace("{n}", str(number))

    def circle(self, kind: str, distance: int) -> str:
        """Name a circle around a centre.

        Args:
            kind: The kind of the network.
            distance: Which circle, from 1.

        Returns:
            Its name: what stands on it, or else how many steps away.
        """
        name = _CIRCLES.get((kind, distance))
        return self.say(name) if name else self.count("step", distance)

    def interface(self) -> dict[str, str]:
        """Give all texts of the interface, as the component gets them.

        Returns:
            A new mapping of name to text.
        """
        return dict(_INTERFACE[self.language])
