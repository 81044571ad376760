"""Made-up networks for the tests of the drawing: 28 elements, 60 elements, and hostile texts.

The layers are those of the study; elements, relations and counts are invented.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from evidence_graph.queries.answers import Layer, Network, NetworkEdge, NetworkNode, Text

_LAYERS = (
    ("client", "Cliënt", "Client", 0, ""),
    ("interaction", "Interactie", "Interaction", 1, ""),
    ("values", "Waarden", "Values", 1, "interaction"),
    ("alliance", "Alliantie", "Alliance", 2, ""),
    ("personal-alliance", "Persoonlijke alliantie", "Personal alliance", 2, "alliance"),
    ("task-alliance", "Taakalliantie", "Task alliance", 2, "alliance"),
    ("professional", "Professional", "Professional", 3, ""),
    ("competences", "Competenties", "Competences", 3, "professional"),
    (
        "interventions",
        "Interventies en hulpaanbod",
        "Interventions and services",
        3,
        "professional",
    ),
    ("organisation", "Organisatie", "Organisation", 4, ""),
    ("team", "Team", "Team", 5, ""),
    ("policy", "Beleid", "Policy", 6, ""),
    ("policy-national", "Landelijk beleid", "National policy", 6, "policy"),
    ("policy-regional", "Regionaal beleid", "Regional policy", 6, "policy"),
    ("policy-municipal", "Gemeentelijk beleid", "Municipal policy", 6, "policy"),
    ("result", "Resultaat", "Result", None, ""),
)
LAYERS = tuple(
    Layer(
        id=f"layer/{slug}",
        label=Text(nl, en),
        definition=Text(),
        order=order,
        ring=ring,
        broader=f"layer/{broader}" if broader else None,
    )
    for order, (slug, nl, en, ring, broader) in enumerate(_LAYERS, start=1)
)

_ELEMENTS = """
client|Motivatie|Motivation|4
values|Gelijkwaardigheid|Equality|3
values|Rechtvaardigheid|Justice|1
values|Integriteit|Integrity|1
alliance|Alliantie|Alliance|18
personal-alliance|Persoonlijke alliantie|Personal alliance|7
personal-alliance|Vertrouwen|Trust|9
personal-alliance|Respect|Respect|5
personal-alliance|Eigen regie|Self-direction|11
personal-alliance|Nabijheid en distantie|Closeness and distance|1
personal-alliance|Oprechte aandacht|Sincere attention|2
task-alliance|Taakgerichte alliantie|Task alliance|6
task-alliance|Overeenstemming over doelen|Agreement on goals|8
task-alliance|Praktische hulp|Practical help|4
task-alliance|Structuur bieden|Offering structure|1
task-alliance|Betrekken van het sociale netwerk|Involving the social network|12
task-alliance|Duidelijkheid over rollen|Clarity about roles|1
task-alliance|Regelmatig evalueren|Regular evaluation|2
competences|Empathie|Empathy|6
competences|Oplossingsgericht werken|Solution-focused working|3
competences|Motiverende gespreksvoering|Motivational interviewing|5
competences|Vakkennis|Professional knowledge|1
competences|Reflectie|Reflection|2
competences|Samenwerken met andere hulpverleners|Working with other professionals|10
competences|Flexibiliteit|Flexibility|1
competences|Outreachend werken|Outreach work|3
competences|Veiligheid inschatten|Assessing safety|1
competences|Krachtgericht werken|Strengths-based working|7
"""
_KINDS = (
    "contributes-to",
    "precondition-of",
    "part-of",
    "conflicts-with",
    "predicts",
    "expresses",
)
_OTHER_STATES = {4: (("P2", 1), ("N0", 7)), 8: (("M", 1), ("N0", 6)), 15: (("P1", 2), ("N0", 3))}
_EXTRA_LAYERS = ("organisation", "team", "competences", "personal-alliance", "interventions")

STATE_WORDS = {
    "nl": {
        "N0": "Nog niet beoordeeld",
        "P1": "Eerste aanwijzingen",
        "P2": "Goede aanwijzingen",
        "M": "Bronnen spreken elkaar tegen",
    },
    "en": {
        "N0": "Not yet assessed",
        "P1": "First indications",
        "P2": "Good indications",
        "M": "Sources contradict",
    },
}
KIND_WORDS = {
    "nl": {
        "contributes-to": "draagt bij aan",
        "precondition-of": "is voorwaarde voor",
        "part-of": "is deel van",
        "conflicts-with": "kan botsen met",
        "predicts": "voorspelt",
        "expresses": "is een uiting van",
    },
    "en": {kind: kind.replace("-", " ") for kind in _KINDS},
}


def _node(number: int, layer: str, label: Text, sources: int) -> NetworkNode:
    return NetworkNode(
        id=f"element/e{number:02d}",
        label=label,
        layer=f"layer/{layer}",
        finding_count=2 * sources,
        source_count=sources,
        exception_count=1 if number in {8, 13, 26} else 0,
        states=_OTHER_STATES.get(number, (("N0", 7),)),
        reported_count=1 if number == 4 else 0,
    )


def _edges(count: int, factor: int) -> tuple[NetworkEdge, ...]:
    """Tie every element to two or three others, by a fixed rule."""
    found = {}
    for number in range(count):
        for turn in range(1 + number % 2):
            other = (number * factor + 5 * turn + 3) % count
            if other != number:
                kind = _KINDS[(number + 2 * turn) % len(_KINDS)]
                pair = (f"element/e{number:02d}", f"element/e{other:02d}", kind)
                found[pair] = NetworkEdge(*pair, count=1 + (number % 7 == 0))
    return tuple(found.values())


def network_of_28() -> Network:
    """Make the smaller network.

    Returns:
        28 elements on the rings of the study.
    """
    nodes = []
    for number, line in enumerate(_ELEMENTS.split("\n")[1:-1]):
        layer, nl, en, sources = line.split("|")
        nodes.append(_node(number, layer, Text(nl, en), int(sources)))
    edges = (*_edges(28, 3), NetworkEdge("element/e06", "element/e04", "conflicts-with", 1))
    return Network(LAYERS, tuple(nodes), edges)


def network_of_60() -> Network:
    """Make the larger network.

    Returns:
        60 elements, some on rings that are empty in the smaller one.
    """
    small = network_of_28()
    nodes = list(small.nodes)
    for number in range(28, 60):
        layer = _EXTRA_LAYERS[number % len(_EXTRA_LAYERS)]
        base = small.nodes[number % 28].label
        label = Text(f"{base.nl} in het gezin", f"{base.en} in the family")
        nodes.append(_node(number, layer, label, number % 9))
    return Network(LAYERS, tuple(nodes), _edges(60, 7), left_out=12)


def network_of(size: int) -> Network:
    """Make a network of any size, for measurements: far more than anybody can read.

    Args:
        size: How many elements.

    Returns:
        The elements, spread over the rings, each tied to one or two others.
    """
    base = network_of_60().nodes
    nodes = tuple(
        replace(base[number % len(base)], id=f"element/e{number:02d}") for number in range(size)
    )
    return Network(LAYERS, nodes, _edges(size, 7))


def neighbourhood() -> Network:
    """Make a neighbourhood.

    Returns:
        The smaller network with distances from its fifth element.
    """
    network = network_of_28()
    centre = "element/e04"
    distances = {centre: 0}
    for step in (1, 2):
        for edge in network.edges:
            for here, there in ((edge.start, edge.end), (edge.end, edge.start)):
                if distances.get(here) == step - 1:
                    distances.setdefault(there, step)
    nodes = tuple(
        NetworkNode(
            node.id,
            node.label,
            node.layer,
            node.finding_count,
            node.source_count,
            node.exception_count,
            node.states,
            distances[node.id],
        )
        for node in network.nodes
        if node.id in distances
    )
    edges = tuple(e for e in network.edges if {e.start, e.end} <= set(distances))
    return Network(LAYERS, nodes, edges, centre=centre)


def sources() -> Network:
    """Make a network of sources.

    Returns:
        Five sources, the elements that they carry, and who leans on whom.
    """
    elements = tuple(replace(node, distance=2) for node in network_of_28().nodes[:10])
    names = (
        "Berg (2010)",
        "Dal en Vliet (2014)",
        "Van der Made e.a. (2016)",
        "Oever",
        "Ven (1999)",
    )
    found = tuple(
        NetworkNode(
            f"source/s{number}", Text(name, name), "", 4, 0, 0, (), 1, element_count=4, tie_count=6
        )
        for number, name in enumerate(names)
    )
    modes = ("read", "own", "relayed")
    edges = [
        NetworkEdge(source.id, elements[(3 * number + step) % 10].id, f"carries-{mode}", step + 1)
        for number, source in enumerate(found)
        for step, mode in enumerate(modes)
    ]
    edges.append(NetworkEdge("source/s0", "source/s4", "relays", 1))
    return Network(LAYERS, (*found, *elements), tuple(edges), kind="sources")


def path() -> Network:
    """Make two paths of three steps.

    Returns:
        Six elements, their distance counting from the start.
    """
    places = (0, 1, 1, 2, 2, 3)
    nodes = tuple(
        replace(node, distance=place)
        for node, place in zip(network_of_28().nodes, places, strict=False)
    )
    steps = ((0, 1), (0, 2), (1, 3), (2, 4), (3, 5), (4, 5))
    edges = tuple(
        NetworkEdge(nodes[a].id, nodes[b].id, kind, 1)
        for (a, b), kind in zip(steps, _KINDS, strict=True)
    )
    return Network(LAYERS, nodes, edges, centre=nodes[0].id, kind="path")


def domain() -> Network:
    """Make the network of a domain.

    Returns:
        A domain with two near it and six elements.
    """
    names = ("Jeugdhulp", "Zorg", "Jeugdbescherming en jeugdreclassering")
    domains = tuple(
        NetworkNode(
            f"domain/d{number}", Text(name, name), "", 0, 0, 0, (), min(number, 1), element_count=6
        )
        for number, name in enumerate(names)
    )
    elements = tuple(replace(node, distance=2) for node in network_of_28().nodes[4:10])
    edges = [NetworkEdge(node.id, "domain/d0", "known-in", 1) for node in elements]
    edges += [NetworkEdge(one.id, "domain/d0", "broader", 1) for one in domains[1:]]
    return Network(LAYERS, (*domains, *elements), tuple(edges), centre="domain/d0", kind="domain")


HOSTILE = (
    "<img src=x onerror=\"globalThis.pwned='img'\">",
    "</script><script>globalThis.pwned='script'</script>",
    "![x](http://outside.example/x.png) [link](javascript:globalThis.pwned=1)",
    "Hulpverleningsrelatiekwaliteitsverbeteringsinstrumentarium" * 4,
    "\u202eomgekeerd\u202c \u200frechts\u200e naar links",
    "**vet** <b>bold</b> <a href='http://outside.example'>href</a> &lt;i&gt;",
    "\u2028 regel \u2029 einde \x00 nul ${globalThis.pwned=2} {{7*7}}",
)


def hostile_network() -> Network:
    """Make a network whose every text tries to be something else.

    Returns:
        A few elements, with a layer and relation kinds that are hostile as well.
    """
    layers = (
        Layer("layer/client", Text(HOSTILE[0], HOSTILE[0]), Text(), 1, 0, None),
        Layer("layer/x", Text(HOSTILE[1], HOSTILE[1]), Text(), 2, 1, None),
    )
    nodes = tuple(
        NetworkNode(f"element/{text}", Text(text, text), "layer/x", 1, 1, 1, ((text, 1),))
        for text in HOSTILE
    )
    edges = tuple(NetworkEdge(a.id, b.id, HOSTILE[0], 1) for a, b in pairwise(nodes))
    return Network(layers, nodes, edges)


NETWORKS = {
    "28": network_of_28,
    "60": network_of_60,
    "neighbourhood": neighbourhood,
    "hostile": hostile_network,
    "sources": sources,
    "path": path,
    "domain": domain,
}
