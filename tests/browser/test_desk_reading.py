"""The left half of the desk in a real browser: keys, selections, and no script at all."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.at_the_desk import sign_in
from timeline.models import Article
from timeline.models.vocabulary import Reading

pytestmark = pytest.mark.django_db(transaction=True)

BODY = """🎈 The alliance captured Raqqa on Sunday. The weather was fine.

The army shelled Tabqa on Monday. Fighters fled to the town of Manbij."""

Opened = Callable[[Article], Page]


@pytest.fixture
def opened(page: Page, live_server: LiveServer) -> Opened:
    """Opens the desk of an article for an editor, in a record that knows its names."""

    def open_desk(article: Article) -> Page:
        page.goto(f"{live_server.url}/admin/timeline/article/{article.pk}/desk/")
        return page

    for name in ("the alliance", "the army"):
        make.faction(name)
    for name in ("Raqqa", "Tabqa"):
        make.city(name)
    sign_in(page, live_server.url)
    return open_desk


@pytest.fixture
def desk(opened: Opened) -> Page:
    return opened(make.article("The fighting stops", body=BODY))


def select(page: Page, words: str) -> None:
    """What a hand with a mouse would do: these words, wherever marks cut them."""
    page.evaluate(
        """(words) => {
            const text = [...document.querySelectorAll("#reading .s > p")]
                .find((item) => item.textContent.includes(words));
            const place = (at) => {
                const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
                for (let left = at; nodes.nextNode(); left -= nodes.currentNode.length)
                    if (left <= nodes.currentNode.length) return [nodes.currentNode, left];
            };
            const start = text.textContent.indexOf(words);
            const range = document.createRange();
            range.setStart(...place(start));
            range.setEnd(...place(start + words.length));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        words,
    )


def selection(page: Page) -> str:
    return str(page.evaluate("getSelection().toString()"))


def test_a_proposal_is_reached_and_accepted_with_keys_and_the_article_stays(desk: Page) -> None:
    desk.evaluate("document.querySelector('#reading').dataset.same = 'yes'")
    desk.keyboard.press("j")
    desk.keyboard.press("k")
    desk.keyboard.press("a")
    expect(desk).to_have_url(re.compile(r"\?proposal="))
    expect(desk.locator("#at-hand [name=quotation]")).to_have_value(re.compile("captured Raqqa"))
    expect(desk.locator("#s1")).to_have_class(re.compile(r"\bcur\b"))
    expect(desk.locator("#reading")).to_have_attribute("data-same", "yes")


def test_what_was_accepted_is_gone_on_with_at_the_head_of_its_form(desk: Page) -> None:
    desk.keyboard.press("a")
    expect(desk.get_by_role("heading", name="New event")).to_be_focused()


def test_a_refused_form_is_gone_on_with_at_its_first_fault(desk: Page) -> None:
    desk.keyboard.press("a")
    expect(desk.locator("#hand-heading")).to_be_focused()
    desk.locator("#id_city").fill("Nowhere")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#id_city")).to_be_focused()
    expect(desk.locator("#id_city")).to_have_accessible_description(re.compile("No name on the"))


def test_dismissing_with_a_key_leaves_what_was_typed_alone(desk: Page) -> None:
    before = desk.locator("#reading .pr").count()
    desk.locator("#at-hand [name=headline]").fill("Half a headline")
    desk.keyboard.press("Escape")
    desk.keyboard.press("j")
    desk.keyboard.press("d")
    expect(desk.locator("#reading .pr")).to_have_count(before - 1)
    expect(desk.locator("#dismissed")).to_contain_text("1 thing dismissed")
    expect(desk.locator("#at-hand [name=headline]")).to_have_value("Half a headline")
    expect(desk).to_have_url(re.compile(r"/desk/$"))


def test_d_dismisses_what_is_at_hand_and_the_next_follows(desk: Page) -> None:
    desk.keyboard.press("a")
    expect(desk.locator("#hand-heading")).to_be_focused()
    expect(desk.locator("#reading .hand .keyed")).to_contain_text("Dismiss d")
    expect(desk.locator("#reading .keyed").filter(has_text="Dismiss")).to_have_count(1)
    desk.keyboard.press("d")
    expect(desk.locator("#at-hand [name=quotation]")).to_have_value(re.compile("shelled Tabqa"))
    expect(desk.locator("#s1 .pr")).to_have_count(0)
    expect(desk.locator("#s3 .pr.hand")).to_have_count(1)


def test_words_selected_with_the_mouse_become_the_quotation_of_a_new_event(desk: Page) -> None:
    select(desk, "captured Raqqa on Sunday")
    desk.get_by_role("toolbar").get_by_role("button", name="New event").click()
    expect(desk.locator("#at-hand [name=quotation]")).to_have_value("captured Raqqa on Sunday")
    start = BODY.index("captured")
    at = f"start={start}&end={start + len('captured Raqqa on Sunday')}"
    expect(desk).to_have_url(re.compile(at))


def test_words_are_selected_one_by_one_with_the_keyboard_alone(desk: Page) -> None:
    desk.keyboard.press("l")  # the sentence after that of the first proposal
    expect(desk.locator("#s3")).to_be_focused()
    desk.keyboard.press("ArrowRight")
    assert selection(desk) == "The"
    for _ in range(2):
        desk.keyboard.press("ArrowRight")
    for _ in range(3):
        desk.keyboard.press("Shift+ArrowRight")
    desk.keyboard.press("Shift+ArrowLeft")
    assert selection(desk) == "shelled Tabqa on"
    desk.keyboard.press("n")
    expect(desk.locator("#at-hand [name=quotation]")).to_have_value("shelled Tabqa on")


def test_in_an_arabic_article_the_left_arrow_leads_on(opened: Opened) -> None:
    desk = opened(make.article(language="ar", body="سقطت الرقة يوم الأحد."))
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowLeft")
    desk.keyboard.press("Shift+ArrowLeft")
    assert selection(desk) == "سقطت الرقة"


def test_arrows_walk_from_sentence_to_sentence_and_n_makes_an_event_of_one(desk: Page) -> None:
    for _ in range(2):
        desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowUp")
    expect(desk.locator("#s2")).to_be_focused()
    desk.keyboard.press("n")
    expect(desk.locator("#at-hand [name=quotation]")).to_have_value("The weather was fine.")


def test_a_selection_over_two_sentences_is_the_stored_text_between(desk: Page) -> None:
    desk.evaluate(
        """() => {
            const range = document.createRange();
            range.setStartBefore(document.querySelector("#s2 > p"));
            range.setEndAfter(document.querySelector("#s3 > p"));
            getSelection().addRange(range);
        }"""
    )
    desk.keyboard.press("n")
    expect(desk.locator("#at-hand [name=quotation]")).to_have_value(
        "The weather was fine.\n\nThe army shelled Tabqa on Monday."
    )


def test_the_key_e_opens_the_event_taken_from_a_sentence(opened: Opened) -> None:
    article = make.article(body=BODY)
    event = make.event("The army shells Tabqa", taken_from=article, quotation="shelled Tabqa")
    desk = opened(article)
    desk.locator("#s3").focus()
    desk.keyboard.press("e")
    expect(desk.locator("#at-hand [name=headline]")).to_have_value("The army shells Tabqa")
    expect(desk.locator("#s3 .e")).to_have_attribute("aria-current", "true")
    expect(desk).to_have_url(re.compile(rf"event={event.pk}"))


def test_keys_are_letters_again_while_a_field_is_typed_in(desk: Page) -> None:
    headline = desk.locator("#at-hand [name=headline]")
    headline.press_sequentially("dad and?")
    expect(headline).to_have_value("dad and?")
    expect(desk.locator("#desk-keys")).to_be_hidden()
    expect(desk.locator("#dismissed")).to_have_count(0)


def test_the_question_mark_shows_all_keys_and_escape_hides_them(desk: Page) -> None:
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_contain_text("the next proposal")
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).to_be_hidden()


def test_a_slash_searches_the_article(desk: Page) -> None:
    desk.keyboard.press("/")
    desk.get_by_label("Search the article").fill("WEATHER")
    desk.keyboard.press("Enter")
    expect(desk.locator("#s2")).to_have_class(re.compile("found"))
    desk.get_by_label("Search the article").fill("nowhere")
    desk.keyboard.press("Enter")
    expect(desk.locator("#desk-find output")).to_have_text("not found")


def test_selected_words_are_handed_to_the_form(desk: Page) -> None:
    desk.evaluate(
        "document.addEventListener('desk:words', (event) => (window.handed = event.detail))"
    )
    select(desk, "on Monday")
    desk.keyboard.press("t")
    start = BODY.index("on Monday")
    desk.wait_for_function("window.handed")
    assert desk.evaluate("window.handed") == {
        "what": "date",
        "words": "on Monday",
        "start": start,
        "end": start + len("on Monday"),
    }


def test_an_unknown_name_is_added_and_what_was_typed_stays(desk: Page) -> None:
    desk.locator("#at-hand [name=headline]").fill("Half a headline")
    desk.get_by_role("button", name="Add Manbij, Syria").click()
    expect(desk.locator("#desk-told")).to_contain_text("Manbij is a city of the record now")
    expect(desk.get_by_role("button", name="Add Manbij, Syria")).to_have_count(0)
    expect(desk.locator("#at-hand [name=headline]")).to_have_value("Half a headline")


def test_the_desk_works_without_scripts(
    new_context: Callable[..., BrowserContext], live_server: LiveServer
) -> None:
    article = make.article(body=BODY)
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/admin/timeline/article/{article.pk}/desk/")
    page.get_by_role("button", name="Start reading").click()
    page.locator("#s2 .n").click()
    quotation = page.locator("#at-hand [name=quotation]")
    expect(quotation).to_have_value("The weather was fine.")
    page.locator(".nx").get_by_role("link", name="Accept").click()
    expect(quotation).to_have_value(re.compile("shelled Tabqa"))
    page.locator("#s1").hover()
    page.locator("#s1").get_by_role("button", name="Dismiss").click()
    expect(page.locator("#dismissed")).to_contain_text("1 thing dismissed")
    page.get_by_role("button", name="Mark as read").click()
    expect(page.locator(".who")).to_contain_text("Read by")
    article.refresh_from_db()
    assert article.reading == Reading.READ


def test_the_left_half_says_what_is_at_hand_and_what_is_next(desk: Page) -> None:
    first = desk.locator("#reading .pr.nx")
    accepted = first.get_attribute("data-proposal")
    desk.keyboard.press("a")
    expect(desk.locator("#reading .pr.hand")).to_have_attribute("data-proposal", str(accepted))
    expect(desk.locator("#reading .pr.hand")).to_contain_text("At hand")
    expect(desk.locator("#reading .pr.nx")).not_to_have_attribute("data-proposal", str(accepted))
