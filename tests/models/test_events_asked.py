"""The words for asking about events: ranges, groups, words, order."""

from datetime import date

import pytest

from tests import make
from timeline import dates
from timeline.models import Event
from timeline.models.vocabulary import Relation, Role

pytestmark = pytest.mark.django_db


def day(text: str) -> date:
    return date.fromisoformat(text)


POSSIBLE = [
    ("2017-10-17", "2017-10-17", "2017-10-17", True, True),
    ("2017-10-17", "2017-10-18", None, False, False),
    ("2017-10", "2017-10-05", "2017-10-06", True, False),
    ("2017-10", "2017-10-01", "2017-10-31", True, True),
    ("2017-10", "2017-09-01", "2017-12-31", True, True),
    ("[2017-10-13..2017-10-17]", "2017-10-17", "2017-10-20", True, False),
    ("2017-10-12/2017-10-15", "2017-10-15", "2017-10-20", True, True),
    ("2017-10-12/2017-10-15", "2017-10-16", "2017-10-20", False, False),
    ("2017-06/2017-10", "2017-07-01", "2017-07-31", True, True),
    ("2017-06/2017-10", "2017-06-01", "2017-06-15", True, False),
    ("2017-10~", "2017-01-01", "2017-12-31", True, False),
    ("[..2017-10-17]", "2017-01-01", "2017-12-31", True, False),
    ("[..2017-10-17]", "2017-10-18", None, False, False),
    ("[2017-06-06..]", "2019-01-01", "2019-12-31", True, False),
    ("2014", None, "2013-12-31", False, False),
    ("2014", None, "2014-01-01", True, False),
]


@pytest.mark.parametrize(("edtf", "first", "last", "possibly", "certainly"), POSSIBLE)
def test_an_event_is_in_range_as_far_as_its_date_is_known(
    *, edtf: str, first: str | None, last: str | None, possibly: bool, certainly: bool
) -> None:
    make.event(when=dates.from_edtf(edtf))
    bounds = day(first) if first else None, day(last) if last else None
    assert Event.objects.between(*bounds).exists() == possibly
    assert Event.objects.between(*bounds, certainly=True).exists() == certainly


def test_certainly_dated_without_a_range_leaves_out_circa_and_open_ends() -> None:
    for edtf in ("2017-10-17", "2017-10-17~", "[2017-10-17..]"):
        make.event(edtf, when=dates.from_edtf(edtf))
    found = Event.objects.between(None, None, certainly=True)
    assert [event.headline for event in found] == ["2017-10-17"]


def test_order_is_by_first_possible_day_then_width_then_number() -> None:
    written = ["2017", "2017-01-01", "[..2017-01-01]", "2017-01", "2017-01-01", "2016-12-31"]
    events = [make.event(edtf, when=dates.from_edtf(edtf)) for edtf in written]
    oldest = list(Event.objects.oldest_first())
    assert [event.headline for event in oldest] == [
        "2016-12-31",
        "2017-01-01",
        "2017-01-01",
        "2017-01",
        "2017",
        "[..2017-01-01]",
    ]
    assert oldest[1] == events[1]
    assert list(Event.objects.newest_first()) == oldest[::-1]


def test_events_of_a_group_count_for_the_whole_while_it_belonged_to_it() -> None:
    ypg, sdf = make.faction("YPG"), make.faction("SDF")
    make.allegiance(ypg, sdf, since=day("2015-10-10"))
    for edtf in ("2015-01-26", "2015-10", "2016-08-12"):
        make.event(edtf, when=edtf, factions=[(ypg, Role.CAPTOR)])
    found = Event.objects.involving([sdf.pk]).oldest_first()
    assert [event.headline for event in found] == ["2015-10", "2016-08-12"]
    assert not Event.objects.involving([sdf.pk], with_groups=False)


def test_a_chain_counts_only_where_all_its_links_held_at_once() -> None:
    group, middle, whole = (make.faction() for _ in range(3))
    make.allegiance(group, middle, since=day("2014-01-01"), until=day("2014-12-31"))
    make.allegiance(middle, whole, since=day("2015-01-01"))
    make.event(when="2014", factions=[(group, Role.ATTACKER)])
    wide = make.event(when=dates.from_edtf("2013/2016"), factions=[(group, Role.ATTACKER)])
    assert not Event.objects.involving([whole.pk])
    wide.refresh_from_db()
    assert set(wide.faction_ids_with_groups) == {group.pk, middle.pk}


def test_only_belonging_makes_a_group_not_an_alliance() -> None:
    ally, state = make.faction(), make.faction()
    make.allegiance(ally, state, Relation.ALLIED_WITH)
    make.event(factions=[(ally, Role.PARTNER)])
    assert not Event.objects.involving([state.pk])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bridge", True),
        ("bridges", True),
        ("BRIDGE", True),
        ("Rakka", True),
        ("ar-Raqqah", True),
        ("الرقة", True),
        ("Daesh", True),
        ("laid down their arms", True),
        ('"last fighters"', True),
        ('"fighters last"', False),
        ("bridge -daesh", False),
        ("bridge or nothing", True),
        ("stadium", True),
        ("hospital", False),
        ("before noon", False),
    ],
)
def test_words_are_searched_in_all_that_is_public_and_in_every_spelling(
    *, words: str, found: bool
) -> None:
    raqqa = make.city("Raqqa", spellings=["Rakka", "Ar-Raqqah", "الرقة"])
    isis = make.faction("ISIS", spellings=["Daesh"])
    make.event(
        "The bridge falls",
        city=raqqa,
        locality="near the stadium",
        factions=[(isis, Role.FORMER_HOLDER)],
    )
    assert Event.objects.saying(words).exists() == found


def test_a_new_spelling_finds_old_events() -> None:
    city = make.city("Kobani")
    make.event(city=city)
    city.names.create(name="Ayn al-Arab")
    assert not Event.objects.saying("Ayn al-Arab")
    from timeline.actions import cities

    cities.saved(city, by=None)
    assert Event.objects.saying("Ayn al-Arab")


def test_stretches_that_an_event_may_fall_into_are_found() -> None:
    make.event(when=dates.from_edtf("2017-10"))
    make.event(when="2018-01-01")
    gap = (day("2017-10-20"), day("2017-11-20"))
    assert Event.objects.touching([gap]) == [(day("2017-10-01"), day("2017-10-31"))]
