"""Names, dates and numbers in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_literature.dates import Date, read_date
from evidence_literature.names import Name, read_inverted, tidy_name, write_inverted
from evidence_literature.numbers import doi, doi_in_address, isbns, pages, same_address
from tests.literature.making import records


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yperen, Tom van", Name("Yperen", "Tom", "van")),
        ("Van Yperen, Tom", Name("Yperen", "Tom", "Van")),
        ("van den Berg, J.", Name("Berg", "J.", "van den")),
        ("in 't Veld, A.", Name("Veld", "A.", "in 't")),
        ("Van der, J.", Name("der", "J.", "Van")),
        ("Le Guin, Ursula", Name("Le Guin", "Ursula")),
        ("de la Fontaine, Jean", Name("Fontaine", "Jean", "de la")),
        ("Bos, An, Jr.", Name("Bos", "An", suffix="Jr.")),
        ("Bos JA", Name("Bos", "JA")),
        ("RIVM", Name(literal="RIVM")),
        ("Movisie,", Name(literal="Movisie")),
        ("Jan Bos", Name(literal="Jan Bos")),
        ("Raad voor Zorg,, Welzijn en Sport", Name(literal="Raad voor Zorg, Welzijn en Sport")),
        ("Raad voor Zorg, Welzijn en Sport", Name(literal="Raad voor Zorg, Welzijn en Sport")),
    ],
)
def test_names_as_tools_write_them(text: str, name: Name) -> None:
    assert read_inverted(text) == name
    assert read_inverted(write_inverted(name)) == name


@given(records)
def test_every_name_comes_back(record: object) -> None:
    for name in (*getattr(record, "authors", ()), *getattr(record, "editors", ())):
        assert tidy_name(name) == name
        assert read_inverted(write_inverted(name)) == name


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2013", Date(2013)),
        ("2013-05", Date(2013, 5)),
        ("2013/05/12/", Date(2013, 5, 12)),
        ("2013///", Date(2013)),
        ("12-05-2013", Date(2013, 5, 12)),
        ("12 mei 2013", Date(2013, 5, 12)),
        ("May 12, 2013", Date(2013, 5, 12)),
        ("2013 mrt", Date(2013, 3)),
        ("2024-02-01T10:15:00Z", Date(2024, 2, 1)),
        ("z.d.", Date(literal="z.d.")),
        ("in druk", Date(literal="in druk")),
        ("cop. 2010", Date(2010, literal="cop. 2010")),
        ("2013a", Date(2013, literal="2013a")),
        ("2013-2015", Date(2013, literal="2013-2015")),
        ("", None),
    ],
)
def test_dates_as_tools_and_people_write_them(text: str, date: Date | None) -> None:
    assert read_date(text) == date


@given(st.dates())
def test_every_day_is_read(day: object) -> None:
    iso = str(day)
    found = read_date(iso)
    assert found is not None
    assert f"{found.year:04}-{found.month:02}-{found.day:02}" == iso


def test_numbers_in_one_form() -> None:
    assert doi("https://doi.org/10.5555/A.b") == doi("doi: 10.5555/A.b") == "10.5555/A.b"
    assert doi_in_address("http://dx.doi.org/10.5555/1") == "10.5555/1"
    assert doi_in_address("https://example.org/10.5555/1") == ""
    assert isbns("978-90-5931-000-1 geb.; 90 5931 000 4") == ("9789059310001",)
    assert isbns("978-90-5931-000-2, 1234567890123") == ()
    assert pages("12--34") == pages("12 – 34") == "12-34"
    assert pages("123-45") == "123-145"
    assert pages("S3-S9") == "S3-S9"
    assert pages("e12") == "e12"


def test_addresses_are_the_same_or_not() -> None:
    given = "https://www.example.org/rapport/?utm_source=brief#p3"
    assert same_address(given) == same_address("example.org/rapport") == "example.org/rapport"
    assert same_address("https://example.org/a?id=1") != same_address("https://example.org/a?id=2")
    assert same_address("https://example.org/") == ""
    assert same_address("https://example.org/", site=True) == "example.org"
    assert same_address("http://[broken") == ""
