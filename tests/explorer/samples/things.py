"""The smallest things that a view shows: texts, names, citations, findings."""

from __future__ import annotations

from evidence_graph.queries.answers import (
    CitationOf,
    Domain,
    ExceptionOf,
    FindingOf,
    Layer,
    Named,
    Page,
    RelationOf,
    Reported,
    Text,
)
from evidence_graph.queries.told_answers import ContradictionOf, Side, Told

HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "'; DROP TABLE--",
    "[a](javascript:alert(1)) ![b](http://evil.example/x.png)",
    '=HYPERLINK("http://evil.example")',
    "\u202egnirts desrever\u202c",
    "Donaudampfschifffahrtsgesellschaft" * 20,
    "{name} {0} %s $latex$ :material/home: &amp; &lt;b&gt;",
    "</td></tr></table><h1>x",
)


def both(text: str) -> Text:
    """The same text in both languages, told apart by its end."""
    return Text(f"{text} nl", f"{text} en")


def layer(text: str = "Taakalliantie") -> Layer:
    """A layer on the second ring."""
    return Layer("layer/task", both(text), both(text), 1, 2, None, 1)


def domains(text: str = "Jeugd") -> tuple[Domain, ...]:
    """Two domains below a third, and one beside them."""
    return (
        Domain("domain/unspecified", both(f"{text} 0"), both(text), 0, None),
        Domain("domain/youth", both(f"{text} 1"), both(text), 1, None),
        Domain("domain/mental", both(f"{text} 2"), both(text), 2, "domain/youth"),
        Domain("domain/preventive", both(f"{text} 3"), both(text), 3, "domain/youth"),
    )


def element(text: str = "Alliantie") -> Named:
    """An element by name."""
    return Named("element/alliance", both(text))


def source(text: str = "Barnhoorn e.a. (2013)") -> Named:
    """A source by name."""
    return Named("source/barnhoorn-2013", both(text))


def study(text: str = "Integraal werken (2018)") -> Named:
    """The study that was read."""
    return Named("source/study-2018", both(text))


def reported(text: str = "sterk", name: str = "Barnhoorn e.a. (2013)") -> Reported:
    """A strength in a source's own word."""
    return Reported(both(text), source(name), "4.3.1, p. 24")


def citations(text: str = "Pijnenburg, 2010") -> tuple[CitationOf, ...]:
    """One of each mode, and one whose source was not found."""
    return (
        CitationOf(source(text), text, "read", (), "8"),
        CitationOf(Named("source/wampold", both(text)), text, "relayed", (source(text),)),
        CitationOf(study(), "", "own"),
        CitationOf(None, text, "read"),
    )


def finding(text: str = "Een goede band helpt", direction: str = "supports") -> FindingOf:
    """A finding in a domain."""
    return FindingOf(
        id=f"finding/x/{direction}",
        element=element(text),
        paraphrase=both(text),
        direction=direction,
        domain=Named("domain/mental", both(text)),
        places=("4.3.1, p. 24", text),
        reported_in=study(),
        citations=citations(text),
        lane="experience",
        evidence_kind="qualitative",
        tested_by="association",
        outcomes=(Named("outcome/better", both(text)),),
    )


def findings(text: str = "Een goede band helpt", pages: int = 1, number: int = 0) -> Page:
    """A page with a finding of each direction, one of them unknown."""
    directions = ("contradicts", "supports", "conditional", "qualifies", "novel")
    return Page(tuple(finding(text, one) for one in directions), number, pages, 25 * pages)


def exception(text: str = "Veiligheid in gevaar") -> ExceptionOf:
    """An exception."""
    return ExceptionOf(
        "exception/x", (element(text),), both(text), both(text), ("4.4.3",), citations(text)
    )


def relation(text: str = "Helpt") -> RelationOf:
    """A relation to another element."""
    other = Named("element/trust", both(text))
    return RelationOf(
        "relation/x", "contributes-to", element(text), other, both(text), ("4.4",), citations(text)
    )


def told(kind: str, text: str = "Voorwaarde", code: str = "") -> Told:
    """One record of any kind, with everything that it may have."""
    return Told(
        id=f"{kind.lower()}/s/one",
        kind=kind,
        title=both(text),
        text=both(text),
        code=code,
        elements=(element(text),),
        domains=(Named("domain/mental", both(text)),),
        related=(Named("perspective/client", both(text)), study(text)),
        places=("4.3.1, p. 24",),
        citations=citations(text),
    )


def contradiction(text: str = "Botst") -> ContradictionOf:
    """Two findings that pull apart."""
    sides = tuple(
        Side(f"finding/s/{code}", element(text), code, both(text))
        for code in ("supports", "qualifies")
    )
    return ContradictionOf("contradiction/s/t1", both(text), sides, ("4.2",))
