"""The lists of all cities and all factions."""

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import make
from tests.views.test_control import taking
from timeline.models import City, Faction
from timeline.models.vocabulary import ControlState, Grade, Kind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def raqqa() -> City:
    """ISIS lost it to the SDF in 2017; there was a protest in 2014."""
    city = make.city("Raqqa", country="SY", spellings=["Rakka"])
    make.event("A protest", kind=Kind.PROTEST, when="2014-03", city=city, published=True)
    taking(city, make.faction("SDF"), make.faction("ISIS"), "2017-10-17")
    return city


def rows(client: Client, address: str) -> dict[str, str]:
    """Names to what stands in their rows, as text."""
    page = client.get(address).content.decode()
    found = {}
    for row in re.findall(r"<tr data-names.*?</tr>", page, re.DOTALL):
        cells = [
            re.sub(r"<[^>]*>|\s+", " ", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)
        ]
        name, *others = [" ".join(cell.split()) for cell in cells]
        found[name] = " | ".join(others)
    return found


@pytest.mark.usefixtures("raqqa")
def test_a_city_is_listed_with_its_holder_years_and_number_of_events(client: Client) -> None:
    assert rows(client, "/cities/") == {"Raqqa": "held by SDF | 2014–2017 |  | 2"}


@pytest.mark.usefixtures("raqqa")
def test_a_faction_is_listed_with_the_cities_it_holds_in_the_end(client: Client) -> None:
    assert rows(client, "/factions/") == {
        "ISIS rebel group": " | 2017 |  | 1",
        "SDF rebel group": "1 city | 2017 |  | 1",
    }


def test_nobody_holds_a_contested_city(client: Client, raqqa: City) -> None:
    sides = Faction.objects.filter(name__in=["ISIS", "SDF"])
    make.held(raqqa, *sides, first=date(2017, 10, 18), state=ControlState.CONTESTED)
    assert rows(client, "/cities/")["Raqqa"].startswith("contested")
    assert not any("1 city" in row for row in rows(client, "/factions/").values())


@pytest.mark.usefixtures("raqqa")
def test_cities_stand_under_their_countries_and_those_without_one_last(client: Client) -> None:
    for name, country in (("Mosul", "IQ"), ("Atlantis", "")):
        make.event(city=make.city(name, country=country), published=True)
    page = client.get("/cities/").content.decode()
    lands = ["Iraq", "Mosul", "Syria", "Raqqa", "Country not given", "Atlantis"]
    places = [page.index(f">{name}</") for name in lands]
    assert places == sorted(places)


def test_names_stand_in_the_order_of_the_readers_language(client: Client) -> None:
    for name, arabic in (("Aleppo", "حلب"), ("Tabqa", "الطبقة"), ("Zabadani", "الباب")):
        city = make.city(name, called_in={"ar": arabic})
        City.objects.filter(pk=city.pk).update(called_in={"ar": arabic})
        make.event(city=city, published=True)
    assert list(rows(client, "/cities/")) == ["Aleppo", "Tabqa", "Zabadani"]
    assert list(rows(client, "/ar/cities/")) == ["الباب", "حلب", "الطبقة"]


@pytest.mark.usefixtures("raqqa")
def test_every_spelling_is_there_to_be_found(client: Client) -> None:
    assert 'data-names="Rakka | Raqqa"' in client.get("/cities/").content.decode()


def test_what_readers_find_no_event_of_is_not_listed(client: Client) -> None:
    roles = [(make.faction("Nobody"), Role.CAPTOR)]
    make.event(city=make.city("Atlantis"), factions=roles)
    make.event(city=make.city("Thule"), factions=roles, grade=Grade.REFUTED, published=True)
    for address in ("/cities/", "/factions/"):
        response = client.get(address)
        assert "Nothing published yet" in response.content.decode()
        assert rows(client, address) == {}


@pytest.mark.parametrize("address", ["/cities/", "/factions/"])
def test_a_list_that_is_kept_takes_two_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    for _ in range(3):
        make.event(city=make.city(), factions=[(make.faction(), Role.CAPTOR)], published=True)
    client.get(address)
    with django_assert_max_num_queries(2):
        client.get(address)
