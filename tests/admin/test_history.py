"""The history of a thing as editors see it, and bringing an earlier state of an event back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make
from tests.admin.conftest import signed_in
from tests.admin.filling import fields, send
from timeline.actions import cities, events
from timeline.models import Event, Revision
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db


def history(event: Event) -> str:
    return f"/admin/timeline/event/{event.pk}/history/"


def state(event: Event, number: int) -> str:
    return f"{history(event)}{number}/restore/"


def corrected(headline: str = "Raqqa is taken") -> Event:
    event = make.event("Raqqa falls", published=True)
    event.headline = headline
    event.save()
    events.correct(event, by=make.editor("amira"), note="It was a claim.")
    return event


def test_every_state_says_who_when_why_and_what_it_changed(editor: Client) -> None:
    page = editor.get(history(corrected())).content.decode()
    assert "by amira" in page
    assert "It was a claim." in page
    assert "shown to readers" in page
    assert "Raqqa <del>falls</del> <ins>is taken</ins>" in page


def test_a_minor_correction_is_said_to_be_one(editor: Client) -> None:
    event = corrected()
    events.correct(event, by=make.editor(), note="A slip.", public=False)
    assert "minor, not shown to readers" in editor.get(history(event)).content.decode()


def test_the_newest_state_stands_first(editor: Client) -> None:
    steps = editor.get(history(corrected())).context["steps"]
    assert [step.revision.number for step in steps] == [3, 2, 1]
    assert steps[0].differences[0].label == "headline"
    assert not steps[1].differences  # published as it was entered


def test_a_city_has_its_history_too(editor: Client) -> None:
    city = make.city("Rakka")
    city.name = "Raqqa"
    city.save()
    cities.saved(city, by=make.editor())
    page = editor.get(f"/admin/timeline/city/{city.pk}/history/").content.decode()
    assert "<del>Rakka</del> <ins>Raqqa</ins>" in page
    assert "restore" not in page


def test_a_long_history_is_told_in_few_queries(
    editor: Client, django_assert_max_num_queries: Callable[[int], CaptureQueriesContext]
) -> None:
    event = make.event(factions=[(make.faction(), Role.CAPTOR)], city=make.city())
    for number in range(12):
        event.headline, event.city = f"Headline {number}", make.city()
        event.save()
        events.changed(event, by=make.editor())
    with django_assert_max_num_queries(14):
        editor.get(history(event))


def test_a_state_is_looked_at_with_what_bringing_it_back_would_change(editor: Client) -> None:
    page = editor.get(state(corrected(), 2)).content.decode()
    assert "The event in this state" in page
    assert "Raqqa <del>is taken</del> <ins>falls</ins>" in page


def test_an_earlier_state_is_brought_back_with_a_reason(editor: Client) -> None:
    event = corrected()
    answer = send(editor, state(event, 2), note="The first wording was right.")
    assert answer.status_code == 302
    event.refresh_from_db()
    assert event.headline == "Raqqa falls"
    last = Revision.objects.of(event).latest("number")
    assert (last.change, last.note) == ("corrected", "The first wording was right.")
    assert last.public


def test_bringing_back_without_a_reason_changes_nothing(editor: Client) -> None:
    event = corrected()
    assert send(editor, state(event, 2), note=" ").status_code == 200
    event.refresh_from_db()
    assert event.headline == "Raqqa is taken"


def test_whoever_brings_back_a_state_while_another_corrects_is_told_first(editor: Client) -> None:
    event = corrected()
    typed = fields(editor.get(state(event, 2))) | {"note": "The first wording was right."}
    event.summary = "A word."
    event.save()
    events.correct(event, by=make.editor("amira"), note="A word was missing.")
    answer = editor.post(state(event, 2), typed)
    assert "amira saved this while you worked on it" in answer.content.decode()
    assert Revision.objects.of(event).count() == 4
    assert editor.post(state(event, 2), fields(answer)).status_code == 302


def test_what_cannot_come_back_is_refused_in_words_and_the_reason_is_kept(editor: Client) -> None:
    event = make.event(quotation="")
    make.citation(event, make.article())
    events.changed(event, by=make.editor())
    events.publish(event, by=make.editor())
    answer = send(editor, state(event, 1), note="It was right.")
    page = answer.content.decode()
    assert "must keep at least one quotation" in page
    assert "It was right." in page


def test_a_reporter_looks_at_a_published_state_and_brings_nothing_back() -> None:
    event, reporter = corrected(), signed_in("reporter")
    page = reporter.get(state(event, 2)).content.decode()
    assert "Bring back" not in page
    typed = {"note": "The first was right.", "seen": "3"}
    assert reporter.post(state(event, 2), typed).status_code == 403


def test_a_withdrawn_event_offers_nothing_to_bring_back(editor: Client) -> None:
    event = make.withdrawn("Raqqa falls")
    page = editor.get(state(event, 1)).content.decode()
    assert 'name="note"' not in page


def test_a_state_that_never_was_is_not_found(editor: Client) -> None:
    event = make.event()
    assert editor.get(state(event, 7)).status_code == 404


def test_history_is_for_those_who_sign_in(client: Client) -> None:
    event = make.event()
    assert client.get(state(event, 1)).status_code == 302


def test_rows_of_a_published_event_change_only_with_a_reason(editor: Client) -> None:
    event, sdf = make.event(published=True), make.faction("SDF")
    row: dict[str, Any] = {"participations_0_faction": sdf.pk, "citations_0_stance": "denies"}
    address = f"/admin/timeline/event/{event.pk}/change/"
    assert send(editor, address, **row).status_code == 200
    assert not event.participations.exists()
    assert send(editor, address, **row, note="The faction was missing.").status_code == 302
    page = editor.get(history(event)).content.decode()
    assert "SDF, added" in page
    assert "The faction was missing." in page
