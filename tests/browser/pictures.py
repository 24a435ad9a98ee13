"""The pictures of docs/editors.md, taken anew from the running product.

    .venv/bin/python -m pytest tests/browser/pictures.py

The demonstration is loaded, an article on Palmyra pasted, and a reporter and an editor go through
the round of the guide. The names of the pictures are those in the guide.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import at_the_desk
from tests.browser.at_the_desk import RUINS, RUINS_DAY, RUINS_TEXT, press, sentence, told
from tests.browser.lean import lean
from timeline.importers import demo

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "editors"
WIDE = {"width": 1280, "height": 860}
WITHDREW = "ISIS withdrew from the eastern"


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    return {**browser_context_args, "viewport": WIDE}


def take(page: Page, name: str, *, hovering: bool = False) -> None:
    """A picture of what is in sight, as a rule with nothing under the mouse."""
    if not hovering:
        page.mouse.move(0, 0)
    # Hiding the caret would leave style attributes behind, which the policy of the page forbids.
    picture = page.screenshot(caret="initial")
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / f"{name}.png").write_bytes(lean(picture))


# The round of the guide


def paste(page: Page) -> None:
    page.get_by_role("link", name="Articles").first.click()
    page.get_by_role("link", name="Enter an article").click()
    page.get_by_label("Title").fill(RUINS)
    at_the_desk.choose(page, "outlet", "gazette", "Demonstration Gazette")
    page.get_by_label("Published on").fill(RUINS_DAY)
    page.locator("#id_body").fill(RUINS_TEXT)
    take(page, "1-paste")
    press(page, "Save")
    press(page, "Start reading")


def read(page: Page) -> None:
    sentence(page, "recaptured Palmyra").get_by_role("link", name="Accept").click()
    at_the_desk.at_hand(page, "recaptured Palmyra")
    page.get_by_text("1 similar event on record").wait_for()
    take(page, "2-desk")
    page.get_by_text("1 similar event on record").click()
    press(page, "Compare")
    expect(page.get_by_role("heading", name="A similar event is on record")).to_be_visible()
    take(page, "4-compare")
    press(page, "Back to the form Esc")
    sentence(page, WITHDREW).hover()
    sentence(page, WITHDREW).get_by_role("link", name="Accept").click()
    at_the_desk.at_hand(page, WITHDREW)
    page.get_by_text("on the day").click()
    at_the_desk.dated(page, "4 March 2017")
    page.locator(".cal label").filter(has_text="Thu 2 March 2017").click()
    at_the_desk.dated(page, "2 March 2017")
    page.get_by_text("similar event on record").wait_for()
    take(page, "3-date")
    page.get_by_text("similar event on record").dblclick()
    press(page, "Submit")
    told(page, "Submitted for review")


def select(page: Page) -> None:
    at_the_desk.select_words(page, "In January the group blew up the tetrapylon")
    page.locator("#desk-tools").wait_for()
    take(page, "5-select", hovering=True)
    press(page, "New event n")
    at_the_desk.dated(page, "January 2017")
    page.get_by_label("City").fill("Palmyra, Syria")
    page.get_by_label("Kind", exact=True).select_option("looting_destruction")
    page.get_by_label("Headline").fill("ISIS blows up the tetrapylon of Palmyra")
    press(page, "Submit")
    told(page, "Submitted for review")


def decide(page: Page) -> None:
    take(page, "6-front")
    page.get_by_role("link", name="ISIS withdraws").click()
    expect(page.get_by_role("button", name="Publish, next")).to_be_visible()
    take(page, "7-review")
    press(page, "Publish, next Ctrl ↵")
    told(page, "Published")
    page.get_by_role("button", name=re.compile("^Publish")).click()
    told(page, "Published")


def correct(page: Page, home: str) -> None:
    at_the_desk.open_event(page, home, "ISIS blows up the tetrapylon of Palmyra")
    page.get_by_label("Headline").fill("ISIS blows up the tetrapylon and a part of the theatre")
    page.get_by_label("Why:", exact=True).fill("The article names the theatre too.")
    press(page, "Correct")
    at_the_desk.open_event(page, home, "ISIS blows up the tetrapylon and a part of the theatre")
    page.get_by_role("link", name="History").click()
    take(page, "8-history")
    page.goto(f"{home}/changes/")
    take(page, "9-changes")


def test_the_pictures_of_the_guide(page: Page, live_server: LiveServer) -> None:
    demo.load()
    at_the_desk.sign_in(page, live_server.url, "reporter")
    paste(page)
    read(page)
    select(page)
    at_the_desk.sign_out(page)
    at_the_desk.sign_in(page, live_server.url, "editor")
    decide(page)
    correct(page, live_server.url)
