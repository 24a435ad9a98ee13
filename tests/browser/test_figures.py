"""Numbers with scripts: counted while they are typed; a link lands on the words that give them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.at_the_desk import answer_held, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "An air strike killed at least 40 civilians on Tuesday"
TWICE = f"{WORDS}, officials said. {WORDS}, residents said."


def typed(page: Page, words: str) -> tuple[Locator, Locator]:
    """The lowest number and its rule, once the words stand in the first row of the event's form."""
    page.locator("#id_citations-0-figures-0-printed").fill(words)
    low = page.locator("#id_citations-0-figures-0-low")
    return low, page.locator("fieldset.figures [data-meaning]").first


def proposed(page: Page, home: str) -> Locator:
    """The first number that the desk proposes for the words."""
    article = make.article(body=f"{WORDS}.")
    sign_in(page, home)
    page.goto(f"{home}/admin/timeline/article/{article.pk}/desk/?start=0&end={len(WORDS)}")
    return page.locator("#figures li").first


def test_printed_words_are_counted_while_they_are_typed(
    page: Page, live_server: LiveServer
) -> None:
    event = make.event()
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}/admin/timeline/event/{event.pk}/change/")
    low, meaning = typed(page, "dozens")
    expect(low).to_have_value("12")
    expect(meaning).to_contain_text("ACLED")
    typed(page, "hundreds")
    expect(low).to_have_value("100")
    low.fill("250")
    typed(page, "thousands")
    expect(meaning).to_have_text("")
    expect(low).to_have_value("250")


def test_the_desk_counts_what_is_typed_and_takes_back_what_it_proposed(
    page: Page, live_server: LiveServer
) -> None:
    row = proposed(page, live_server.url)
    expect(row).to_contain_text("“at least 40”, here")
    row.locator("[name$=printed]").fill("up to 25")
    expect(row.locator("[name$=low]")).to_have_value("")
    expect(row.locator("[name$=high]")).to_have_value("25")
    expect(row).not_to_contain_text("here")


def test_bounds_follow_the_words_though_what_they_were_read_from_is_told_late(
    page: Page, live_server: LiveServer
) -> None:
    row = proposed(page, live_server.url)
    printed = row.locator("[name$=printed]")
    with answer_held(page, "**/*printed=*", "at+least+40"):
        printed.focus()
        with page.expect_response("**/*printed=up+to+25"):
            printed.fill("up to 25")
    expect(row.locator("[name$=low]")).to_have_value("")
    expect(row.locator("[name$=high]")).to_have_value("25")


@pytest.fixture
def newspaper() -> Iterator[str]:
    """The address of a long page elsewhere, on which the same words stand in two paragraphs."""
    said = "".join(f'<p id="p{at}">{line}.</p>' for at, line in enumerate(TWICE.split(". ")))
    filling = "<p>On other days nothing was heard.</p>" * 60
    page = f"<!doctype html><title>News</title>{filling}{said.replace('</p>', '</p>' + filling)}"

    class News(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_parts: object) -> None:
            """Prints nothing."""

    server = HTTPServer(("127.0.0.1", 0), News)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_an_account_leads_to_its_words_on_the_page_that_printed_them(
    page: Page, browser: Browser, live_server: LiveServer, newspaper: str
) -> None:
    body = TWICE.replace(". An", ".\n\nAn")
    article = make.article(body=body, url=newspaper)
    event = make.event(taken_from=article, quotation=f"{WORDS}, residents", published=True)
    page.goto(live_server.url + event.get_absolute_url())
    address = page.get_by_role("link", name="Read it in the article").get_attribute("href")
    elsewhere = browser.new_page()  # the page of the record itself asks no other host
    elsewhere.goto(str(address))
    expect(elsewhere.locator("#p1")).to_be_in_viewport()
    expect(elsewhere.locator("#p0")).not_to_be_in_viewport()
    elsewhere.close()
