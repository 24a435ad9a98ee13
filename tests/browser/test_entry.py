"""The desk in a real browser: from a pasted dispatch to the public page."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.at_the_desk import answer_held, choose, paste_article, press, sign_in
from timeline.models import City, Event
from timeline.models.vocabulary import Status

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "Fighters leave the stadium"
TEXT = """RAQQA, 17 October - The alliance said on Tuesday that its fighters had taken the municipal
stadium, the last place that the group still held in the city.

“We raised our flag over the stadium this morning,” a commander said. At least 22 fighters gave
themselves up on Sunday."""
MISQUOTED = "we raised our flag over this stadium in the morning"


@pytest.fixture
def desk(page: Page, live_server: LiveServer) -> Page:
    """An editor is signed in, and stands before the desk."""
    sign_in(page, live_server.url)
    return page


def fill_in_event(page: Page) -> None:
    """All that an event needs, but with words that the article does not have."""
    page.get_by_label("Headline").fill("SDF take the stadium from ISIS")
    page.locator("#id_kind").select_option("captured")
    page.locator("#id_date_printed").press_sequentially("on Tuesday")
    expect(page.locator("#date-meaning")).to_contain_text("17 October 2017")
    expect(page.locator("#date-meaning")).to_contain_text("A weekday is the latest one")
    expect(page.get_by_label("Earliest day")).to_have_value("2017-10-17")
    choose(page, "city", "الرقة", "Raqqa")
    choose(page, "participations-0-faction", "syrian dem", "SDF")
    page.locator("#id_participations-0-role").select_option("captor")
    choose(page, "participations-1-faction", "daesh", "ISIS")
    page.locator("#id_participations-1-role").select_option("former_holder")
    page.locator("#id_citations-0-quotation").fill(MISQUOTED)


def test_an_editor_takes_an_event_from_a_pasted_dispatch_to_its_public_page(desk: Page) -> None:
    make.city("Raqqa", spellings=["الرقة", "Rakka"])
    make.faction("SDF", spellings=["Syrian Democratic Forces"])
    make.faction("ISIS", spellings=["Daesh", "داعش"])
    paste_article(desk, title=TITLE, day="17 October 2017", body=TEXT)

    fill_in_event(desk)
    press(desk, "Save and publish")

    expect(desk.locator(".errorlist")).to_contain_text("does not have these words")
    press(desk, "Take this passage")
    expect(desk.locator("#id_citations-0-quotation")).not_to_have_value(MISQUOTED)
    quotation = desk.locator("#id_citations-0-quotation").input_value()
    assert quotation in TEXT
    press(desk, "Save and publish")

    desk.locator(".messagelist").get_by_role("link").click()
    expect(desk.get_by_role("heading", level=1)).to_contain_text("SDF take the stadium from ISIS")
    expect(desk.locator("main")).to_contain_text(quotation)
    desk.goto(desk.url.split("/events/")[0] + "/cities/raqqa/")
    expect(desk.locator("main")).to_contain_text("SDF take the stadium from ISIS")


def test_words_selected_in_the_text_become_the_quotation(desk: Page) -> None:
    paste_article(desk, title=TITLE, day="17 October 2017", body=TEXT)
    desk.locator("#citations-0").get_by_text("Text of the article").click()
    expect(desk.locator("#citations-0 .text")).to_contain_text("municipal\nstadium")
    desk.evaluate(
        """() => {
            const text = document.querySelector("#citations-0 .text").firstChild;
            const start = text.data.indexOf("At least 22");
            const range = document.createRange();
            range.setStart(text, start);
            range.setEnd(text, start + 20);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    press(desk, "Quote the selected words")
    expect(desk.locator("#id_citations-0-quotation")).to_have_value("At least 22 fighters")


def test_a_bound_set_by_hand_stands_until_the_words_change(desk: Page) -> None:
    paste_article(desk, title=TITLE, day="17 October 2017", body=TEXT)
    printed, earliest = desk.locator("#id_date_printed"), desk.locator("#id_earliest")
    printed.press_sequentially("in June")
    expect(earliest).to_have_value("2017-06-01")
    earliest.fill("2017-06-05")
    desk.get_by_label("Read against").fill("2016-10-17")
    expect(desk.locator("#date-meaning")).to_contain_text("June 2016")
    expect(earliest).to_have_value("2017-06-05")
    printed.fill("in May")
    expect(earliest).to_have_value("2016-05-01")


def test_a_box_to_choose_from_is_called_as_its_field_and_its_choice(
    desk: Page, live_server: LiveServer
) -> None:
    make.city("Raqqa")
    desk.goto(f"{live_server.url}/admin/timeline/event/add/")
    for field in ("City", "Faction", "Article"):
        expect(desk.get_by_role("combobox", name=field).first).to_be_visible()
    desk.get_by_text("Add another Participation").click()
    expect(desk.get_by_role("combobox", name=re.compile("^Faction"))).to_have_count(3)
    desk.get_by_role("combobox", name="City").click()
    expect(desk.locator(".select2-search__field")).to_have_accessible_name("City:")
    desk.get_by_role("option", name="Raqqa").click()
    expect(desk.get_by_role("combobox", name=re.compile("^City: .*Raqqa"))).to_be_visible()


def test_a_reading_does_not_come_under_the_hands_of_who_types_a_bound(desk: Page) -> None:
    paste_article(desk, title=TITLE, day="17 October 2017", body=TEXT)
    earliest, latest = desk.locator("#id_earliest"), desk.locator("#id_latest")
    with answer_held(desk, "**/read-date/?*", "June"):
        desk.locator("#id_date_printed").fill("in June")
        earliest.press("Control+A")
    expect(latest).to_have_value("2017-06-30")
    expect(earliest).to_have_value("")
    earliest.press("Tab")
    expect(earliest).to_have_value("2017-06-01")
    with answer_held(desk, "**/read-date/?*", "May"):
        desk.locator("#id_date_printed").fill("in May")
        earliest.press("Control+A")
    expect(latest).to_have_value("2017-05-31")
    desk.keyboard.type("2017-05-05")
    earliest.press("Tab")
    expect(earliest).to_have_value("2017-05-05")


def test_choosing_the_article_gives_the_day_to_count_from(
    desk: Page, live_server: LiveServer
) -> None:
    make.article("Fighters leave the stadium")
    desk.goto(f"{live_server.url}/admin/timeline/event/add/")
    desk.locator("#id_date_printed").fill("on Tuesday")
    expect(desk.locator("#date-meaning")).to_contain_text("day of publication")
    choose(desk, "citations-0-article", "stadium leave", "Fighters leave")
    expect(desk.get_by_label("Read against")).to_have_value("2017-10-17")
    expect(desk.locator("#date-meaning")).to_contain_text("17 October 2017")


def test_a_city_is_picked_from_the_gazetteer_while_its_name_is_typed(
    desk: Page, live_server: LiveServer
) -> None:
    desk.goto(f"{live_server.url}/admin/timeline/city/add/")
    desk.get_by_label("Pick from the gazetteer").press_sequentially("raqq")
    desk.get_by_role("link", name="Add Ar Raqqah").click()
    expect(desk.get_by_label("Latitude")).to_have_value("35.95283")
    press(desk, "Save")
    expect(desk.locator(".messagelist")).to_contain_text("was added successfully")
    assert City.objects.spelled("الرقة").get().country == "SY"


def test_a_double_click_publishes_once(desk: Page, live_server: LiveServer) -> None:
    event = make.event()
    desk.goto(f"{live_server.url}/admin/timeline/event/{event.pk}/change/")
    desk.get_by_role("button", name="Save and publish").dblclick()
    expect(desk.locator(".messagelist")).to_contain_text("Published")
    assert Event.objects.get(pk=event.pk).status == Status.PUBLISHED


def test_leaving_a_form_with_words_in_it_asks_first(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/admin/timeline/event/add/")
    desk.get_by_label("Headline").fill("Not saved yet")
    desk.on("dialog", lambda dialog: dialog.dismiss())
    with desk.expect_event("dialog") as asked:
        desk.get_by_role("link", name="The record").click()
    assert asked.value.type == "beforeunload"
    expect(desk.get_by_label("Headline")).to_have_value("Not saved yet")


def test_a_city_that_is_missing_is_added_without_leaving_the_event(
    desk: Page, live_server: LiveServer
) -> None:
    desk.goto(f"{live_server.url}/admin/timeline/event/add/")
    desk.get_by_label("Headline").fill("A new place")
    with desk.expect_popup() as opened:
        desk.locator("#add_id_city").click()
    small = opened.value
    small.wait_for_load_state()
    small.get_by_label("Pick from the gazetteer").press_sequentially("manbij")
    small.get_by_role("link", name="Add Manbij").click()
    press(small, "Save")
    expect(desk.locator(".field-city .select2-selection__rendered").first).to_contain_text("Manbij")
    expect(desk.get_by_label("Headline")).to_have_value("A new place")
