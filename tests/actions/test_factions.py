"""Allegiances and merges: the events they concern follow in the same transaction."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import make
from tests.undone import rolled_back
from timeline import dates
from timeline.actions import factions
from timeline.actions.merging import merge_factions
from timeline.models import Allegiance, Edition, Event, Faction
from timeline.models.vocabulary import Relation, Role

pytestmark = pytest.mark.django_db

# A YPG event on these days, and whether it counts for the SDF that the YPG joined on a day in
# October 2015 and left on one in 2016.
BELONGING = [
    ("2015-09-30", False),
    ("2015-10-01", True),
    ("2015-10-31", True),
    ("2015", True),
    ("[..2015-09-30]", False),
    ("[2014-01-01..]", True),
    ("2016-12-31", True),
    ("2017-01-01", False),
    ("2017", False),
    ("[2017-01-01..]", False),
    ("[..2017-01-01]", True),
]


def counted_for(event: Event) -> set[str]:
    """Names of the factions that the event counts for."""
    event.refresh_from_db()
    found = Faction.objects.filter(pk__in=event.faction_ids_with_groups)
    return set(found.values_list("name", flat=True))


def deed(of: Faction, when: str = "2016-05-01") -> Event:
    return make.event(when=dates.from_edtf(when), factions=[(of, Role.ATTACKER)])


@pytest.mark.parametrize(("when", "counts"), BELONGING)
def test_an_event_counts_for_the_whole_where_its_days_and_those_of_belonging_meet(
    *, when: str, counts: bool
) -> None:
    ypg, sdf = make.faction("YPG"), make.faction("SDF")
    event = deed(ypg, when)
    make.allegiance(ypg, sdf, since="2015-10", until="2016")
    assert counted_for(event) == ({"YPG", "SDF"} if counts else {"YPG"})


@pytest.mark.parametrize("relation", [each for each in Relation if each != Relation.PART_OF])
def test_no_other_relation_makes_a_group(relation: Relation) -> None:
    one, other = make.faction("One"), make.faction("Other")
    event = deed(one)
    make.allegiance(one, other, relation)
    assert counted_for(event) == {"One"}


def test_a_day_of_joining_that_is_mended_takes_the_events_along() -> None:
    ypg, sdf = make.faction("YPG"), make.faction("SDF")
    link = make.allegiance(ypg, sdf, since="2015-10-10")
    before, after = deed(ypg, "2015-10-09"), deed(ypg, "2015-10-10")
    assert (counted_for(before), counted_for(after)) == ({"YPG"}, {"YPG", "SDF"})
    link.since_earliest = link.since_latest = date(2015, 10, 9)
    link.save()
    factions.saved(ypg, by=make.editor())
    assert counted_for(before) == {"YPG", "SDF"}


def test_leaving_takes_the_events_away_again() -> None:
    ypg, sdf = make.faction("YPG"), make.faction("SDF")
    link, event = make.allegiance(ypg, sdf), deed(ypg)
    assert counted_for(event) == {"YPG", "SDF"}
    link.delete()
    factions.saved(ypg, by=make.editor())
    assert counted_for(event) == {"YPG"}


def test_events_of_a_unit_follow_where_its_group_joins_something_larger() -> None:
    unit, group, whole = make.faction("Unit"), make.faction("Group"), make.faction("Whole")
    make.allegiance(unit, group, until="2016-06-30")
    events = [deed(unit, "2016-06-30"), deed(unit, "2016-07-01"), deed(group, "2016-07-01")]
    make.allegiance(group, whole, since="2016-06-30")
    counted = [counted_for(event) for event in events]
    assert counted == [{"Unit", "Group", "Whole"}, {"Unit"}, {"Group", "Whole"}]


def test_a_merge_takes_the_groups_and_the_wholes_of_what_goes_along() -> None:
    unit, twin, kept = make.faction("Unit"), make.faction("Twin"), make.faction("Kept")
    whole = make.faction("Whole")
    make.allegiance(unit, twin)
    make.allegiance(twin, whole)
    events = [deed(unit), deed(twin), deed(kept)]
    merge_factions(twin, into=kept, by=make.editor(), note="entered twice")
    larger = {"Kept", "Whole"}
    assert [counted_for(event) for event in events] == [{"Unit", *larger}, larger, larger]
    assert Event.objects.saying("Twin").count() == 2


def test_a_refused_circle_leaves_events_and_edition_as_they_were() -> None:
    unit, group = make.faction("Unit"), make.faction("Group")
    make.allegiance(unit, group)
    event, edition = deed(group), Edition.objects.current().number
    with pytest.raises(ValidationError), transaction.atomic():
        make.allegiance(group, unit)
    assert counted_for(event) == {"Group"}
    assert Edition.objects.current().number == edition


def test_a_new_spelling_finds_the_events_of_a_faction_and_a_saved_allegiance_keeps_them() -> None:
    isis = make.faction("ISIS")
    deed(isis)
    isis.names.create(name="Daesh")
    factions.saved(isis, by=make.editor())
    make.allegiance(isis, make.faction())
    assert Event.objects.saying("Daesh").exists()
    isis.names.all().delete()
    factions.saved(isis, by=make.editor())
    assert not Event.objects.saying("Daesh").exists()


START = date(2016, 1, 1)
STRETCH = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: (min(ends), max(ends)))
LINKS = st.lists(
    st.tuples(st.sampled_from([*permutations(range(4), 2)]), STRETCH).filter(
        lambda link: link[0][0] < link[0][1]
    ),
    max_size=6,
)


@settings(max_examples=40)
@given(LINKS, STRETCH)
def test_a_group_counts_on_a_day_on_which_every_link_of_a_chain_held(
    links: list[tuple[tuple[int, int], tuple[int, int]]], event: tuple[int, int]
) -> None:
    with rolled_back():
        ranks = [make.faction() for _ in range(4)]
        early = deed(ranks[0], stretch(event))
        Allegiance.objects.bulk_create(
            Allegiance(
                faction=ranks[lower],
                other=ranks[upper],
                relation=Relation.PART_OF,
                since_earliest=START + timedelta(days=days[0]),
                until_latest=START + timedelta(days=days[1]),
                source="a test",
            )
            for (lower, upper), days in links
        )
        for each in ranks:
            factions.saved(each, by=None)
        late = deed(ranks[0], stretch(event))
        early.refresh_from_db()
        late.refresh_from_db()
        expected = {ranks[rank].pk for day in within(event) for rank in reached(links, day)}
        assert set(early.faction_ids_with_groups) == expected
        assert set(late.faction_ids_with_groups) == expected


def reached(links: list[tuple[tuple[int, int], tuple[int, int]]], day: int) -> set[int]:
    """What the lowest rank was a part of on that day, itself included."""
    found = {0}
    while more := {
        upper
        for (lower, upper), days in links
        if lower in found and upper not in found and day in within(days)
    }:
        found |= more
    return found


def within(days: tuple[int, int]) -> range:
    return range(days[0], days[1] + 1)


def stretch(days: tuple[int, int]) -> str:
    first, last = (START + timedelta(days=day) for day in days)
    return f"[{first}..{last}]" if first < last else f"{first}"
