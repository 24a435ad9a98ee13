"""Who held a city follows every action that changes what is public, in the same transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from tests import make
from timeline.actions import articles, comparing, control, datasets, events, factions
from timeline.actions.merging import merge_cities, merge_events, merge_factions
from timeline.actions.restoring import restore
from timeline.models import (
    Allegiance,
    Article,
    Citation,
    City,
    ControlSpan,
    Dataset,
    Event,
    Faction,
    Participation,
    Revision,
)
from timeline.models.vocabulary import Grade, Kind, PlacePrecision, Role, Scale, Stance

pytestmark = pytest.mark.django_db

WHY = "It was wrong."
FIRST, SECOND = "2015-01-05", "2015-01-10"


@dataclass
class Place:
    """A city that the rebels took from the army: who is concerned, and the event."""

    city: City
    army: Faction
    rebels: Faction
    taken: Event


@pytest.fixture
def place() -> Place:
    city, army, rebels = make.city("Raqqa"), make.faction("Army"), make.faction("Rebels")
    taken = capture(city, rebels, army, when=FIRST)
    return Place(city, army, rebels, taken)


def capture(city: City, captor: Faction, former: Faction | None = None, **columns: Any) -> Event:
    parts = [(captor, Role.CAPTOR), *([(former, Role.FORMER_HOLDER)] if former else [])]
    given: dict[str, Any] = {"published": True, "taken_from": paper(), **columns}
    return make.event(city=city, factions=parts, **given)


def paper() -> Article:
    """An article whose word is enough."""
    return make.article(outlet=make.outlet(scale=Scale.NATIONAL))


def course(city: City) -> list[str]:
    """Of every span its first day, state and holders, oldest first; names in order."""
    names = dict(Faction.objects.values_list("pk", "name"))
    return [
        f"{span.during.lower or '…'} {span.state} {holders(span, names)}".strip()
        for span in ControlSpan.objects.in_city(city.pk)
    ]


def holders(span: ControlSpan, names: dict[int, str]) -> str:
    return " ".join(sorted(names[number] for number in span.holders))


BEFORE = ["… held Army", "2015-01-05 held Rebels"]


def test_publishing_says_who_holds_the_city(place: Place) -> None:
    assert course(place.city) == BEFORE
    [_army, rebels] = ControlSpan.objects.in_city(place.city.pk)
    assert rebels.began_by == [place.taken.pk]


def test_what_is_not_published_says_nothing(place: Place) -> None:
    draft = capture(place.city, place.army, when=SECOND, published=False)
    events.submit(draft, by=make.editor())
    assert course(place.city) == BEFORE
    assert control.rebuild_all() == 0


@pytest.mark.parametrize(
    "columns",
    [
        {"locality": "National Hospital"},
        {"place_precision": PlacePrecision.EXACT},
        {"place_precision": PlacePrecision.DISTRICT},
        {"place_precision": PlacePrecision.NEAR},
    ],
)
def test_what_happens_in_a_part_of_the_city_or_near_it_hands_over_nothing(
    place: Place, columns: dict[str, Any]
) -> None:
    capture(place.city, place.army, place.rebels, when=SECOND, **columns)
    assert course(place.city) == BEFORE


# Every action that changes what is public, what it is done to, and the course after it.


def published(place: Place) -> None:
    capture(place.city, place.army, place.rebels, when=SECOND)


def corrected(place: Place) -> None:
    place.taken.participations.filter(role=Role.CAPTOR).update(faction=make.faction("Third"))
    events.correct(place.taken, by=make.editor(), note=WHY)


def moved_to_another_city(place: Place) -> None:
    place.taken.city = make.city()
    place.taken.save()
    events.correct(place.taken, by=make.editor(), note=WHY)


def moved_to_a_locality(place: Place) -> None:
    place.taken.locality = "National Hospital"
    place.taken.save()
    events.correct(place.taken, by=make.editor(), note=WHY)


def graded_down(place: Place) -> None:
    place.taken.grade_set = Grade.UNCONFIRMED
    place.taken.save()
    events.correct(place.taken, by=make.editor(), note=WHY)


def withdrawn(place: Place) -> None:
    events.withdraw(place.taken, by=make.editor(), note=WHY)


def restored(place: Place) -> None:
    corrected(place)
    first = Revision.objects.of(place.taken).get(number=2)
    restore(place.taken, first, by=make.editor(), note=WHY)


def denied_by_another_source(place: Place) -> None:
    denial = Citation(article=paper(), quotation=make.QUOTATION, stance=Stance.DENIES)
    comparing.attach(place.taken, denial, by=make.editor())


def merged_as_an_event(place: Place) -> None:
    twin = capture(place.city, place.rebels, place.army, when="2015-01-20")
    assert course(place.city) != BEFORE
    merge_events(twin, into=place.taken, by=make.editor(), note=WHY)


def merged_as_a_draft(place: Place) -> None:
    third = make.faction("Third")
    draft = capture(place.city, third, when=FIRST, published=False)
    merge_events(draft, into=place.taken, by=make.editor(), note=WHY)


def merged_as_a_city(place: Place) -> None:
    other = make.city()
    capture(other, place.army, place.rebels, when=SECOND)
    merge_cities(other, into=place.city, by=make.administrator(), note=WHY)


def merged_as_a_faction(place: Place) -> None:
    other = make.faction("Other")
    capture(place.city, other, place.rebels, when=SECOND)
    merge_factions(other, into=place.army, by=make.administrator(), note=WHY)


def joined_a_group(place: Place) -> None:
    other = make.faction("Alliance")
    Participation.objects.create(event=place.taken, faction=other, role=Role.CAPTOR)
    events.correct(place.taken, by=make.editor(), note=WHY)
    assert course(place.city)[-1] == "2015-01-05 held Alliance Rebels"
    make.allegiance(place.rebels, other)


def left_a_group(place: Place) -> None:
    joined_a_group(place)
    Allegiance.objects.all().delete()
    factions.saved(place.rebels, by=make.administrator())


def printed_by_new_media(place: Place) -> None:
    outlet = place.taken.citations.get().article.outlet
    outlet.scale = Scale.NEW_MEDIA
    outlet.save()
    articles.outlet_saved(outlet, by=make.administrator())


def found_to_be_a_copy(place: Place) -> None:
    article = place.taken.citations.get().article
    article.retells = make.article(outlet=make.outlet(run_by=place.rebels))
    article.save()
    articles.changed(article, by=make.editor(), body="")


def recorded_in_a_doubtful_dataset(place: Place) -> None:
    dataset = Dataset.objects.create(slug="rows", name="Rows", grade=Grade.REPORTED)
    capture(
        place.city,
        place.army,
        place.rebels,
        when=SECOND,
        quotation="",
        taken_from=None,
        dataset=dataset,
        external_id="1",
    )
    assert course(place.city)[-1] == "2015-01-10 held Army"
    dataset.grade = Grade.UNCONFIRMED
    dataset.save()
    datasets.saved(dataset, by=make.administrator())


ACTIONS: list[tuple[Callable[[Place], None], list[str]]] = [
    (published, [*BEFORE, "2015-01-10 held Army"]),
    (corrected, ["… held Army", "2015-01-05 held Third"]),
    (moved_to_another_city, []),
    (moved_to_a_locality, []),
    (graded_down, ["2015-01-05 contested Army Rebels"]),
    (withdrawn, []),
    (restored, BEFORE),
    (denied_by_another_source, ["2015-01-05 contested Army Rebels"]),
    (merged_as_an_event, BEFORE),
    (merged_as_a_draft, ["… held Army", "2015-01-05 held Rebels Third"]),
    (merged_as_a_city, [*BEFORE, "2015-01-10 held Army"]),
    (merged_as_a_faction, [*BEFORE, "2015-01-10 held Army"]),
    (joined_a_group, ["… held Army", "2015-01-05 held Alliance"]),
    (left_a_group, ["… held Army", "2015-01-05 held Alliance Rebels"]),
    (printed_by_new_media, ["2015-01-05 contested Army Rebels"]),
    (found_to_be_a_copy, ["2015-01-05 contested Army Rebels"]),
    (recorded_in_a_doubtful_dataset, [*BEFORE, "2015-01-10 contested Army Rebels"]),
]


@pytest.mark.parametrize(("act", "expected"), ACTIONS, ids=[act.__name__ for act, _ in ACTIONS])
def test_the_course_follows_what_is_done(
    place: Place, act: Callable[[Place], None], expected: list[str]
) -> None:
    act(place)
    assert course(place.city) == expected
    assert control.rebuild_all() == 0, "what was left behind is not what deriving gives"


def test_a_withdrawn_event_is_as_if_it_had_never_been_entered(place: Place) -> None:
    before = list(ControlSpan.objects.values_list())
    later = capture(place.city, place.army, place.rebels, when=SECOND)
    events.withdraw(later, by=make.editor(), note=WHY)
    assert list(ControlSpan.objects.values_list()) != before  # rows were written anew
    assert course(place.city) == BEFORE
    [_army, rebels] = ControlSpan.objects.in_city(place.city.pk)
    assert (rebels.ended_by, rebels.proven_by) == ([], [])


def test_the_table_dropped_and_derived_anew_is_the_same(place: Place) -> None:
    capture(place.city, place.army, make.faction("Third"), when="2015-02")
    make.event(
        city=place.city,
        kind=Kind.BESIEGED,
        factions=[(place.army, Role.DEFENDER)],
        when="2016",
        taken_from=paper(),
        published=True,
    )
    columns = ("city", "during", *("state", "holders", "coming"))
    keys = ("began_by", "ended_by", "proven_by")
    before = list(ControlSpan.objects.values_list(*columns, *keys))
    ControlSpan.objects.all().delete()
    assert control.rebuild_all() == len(before)
    assert list(ControlSpan.objects.values_list(*columns, *keys)) == before


def test_only_what_differs_is_written(place: Place) -> None:
    [first, _second] = ControlSpan.objects.in_city(place.city.pk)
    published(place)
    assert ControlSpan.objects.in_city(place.city.pk).first() == first


def test_what_is_merged_or_succeeded_fits_what_came_of_it(place: Place) -> None:
    heirs = make.faction("Heirs")
    Allegiance.objects.create(
        faction=heirs, other=place.rebels, relation="successor_of", source="a test"
    )
    capture(place.city, place.army, heirs, when=SECOND)
    assert course(place.city) == [*BEFORE, "2015-01-10 held Army"]


def test_deriving_many_cities_asks_as_often_as_deriving_one(
    place: Place, django_assert_num_queries: Any
) -> None:
    others = [make.city() for _ in range(3)]
    for other in others:
        capture(other, place.rebels, place.army, when=FIRST)
    asked = 8  # of them three for the lock and the transaction
    with django_assert_num_queries(asked, exact=False):
        control.rebuild([place.city.pk])
    with django_assert_num_queries(asked + len(others), exact=False):  # a lock for each
        control.rebuild([place.city.pk, *(other.pk for other in others)])


def test_days_are_inclusive_and_ends_open(place: Place) -> None:
    capture(place.city, place.army, place.rebels, when=SECOND)
    [before, rebels, army] = ControlSpan.objects.in_city(place.city.pk)
    assert (before.during.lower, before.during.upper) == (None, date(2015, 1, 5))
    assert (rebels.during.lower, rebels.during.upper) == (date(2015, 1, 5), date(2015, 1, 10))
    assert army.during.upper is None
