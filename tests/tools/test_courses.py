"""The course of a city: its spells, their bounds, and the days on which it turned."""

from datetime import date

import pytest

from tests import make
from timeline import courses
from timeline.models import City
from timeline.models.vocabulary import ControlState, Kind, Role

pytestmark = pytest.mark.django_db

BEGUN, LAST, TAKEN = date(2017, 10, 1), date(2017, 10, 16), date(2017, 10, 17)


@pytest.fixture
def raqqa() -> City:
    """Held by one, changing hands in October 2017, and then held by the other."""
    city, one, other = make.city("Raqqa"), make.faction("ISIS"), make.faction("SDF")
    make.held(city, one, first=date(2014, 1, 14), last=date(2017, 9, 30))
    changing = ControlState.CHANGING
    make.held(city, one, first=BEGUN, last=LAST, state=changing, coming=[other])
    make.held(city, other, first=TAKEN)
    return city


def test_days_are_inclusive_and_an_end_that_is_not_known_is_open(raqqa: City) -> None:
    first, second, third = courses.course_of(raqqa.pk)
    assert (first.first, first.last) == (date(2014, 1, 14), date(2017, 9, 30))
    assert (second.first, second.last) == (BEGUN, LAST)
    assert (third.first, third.last) == (TAKEN, None)


def test_while_a_city_changes_hands_the_old_holder_may_end_and_the_new_begin(raqqa: City) -> None:
    first, second, third = courses.course_of(raqqa.pk)
    assert first.since == (date(2014, 1, 14), date(2014, 1, 14))
    assert first.until == (date(2017, 9, 30), LAST)
    assert (second.since, second.until) == ((BEGUN, BEGUN), (LAST, LAST))
    assert third.since == (BEGUN, TAKEN)
    assert third.until is None


def test_a_change_since_always_leaves_the_beginning_open() -> None:
    city, group = make.city(), make.faction()
    make.held(city, state=ControlState.CHANGING, coming=[group], last=LAST)
    make.held(city, group, first=TAKEN)
    assert courses.course_of(city.pk)[1].since == (None, TAKEN)


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2014, 1, 13), None),
        (date(2014, 1, 14), 0),
        (date(2017, 9, 30), 0),
        (BEGUN, 1),
        (LAST, 1),
        (TAKEN, 2),
        (date(2030, 1, 1), 2),
    ],
)
def test_a_day_falls_into_one_spell_or_before_them_all(
    raqqa: City, day: date, place: int | None
) -> None:
    course = courses.course_of(raqqa.pk)
    assert courses.on(course, day) == (None if place is None else course[place])


def test_a_course_turns_on_the_first_days_of_its_spells(raqqa: City) -> None:
    course = courses.course_of(raqqa.pk)
    turned = [(change.day, change.before) for change in courses.changes(course)]
    assert turned == [(date(2014, 1, 14), None), (BEGUN, course[0]), (TAKEN, course[1])]


def test_what_began_before_all_record_is_no_change() -> None:
    city = make.city()
    make.held(city, make.faction(), last=LAST)
    assert courses.changes(courses.course_of(city.pk)) == []


def test_changes_of_several_cities_come_in_the_order_of_their_days(raqqa: City) -> None:
    mosul = make.city("Mosul")
    make.held(mosul, make.faction("Peshmerga"), first=date(2016, 5, 1))
    days = [change.day for change in courses.all_changes(courses.courses())]
    assert days == [date(2014, 1, 14), date(2016, 5, 1), BEGUN, TAKEN]


def test_a_proof_that_is_sure_comes_before_one_that_is_not() -> None:
    city, group = make.city(), make.faction()
    doubted = make.event(when="2017-10-01", published=True)
    sure = make.event(when="2017-10-17", published=True)
    draft = make.event(when="2017-09-01")
    events = [doubted.pk, sure.pk, draft.pk]
    type(doubted).objects.filter(pk=doubted.pk).update(grade="unconfirmed")
    type(sure).objects.filter(pk=sure.pk).update(grade="reported")
    row = make.held(city, group, first=TAKEN)
    row.began_by = events
    row.save()
    (spell,) = courses.course_of(city.pk)
    assert courses.names_of([spell]).proofs(spell) == [sure, doubted]


def test_what_ended_a_spell_proves_it_only_where_nothing_began_it() -> None:
    city, old, new = make.city("Raqqa"), make.faction("ISIS"), make.faction("SDF")
    taken = make.event(
        kind=Kind.CAPTURED,
        when="2017-10-17",
        city=city,
        factions=[(new, Role.CAPTOR), (old, Role.FORMER_HOLDER)],
        grade="confirmed",
        published=True,
    )
    before, after = courses.course_of(city.pk)
    assert (before.first, before.proof, after.proof) == (None, (taken.pk,), (taken.pk,))


def test_factions_are_named_in_one_order_however_they_were_entered(raqqa: City) -> None:
    names = courses.names_of(courses.course_of(raqqa.pk))
    numbers = list(names.factions)
    assert names.of(numbers) == names.of(reversed(numbers))


def test_all_courses_are_read_in_one_query(raqqa: City, django_assert_num_queries: object) -> None:
    make.held(make.city("Mosul"), make.faction("Peshmerga"), first=date(2016, 5, 1))
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(courses.courses()) == 2
