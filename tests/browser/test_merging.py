"""Two cities made one, and two editors at one form, in real browsers."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.at_the_desk import press, sign_in
from timeline.models import City, Event

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_address_of_a_city_that_was_merged_leads_readers_on(
    page: Page, live_server: LiveServer
) -> None:
    kept, going = make.city("Raqqa"), make.city("Rakka")
    make.event("The stadium falls", city=going, published=True)
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/admin/timeline/city/{kept.pk}/change/")
    page.get_by_role("link", name="Merge with another").click()
    page.wait_for_load_state()  # what is typed before the scripts are there asks for nothing
    # At once: an offer that is replaced while it is being clicked leads nowhere.
    page.get_by_label("Name or number").fill("rakk")
    expect(page.locator("#offers h2")).to_have_text("Found")
    page.locator("#offers").get_by_role("link", name="Rakka").click()
    expect(page.locator("table.both")).to_contain_text("another spelling from now on")
    page.get_by_label("Why").fill("Two spellings of one city.")
    press(page, "Merge the two")
    expect(page.locator(".messagelist")).to_contain_text("“Rakka” is part of “Raqqa”")

    page.goto(f"{live_server.url}/cities/rakka/")
    expect(page).to_have_url(f"{live_server.url}/cities/raqqa/")
    expect(page.locator("main")).to_contain_text("The stadium falls")
    assert City.objects.get() == kept


def test_who_saves_second_sees_what_the_first_changed_and_both_stand(
    page: Page, new_context: Callable[..., Any], live_server: LiveServer
) -> None:
    event = make.event("The stadium falls")
    form = f"{live_server.url}/admin/timeline/event/{event.pk}/change/"
    other: Page = new_context().new_page()
    for editor, name in ((page, "editor"), (other, "another")):
        sign_in(editor, live_server.url, name)
        editor.goto(form)
    other.get_by_label("Summary").fill("Fighters left at dawn.")
    press(other, "Save and continue editing")
    expect(other.locator(".messagelist")).to_contain_text("was changed successfully")

    page.get_by_label("Headline").fill("The stadium changes hands")
    press(page, "Save and continue editing")
    expect(page.locator(".conflict")).to_contain_text("another")
    expect(page.get_by_label("Headline")).to_have_value("The stadium changes hands")
    press(page, "Save and continue editing")
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    saved = Event.objects.get()
    assert (saved.headline, saved.summary) == (
        "The stadium changes hands",
        "Fighters left at dawn.",
    )
