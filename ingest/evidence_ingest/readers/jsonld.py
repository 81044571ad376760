"""Read JSON-LD without ever fetching anything, and without its silent omissions.

A context may be named by its address, which a parser then fetches, even from the local disk; only
contexts that stand in the file are read. JSON-LD also passes over a key that no context explains;
here such a key gets a name of its own, so that it is refused like any other unknown property.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import rdflib
from rdflib.plugins.parsers.jsonld import to_rdf

from evidence_ingest.errors import IngestError, brief

UNEXPLAINED = "urn:evidence-explorer:not-in-any-context:"

_ANYWHERE = {"@context", "@id", "@index", "@language", "@nest", "@reverse", "@type"}
_OF_CONTEXTS = _ANYWHERE | {
    "@base",
    "@container",
    "@prefix",
    "@propagate",
    "@protected",
    "@version",
    "@vocab",
}
_OF_NODES = _ANYWHERE | {"@graph", "@included", "@list", "@none", "@set", "@value"}
_MAY_BE_NULL = {"@language"}

MOST_DIGITS = 300
"""More than any number of the data needs; Python itself stops at 4,300."""


def parse_jsonld(text: str, dataset: rdflib.Dataset, base: str, name: str) -> None:
    """Read JSON-LD into a dataset.

    Args:
        text: The text of the file.
        dataset: Where the statements go.
        base: What relative names are relative to.
        name: What to call the file in messages.

    Raises:
        IngestError: It is no JSON, has a context outside the file, or a keyword that is unknown.
        RecursionError: It is nested too deeply.
    """
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_int=_whole)
        fault = next(_faults(data), None)
    except json.JSONDecodeError as error:
        msg = f"{name}, line {error.lineno}: this is no JSON ({error.msg}). Mend it there."
        raise IngestError(msg) from error
    except ValueError as error:
        msg = f"{name}: {error}"
        raise IngestError(msg) from error
    if fault:
        msg = f"{name}: {fault}"
        raise IngestError(msg)
    to_rdf(data, dataset, base, {"@vocab": UNEXPLAINED})


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        [(twice, _)] = Counter(key for key, _ in pairs).most_common(1)
        msg = f"the key {twice!r} stands twice in one object. Make it one key with a list."
        raise ValueError(msg)
    return found


def _whole(digits: str) -> int:
    # Python refuses longer numbers with advice for programmers.
    if len(digits) > MOST_DIGITS:
        msg = f"a number has {len(digits)} digits, more than {MOST_DIGITS}. Shorten it."
        raise ValueError(msg)
    return int(digits)


def _faults(data: Any, *, nodes: bool = True) -> Iterator[str]:
    # ``nodes`` is true where JSON-LD passes over everything but objects.
    if isinstance(data, list):
        for item in data:
            yield from _faults(item, nodes=nodes)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _key_faults(key, value)
            if key == "@context":
                yield from _context_faults(value)
            else:
                yield from _faults(value, nodes=key in {"@graph", "@included"})
    elif nodes:
        yield f"{brief(repr(data))} stands where only objects may. Take it out."


def _key_faults(key: str, value: Any) -> Iterator[str]:
    if key.startswith("@") and key not in _OF_NODES:
        yield f"the keyword {key} is not known or not allowed. Leave it out."
    # What follows is valid or nearly so, and the parser would pass over it.
    elif key.startswith("_:") or any(sign.isspace() for sign in key):
        yield f"the key {key!r} is neither a term nor an address. Give it another name."
    elif key == "@language" and isinstance(value, str) and " " in value:
        yield f"{value!r} is no language. Mend it."


def _context_faults(context: Any) -> Iterator[str]:
    for part in context if isinstance(context, list) and context else [context]:
        if isinstance(part, str):
            yield f'"@context" names {part}, and nothing is fetched. Write the context out here.'
        elif not isinstance(part, dict) or not part:
            yield '"@context" must be an object that is not empty.'
        else:
            for term, meaning in part.items():
                yield from _term_faults(term, meaning)


def _term_faults(term: str, meaning: Any) -> Iterator[str]:
    nothing = meaning is None or (isinstance(meaning, dict) and meaning.get("@id", "") is None)
    if nothing and term not in _MAY_BE_NULL:
        yield f'"@context" leaves {term!r} out, so that data would be lost. Give it a meaning.'
    if term.startswith("@") and term not in _OF_CONTEXTS:
        yield f'"@context" has {term}, which is not read. Write the context out here.'
    if term == "@base" and "://" not in str(meaning):
        yield '"@base" must be a whole address, such as https://example.org/.'
    for keyword, value in meaning.items() if isinstance(meaning, dict) else ():
        if keyword not in _OF_CONTEXTS:
            yield f'"@context" has {keyword} for {term!r}, which is not read. Leave it out.'
        if keyword == "@context":
            yield from _context_faults(value)
