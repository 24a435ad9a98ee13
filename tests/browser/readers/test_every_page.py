"""What holds on every page of readers: it is quiet, alone, still, and never too wide."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Response, ViewportSize, expect

from tests.browser.readers.pages import LANGUAGES, busiest_city, page_types, unfold, within

# A phone of the narrowest kind, and a desk of 1280 by 1024 pixels at 400 per cent.
NARROWEST: ViewportSize = {"width": 320, "height": 256}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 2.2, 1.4.12: what readers may set without losing anything.
SPREAD = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""
# Cells that end in an ellipsis are whole on the page of their event.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((it) => {
  const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(it);
  const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
  return clipPath === 'none' && textOverflow !== 'ellipsis' && it.checkVisibility()
    && it.textContent.trim() && (cuts(overflowX) && it.scrollWidth > it.clientWidth + 1
      || cuts(overflowY) && it.scrollHeight > it.clientHeight + 1);
}).map((it) => it.outerHTML.slice(0, 200))"""
# But for the address that htmx notes until the tab is closed, so as to know it when going back.
KEPT = """[...Object.keys(localStorage), ...Object.keys(sessionStorage)]
  .filter((it) => it !== 'htmx-current-path-for-history')"""
MOVING = """() => [...document.querySelectorAll('*')].filter((it) => {
  const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(it);
  return /[1-9]/.test(transitionDuration + animationDuration) || scrollBehavior === 'smooth';
}).map((it) => it.outerHTML.slice(0, 200))"""


@pytest.mark.expects_status(400, 404, 410)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_keeps_anything_on_the_machine_of_its_reader_or_asks_another_host(
    page: Page, home: str, language: str
) -> None:
    given: list[Response] = []
    page.on("response", lambda response: given.append(response))
    for kind in page_types():
        answer = page.goto(home + kind.within(language), wait_until="networkidle")
        assert answer, kind.name
        assert answer.status == kind.status, kind.name
        assert page.evaluate(KEPT) == [], kind.name
    assert page.context.cookies() == []
    assert [it.url for it in given if "set-cookie" in it.headers] == []
    assert len(given) > 2 * len(page_types())  # what the watch saw, too


@pytest.mark.expects_status(400, 404, 410)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways_at_320_pixels_or_loses_words_that_are_spread(
    page: Page, home: str, language: str
) -> None:
    page.set_viewport_size(NARROWEST)
    for kind in page_types():
        page.goto(home + kind.within(language))
        unfold(page)
        assert page.evaluate(SIDEWAYS) == 0, kind.name
        cut_before = page.evaluate(CUT_OFF)
        page.evaluate(SPREAD)
        assert page.evaluate(SIDEWAYS) == 0, f"{kind.name}, spread"
        assert [it for it in page.evaluate(CUT_OFF) if it not in cut_before] == [], kind.name


def test_half_of_a_small_screen_is_left_to_what_is_read(page: Page, home: str) -> None:
    page.set_viewport_size(NARROWEST)
    page.goto(home + busiest_city())
    page.locator(".ev h4").nth(3).scroll_into_view_if_needed()
    stuck = page.evaluate("""() => [...document.querySelectorAll('body *')].filter((it) => {
      const { position } = getComputedStyle(it);
      const box = it.getBoundingClientRect();
      return (position === 'sticky' || position === 'fixed') && it.checkVisibility()
        && box.bottom > 0 && box.top < innerHeight;
    }).reduce((sum, it) => Math.max(sum, it.getBoundingClientRect().height), 0)""")
    assert stuck < NARROWEST["height"] / 2


@pytest.mark.expects_status(400, 404, 410)
def test_nothing_moves_for_readers_who_asked_for_stillness(
    new_context: Callable[..., BrowserContext], home: str
) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    for kind in page_types():
        page.goto(home + kind.path)
        assert page.evaluate(MOVING) == [], kind.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_leads_to_the_same_page_in_the_others(
    page: Page, home: str, language: str
) -> None:
    path = busiest_city() + "?kind=control"
    page.goto(home + within(language, path))
    expect(page.locator("html")).to_have_attribute("lang", language)
    for other in LANGUAGES:
        if other != language:
            page.locator(f".tongues [hreflang={other}]").click()
            expect(page).to_have_url(home + within(other, path))
            expect(page.locator("html")).to_have_attribute("lang", other)
