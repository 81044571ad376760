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
            "Pijltjes: van element naar element. Page Down: het volgende. Enter: kiezen. "
            "C of Shift+Enter: in het midden zetten. Escape: keuze wissen."
        ),
        "fit": "Hele netwerk",
        "zoomIn": "Groter",
        "zoomOut": "Kleiner",
        "sourceOne": "1 bron",
        "sourceMany": "{n} bronnen",
        "sourceNone": "geen bronnen",
        "exceptionOne": "1 uitzondering",
        "exceptionMany": "{n} uitzonderingen",
        "reported": "een bron noemt zelf een sterkte",
        "inDomainOne": "in 1 domein",
        "inDomainMany": "in {n} domeinen",
        "relationOne": "1 relatie",
        "relationMany": "{n} relaties",
        "selected": "gekozen",
        "cleared": "Keuze gewist",
        "empty": "nog geen elementen",
        "notInView": "elementen niet in beeld",
        "stepOne": "1 stap",
        "stepMany": "{n} stappen",
        "outside": "Niet op een ring",
        "legendKinds": "Relaties",
        "legendStates": "Stand van het bewijs",
        "legendMarks": "Tekens",
        "legendException": "er is een uitzondering",
        "leftOutOne": "1 element is niet getekend; het staat in de lijst van alle elementen.",
        "leftOutMany": "{n} elementen zijn niet getekend; ze staan in de lijst van alle elementen.",
        "failed": "De tekening kon niet worden geladen. De tabel toont dezelfde inhoud.",
    },
    "en": {
        "picture": "Network of effective elements",
        "help": (
            "Arrow keys: from element to element. Page Down: the next one. Enter: select. "
            "C or Shift+Enter: put in the centre. Escape: clear the selection."
        ),
        "fit": "Whole network",
        "zoomIn": "Larger",
        "zoomOut": "Smaller",
        "sourceOne": "1 source",
        "sourceMany": "{n} sources",
        "sourceNone": "no sources",
        "exceptionOne": "1 exception",
        "exceptionMany": "{n} exceptions",
        "reported": "a source itself reports a strength",
        "inDomainOne": "in 1 domain",
        "inDomainMany": "in {n} domains",
        "relationOne": "1 relation",
        "relationMany": "{n} relations",
        "selected": "selected",
        "cleared": "Selection cleared",
        "empty": "no elements yet",
        "notInView": "elements not in view",
        "stepOne": "1 step",
        "stepMany": "{n} steps",
        "outside": "Not on a ring",
        "legendKinds": "Relations",
        "legendStates": "State of the evidence",
        "legendMarks": "Marks",
        "legendException": "there is an exception",
        "leftOutOne": "1 element is not drawn; it is in the list of all elements.",
        "leftOutMany": "{n} elements are not drawn; they are in the list of all elements.",
        "failed": "The drawing could not be loaded. The table shows the same content.",
    },
}


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

    def interface(self) -> dict[str, str]:
        """Give all texts of the interface, as the component gets them.

        Returns:
            A new mapping of name to text.
        """
        return dict(_INTERFACE[self.language])
