"""Two who publish or merge in one city at once: one waits, and both events count."""

from __future__ import annotations

import pytest
from django.db import transaction

from tests import make
from tests.at_once import made_to_wait
from timeline.actions import events
from timeline.actions.merging import merge_cities
from timeline.models import City, ControlSpan, Event, Faction
from timeline.models.vocabulary import Grade, Role

pytestmark = pytest.mark.django_db(transaction=True)


def capture(city: City, captor: Faction, former: Faction, *, on: str) -> Event:
    parts = [(captor, Role.CAPTOR), (former, Role.FORMER_HOLDER)]
    return make.event(city=city, factions=parts, when=on, grade=Grade.REPORTED)


def holders(city: City) -> list[list[int]]:
    """Of every stretch, oldest first."""
    return list(ControlSpan.objects.in_city(city.pk).values_list("holders", flat=True))


def test_of_two_events_published_at_once_in_a_city_both_count() -> None:
    city, army, rebels = make.city(), make.faction("Army"), make.faction("Rebels")
    editor = make.editor()
    first = capture(city, rebels, army, on="2015-01-05")
    second = capture(city, army, rebels, on="2015-01-10")
    at_hand = Event.objects.get(pk=second.pk)
    with transaction.atomic():
        events.publish(first, by=editor)
        publishing = made_to_wait(lambda: events.publish(at_hand, by=editor))
    publishing.join()
    assert holders(city) == [[army.pk], [rebels.pk], [army.pk]]


def test_who_publishes_in_a_city_that_is_being_merged_waits_and_counts() -> None:
    kept, dropped, editor = make.city(), make.city(), make.administrator()
    army, rebels = make.faction("Army"), make.faction("Rebels")
    events.publish(capture(dropped, rebels, army, on="2015-01-05"), by=editor)
    later = capture(kept, army, rebels, on="2015-01-10")
    with transaction.atomic():
        merge_cities(dropped, into=kept, by=editor, note="One city.")
        publishing = made_to_wait(lambda: events.publish(later, by=editor))
    publishing.join()
    assert holders(kept) == [[army.pk], [rebels.pk], [army.pk]]
