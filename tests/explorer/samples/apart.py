"""What is not known, and what stands side by side."""

from __future__ import annotations

from dataclasses import replace

from evidence_explorer.views.gaps_lists import Unknown
from evidence_graph.queries.compare import Compared, DomainBeside, ElementBeside, Sources
from evidence_graph.queries.gaps import Asked, Fallen, Gaps, Spot, Thin
from evidence_graph.queries.overview import Basis, Box, Line
from evidence_graph.queries.told_answers import ElementContext
from tests.explorer.samples.context import element_context
from tests.explorer.samples.pages import element_page
from tests.explorer.samples.things import both, contradiction, domains, source, study, told


def unknown(text: str = "Alliantie") -> Unknown:
    """Something of each kind that is not known."""
    one, two = (
        Line(f"element/{name}", n, both(text), frozenset(), frozenset(), ())
        for n, name in enumerate(("alliance", "trust"))
    )
    away = source()
    found = Gaps(
        boxes=8,
        empty=6,
        unknown_domains=domains(text)[:1],
        untouched=(two,),
        unsupported=(two,),
        only_relayed=(Thin(two, (), (away.id,)),),
        one_source=(Thin(one, (away.id,)),),
        one_study=(Thin(one, (away.id, "source/of-the-same")),),
        searched=(Spot(two, "domain/mental", "N1"),),
        contested=(Spot(one, "domain/mental", "M"),),
        pulling=(one,),
    )
    return Unknown(
        gaps=found,
        domains=domains(text),
        known={"domain/mental": 1},
        elements=2,
        sources={away.id: away},
        carried={away.id: 2},
        fallen=(Fallen(one, 1, 0, 1, 0), Fallen(two, 3, 2, 2, 1)),
        studies=(study(),),
        asked=Asked(
            gaps=(
                told("KnowledgeGap", text, "open-question"),
                told("KnowledgeGap", text, "named-gap"),
            ),
            open_points=(told("OpenPoint", text, "missing"),),
            contradictions=(contradiction(text),),
        ),
    )


def beside_elements(text: str = "Alliantie") -> Compared:
    """Two elements side by side, of which the second holds less."""
    page = element_page(text)
    other = replace(page, id="element/trust", label=both("Vertrouwen"), cells=(), exceptions=())
    other = replace(other, source_count=0, independent_count=0, layers=page.layers)
    away = source(text)
    alone = Sources(frozenset({away.id}), frozenset(), frozenset({away.id}))
    shared = Sources(frozenset({away.id}), frozenset({away.id}), frozenset())
    return Compared(
        elements=(
            ElementBeside(page, element_context(text), {"supports": 3, "qualifies": 1}, alone),
            ElementBeside(other, ElementContext(), {"supports": 9}, shared),
        ),
        gone=("element/away",),
        lines=(Line("element/third", 0, both(text), frozenset(), frozenset(), ()),),
        choices=domains(text),
        names={away.id: away},
    )


def beside_domains(text: str = "Jeugd") -> Compared:
    """Two domains side by side: one element known in both, one in the first only."""
    away = source(text)
    basis = Basis("supports", "", "", (away.id,), (), ())
    one, two = domains(text)[2:]
    lines = tuple(
        Line(f"element/{name}", n, both(f"{text} {name}"), frozenset(), frozenset(), ())
        for n, name in enumerate(("first", "common"))
    )
    behind = Sources(frozenset({away.id}), frozenset({away.id}), frozenset())
    box = Box(one.id, "N0", ((2, basis),))
    return Compared(
        domains=(
            DomainBeside(
                one,
                {"element/first": box, "element/common": box},
                4,
                {"supports": 4},
                behind,
                1,
            ),
            DomainBeside(two, {"element/common": box}, 2, {"supports": 2}, behind, 1),
        ),
        lines=lines,
        choices=domains(text),
        names={away.id: away},
    )
