"""The map as a way to look at an answer: on every timeline, in either language, as a part."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import make
from tests.views.test_control import taking
from timeline.actions import cities
from timeline.models import City, CityName
from timeline.models.vocabulary import NameKind
from timeline.views import atlas

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def record(db: None) -> City:
    raqqa = make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01")
    mosul = make.city("Mosul", country="IQ", latitude="36.34", longitude="43.13")
    isis = make.faction("ISIS")
    taking(mosul, make.faction("Iraqi forces"), isis, "2017-07-10")
    taking(raqqa, make.faction("SDF"), isis, "2017-10-17")
    make.event(when="2014", published=True)
    make.event(when="2014", city=make.city("Dabiq"), published=True)
    return raqqa


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    "address",
    [
        "/?view=map",
        "/cities/raqqa/?view=map",
        "/factions/isis/?view=map",
        "/?city=mosul&city=raqqa&view=map",
        "/ar/?view=map",
    ],
)
def test_every_timeline_has_its_map(client: Client, address: str) -> None:
    page = shown(client, address)
    assert 'class="map"' in page
    assert "js/map.js" in page
    assert "css/map.css" in page


@pytest.mark.parametrize("view", ["list", "lanes", "map", "table"])
def test_an_empty_record_says_so_in_every_view(client: Client, view: str) -> None:
    page = client.get("/", {"view": view}, follow=True)
    assert page.status_code == 200
    assert "Nothing" in page.content.decode()


@pytest.mark.usefixtures("record")
def test_the_list_loads_nothing_of_the_map(client: Client) -> None:
    page = shown(client, "/cities/raqqa/")
    assert "map.js" not in page
    assert "map.css" not in page


@pytest.mark.usefixtures("record")
def test_a_mark_says_city_number_and_holder_and_leads_to_the_city(client: Client) -> None:
    page = shown(client, "/?view=map")
    assert "Raqqa: 1 event; held by SDF, since 17 October 2017" in page
    assert 'href="/?city=raqqa&amp;view=map"' in page
    assert "who held it on 17 October 2017, the last day of the record" in page


@pytest.mark.usefixtures("record")
def test_a_chosen_city_can_be_taken_off(client: Client) -> None:
    page = shown(client, "/?city=mosul&city=raqqa&view=map")
    assert page.count('aria-current="true"><title>Take off') == 2
    assert "Take off Raqqa: 1 event" in page


@pytest.mark.usefixtures("record")
def test_what_is_not_on_the_map_is_counted_in_words(client: Client) -> None:
    page = shown(client, "/?view=map")
    assert '1 event has no city: it stands in <a href="/?city=none">the list</a> only.' in page
    assert "1 city whose place is not known is in" in page


@pytest.mark.usefixtures("record")
def test_the_order_of_the_list_survives_the_map(client: Client) -> None:
    page = shown(client, "/?order=newest&view=map")
    assert 'href="/?city=raqqa&amp;order=newest&amp;view=map"' in page
    assert '<a href="/?city=none&amp;order=newest">the list</a>' in page


def test_without_any_coordinates_there_is_a_list_and_no_map(client: Client) -> None:
    make.event(city=make.city("Dabiq"), published=True)
    page = shown(client, "/?view=map")
    assert 'class="map"' not in page
    assert "Cities by number of events" in page


def test_a_record_without_events_has_a_page_for_its_map(client: Client) -> None:
    make.withdrawn("Taken back", city=make.city(latitude=35.95, longitude=39.01))
    page = shown(client, "/?view=map")
    assert '<div id="results"' in page
    assert '<svg class="map"' not in page


@pytest.mark.usefixtures("record")
def test_htmx_gets_the_part_with_the_map(client: Client) -> None:
    response = client.get("/?city=raqqa&view=map", headers=HTMX)
    assert response["HX-Push-Url"] == "/?city=raqqa&view=map"
    assert "<html" not in response.content.decode()
    assert 'class="map"' in response.content.decode()


def test_names_are_in_the_readers_language(client: Client, record: City) -> None:
    CityName.objects.create(city=record, name="الرقة", language="ar", kind=NameKind.OFFICIAL)
    cities.saved(record, by=None)
    page = shown(client, "/ar/?view=map")
    assert "الرقة" in page
    assert "سوريا" in page


@pytest.mark.usefixtures("record")
def test_numbers_in_a_drawing_are_written_for_machines_in_any_language(client: Client) -> None:
    for address in ("/?view=map", "/ar/?view=map"):
        drawn = re.findall(r' (?:r|cx|cy|dx|dy)="([^"]*)"', shown(client, address))
        assert drawn
        assert all(re.fullmatch(r"-?[0-9.]+%?", number) for number in drawn)


@pytest.mark.usefixtures("record")
def test_no_pattern_stands_twice_on_the_page_of_a_city(client: Client) -> None:
    found = re.findall(r' id="([^"]*)"', shown(client, "/cities/raqqa/?view=map"))
    assert len(found) == len(set(found))


@pytest.mark.usefixtures("record")
def test_a_map_costs_few_queries_and_none_for_its_cities_when_drawn_before(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(20):
        shown(client, "/?view=map")
    with django_assert_max_num_queries(6):
        shown(client, "/?view=map")


def test_a_finger_hits_a_lone_city_beside_its_mark_and_close_ones_apart(client: Client) -> None:
    raqqa = make.city("Raqqa", latitude="35.95", longitude="39.01")
    make.event(city=raqqa, published=True)
    assert re.findall('class="target" [^>]* r="([^"]*)"', shown(client, "/?view=map")) == ["12.0"]
    beside = make.city("Tabqa", latitude="35.95", longitude="39.06")
    make.event(city=beside, published=True)
    near = [
        float(r)
        for r in re.findall('class="target" [^>]* r="([^"]*)"', shown(client, "/?to=2030&view=map"))
    ]
    assert all(5.5 <= radius < 12 for radius in near)


@pytest.mark.usefixtures("record")
def test_small_marks_lie_upon_large_ones_even_where_a_small_one_is_chosen(client: Client) -> None:
    make.event(city=City.objects.get(name="Mosul"), published=True)
    page = shown(client, "/?city=raqqa&view=map")
    assert re.findall("<title>(?:Take off )?(Mosul|Raqqa)", page.split("data-frame")[1]) == [
        "Mosul",
        "Raqqa",
    ]


@pytest.mark.usefixtures("record")
def test_only_the_cities_with_the_most_events_are_drawn(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atlas, "MOST_MARKS", 1)
    page = shown(client, "/?city=raqqa&view=map")
    assert 'id="mark-' in page
    assert page.count('id="mark-') == 1
    assert "Take off Raqqa" in page
    assert "1 city with fewer events than those drawn is in the list only." in page
