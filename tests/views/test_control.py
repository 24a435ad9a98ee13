"""Who held each city on a day: the page, its faults, its part for htmx, and the file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests import make
from timeline.actions import events
from timeline.models import City, Event, Faction
from timeline.models.vocabulary import ControlState, Kind, Role
from timeline.views import control_day

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def taking(city: City, captor: Faction, former: Faction, when: str) -> Event:
    return make.event(
        f"{captor} takes {city}",
        kind=Kind.CAPTURED,
        when=when,
        city=city,
        factions=[(captor, Role.CAPTOR), (former, Role.FORMER_HOLDER)],
        grade="confirmed",
        published=True,
    )


@pytest.fixture
def record(db: None) -> Event:
    """Raqqa and Mosul were ISIS's; Mosul fell in July, Raqqa on 17 October 2017, the last day."""
    raqqa = make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01")
    mosul = make.city("Mosul", country="IQ", latitude="36.34", longitude="43.13")
    isis, sdf, army = make.faction("ISIS"), make.faction("SDF"), make.faction("Iraqi forces")
    taking(mosul, army, isis, "2017-07-10")
    make.event("A protest", kind=Kind.PROTEST, when="2013", city=make.city("Idlib"), published=True)
    return taking(raqqa, sdf, isis, "2017-10-17")


def groups(client: Client, address: str) -> dict[str, list[str]]:
    found = client.get(address).context["groups"]
    return {group.name: [each.city.name for each in group.holdings] for group in found}


def told(client: Client, address: str = "/control.json") -> dict[str, Any]:
    document: dict[str, Any] = json.loads(client.get(address).content)
    return document


def city(document: dict[str, Any], slug: str) -> dict[str, Any]:
    (found,) = (each for each in document["cities"] if each["city"] == slug)
    return dict(found)


def test_cities_are_grouped_by_who_held_them_and_the_unknown_come_last(
    client: Client, record: Event
) -> None:
    assert groups(client, "/control/?on=2017-07-09") == {
        "Held by ISIS": ["Mosul", "Raqqa"],
        "Not known who held it": ["Idlib"],
    }
    assert list(groups(client, "/control/?on=2017-08-01")) == [
        "Held by ISIS",
        "Held by Iraqi forces",
        "Not known who held it",
    ]


def test_without_a_day_the_last_one_of_the_record_is_shown(client: Client, record: Event) -> None:
    response = client.get("/control/")
    assert response.context["day"] == date(2017, 10, 17)
    assert "on the last day of the record" in response.content.decode()


def test_the_page_names_city_beginning_and_proof(client: Client, record: Event) -> None:
    body = client.get("/control/?on=2017-10-17").content.decode()
    for words in ("Raqqa", "17 October 2017", record.get_absolute_url(), "SDF takes Raqqa"):
        assert words in body
    assert "Mosul: held by Iraqi forces, since 10 July 2017" in body


def test_the_changes_before_and_after_lead_on(client: Client, record: Event) -> None:
    context = client.get("/control/?on=2017-08-01").context
    assert context["previous"].url == "/control/?on=2017-07-10"
    assert context["next"].url == "/control/?on=2017-10-17"
    assert [turn.words for turn in context["next"].turns] == ["Raqqa: ISIS to SDF"]
    last = client.get(context["next"].url).context
    assert (last["previous"].day, last["next"]) == (date(2017, 7, 10), None)


def test_the_day_of_a_change_and_the_fifteen_days_around_it_tell_of_it(
    client: Client, record: Event
) -> None:
    for day, count in (("2017-10-01", 0), ("2017-10-02", 1), ("2017-11-01", 1), ("2017-11-02", 0)):
        assert len(client.get(f"/control/?on={day}").context["around"]) == count, day


def test_every_change_stands_on_the_scale_and_every_year_is_a_link(
    client: Client, record: Event
) -> None:
    scale = client.get("/control/?on=2017-08-01").context["scale"]
    assert [url for _, url in scale.dots] == ["/control/?on=2017-07-10", "/control/?on=2017-10-17"]
    assert [(cell.label, cell.chosen) for cell in scale.cells] == [
        *((str(year), False) for year in range(2013, 2017)),
        ("2017", True),
    ]


def test_a_day_outside_the_record_stands_at_the_end_of_the_scale(
    client: Client, record: Event
) -> None:
    assert client.get("/control/?on=9999-12-31").context["scale"].x == "100%"
    assert client.get("/control/?on=1000-01-01").context["scale"].x == "0%"


def test_steps_stay_within_the_record(client: Client, record: Event) -> None:
    steps = client.get("/control/?on=2017-10-17").context["steps"]
    assert [step.url.partition("=")[2] for step in steps] == [
        "2016-10-17",
        "2017-09-17",
        "2017-10-16",
    ]


@pytest.mark.parametrize(
    ("day", "months", "days", "there"),
    [
        (date(2016, 2, 29), 12, 0, date(2017, 2, 28)),
        (date(2017, 3, 31), -1, 0, date(2017, 2, 28)),
        (date(2017, 12, 31), 1, 0, date(2018, 1, 31)),
        (date(2017, 1, 1), 0, -1, date(2016, 12, 31)),
        (date(1, 1, 1), -1, 0, date(1, 1, 1)),
        (date(9999, 12, 31), 0, 1, date(9999, 12, 31)),
    ],
)
def test_a_step_ends_in_the_calendar(day: date, months: int, days: int, there: date) -> None:
    assert control_day.moved(day, months=months, days=days) == there


def test_the_map_has_the_cities_whose_places_are_known(client: Client, record: Event) -> None:
    drawn = client.get("/control/?on=2017-10-17").context["map"]
    assert [each.holding.city.name for each in drawn.cities] == ["Raqqa", "Mosul"]
    assert drawn.unplaced == 1
    assert "1 city whose place is not known" in client.get("/control/").content.decode()


def test_without_any_place_there_is_no_map(client: Client) -> None:
    make.event(city=make.city(), published=True)
    assert client.get("/control/").context["map"] is None


@pytest.mark.parametrize(
    "query",
    ["on=2016", "on=2016-13-01", "on=today", "on=0999-01-01", "on=2016-05-01&on=2016-05-02"],
)
def test_what_is_no_day_is_told_beside_the_field_and_shows_no_city(
    client: Client, record: Event, query: str
) -> None:
    response = client.get(f"/control/?{query}")
    body = response.content.decode()
    assert response.status_code == 400
    assert 'id="on-fault"' in body
    assert "Raqqa" not in body


def test_a_parameter_that_is_not_known_is_a_fault(client: Client, record: Event) -> None:
    response = client.get("/control/?on=2016-05-01&city=raqqa")
    assert response.status_code == 400
    assert "“city” is not something this page can be asked." in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("?on=", "/control/"),
        ("?on=+2016-05-01", "/control/?on=2016-05-01"),
        ("?on=2016-05-01&utm_source=x", "/control/?on=2016-05-01"),
        ("?fbclid=1", "/control/"),
    ],
)
def test_other_writings_of_an_address_lead_to_the_one_that_counts(
    client: Client, asked: str, canonical: str
) -> None:
    response = client.get(f"/control/{asked}")
    assert (response.status_code, response["Location"]) == (302, canonical)


def test_htmx_gets_the_day_alone(client: Client, record: Event) -> None:
    body = client.get("/control/?on=2017-10-17", headers=HTMX).content.decode()
    assert body.lstrip().startswith("<title>Control on 17 October 2017")
    assert "<html" not in body
    assert "HX-Request" in client.get("/control/", headers=HTMX)["Vary"]


def test_an_empty_record_says_so(client: Client) -> None:
    response = client.get("/control/")
    assert response.status_code == 200
    assert "Nothing published yet" in response.content.decode()
    assert told(client)["cities"] == []
    assert told(client)["on"] is None


def test_a_draft_is_not_shown_and_a_withdrawn_event_proves_nothing(
    client: Client, record: Event
) -> None:
    draft = make.city("Tabqa")
    make.event(city=draft)
    events.withdraw(record, by=make.editor(), note="It did not happen.")
    body = client.get("/control/?on=2017-10-17").content.decode()
    assert "Tabqa" not in body
    assert record.get_absolute_url() not in body


def test_the_queries_do_not_grow_with_the_cities(
    client: Client, record: Event, django_assert_max_num_queries: Any
) -> None:
    isis, sdf = Faction.objects.get(name="ISIS"), Faction.objects.get(name="SDF")
    for number in range(5):
        taking(make.city(f"Town {number}"), sdf, isis, f"2017-08-0{number + 1}")
    with django_assert_max_num_queries(12):
        client.get("/control/?on=2017-08-03")
    with django_assert_max_num_queries(4):
        client.get("/control/?on=2017-08-03")


def test_the_file_tells_of_every_city(client: Client, record: Event) -> None:
    document = told(client, "/control.json?on=2017-08-01")
    assert document["on"] == "2017-08-01"
    assert document["edition"] == document["about"]["edition"] > 0
    assert document["about"]["question"] == "http://testserver/control.json?on=2017-08-01"
    assert [each["city"] for each in document["cities"]] == ["idlib", "mosul", "raqqa"]
    assert city(document, "raqqa") == {
        "city": "raqqa",
        "name": "Raqqa",
        "faction": "isis",
        "factions": ["isis"],
        "state": "held",
        "contested": False,
        "since": None,
        "until": {"earliest": "2017-10-16", "latest": "2017-10-16"},
        "events": [
            {"id": record.pk, "url": f"http://testserver{record.get_absolute_url()}"},
        ],
    }
    assert city(document, "mosul")["since"] == {"earliest": "2017-07-10", "latest": "2017-07-10"}
    assert city(document, "idlib")["state"] == "unknown"


def test_the_file_names_nobody_alone_where_a_city_is_contested_or_changing(
    client: Client, record: Event
) -> None:
    idlib, factions = City.objects.get(name="Idlib"), list(Faction.objects.order_by("name"))
    day = date(2015, 5, 1)
    make.held(idlib, *factions[:2], first=day, last=day, state=ControlState.CONTESTED)
    contested = city(told(client, "/control.json?on=2015-05-01"), "idlib")
    assert (contested["faction"], contested["contested"]) == (None, True)
    assert contested["factions"] == ["iraqi-forces", "isis"]


def test_an_unreadable_question_to_the_file_is_answered_in_its_format(client: Client) -> None:
    response = client.get("/control.json?on=never&x=1")
    assert response.status_code == 400
    assert set(json.loads(response.content)["faults"]) == {"", "on"}


def test_the_file_drops_tracking_and_answers_who_asks_for_its_head(
    client: Client, record: Event
) -> None:
    assert told(client, "/control.json?utm_source=x")["on"] == "2017-10-17"
    response = client.head("/control.json")
    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Disposition"] == 'inline; filename="control.json"'


def test_every_field_of_the_file_is_told_of(client: Client, record: Event) -> None:
    told_of = (Path(__file__).parents[2] / "docs" / "control.md").read_text()
    document = told(client)
    for field in {*document, *document["cities"][0]}:
        assert f"`{field}`" in told_of, field
