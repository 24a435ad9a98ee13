"""Copying and sharing what is to be cited; what print leaves out; and that data is no script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from timeline.models import Event

SHARING = "navigator.share = async (what) => { window.shared = what; };"
CLIPBOARD = "navigator.clipboard.readText()"


@pytest.fixture
def event(transactional_db: None) -> Event:
    return make.event("Raqqa falls", summary="A long day ends.", graphic=True, published=True)


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(SHARING)
    return context.new_page()


def test_a_citation_an_address_and_an_entry_are_copied_as_they_stand(
    page: Page, event: Event, live_server: LiveServer
) -> None:
    page.goto(live_server.url + event.get_absolute_url())
    address = f"{live_server.url}/events/{event.pk}/?version=1"
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.locator("#cite-words + .copy [role=status]")).to_have_text("Copied")
    assert page.evaluate(CLIPBOARD) == page.locator("#cite-words").inner_text()
    page.get_by_role("button", name="Copy the address").click()
    expect(page.locator("#cite-address + .copy [role=status]")).to_have_text("Copied")
    assert page.evaluate(CLIPBOARD) == address
    page.get_by_text("BibTeX").click()
    page.get_by_role("button", name="Copy the entry").click()
    expect(page.locator("#cite-bibtex + .copy [role=status]")).to_have_text("Copied")
    assert page.evaluate(CLIPBOARD).startswith(f"@misc{{dateline-{event.pk}-v1,\n")


def test_an_address_is_shared_the_way_the_device_does(
    page: Page, event: Event, live_server: LiveServer
) -> None:
    page.goto(live_server.url + event.get_absolute_url())
    page.get_by_role("button", name="Share").click()
    page.wait_for_function("window.shared")
    assert page.evaluate("window.shared") == {
        "title": "Raqqa falls",
        "url": f"{live_server.url}/events/{event.pk}/?version=1",
    }


def test_a_selection_is_copied_after_it_was_narrowed(
    page: Page, event: Event, live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/?order=newest")
    page.get_by_role("link", name="Oldest first").click()
    expect(page).to_have_url(f"{live_server.url}/")
    page.get_by_text("Cite this selection").click()
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.locator("#cite-words + .copy [role=status]")).to_have_text("Copied")
    assert page.evaluate(CLIPBOARD).endswith(f" {live_server.url}/")


def test_without_scripts_there_are_words_to_select_and_no_dead_buttons(
    new_context: Callable[..., BrowserContext], event: Event, live_server: LiveServer
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + event.get_absolute_url())
    expect(page.locator("#cite-words")).to_contain_text("record")
    expect(page.get_by_label("Address of this version, for good")).to_be_visible()
    for name in ("Copy the citation", "Copy the address", "Share"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)


def test_print_shows_of_graphic_details_those_that_a_reader_opened(
    page: Page, event: Event, live_server: LiveServer
) -> None:
    page.goto(live_server.url + event.get_absolute_url())
    left_out = page.locator(".unprinted").first
    expect(left_out).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_text("A long day ends.")).to_be_hidden()
    expect(left_out).to_be_visible()
    page.emulate_media(media="screen")
    page.locator(".warning > summary").first.click()
    page.emulate_media(media="print")
    expect(page.get_by_text("A long day ends.")).to_be_visible()
    expect(left_out).to_be_hidden()


def test_the_tab_keeps_its_own_address_and_nothing_else(
    page: Page, event: Event, live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/?order=newest")
    page.get_by_role("link", name="Oldest first").click()
    expect(page).to_have_url(f"{live_server.url}/")
    page.wait_for_load_state()  # what the tab keeps is written by the page that has come
    assert page.evaluate("Object.keys(localStorage)") == []
    kept = page.evaluate("Object.entries(sessionStorage)")
    assert [value for _name, value in kept] in ([], ["/"])
    assert page.context.cookies() == []
