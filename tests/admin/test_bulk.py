"""Several events chosen in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.test import Client
from pytest_django import Settings

from tests import make
from timeline.models import Event
from timeline.models.vocabulary import Status

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

LIST = "/admin/timeline/event/"


def chosen(client: Client, action: str, *events: Event, **more: str) -> Answer:
    sent = {"action": action, "_selected_action": [event.pk for event in events], **more}
    return client.post(LIST, sent, follow=True)


def statuses(*events: Event) -> list[str]:
    for event in events:
        event.refresh_from_db()
    return [event.status for event in events]


def test_several_drafts_are_submitted_at_once(reporter: Client) -> None:
    own = [make.event(by=make.reporter()) for _ in range(2)]
    assert "2 events submitted" in chosen(reporter, "submit_chosen", *own).content.decode()
    assert statuses(*own) == [Status.SUBMITTED, Status.SUBMITTED]


def test_what_is_refused_says_why_and_the_others_are_done(reporter: Client) -> None:
    own = make.event(by=make.reporter())
    bare = make.event("Nothing behind it", by=make.reporter(), quotation="")
    theirs = make.event("Of somebody else")
    page = chosen(reporter, "submit_chosen", own, bare, theirs).content.decode()
    assert "1 event submitted" in page
    assert "Nothing behind it: Evidence is missing" in page
    assert "Of somebody else: You may change your own drafts only" in page
    assert statuses(own, bare, theirs) == [Status.SUBMITTED, Status.DRAFT, Status.DRAFT]


def test_publishing_several_asks_first(editor: Client) -> None:
    drafts = [make.event("First of them"), make.event("Second of them")]
    page = chosen(editor, "publish_chosen", *drafts).content.decode()
    assert "First of them" in page
    assert statuses(*drafts) == [Status.DRAFT, Status.DRAFT]
    page = chosen(editor, "publish_chosen", *drafts, confirmed="yes").content.decode()
    assert "2 events published" in page
    assert statuses(*drafts) == [Status.PUBLISHED, Status.PUBLISHED]


def test_what_cannot_be_published_stays_as_it_was(editor: Client, settings: Settings) -> None:
    settings.TWO_PERSON_RULE = True
    own, other = make.event("Mine"), make.event("Theirs", by=make.reporter())
    page = chosen(editor, "publish_chosen", own, other, confirmed="yes").content.decode()
    assert "Mine: Somebody other than its author" in page
    assert statuses(own, other) == [Status.DRAFT, Status.PUBLISHED]


def test_a_reporter_publishes_nothing(reporter: Client) -> None:
    own = make.event(by=make.reporter())
    page = chosen(reporter, "publish_chosen", own, confirmed="yes").content.decode()
    assert statuses(own) == [Status.DRAFT]
    assert 'value="submit_chosen"' in page
    assert 'value="publish_chosen"' not in page
