"""A revision holds all that is needed to bring the state it tells of back."""

from datetime import date

import pytest

from tests import make
from timeline.actions import events, factions
from timeline.models import Event, Revision
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db


def test_a_revision_of_an_event_holds_its_parties_words_and_figures() -> None:
    party = make.faction()
    event = make.event(factions=[(party, Role.CAPTOR)])
    make.figure(event.citations.get(), 3, 5)
    events.publish(event, by=make.editor())
    held = Revision.objects.of(event).latest("number").snapshot
    assert [row["faction_id"] for row in held["participations"]] == [party.pk]
    assert [row["quotation"] for row in held["citations"]] == [make.QUOTATION]
    assert [row["high"] for row in held["citations"][0]["figures"]] == [5]


def test_a_revision_of_a_faction_holds_its_spellings_and_allegiances() -> None:
    group, whole = make.faction(spellings=["Daesh"]), make.faction()
    make.allegiance(group, whole, since=date(2015, 10, 10)).delete()
    group.names.all().delete()
    factions.saved(group, by=make.editor())
    *_, before, after = Revision.objects.of(group)
    assert [row["name"] for row in before.snapshot["names"]] == ["Daesh"]
    assert [row["other_id"] for row in before.snapshot["allegiances"]] == [whole.pk]
    assert before.snapshot["allegiances"][0]["since_earliest"] == "2015-10-10"
    assert (after.snapshot["names"], after.snapshot["allegiances"]) == ([], [])


def test_a_revision_holds_what_is_stored_and_not_what_was_read_before() -> None:
    event = make.event("As it was")
    Event.objects.filter(pk=event.pk).update(headline="As somebody changed it meanwhile")
    events.submit(event, by=make.editor())
    held = Revision.objects.of(event).latest("number").snapshot
    assert held["headline"] == "As somebody changed it meanwhile"
