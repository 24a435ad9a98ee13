"""Walking the days of control and reading bands, without scripts, by keyboard, on any width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.test_looks import SIDEWAYS
from tests.views.test_control import taking
from timeline.models import City

PHONE: ViewportSize = {"width": 360, "height": 740}
NARROWEST: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1440, "height": 1000}
WIDTH = "(e) => e.getBoundingClientRect().width"
HEIGHT = "(e) => e.getBoundingClientRect().height"
BACKGROUND = "(e) => getComputedStyle(e).backgroundColor"


@pytest.fixture
def control(transactional_db: None, live_server: LiveServer) -> str:
    """Mosul falls in July 2017, Raqqa on 17 October: both were ISIS's."""
    raqqa = make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01")
    mosul = make.city("Mosul", country="IQ", latitude="36.34", longitude="43.13")
    isis = make.faction("ISIS", colour_light="#30353b", colour_dark="#c9ced4")
    sdf = make.faction("SDF", colour_light="#e69f00", colour_dark="#e8a51a")
    taking(mosul, make.faction("Iraqi forces"), isis, "2017-07-10")
    taking(raqqa, sdf, isis, "2017-10-17")
    make.event("A protest", when="2014-06", city=raqqa, published=True)
    return f"{live_server.url}/control/"


@pytest.mark.expects_status(400)
def test_days_can_be_walked_by_links_without_scripts(
    new_context: Callable[..., BrowserContext], control: str
) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(control)
    expect(page.locator("h1")).to_contain_text("17 October 2017")
    page.locator("[rel=prev]").click()
    expect(page).to_have_url(f"{control}?on=2017-07-10")
    expect(page.locator(".held-list")).to_contain_text("Held by Iraqi forces")
    page.get_by_role("link", name="a day back: 9 July 2017").click()
    expect(page.locator(".held-list")).to_contain_text("Held by ISIS 2")
    page.locator(".days a", has_text="2014").click()
    expect(page).to_have_url(f"{control}?on=2014-01-01")
    page.get_by_label("Another day").fill("2017-10-17")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(f"{control}?on=2017-10-17")
    page.locator(".held-list").get_by_role("link", name="17 October 2017").click()
    expect(page.locator("h1")).to_contain_text("SDF takes Raqqa")


def test_arrow_keys_lead_from_change_to_change_and_the_day_is_said(
    page: Page, control: str
) -> None:
    page.goto(control)
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**?on=2017-07-10")
    expect(page.locator("#said")).to_contain_text("10 July 2017")
    expect(page).to_have_title("Control on 10 July 2017 – Dateline")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**?on=2017-10-17")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("10 July 2017")


@pytest.mark.expects_status(400)
def test_a_day_that_cannot_be_read_can_be_mended_on_the_spot(page: Page, control: str) -> None:
    page.goto(f"{control}?on=2017-13-01")
    field = page.get_by_label("Another day")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("2017-13-01")
    field.fill("2017-07-10")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("10 July 2017")


def test_no_page_with_control_scrolls_sideways_at_320_pixels(page: Page, control: str) -> None:
    page.set_viewport_size(NARROWEST)
    for path in ("", "?on=2017-08-01", "../cities/raqqa/", "../factions/isis/"):
        page.goto(control + path)
        for fold in page.locator("details.spells, details.cities-held").all():
            fold.evaluate("(e) => { e.open = true }")
        assert page.evaluate(SIDEWAYS) == 0, path


def test_on_a_phone_the_first_event_of_a_city_with_a_band_is_on_the_first_screen(
    page: Page, control: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{control}../cities/raqqa/")
    expect(page.locator(".band")).to_be_visible()
    assert page.locator(".ev h4").first.bounding_box()["y"] < PHONE["height"]  # type: ignore[index]


def test_years_of_the_scale_are_big_enough_for_a_thumb(page: Page, control: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(control)
    for cell in page.locator(".days .cell").all():
        assert cell.evaluate(HEIGHT) >= 44
        assert cell.evaluate(WIDTH) >= 24


def test_the_rule_beside_events_bears_the_holders_colour(page: Page, control: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{control}../cities/raqqa/")
    assert page.locator(".held.above").evaluate(BACKGROUND) == "rgb(48, 53, 59)"
    assert page.locator(".held.below").evaluate(BACKGROUND) == "rgb(230, 159, 0)"


def test_a_stretch_of_the_band_and_a_city_of_the_map_are_links(page: Page, control: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(control)
    page.locator(".map a", has_text="Raqqa").click()
    page.wait_for_url(f"**{City.objects.get(name='Raqqa').get_absolute_url()}")
    page.locator(".band a", has_text="SDF").click()
    expect(page.locator("h1")).to_contain_text("SDF takes Raqqa")
