"""The whole round without scripts: every step is a page, a link or a button."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser import at_the_desk
from tests.browser.at_the_desk import RUINS, RUINS_TEXT, press, sentence, told
from timeline.models import Article, Event, Outlet
from timeline.models.vocabulary import Reading, Status

pytestmark = pytest.mark.django_db(transaction=True)

WITHDREW, BLEW_UP = "ISIS withdrew from the eastern", "the group blew up the tetrapylon"
HEADLINE = "ISIS blows up the tetrapylon of Palmyra"


def enter_article(page: Page, outlet: Outlet) -> None:
    page.goto(page.url + "timeline/article/add/")
    page.get_by_label("Title").fill(RUINS)
    page.get_by_label("Outlet").select_option(outlet.name)
    page.get_by_label("Published on").fill(at_the_desk.RUINS_DAY)
    page.locator("#id_body").fill(RUINS_TEXT)
    press(page, "Save")
    press(page, "Start reading")


def attach_the_first_proposal(page: Page, on_record: Event) -> None:
    """The comparison comes by itself: without scripts nothing was shown while typing."""
    sentence(page, "recaptured Palmyra").get_by_role("link", name="Accept").click()
    press(page, "Submit")
    expect(page.get_by_role("heading", name="A similar event is on record")).to_be_visible()
    page.get_by_role("radio", name="The same event: add this article").check()
    page.get_by_role("button", name="Go on").last.click()
    told(page, f"The Gazette is now a source of: {on_record.headline}")


def take_the_withdrawal(page: Page) -> None:
    sentence(page, WITHDREW).hover()
    sentence(page, WITHDREW).get_by_role("link", name="Accept").click()
    page.locator("#id_date_printed").fill("2 March")
    press(page, "Read")
    at_the_desk.dated(page, "2 March 2017")
    press(page, "Submit")
    page.get_by_role("radio", name="Another event").check()
    page.get_by_role("textbox", name="What sets them apart").fill(
        "The group left before the army came."
    )
    page.get_by_role("button", name="Go on").last.click()
    told(page, "Submitted for review")


def take_the_ruins(page: Page) -> None:
    sentence(page, BLEW_UP).get_by_role("link", name="New event from").click()
    page.get_by_label("Kind", exact=True).select_option("looting_destruction")
    page.get_by_label("City").fill("Palmyra")
    page.get_by_label("Headline").fill(HEADLINE)
    press(page, "Submit")
    told(page, f"Submitted for review: {HEADLINE}")


def publish_what_waits(page: Page) -> None:
    page.get_by_role("link", name="For review").click()
    page.locator("table").get_by_role("link").first.click()
    for left in ("1 of 2", "1 of 1"):
        expect(page.locator(".who")).to_contain_text(left)
        page.get_by_role("radio", name="Publish").check()
        page.get_by_role("button", name="Decide").click()
        told(page, "Published")


def withdraw(page: Page) -> None:
    page.get_by_role("link", name="Withdraw …").click()
    page.get_by_label("Why").fill("The outlet has taken its article back.")
    press(page, "Withdraw")
    told(page, "Withdrawn")


def test_the_round_needs_no_script(
    new_context: Callable[..., Any], live_server: LiveServer
) -> None:
    outlet, on_record = make.outlet("The Gazette"), at_the_desk.record()
    page = new_context(java_script_enabled=False).new_page()
    at_the_desk.sign_in(page, live_server.url, "reporter")
    enter_article(page, outlet)
    attach_the_first_proposal(page, on_record)
    take_the_withdrawal(page)
    take_the_ruins(page)
    press(page, "Mark as read")
    at_the_desk.sign_out(page)
    at_the_desk.sign_in(page, live_server.url, "editor")
    publish_what_waits(page)
    at_the_desk.open_event(page, live_server.url, HEADLINE)
    page.get_by_label("Summary").fill("The theatre was hit too.")
    page.get_by_label("Why:", exact=True).fill("The theatre was forgotten.")
    press(page, "Correct")
    at_the_desk.open_event(page, live_server.url, HEADLINE)
    withdraw(page)
    assert Event.objects.get(headline=HEADLINE).status == Status.WITHDRAWN
    assert Article.objects.get(title=RUINS).reading == Reading.READ
