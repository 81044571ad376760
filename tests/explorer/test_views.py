"""Each page: what must be on it is on it, and whatever stands in the data stays text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest

from evidence_explorer.markup import Markup, join
from evidence_explorer.selection import (
    LANGUAGES,
    Cells,
    Language,
    Mode,
    Note,
    Selection,
    href,
)
from evidence_explorer.views import (
    about,
    accessibility,
    compare,
    element,
    frame,
    gaps,
    lists,
    matrix,
    recommendations,
    source,
    start,
)
from evidence_explorer.views.element import Known
from evidence_explorer.views.judged import judged
from evidence_explorer.views.matrix_filters import Choices
from evidence_explorer.views.narrowed import Narrowed
from evidence_explorer.views.parts import study_choice
from evidence_explorer.words import words
from evidence_graph.queries.answers import Cell, Named, Page, Text
from evidence_graph.queries.behind import Behind
from evidence_graph.queries.filtering import Filters
from evidence_graph.queries.told_answers import ElementContext, SourceContext
from tests.explorer import network_samples, samples
from tests.explorer.reading import Read, read
from tests.explorer.samples import HOSTILE

ALLOWED = {
    *(
        "a",
        "aside",
        "b",
        "bdi",
        "caption",
        "cite",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "footer",
    ),
    *("h1", "h2", "h3", "header", "img", "li", "nav", "ol", "p", "q", "section", "span", "strong"),
    *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    *("button", "fieldset", "form", "input", "label", "legend", "option", "select", "pre"),
}
ATTRIBUTES = {
    *("alt", "aria-current", "aria-hidden", "aria-label", "class", "colspan", "data-view"),
    *("height", "href", "hreflang", "id", "lang", "rel", "role", "rowspan", "scope", "src"),
    *("tabindex", "title", "width"),
    *("autocomplete", "checked", "enterkeyhint", "for", "hidden", "maxlength", "name"),
    *("placeholder", "selected", "type", "value", "aria-expanded", "open", "data-at", "data-auto"),
    *("aria-pressed", "data-go"),
    *("data-base", "data-done", "data-next", "data-previous", "data-stop", "data-tour"),
    *("data-copied", "data-copy-text", "data-not-copied", "download", "target"),
    *("data-tour-offer", "data-tour-start", "data-trail", "data-what"),
    *("data-in", "data-keep", "max", "min", "open"),
}


def _matrix(text: str, language: Language) -> Markup:
    chosen = Filters(sources=("source/barnhoorn-2013",), since=2010)
    return matrix.page(
        samples.known_matrix(text), words(language), Selection(language=language, filters=chosen)
    ).body


def _element(text: str, language: Language) -> Markup:
    return element.page(
        Known(
            samples.element_page(text),
            samples.findings(text, pages=3, number=1),
            samples.element_context(text),
            samples.domains(text),
            (samples.history(text),),
        ),
        words(language),
        Selection(page="element", language=language, element="element/alliance", number=1),
    ).body


def _source(text: str, language: Language) -> Markup:
    return source.page(
        source.Known(
            samples.source_page(text),
            samples.findings(text),
            samples.source_context(text),
            (samples.publication(text),),
        ),
        words(language),
        Selection(page="source", language=language, source="source/barnhoorn-2013"),
    ).body


def _recommendations(text: str, language: Language) -> Markup:
    selection = Selection(page="recommendations", language=language)
    found = (samples.recommendation(text),)
    studies = (samples.study(text), Named("source/other", Text(text, text)))
    return recommendations.page(found, studies, words(language), selection).body


def _about(text: str, language: Language) -> Markup:
    selection = Selection(page="about", language=language)
    other = Named("source/other", Text(text, text))
    studies = (samples.study(text), other)
    return about.page(samples.study_context(text), studies, words(language), selection).body


def _lists(text: str, language: Language) -> Markup:
    said, selection = words(language), Selection(language=language)
    rows = samples.matrix(text).rows
    first = lists.elements(rows, 99, (samples.layer(text),), said, selection).body
    second = lists.sources((samples.source_row(text),), 1, said, selection).body
    return Markup(first.html + second.html)


def _network(text: str, language: Language) -> Markup:
    html = network_samples.page("rings", text, language, network_samples.ALLIANCE).html
    for mode in get_args(Mode):
        html += network_samples.page(mode, text, language).html
    return Markup(html)


def _start(text: str, language: Language) -> Markup:
    matrix_of = samples.matrix(text)
    look = start.FirstLook(
        rows=samples.network(text).nodes,
        columns=samples.domains(text),
        cells={row.id: row.cells for row in matrix_of.rows},
        elements=1,
        sources=2,
        findings=3,
    )
    return start.page(look, words(language), Selection(language=language)).body


def _frame(text: str, language: Language) -> Markup:
    said, selection = words(language), Selection(language=language, query=text)
    notes = frame.remarks([Note("page", text)], said)
    assert notes is not None
    head, foot = frame.head(selection, said), frame.foot(selection, said)
    return Markup(head.html + notes.html + foot.html)


PAGES: dict[str, Callable[[str, Language], Markup]] = {
    "matrix": _matrix,
    "compare": lambda text, language: join(
        *(
            compare.page(
                known,
                words(language),
                Selection(page="compare", language=language, compared=compared),
            ).body
            for known, compared in (
                (samples.beside_elements(text), ("element/alliance", "element/trust")),
                (samples.beside_domains(text), ("domain/mental", "domain/preventive")),
            )
        )
    ),
    "gaps": lambda text, language: (
        gaps.page(
            samples.unknown(text),
            words(language),
            Selection(page="gaps", language=language, without=("source/barnhoorn-2013",)),
        ).body
    ),
    "element": _element,
    "source": _source,
    "lists": _lists,
    "network": _network,
    "frame": _frame,
    "start": _start,
    "accessibility": lambda text, language: (
        accessibility.page(
            text, words(language), Selection(page="accessibility", language=language)
        ).body
    ),
    "recommendations": _recommendations,
    "about": _about,
}


def _hrefs(found: Read) -> list[str]:
    return [str(one["href"]) for one in found.all("a")]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_text_on_every_page(name: str, language: Language, text: str) -> None:
    found = read(PAGES[name](text, language))
    harmless = read(PAGES[name]("harmless", language))
    assert text in found.text
    assert [tag for tag, _ in found.tags] == [tag for tag, _ in harmless.tags]
    assert {tag for tag, _ in found.tags} <= ALLOWED
    assert {name for _, attributes in found.tags for name in attributes} <= ATTRIBUTES
    for one in found.all("a"):
        outward = str(one["href"]).startswith("https://example.org/")
        assert outward == ("noopener" in str(one.get("rel", "")))
        assert outward or str(one["href"]).startswith(("?", "#", "evidence/cite/"))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_links_keep_the_language(name: str, language: Language) -> None:
    other = "en" if language == "nl" else "nl"
    found = read(PAGES[name]("x", language))
    for one in found.all("a"):
        if str(one["href"]).startswith("?"):
            wanted = other if one.get("hreflang") else language
            assert str(one["href"]).endswith(f"language={wanted}")


def test_no_dutch_phrase_in_english_and_the_other_way_round() -> None:
    assert "Nog niet beoordeeld" not in read(_matrix("x", "en")).text
    assert "Not yet assessed" not in read(_matrix("x", "nl")).text


def test_exceptions_stand_before_everything_that_is_claimed() -> None:
    text = read(_element("Alliantie", "nl")).text
    order = ["Let op de uitzondering", "Hoe zeker", "Wat de bronnen zeggen"]
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)


def test_findings_are_grouped_by_what_they_say() -> None:
    html = _element("Alliantie", "nl").html
    order = ["direction-supports", "direction-conditional", "direction-qualifies"]
    order += ["direction-contradicts", "[novel]"]
    assert [html.index(one) for one in order] == sorted(html.index(one) for one in order)


def test_a_relay_names_who_relays_and_is_not_counted_as_support() -> None:
    text = read(_element("Pijnenburg", "nl")).text
    assert "via Pijnenburg nl Van horen zeggen" in text
    assert "verschillende bronnen6" in text
    assert "alleen van horen zeggen; die tellen niet als steun2" in text


def test_the_study_is_not_named_twice_for_its_own_statement() -> None:
    html = _element("x", "en").html
    finding = html.split('<ol class="findings">')[1].split("</li></ul>")[0]
    assert finding.count("Integraal werken (2018)") == 1
    assert "own statement" in finding


def test_a_source_that_was_not_found_is_said_so() -> None:
    assert "bron nog niet gevonden" in read(_element("x", "nl")).text


def test_the_domain_that_one_came_from_is_marked() -> None:
    page, found, domains = samples.element_page(), samples.findings(), samples.domains()
    known = Selection(page="element", element=page.id, domain="domain/mental")
    html = element.page(Known(page, found, ElementContext(), domains), words("nl"), known).body.html
    assert '<tr class="here">' in html
    unknown = replace(known, domain="domain/preventive")
    text = read(
        element.page(Known(page, found, ElementContext(), domains), words("nl"), unknown).body
    ).text
    assert "U koos het domein “Jeugd 3 nl”. Daar is nog niets vastgelegd." in text


def _narrowed(selection: Selection, behind: Behind) -> Read:
    page, choices = samples.element_page(), samples.known_matrix().choices
    known = Known(
        page,
        behind.page,
        ElementContext(),
        samples.domains(),
        narrowed=Narrowed(behind, choices),
    )
    return read(element.page(known, words("nl"), selection).body)


NARROW = Selection(
    page="element",
    element="element/alliance",
    domain="domain/mental",
    number=1,
    filters=Filters(layers=("layer/task",), lanes=("effect",), since=2010),
)


def test_findings_that_were_chosen_come_first_and_say_of_how_many_they_are() -> None:
    found = _narrowed(NARROW, Behind(samples.findings(), 260))
    total = samples.findings().total
    assert f"U ziet {total} van de 260 bevindingen" in found.text
    order = ["Let op de uitzondering", "Wat de bronnen zeggen", "Hoe zeker"]
    assert [found.text.index(one) for one in order] == sorted(map(found.text.index, order))
    assert "doorzocht" not in found.text


def test_each_choice_of_findings_can_be_dropped_and_all_at_once() -> None:
    found = _narrowed(NARROW, Behind(samples.findings(), 260))
    links = {str(one["href"]) for one in found.all("a")}
    kept = replace(NARROW, number=0, filters=replace(NARROW.filters, layers=()))
    for less in (
        replace(kept, domain=None),
        replace(kept, filters=replace(kept.filters, lanes=())),
        replace(kept, filters=replace(kept.filters, since=None)),
        replace(kept, domain=None, filters=Filters()),
    ):
        assert href(less) in links
    # The way back leads to the overview with all that was chosen there.
    assert href(Selection(page="matrix", filters=NARROW.filters)) in links
    assert "Laag: " not in found.text


def test_findings_that_were_not_looked_through_are_told() -> None:
    nothing = Page((), 0, 1, 3)
    text = _narrowed(NARROW, Behind(nothing, 90_000, looked_through=20_000)).text
    assert "alleen de eerste 20.000 zijn doorzocht" in text
    assert "Geen van de bevindingen past daarbij." not in text


def test_no_finding_fits() -> None:
    text = _narrowed(NARROW, Behind(Page((), 0, 0, 0), 26)).text
    assert "U ziet 0 van de 26 bevindingen" in text
    assert "Geen van de bevindingen past daarbij." in text
    assert "Er zijn nog geen bevindingen" not in text


def test_a_part_of_the_findings_is_not_counted_as_all() -> None:
    group = '<span class="badge">1 op deze pagina</span>'
    assert group in _element("x", "nl").html
    page = replace(samples.findings(), pages=1)
    known = Known(samples.element_page(), page, ElementContext(), samples.domains())
    assert group not in element.page(known, words("nl"), Selection()).body.html


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "geen enkele bron rechtstreeks"), (1, "maar één bron"), (2, "")],
)
def test_thin_support_is_said(count: int, said: str) -> None:
    page = replace(samples.element_page(), source_count=count)
    html = element.page(
        Known(page, samples.findings(), ElementContext(), samples.domains()),
        words("nl"),
        Selection(),
    ).body
    text = read(html).text
    assert said in text
    assert (count > 1) == ("maar één bron" not in text and "geen enkele bron" not in text)


def test_domains_without_anything_are_named() -> None:
    text = read(_element("Jeugd", "nl")).text
    assert "Niets vastgelegd in: Jeugd 1 nl, Jeugd 3 nl." in text


def test_findings_have_a_page_before_and_after() -> None:
    links = {str(one.get("rel")): str(one["href"]) for one in read(_element("x", "nl")).all("a")}
    here = Selection(page="element", element="element/alliance", number=1)
    assert links["prev"] == href(replace(here, number=0))
    assert links["next"] == href(replace(here, number=2))


def test_an_element_without_findings() -> None:
    nothing = Page((), 0, 0, 0)
    bare = replace(
        samples.element_page(), cells=(), exceptions=(), relations=(), broader=(), narrower=()
    )
    found = element.page(
        Known(bare, nothing, ElementContext(), samples.domains()), words("nl"), Selection()
    )
    text = read(found.body).text
    assert "Er zijn nog geen bevindingen vastgelegd." in text
    assert "Let op" not in text


def test_a_finding_tells_its_outcome_lane_and_kind_of_evidence() -> None:
    text = read(_element("Rust", "nl")).text
    for said in (
        "Uitkomst: Rust nl",
        "Spoor: Ervaring",
        "Soort bewijs: Kwalitatief onderzoek",
        "Hoe het element is onderzocht: Samenhang",
    ):
        assert said in text


def test_an_assessment_tells_its_reasons_and_who_made_it() -> None:
    text = read(_element("Band", "nl")).text
    for said in (
        "Hoe is dit beoordeeld?",
        "Gunstig",
        "beoordeeld op 1 november 2026",
        "Band, Band 2",
        "Waarom het afwijkt van wat de regels voorstellen",
    ):
        assert said in text


def test_what_nobody_judged_says_so() -> None:
    html = judged((), words("en"), Selection(page="element", language="en"))
    assert "Nobody has assessed this element yet" in read(html).text


def test_a_word_of_the_field_is_explained_once_in_a_list() -> None:
    marks = [one["data-what"] for one in read(_element("x", "nl")).all("button")]
    assert len(marks) == len(set(marks))
    assert {"State/N0", "Lane/experience"} <= set(marks)


def test_synonyms_are_of_the_language_only() -> None:
    assert "Heet ook: naam nl" in read(_element("naam", "nl")).text
    assert "Also called: naam en" in read(_element("naam", "en")).text


def test_what_is_not_known_of_a_source_is_said() -> None:
    bare = replace(samples.source_page(), authors=(), year=None, title="", source_type="unknown")
    known = source.Known(bare, samples.findings(), SourceContext(), ())
    found = source.page(known, words("nl"), Selection(page="source"))
    assert read(found.body).text.count("niet bekend") == 4


def test_a_source_shows_what_rests_on_it_alone_and_who_tells_of_it() -> None:
    text = read(_source("Barnhoorn", "nl")).text
    for said in ("Wat als deze bron wegvalt?", "Doorverteld door", "Vertelt zelf door over"):
        assert said in text


def test_things_that_are_gone_are_explained_with_a_way_out() -> None:
    said = words("nl")
    one = Selection(page="element", element="element/<b>")
    found = read(element.gone(said, one).body)
    assert "“<b>”" in found.text
    assert _hrefs(found) == ["?page=elements&language=nl"]
    other = Selection(page="source", source="source/x")
    assert _hrefs(read(source.gone(said, other).body)) == ["?page=sources&language=nl"]


def test_the_rows_before_and_after() -> None:
    said = words("en")
    rows = samples.matrix().rows
    middle = lists.elements(rows, 200, (), said, Selection(page="elements", row=50))
    links = {str(one.get("rel")): str(one["href"]) for one in read(middle.body).all("a")}
    assert links["prev"] == "?page=elements&language=nl"
    assert links["next"] == "?page=elements&row=101&language=nl"
    past = lists.elements((), 200, (), said, Selection(page="elements", row=500))
    assert "past the end" in read(past.body).text


@pytest.mark.parametrize("code", ["N1", "N2", "P1", "P2", "P3", "Z", "H", "M"])
def test_every_state_shows_its_own_word_and_shape(code: str) -> None:
    rows = (
        replace(
            samples.matrix().rows[0], cells=(Cell("element/alliance", "domain/youth", code, 1, 1),)
        ),
    )
    known = samples.known_matrix()
    known = replace(known, answer=replace(known.answer, rows=rows))
    for cells in get_args(Cells):
        html = matrix.page(known, words("nl"), Selection(cells=cells)).body.html
        box = html[html.index("<tbody") : html.index("<tfoot")]
        assert f"signs/{code}.svg" in box
        assert f'aria-label="{words("nl").state(code)}, ' in box


def test_relations_that_were_left_out_are_counted() -> None:
    page = samples.element_page()
    page = replace(page, relation_count=len(page.relations) + 41)
    html = element.page(
        Known(page, samples.findings(), ElementContext(), samples.domains()),
        words("en"),
        Selection(),
    ).body
    assert "41 more relations are not shown." in read(html).text


def test_what_several_places_say_of_two_elements_is_one_relation() -> None:
    page = samples.element_page()
    once = page.relations[0]
    page = replace(page, relations=(once, replace(once, paraphrase=Text("Nog eens.", "Again."))))
    html = element.page(
        Known(page, samples.findings(), ElementContext(), samples.domains()),
        words("en"),
        Selection(),
    ).body
    text = read(html).text
    assert text.count("Who says so?") == text.count("Who says so? (2 statements)") == 1
    assert "Again." in text


def test_a_load_that_is_going_on_is_said() -> None:
    assert "may be incomplete" in read(frame.loading(words("en"))).text
    assert "onvolledig" in read(frame.loading(words("nl"))).text


def test_an_element_stands_in_the_middle_of_its_network_however_few_its_sources() -> None:
    links = {str(one["href"]) for one in read(_element("x", "nl")).all("a")}
    ident = "element/alliance"
    assert href(Selection(page="network", element=ident, mode="around", centre=ident)) in links


def test_findings_past_the_end_lead_to_the_start() -> None:
    page = replace(samples.findings(), findings=(), pages=2, number=98)
    known = Known(samples.element_page(), page, ElementContext(), samples.domains())
    here = Selection(page="element", element="element/alliance", number=98)
    found = read(element.page(known, words("nl"), here).body)
    assert "Dit is voorbij het einde. Ga naar het begin." in found.text
    links = {str(one["href"]) for one in found.all("a")}
    assert href(replace(here, number=0)) in links
    assert href(replace(here, number=97)) not in links


def test_a_chosen_source_that_is_gone_is_named_by_its_key() -> None:
    chosen = replace(NARROW, filters=Filters(sources=("source/gone-1999",)))
    assert "Bron: gone-1999" in _narrowed(chosen, Behind(samples.findings(), 26)).text
    bare = Choices((), samples.domains(), ())
    assert bare.name("sources", "source/gone-1999", words("nl")) == "gone-1999"


def test_a_study_that_is_gone_is_said() -> None:
    study = samples.study()
    for asked, gone in ((study.id, False), ("source/gone-1999", True), (None, False)):
        choice = study_choice(study, [study], words("nl"), Selection(source=asked))
        assert (
            "De studie van deze link staat hier niet (meer): “gone-1999”." in read(choice).text
        ) == gone
