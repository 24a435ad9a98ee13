"""What an editor does on the desk's pages."""

import re

from playwright.sync_api import Page

from tests import make


def sign_in(page: Page, home: str) -> None:
    make.editor()
    page.goto(f"{home}/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("editor")
    page.get_by_role("button", name="Log in").click()


def choose(page: Page, field: str, term: str, offered: str) -> None:
    """Opens the autocomplete, types, and takes what is offered."""
    page.locator(f"#id_{field} + .select2 .select2-selection").click()
    page.locator(".select2-search__field").fill(term)
    page.locator(".select2-results__option", has_text=re.compile(f"^{offered}")).click()


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def paste_article(page: Page, *, title: str, day: str, body: str) -> None:
    """Enters an article of The Gazette and goes on to the form of its first event."""
    make.outlet("The Gazette")
    page.get_by_role("link", name="Articles").first.click()
    page.get_by_role("link", name="Add article").click()
    page.get_by_label("Title").fill(title)
    choose(page, "outlet", "gaz", "The Gazette")
    page.get_by_label("Published on").fill(day)
    page.locator("#id_body").fill(body)
    press(page, "Save and continue editing")
    page.get_by_role("link", name="Add an event from this article").click()
