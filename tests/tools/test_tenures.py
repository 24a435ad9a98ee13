"""The cities a faction held, itself or through groups while they were part of it."""

from datetime import date

import pytest

from tests import make
from timeline.bands import Paint
from timeline.models import City, Faction
from timeline.models.vocabulary import ControlState
from timeline.tenures import Tenure, tenures_of

pytestmark = pytest.mark.django_db

JOINED = date(2015, 10, 10)


@pytest.fixture
def kobani() -> City:
    return make.city("Kobani")


@pytest.fixture
def alliance() -> Faction:
    return make.faction("SDF")


@pytest.fixture
def group(alliance: Faction) -> Faction:
    """Part of the alliance from October 2015 to the end of 2016."""
    made = make.faction("YPG")
    make.allegiance(made, alliance, since=JOINED, until=date(2016, 12, 31))
    return made


def days(tenures: list[Tenure]) -> list[tuple[date | None, date | None]]:
    return [(tenure.spell.first, tenure.spell.last) for tenure in tenures]


def test_what_a_faction_held_itself_is_whole(kobani: City, alliance: Faction) -> None:
    make.held(kobani, alliance, first=date(2015, 1, 26))
    (tenure,) = tenures_of(alliance.pk)[kobani.pk]
    assert (tenure.through, days([tenure])) == ((), [(date(2015, 1, 26), None)])
    assert tenure.paint == Paint("", (alliance.pk,))


def test_what_a_group_held_counts_on_the_days_it_was_part_of_the_faction(
    kobani: City, alliance: Faction, group: Faction
) -> None:
    make.held(kobani, group, first=date(2015, 1, 26))
    (tenure,) = tenures_of(alliance.pk)[kobani.pk]
    assert days([tenure]) == [(JOINED, date(2016, 12, 31))]
    assert tenure.through == (group.pk,)
    assert tenure.paint == Paint("", (alliance.pk,))
    assert tenure.spell.since == (JOINED, JOINED)


def test_two_groups_that_hold_together_are_told_apart_by_their_days(
    kobani: City, alliance: Faction, group: Faction
) -> None:
    later = make.faction("YPJ")
    make.allegiance(later, alliance, since=date(2016, 7, 1))
    make.held(kobani, group, later, first=date(2015, 1, 26))
    tenures = tenures_of(alliance.pk)[kobani.pk]
    assert days(tenures) == [
        (JOINED, date(2016, 6, 30)),
        (date(2016, 7, 1), date(2016, 12, 31)),
        (date(2017, 1, 1), None),
    ]
    assert [tenure.through for tenure in tenures] == [
        (group.pk,),
        (group.pk, later.pk),
        (later.pk,),
    ]


def test_what_a_group_held_before_it_joined_or_after_it_left_is_not_the_factions(
    kobani: City, alliance: Faction, group: Faction
) -> None:
    make.held(kobani, group, first=date(2014, 1, 1), last=date(2015, 10, 9))
    make.held(kobani, group, first=date(2017, 1, 1))
    assert tenures_of(alliance.pk) == {}


def test_a_contested_city_is_striped_and_one_being_lost_passes_to_the_next(
    kobani: City, alliance: Faction
) -> None:
    other = make.faction("ISIS")
    contested, changing = ControlState.CONTESTED, ControlState.CHANGING
    make.held(kobani, other, alliance, first=JOINED, last=JOINED, state=contested)
    taking = date(2016, 1, 1)
    make.held(kobani, other, first=taking, last=taking, state=changing, coming=[alliance])
    losing = date(2017, 1, 1)
    make.held(kobani, alliance, first=losing, last=losing, state=changing, coming=[other])
    paints = [tenure.paint for tenure in tenures_of(alliance.pk)[kobani.pk]]
    assert paints == [
        Paint("c", (alliance.pk, other.pk)),
        Paint("g", (other.pk, alliance.pk)),
        Paint("g", (alliance.pk, other.pk)),
    ]


def test_a_city_that_others_held_is_none_of_the_factions(kobani: City, alliance: Faction) -> None:
    make.held(kobani, make.faction("ISIS"), first=JOINED)
    assert tenures_of(alliance.pk) == {}
