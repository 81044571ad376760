"""Answers of the network in each mode, made by hand, and its page put together as it is shown."""

from __future__ import annotations

from dataclasses import replace

from evidence_explorer.markup import Markup, join
from evidence_explorer.selection import Language, Mode, Selection
from evidence_explorer.views import network
from evidence_explorer.views.network_answers import Answers
from evidence_explorer.views.network_legend import legend
from evidence_explorer.views.network_pane import pane
from evidence_explorer.views.network_top import top
from evidence_explorer.views.network_twin import twin
from evidence_explorer.words import words
from evidence_graph.queries.answers import Network, NetworkEdge, NetworkNode
from evidence_graph.queries.paths import Paths
from tests.explorer import samples

ALLIANCE, TRUST = "element/alliance", "element/trust"
SOURCE, DOMAIN = "source/barnhoorn-2013", "domain/youth"


def selection(mode: Mode, language: Language = "nl", selected: str | None = None) -> Selection:
    """The view of a mode, everything chosen that can be."""
    centre = {"around": TRUST, "path": TRUST}.get(mode)
    return Selection(
        page="network",
        language=language,
        mode=mode,
        element=selected,
        centre=centre,
        goal=ALLIANCE if mode == "path" else None,
        source=SOURCE if mode == "sources" else None,
        domain=DOMAIN if mode == "domain" else None,
    )


def answers(mode: Mode, text: str = "Alliantie", selected: str | None = None) -> Answers:
    """What the graph says in a mode."""
    centre = selection(mode).centre
    found = Answers(
        network=replace(samples.network(text, centre), kind=mode),
        domains=samples.domains(text),
        names=(samples.element(text),),
    )
    if mode == "sources":
        found = replace(
            found,
            network=_carried(found.network, text),
            source=samples.source_page(text),
            names=(samples.source(text),),
        )
    if mode == "domain":
        found = replace(found, network=_known(found.network, text))
    if mode == "path":
        paths = Paths(found.network, ((TRUST, ALLIANCE),), True, (samples.relation(text),), False)
        found = replace(found, paths=paths)
    if selected:
        found = replace(found, element=samples.element_page(text), found=samples.findings(text))
    return found


def _carried(of: Network, text: str) -> Network:
    other = "source/study-2018"
    sources = tuple(
        NetworkNode(ident, samples.both(text), "", 4, 0, 0, (), 1, element_count=2, tie_count=3)
        for ident in (SOURCE, other)
    )
    edges = (
        NetworkEdge(SOURCE, ALLIANCE, "carries-read", 2),
        NetworkEdge(other, ALLIANCE, "carries-relayed", 1),
        NetworkEdge(other, SOURCE, "relays", 1),
    )
    return replace(of, nodes=(*sources, *of.nodes), edges=edges, centre=SOURCE)


def _known(of: Network, text: str) -> Network:
    domains = tuple(
        NetworkNode(ident, samples.both(text), "", 0, 0, 0, (), step, element_count=2)
        for step, ident in enumerate((DOMAIN, "domain/mental"))
    )
    edges = (
        NetworkEdge(ALLIANCE, DOMAIN, "known-in", 2),
        NetworkEdge("domain/mental", DOMAIN, "broader", 1),
    )
    return replace(of, nodes=(*domains, *of.nodes), edges=(*of.edges, *edges), centre=DOMAIN)


def page(
    mode: Mode, text: str = "Alliantie", language: Language = "nl", selected: str | None = None
) -> Markup:
    """Everything that stands around the picture."""
    here, found = selection(mode, language, selected), answers(mode, text, selected)
    said = words(language)
    drawn = network.picture(found, said, here)
    return join(
        top(found, said, here),
        pane(found, said, here),
        legend(drawn, said, here),
        twin(found, drawn, said, here),
    )
