"""The timeline in lanes, as a page: its faults, its queries, what it says of each event."""

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import make
from timeline.actions import cities
from timeline.models import CityName, Event
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def fall() -> Event:
    raqqa = make.city("Raqqa", country="SY")
    CityName.objects.create(city=raqqa, name="الرقة", language="ar")
    cities.saved(raqqa, by=None)
    sdf, isis = make.faction("SDF"), make.faction("ISIS")
    made = make.event(
        "The SDF takes the city",
        city=raqqa,
        factions=[(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER)],
        published=True,
    )
    make.event("A convoy leaves", when="[2017-10-13..2017-10-15]", published=True)
    return made


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_mark_leads_to_its_event_and_says_when_what_and_where(
    client: Client, fall: Event
) -> None:
    page = body(client, "/?view=lanes")
    assert f'href="{fall.get_absolute_url()}"' in page
    assert "<title>17 October 2017: The SDF takes the city (Raqqa)</title>" in page
    assert "No city given" in page
    assert "<h3 id=" in page
    assert "Syria</h3>" in page


def test_cities_stand_by_country_from_west_to_east_and_those_without_one_at_the_end(
    client: Client,
) -> None:
    for name, country, place in (
        ("Atlantis", "", {}),
        ("Mosul", "IQ", {"latitude": "36.34", "longitude": "43.13"}),
        ("Raqqa", "SY", {"latitude": "35.95", "longitude": "39.01"}),
        ("Aleppo", "SY", {"latitude": "36.2", "longitude": "37.16"}),
        ("Nowhere", "SY", {}),
    ):
        make.event(city=make.city(name, country=country, **place), published=True)
    make.event("A convoy leaves", published=True)
    shown = re.findall(r"<h[34][^>]*>(?:<a[^>]*>)?([^<]+)", body(client, "/?view=lanes"))
    cities = ["Iraq", "Mosul", "Syria", "Aleppo", "Raqqa", "Nowhere", "Atlantis", "No city given"]
    assert shown[shown.index("Iraq") :] == cities


def test_each_lane_says_how_many_events_it_has_and_leads_to_their_list(
    client: Client, fall: Event
) -> None:
    assert '<a href="/?city=raqqa">1 event</a>' in body(client, "/?view=lanes")
    assert '<a href="/?faction=sdf">1 event</a>' in body(client, "/?view=lanes&lanes=faction")
    assert "/cities/raqqa/?faction=isis" in body(client, "/cities/raqqa/?view=lanes")
    assert '<a href="/?city=none">1 event</a>' in body(client, "/?view=lanes")


def test_the_ground_of_a_citys_lane_is_who_held_it(client: Client, fall: Event) -> None:
    page = body(client, "/?view=lanes")
    assert "contested between ISIS and SDF; from: 17 October 2017; to: not on record" in re.findall(
        "<title>(.*?)</title>", page
    )
    assert "Who held Raqqa when" not in body(client, "/?view=lanes&lanes=faction")


def test_other_days_are_links_that_keep_the_rest_of_the_question(
    client: Client, fall: Event
) -> None:
    page = body(client, "/?city=raqqa&from=2016&to=2017&view=lanes")
    assert 'href="/?city=raqqa&amp;from=2016&amp;to=2016&amp;view=lanes"' in page
    assert 'id="lanes-all" class="way-all" href="/?city=raqqa&amp;view=lanes"' in page
    assert "The record ends here." in page


@pytest.mark.parametrize(
    "address",
    ["/?view=lanes&lanes=country", "/?view=lanes&page=1", "/?view=lanes&page=two", "/?view=lane"],
)
@pytest.mark.usefixtures("fall")
def test_what_lanes_cannot_be_asked_is_a_fault(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert "The SDF takes the city" not in response.content.decode()


@pytest.mark.usefixtures("fall")
@pytest.mark.parametrize("address", ["/?from=1990&to=1991&view=lanes", "/?q=zebra&view=lanes"])
def test_where_nothing_answers_no_lane_is_drawn(client: Client, address: str) -> None:
    page = body(client, address)
    assert 'id="lanes"' not in page
    assert 'class="empty"' in page


def test_an_empty_record_has_no_lanes(client: Client) -> None:
    assert "Nothing published yet" in body(client, "/?view=lanes")


def test_in_arabic_lanes_have_their_names_and_run_from_right_to_left(
    client: Client, fall: Event
) -> None:
    page = body(client, "/ar/?view=lanes")
    assert "الرقة" in page
    assert 'href="/ar/?city=raqqa"' in page
    places = [float(place) for place in re.findall(r'<line class="ax" x1="([\d.]+)%', page)]
    assert places == sorted(places, reverse=True)
    assert len(places) > 1


@pytest.mark.parametrize("address", ["/?view=lanes", "/?from=2016&view=lanes&lanes=faction"])
def test_lanes_once_drawn_need_few_queries_whatever_is_in_them(
    client: Client,
    fall: Event,
    address: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for month in range(1, 10):
        make.event(when=date(2017, month, 3).isoformat(), city=make.city(), published=True)
    client.get(address)
    with django_assert_max_num_queries(6):
        assert client.get(address).status_code == 200


def test_lanes_never_drawn_before_need_no_query_for_each_of_them(
    client: Client, fall: Event, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for month in range(1, 10):
        make.event(when=date(2017, month, 3).isoformat(), city=make.city(), published=True)
    client.get("/")
    with django_assert_max_num_queries(14):
        client.get("/?view=lanes")
