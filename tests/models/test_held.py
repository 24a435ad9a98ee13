"""Events in a city while a faction held it: possibly, certainly, through its groups."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import make
from tests.undone import rolled_back
from timeline import dates
from timeline.models import ControlSpan, Event
from timeline.models.control_asked import Stretch
from timeline.models.vocabulary import ControlState

pytestmark = pytest.mark.django_db
START = date(2017, 1, 1)


def stretches_of(factions: list[int], *, with_groups: bool = True) -> list[Stretch]:
    return ControlSpan.objects.stretches_of(factions, with_groups=with_groups)


def day(text: str) -> date:
    return date.fromisoformat(text)


HELD_IN_JUNE = [
    ("2017-06-15", True, True),
    ("2017-06-01", True, True),
    ("2017-06-30", True, True),
    ("2017-07-01", False, False),
    ("2017-05-31", False, False),
    ("2017-06", True, True),
    ("2017", True, False),
    ("2017-06-15~", True, False),
    ("[..2017-06-15]", True, False),
    ("[2017-07-01..]", False, False),
    ("2017-06-10/2017-06-20", True, True),
    ("2017-05-20/2017-06-20", True, False),
]


@pytest.mark.parametrize(("edtf", "possibly", "certainly"), HELD_IN_JUNE)
def test_an_event_falls_in_days_a_city_was_held_as_far_as_its_date_is_known(
    *, edtf: str, possibly: bool, certainly: bool
) -> None:
    city = make.city()
    make.event(city=city, when=dates.from_edtf(edtf))
    june = [Stretch(city.pk, day("2017-06-01"), day("2017-06-30"), certain=True)]
    assert Event.objects.while_held(june).exists() == possibly
    assert Event.objects.while_held(june, certainly=True).exists() == certainly


def test_days_that_are_contested_never_make_it_certain() -> None:
    city = make.city()
    make.event(city=city, when="2017-06-15")
    contested = [Stretch(city.pk, None, None, certain=False)]
    assert Event.objects.while_held(contested).exists()
    assert not Event.objects.while_held(contested, certainly=True).exists()


def test_days_in_one_city_say_nothing_of_another() -> None:
    make.event(city=make.city(), when="2017-06-15")
    assert not Event.objects.while_held([Stretch(make.city().pk, None, None, certain=True)])


def test_a_group_that_held_a_city_held_it_for_the_faction_while_it_belonged_to_it() -> None:
    city, sdf, ypg = make.city(), make.faction("SDF"), make.faction("YPG")
    make.allegiance(ypg, sdf, since=day("2015-10-10"))
    make.held(city, ypg, first=day("2015-01-26"))
    joined = day("2015-10-10")
    assert stretches_of([sdf.pk]) == [Stretch(city.pk, joined, None, certain=True)]
    assert stretches_of([ypg.pk]) == [Stretch(city.pk, day("2015-01-26"), None, certain=True)]
    assert stretches_of([sdf.pk], with_groups=False) == []


def test_while_it_may_have_belonged_to_it_a_group_held_it_possibly() -> None:
    city, sdf, ypg = make.city(), make.faction("SDF"), make.faction("YPG")
    make.allegiance(ypg, sdf, since="2015-10")
    make.held(city, ypg)
    for when in ("2015-10-17", "2015-11-01"):
        make.event(when, city=city, when=when)
    assert [each.certain for each in stretches_of([sdf.pk])] == [False, True]
    assert Event.objects.per_holder() == {sdf.pk: 2, ypg.pk: 2}
    assert Event.objects.per_holder(certainly=True) == {sdf.pk: 1, ypg.pk: 2}


def test_a_chain_counts_only_while_all_its_links_held() -> None:
    city = make.city()
    unit, group, whole = make.faction(), make.faction(), make.faction()
    make.allegiance(unit, group, until=day("2015-06-30"))
    make.allegiance(group, whole, since=day("2015-06-01"))
    make.held(city, unit)
    first, last = day("2015-06-01"), day("2015-06-30")
    assert stretches_of([whole.pk]) == [Stretch(city.pk, first, last, certain=True)]


def test_who_takes_a_city_and_who_loses_it_may_hold_it_while_it_changes_hands() -> None:
    city, old, new = make.city(), make.faction(), make.faction()
    first, last = day("2017-06-06"), day("2017-10-16")
    changing = ControlState.CHANGING
    make.held(city, old, first=first, last=last, state=changing, coming=[new])
    for faction in (old, new):
        assert stretches_of([faction.pk]) == [Stretch(city.pk, first, last, certain=False)]


def test_stretches_that_meet_are_one() -> None:
    city, one, other = make.city(), make.faction(), make.faction()
    make.held(city, one, first=day("2017-01-01"), last=day("2017-03-31"))
    make.held(city, one, other, first=day("2017-04-01"), last=day("2017-06-30"))
    whole = Stretch(city.pk, day("2017-01-01"), day("2017-06-30"), certain=True)
    assert stretches_of([one.pk]) == [whole]


@settings(max_examples=40)
@given(
    spans=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=5),
    events=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=6),
    certainly=st.booleans(),
)
def test_the_number_beside_a_holder_is_that_of_its_list(
    *, spans: list[tuple[int, int]], events: list[tuple[int, int]], certainly: bool
) -> None:
    with rolled_back():
        city, faction = make.city(), make.faction()
        for first, last in apart(spans):
            make.held(city, faction, first=first, last=last)
        for start, length in events:
            first = START + timedelta(days=start)
            make.event(city=city, when=either_end(first, first + timedelta(days=length)))
        asked, stretches = Event.objects.all(), stretches_of([faction.pk])
        listed = asked.while_held(stretches, certainly=certainly).count()
        assert asked.per_holder(certainly=certainly).get(faction.pk, 0) == listed


def either_end(first: date, last: date) -> dates.When:
    return dates.from_edtf(f"[{first}..{last}]" if first < last else f"{first}")


def apart(spans: Iterable[tuple[int, int]]) -> list[tuple[date, date]]:
    """Gaps and lengths in days as stretches one after the other."""
    found, day = [], START
    for gap, length in spans:
        first = day + timedelta(days=gap)
        day = first + timedelta(days=length + 1)
        found.append((first, day - timedelta(days=1)))
    return found
