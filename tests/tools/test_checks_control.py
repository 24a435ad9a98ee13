"""What a reviewer is told of who holds the city."""

from __future__ import annotations

import pytest

from tests import make
from timeline.checks import Check, checks
from timeline.models import City, Event, Faction
from timeline.models.vocabulary import Grade, Kind, Role

pytestmark = pytest.mark.django_db

SENTENCES = ("hands over no city", "held Raqqa until", "who holds Raqqa", "After it")


@pytest.fixture
def raqqa() -> City:
    return make.city("Raqqa")


@pytest.fixture
def army() -> Faction:
    return make.faction("Army")


@pytest.fixture
def rebels() -> Faction:
    return make.faction("Rebels")


def capture(
    city: City, captor: Faction, former: Faction, day: str, *, published: bool = False
) -> Event:
    return make.event(
        city=city,
        factions=[(captor, Role.CAPTOR), (former, Role.FORMER_HOLDER)],
        when=day,
        grade=Grade.REPORTED,
        published=published,
    )


def told(event: Event) -> list[tuple[str, bool | None]]:
    """The lines about who holds the city, and their outcomes."""
    found: list[Check] = checks(event, reviewer=make.editor("reviewer"))
    return [
        (str(check.words), check.passed)
        for check in found
        if any(sentence in check.words for sentence in SENTENCES)
    ]


def test_a_capture_says_who_will_hold_the_city(raqqa: City, army: Faction, rebels: Faction) -> None:
    assert told(capture(raqqa, rebels, army, "2015-01-05")) == [
        ("After it Raqqa is held by Rebels.", True)
    ]


def test_what_the_record_says_of_the_days_before_is_held_against_it(
    raqqa: City, army: Faction, rebels: Faction
) -> None:
    capture(raqqa, rebels, army, "2015-01-05", published=True)
    third = make.faction("Third")
    assert told(capture(raqqa, third, army, "2015-03-01")) == [
        ("By the record Rebels held Raqqa until then, not Army.", None)
    ]
    assert told(capture(raqqa, third, rebels, "2015-03-01")) == [
        ("After it Raqqa is held by Third.", True)
    ]


def test_a_second_captor_of_the_same_day_is_to_be_looked_at(
    raqqa: City, army: Faction, rebels: Faction
) -> None:
    capture(raqqa, rebels, army, "2015-01-05", published=True)
    assert told(capture(raqqa, make.faction("Third"), army, "2015-01-05")) == [
        ("After it Raqqa is contested between Rebels and Third.", None)
    ]


def test_what_agrees_is_said_to_change_nothing(raqqa: City, army: Faction, rebels: Faction) -> None:
    capture(raqqa, rebels, army, "2015-01-05", published=True)
    held = make.event(
        city=raqqa,
        kind=Kind.AIR_STRIKE,
        factions=[(rebels, Role.HOLDER)],
        when="2015-02-01",
        grade=Grade.REPORTED,
    )
    assert told(held) == [("It changes nothing in who holds Raqqa.", True)]


def test_a_withdrawal_leaves_it_open(raqqa: City, army: Faction) -> None:
    left = make.event(
        city=raqqa,
        kind=Kind.WITHDREW,
        factions=[(army, Role.FORMER_HOLDER)],
        grade=Grade.REPORTED,
    )
    assert told(left) == [("After it nobody is known to hold Raqqa.", True)]


def test_a_capture_without_a_captor_is_to_be_looked_at(raqqa: City, army: Faction) -> None:
    event = make.event(city=raqqa, factions=[(army, Role.ATTACKER)])
    assert told(event) == [("It hands over no city: no captor is named.", None)]


def test_what_happened_in_a_locality_is_not_asked_about(
    raqqa: City, army: Faction, rebels: Faction
) -> None:
    event = capture(raqqa, rebels, army, "2015-01-05")
    event.locality = "National Hospital"
    event.save()
    assert told(event) == []


def test_a_published_event_is_compared_with_the_record_without_it(
    raqqa: City, army: Faction, rebels: Faction
) -> None:
    event = capture(raqqa, rebels, army, "2015-01-05", published=True)
    assert told(event) == [("After it Raqqa is held by Rebels.", True)]
