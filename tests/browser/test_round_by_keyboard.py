"""The whole round with the keyboard alone: no mouse, and no focus but what keys give."""

import re

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
    RUINS_DAY,
    RUINS_TEXT,
    WAS_WRONG,
    WHOLE,
    WHY_WITHDRAWN,
    WITHDREW,
    told,
)
from timeline.models import Event

pytestmark = pytest.mark.django_db(transaction=True)

FAR = 200  # keys until something is held to be out of reach

# What a screen reader would call the element with the focus, near enough.
FOCUSED = """() => {
    const element = document.activeElement;
    const by = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const named = [...by.map((id) => document.getElementById(id)), ...(element.labels ?? [])];
    const label = named.map((one) => one?.textContent ?? "").join(" ");
    const own = element.getAttribute("aria-label") || label || element.textContent;
    return (own.trim() || element.value || "").trim().replace(/\\s+/g, " ");
}"""


def keys(page: Page, *names: str) -> None:
    page.wait_for_load_state()  # nobody listens before the scripts are there
    for name in names:
        page.keyboard.press(name)


def tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Presses Tab until what is called so has the focus; `name` may be its first words."""
    called = re.compile(re.escape(name) + r"(?!\w)")
    page.wait_for_load_state()
    for _press in range(FAR):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if called.match(page.evaluate(FOCUSED)):
            return
    pytest.fail(f"Tab does not lead to “{name}”")


def enter(page: Page, name: str) -> None:
    tab_to(page, name)
    keys(page, "Enter")


def type_over(page: Page, name: str, words: str) -> None:
    tab_to(page, name)
    keys(page, "Control+A")
    page.keyboard.type(words)


def walk_to(page: Page, key: str, words: str) -> None:
    """Presses a key of the desk until the sentence with these words has the focus."""
    within = "(words) => document.activeElement.closest('.s')?.textContent.includes(words)"
    page.wait_for_load_state()
    for _press in range(FAR):
        page.keyboard.press(key)
        if page.evaluate(within, words):
            return
    pytest.fail(f"{key} does not lead to “{words}”")


def sign_in(page: Page, home: str, name: str) -> None:
    page.goto(f"{home}/admin/")
    expect(page.get_by_label("Username:")).to_be_focused()
    page.keyboard.type(name)
    keys(page, "Tab")
    expect(page.get_by_label("Password:")).to_be_focused()
    page.keyboard.type(name)
    keys(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The desk")


def enter_the_article(page: Page) -> None:
    enter(page, "Articles")
    expect(page.get_by_role("link", name="Enter an article")).to_be_visible()
    enter(page, "Enter an article")
    expect(page.get_by_label("Title")).to_be_visible()
    tab_to(page, "Title")
    page.keyboard.type(RUINS)
    tab_to(page, "Outlet")
    keys(page, "Enter")
    expect(page.locator(".select2-search__field")).to_be_focused()
    page.keyboard.type("gaz")
    expect(page.locator(".select2-results__option--highlighted")).to_have_text("The Gazette")
    keys(page, "Enter")
    tab_to(page, "Published on")
    page.keyboard.type(RUINS_DAY)
    tab_to(page, "Text")
    page.keyboard.insert_text(RUINS_TEXT)
    enter(page, "Save")
    expect(page.get_by_role("heading", level=1)).to_have_text(RUINS)


def attach_the_first_proposal(page: Page, on_record: Event) -> None:
    keys(page, "a")
    at_the_desk.at_hand(page, RECAPTURED)
    expect(page.locator("#similar")).to_contain_text("1 similar event on record")
    enter(page, "1 similar event on record")
    enter(page, "Compare")
    expect(page.get_by_role("heading", name="A similar event is on record")).to_be_visible()
    keys(page, "1", "Control+Enter")
    told(page, f"The Gazette is now a source of: {on_record.headline}")


def take_the_withdrawal(page: Page) -> None:
    """Its date is set with the arrow keys: from an interval to its last day, and two days back."""
    walk_to(page, "j", WITHDREW)
    keys(page, "a")
    at_the_desk.at_hand(page, WITHDREW)
    tab_to(page, "within")
    for key, meaning in (("ArrowLeft", "3 to 4 March 2017"), ("ArrowLeft", "4 March 2017")):
        keys(page, key)
        at_the_desk.dated(page, meaning)
    tab_to(page, "Sat 4", back=True)
    for day in (3, 2):
        keys(page, "ArrowLeft")
        at_the_desk.dated(page, f"{day} March 2017")
        expect(page.locator(f"#id_day_2017030{day}")).to_be_focused()
    expect(page.locator("#similar")).to_contain_text("1 similar event on record")
    for _look in ("opened", "closed"):
        enter(page, "1 similar event on record")
    enter(page, "Submit")
    told(page, "Submitted for review")
    at_the_desk.dated(page, "2 March 2017")


def take_the_ruins(page: Page) -> None:
    walk_to(page, "ArrowDown", BLEW_UP)
    keys(page, "ArrowRight", *["Shift+ArrowRight"] * BLEW_UP.count(" "), "n")
    at_the_desk.at_hand(page, BLEW_UP)
    type_over(page, "City", "Palmyra, Syria")
    tab_to(page, "Kind")
    page.keyboard.type("looting")
    type_over(page, "Headline", PART)
    enter(page, "Submit")
    told(page, f"Submitted for review: {PART}")


def read_the_article(page: Page, on_record: Event) -> None:
    enter_the_article(page)
    enter(page, "Start reading")
    expect(page.locator(".who")).to_contain_text("You are reading it")
    attach_the_first_proposal(page, on_record)
    take_the_withdrawal(page)
    take_the_ruins(page)
    walk_to(page, "ArrowUp", "Trucks with supplies")
    keys(page, "d")
    expect(page.locator("#dismissed summary")).to_contain_text("1 thing dismissed")
    enter(page, "Mark as read")
    expect(page.locator(".who")).to_contain_text("Read by reporter")


def publish_what_waits(page: Page) -> None:
    enter(page, "For review")
    expect(page.get_by_role("heading", level=1)).to_have_text("For review")
    enter(page, "ISIS withdraws")
    for left in ("1 of 2", "1 of 1"):
        expect(page.locator(".who")).to_contain_text(left)
        expect(page.get_by_role("button", name="Publish")).to_be_visible()
        headline = page.get_by_role("heading", level=1).inner_text()
        keys(page, "p", "Control+Enter")
        told(page, f"Published: {headline}")


def open_event(page: Page, headline: str) -> None:
    enter(page, "Dateline")
    expect(page.get_by_role("heading", level=1)).to_have_text("The desk")
    enter(page, "Events")
    expect(page.locator("#result_list")).to_be_visible()
    enter(page, headline)
    expect(page.get_by_label("Headline")).to_have_value(headline)


def correct(page: Page) -> None:
    type_over(page, "Headline", WHOLE)
    tab_to(page, "Why:")
    page.keyboard.type(WAS_WRONG)
    keys(page, "Enter")
    told(page, "was changed successfully")


def withdraw(page: Page) -> None:
    enter(page, "Review")
    expect(page.get_by_role("button", name="Decide")).to_be_visible()
    keys(page, "w")
    expect(page.get_by_label("Reason")).to_be_focused()
    page.keyboard.type(WHY_WITHDRAWN)
    keys(page, "Control+Enter")
    told(page, "Withdrawn")


@pytest.mark.expects_status(410)
def test_everything_from_the_article_to_the_withdrawal_is_done_with_keys(
    page: Page, live_server: LiveServer
) -> None:
    make.outlet("The Gazette")
    on_record = at_the_desk.record()
    make.editor()
    sign_in(page, live_server.url, "reporter")
    read_the_article(page, on_record)
    enter(page, "Log out")
    expect(page.get_by_role("link", name="Log in again")).to_be_visible()
    sign_in(page, live_server.url, "editor")
    publish_what_waits(page)
    open_event(page, PART)
    correct(page)
    event = Event.objects.get(headline=WHOLE)
    page.goto(live_server.url + event.get_absolute_url())
    expect(page.locator("main")).to_contain_text(WAS_WRONG)
    page.go_back()
    open_event(page, WHOLE)
    withdraw(page)
    at_the_desk.is_gone(page, live_server.url + event.get_absolute_url())
    at_the_desk.is_done(WHOLE)
