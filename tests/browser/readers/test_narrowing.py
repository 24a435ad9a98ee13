"""One question in every view: narrowed, gone back from, shared."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.browser.readers.narrowing import STEPS, is_asked, question, shown
from timeline.filters import LIST, VIEWS

WIDE: ViewportSize = {"width": 1440, "height": 900}


def address(home: str, view: str) -> str:
    return home + "/" if view == LIST else f"{home}/?view={view}"


@pytest.mark.parametrize("view", VIEWS)
def test_a_question_is_narrowed_and_widened_again_and_shared_in_every_view(
    page: Page, new_context: Callable[..., BrowserContext], home: str, view: str
) -> None:
    page.set_viewport_size(WIDE)
    page.goto(address(home, view))
    asked = [question(page)]
    for step in STEPS:
        step.take(page)
        if not step.asked.startswith(("city", "faction", "kind")):
            page.keyboard.press("Enter")
        is_asked(page, step.asked)
        expect(page.locator("#question")).not_to_have_text(asked[-1])
        asked.append(question(page))
        expect(page.locator("#said")).to_have_text(asked[-1])
        if view != LIST:
            is_asked(page, f"view={view}")

    fresh = new_context(viewport=WIDE).new_page()
    fresh.goto(page.url)
    assert shown(fresh) == shown(page)
    assert fresh.title() == page.title()

    for earlier in reversed(asked[:-1]):
        page.go_back()
        expect(page.locator("#question")).to_have_text(earlier)
    page.go_forward()
    expect(page.locator("#question")).to_have_text(asked[1])
    expect(page.locator("#g-city [value=mosul]")).to_be_checked()


def test_every_view_answers_the_same_question(page: Page, home: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{home}/?city=mosul&kind=control&from=2014")
    asked = question(page)
    for view in VIEWS:
        page.goto(f"{home}/?city=mosul&kind=control&from=2014&view={view}")
        assert question(page) == asked, view
        expect(page.locator(".chips li")).to_have_count(4)  # three, and the way to take all off
        expect(page.locator(".tabs [aria-current]")).to_have_count(1)
