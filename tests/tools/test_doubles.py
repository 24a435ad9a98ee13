"""The guard against doubles: what is alike, how closely, and what is not."""

from typing import Any

import pytest

from tests import make
from timeline import doubles
from timeline.doubles import Agreement, Number
from timeline.models import Event, Faction
from timeline.models.vocabulary import Kind, Measure, Role
from timeline.wording.comparing import agreement, in_common

pytestmark = pytest.mark.django_db


def on_record(headline: str, when: str, kind: Kind, *factions: Faction, **columns: Any) -> Event:
    roles = [(faction, Role.PARTICIPANT) for faction in factions]
    return make.event(headline, when=when, kind=kind, factions=roles, **columns)


def like(event: Event, **changed: Any) -> list[str]:
    """Headlines of the events that would be shown while this one is being entered."""
    described = {
        "city": event.city,
        "kind": event.kind,
        "factions": [each.faction_id for each in event.participations.all()],
        "earliest": event.earliest,
        "latest": event.latest,
        "locality": event.locality,
        "leave_out": [event.pk],
    }
    return [found.headline for found in doubles.similar(**{**described, **changed})]


ONE_ARTICLE = [
    ("the city is taken", "2017-10-17", Kind.CAPTURED, ""),
    ("the last fighters surrender", "2017-10-17", Kind.SURRENDER, ""),
    ("the battle begins", "2017-06", Kind.OFFENSIVE_BEGAN, ""),
    ("the last assault begins", "2017-10-15", Kind.OFFENSIVE_BEGAN, ""),
    ("a deal with the elders", "[2017-10-08..2017-10-15]", Kind.AGREEMENT, ""),
    ("the roundabout is taken", "2017-10-15", Kind.CAPTURED, "central roundabout"),
    ("the hospital is taken", "[2017-10-15..2017-10-17]", Kind.CAPTURED, "National Hospital"),
    ("the stadium is taken", "2017-10-17", Kind.CAPTURED, "stadium"),
    ("thousands remain in camps", "2017-10-17", Kind.DISPLACEMENT, ""),
]


def test_nine_events_of_one_battle_are_not_taken_for_each_other() -> None:
    city, attackers, holders = make.city("Raqqa"), make.faction("SDF"), make.faction("ISIS")
    for headline, when, kind, locality in ONE_ARTICLE:
        on_record(headline, when, kind, attackers, holders, city=city, locality=locality)
    assert {event.headline: like(event) for event in Event.objects.all()} == {
        headline: [] for headline, *_ in ONE_ARTICLE
    }


@pytest.mark.parametrize(
    ("when", "kind", "locality", "alike"),
    [
        ("2017-10-17", Kind.CAPTURED, "", True),
        ("2017-10", Kind.CAPTURED, "", True),
        ("[..2017-10-20]", Kind.CAPTURED, "", True),
        ("2017-10-17", Kind.TRANSFERRED, "", True),
        ("2017-10-17", Kind.WITHDREW, "", True),
        ("2017-10-18", Kind.CAPTURED, "", False),
        ("2017-10-17", Kind.SURRENDER, "", False),
        ("2017-10-17", Kind.CLASH, "", False),
        ("2017-10-17", Kind.CAPTURED, "the hospital", False),
    ],
)
def test_alike_are_events_of_possibly_one_day_and_of_kindred_kinds(
    when: str, kind: Kind, locality: str, *, alike: bool
) -> None:
    city, party = make.city(), make.faction()
    taken = on_record("taken", "2017-10-17", Kind.CAPTURED, party, city=city)
    on_record("other", when, kind, party, city=city, locality=locality)
    assert like(taken) == (["other"] if alike else [])


def test_kinship_of_kinds_is_mutual() -> None:
    for kind in Kind:
        assert kind in doubles.kindred(kind)
        assert all(kind in doubles.kindred(other) for other in doubles.kindred(kind))


def test_an_event_in_another_city_or_in_none_is_never_alike() -> None:
    party = make.faction()
    taken = on_record("taken", "2017-10-17", Kind.CAPTURED, party, city=make.city())
    on_record("elsewhere", "2017-10-17", Kind.CAPTURED, party, city=make.city())
    on_record("nowhere", "2017-10-17", Kind.CAPTURED, party)
    assert like(taken) == []
    assert like(taken, city=None) == []


def test_what_was_withdrawn_is_on_record_no_more() -> None:
    city, party = make.city(), make.faction()
    make.withdrawn(city=city, factions=[(party, Role.CAPTOR)])
    taken = on_record("taken", "2017-10-17", Kind.CAPTURED, party, city=city)
    assert like(taken) == []


def test_a_strike_without_its_locality_may_be_the_one_on_the_market() -> None:
    city, party = make.city(), make.faction()
    struck = on_record("struck", "2017-10-17", Kind.AIR_STRIKE, party, city=city)
    on_record(
        "market", "2017-10-17", Kind.SHELLING, party, city=city, locality="the central market"
    )
    on_record("dam", "2017-10-17", Kind.AIR_STRIKE, party, city=city, locality="the dam")
    assert like(struck) == ["dam", "market"]
    assert like(struck, locality="a market") == ["market"]


def test_localities_of_common_words_only_tell_nothing() -> None:
    city, party = make.city(), make.faction()
    taken = on_record("taken", "2017-10-17", Kind.CAPTURED, party, city=city, locality="the city")
    on_record("again", "2017-10-17", Kind.CAPTURED, party, city=city)
    assert like(taken) == ["again"]


def test_a_group_and_the_larger_one_it_belonged_to_then_are_shared() -> None:
    city, larger, group, sister = make.city(), *(make.faction() for _ in range(3))
    for member in (group, sister):
        make.allegiance(member, larger, since=make.DAY)
    on_record("by the larger", "2017-10-17", Kind.CAPTURED, larger, city=city)
    on_record("by its sister", "2017-10-17", Kind.CAPTURED, sister, city=city)
    mine = on_record("mine", "2017-10-17", Kind.CAPTURED, group, city=city)
    assert like(mine) == ["by the larger"]
    assert like(mine, factions=[larger.pk]) == ["by the larger", "by its sister"]


def test_a_group_that_joined_later_shares_nothing_with_the_larger_one() -> None:
    city, larger, group = make.city(), make.faction(), make.faction()
    make.allegiance(group, larger, since=make.DAY.replace(year=2018))
    on_record("by the larger", "2017-10-17", Kind.CAPTURED, larger, city=city)
    assert like(on_record("mine", "2017-10-17", Kind.CAPTURED, group, city=city)) == []


def test_where_factions_are_unknown_only_the_very_same_kind_is_alike() -> None:
    city, party = make.city(), make.faction()
    on_record("struck", "2017-10-17", Kind.AIR_STRIKE, city=city)
    on_record("shelled", "2017-10-17", Kind.SHELLING, city=city)
    mine = on_record("mine", "2017-10-17", Kind.AIR_STRIKE, party, city=city)
    assert like(mine) == ["struck"]


def test_without_a_date_nothing_is_alike() -> None:
    city, party = make.city(), make.faction()
    taken = on_record("taken", "2017-10-17", Kind.CAPTURED, party, city=city)
    assert like(taken, leave_out=[], earliest=None, latest=None) == []
    assert like(taken, leave_out=[]) == ["taken"]


def test_the_closest_comes_first() -> None:
    city, one, two = make.city(), make.faction(), make.faction()

    def told(headline: str, when: str, kind: Kind, *parties: Faction, locality: str = "") -> Event:
        return on_record(headline, when, kind, *parties, city=city, locality=locality)

    told("another kind", "2017-10-17", Kind.SHELLING, one, two, locality="market")
    told("month", "2017-10", Kind.AIR_STRIKE, one, two, locality="market")
    told("one party", "2017-10-17", Kind.AIR_STRIKE, one, locality="market")
    told("no locality", "2017-10-17", Kind.AIR_STRIKE, one, two)
    other_toll = told("other toll", "2017-10-17", Kind.AIR_STRIKE, one, two, locality="market")
    make.figure(other_toll.citations.get(), 40, 50)
    same = told("same", "2017-10-17", Kind.AIR_STRIKE, one, two, locality="market")
    make.figure(same.citations.get(), 10, 12)
    mine = told("mine", "2017-10-17", Kind.AIR_STRIKE, one, two, locality="the market")
    assert like(mine, numbers=[Number(Measure.KILLED, 12, 15)], most=9) == [
        "same",
        "other toll",
        "no locality",
        "one party",
        "month",
        "another kind",
    ]
    assert len(like(mine)) == doubles.MOST


@pytest.mark.parametrize(
    ("mine", "theirs", "at_odds"),
    [
        ((10, 10), (10, 10), False),
        ((10, 12), (12, None), False),
        ((10, None), (5, 9), True),
        ((None, 9), (10, None), True),
        ((None, None), (3, 3), False),
        ((0, 0), (1, 1), True),
    ],
)
def test_numbers_are_at_odds_where_they_cannot_be_the_same(
    mine: tuple[int | None, int | None], theirs: tuple[int | None, int | None], *, at_odds: bool
) -> None:
    one, other = Number(Measure.KILLED, *mine), Number(Measure.KILLED, *theirs)
    assert doubles.at_odds([one], [other]) is at_odds
    assert not doubles.at_odds([one], [other._replace(measure=Measure.INJURED)])
    assert not doubles.at_odds([], [other])


def test_an_event_agrees_with_itself_in_everything() -> None:
    event = on_record(
        "taken", "2017-10-17", Kind.CAPTURED, make.faction(), city=make.city(), locality="hospital"
    )
    make.figure(event.citations.get(), 3, 5)
    rows = doubles.compare(doubles.told(event), event)
    assert [row.field for row in rows] == [
        *("date", "city", "locality", "kind", "factions", "headline", "quotations", "numbers")
    ]
    assert {row.agreement for row in rows} == {Agreement.SAME}


def compared(one: Event, other: Event) -> dict[str, tuple[Agreement, str]]:
    """How the two agree by field, and the words that say so."""
    rows = doubles.compare(doubles.told(one), other)
    return {row.field: (row.agreement, agreement(row)) for row in rows}


def test_what_differs_in_part_can_be_the_same() -> None:
    city, both, third = make.city(), make.faction(), make.faction()
    one = on_record("One", "2017-10-17", Kind.CAPTURED, both, third, city=city)
    two = on_record("Two", "2017-10", Kind.TRANSFERRED, both, city=city, locality="hospital")
    make.figure(one.citations.get(), 3, None)
    make.figure(two.citations.get(), 5, 8)
    found = compared(one, two)
    assert found["date"] == (Agreement.MEETS, "can be the same")
    assert found["kind"] == (Agreement.MEETS, "kindred")
    assert found["factions"] == (Agreement.MEETS, "1 of 2 in both")
    assert found["locality"] == (Agreement.UNSAID, "told by one only")
    assert found["headline"] == (Agreement.DIFFERS, "other words")
    assert found["quotations"] == (Agreement.SAME, "the same words")
    assert found["numbers"] == (Agreement.MEETS, "no conflict")


def test_what_cannot_be_the_same_is_said_to_differ() -> None:
    one = on_record("One", "2017-10-17", Kind.CAPTURED, make.faction(), city=make.city())
    two = on_record("Two", "2017-10-18", Kind.PROTEST, make.faction(), city=make.city())
    make.figure(one.citations.get(), 3, 3)
    make.figure(two.citations.get(), 5, 8)
    differing = {field for field, (found, _) in compared(one, two).items() if found == "differs"}
    assert differing == {"date", "city", "kind", "factions", "headline", "numbers"}


def test_the_same_factions_in_other_roles_are_not_the_same() -> None:
    party, city = make.faction(), make.city()
    one = make.event(city=city, factions=[(party, Role.CAPTOR)])
    two = make.event(city=city, factions=[(party, Role.FORMER_HOLDER)])
    assert compared(one, two)["factions"] == (Agreement.MEETS, "1 of 1 in both")


def test_an_undated_event_without_factions_leaves_these_unsaid() -> None:
    one, two = make.event(when=None), make.event(factions=[(make.faction(), Role.CAPTOR)])
    found = compared(one, two)
    assert {found[field] for field in ("date", "city", "factions")} == {
        (Agreement.UNSAID, "told by one only")
    }


def test_what_two_events_have_in_common_is_said_in_short() -> None:
    city = make.city()
    one, two = make.event("One", city=city), make.event("Two", city=city)
    assert in_common(doubles.compare(doubles.told(one), two)) == "same days, same city, same kind"
