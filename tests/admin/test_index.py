"""The desk's front page."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import make
from timeline.actions import events
from timeline.actions.reading import start_reading
from timeline.admin.index import ForYou
from timeline.models import Event, User

FRONT = "/admin/"


def shown(client: Client) -> ForYou:
    found: ForYou = client.get(FRONT).context["for_you"]
    return found


def submitted(by: User) -> Event:
    event = make.event(by=by)
    events.submit(event, by=by)
    return event


def test_a_reporter_sees_own_drafts_and_not_those_of_others(reporter: Client) -> None:
    own = make.event(by=make.reporter())
    make.event()
    assert shown(reporter).drafts == [own]
    assert shown(reporter).waiting is None


def test_a_draft_is_opened_on_the_desk_of_its_article_or_in_its_form(reporter: Client) -> None:
    taken = make.event(by=make.reporter())
    bare = make.event(by=make.reporter(), quotation="")
    page = reporter.get(FRONT).content.decode()
    assert f"/article/{taken.citations.get().article_id}/desk/?event={taken.pk}" in page
    assert f"/event/{bare.pk}/change/" in page


def test_what_was_sent_back_is_shown_with_the_note(reporter: Client) -> None:
    event = submitted(make.reporter())
    assert shown(reporter).submitted_number == 1
    events.return_to_author(event, by=make.editor(), note="Name the bridge.")
    answer = reporter.get(FRONT)
    assert "Name the bridge." in answer.content.decode()
    assert answer.context["for_you"].drafts == []
    events.submit(event, by=make.reporter())
    assert "Name the bridge." not in reporter.get(FRONT).content.decode()


def test_your_drafts_leads_to_a_list_of_your_own(editor: Client) -> None:
    make.event("Mine", by=make.editor())
    make.event("Theirs", by=make.reporter())
    page = editor.get(FRONT).content.decode()
    (address,) = re.findall(r'<h2 id="drafts"><a href="([^"]+)"', page)
    listed = editor.get(unescape(address)).context["cl"].queryset
    assert [event.headline for event in listed] == ["Mine"]


def test_what_came_this_minute_does_not_wait_for_0_minutes(editor: Client) -> None:
    submitted(make.reporter())
    assert "sent in just now" in editor.get(FRONT).content.decode()


def test_an_editor_sees_what_waits_for_review(editor: Client) -> None:
    event = submitted(make.reporter())
    assert shown(editor).waiting == [event]
    assert shown(editor).waiting_number == 1


def test_articles_are_unread_until_somebody_reads_them(editor: Client) -> None:
    mine, theirs, free = make.article(), make.article(), make.article()
    start_reading(mine, by=make.editor())
    start_reading(theirs, by=make.editor("another"))
    assert shown(editor).reading == [mine]
    assert shown(editor).unread == [free]


def test_the_note_of_a_return_is_on_the_form_and_on_the_desk(reporter: Client) -> None:
    event = submitted(make.reporter())
    events.return_to_author(event, by=make.editor(), note="Name the bridge.")
    article = event.citations.get().article_id
    for page in (
        f"/admin/timeline/event/{event.pk}/change/",
        f"/admin/timeline/article/{article}/desk/?event={event.pk}",
    ):
        assert "Name the bridge." in reporter.get(page).content.decode()


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_the_front_page_asks_as_much_for_many_as_for_few(
    request: pytest.FixtureRequest,
    role: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client: Client = request.getfixturevalue(role)

    def enter(many: int) -> None:
        for _ in range(many):
            by = make.member(role.capitalize(), role)
            make.event(by=by, city=make.city())
            events.return_to_author(submitted(by), by=make.editor(), note="More.")
            submitted(by)

    enter(2)
    client.get(FRONT)
    with django_assert_max_num_queries(30) as few:
        client.get(FRONT)
    enter(5)
    with django_assert_max_num_queries(len(few)):
        client.get(FRONT)
