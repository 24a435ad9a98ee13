"""What axe-core finds on the pages of readers: nothing.

It knows what a machine can tell of WCAG 2.2, A and AA, and some of good practice.
"""

from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize

from tests.browser.readers.pages import LANGUAGES, page_types, unfold

AXE = Path(__file__).parents[1] / "axe" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}

FINDINGS = """async (which) => {
  const { violations } = await axe.run(document, { ...which, resultTypes: ['violations'] });
  return violations.map(({ id, help, nodes }) => [`${id}: ${help}`, ...nodes.slice(0, 5)
    .map(({ html, failureSummary }) => `${html}\\n  ${failureSummary}`)].join('\\n  '));
}"""


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """One that takes axe in: the policy of the site lets no script of others run."""
    return new_context(bypass_csp=True).new_page()


def findings(page: Page, rules: Collection[str] = ()) -> list[str]:
    """What is wrong with the page as it stands, by the rules of these names or by all."""
    asked = {"type": "rule", "values": [*rules]} if rules else {"type": "tag", "values": LEVELS}
    found: list[str] = page.evaluate(FINDINGS, {"runOnly": asked})
    return found


def findings_on(page: Page, address: str) -> list[str]:
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.add_script_tag(path=AXE)
    unfold(page)
    found = findings(page)
    page.emulate_media(color_scheme="dark")
    found += findings(page, OF_COLOUR)
    page.set_viewport_size(PHONE)
    return found + findings(page)


def told(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{name}: {each}" for name, here in found.items() for each in here)


@pytest.mark.expects_status(400, 404, 410)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page_by_day_and_by_night_on_a_desk_and_on_a_phone(
    page: Page, home: str, language: str
) -> None:
    found = {kind.name: findings_on(page, home + kind.within(language)) for kind in page_types()}
    assert not any(found.values()), told(found)


def test_axe_sees_a_fault(page: Page, home: str) -> None:
    page.goto(f"{home}/method/")
    page.add_script_tag(path=AXE)
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"data:,\">'")
    page.evaluate("document.querySelector('main p').style.color = 'silver'")
    ids = {finding.partition(":")[0] for finding in findings(page)}
    assert {"image-alt", "color-contrast"} <= ids
