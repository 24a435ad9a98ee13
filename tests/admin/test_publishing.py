"""Submitting, publishing, correcting, returning and withdrawing, by role and status."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests import make
from tests.admin.filling import faults, fields, send
from timeline.actions import events
from timeline.models import Edition, Event, Revision
from timeline.models.vocabulary import Status


def change(event: Event) -> str:
    return f"/admin/timeline/event/{event.pk}/change/"


def buttons(client: Client, event: Event) -> set[str]:
    """Names of the buttons and decisions that the form of the event shows."""
    page = client.get(change(event)).content.decode()
    sent = {name for name in ("_save", "_submit", "_publish") if f'name="{name}"' in page}
    return sent | {name for name in ("return", "withdraw") if f"{event.pk}/{name}/" in page}


def changes(event: Event) -> list[str]:
    return [revision.change for revision in Revision.objects.of(event)]


def submitted(by: Any) -> Event:
    event = make.event(by=by)
    events.submit(event, by=by)
    return event


def test_publishing_saves_first_and_moves_the_edition(editor: Client) -> None:
    event = make.event()
    before = Edition.objects.current().number
    answer = send(editor, change(event), "_publish", headline="As corrected")
    assert answer.status_code == 302, faults(answer)
    event.refresh_from_db()
    assert (event.status, event.headline) == (Status.PUBLISHED, "As corrected")
    assert changes(event) == ["entered", "changed", "published"]
    assert Edition.objects.current().number == before + 1


def test_saving_a_draft_does_not_move_the_edition(editor: Client) -> None:
    event = make.event()
    before = Edition.objects.current().number
    send(editor, change(event), headline="Not public yet")
    assert Edition.objects.current().number == before
    assert changes(event) == ["entered", "changed"]


def test_publishing_without_evidence_is_refused_and_loses_nothing(editor: Client) -> None:
    event = make.event("Before", quotation="", when=None)
    answer = send(editor, change(event), "_publish", headline="Typed", summary="A sentence.")
    assert "Evidence is missing" in faults(answer)
    assert "A date is missing" in faults(answer)
    assert fields(answer)["headline"] == "Typed"
    event.refresh_from_db()
    assert (event.status, event.headline) == (Status.DRAFT, "Before")


def test_a_correction_needs_its_reason_and_keeps_it(editor: Client) -> None:
    event = make.event("Before", published=True)
    assert "required" in faults(send(editor, change(event), headline="After", note=""))
    answer = send(editor, change(event), headline="After", note="The name was wrong.")
    assert answer.status_code == 302
    newest = Revision.objects.of(event).latest("number")
    assert (newest.change, newest.note, newest.public) == ("corrected", "The name was wrong.", True)


def test_a_minor_correction_is_not_shown_to_readers(editor: Client) -> None:
    event = make.event(published=True)
    filled = fields(editor.get(change(event)))
    del filled["public"]
    editor.post(change(event), filled | {"note": "A comma.", "_save": "pressed"})
    assert not Revision.objects.of(event).latest("number").public


def test_the_last_quotation_of_a_published_event_cannot_be_removed(editor: Client) -> None:
    event = make.event(published=True)
    answer = send(editor, change(event), note="It was wrong.", **{"citations-0-DELETE": "on"})
    assert "must keep at least one quotation" in faults(answer)
    assert event.citations.count() == 1


def test_the_date_of_a_published_event_cannot_be_taken_away(editor: Client) -> None:
    event = make.event(published=True)
    undated = {"date_printed": "", "earliest": "", "latest": "", "precision": "unknown"}
    answer = send(editor, change(event), note="Nobody knows when.", **undated)
    assert "needs a date with at least one bound" in faults(answer)


def test_withdrawing_needs_a_reason_and_says_it(editor: Client) -> None:
    event = make.event(published=True)
    address = f"/admin/timeline/event/{event.pk}/withdraw/"
    assert send(editor, address, note=" ").status_code == 200
    assert send(editor, address, note="It did not happen.").status_code == 302
    event.refresh_from_db()
    assert event.status == Status.WITHDRAWN
    assert Revision.objects.of(event).latest("number").note == "It did not happen."


def test_a_submitted_event_is_returned_with_a_note(editor: Client) -> None:
    event = submitted(make.reporter())
    address = f"/admin/timeline/event/{event.pk}/return/"
    assert send(editor, address, note="Add the source.").status_code == 302
    event.refresh_from_db()
    assert event.status == Status.DRAFT


def test_what_somebody_else_decided_meanwhile_is_said_and_the_reason_kept(editor: Client) -> None:
    event = make.event(published=True)
    address = f"/admin/timeline/event/{event.pk}/withdraw/"
    typed = fields(editor.get(address)) | {"note": "My reason."}
    events.withdraw(event, by=make.editor("another"), note="Theirs.")
    page = editor.post(address, typed)
    assert "It changed while you looked at it" in page.content.decode()
    assert fields(page)["note"] == "My reason."
    page = editor.post(address, fields(page))
    assert "withdrawn by now" in page.content.decode()
    assert fields(page)["note"] == "My reason."


def test_what_was_corrected_meanwhile_is_shown_before_it_is_withdrawn(editor: Client) -> None:
    event = make.event("Before", published=True)
    address = f"/admin/timeline/event/{event.pk}/withdraw/"
    typed = fields(editor.get(address)) | {"note": "It did not happen."}
    event.headline = "Corrected"
    event.save()
    events.correct(event, by=make.editor("another"), note="The name.", public=True)
    page = editor.post(address, typed)
    assert "<ins>Corrected</ins>" in page.content.decode()
    event.refresh_from_db()
    assert event.status == Status.PUBLISHED
    assert editor.post(address, fields(page)).status_code == 302
    event.refresh_from_db()
    assert event.status == Status.WITHDRAWN


@pytest.mark.parametrize("decision", ["return", "withdraw"])
def test_a_reporter_neither_returns_nor_withdraws(reporter: Client, decision: str) -> None:
    event = make.event(published=True)
    address = f"/admin/timeline/event/{event.pk}/{decision}/"
    assert reporter.post(address, {"note": "Because."}).status_code == 403


def test_a_reporter_submits_an_own_draft_and_then_only_looks_at_it(reporter: Client) -> None:
    event = make.event(by=make.reporter())
    assert buttons(reporter, event) == {"_save", "_submit"}
    assert send(reporter, change(event), "_submit").status_code == 302
    event.refresh_from_db()
    assert event.status == Status.SUBMITTED
    assert buttons(reporter, event) == set()
    assert reporter.post(change(event), {"headline": "Mine again"}).status_code == 403


def test_a_reporter_only_looks_at_what_others_entered(reporter: Client) -> None:
    for event in (make.event(), make.event(published=True), make.withdrawn()):
        assert buttons(reporter, event) == set()
        assert make.QUOTATION in reporter.get(change(event)).content.decode()


def test_an_editor_has_the_buttons_that_the_status_allows(editor: Client) -> None:
    assert buttons(editor, make.event()) == {"_save", "_submit", "_publish"}
    assert buttons(editor, submitted(make.reporter())) == {"_save", "_publish", "return"}
    assert buttons(editor, make.event(published=True)) == {"_save", "withdraw"}
    assert buttons(editor, make.withdrawn()) == set()


def test_the_enter_key_never_publishes(editor: Client) -> None:
    page = editor.get(change(make.event())).content.decode()
    assert page.index('name="_continue"') < page.index('name="_publish"')


def test_with_two_persons_asked_for_nobody_publishes_an_own_event(
    editor: Client, settings: Settings
) -> None:
    settings.TWO_PERSON_RULE = True
    own, other = make.event(), make.event(by=make.reporter())
    assert "_publish" not in buttons(editor, own)
    assert "_publish" in buttons(editor, other)


def test_the_status_cannot_be_sent_with_the_form(editor: Client) -> None:
    event = make.event()
    send(editor, change(event), status="published", published_at="2017-10-17")
    event.refresh_from_db()
    assert event.status == Status.DRAFT


def test_what_was_once_published_cannot_be_deleted_by_anybody(admin_client: Client) -> None:
    for event in (make.event(published=True), make.withdrawn()):
        address = f"/admin/timeline/event/{event.pk}/delete/"
        assert admin_client.post(address, {"post": "yes"}).status_code == 403
    assert Event.objects.count() == 2


def test_a_draft_can_be_deleted_by_its_author(reporter: Client) -> None:
    event = make.event(by=make.reporter())
    address = f"/admin/timeline/event/{event.pk}/delete/"
    assert reporter.post(address, {"post": "yes"}).status_code == 302
    assert not Event.objects.exists()


def test_nothing_is_deleted_in_bulk(admin_client: Client) -> None:
    event = make.event(published=True)
    chosen = {"action": "delete_selected", "_selected_action": event.pk, "post": "yes"}
    admin_client.post("/admin/timeline/event/", chosen)
    assert Event.objects.filter(pk=event.pk).exists()


def test_the_history_tells_what_was_done_by_whom_and_why(editor: Client) -> None:
    event = make.withdrawn(note="It did not happen.")
    page = editor.get(f"/admin/timeline/event/{event.pk}/history/").content.decode()
    for told in ("Entered", "Published", "Withdrawn", "editor", "It did not happen."):
        assert told in page
