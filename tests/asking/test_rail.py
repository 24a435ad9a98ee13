"""The counts beside each choice: what there would be if it alone were picked in its group."""

from datetime import date

import pytest
from django.http import QueryDict

from tests import make
from timeline.filters import EventFilter
from timeline.models import City, Faction
from timeline.models.vocabulary import ControlState, Grade, Kind, Role
from timeline.rail import Choice, counts, rail
from timeline.vocabulary import _load

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(db: None) -> None:
    raqqa, mosul = make.city("Raqqa"), make.city("Mosul")
    sdf, ypg, isis = make.faction("SDF"), make.faction("YPG"), make.faction("ISIS")
    make.allegiance(ypg, sdf)
    make.event(city=raqqa, factions=[(sdf, Role.CAPTOR), (isis, Role.DEFENDER)], published=True)
    make.event(city=raqqa, kind=Kind.CLASH, factions=[(ypg, Role.ATTACKER)], published=True)
    make.event(city=mosul, kind=Kind.CLASH, when="2016", published=True)
    make.event(city=mosul, grade=Grade.REFUTED, published=True)
    make.event(city=mosul)
    make.withdrawn(city=mosul)


def choices(query: str, group: str, *, subject: tuple[str, str] | None = None) -> list[Choice]:
    question = EventFilter(QueryDict(query), _load(), subject=subject)
    groups = {found.name: found for found in rail(question, counts(question))}
    return groups[group].choices


def numbers(query: str, group: str) -> dict[str, int]:
    return {choice.label: choice.count for choice in choices(query, group)}


def test_a_choice_counts_what_it_would_give_alone_with_all_other_groups_unchanged() -> None:
    assert numbers("", "city") == {"Raqqa": 2, "Mosul": 1}
    assert numbers("city=raqqa", "city") == {"Raqqa": 2, "Mosul": 1}
    assert numbers("city=raqqa&kind=clash", "city") == {"Mosul": 1, "Raqqa": 1}
    assert numbers("kind=control", "city") == {"Raqqa": 1}


def test_a_faction_counts_its_groups_unless_they_are_left_out() -> None:
    named = {"YPG": 1, "ISIS": 1, "No faction named": 1}
    assert numbers("", "faction") == {"SDF": 2, **named}
    assert numbers("members=0", "faction") == {"SDF": 1, **named}


@pytest.mark.parametrize(
    ("group", "label"), [("city", "No city given"), ("faction", "No faction named")]
)
def test_what_names_none_is_the_last_choice_and_stays_once_ticked(group: str, label: str) -> None:
    assert label not in numbers("kind=control", group)
    for _ in range(3):
        make.event(kind=Kind.PROTEST, published=True)
    last = choices("kind=protest", group)[-1]
    assert (last.label, last.count, last.value) == (label, 3, "none")
    assert choices(f"{group}=none&to=1999", group)[-1].checked


def test_a_second_faction_counts_the_events_it_has_in_common_with_the_first() -> None:
    assert numbers("", "with") == {}
    assert numbers("faction=sdf", "with") == {"ISIS": 1, "YPG": 1}
    assert numbers("faction=sdf&with=isis", "with") == {"ISIS": 1, "YPG": 1}
    assert numbers("faction=sdf&members=0", "with") == {"ISIS": 1}


def test_a_holder_counts_the_events_in_its_cities_while_it_held_them() -> None:
    raqqa, mosul = City.objects.get(slug="raqqa"), City.objects.get(slug="mosul")
    ypg, isis = Faction.objects.get(slug="ypg"), Faction.objects.get(slug="isis")
    changing = ControlState.CHANGING
    make.event(city=raqqa, when="2018", published=True)
    make.held(raqqa, isis, last=date(2017, 10, 16))
    make.held(raqqa, isis, first=date(2017, 10, 17), last=date(2017, 10, 18), state=changing)
    make.held(raqqa, ypg, first=date(2017, 10, 19))
    make.held(mosul, isis, first=date(2016, 7, 1))
    assert numbers("to=2017", "held") == {"ISIS": 3}
    assert numbers("city=mosul", "held") == {"ISIS": 1}
    assert numbers("held=isis&kind=clash&to=2017", "held") == {"ISIS": 2}
    assert numbers("certain=1&to=2017", "held") == {}
    assert numbers("from=2018", "held") == {"SDF": 1, "YPG": 1}
    assert numbers("from=2018&members=0", "held") == {"YPG": 1}


@pytest.mark.parametrize("more", ["", "&members=0", "&certain=1", "&faction=sdf"])
def test_the_count_beside_a_holder_is_that_of_the_list_it_gives(more: str) -> None:
    raqqa, isis = City.objects.get(slug="raqqa"), Faction.objects.get(slug="isis")
    make.held(raqqa, isis, first=date(2017, 1, 1), last=date(2017, 10, 10))
    make.held(raqqa, Faction.objects.get(slug="ypg"), first=date(2017, 10, 11))
    for choice in choices(more.removeprefix("&"), "held"):
        question = EventFilter(QueryDict(f"held={choice.value}{more}"), _load())
        assert question.events().count() == choice.count > 0


def test_a_group_stands_under_the_faction_it_belongs_to() -> None:
    found = [(choice.label, choice.level) for choice in choices("", "faction")[:3]]
    assert found == [("SDF", 0), ("YPG", 1), ("ISIS", 0)]


def test_a_family_counts_all_its_kinds() -> None:
    assert numbers("", "kind") == {
        "Control": 1,
        "captured by fighting": 1,
        "Fighting": 2,
        "armed clash": 2,
    }


def test_refuted_events_are_counted_only_as_what_they_are() -> None:
    assert numbers("", "evidence") == {"Unconfirmed": 3, "Refuted": 1}
    assert sum(numbers("evidence=all", "city").values()) == 4


def test_counts_agree_with_the_list_that_a_choice_gives() -> None:
    for choice in choices("kind=fighting", "city"):
        question = EventFilter(QueryDict(f"kind=fighting&city={choice.value}"), _load())
        assert question.events().count() == choice.count


def test_a_chosen_value_stays_in_sight_without_events() -> None:
    found = choices("city=mosul&kind=control", "city")
    assert [(choice.label, choice.count, choice.checked) for choice in found] == [
        ("Raqqa", 1, False),
        ("Mosul", 0, True),
    ]


def test_the_pages_own_city_is_marked_as_such() -> None:
    own = [choice.label for choice in choices("", "city", subject=("city", "raqqa")) if choice.own]
    assert own == ["Raqqa"]


def test_in_a_range_it_is_told_how_many_lie_in_it_for_certain() -> None:
    question = EventFilter(QueryDict("from=2016-06&to=2017-10-17"), _load())
    counted = counts(question)
    assert (counted.total, counted.certain) == (3, 2)
    assert counts(EventFilter(QueryDict(""), _load())).certain is None
