"""What the front page finds in the record: nothing named beforehand, nothing that is not public."""

from datetime import date

import pytest
from django.test import Client

from tests import make
from timeline import holdings
from timeline.front.days import latest, on_this_day
from timeline.front.held import MOST_IN_KEY, held
from timeline.front.places import places
from timeline.front.questions import Question, Season, busiest, season_in_words, to_start_from
from timeline.front.ways import MOST, by_city, by_faction
from timeline.models import City, Event, Faction
from timeline.models.vocabulary import Grade, Kind, Role

pytestmark = pytest.mark.django_db


def taken(city: City, by: Faction, since: Faction, day: str) -> Event:
    roles = [(by, Role.CAPTOR), (since, Role.FORMER_HOLDER)]
    return make.event(when=day, city=city, factions=roles, grade=Grade.CONFIRMED, published=True)


@pytest.fixture
def raqqa() -> City:
    """ISIS takes it in 2014, the SDF in 2017 after two more fights that summer."""
    city = make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01")
    isis, sdf, rebels = make.faction("ISIS"), make.faction("SDF"), make.faction("Rebels")
    taken(city, isis, rebels, "2014-01-14")
    taken(city, sdf, isis, "2017-07-17")
    for day in ("2017-06-06", "2017-08-01"):
        fighting = [(sdf, Role.ATTACKER), (isis, Role.DEFENDER)]
        make.event(when=day, kind=Kind.CLASH, city=city, factions=fighting, published=True)
    return city


def asked() -> list[Question]:
    return to_start_from(holdings.read(), Event.objects.listed().per_faction())


@pytest.mark.usefixtures("raqqa")
def test_questions_follow_from_the_record() -> None:
    assert asked() == [
        (
            "What did ISIS do in Raqqa, summer 2017?",
            "/cities/raqqa/?faction=isis&from=2017-06&to=2017-08",
        ),
        ("Who held each city on 17 July 2017?", "/control/?on=2017-07-17"),
        ("How often did Raqqa change hands?", "/cities/raqqa/?kind=control"),
        ("Which events involve both ISIS and SDF?", "/?faction=isis&with=sdf"),
    ]


@pytest.mark.usefixtures("raqqa")
def test_a_question_about_doubt_is_asked_where_there_is_some() -> None:
    make.event("It is denied", grade=Grade.DISPUTED, published=True)
    assert asked()[-1] == ("Where do the sources contradict each other?", "/?evidence=disputed")


@pytest.mark.usefixtures("raqqa")
def test_every_question_opens_what_it_asks_for(client: Client) -> None:
    for question in asked():
        response = client.get(question.url)
        assert response.status_code == 200, "an address that redirects is not the canonical one"
        assert "No event in the record" not in response.content.decode()


def test_how_often_a_city_changed_hands_is_asked_only_if_it_did_so_again(db: None) -> None:
    mosul = make.city("Mosul")
    taken(mosul, make.faction("Army"), make.faction("ISIS"), "2017-07-10")
    assert not any("How often" in question.words for question in asked())


def test_nothing_is_asked_of_an_empty_record() -> None:
    assert asked() == []


def test_a_record_of_one_event_without_city_and_faction_is_asked_nothing() -> None:
    make.event("A statement", kind=Kind.STATEMENT, published=True)
    assert asked() == []


@pytest.mark.parametrize(
    ("months", "season", "words"),
    [
        (
            {date(2017, 6, 1): 1, date(2017, 8, 1): 1, date(2017, 9, 1): 1},
            "2017-06-01",
            "summer 2017",
        ),
        ({date(2016, 12, 1): 1, date(2017, 2, 1): 1}, "2016-12-01", "winter 2016–17"),
        ({date(2016, 3, 1): 1, date(2017, 3, 1): 1}, "2017-03-01", "spring 2017"),
    ],
)
def test_the_busiest_season_is_the_one_with_most_events_and_the_latest_of_several(
    months: dict[date, int], season: str, words: str
) -> None:
    found = busiest(months)
    assert found.first == date.fromisoformat(season)
    assert season_in_words(found) == words


def test_a_winter_ends_on_the_last_of_february() -> None:
    assert busiest({date(2016, 1, 1): 1}) == Season(date(2015, 12, 1), date(2016, 2, 29))


# On this day


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2016-10-17", True),
        ("2016-10-18", False),
        ("2016-10", False),
        ("2016-10-17~", False),
        ("2016-10-17/2016-10-18", True),
        ("17 or 18 October 2016", False),
        ("2026-10-17", False),
    ],
)
def test_on_this_day_stands_what_is_known_to_have_happened_on_it_in_an_earlier_year(
    when: str,
    found: bool,  # noqa: FBT001 - a column of the table
) -> None:
    make.event(when=when, published=True)
    told = on_this_day(date(2026, 10, 17))
    assert (told is not None and not told.whole_month) == found


def test_where_the_day_has_nothing_its_month_is_told_and_said_to_be() -> None:
    event = make.event(when="2016-10-02", published=True)
    told = on_this_day(date(2026, 10, 17))
    assert told
    assert (told.whole_month, told.events) == (True, [event])


def test_what_is_known_best_is_told_of_a_day_the_newest_first() -> None:
    for year, grade in enumerate([Grade.REPORTED, *[Grade.CONFIRMED] * 4], start=2011):
        make.event(str(year), when=f"{year}-10-17", grade=grade, published=True)
    told = on_this_day(date(2026, 10, 17))
    assert told
    assert [event.headline for event in told.events] == ["2015", "2014", "2013", "2012"]


def test_drafts_and_what_was_refuted_are_told_of_no_day() -> None:
    make.event(when="2016-10-17")
    make.event(when="2016-10-17", grade=Grade.REFUTED, published=True)
    assert on_this_day(date(2026, 10, 17)) is None
    assert latest() == []


# Bands, places, ways in


def test_bands_lead_to_what_happened_while_a_city_was_held(raqqa: City) -> None:
    found = held(holdings.read())
    assert found
    (band,) = found.countries[0].places
    assert (found.countries[0].name, band.city) == ("Syria", raqqa)
    assert band.said == "Raqqa: Rebels, then ISIS, then SDF"
    assert [told.url for told in band.told] == [
        "/cities/raqqa/?to=2014-01-13",
        "/cities/raqqa/?from=2014-01-14&to=2017-07-16",
        "/cities/raqqa/?from=2017-07-17",
    ]
    assert [part.told for part in band.parts] == band.told


def test_a_city_whose_holders_are_not_known_has_no_band() -> None:
    make.event("A protest", kind=Kind.PROTEST, city=make.city(), published=True)
    assert held(holdings.read()) is None


def test_a_city_that_turned_hundreds_of_times_is_drawn_coarsely() -> None:
    city, one, other = make.city(), make.faction(), make.faction()
    make.event("A protest", when="2000", kind=Kind.PROTEST, city=city, published=True)
    for day in range(300):
        first = date.fromordinal(date(2010, 1, 1).toordinal() + day * 9)
        last = date.fromordinal(first.toordinal() + 8)
        make.held(city, (one, other)[day % 2], first=first, last=last)
    found = held(holdings.read())
    assert found
    assert len(found.countries[0].places[0].parts) <= 34


def test_the_key_names_those_that_held_the_cities_longest_and_counts_the_others() -> None:
    city, brief = make.city(), make.faction("Brief")
    make.event("A protest", when="2010", kind=Kind.PROTEST, city=city, published=True)
    make.held(city, brief, first=date(2009, 12, 1), last=date(2009, 12, 31))
    for number in range(MOST_IN_KEY):
        first, last = date(2010 + number, 1, 1), date(2010 + number, 12, 31)
        make.held(city, make.faction(), first=first, last=last)
    found = held(holdings.read())
    assert found
    assert len(found.factions) == MOST_IN_KEY
    assert brief not in found.factions
    assert found.more == 1


def test_circles_grow_by_area_with_the_number_of_events_and_small_ones_lie_on_top() -> None:
    large, small = (make.city(latitude=str(n), longitude="39") for n in (35, 36))
    for city, number in ((small, 1), (large, 4)):
        for _ in range(number):
            make.event(kind=Kind.CLASH, city=city, published=True)
    found = places(holdings.read())
    assert found
    assert [(circle.city, circle.radius) for circle in found.circles] == [
        (large, "15.0"),
        (small, "7.5"),
    ]


def test_a_record_without_places_has_no_map() -> None:
    make.event(city=make.city(), published=True)
    assert places(holdings.read()) is None


def test_ways_in_count_what_readers_find_and_say_how_many_there_are() -> None:
    for _ in range(MOST + 1):
        make.event(city=make.city(), factions=[(make.faction(), Role.CAPTOR)], published=True)
    make.event(city=make.city(), factions=[(make.faction(), Role.CAPTOR)])
    for ways in (
        by_city(holdings.read()),
        by_faction(Event.objects.published().per_faction()),
    ):
        assert (len(ways.shown), ways.all) == (MOST, MOST + 1)
        assert {(way.events, way.bar) for way in ways.shown} == {(1, "100%")}
