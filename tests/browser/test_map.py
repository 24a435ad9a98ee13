"""Reading the map of an answer: by mouse, by keyboard, by touch, without scripts, on any width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.test_looks import SIDEWAYS
from tests.views.test_control import taking

PHONE: ViewportSize = {"width": 360, "height": 740}
NARROWEST: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1440, "height": 1000}
PAIR = """() => {
  const [[one, other]] = [[...document.querySelectorAll(".map a .edge")]
    .map((mark) => mark.getBoundingClientRect())];
  return Math.hypot(one.x - other.x, one.y - other.y);
}"""
NAMES_THAT_MEET = """() => {
  const boxes = [...document.querySelectorAll(".map .place")]
    .filter((name) => name.checkVisibility()).map((name) => name.getBoundingClientRect());
  return boxes.flatMap((one, place) => boxes.slice(place + 1).filter((other) =>
    one.left < other.right && other.left < one.right &&
    one.top < other.bottom && other.top < one.bottom)).length;
}"""


@pytest.fixture
def home(transactional_db: None, live_server: LiveServer) -> str:
    """Mosul fell in July 2017, Raqqa on 17 October; six villages stand close to each other."""
    raqqa = make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01")
    mosul = make.city("Mosul", country="IQ", latitude="36.34", longitude="43.13")
    isis = make.faction("ISIS", colour_light="#30353b", colour_dark="#c9ced4")
    sdf = make.faction("SDF", colour_light="#e69f00", colour_dark="#e8a51a")
    taking(mosul, make.faction("Iraqi forces"), isis, "2017-07-10")
    taking(raqqa, sdf, isis, "2017-10-17")
    make.event("A clash in Raqqa", when="2016", city=raqqa, published=True)
    for number in range(6):
        longitude = str(40 + number / 25)
        near = make.city(f"Village {number}", latitude="35.00", longitude=longitude)
        make.event(when="2015", city=near, published=True)
    return live_server.url


def mark(page: Page, city: str) -> Locator:
    return page.locator(".map a", has_text=city).locator(".edge")


def distance(page: Page) -> float:
    """Pixels between the marks of Raqqa and Mosul, once they stand still."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    found: float = page.evaluate(PAIR)
    return found


def turn_the_wheel(page: Page) -> None:
    """With the key held that zooms; what the mouse sends comes to the page later."""
    page.evaluate(
        "window.come = new Promise((done) => addEventListener('wheel', () => done(), "
        "{ capture: true, once: true })); 0"
    )
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.evaluate("window.come")
    page.keyboard.up("Control")


def test_a_click_narrows_to_a_city_and_another_takes_it_off(page: Page, home: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{home}/?to=2017&view=map")
    mark(page, "Raqqa").click()
    page.wait_for_url("**/?city=raqqa&to=2017&view=map")
    expect(page.locator("#question")).to_contain_text("2 events")
    expect(page.locator("#said")).to_contain_text("2 events")
    expect(page.locator(".map .chosen")).to_have_count(1)
    mark(page, "Raqqa").click()
    page.wait_for_url("**/?to=2017&view=map")
    expect(page.locator(".map .chosen")).to_have_count(0)
    page.go_back()
    expect(page.locator(".map .chosen")).to_contain_text("Raqqa")


def test_the_list_beside_the_map_narrows_too(page: Page, home: str) -> None:
    page.goto(f"{home}/?view=map&kind=control")
    page.locator(".places").get_by_role("link", name="Mosul").click()
    page.wait_for_url("**/?city=mosul&kind=control&view=map")
    expect(page.locator(".places .chosen")).to_contain_text("Mosul")
    expect(page.locator(".map .chosen")).to_contain_text("Mosul")


def test_from_the_page_of_a_city_the_map_leads_to_another(page: Page, home: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{home}/cities/raqqa/?view=map")
    mark(page, "Mosul").click()
    page.wait_for_url("**/cities/mosul/?view=map")
    expect(page.locator("h1")).to_contain_text("Mosul")


def test_buttons_keys_and_the_wheel_zoom_and_names_do_not_meet(page: Page, home: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{home}/?view=map")
    whole = distance(page)
    page.get_by_role("button", name="Nearer").click()
    assert distance(page) > 1.5 * whole
    page.keyboard.press("-")
    assert distance(page) == pytest.approx(whole, abs=1)
    mark(page, "Raqqa").hover()
    turn_the_wheel(page)
    expect(page.locator(".sheet")).to_have_class("sheet live zoomed")
    assert distance(page) > 1.5 * whole
    assert page.evaluate(NAMES_THAT_MEET) == 0
    page.get_by_role("button", name="All").click()
    assert distance(page) == pytest.approx(whole, abs=1)


def test_the_wheel_alone_scrolls_the_page(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 800, "height": 500})
    page.goto(f"{home}/?view=map")
    whole = distance(page)
    page.locator(".map").hover()
    page.mouse.wheel(0, 120)
    page.wait_for_function("scrollY > 0")
    assert distance(page) == pytest.approx(whole, abs=1)


def test_the_mouse_moves_a_zoomed_map_without_following_a_link(page: Page, home: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{home}/?view=map")
    page.get_by_role("button", name="Nearer").click()
    distance(page)
    box = page.locator(".map").bounding_box()
    assert box
    before = mark(page, "Mosul").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 250, box["y"] + 280, steps=5)
    page.mouse.up()
    distance(page)
    after = mark(page, "Mosul").bounding_box()
    assert before
    assert after
    assert after["x"] == pytest.approx(before["x"] - 50, abs=2)
    expect(page).to_have_url(f"{home}/?view=map")


def spread(page: Page, fingers: int) -> None:
    """So many fingers on the map, one of which goes up along it, the other down."""
    box = page.locator(".map").bounding_box()
    assert box
    screen = page.context.new_cdp_session(page)
    for step in range(9):
        places = [box["y"] + 60 - 5 * step, box["y"] + 100 + 5 * step][:fingers]
        points = [{"x": 150, "y": y, "id": number} for number, y in enumerate(places)]
        kind = "touchMove" if step else "touchStart"
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_two_fingers_zoom_the_map_and_one_scrolls_the_page(
    new_context: Callable[..., BrowserContext], home: str
) -> None:
    page = new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    page.goto(f"{home}/?view=map")
    page.locator(".map").scroll_into_view_if_needed()
    whole, before = distance(page), page.evaluate("scrollY")
    spread(page, 2)
    expect(page.locator(".sheet")).to_have_class("sheet live zoomed")
    near = distance(page)
    assert near > 1.5 * whole
    assert page.evaluate("[scrollY, visualViewport.scale]") == [before, 1]
    spread(page, 1)
    page.wait_for_function(f"scrollY > {before}")
    assert distance(page) == pytest.approx(near, abs=1)
    expect(page).to_have_url(f"{home}/?view=map")


def test_what_the_keyboard_reaches_comes_into_sight(page: Page, home: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{home}/?view=map")
    mark(page, "Raqqa").hover()
    for _ in range(6):
        turn_the_wheel(page)
    distance(page)
    page.locator(".map a", has_text="Mosul").focus()
    distance(page)
    sheet, mosul = page.locator(".map").bounding_box(), mark(page, "Mosul").bounding_box()
    assert sheet
    assert mosul
    assert sheet["x"] < mosul["x"] < sheet["x"] + sheet["width"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/?city=mosul&view=map")


def test_the_map_stays_where_it_was_while_cities_are_chosen(page: Page, home: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{home}/?view=map")
    page.get_by_role("button", name="Nearer").click()
    near = distance(page)
    page.locator(".places").get_by_role("link", name="Mosul").click()
    expect(page.locator(".map .chosen")).to_have_count(1)
    assert distance(page) == pytest.approx(near, abs=1)


def test_the_map_is_read_and_narrowed_without_scripts(
    new_context: Callable[..., BrowserContext], home: str
) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(f"{home}/?view=map")
    expect(page.locator(".zoom")).to_be_hidden()
    mark(page, "Mosul").click()
    expect(page).to_have_url(f"{home}/?city=mosul&view=map")
    page.locator(".places .chosen a").click()
    expect(page).to_have_url(f"{home}/?view=map")
    page.get_by_text("List", exact=True).click()
    expect(page).to_have_url(f"{home}/")


def test_the_map_fits_320_pixels_and_has_its_list_below(page: Page, home: str) -> None:
    page.set_viewport_size(NARROWEST)
    for path in ("/?view=map", "/ar/?view=map", "/cities/raqqa/?view=map"):
        page.goto(home + path)
        assert page.evaluate(SIDEWAYS) == 0, path
        drawing, listed = page.locator(".map").bounding_box(), page.locator(".places")
        assert drawing
        assert listed.bounding_box()["y"] > drawing["y"] + drawing["height"]  # type: ignore[index]


def test_east_is_right_in_arabic_and_the_list_on_the_other_side(page: Page, home: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{home}/ar/?view=map")
    raqqa, mosul = mark(page, "Raqqa").bounding_box(), mark(page, "Mosul").bounding_box()
    listed = page.locator(".places").bounding_box()
    assert raqqa
    assert mosul
    assert listed
    assert listed["x"] < raqqa["x"] < mosul["x"]
