"""The front page: what stands above the timeline of everything, and when it does."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import make
from tests.views.test_timeline import HTMX
from timeline.actions import events
from timeline.models import City, Event
from timeline.models.vocabulary import Grade, Role
from timeline.paging import FIRST_OF_ALL

pytestmark = pytest.mark.django_db

FRONT = 'class="front"'
SECTIONS = ["Ask the record", "Who held which city", "Where it happened", "The last events"]
SECTIONS += ["Changed in the record", "Factions", "How to read a record"]


@pytest.fixture
def fall() -> Event:
    city = make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01")
    isis, sdf = make.faction("ISIS"), make.faction("SDF")
    roles = [(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER)]
    return make.event("The SDF takes the city", city=city, factions=roles, published=True)


def body(client: Client, address: str = "/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.usefixtures("fall")
def test_the_front_page_says_what_there_is_to_read(client: Client) -> None:
    page = body(client)
    for section in SECTIONS:
        assert section in page
    assert "<title>Syria, 2017 – Dateline</title>" in page
    assert "1 event in 1 city, from 17 October 2017 to 17 October 2017" in page


@pytest.mark.usefixtures("fall")
def test_every_link_of_the_front_leads_straight_to_its_page(client: Client) -> None:
    page = body(client)
    front = page[page.index(FRONT) : page.index('id="results"')]
    for address in set(re.findall(r'href="(/[^"]*)"', front)):
        assert client.get(unescape(address)).status_code == 200, address


@pytest.mark.usefixtures("fall")
def test_the_timeline_of_everything_stands_under_it(client: Client) -> None:
    page = body(client)
    assert page.index(FRONT) < page.index('id="results"')
    assert 'id="question"' in page


def test_only_the_first_events_stand_under_it_and_the_others_follow(client: Client) -> None:
    for number in range(FIRST_OF_ALL + 2):
        make.event(when=f"2017-10-{number + 1:02}", published=True)
    first = client.get("/").context
    assert len(first["page"].events) == FIRST_OF_ALL
    second = client.get(first["next"]).context
    assert [event.sorted_on.day for event in second["page"].events] == [16, 17]


@pytest.mark.usefixtures("fall")
@pytest.mark.parametrize(
    "address", ["/?q=SDF", "/?order=newest", "/?from=2017", "/?city=raqqa", "/ar/?q=SDF"]
)
def test_with_any_question_the_timeline_stands_alone(client: Client, address: str) -> None:
    page = body(client, address)
    assert FRONT not in page
    assert "The SDF takes the city" in page


@pytest.mark.usefixtures("fall")
def test_an_unreadable_question_shows_no_front(client: Client) -> None:
    assert FRONT not in client.get("/?colour=red").content.decode()


@pytest.mark.usefixtures("fall")
def test_the_results_of_a_question_take_the_front_away(client: Client) -> None:
    part = client.get("/?q=SDF", headers=HTMX).content.decode()
    assert '<div id="subject" hx-swap-oob="true">' in part
    assert FRONT not in part
    assert "hx-swap-oob" not in client.get("/cities/raqqa/?q=SDF", headers=HTMX).content.decode()


@pytest.mark.usefixtures("fall")
@pytest.mark.parametrize(
    ("address", "whole"), [("/", "/"), ("/?from=&q=", "/"), ("/ar/?q=", "/ar/")]
)
def test_without_a_question_the_front_is_asked_for_whole(
    client: Client, address: str, whole: str
) -> None:
    assert client.get(address, headers=HTMX)["HX-Redirect"] == whole


@pytest.mark.usefixtures("fall")
def test_going_back_to_the_front_brings_it_back(client: Client) -> None:
    headers = HTMX | {"HX-History-Restore-Request": "true"}
    assert FRONT in client.get("/", headers=headers).content.decode()


def test_an_empty_record_says_how_it_fills(client: Client) -> None:
    page = body(client)
    assert "Nothing is published yet" in page
    assert 'href="/admin/"' in page
    assert "How to read a record" in page
    assert "Who held which city" not in page


def test_one_event_about_nobody_and_nowhere_breaks_nothing(client: Client) -> None:
    event = make.event("A statement", published=True)
    page = body(client)
    assert "1 event, from 17 October 2017" in page
    assert event.get_absolute_url() in page


def test_drafts_refuted_and_withdrawn_events_are_in_no_section(client: Client, fall: Event) -> None:
    city = make.city("Atlantis", latitude="10", longitude="10")
    hidden: dict[str, Any] = {"city": city, "factions": [(make.faction("Nobody"), Role.CAPTOR)]}
    today = timezone.now().date().replace(year=2015).isoformat()
    make.event("Sunk in a draft", when=today, **hidden)
    make.event("Sunk and refuted", when=today, grade=Grade.REFUTED, published=True, **hidden)
    make.withdrawn("Sunk and withdrawn", when=today, **hidden)
    page = body(client)
    front = page[page.index(FRONT) : page.index('id="results"')]
    assert fall.headline in front
    for words in ("Sunk", "Atlantis", "Nobody"):
        assert words not in front


def test_a_correction_stands_under_what_changed_with_its_reason(
    client: Client, fall: Event
) -> None:
    fall.headline = "The SDF takes the whole city"
    fall.save()
    events.correct(fall, by=make.editor(), note="The last district fell too.")
    page = body(client)
    assert "The last district fell too." in page
    assert "corrected" in page


def test_the_front_follows_the_record_at_once(client: Client, fall: Event) -> None:
    assert "Palmyra" not in body(client)
    make.event(city=make.city("Palmyra"), published=True)
    assert "Palmyra" in body(client)


def test_names_stand_in_the_language_of_the_page(client: Client, fall: Event) -> None:
    city = City.objects.get()
    city.called_in = {"ar": "الرقة"}
    city.save()
    page = body(client, "/ar/")
    assert "الرقة" in page
    assert 'href="/ar/cities/raqqa/"' in page


@pytest.mark.parametrize("number", [1, 12])
def test_a_front_that_is_kept_takes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    city, faction = make.city(), make.faction()
    for _ in range(number):
        make.event(city=city, factions=[(faction, Role.CAPTOR)], published=True)
    client.get("/")
    with django_assert_max_num_queries(6):
        client.get("/")


def test_a_front_is_drawn_in_as_many_queries_for_many_events_as_for_few(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(1, 13):
        city, roles = (
            make.city(),
            [(make.faction(), Role.CAPTOR), (make.faction(), Role.FORMER_HOLDER)],
        )
        when = date(2017, 10, day).isoformat()
        make.event(when=when, city=city, factions=roles, published=True)
    with django_assert_max_num_queries(50):
        client.get("/")
