"""Grades that were left behind, by an earlier rule for instance."""

from io import StringIO

import pytest
from django.core.management import call_command

from tests import make
from timeline.models import Edition, Event
from timeline.models.vocabulary import Grade

pytestmark = pytest.mark.django_db


def said() -> str:
    out = StringIO()
    call_command("regrade_events", stdout=out)
    return out.getvalue().strip()


def test_a_grade_that_the_rule_does_not_give_is_given_anew() -> None:
    event = make.event(published=True)
    Event.objects.update(grade=Grade.CONFIRMED, grade_by_rule=Grade.CONFIRMED)
    before = Edition.objects.current().number
    assert said() == "1 grade changed."
    event.refresh_from_db()
    assert (event.grade, event.grade_by_rule) == (Grade.UNCONFIRMED, Grade.UNCONFIRMED)
    assert Edition.objects.current().number == before + 1


def test_where_all_is_as_the_rule_has_it_nothing_changes() -> None:
    make.event(grade=Grade.CONFIRMED, published=True)
    before = Edition.objects.current().number
    assert said() == "0 grades changed."
    assert Edition.objects.current().number == before
