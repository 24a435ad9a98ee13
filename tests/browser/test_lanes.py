"""Lanes in a browser: by keys, by links, without scripts, on any width, in both directions."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.test_looks import SIDEWAYS
from timeline.models.vocabulary import Kind, Role

PHONE: ViewportSize = {"width": 360, "height": 740}
NARROWEST: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1440, "height": 1000}
SMALL = """() => [...document.querySelectorAll('.rows a, .lanes-axis a')]
  .filter((e) => e.checkVisibility())
  .map((e) => (e.querySelector('.hit, rect') ?? e).getBoundingClientRect())
  .filter((box) => box.width < 23.5 && box.width > 0)
  .map((box) => box.width)"""


@pytest.fixture
def lanes(transactional_db: None, live_server: LiveServer) -> str:
    """Mosul with twelve strikes in a row and its fall, Raqqa with its own, 2014 to 2017."""
    raqqa = make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01")
    mosul = make.city("Mosul", country="IQ", latitude="36.34", longitude="43.13")
    sdf = make.faction("SDF", colour_light="#e69f00", colour_dark="#e8a51a")
    source = make.article()
    for place in range(12):
        day = (date(2016, 11, 1) + timedelta(place)).isoformat()
        strike = Kind.AIR_STRIKE
        make.event(
            f"Strike {place}", when=day, city=mosul, kind=strike, taken_from=source, published=True
        )
    make.event("ISIS takes Mosul", when="2014-06-10", city=mosul, published=True)
    make.event(
        "The SDF takes Raqqa",
        when="2017-10-17",
        city=raqqa,
        factions=[(sdf, Role.CAPTOR)],
        published=True,
    )
    return f"{live_server.url}/?view=lanes"


def lane_names(page: Page) -> Locator:
    return page.locator(".lane :is(h3, h4)")


def test_keys_zoom_and_move_while_the_lanes_have_the_focus(page: Page, lanes: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(lanes)
    page.locator("#lanes").focus()
    for key, address, said in (
        ("+", "?from=2015&to=2016&view=lanes", "12 events, 2015–2016"),
        ("ArrowRight", "?from=2016&to=2017&view=lanes", "13 events, 2016–2017"),
        ("ArrowRight", "?from=2016&to=2017&view=lanes", "The record ends here."),
        ("ArrowLeft", "?from=2015&to=2016&view=lanes", "12 events, 2015–2016"),
        ("-", "?view=lanes", "14 events"),
        ("+", "?from=2015&to=2016&view=lanes", "12 events, 2015–2016"),
        ("Home", "?view=lanes", "14 events"),
    ):
        page.keyboard.press(key)
        expect(page.locator("#said")).to_have_text(said)
        expect(page.locator("#lanes")).to_be_focused()
        expect(page).to_have_url(lanes.partition("?")[0] + address)


def test_keys_are_left_alone_in_fields_and_outside_of_the_lanes(page: Page, lanes: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(lanes)
    page.locator("#find").press("+")
    expect(page.locator("#find")).to_have_value("+")
    page.locator(".brand").press("+")
    assert page.url == lanes


def test_where_time_runs_from_right_to_left_so_do_the_arrows(page: Page, lanes: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(lanes.replace("/?", "/ar/?from=2016&to=2016&"))
    ticks = page.locator(".lanes-axis .tick")
    places = [tick.bounding_box()["x"] for tick in ticks.all()]  # type: ignore[index]
    assert places == sorted(places, reverse=True)
    assert len(places) > 1
    page.locator("#lanes").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/ar/?from=2015&to=2015&view=lanes")


def test_a_count_opens_on_the_spot_down_to_the_events(page: Page, lanes: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(lanes)
    page.locator(".cell.w0", has_text="12").click()
    page.wait_for_url("**/?city=mosul&from=2016-10&to=2016-12&view=lanes")
    expect(page.locator("#question")).to_be_focused()
    expect(lane_names(page)).to_have_text(["Mosul"])
    page.locator(".rows a", has_text="Strike 8").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Strike 8")
    page.go_back()
    page.go_back()
    expect(page.locator("#question")).to_have_text("14 events")


def test_filters_unfold_above_and_keep_the_view(page: Page, lanes: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(lanes)
    page.locator(".filters > summary").click()
    page.locator("#g-city > summary").click()
    page.locator("#g-city").get_by_text("Raqqa").click()
    page.wait_for_url("**/?city=raqqa&view=lanes")
    expect(lane_names(page)).to_have_text(["Raqqa"])
    page.get_by_role("link", name="for each faction").click()
    page.wait_for_url("**/?city=raqqa&view=lanes&lanes=faction")
    expect(lane_names(page)).to_have_text(["SDF"])


def test_everything_in_lanes_is_a_link_without_scripts(
    new_context: Callable[..., BrowserContext], lanes: str
) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(lanes)
    page.get_by_role("link", name="Zoom in").click()
    expect(page).to_have_url(lanes.replace("?", "?from=2015&to=2016&"))
    page.locator(".cell.n0").click()
    expect(page).to_have_url(re.compile("city=mosul"))
    page.goto(lanes)
    page.get_by_role("link", name="1 event", exact=True).click()
    expect(page).to_have_url(lanes.replace("view=lanes", "city=raqqa"))
    page.goto(lanes)
    page.locator(".rows a", has_text="ISIS takes Mosul").click()
    expect(page.locator("h1")).to_contain_text("ISIS takes Mosul")


@pytest.mark.parametrize("noun", ["city", "faction"])
def test_lanes_never_scroll_sideways_and_what_is_pressed_is_wide_enough(
    page: Page, lanes: str, noun: str
) -> None:
    for size in (NARROWEST, PHONE, {"width": 1024, "height": 800}, DESK):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto(f"{lanes}&lanes={noun}")
        assert page.evaluate(SIDEWAYS) == 0, size
        assert page.evaluate(SMALL) == [], size
