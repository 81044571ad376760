"""The address is the state: what a reader chose comes back from the address, in the browser too."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from typing import get_args

import pytest
from playwright.sync_api import Page

from evidence_explorer.selection import (
    LANGUAGES,
    PAGES,
    Cells,
    Columns,
    Found,
    Mode,
    Selection,
    from_query,
    href,
    to_query,
)
from evidence_graph.queries.filtering import Filters, Order
from tests.browser.reader import settled, visit
from tests.explorer.test_old_links import LINKS

pytestmark = pytest.mark.browser

ELEMENTS = ("element/alliance", "element/self-direction", "element/trust", "element/not-there")
SOURCES = ("source/barnhoorn-2013", "source/pijnenburg-2010", "source/not-there")
DOMAINS = ("domain/social-domain", "domain/youth-mental-health", "domain/not-there")
CODES = {"states": ("N0", "P1", "M"), "kinds": ("qualitative",), "lanes": ("experience", "effect")}


def _some(chance: random.Random, known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(chance.sample(known, chance.randint(0, min(2, len(known)))))


def states(number: int) -> list[Selection]:
    """Selections with something chosen in every field; the same on every machine."""
    chance = random.Random(5)  # noqa: S311 the same states every time, no secret
    found = []
    for _ in range(number):
        one = chance.choice
        found.append(
            Selection(
                page=one(PAGES),
                language=one(LANGUAGES),
                element=one((None, *ELEMENTS)),
                source=one((None, *SOURCES)),
                domain=one((None, *DOMAINS)),
                mode=one(get_args(Mode)),
                centre=one((None, *ELEMENTS)),
                goal=one((None, *ELEMENTS)),
                steps=one((1, 2, 3)),
                opened=_some(chance, ELEMENTS),
                faint=_some(chance, ("state/N0", "kind/part-of")),
                number=one((0, 0, 1)),
                row=one((0, 0, 10)),
                columns=one(get_args(Columns)),
                cells=one(get_args(Cells)),
                folded=_some(chance, DOMAINS),
                sort=one(get_args(Order)),
                filters=Filters(
                    layers=_some(chance, ("layer/client", "layer/alliance")),
                    domains=_some(chance, DOMAINS),
                    states=_some(chance, CODES["states"]),
                    sources=_some(chance, SOURCES),
                    kinds=_some(chance, CODES["kinds"]),
                    lanes=_some(chance, CODES["lanes"]),
                    perspectives=_some(chance, ("perspective/client",)),
                    since=one((None, 2010)),
                    until=one((None, 2017)),
                ),
                query=one((None, "vertrouwen", "wat helpt?")),
                found=one(get_args(Found)),
                compared=_some(chance, one((ELEMENTS, DOMAINS))),
                without=_some(chance, SOURCES),
                embed=one((False, False, True)),
            )
        )
    return found


def test_every_field_is_chosen_and_two_hundred_states_come_back() -> None:
    found = states(200)
    for field in fields(Selection):
        assert len({getattr(one, field.name) for one in found}) > 1, field.name
    for field in fields(Filters):
        assert len({getattr(one.filters, field.name) for one in found}) > 1, field.name
    for one in found:
        assert from_query(to_query(one)).selection == one


@pytest.mark.parametrize("number", range(20))
def test_a_sent_link_shows_the_same_view(
    page: Page, explorer: str, outside_requests: list[str], number: int
) -> None:
    selection = states(200)[number * 7]
    visit(page, explorer, href(selection))
    shown = page.locator("[data-view]").last
    assert shown.get_attribute("data-view") == href(selection)
    assert page.locator("html").get_attribute("lang") == selection.language
    first = page.locator("#main").inner_text()
    assert "Er ging iets mis" not in first
    assert "Something went wrong" not in first
    # Whoever gets the link from the address bar sees what the sender saw.
    address = page.url
    other = page.context.new_page()
    other.goto(address)
    settled(other, href(selection))
    assert other.locator("#main").inner_text() == first
    assert other.locator(".ways").count() == (0 if selection.embed else 1)
    other.close()
    assert outside_requests == []


@pytest.mark.parametrize(("old", "now"), LINKS[::4])
def test_an_old_link_opens(page: Page, explorer: str, old: str, now: str) -> None:
    visit(page, explorer, old)
    assert page.locator("[data-view]").last.get_attribute("data-view") == now
    assert page.locator("h1").count() == 1


def test_the_language_is_part_of_the_address() -> None:
    one = states(1)[0]
    other = replace(one, language="en" if one.language == "nl" else "nl")
    assert href(one) != href(other)
