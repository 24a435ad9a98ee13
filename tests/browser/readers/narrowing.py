"""A question narrowed step by step, as a reader does it with the filters."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Step:
    """One filter set; `asked` is what the address then holds."""

    asked: str
    take: Callable[[Page], None]


def choose(group: str, label: str) -> Callable[[Page], None]:
    def take(page: Page) -> None:
        unfold(page, group)
        name = re.compile(rf"^{label} \d+$")
        page.locator(f"#g-{group}").get_by_role("checkbox", name=name).check()

    return take


def write(field: str, words: str) -> Callable[[Page], None]:
    def take(page: Page) -> None:
        unfold(page)
        page.locator(f"#f-{field}").fill(words)

    return take


STEPS = [
    Step("city=mosul", choose("city", "Mosul")),
    Step("faction=isis", choose("faction", "ISIS")),
    Step("kind=control", choose("kind", "Control")),
    Step("from=2014", write("from", "2014")),
    Step("to=2016-12", write("to", "2016-12")),
    Step("q=army", write("q", "army")),
]


def unfold(page: Page, group: str = "") -> None:
    """Opens the filters, and the group of them, where they are folded."""
    for folded in ["#filters", f"#g-{group}"] if group else ["#filters"]:
        summary = page.locator(f"{folded} > summary")
        if summary.is_visible() and page.locator(folded).get_attribute("open") is None:
            summary.click()


def question(page: Page) -> str:
    return " ".join(page.locator("#question").inner_text().split())


def shown(page: Page) -> list[str]:
    """All that the answer says, line by line."""
    lines = page.locator("#results .list").inner_text().splitlines()
    return [line.strip() for line in lines if line.strip()]


def is_asked(page: Page, asked: str) -> None:
    holding = re.compile(rf"[?&]{re.escape(asked)}(&|$)")
    expect(page).to_have_url(holding)
