"""The whole round with the mouse: from a pasted article to a withdrawn event."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import at_the_desk
from tests.browser.at_the_desk import (
    BLEW_UP,
    PART,
    RECAPTURED,
    RUINS,
    RUINS_DAY,
    RUINS_TEXT,
    WAS_WRONG,
    WHOLE,
    WHY_WITHDRAWN,
    WITHDREW,
    press,
    sentence,
    told,
)
from timeline.models import Event

pytestmark = pytest.mark.django_db(transaction=True)


def read_the_article(page: Page, on_record: Event) -> None:
    """As a reporter: one event attached, one with its date corrected, one from a selection."""
    at_the_desk.enter_article(page, title=RUINS, day=RUINS_DAY, body=RUINS_TEXT)
    press(page, "Start reading")
    attach_the_first_proposal(page, on_record)
    take_the_withdrawal(page)
    take_the_ruins(page)
    line = sentence(page, "Trucks with supplies")
    line.hover()
    line.get_by_role("button", name="Dismiss").click()
    expect(page.locator("#dismissed summary")).to_contain_text("1 thing dismissed")
    press(page, "Mark as read")
    expect(page.locator(".who")).to_contain_text("Read by reporter")


def attach_the_first_proposal(page: Page, on_record: Event) -> None:
    at_the_desk.accept(page, RECAPTURED)
    look_at_it(page)
    expect(page.get_by_role("button", name="Read", exact=True)).to_be_hidden()
    press(page, "Compare")
    press(page, "Back to the form Esc")
    page.get_by_text("about", exact=True).click()
    at_the_desk.dated(page, "about 2 March 2017")
    page.get_by_text("on the day").click()
    at_the_desk.dated(page, "2 March 2017")
    look_at_it(page)
    expect(page.locator("#similar")).to_contain_text(on_record.headline)
    press(page, "Add this article as another source")
    told(page, f"The Gazette is now a source of: {on_record.headline}")


def look_at_it(page: Page) -> None:
    page.get_by_text("1 similar event on record").click()


def take_the_withdrawal(page: Page) -> None:
    """Overnight, in an article of Saturday that has just spoken of Wednesday, was Thursday's."""
    at_the_desk.accept(page, WITHDREW)
    page.get_by_text("on the day").click()
    at_the_desk.dated(page, "4 March 2017")
    page.locator(".cal label").filter(has_text="Thu 2 March 2017").click()
    at_the_desk.dated(page, "2 March 2017")
    page.get_by_text("1 similar event on record").dblclick()
    press(page, "Submit")
    told(page, "Submitted for review")
    at_the_desk.dated(page, "2 March 2017")


def take_the_ruins(page: Page) -> None:
    at_the_desk.select_words(page, BLEW_UP)
    press(page, "New event n")
    at_the_desk.at_hand(page, BLEW_UP)
    at_the_desk.dated(page, "January 2017")
    at_the_desk.describe_the_ruins(page)


def look_in_public(page: Page) -> str:
    """The address of the corrected event, where readers now see what was wrong."""
    page.locator("#result_list").get_by_role("link", name=WHOLE).click()
    page.get_by_role("link", name="View on site").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WHOLE)
    expect(page.locator("main")).to_contain_text(WAS_WRONG)
    address = page.url
    at_the_desk.changes_tell(page, WAS_WRONG)
    return address


def withdraw(page: Page) -> None:
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_role("radio", name="Withdraw").check()
    page.get_by_label("Reason").fill(WHY_WITHDRAWN)
    page.get_by_role("button", name="Withdraw").click()
    told(page, "Withdrawn")


@pytest.mark.expects_status(410)
def test_an_article_becomes_events_that_are_published_corrected_and_withdrawn(
    page: Page, live_server: LiveServer
) -> None:
    on_record = at_the_desk.record()
    at_the_desk.sign_in(page, live_server.url, "reporter")
    read_the_article(page, on_record)
    at_the_desk.sign_out(page)
    at_the_desk.sign_in(page, live_server.url, "editor")
    at_the_desk.publish_what_waits(page, "Publish")
    at_the_desk.open_event(page, live_server.url, PART)
    at_the_desk.correct(page)
    address = look_in_public(page)
    at_the_desk.open_event(page, live_server.url, WHOLE)
    withdraw(page)
    at_the_desk.is_gone(page, address)
    at_the_desk.is_done(WHOLE)
