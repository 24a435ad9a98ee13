"""The whole round with the mouse: from a pasted article to a withdrawn event."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import at_the_desk
from tests.browser.at_the_desk import RUINS, RUINS_DAY, RUINS_TEXT, press, sentence, told
from timeline.models import Article, Event
from timeline.models.vocabulary import Reading, Status

pytestmark = pytest.mark.django_db(transaction=True)

GONE = 410
PART = "ISIS blows up the tetrapylon of Palmyra"
WHOLE = "ISIS blows up the tetrapylon and a part of the theatre of Palmyra"
WAS_WRONG = "The theatre was hit too."
WHY_WITHDRAWN = "The outlet has taken its article back."
WITHDREW, BLEW_UP = "ISIS withdrew from the eastern", "the group blew up the tetrapylon"


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
    sentence(page, "recaptured Palmyra").get_by_role("link", name="Accept").click()
    at_the_desk.at_hand(page, "recaptured Palmyra")
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
    line = sentence(page, WITHDREW)
    line.hover()
    line.get_by_role("link", name="Accept").click()
    at_the_desk.at_hand(page, WITHDREW)
    page.get_by_text("on the day").click()
    at_the_desk.dated(page, "4 March 2017")
    page.locator(".cal label").filter(has_text="Thu 2 March 2017").click()
    at_the_desk.dated(page, "2 March 2017")
    page.get_by_text("1 similar event on record").dblclick()
    press(page, "Submit")
    told(page, "Submitted for review")
    at_the_desk.dated(page, "2 March 2017")


def take_the_ruins(page: Page) -> None:
    at_the_desk.select_words(page, f"In January {BLEW_UP}")
    press(page, "New event n")
    at_the_desk.at_hand(page, f"In January {BLEW_UP}")
    at_the_desk.dated(page, "January 2017")
    page.get_by_label("Kind", exact=True).select_option("looting_destruction")
    page.get_by_label("City").fill("Palmyra, Syria")
    page.get_by_label("Headline").fill(PART)
    press(page, "Submit")
    told(page, f"Submitted for review: {PART}")


def publish_what_waits(page: Page) -> None:
    """As an editor: both events that the reporter submitted, one after the other."""
    page.get_by_role("link", name="For review").click()
    page.locator("table").get_by_role("link").first.click()
    for left in ("1 of 2", "1 of 1"):
        expect(page.locator(".who")).to_contain_text(left)
        page.get_by_role("radio", name="Publish").check()
        page.get_by_role("button", name="Publish").click()
        told(page, "Published")


def correct(page: Page) -> str:
    """The address of the event in public, where readers now see what was wrong."""
    page.get_by_label("Headline").fill(WHOLE)
    page.get_by_label("Why:", exact=True).fill(WAS_WRONG)
    press(page, "Correct")
    page.locator("#result_list").get_by_role("link", name=WHOLE).click()
    page.get_by_role("link", name="View on site").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WHOLE)
    expect(page.locator("main")).to_contain_text(WAS_WRONG)
    address = page.url
    at_the_desk.changes_tell(page, WAS_WRONG)
    return address


def withdraw(page: Page, address: str) -> None:
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_role("radio", name="Withdraw").check()
    page.get_by_label("Reason").fill(WHY_WITHDRAWN)
    page.get_by_role("button", name="Withdraw").click()
    told(page, "Withdrawn")
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == GONE
    expect(page.locator("main")).to_contain_text(WHY_WITHDRAWN)
    at_the_desk.changes_tell(page, WHY_WITHDRAWN)


@pytest.mark.expects_status(410)
def test_an_article_becomes_events_that_are_published_corrected_and_withdrawn(
    page: Page, live_server: LiveServer
) -> None:
    on_record = at_the_desk.record()
    at_the_desk.sign_in(page, live_server.url, "reporter")
    read_the_article(page, on_record)
    at_the_desk.sign_out(page)
    at_the_desk.sign_in(page, live_server.url, "editor")
    publish_what_waits(page)
    at_the_desk.open_event(page, live_server.url, PART)
    address = correct(page)
    at_the_desk.open_event(page, live_server.url, WHOLE)
    withdraw(page, address)
    assert Event.objects.get(headline=WHOLE).status == Status.WITHDRAWN
    assert Article.objects.get(title=RUINS).reading == Reading.READ
