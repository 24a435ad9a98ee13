"""The demonstration's known courses, city by city: who held it on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest
from pytest_django import DjangoDbBlocker

from tests import demonstration, make
from timeline.importers import demo
from timeline.models import City, ControlSpan, Event, Faction
from timeline.models.vocabulary import ControlState, Grade, Role

# `A + B` together, `A / B` each a part, `A > B` changing from the one to the other.
COURSES = """
raqqa
    2013-02-28 syrian-army
    2013-03-05 syrian-army > ahrar-al-sham + free-syrian-army + nusra-front
    2013-03-10 ahrar-al-sham + free-syrian-army + nusra-front
    2014-01-13 ahrar-al-sham + free-syrian-army + nusra-front
    2014-01-14 isis
    2017-10-16 isis
    2017-10-17 sdf
    2019-03-23 sdf
mosul
    2014-06-09 iraqi-security-forces
    2014-06-10 isis
    2017-07-09 isis
    2017-07-10 iraqi-security-forces
kobani
    2012-07-18 syrian-army
    2012-07-19 ypg
    2014-10-01 ypg
    2014-10-05 ypg
    2014-10-06 isis / ypg
    2015-01-25 isis / ypg
    2015-01-26 ypg
    2015-06-25 ypg
palmyra
    2015-05-19 national-defence-forces + syrian-army
    2015-05-20 isis
    2016-03-26 isis
    2016-03-27 syrian-army
    2016-12-10 syrian-army
    2016-12-11 isis
    2017-03-01 isis
    2017-03-02 syrian-army
manbij
    2013-12-31 free-syrian-army
    2014-01-15 free-syrian-army > isis
    2014-01-31 isis
    2016-08-11 isis
    2016-08-12 sdf
ramadi
    2015-05-16 iraqi-security-forces + tribal-fighters-anbar
    2015-05-17 isis
    2015-12-27 isis
    2015-12-28 iraqi-security-forces / isis
    2016-02-08 iraqi-security-forces / isis
    2016-02-09 iraqi-security-forces
deir-ez-zor
    2013-06-01 free-syrian-army / nusra-front / syrian-army
    2014-07-15 free-syrian-army + nusra-front + syrian-army > isis + syrian-army
    2014-07-20 isis / syrian-army
    2017-09-05 isis / syrian-army
    2017-11-02 isis / syrian-army
    2017-11-03 syrian-army
aleppo
    2012-05-31 syrian-army
    2012-08-31 free-syrian-army / syrian-army
    2016-12-21 free-syrian-army / syrian-army
    2016-12-22 syrian-army
kirkuk
    2014-06-11 iraqi-security-forces
    2014-06-12 peshmerga
    2017-10-16 iraqi-security-forces
abu-kamal
    2014-06-30 nusra-front
    2017-11-08 syrian-army
    2017-11-11 isis
    2017-11-19 syrian-army
hasakah
    2015-06-25 ?
    2016-08-23 syrian-army + ypg
"""


def rows() -> Iterator[tuple[str, str, str]]:
    city = ""
    for line in filter(None, COURSES.splitlines()):
        if line.startswith(" "):
            day, holders = line.split(maxsplit=1)
            yield city, day, holders
        else:
            city = line


class Stretch(NamedTuple):
    """A span with slugs and keys in place of numbers; `end` is the day after its last."""

    first: date
    end: date
    state: str
    holders: list[str]
    coming: list[str]
    began_by: list[str]


Told = dict[str, list[Stretch]]


@pytest.fixture(scope="module")
def told(demonstration_database: None, django_db_blocker: DjangoDbBlocker) -> Told:
    """The spans of every city, from the files as they are."""
    with django_db_blocker.unblock(), demonstration.used():
        return {city.slug: list(stretches(city)) for city in City.objects.all()}


def stretches(city: City) -> Iterator[Stretch]:
    names = dict(Faction.objects.values_list("pk", "slug"))
    keys = dict(Event.objects.values_list("pk", "external_id"))
    for span in ControlSpan.objects.in_city(city.pk):
        yield Stretch(
            span.during.lower or date.min,
            span.during.upper or date.max,
            span.state,
            sorted(names[number] for number in span.holders),
            sorted(names[number] for number in span.coming),
            [keys[number] for number in span.began_by],
        )


def on(spans: list[Stretch], day: date) -> Stretch:
    [found] = [span for span in spans if span.first <= day < span.end]
    return found


def holders(span: Stretch) -> str:
    if span.state == ControlState.UNKNOWN:
        return "?"
    joined = (" / " if span.state == ControlState.CONTESTED else " + ").join(span.holders)
    return f"{joined} > {' + '.join(span.coming)}" if span.coming else joined


@pytest.mark.parametrize(("city", "day", "expected"), list(rows()))
def test_a_well_known_city_was_held_as_is_known(
    told: Told, city: str, day: str, expected: str
) -> None:
    assert holders(on(told[city], date.fromisoformat(day))) == expected


def test_palmyra_was_lost_and_retaken_twice_each_time_by_an_event_of_its_own(told: Told) -> None:
    assert [span.began_by for span in told["palmyra"]] == [
        [],
        ["palmyra-captured-2015"],
        ["palmyra-captured-2016"],
        ["palmyra-captured-2016-12"],
        ["palmyra-captured-2017"],
    ]


def test_the_flag_over_one_office_in_tikrit_and_the_dam_of_mosul_change_no_city(told: Told) -> None:
    begun = {key for spans in told.values() for span in spans for key in span.began_by}
    assert not begun & {"tikrit-flag-raised", "mosul-dam-captured-2014", "baiji-refinery-claimed"}


@pytest.mark.django_db
def test_with_the_demonstration_goes_what_it_told_of_who_held_a_city() -> None:
    demo.load()
    raqqa = City.objects.get(slug="raqqa")
    parts = [(make.faction("Council"), Role.CAPTOR)]
    make.event(city=raqqa, factions=parts, when="2020", grade=Grade.REPORTED, published=True)
    demo.remove()
    kept = ControlSpan.objects.all()
    assert [(span.city, span.state) for span in kept] == [(raqqa, "changing"), (raqqa, "held")]
