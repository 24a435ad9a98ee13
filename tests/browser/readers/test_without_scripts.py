"""All that readers do, with scripts off: links, buttons and fields."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.browser.readers.narrowing import STEPS, is_asked, question
from tests.browser.readers.pages import busiest_city, event
from timeline.filters import LIST, VIEWS

WIDE: ViewportSize = {"width": 1440, "height": 900}


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(java_script_enabled=False, viewport=WIDE).new_page()


def follow(page: Page, name: str, *, within: str = "body") -> None:
    page.locator(within).get_by_role("link", name=name, exact=True).first.click()


@pytest.mark.parametrize("view", VIEWS)
def test_a_question_is_narrowed_without_scripts_in_every_view(
    page: Page, home: str, view: str
) -> None:
    page.goto(home + ("/" if view == LIST else f"/?view={view}"))
    for step in STEPS:
        before = question(page)
        step.take(page)
        page.get_by_role("button", name="Show events").first.click()
        is_asked(page, step.asked)
        expect(page.locator("#question")).not_to_have_text(before)
        if view != LIST:
            is_asked(page, f"view={view}")
    page.locator(".chips a", has_text="army").click()
    expect(page.locator("#f-q")).to_have_value("")


def test_the_views_and_the_strip_are_left_and_entered_without_scripts(
    page: Page, home: str
) -> None:
    page.goto(home + busiest_city())
    whole = question(page)
    for tab in page.locator(".tabs a").all_inner_texts():
        follow(page, tab, within=".tabs")
        expect(page.locator(".tabs [aria-current]")).to_have_text(tab)
        expect(page.locator("#question")).to_have_text(whole)
    page.locator(".strip .bars a").first.click()
    expect(page).to_have_url(re.compile("from="))
    expect(page.locator("#question")).not_to_have_text(whole)
    page.locator(".strip .out a").first.click()
    expect(page).not_to_have_url(re.compile("from="))
    expect(page.locator("#question")).to_have_text(whole)


def test_a_reader_without_scripts_turns_pages_and_reads_on(page: Page, home: str) -> None:
    page.goto(home + "/?from=2012")
    first = page.locator(".ev h4").first.inner_text()
    page.locator(".pages [rel=next]").click()
    expect(page.locator(".ev h4").first).not_to_have_text(first, use_inner_text=True)
    page.locator(".pages [rel=prev]").click()
    expect(page.locator(".ev h4").first).to_have_text(first, use_inner_text=True)

    page.goto(home + event(graphic=False))
    headline = page.locator("h1").inner_text()
    page.locator(".accounts a[href*='/articles/']").first.click()
    expect(page.locator(".taken")).to_contain_text(headline)
    page.locator(".taken").get_by_role("link", name=headline).click()
    expect(page.locator("h1")).to_have_text(headline)
    page.locator(".warning, .folds").first.locator("summary").click()
    expect(page.locator(".warning[open], .folds[open]").first).to_be_visible()


def test_every_part_of_the_site_is_reached_without_scripts(page: Page, home: str) -> None:
    page.goto(home)
    for name, within in [
        *((name, ".site") for name in ("Cities", "Factions", "Control", "Method")),
        *((name, ".foot") for name in ("Changes", "Licence", "Privacy")),
    ]:
        follow(page, name, within=within)
        expect(page.locator("h1")).to_have_count(1)
        expect(page).to_have_url(re.compile(f"{home}/{name.lower()}/"))


def test_a_day_of_control_and_the_other_language_are_reached_without_scripts(
    page: Page, home: str
) -> None:
    page.goto(home + "/control/")
    page.get_by_label("Another day").fill("2016-06-01")
    page.get_by_role("button", name="Show").first.click()
    expect(page).to_have_url(home + "/control/?on=2016-06-01")
    page.locator(".turns [rel=prev]").click()
    expect(page).to_have_url(re.compile(r"/control/\?on=2016-0[1-5]"))
    page.locator(".tongues a").first.click()
    expect(page).to_have_url(re.compile(r"/ar/control/\?on=2016-0[1-5]"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.locator(".find input").fill("army")
    page.locator(".find button").click()
    expect(page).to_have_url(re.compile(r"/ar/\?q=army"))
    expect(page.locator(".ev").first).to_be_visible()
