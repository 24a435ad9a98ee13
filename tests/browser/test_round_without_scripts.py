"""The whole round without scripts: every step is a page, a link or a button."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser import at_the_desk
from tests.browser.at_the_desk import (
    BLEW_UP,
    PART,
    RECAPTURED,
    RUINS,
    RUINS_TEXT,
    WHOLE,
    WHY_WITHDRAWN,
    WITHDREW,
    press,
    sentence,
    told,
)
from timeline.models import Event, Outlet

pytestmark = pytest.mark.django_db(transaction=True)


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
    at_the_desk.accept(page, RECAPTURED)
    press(page, "Submit")
    expect(page.get_by_role("heading", name="A similar event is on record")).to_be_visible()
    page.get_by_role("radio", name="The same event: add this article").check()
    page.get_by_role("button", name="Go on").last.click()
    told(page, f"The Gazette is now a source of: {on_record.headline}")


def take_the_withdrawal(page: Page) -> None:
    at_the_desk.accept(page, WITHDREW)
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
    at_the_desk.describe_the_ruins(page)


def withdraw(page: Page) -> None:
    page.get_by_role("link", name="Withdraw …").click()
    page.get_by_label("Why").fill(WHY_WITHDRAWN)
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
    at_the_desk.publish_what_waits(page, "Decide")
    at_the_desk.open_event(page, live_server.url, PART)
    at_the_desk.correct(page)
    at_the_desk.open_event(page, live_server.url, WHOLE)
    withdraw(page)
    at_the_desk.is_done(WHOLE)
