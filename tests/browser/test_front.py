"""Reading the front page: leaving it by a filter, coming back, without scripts, on any width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.test_looks import SIDEWAYS
from tests.views.test_control import taking

PHONE: ViewportSize = {"width": 360, "height": 740}
NARROWEST: ViewportSize = {"width": 320, "height": 640}
TOP = "(e) => Math.round(e.getBoundingClientRect().top)"
HEIGHT = "(e) => e.getBoundingClientRect().height"


@pytest.fixture
def front(transactional_db: None, live_server: LiveServer) -> str:
    """Raqqa falls on 17 October 2017; two more events in cities with long names."""
    raqqa = make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01")
    isis = make.faction("ISIS", colour_light="#30353b", colour_dark="#c9ced4")
    sdf = make.faction("SDF", colour_light="#e69f00", colour_dark="#e8a51a")
    taking(raqqa, sdf, isis, "2017-10-17")
    for number in range(12):
        far = make.city(f"City of the long name {number}", latitude="34.5", longitude="40.9")
        make.event(f"A protest {number}", when="2014-06", city=far, published=True)
    return f"{live_server.url}/"


def test_a_filter_takes_the_front_away_and_going_back_brings_it_back(
    page: Page, front: str
) -> None:
    page.goto(front)
    expect(page.locator(".front")).to_contain_text("Who held which city")
    page.get_by_role("link", name="Newest first", exact=True).click()
    page.wait_for_url(f"{front}?order=newest")
    expect(page.locator("h1")).to_contain_text("Timeline")
    expect(page.locator(".front")).to_have_count(0)
    page.go_back()
    expect(page.locator(".front")).to_contain_text("Who held which city")
    expect(page).to_have_url(front)


def test_results_stay_where_they_were_in_sight_when_the_front_goes(page: Page, front: str) -> None:
    page.goto(front)
    page.locator("#results").evaluate("(e) => e.scrollIntoView()")
    before = page.locator("#results").evaluate(TOP)
    page.get_by_role("link", name="Newest first", exact=True).click()
    page.wait_for_url(f"{front}?order=newest")
    expect(page.locator("#said")).not_to_be_empty()
    page.wait_for_function(f"(before) => Math.abs(({TOP})(results) - before) < 8", arg=before)


def test_taking_the_last_filter_off_leads_to_the_front(page: Page, front: str) -> None:
    page.goto(f"{front}?city=raqqa")
    page.get_by_role("link", name="Take off: City Raqqa").click()
    expect(page.locator(".front")).to_contain_text("Who held which city")
    expect(page).to_have_url(front)


def test_an_address_shared_from_the_front_shows_the_same_to_others(
    page: Page, new_context: Callable[..., BrowserContext], front: str
) -> None:
    page.goto(front)
    page.get_by_role("searchbox", name="Search the record").fill("protest")
    page.keyboard.press("Enter")
    page.wait_for_url("**?q=protest")
    other = new_context().new_page()
    other.goto(page.url)
    assert other.locator("main").inner_text() == page.locator("main").inner_text()


def test_questions_and_bands_are_links_without_scripts(
    new_context: Callable[..., BrowserContext], front: str
) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(front)
    page.get_by_role("link", name="Who held each city on 17 October 2017?").click()
    expect(page.locator("h1")).to_contain_text("17 October 2017")
    page.goto(front)
    page.get_by_text("Key, and the same in words").click()
    page.locator("#held-in-words").get_by_role("link", name="held by SDF").click()
    expect(page).to_have_url(f"{front}cities/raqqa/?from=2017-10-17")


@pytest.mark.parametrize("address", ["", "ar/", "cities/", "factions/", "cities/raqqa/"])
def test_no_page_is_wider_than_the_narrowest_phone(
    new_context: Callable[..., BrowserContext], front: str, address: str
) -> None:
    page = new_context(viewport=NARROWEST).new_page()
    page.goto(f"{front}{address}")
    assert page.evaluate(SIDEWAYS) == 0
    assert page.locator(".top").evaluate(HEIGHT) < 110, "the head takes two lines"


def test_a_list_is_searched_while_typing_by_any_spelling(page: Page, front: str) -> None:
    make.event(city=make.city("Deir ez-Zor", spellings=["Dayr az-Zawr"]), published=True)
    make.event(city=make.city("Hasakah", spellings=["الحسكة"]), published=True)
    page.goto(f"{front}cities/")
    page.get_by_label("Find in this list").fill("dâyr")
    expect(page.locator("tr[data-names]:visible")).to_have_count(1)
    expect(page.locator("tr[data-names]:visible")).to_contain_text("Deir ez-Zor")
    expect(page.locator("#found")).to_have_text("1 of 15")
    expect(page.locator(".land:visible")).to_have_count(1)
    page.get_by_label("Find in this list").fill("الحسكه")
    expect(page.locator("tr[data-names]:visible")).to_contain_text("Hasakah")
    page.get_by_label("Find in this list").fill("")
    expect(page.locator("tr[data-names]:visible")).to_have_count(15)
    expect(page.locator("#found")).to_be_empty()


def test_a_phone_gets_the_first_few_of_each_list_and_its_keys_folded(
    page: Page, front: str
) -> None:
    shown, marks = page.locator(".where-now .tally li:visible"), page.locator(".how dl")
    page.goto(front)
    expect(shown).to_have_count(10)
    expect(marks).to_be_visible()
    page.set_viewport_size(PHONE)
    expect(shown).to_have_count(3)
    expect(marks).to_be_hidden()
    page.get_by_text("Key to the marks").first.click()
    expect(marks).to_be_visible()
