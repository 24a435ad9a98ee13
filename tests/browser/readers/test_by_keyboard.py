"""The pages of readers by keyboard alone: everything reached, in the order that is seen."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.readers.pages import (
    LANGUAGES,
    OTHER_VIEWS,
    busiest_city,
    event,
    unfold,
    within,
)

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
PARTS_OF_A_DAY = 4  # where Tab stops in a field for a date: day, month, year, calendar

# Notes everything that takes the focus: where it is, whether its ring and itself can be seen.
NOTE = """() => {
  window.passed = [];
  const sticks = (it) => Boolean(it)
    && (getComputedStyle(it).position === 'sticky' || sticks(it.parentElement));
  const scrolls = (it) => it !== document.body && (/auto|scroll/.test(getComputedStyle(it).overflow)
    && (it.scrollHeight > it.clientHeight || it.scrollWidth > it.clientWidth)
    || scrolls(it.parentElement));
  const inSight = ({ top, left, bottom, right }) =>
    bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const shown = (it, box) => [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].some(([x, y]) => {
    const over = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return over && (it.contains(over) || over.contains(it) && over.matches('a, label'));
  });
  document.addEventListener('focusin', ({ target: it }) => {
    const boxes = [...it.getClientRects()];
    const box = boxes[0] ?? it.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    window.passed.push({
      it: it.outerHTML.slice(0, 160),
      ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      // Marks of a drawing may share a place.
      seen: boxes.some((box) => it.closest('svg') ? inSight(box) : shown(it, box)),
      left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY,
      drawn: Boolean(it.closest('svg')) || scrolls(it.parentElement),
      sticks: sticks(it),
    });
  });
}"""
# As the standard counts them: what can be pressed or typed into, one radio button of a group.
REACHABLE = """() => [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled
    && it.tabIndex >= 0 && !(it.type === 'radio' && !it.checked)
    && !it.closest('details:not([open]) > :not(summary:first-of-type)'))
  .map((it) => it.outerHTML.slice(0, 160))"""


def passed_by_tab(page: Page, most: int) -> list[dict[str, Any]]:
    """What takes the focus on the way from the top of the page to its end, in that order."""
    page.evaluate(NOTE)
    for _ in range(most + PARTS_OF_A_DAY + 1):
        page.keyboard.press("Tab")
    passed: list[dict[str, Any]] = page.evaluate("window.passed")
    again = [place for place, it in enumerate(passed) if it == passed[0]]
    return passed[: again[1]] if len(again) > 1 else passed


def goes_back(one: dict[str, Any], then: dict[str, Any]) -> bool:
    """Whether the second stands wholly above the first in the same column of what is seen.

    Marks of a drawing and lines that are scrolled within a page go their own ways; what sticks
    has no place of its own.
    """
    if one["sticks"] or then["sticks"] or (one["drawn"] and then["drawn"]):
        return False
    beside = then["right"] <= one["left"] or then["left"] >= one["right"]
    return not beside and then["bottom"] <= one["top"]


def faults_of(page: Page) -> list[str]:
    reachable = page.evaluate(REACHABLE)
    passed = passed_by_tab(page, len(reachable))
    faults = [f"no ring: {it['it']}" for it in passed if not it["ringed"]]
    faults += [f"covered: {it['it']}" for it in passed if not it["seen"]]
    missed = set(reachable) - {it["it"] for it in passed}
    faults += [f"not reached: {it}" for it in missed]
    faults += [
        f"back up: {one['it']} -> {then['it']}"
        for one, then in pairwise(passed)
        if goes_back(one, then)
    ]
    return faults


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_reaches_everything_on_a_page_in_the_order_that_is_seen(
    page: Page, home: str, language: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    for path in [busiest_city(), event(graphic=False), "/control/?on=2016-06-01", "/factions/"]:
        page.goto(home + within(language, path))
        unfold(page)
        assert faults_of(page) == [], path


@pytest.mark.parametrize("view", OTHER_VIEWS)
def test_the_keyboard_reaches_everything_of_a_view_and_leaves_it_again(
    page: Page, home: str, view: str
) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{home}{busiest_city()}?view={view}")
    assert faults_of(page) == []


def test_what_the_focus_is_on_is_never_left_under_what_sticks_to_the_edge(
    page: Page, home: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{home}/?from=2017&kind=control")
    assert faults_of(page) == []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
    covered = page.evaluate("window.passed.filter((it) => !it.seen).map((it) => it.it)")
    assert covered == []
