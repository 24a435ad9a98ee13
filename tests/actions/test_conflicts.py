"""Two at the same event, city, article: the second is told of the first."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from tests import make
from tests.at_once import made_to_wait
from timeline.actions import cities, events
from timeline.actions.conflicts import ChangedMeanwhile, demand_unchanged, latest

pytestmark = pytest.mark.django_db


def test_what_nobody_touched_since_is_unchanged() -> None:
    event = make.event()
    demand_unchanged(event, seen=latest(event))


def test_what_has_no_history_yet_was_seen_at_nought() -> None:
    outlet = make.outlet()
    assert latest(outlet) == 0
    demand_unchanged(outlet, seen=0)


def test_the_revisions_of_others_are_handed_over_oldest_first() -> None:
    event, amira, boris = make.event(), make.editor("amira"), make.editor("boris")
    seen = latest(event)
    events.changed(event, by=amira)
    events.submit(event, by=boris)
    with pytest.raises(ChangedMeanwhile, match="boris saved this") as refused:
        demand_unchanged(event, seen=seen)
    told = [(revision.by, revision.change) for revision in refused.value.revisions]
    assert told == [(amira, "changed"), (boris, "submitted")]
    assert isinstance(refused.value, ValidationError)


def test_a_city_keeps_its_own_count() -> None:
    one, other = make.city(), make.city()
    seen = latest(one)
    cities.saved(other, by=make.editor())
    demand_unchanged(one, seen=seen)
    cities.saved(one, by=make.editor())
    with pytest.raises(ChangedMeanwhile):
        demand_unchanged(one, seen=seen)


@pytest.mark.django_db(transaction=True)
def test_of_two_that_look_at_the_same_moment_the_second_waits_and_is_told() -> None:
    event, first, second = make.event(), make.editor("first"), make.editor("second")
    seen, refused = latest(event), []

    def save_too() -> None:
        with transaction.atomic():
            try:
                demand_unchanged(event, seen=seen)
                events.changed(event, by=second)
            except ChangedMeanwhile as refusal:
                refused.extend(refusal.revisions)

    with transaction.atomic():
        demand_unchanged(event, seen=seen)
        other = made_to_wait(save_too)
        events.changed(event, by=first)
    other.join()
    assert [revision.by for revision in refused] == [first]
