"""Merging while somebody else merges, publishes, saves: one waits, nothing is lost, no circle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests import make
from tests.at_once import made_to_wait
from timeline.actions import articles, events
from timeline.actions.comparing import make_part
from timeline.actions.merging import merge_cities, merge_events, merge_factions
from timeline.models import Citation, City, Event, Faction, Participation, User
from timeline.models.vocabulary import Role, Status

pytestmark = pytest.mark.django_db(transaction=True)

WHY = "They are the same."
LATER = f"Updated. {make.BODY}"
MERGED: dict[str, tuple[Callable[[], Any], Callable[..., None]]] = {
    "event": (lambda: make.event(published=True), merge_events),
    "city": (make.city, merge_cities),
    "faction": (make.faction, merge_factions),
}


def refusal(act: Callable[[], object], into: list[str]) -> Callable[[], None]:
    """Does it, and notes in what words it was refused."""

    def acting() -> None:
        try:
            act()
        except ValidationError as refused:
            into.extend(refused.messages)
        except IntegrityError as refused:
            into.append(str(refused))

    return acting


@pytest.mark.parametrize("kind", MERGED)
def test_of_two_who_merge_the_same_each_the_other_way_round_the_second_is_told(kind: str) -> None:
    builder, merge = MERGED[kind]
    one, other, first, second = builder(), builder(), make.editor("first"), make.editor("second")
    told: list[str] = []
    turned = (type(one).objects.get(pk=other.pk), type(one).objects.get(pk=one.pk))
    with transaction.atomic():
        merge(one, into=other, by=first, note=WHY)
        back = made_to_wait(
            refusal(lambda: merge(turned[0], into=turned[1], by=second, note=WHY), told)
        )
    back.join()
    assert len(told) == 1
    assert "gone by now" in told[0] or "was withdrawn" in told[0]


def test_a_draft_that_is_merged_while_somebody_publishes_it_is_not_published() -> None:
    draft, kept, editor = make.event(), make.event(published=True), make.editor()
    told: list[str] = []
    at_hand = Event.objects.get(pk=draft.pk)
    with transaction.atomic():
        merge_events(draft, into=kept, by=editor, note=WHY)
        publishing = made_to_wait(refusal(lambda: events.publish(at_hand, by=editor), told))
    publishing.join()
    assert list(Event.objects.published()) == [kept]
    assert kept.citations.count() == 2
    assert told


def test_what_is_published_while_somebody_merges_it_is_withdrawn_and_leads_on() -> None:
    draft, kept, editor = make.event(), make.event(published=True), make.editor()
    number = draft.pk
    with transaction.atomic():
        events.publish(draft, by=editor)
        at_hand = Event.objects.get(pk=number)
        merging = made_to_wait(lambda: merge_events(at_hand, into=kept, by=editor, note=WHY))
    merging.join()
    assert Event.objects.get(pk=number).status == Status.WITHDRAWN
    assert kept.citations.count() == 2


def test_no_circle_of_parts_closes_while_events_are_merged() -> None:
    editor = make.editor()
    above, dropped = make.event(), make.event()
    kept, part = make.event(parent=above), make.event(parent=dropped)
    below = make.event(parent=part)
    told: list[str] = []
    whole, far = Event.objects.get(pk=above.pk), Event.objects.get(pk=below.pk)
    with transaction.atomic():
        merge_events(dropped, into=kept, by=editor, note=WHY)
        putting = made_to_wait(refusal(lambda: make_part(whole, far, by=editor), told))
    putting.join()
    assert len(told) == 1
    assert "already" in told[0]


def test_an_event_that_is_being_entered_goes_over_with_its_city() -> None:
    kept, dropped, editor = make.city(), make.city(), make.editor()
    with transaction.atomic():
        event = make.event(city=dropped, published=True)
        merging = made_to_wait(lambda: merge_cities(dropped, into=kept, by=editor, note=WHY))
    merging.join()
    event.refresh_from_db()
    assert event.city == kept
    assert list(City.objects.all()) == [kept]


def test_an_event_entered_in_a_city_that_is_being_merged_is_refused() -> None:
    kept, dropped, editor = make.city(), make.city(), make.editor()
    told: list[str] = []
    here = City.objects.get(pk=dropped.pk)
    with transaction.atomic():
        merge_cities(dropped, into=kept, by=editor, note=WHY)
        entering = made_to_wait(refusal(lambda: enter(here, editor), told))
    entering.join()
    assert len(told) == 1
    assert not Event.objects.exists()


@transaction.atomic
def enter(city: City, editor: User) -> None:
    make.event(city=city, by=editor)


def test_an_event_that_is_given_the_faction_once_more_and_the_merging_do_not_wait_for_ever() -> (
    None
):
    kept, dropped, editor = make.faction(), make.faction(), make.editor()
    event = make.event(factions=[(dropped, Role.CAPTOR)])
    at_hand = Faction.objects.get(pk=dropped.pk)
    with transaction.atomic():
        held = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
        merging = made_to_wait(lambda: merge_factions(at_hand, into=kept, by=editor, note=WHY))
        Participation.objects.create(event=held, faction=dropped, role=Role.TARGET)
        events.changed(held, by=editor)
    merging.join()
    roles = set(Participation.objects.values_list("faction", "role"))
    assert roles == {(kept.pk, Role.CAPTOR), (kept.pk, Role.TARGET)}


def test_quotations_that_go_over_while_their_article_changes_follow_it_once() -> None:
    article, editor = make.article(), make.editor()
    kept = make.event(taken_from=article, published=True)
    dropped = make.event(taken_from=article, published=True)
    make.citation(dropped, article, "the fighting stopped")
    at_hand = Event.objects.get(pk=dropped.pk)
    with transaction.atomic():
        articles.changed(article, by=editor, body=LATER)
        merging = made_to_wait(lambda: merge_events(at_hand, into=kept, by=editor, note=WHY))
    merging.join()
    assert {row.text.number for row in Citation.objects.all() if row.text} == {2}
    assert sorted(row.quotation for row in kept.citations.all()) == [
        make.QUOTATION,
        "the fighting stopped",
    ]


def test_a_text_that_comes_while_events_are_merged_takes_all_quotations_along() -> None:
    article, editor = make.article(), make.editor()
    kept = make.event(taken_from=article, published=True)
    dropped = make.event(taken_from=article, published=True)
    make.citation(dropped, article, "the fighting stopped")
    with transaction.atomic():
        merge_events(dropped, into=kept, by=editor, note=WHY)
        changing = made_to_wait(lambda: articles.changed(article, by=editor, body=LATER))
    changing.join()
    assert {row.text.number for row in kept.citations.all() if row.text} == {2}
