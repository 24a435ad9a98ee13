"""A page on paper: what it says, where it is and when it was read; nothing that wants pressing."""

from datetime import date
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.readers.pages import busiest_city, event, of_the_record, unfold, within
from timeline.templatetags import paper

CONTROLS = ["Skip to the content", "Search the record", "Show events", "Filters", "CSV", "Copy"]


class AnyDay:
    @staticmethod
    def localdate() -> date:
        return date(2031, 2, 3)


@pytest.fixture(autouse=True)
def _day_that_is_not_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "timezone", AnyDay)


def printed(page: Page) -> str:
    """The words of the page as a PDF, one space between two of them."""
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    # Letters that are drawn as one are told as one.
    words = normalize("NFKC", " ".join(sheet.extract_text() for sheet in sheets)).split()
    return " ".join(words)


@pytest.mark.parametrize("name", ["city", "event", "article"])
def test_a_printed_page_names_its_address_and_day_and_holds_no_control(
    page: Page, home: str, name: str
) -> None:
    page.goto(home + of_the_record()[name])
    words = printed(page)
    assert "as it stood on 3 February 2031" in words
    assert page.url in words.replace(" ", "") or page.url in words
    assert page.locator("h1").inner_text().split(" —")[0].split("\n")[0] in words
    assert [control for control in CONTROLS if control in words] == []


def test_what_is_folded_on_the_screen_is_read_on_paper(page: Page, home: str) -> None:
    page.goto(home + busiest_city())
    quotation = page.locator(".ev:not(:has(.warning)) .account blockquote").first
    expect(quotation).to_be_hidden()
    assert " ".join((quotation.text_content() or "").split()) in printed(page)


def test_graphic_details_are_not_printed_unless_they_were_opened(page: Page, home: str) -> None:
    page.goto(home + event(graphic=True))
    quotation = page.locator(".warning blockquote").first.text_content() or ""
    assert quotation not in printed(page)
    page.emulate_media(media="screen")
    unfold(page)
    assert quotation in printed(page)


def test_the_address_on_paper_follows_the_question(page: Page, home: str) -> None:
    page.goto(home + "/?q=Kobani")
    page.locator(".chips a").first.click()
    page.wait_for_url(home + "/")
    page.emulate_media(media="print")
    expect(page.locator("#address")).to_have_text(home + "/")


def test_a_page_in_arabic_names_its_address_on_paper(page: Page, home: str) -> None:
    page.goto(home + within("ar", busiest_city()))
    page.emulate_media(media="print")
    expect(page.locator("#address")).to_have_text(page.url)
    expect(page.locator("#filters")).to_be_hidden()
