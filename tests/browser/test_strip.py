"""Narrowing by the strip over time: by mouse, by keys, without scripts, on any width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.test_looks import SIDEWAYS
from timeline.models.vocabulary import Kind

NARROWEST: ViewportSize = {"width": 320, "height": 640}
PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture
def raqqa(transactional_db: None, live_server: LiveServer) -> str:
    """The page of a city with events in 2014, in June 2017 and on two days of October 2017."""
    city = make.city("Raqqa")
    for headline, when in [
        ("It is taken", "2014-01-14"),
        ("The battle begins", "2017-06-06"),
        ("The old city is cleared", "2017-10-03"),
        ("The stadium falls", "2017-10-17"),
    ]:
        make.event(headline, when=when, city=city, published=True)
    make.event("A clash", when="2017-10-17", kind=Kind.CLASH, city=city, published=True)
    return f"{live_server.url}/cities/raqqa/"


def narrowed_twice(page: Page, raqqa: str) -> None:
    page.goto(raqqa)
    page.locator(".labels a", has_text="2017").click()
    expect(page).to_have_url(f"{raqqa}?from=2017&to=2017")
    page.locator("#p2017-10").click()
    expect(page).to_have_url(f"{raqqa}?from=2017-10&to=2017-10")
    expect(page.locator(".ev h4")).to_have_count(3)


def test_a_year_then_a_month_are_chosen_and_left_again(page: Page, raqqa: str) -> None:
    narrowed_twice(page, raqqa)
    expect(page.locator(".range")).to_contain_text("October 2017: 3")
    page.go_back()
    expect(page.locator(".out [aria-current]")).to_have_text("2017")
    page.locator(".out").get_by_role("link", name="All of 2014–2017").click()
    expect(page).to_have_url(raqqa)
    expect(page.locator(".ev h4")).to_have_count(5)


def test_the_same_without_scripts(new_context: Callable[..., BrowserContext], raqqa: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    narrowed_twice(page, raqqa)
    page.locator(".out").get_by_role("link", name="2017", exact=True).click()
    expect(page).to_have_url(f"{raqqa}?from=2017&to=2017")
    page.get_by_text("The same numbers as a table").click()
    page.locator(".numbers").get_by_role("link", name="January 2014").click()
    expect(page.locator(".ev h4")).to_have_text(["It is taken"])


def test_arrow_keys_walk_the_bars_that_are_one_stop_of_the_tab_key(page: Page, raqqa: str) -> None:
    page.goto(raqqa)
    expect(page.locator(".bars a[tabindex='0']")).to_have_count(1)
    page.locator("#s2017-10").focus()
    expect(page.locator("[data-told]")).to_have_text("October 2017: 3 events counted here")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-told]")).to_have_text("June 2017: 1 event counted here")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{raqqa}?from=2017-06&to=2017-06")
    expect(page.locator("#s2017-06")).to_be_focused()
    expect(page.locator("#said")).to_contain_text("June 2017")


def test_keys_follow_what_is_seen_where_time_runs_from_right_to_left(
    page: Page, raqqa: str
) -> None:
    page.goto(raqqa.replace("/cities/", "/ar/cities/"))
    page.locator("#s2017-10").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#s2017-06")).to_be_focused()
    left, right = (page.locator(f"#s2017-{month}").bounding_box() for month in ("10", "06"))
    assert left
    assert right
    assert left["x"] < right["x"]


def test_a_filter_leaves_the_axis_as_it_is(page: Page, raqqa: str) -> None:
    page.goto(raqqa)
    before = page.locator("#s2017-10").bounding_box()
    page.goto(f"{raqqa}?kind=fighting")
    expect(page.locator(".bars .rest")).to_have_count(1)
    after = page.locator("#s2017-10").bounding_box()
    assert before
    assert after
    assert (before["x"], before["width"]) == (after["x"], after["width"])


def test_nothing_scrolls_sideways_at_320_pixels(page: Page, raqqa: str) -> None:
    page.set_viewport_size(NARROWEST)
    for query in ("", "?from=2017&to=2017", "?from=2017-10-17&to=2017-10-17"):
        page.goto(raqqa + query)
        page.locator(".numbers").evaluate("(e) => { e.open = true }")
        assert page.evaluate(SIDEWAYS) == 0, query


def test_years_are_big_enough_for_a_thumb(page: Page, raqqa: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(raqqa)
    for year in page.locator(".labels a rect").all():
        box = year.bounding_box()
        assert box
        assert box["width"] >= 24
        assert box["height"] >= 24


@pytest.fixture
def touched(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()


def tap_beside_the_first_bar(page: Page) -> None:
    box = page.locator(".bars a").first.bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] / 2 + 8, box["y"] + 5)


def test_a_finger_beside_a_lone_bar_opens_its_month(touched: Page, raqqa: str) -> None:
    touched.goto(raqqa)
    tap_beside_the_first_bar(touched)
    expect(touched).to_have_url(f"{raqqa}?from=2014-01&to=2014-01")


def test_a_finger_on_one_of_many_bars_opens_its_year(
    touched: Page, raqqa: str, live_server: LiveServer
) -> None:
    for month in range(24):
        make.event(when=f"{2015 + month // 12}-{month % 12 + 1:02}-05", published=True)
    touched.goto(f"{live_server.url}/?order=newest")
    tap_beside_the_first_bar(touched)
    expect(touched).to_have_url(f"{live_server.url}/?from=2014&to=2014&order=newest")
