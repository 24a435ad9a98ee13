"""The whole demonstration, as it was loaded once for all tests that only read it."""

import pytest
from django.test import Client

from tests.importers.test_demo import written
from timeline.models import Article, City, Event, Faction

pytestmark = pytest.mark.usefixtures("demonstrated")


def test_every_event_has_the_status_and_the_dates_of_the_files() -> None:
    told = {
        event["key"]: (event["status"], event["date"]["edtf"])
        for event in written("events")["events"]
    }
    assert {event.external_id: (event.status, event.edtf) for event in Event.objects.all()} == told


def test_every_event_has_the_grade_of_the_files_and_of_the_rule_unless_a_reason_is_given() -> None:
    told = {event["key"]: event for event in written("events")["events"]}
    for event in Event.objects.all():
        assert event.grade == told[event.external_id]["grade"], event.external_id
        by_rule = event.grade_by_rule == event.grade
        assert by_rule or told[event.external_id]["grade_reason"], event.external_id


def test_every_public_address_of_the_demonstration_opens(client: Client) -> None:
    public = Event.objects.published()
    rows = [*public, *Article.objects.public(), *City.objects.all(), *Faction.objects.all()]
    answers = {
        row.get_absolute_url(): client.get(row.get_absolute_url()).status_code for row in rows
    }
    assert len(answers) > public.count()
    assert set(answers.values()) == {200}
