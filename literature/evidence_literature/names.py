"""Names of people and institutes: taken apart, written, and sorted as Dutch readers expect.

Dutch particles stand apart from the family name: *Van Yperen* is found under the Y.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_PARTICLES = frozenset(
    {"van", "von", "de", "den", "der", "het", "'t", "’t", "te", "ten", "ter", "in", "op", "aan"}
    | {"bij", "uit", "onder", "over", "voor", "zu", "zur", "zum", "vom"}
)
_SMALL_ONLY = frozenset({"la", "le", "du", "des", "del", "della", "di", "da", "dos", "das"})
"""Romance particles, which belong to the name when they have a capital: *Le Guin*."""

_VANCOUVER = re.compile(
    r"(?P<family>[^\W\d].*[a-zß-ÿ].*) (?P<given>[A-ZÀ-Þ]{1,3}|[A-ZÀ-Þ]{1,2}-[A-Z])"
)
_LIFE = re.compile(r"\(?\d{4}\??-(?:\d{4})?\)?\.?")
"""The years of birth and death, by which catalogues tell namesakes apart; no part of a name."""

_LONGEST = 100
"""A longer text without a comma is no person's name."""

_JOINED = re.compile(r"\b(?:en|and|&)\b|&")


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or with ``literal`` alone an institute: *Van Yperen* is ``Van`` and ``Yperen``."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def full_family(self) -> str:
        """The family name with its particle, or the name of the institute."""
        return self.literal or f"{self.particle} {self.family}".strip()


def tidy_name(name: Name) -> Name:
    """Put a name in its one form: particles apart, also those that stand behind the given name.

    Args:
        name: A name as a file gave it, on one line.

    Returns:
        The name; a person's parts hold no commas, since commas are what separates them.
    """
    if not (name.family or name.given or name.particle):
        return Name(literal=name.literal or name.suffix)
    family, given, particle, suffix = (
        " ".join(part.replace(",", " ").split())
        for part in (name.family, name.given, name.particle, name.suffix)
    )
    given, behind = _particles_behind(given)
    words = f"{behind} {particle} {family}".split()
    front = 0
    while front < len(words) - 1 and _is_particle(words[front]):
        front += 1
    if not words:
        return Name(family=given, suffix=suffix) if given else Name(literal=suffix)
    return Name(" ".join(words[front:]), given, " ".join(words[:front]), suffix)


def read_inverted(text: str) -> Name:
    """Read a name as RIS and its kin write it.

    Args:
        text: ``Yperen, Tom van``, ``Jansen J`` or the name of an institute. As EndNote has it, a
            comma at the end marks an institute, and two together are one comma of its name.

    Returns:
        The name, tidy. One word alone may be a person or an institute; it is kept as it stands.
    """
    if ",," in text:
        return Name(literal=text.replace(",,", ",", 1).strip())
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        vancouver = _VANCOUVER.fullmatch(text) if len(text) <= _LONGEST else None
        return tidy_name(Name(**vancouver.groupdict())) if vancouver else Name(literal=text.strip())
    if len(parts) == 2 and not parts[1]:
        return Name(literal=parts[0])
    if len(parts) == 3 and _LIFE.fullmatch(parts[2]):
        parts.pop()
    if len(parts) > 3 or (len(parts) == 2 and _JOINED.search(parts[1])):
        return Name(literal=text.strip())
    return tidy_name(Name(parts[0], parts[1], suffix=parts[2] if len(parts) == 3 else ""))


def read_author(text: str) -> Name:
    """Read a name from a list that people keep, in which a family name may stand alone.

    Args:
        text: ``Yperen, T. van``, ``De Meere`` or the name of an institute.

    Returns:
        The name, tidy. One that begins with a Dutch particle is taken for a person's.
    """
    first, _, rest = text.strip().partition(" ")
    if "," not in text and rest and _is_particle(first):
        return tidy_name(Name(family=text))
    return read_inverted(text)


def write_inverted(name: Name) -> str:
    """Write a name so that :func:`read_inverted` gives it back.

    Args:
        name: A tidy name.

    Returns:
        Such as ``Van Yperen, Tom``.
    """
    if name.literal:
        if "," in name.literal:
            return name.literal.replace(",", ",,", 1)
        return name.literal if read_inverted(name.literal) == name else f"{name.literal},"
    if name.suffix or not name.given:
        return f"{name.full_family}, {name.given}, {name.suffix}".rstrip()
    short = f"{name.full_family}, {name.given}"
    return short if read_inverted(short) == name else f"{short}, "


def folded(text: str) -> str:
    """Make texts comparable: without case, accents and signs.

    Args:
        text: Any text.

    Returns:
        Its letters and digits, words with one space between them.
    """
    if not text.isascii():
        bare = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _is_particle(word: str) -> bool:
    return word.lower() in _PARTICLES or word in _SMALL_ONLY


def _particles_behind(given: str) -> tuple[str, str]:
    words = given.split()
    end = len(words)
    # Behind a given name only small letters are a particle: "In" may well be a name.
    while end and words[end - 1].islower() and _is_particle(words[end - 1]):
        end -= 1
    return " ".join(words[:end]), " ".join(words[end:])
