"""The map of an answer: which cities, how large, how they stood, and where each leads."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.views.test_control import taking
from timeline.atlas import Atlas, Scale, atlas
from timeline.atlas.sizes import rounded_down
from timeline.filters import EventFilter
from timeline.holdings import read
from timeline.models.vocabulary import Grade, Kind
from timeline.rail import counts
from timeline.vocabulary import _load

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(db: None) -> None:
    """Mosul fell in July, Raqqa on 17 October 2017, the last day; nowhere a protest in 2014."""
    raqqa = make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01")
    mosul = make.city("Mosul", country="IQ", latitude="36.34", longitude="43.13")
    isis = make.faction("ISIS")
    taking(mosul, make.faction("Iraqi forces"), isis, "2017-07-10")
    taking(raqqa, make.faction("SDF"), isis, "2017-10-17")
    make.event(kind=Kind.CLASH, when="2017-06-06", city=raqqa, published=True)
    make.event(kind=Kind.PROTEST, when="2014", city=make.city("Dabiq"), published=True)
    make.event(kind=Kind.PROTEST, when="2014", published=True)


def asked(query: str, subject: tuple[str, str] | None = None) -> Atlas:
    question = EventFilter(QueryDict(query), _load(), subject=subject)
    return atlas(question, counts(question), read())


def numbers(found: Atlas) -> dict[str, int]:
    return {place.city.name: place.number for place in found.places}


def held(found: Atlas) -> dict[str, str]:
    return {place.city.name: place.holding.who for place in found.places}


def leads(found: Atlas) -> dict[str, str]:
    return {place.city.name: place.url for place in found.places}


@pytest.mark.usefixtures("record")
def test_cities_stand_in_the_order_of_their_events() -> None:
    found = asked("view=map")
    assert numbers(found) == {"Raqqa": 2, "Dabiq": 1, "Mosul": 1}
    assert found.places[0].city.name == "Raqqa"
    assert found.nowhere == 1


@pytest.mark.usefixtures("record")
def test_only_events_of_the_question_are_counted() -> None:
    assert numbers(asked("kind=clash&view=map")) == {"Raqqa": 1}
    assert asked("kind=clash&view=map").nowhere == 0


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("range_", "day", "is_asked", "raqqa"),
    [
        ("", date(2017, 10, 17), False, "SDF"),
        ("&to=2017-10-16", date(2017, 10, 16), True, "ISIS"),
        ("&from=2014&to=2017-09", date(2017, 9, 30), True, "ISIS"),
        ("&to=2017-10-17", date(2017, 10, 17), True, "SDF"),
        ("&to=2030", date(2017, 10, 17), False, "SDF"),
    ],
)
def test_cities_have_the_colour_of_the_last_day_that_is_asked_for_and_on_record(
    range_: str,
    day: date,
    is_asked: bool,  # noqa: FBT001
    raqqa: str,
) -> None:
    found = asked(f"view=map{range_}")
    assert (found.day, found.asked) == (day, is_asked)
    assert held(found)["Raqqa"] == raqqa


@pytest.mark.usefixtures("record")
def test_a_city_leads_to_the_same_question_about_it_alone() -> None:
    assert leads(asked("to=2017&view=map")) == {
        "Raqqa": "/?city=raqqa&to=2017&view=map",
        "Mosul": "/?city=mosul&to=2017&view=map",
        "Dabiq": "/?city=dabiq&to=2017&view=map",
    }


@pytest.mark.usefixtures("record")
def test_a_chosen_city_leads_back_to_all_and_the_others_to_themselves() -> None:
    found = asked("city=raqqa&view=map")
    assert [place.city.name for place in found.chosen] == ["Raqqa"]
    assert leads(found)["Raqqa"] == "/?view=map"
    assert leads(found)["Mosul"] == "/?city=mosul&view=map"
    assert numbers(found) == {"Raqqa": 2, "Dabiq": 1, "Mosul": 1}
    assert found.nowhere == 0


@pytest.mark.usefixtures("record")
def test_where_none_is_asked_for_every_city_stands_pale_beside_it() -> None:
    found = asked("city=none&view=map")
    assert (found.asked_for, found.narrowed, found.nowhere) == ([], True, 1)
    assert numbers(found) == {"Raqqa": 2, "Dabiq": 1, "Mosul": 1}
    assert asked("city=none&city=raqqa&view=map").nowhere == 1


@pytest.mark.usefixtures("record")
def test_from_the_page_of_a_city_others_lead_to_their_own_pages() -> None:
    found = leads(asked("to=2017&view=map", ("city", "raqqa")))
    assert found["Raqqa"] == "/?to=2017&view=map"
    assert found["Mosul"] == "/cities/mosul/?to=2017&view=map"


@pytest.mark.usefixtures("record")
def test_on_the_page_of_a_faction_a_city_narrows_its_timeline() -> None:
    found = leads(asked("view=map", ("faction", "isis")))
    assert found["Raqqa"] == "/factions/isis/?city=raqqa&view=map"


@pytest.mark.usefixtures("record")
def test_a_city_without_coordinates_is_not_on_the_map() -> None:
    assert [place.city.name for place in asked("view=map").off_the_map] == ["Dabiq"]


def test_a_city_known_for_refuted_events_only_is_there_when_they_are_asked_for() -> None:
    make.event(city=make.city("Raqqa"), when="2016", grade=Grade.REFUTED, published=True)
    make.event(city=make.city("Mosul"), when="2016", published=True)
    assert numbers(asked("view=map")) == {"Mosul": 1}
    assert numbers(asked("evidence=refuted&view=map")) == {"Raqqa": 1}


@given(st.integers(1, 100_000), st.data())
def test_the_area_of_a_mark_stands_for_its_number(most: int, data: st.DataObject) -> None:
    scale = Scale(most)
    number = data.draw(st.integers(1, most))
    if number > scale.least:
        of_each = scale.radius(number) ** 2 / number
        assert of_each == pytest.approx(scale.radius(most) ** 2 / most, rel=0.02)
    else:
        assert scale.radius(number) == scale.radius(1)


def test_a_record_of_which_all_is_refuted_has_a_map_too() -> None:
    make.event(when="2015-03-04", city=make.city("Kobani"), grade=Grade.REFUTED, published=True)
    found = asked("evidence=refuted&view=map")
    assert numbers(found) == {"Kobani": 1}
    assert found.day == date(2015, 3, 4)


@given(st.integers(1, 1_000_000))
def test_a_legend_has_up_to_four_sizes_of_which_none_is_larger_than_a_mark(most: int) -> None:
    sizes = Scale(most).sizes()
    found = [size.number for size in sizes]
    assert 1 <= len(sizes) <= 4
    assert found == sorted(set(found))
    assert found[-1] <= most
    assert [size.radius for size in sizes] == [Scale(most).radius(number) for number in found]


@pytest.mark.parametrize(
    ("most", "legend"),
    [
        (1, [(1, False)]),
        (16, [(2, False), (10, False)]),
        (59, [(1, False), (2, False), (10, False), (50, False)]),
        (10_000, [(253, True), (500, False), (2000, False), (10_000, False)]),
    ],
)
def test_a_legend_has_round_numbers_and_says_what_the_smallest_mark_hides(
    most: int, legend: list[tuple[int, bool]]
) -> None:
    assert [(size.number, size.or_fewer) for size in Scale(most).sizes()] == legend


@pytest.mark.parametrize(
    ("number", "below"), [(1, 1), (1.9, 1), (4, 2), (9, 5), (10, 10), (49, 20), (999, 500)]
)
def test_numbers_are_rounded_down_to_one_two_or_five(number: float, below: int) -> None:
    assert rounded_down(number) == below
