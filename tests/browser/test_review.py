"""Reviewing in a real browser, by keys and without scripts."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.at_the_desk import sign_in
from timeline.actions import events
from timeline.models import Event, Revision
from timeline.models.vocabulary import Role, Status

pytestmark = pytest.mark.django_db(transaction=True)


def submitted(headline: str) -> Event:
    sdf = make.faction(f"Captors of {headline}")
    by = make.reporter()
    event = make.event(headline, by=by, when="on Tuesday", factions=[(sdf, Role.CAPTOR)])
    events.submit(event, by=by)
    return event


@pytest.fixture
def desk(page: Page, live_server: LiveServer) -> Page:
    """An editor is signed in, and stands before the desk."""
    sign_in(page, live_server.url)
    return page


def at(page: Page, headline: str) -> None:
    """Waits until this event is on the screen and the keys are listened to."""
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)
    expect(page.get_by_role("button", name="Publish")).to_be_visible()
    page.wait_for_load_state()


def status(event: Event) -> str:
    event.refresh_from_db()
    return event.status


def test_the_queue_is_gone_through_with_keys_alone(desk: Page) -> None:
    first, second, third = submitted("First"), submitted("Second"), submitted("Third")
    desk.reload()
    desk.get_by_role("link", name="For review").first.click()
    desk.get_by_role("link", name="First").click()
    at(desk, "First")
    expect(desk.locator(".who")).to_contain_text("1 of 3 waiting")

    desk.keyboard.press("j")
    at(desk, "Second")
    desk.keyboard.press("k")
    at(desk, "First")

    desk.keyboard.press("p")
    desk.keyboard.press("Control+Enter")
    at(desk, "Second")
    assert status(first) == Status.PUBLISHED

    desk.keyboard.press("b")
    expect(desk.get_by_role("button", name="Send back, next")).to_be_visible()
    desk.keyboard.type("Name the bridge; keys j and p are letters here.")
    desk.keyboard.press("Control+Enter")
    at(desk, "Third")
    assert status(second) == Status.DRAFT
    note = Revision.objects.of(second).latest("number").note
    assert note == "Name the bridge; keys j and p are letters here."
    assert status(third) == Status.SUBMITTED


def test_what_is_public_is_withdrawn_with_its_key(desk: Page, live_server: LiveServer) -> None:
    event = make.event("It did not happen", published=True)
    desk.goto(f"{live_server.url}/admin/timeline/event/{event.pk}/review/")
    expect(desk.get_by_role("button", name="Decide")).to_be_visible()
    desk.keyboard.press("w")
    expect(desk.get_by_label("Reason")).to_be_focused()
    desk.keyboard.type("The town was another.")
    desk.get_by_role("button", name="Withdraw").click()
    expect(desk.locator(".messagelist")).to_contain_text("Withdrawn")
    assert status(event) == Status.WITHDRAWN


def test_all_keys_are_told_on_asking(desk: Page, live_server: LiveServer) -> None:
    event = submitted("First")
    desk.goto(f"{live_server.url}/admin/timeline/event/{event.pk}/review/")
    at(desk, "First")
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_contain_text("go on to the next")
    desk.keyboard.press("p")
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).to_be_hidden()
    assert status(event) == Status.SUBMITTED


def test_the_styles_of_the_site_dress_the_event_and_not_the_desk(
    desk: Page, live_server: LiveServer
) -> None:
    event = submitted("First")
    desk.goto(f"{live_server.url}/admin/timeline/event/{event.pk}/review/")
    shown = desk.locator(".as-read .ev")
    expect(shown.get_by_role("heading")).to_have_text("First")
    expect(shown).to_have_css("display", "grid")
    expect(desk.locator("#user-tools")).not_to_have_css("font-size", "16px")


def test_review_needs_no_script(new_context: Callable[..., Any], live_server: LiveServer) -> None:
    event, following = submitted("First"), submitted("Second")
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/admin/timeline/event/{event.pk}/review/")
    expect(page.locator(".as-read .ev")).to_contain_text("First")
    page.get_by_role("radio", name="Send back").check()
    page.get_by_role("button", name="Decide, next").click()
    expect(page.locator(".errorlist")).to_contain_text("Say why in a sentence")
    page.get_by_role("textbox", name="Reason").fill("Name the bridge.")
    page.get_by_role("button", name="Decide, next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Second")
    assert status(event) == Status.DRAFT
    assert status(following) == Status.SUBMITTED
