"""Arabic pages in a browser: what stands where, and which way it runs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests import arabic, make
from tests.browser.test_looks import NARROWEST, SIDEWAYS
from timeline.models import City

CUT = """() => [...document.querySelectorAll('h1, h2, h3, h4, .site a, .tabs a, button, summary')]
  .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1
    && getComputedStyle(e).overflowX === 'hidden')
  .map((e) => e.outerHTML)"""
UNDER_EACH_OTHER: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture
def pages(transactional_db: None, live_server: LiveServer) -> dict[str, str]:
    return {kind: f"{live_server.url}/ar{path}" for kind, path in arabic.record().items()}


def middle(found: Locator) -> float:
    box = found.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


@pytest.mark.expects_status(300, 400, 404, 410)
@pytest.mark.parametrize("viewport", [NARROWEST, UNDER_EACH_OTHER])
def test_no_arabic_page_scrolls_sideways_or_cuts_its_words(
    page: Page, pages: dict[str, str], viewport: ViewportSize
) -> None:
    page.set_viewport_size(viewport)
    for kind, address in pages.items():
        page.goto(address)
        assert page.evaluate(SIDEWAYS) == 0, kind
        assert page.evaluate(CUT) == [], kind


def test_the_page_begins_at_the_right(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["city"])
    assert middle(page.locator(".brand")) > middle(page.locator(".tongues"))
    assert middle(page.locator(".when").first) > middle(page.locator(".ev h4").first)


def test_time_runs_from_right_to_left_in_drawings(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["city"])
    days = page.locator(".rul").first.locator("text")
    assert middle(days.first) > middle(days.last)
    years = page.locator(".strip .labels a text")
    said = [int(each) for each in years.all_text_contents()]
    assert said == sorted(said)
    assert middle(years.first) > middle(years.last)


def test_the_switch_keeps_the_question(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["city"] + "?from=2017")
    page.locator(".tongues").get_by_text("English").click()
    expect(page).to_have_url(pages["city"].replace("/ar/", "/") + "?from=2017")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")


def test_an_english_headline_keeps_its_full_stop_at_its_end(
    page: Page, live_server: LiveServer, pages: dict[str, str]
) -> None:
    make.event(
        "It ended.", summary="They left.", city=City.objects.get(slug="raqqa"), published=True
    )
    page.goto(pages["city"])
    headline = page.locator(".ev h4", has_text="It ended.")
    assert headline.evaluate("(e) => getComputedStyle(e).direction") == "ltr"
    left, right = (
        headline.locator("a").evaluate(
            """(e, at) => { const range = document.createRange();
            range.setStart(e.firstChild, at); range.setEnd(e.firstChild, at + 1);
            return range.getBoundingClientRect().x; }""",
            at,
        )
        for at in (0, len("It ended.") - 1)
    )
    assert left < right
    column = page.locator(".ev .what").first.bounding_box()
    box = headline.locator("a").bounding_box()
    assert column
    assert box
    assert abs(box["x"] + box["width"] - column["x"] - column["width"]) < 2
