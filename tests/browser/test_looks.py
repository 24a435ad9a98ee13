"""What readers see and can do: on any width, by keyboard, with and without scripts."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.template.loader import get_template
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from timeline.models import City, Event, Faction
from timeline.models.vocabulary import Kind, Role

PHONE: ViewportSize = {"width": 360, "height": 740}
NARROWEST: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1440, "height": 900}

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll(
  'summary, button, input:not([type=checkbox]), label:has(input), .site a, .chips a, .ways a')]
  .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24)
  .map((e) => e.outerHTML)"""
COLOUR = "(e) => getComputedStyle(e, '::before').backgroundColor"


@pytest.fixture
def record(transactional_db: None) -> Event:
    """Raqqa and Mosul, two factions, four events; the one that is returned took Raqqa."""
    raqqa = make.city("Raqqa", country="SY", spellings=["Ar-Raqqah"])
    mosul = make.city("Mosul", country="IQ", spellings=["Al-Mawsil"])
    alliance = make.faction("SDF", colour_light="#e69f00", colour_dark="#e8a51a")
    group = make.faction("ISIS", colour_light="#30353b", colour_dark="#c9ced4")
    taking = [(alliance, Role.CAPTOR), (group, Role.FORMER_HOLDER)]
    make.event(
        "ISIS takes Mosul",
        when="2014-06-10",
        city=mosul,
        factions=[(group, Role.CAPTOR)],
        published=True,
    )
    make.event("A protest in Raqqa", when="2013", city=raqqa, kind=Kind.PROTEST, published=True)
    make.event(
        "The battle for Raqqa begins",
        when="2017-06-06",
        city=raqqa,
        kind=Kind.OFFENSIVE_BEGAN,
        factions=[(alliance, Role.ATTACKER)],
        published=True,
    )
    return make.event(
        "The SDF takes Raqqa", when="2017-10-17", city=raqqa, factions=taking, published=True
    )


@pytest.fixture
def raqqa(record: Event, live_server: LiveServer) -> str:
    return live_server.url + City.objects.get(name="Raqqa").get_absolute_url()


def headlines(page: Page) -> Locator:
    return page.locator(".ev h4")


def choice(page: Page, label: str) -> Locator:
    """The city, faction or kind of that name in the filters; its number of events follows it."""
    groups = page.locator("#g-city, #g-faction, #g-kind")
    return groups.get_by_role("checkbox", name=re.compile(rf"^{label} \d+$"), include_hidden=True)


def every_page(event: Event) -> list[str]:
    article = event.citations.get().article
    faction = Faction.objects.get(name="SDF")
    assert event.city
    return [
        "/",
        "/cities/",
        "/factions/",
        event.city.get_absolute_url(),
        faction.get_absolute_url(),
        f"{faction.get_absolute_url()}family/?on=2017-10-17",
        event.get_absolute_url(),
        article.get_absolute_url(),
        make.withdrawn("A report that was wrong", city=event.city).get_absolute_url(),
        "/?from=never",
        "/nowhere/",
    ]


@pytest.mark.expects_status(400, 404, 410)
def test_no_page_scrolls_sideways_at_320_pixels(
    page: Page, live_server: LiveServer, record: Event
) -> None:
    page.set_viewport_size(NARROWEST)
    for path in every_page(record):
        page.goto(live_server.url + path)
        assert page.evaluate(SIDEWAYS) == 0, path


@pytest.mark.expects_status(400, 404, 410)
def test_every_page_has_one_title_and_its_landmarks(
    page: Page, live_server: LiveServer, record: Event
) -> None:
    for path in every_page(record):
        page.goto(live_server.url + path)
        expect(page.locator("h1")).to_have_count(1)
        expect(page.get_by_role("main")).to_have_count(1)
        assert re.fullmatch(r"\s*\S.* – Dateline", page.title()), path


def test_on_a_phone_the_first_event_is_on_the_first_screen(page: Page, raqqa: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(raqqa)
    assert page.locator(".ev h4").first.bounding_box()["y"] < PHONE["height"]  # type: ignore[index]
    expect(choice(page, "SDF")).to_be_hidden()


def test_what_a_thumb_presses_is_at_least_24_pixels_high(page: Page, raqqa: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(raqqa + "?from=2013")
    page.locator(".filters > summary").click()
    assert page.evaluate(SMALL_TARGETS) == []


def test_on_a_wide_screen_the_filters_stand_open(page: Page, raqqa: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(raqqa)
    expect(page.locator(".filters > summary")).to_be_hidden()
    choice(page, "Control").check()
    expect(page.locator("#question")).to_have_text("1 event in Raqqa")


def test_a_choice_changes_list_address_chips_and_title_and_keeps_the_focus(
    page: Page, raqqa: str
) -> None:
    page.set_viewport_size(DESK)
    page.goto(raqqa + "?from=2017")
    choice(page, "ISIS").check()
    page.wait_for_url("**/cities/raqqa/?faction=isis&from=2017")
    expect(headlines(page)).to_have_text(["The SDF takes Raqqa"])
    expect(page.locator(".chips a")).to_have_text(
        [re.compile("ISIS"), re.compile("2017"), "Take all off"]
    )
    expect(choice(page, "ISIS")).to_be_focused()
    expect(page.locator("#said")).to_have_text("1 event in Raqqa, from 2017")
    page.locator(".chips a").first.click()
    page.wait_for_url("**/cities/raqqa/?from=2017")
    expect(page.locator("#question")).to_be_focused()


def test_going_back_shows_the_question_before(page: Page, raqqa: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(raqqa)
    choice(page, "ISIS").check()
    page.wait_for_url("**?faction=isis")
    page.go_back()
    expect(page.locator("#question")).to_have_text("3 events in Raqqa")
    expect(choice(page, "ISIS")).not_to_be_checked()


def test_on_a_phone_filters_stay_unfolded_until_the_events_are_asked_for(
    page: Page, raqqa: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(raqqa)
    page.locator(".filters > summary").click()
    page.locator("#g-faction > summary").click()
    choice(page, "ISIS").check()
    page.wait_for_url("**?faction=isis")
    expect(choice(page, "ISIS")).to_be_focused()
    page.get_by_role("button", name="Show events").first.click()
    expect(choice(page, "ISIS")).to_be_hidden()
    expect(page.locator("#question")).to_be_in_viewport()


def test_choosing_a_second_city_leaves_the_page_of_the_first(page: Page, raqqa: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(raqqa)
    choice(page, "Mosul").check()
    page.wait_for_url("**/?city=mosul&city=raqqa")
    expect(page.locator("h1")).to_have_text(re.compile("Timeline"))
    expect(headlines(page)).to_have_count(4)


@pytest.mark.expects_status(400)
def test_an_unreadable_date_is_told_beside_its_field_and_shows_no_events(
    page: Page, raqqa: str
) -> None:
    page.set_viewport_size(DESK)
    page.goto(raqqa)
    page.get_by_label("From", exact=True).fill("2017-13")
    page.keyboard.press("Enter")
    expect(page.locator("#f-from-fault")).to_contain_text("2017-13")
    expect(page.get_by_label("From", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(headlines(page)).to_have_count(0)
    page.get_by_label("From", exact=True).fill("2017-10")
    page.keyboard.press("Enter")
    page.wait_for_url("**?from=2017-10")
    expect(headlines(page)).to_have_text(["The SDF takes Raqqa"])


def test_a_question_that_nothing_answers_says_what_to_take_off(page: Page, raqqa: str) -> None:
    page.goto(raqqa + "?q=zebra")
    page.get_by_role("link", name="without “zebra”").click()
    expect(page.locator("#question")).to_have_text("3 events in Raqqa")


def test_an_empty_record_says_so(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    expect(page.locator(".empty")).to_contain_text("Nothing published yet")


def test_everything_works_without_scripts(
    new_context: Callable[..., BrowserContext], raqqa: str
) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(raqqa)
    page.locator(".filters > summary").click()
    page.locator("#g-faction > summary").click()
    choice(page, "ISIS").check()
    page.get_by_role("button", name="Show events").first.click()
    expect(page).to_have_url(raqqa + "?faction=isis")
    expect(headlines(page)).to_have_text(["The SDF takes Raqqa"])
    page.locator(".account > summary").click()
    expect(page.locator(".account blockquote")).to_contain_text(make.QUOTATION)
    page.locator(".chips a").click()
    expect(page).to_have_url(raqqa)


def test_the_keyboard_reaches_the_content_past_the_head(page: Page, raqqa: str) -> None:
    page.goto(raqqa)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    assert page.locator(".skip").evaluate("(e) => getComputedStyle(e).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main .crumb a")).to_be_focused()


@pytest.mark.parametrize(
    ("scheme", "colour"), [("light", "rgb(230, 159, 0)"), ("dark", "rgb(232, 165, 26)")]
)
def test_a_faction_has_its_colour_by_day_and_by_night(
    new_context: Callable[..., BrowserContext], raqqa: str, scheme: Any, colour: str
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto(raqqa)
    assert page.locator(".pt", has_text="SDF").first.evaluate(COLOUR) == colour


def test_in_print_the_question_and_the_quotations_stand_without_the_filters(
    page: Page, raqqa: str
) -> None:
    page.emulate_media(media="print")
    page.goto(raqqa + "?faction=isis")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".chips")).to_contain_text("ISIS")
    expect(page.locator(".account blockquote").first).to_be_visible()


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_an_error_page_needs_neither_context_nor_database(status: int) -> None:
    assert f"{status}" in get_template(f"{status}.html").render()
