"""The form at hand with scripts: dates are read while typing, and nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.admin.test_desk_form import BODY
from tests.browser.at_the_desk import answer_held, press, sign_in
from timeline.actions import events
from timeline.models import Article, City, Event, Faction
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db(transaction=True)

FIRST = len("The Syrian Democratic Forces captured Raqqa from Islamic State on Tuesday.")
MADE = "SDF captures the stadium in Raqqa from ISIS"


@pytest.fixture
def desk(page: Page, live_server: LiveServer) -> str:
    """The address of the desk of an article, with somebody signed in."""
    make.city("Raqqa")
    make.city("Tabqa")
    make.faction("SDF", spellings=["Syrian Democratic Forces"])
    make.faction("ISIS", spellings=["Islamic State"])
    article = make.article(body=BODY)
    sign_in(page, live_server.url)
    return f"{live_server.url}/admin/timeline/article/{article.pk}/desk/"


def filled(page: Page, desk: str) -> None:
    page.goto(f"{desk}?start=0&end={FIRST}")
    expect(page.locator("#date-words")).to_contain_text("17 October 2017")


def test_the_date_is_read_while_it_is_typed(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#id_date_printed").fill("on Sunday")
    expect(page.locator("#date-words")).to_contain_text("15 October 2017")
    expect(page.locator("#id_date_printed")).to_be_focused()
    expect(page.locator("#id_day_20171015")).to_be_checked()


def test_a_day_of_the_strip_and_a_mark_are_chosen_with_the_keyboard(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#id_day_20171017").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#date-words")).to_contain_text("16 October 2017")
    expect(page.locator("#id_day_20171016")).to_be_focused()
    page.locator("#id_mark_day").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#date-words")).to_contain_text("on or after 16 October 2017")


def test_another_city_is_taken_with_one_press(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("button[data-sets=city]", has_text="Tabqa").click()
    expect(page.locator("#id_city")).to_have_value("Tabqa")
    expect(page).to_have_url(re.compile(r"\?start="))


def test_the_headline_follows_until_one_is_typed(page: Page, desk: str) -> None:
    filled(page, desk)
    headline = page.locator("#id_headline")
    expect(headline).to_have_value("SDF captures Raqqa from ISIS")
    page.locator("#id_locality").fill("the stadium")
    page.keyboard.press("Tab")
    expect(headline).to_have_value("SDF captures the stadium in Raqqa from ISIS")
    headline.fill("The stadium falls")
    with page.expect_response("**/desk/"):
        page.locator("#id_kind").select_option("shelling")
    expect(headline).to_have_value("The stadium falls")


def test_a_made_headline_does_not_come_under_the_hands_of_who_types_one(
    page: Page, desk: str
) -> None:
    filled(page, desk)
    headline = page.locator("#id_headline")
    with answer_held(page, "**/desk/", "_read=headline"):
        page.locator("#id_locality").fill("the stadium")
        headline.press("Control+A")
    expect(page.locator("#headline-made")).to_have_value(MADE)
    page.keyboard.type("The stadium falls")
    page.keyboard.press("Tab")
    expect(headline).to_have_value("The stadium falls")


def test_a_made_headline_comes_once_its_field_is_left_as_it_was(page: Page, desk: str) -> None:
    filled(page, desk)
    headline = page.locator("#id_headline")
    with answer_held(page, "**/desk/", "_read=headline"):
        page.locator("#id_locality").fill("the stadium")
        headline.press("Control+A")
    expect(headline).to_have_attribute("placeholder", MADE)
    expect(headline).to_have_value("SDF captures Raqqa from ISIS")
    page.keyboard.press("Tab")
    expect(headline).to_have_value(MADE)


def test_a_day_that_is_being_typed_outlives_the_answer_to_another(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#date summary").click()
    latest, words = page.locator("#id_latest"), page.locator("#date-words")
    with answer_held(page, "**/desk/", "_read=date"):
        page.locator("#id_earliest").fill("2017-10-12")
        latest.press("Control+A")
        page.keyboard.type("2017-10-1")
    expect(words).to_contain_text("12 and 17 October 2017")
    page.keyboard.type("5")
    expect(latest).to_have_value("2017-10-15")
    page.keyboard.press("Tab")
    expect(words).to_contain_text("12 and 15 October 2017")
    expect(page.locator("#id_start_latest")).to_be_focused()


def test_a_day_takes_what_is_answered_once_it_is_left_as_it_was(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#date summary").click()
    latest = page.locator("#id_latest")
    with answer_held(page, "**/desk/", "_read=date"):
        page.locator("#id_date_printed").fill("on Sunday")
        latest.focus()
    expect(page.locator("#date-words")).to_contain_text("15 October 2017")
    expect(latest).to_have_value("2017-10-17")
    page.keyboard.press("Tab")
    expect(latest).to_have_value("2017-10-15")


def test_a_faction_is_added(page: Page, desk: str) -> None:
    filled(page, desk)
    press(page, "+ add a faction")
    expect(page.locator("#parties li:focus-within")).to_have_count(1)
    page.keyboard.type("ISIS")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_contain_text("Saved")
    assert Event.objects.get().participations.filter(faction__name="ISIS").exists()


def test_enter_in_a_field_saves_nothing(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#id_city").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_city")).to_be_focused()
    page.locator("#id_city").fill("Tabqa")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_contain_text("Saved")
    assert [str(event.city) for event in Event.objects.all()] == ["Tabqa"]


def test_a_similar_event_is_compared_with_unless_its_list_was_opened(page: Page, desk: str) -> None:
    raqqa, sdf = City.objects.get(name="Raqqa"), Faction.objects.get(name="SDF")
    make.event(when="2017-10-17", city=raqqa, factions=[(sdf, Role.CAPTOR)])
    filled(page, desk)
    expect(page.locator("#similar")).to_contain_text("1 similar event on record")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="A similar event is on record")).to_be_visible()
    filled(page, desk)
    page.get_by_text("1 similar event on record").click()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_contain_text("Saved")


def test_the_sentence_at_hand_is_in_sight(page: Page, live_server: LiveServer) -> None:
    make.city("Raqqa")
    make.faction("SDF")
    more = "".join(f"It was quiet for {number} hours.\n\n" for number in range(60))
    article = make.article(body=f"{BODY}\n{more}SDF captured Raqqa on Monday.\n")
    sign_in(page, live_server.url)
    desk = f"{live_server.url}/admin/timeline/article/{article.pk}/desk/"
    page.goto(f"{desk}?sentence=1")
    last = page.locator("#reading .pr").last.get_attribute("data-proposal")
    page.goto(f"{desk}?proposal={last}#at-hand")
    expect(page.locator("#reading .s.cur")).to_be_in_viewport()
    expect(page.locator("#at-hand [name=quotation]")).to_be_in_viewport()


def test_a_faction_that_is_typed_anew_has_its_own_colour(page: Page, desk: str) -> None:
    filled(page, desk)
    first = page.locator("#parties li").first
    isis, sdf = Faction.objects.get(name="ISIS").pk, Faction.objects.get(name="SDF").pk
    expect(first.locator(".pt")).to_have_class(re.compile(rf"p-{sdf}\b"))
    first.locator("input").first.fill("ISIS")
    expect(first.locator(".pt")).to_have_class(re.compile(rf"p-{isis}\b"))
    expect(first.locator(".pt")).not_to_have_class(re.compile(rf"p-{sdf}\b"))
    expect(first.locator(".why")).to_be_empty()


def test_a_double_click_makes_one_event(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator(".acts").get_by_role("button", name="Save draft").dblclick()
    expect(page.locator(".messagelist")).to_contain_text("Saved")
    assert Event.objects.count() == 1


def test_the_back_button_makes_no_second_event(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator(".acts").get_by_role("button", name="Save draft").click()
    expect(page.locator(".messagelist")).to_contain_text("Saved")
    page.go_back()
    page.locator("#id_headline").fill("Another headline")
    page.locator(".acts").get_by_role("button", name="Save draft").click()
    page.wait_for_load_state()
    assert Event.objects.count() == 1


def test_what_was_typed_is_offered_back_after_the_page_was_left(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#id_summary").fill("A sentence that took a while.")
    page.goto(f"{desk}?start=0&end={FIRST}")
    expect(page.locator("#kept")).to_contain_text("was not saved")
    press(page, "Take it back")
    expect(page.locator("#id_summary")).to_have_value("A sentence that took a while.")


def test_a_form_that_shows_what_was_typed_does_not_offer_it_back(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#id_headline").fill("Mine")
    page.locator(".acts").get_by_role("button", name="Save draft").click()
    expect(page.locator(".messagelist")).to_contain_text("Saved")
    event = Event.objects.get()
    page.goto(f"{desk}?event={event.pk}")
    event.summary = "Theirs"
    event.save()
    events.changed(event, by=make.editor("another"))
    page.locator("#id_headline").fill("Mine again")
    page.locator(".acts").get_by_role("button", name="Save draft").click()
    expect(page.locator("#desk-told")).to_contain_text("while you worked on it")
    expect(page.locator("#id_headline")).to_have_value("Mine again")
    expect(page.locator("#id_summary")).to_have_value("Theirs")
    expect(page.locator("#kept")).to_be_hidden()


def test_what_was_saved_is_offered_no_more(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#id_summary").fill("A sentence.")
    page.locator(".acts").get_by_role("button", name="Save draft").click()
    expect(page.locator(".messagelist")).to_contain_text("Saved")
    page.wait_for_function(
        "Object.keys(localStorage).filter((key) => key.startsWith('desk:')).length === 0"
    )


def test_a_session_that_ended_loses_no_word(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#id_headline").fill("Typed before the night was over")
    page.context.clear_cookies(name="sessionid")
    page.locator(".acts").get_by_role("button", name="Save draft").click()
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("editor")
    press(page, "Log in")
    expect(page.locator(".messagelist")).to_contain_text("Typed before the night was over")
    assert Event.objects.get().headline == "Typed before the night was over"


def test_words_selected_in_the_article_become_the_claimant(page: Page, desk: str) -> None:
    filled(page, desk)
    detail = {"what": "claimant", "words": "A spokesman", "start": 0, "end": 0}
    page.evaluate(
        "(detail) => document.dispatchEvent(new CustomEvent('desk:words', { detail }))", detail
    )
    expect(page.locator("#id_claimant_words")).to_have_value("A spokesman")


def test_an_article_opened_by_its_reader_keeps_each_form_apart(page: Page, desk: str) -> None:
    filled(page, desk)
    page.locator("#id_summary").fill("Of the first sentence.")
    page.goto(f"{desk}?sentence=3")
    expect(page.locator("#id_quotation")).not_to_have_value("")
    expect(page.locator("#kept")).to_be_hidden()
    assert Article.objects.count() == 1
