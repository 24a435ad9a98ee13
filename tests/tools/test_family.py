"""The family of a faction: over time, on a day, and drawn."""

from datetime import date

import pytest

from tests import make
from timeline.family import Family, Standing, draw, family_of
from timeline.models import Faction
from timeline.models.vocabulary import Relation
from timeline.wording.allegiances import ties

pytestmark = pytest.mark.django_db


def day(text: str) -> date:
    return date.fromisoformat(text)


def told(family: Family) -> list[tuple[str, str]]:
    return [(bond.standing.value, bond.other.name) for bond in family.bonds]


@pytest.fixture
def ypg(db: None) -> Faction:
    """Part of the SDF since a day in October 2015, with a unit that joined before and left."""
    ypg, sdf, unit = make.faction("YPG"), make.faction("SDF"), make.faction("Unit")
    make.allegiance(unit, ypg, since="2013-04-01", until="2016-12-31")
    make.allegiance(ypg, sdf, since="2015-10")
    return ypg


STANDINGS = [
    (Relation.ALLIED_WITH, "ally", "ally"),
    (Relation.SUPPORTS, "supported", "supporter"),
    (Relation.OPPOSED_TO, "opponent", "opponent"),
    (Relation.SUCCESSOR_OF, "predecessor", "successor"),
    (Relation.SPLIT_FROM, "origin", "splinter"),
    (Relation.MERGED_INTO, "absorber", "absorbed"),
    (Relation.PART_OF, "whole", "member"),
]


@pytest.mark.parametrize(("relation", "to_one", "to_other"), STANDINGS)
def test_a_relation_is_told_from_both_sides(relation: Relation, to_one: str, to_other: str) -> None:
    one, other = make.faction("One"), make.faction("Other")
    make.allegiance(one, other, relation)
    assert told(family_of(one)) == [(to_one, "Other")]
    assert told(family_of(other)) == [(to_other, "One")]


ON_DAYS = [
    ("2013-03-31", {}),
    ("2013-04-01", {}),
    ("2015-09-30", {}),
    ("2015-10-01", {"YPG": False, "Unit": False}),
    ("2015-10-31", {"YPG": True, "Unit": True}),
    ("2016-12-31", {"YPG": True, "Unit": True}),
    ("2017-01-01", {"YPG": True}),
]


@pytest.mark.usefixtures("ypg")
@pytest.mark.parametrize(("on", "members"), ON_DAYS)
def test_on_a_day_members_are_those_whose_every_link_held(
    on: str, members: dict[str, bool]
) -> None:
    family = family_of(Faction.objects.get(name="SDF")).on(day(on))
    assert {bond.other.name: bond.surely_holds(day(on)) for bond in family.bonds} == members


def test_a_member_of_a_member_says_through_whom(ypg: Faction) -> None:
    sdf = Faction.objects.get(name="SDF")
    through = {bond.other.name: bond.through for bond in family_of(sdf).bonds}
    assert through == {"YPG": (), "Unit": (ypg,)}
    unit = Faction.objects.get(name="Unit")
    assert {bond.other.name: bond.through for bond in family_of(unit).bonds} == {
        "YPG": (),
        "SDF": (ypg,),
    }


def test_links_that_never_held_at_once_make_no_chain() -> None:
    unit, group, whole = make.faction("Unit"), make.faction("Group"), make.faction("Whole")
    make.allegiance(unit, group, until="2014-12-31")
    make.allegiance(group, whole, since="2015-01-01")
    assert told(family_of(whole)) == [("member", "Group")]
    assert told(family_of(unit)) == [("whole", "Group")]


def test_the_days_of_change_are_those_on_which_another_answer_is_given(ypg: Faction) -> None:
    turns = [str(turn) for turn in family_of(Faction.objects.get(name="SDF")).turns]
    assert turns == ["2015-10-01", "2015-10-31", "2017-01-01"]
    assert "2013-04-01" in [str(turn) for turn in family_of(ypg).turns]


def test_who_joined_after_a_day_that_is_not_known_is_never_a_member_for_certain() -> None:
    group, whole = make.faction(), make.faction()
    make.allegiance(group, whole, since="[2015-01-01..]")
    (bond,) = family_of(whole).bonds
    assert bond.holds(day("2020-01-01"))
    assert bond.sure is None


def test_words_tell_since_when_events_of_a_group_count(ypg: Faction) -> None:
    found = {tie.other.name: tie for tie in ties(family_of(Faction.objects.get(name="SDF")).bonds)}
    assert found["YPG"].time == "since October 2015"
    assert found["YPG"].counting == "YPG events count for it from 1 October 2015"
    assert found["Unit"].time == "from October 2015 to 31 December 2016"
    assert found["Unit"].through == "through YPG"
    (whole,) = (tie for tie in ties(family_of(ypg).bonds) if tie.other.name == "SDF")
    assert whole.counting == "YPG events count for it from 1 October 2015"


def test_words_of_a_day_say_what_is_not_certain_on_it() -> None:
    group, whole = make.faction("Group"), make.faction("Whole")
    make.allegiance(group, whole, since="2015-10")
    for on, possibly in (("2015-10-10", True), ("2015-11-01", False)):
        family = family_of(whole).on(day(on))
        assert [tie.possibly for tie in ties(family.bonds, on=day(on))] == [possibly]


def test_larger_groups_stand_above_and_all_others_below(ypg: Faction) -> None:
    make.allegiance(make.faction("Navy"), ypg, Relation.SUPPORTS, since="2016")
    drawing = draw(family_of(ypg), [])
    assert drawing
    above = {row.other.name: row.y < drawing.own for row in drawing.rows}
    assert above == {"SDF": True, "Unit": False, "Navy": False}


def test_a_bar_is_hollow_while_belonging_is_not_certain(ypg: Faction) -> None:
    drawing = draw(family_of(Faction.objects.get(name="SDF")), [day("2010-01-01")])
    assert drawing
    bars = {row.other.name: [bar.hollow for bar in row.bars] for row in drawing.rows}
    assert bars == {"YPG": [True, False], "Unit": [True, False]}
    joins = {row.other.name: [join.known for join in row.joins] for row in drawing.rows}
    assert joins == {"YPG": [False], "Unit": [False, True]}


def test_a_member_of_a_member_is_joined_to_the_row_of_the_latter(ypg: Faction) -> None:
    drawing = draw(family_of(Faction.objects.get(name="SDF")), [])
    assert drawing
    rows = {row.other.name: row for row in drawing.rows}
    assert rows["YPG"].joins[0].top == drawing.own
    assert rows["Unit"].joins[0].top == rows["YPG"].y


def test_a_split_is_a_mark_on_its_day_and_no_bar() -> None:
    one, other = make.faction(), make.faction()
    make.allegiance(one, other, Relation.SPLIT_FROM, since="2013-04-08")
    drawing = draw(family_of(other), [day("2012-01-01"), day("2015-01-01")])
    assert drawing
    (row,) = drawing.rows
    assert row.bars == []
    assert [join.known for join in row.joins] == [True]


def test_the_drawing_mirrors_for_scripts_from_right_to_left(ypg: Faction) -> None:
    family, record = family_of(ypg), [day("2010-01-01"), day("2019-12-31")]
    places = [draw(family, record, mirrored=mirrored) for mirrored in (False, True)]
    left, right = (drawing.rows[0].joins[0].x for drawing in places if drawing)
    assert float(left.rstrip("%")) + float(right.rstrip("%")) == pytest.approx(100)


def test_a_family_without_any_day_is_not_drawn() -> None:
    one, other = make.faction(), make.faction()
    make.allegiance(one, other)
    assert draw(family_of(one), []) is None
    assert draw(family_of(one), [day("2015-01-01")]) is not None
    assert Standing.WHOLE in {bond.standing for bond in family_of(one).bonds}
