"""Every kind of page under `/ar/`: in Arabic, from right to left, with no word of ours left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from tests import arabic
from timeline.filters.asked import VIEWS

pytestmark = pytest.mark.django_db

LATIN = re.compile(r"[A-Za-z]{2,}")
# Names of formats, of data and of licences, and what is typed as it stands.
NAMES = re.compile(
    r"https?://\S+|/ar/\S+|dateline-\d+\.bib|\bar\b|Natural Earth|GeoNames|BSD 3-Clause"
    r"|CC BY 4\.0|0BSD|BibTeX|JSON|CSV|EDTF|ACLED|UCDP|Ctrl|Home|htmx"
)
SAID = {"title", "aria-label", "placeholder", "alt"}
OF_THE_PAGE = {"description", "og:title", "og:description", "og:site_name", "og:image:alt"}
VOID = {"meta", "link", "input", "br", "img", "hr", "stop", "use", "path", "rect", "circle", "line"}
ANY_LANGUAGE = {"code", "pre", "style", "script"}


class Ours(HTMLParser):
    """Collects what a page says, but for what it marks as another language."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.html: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.html = given
        foreign = tag in ANY_LANGUAGE or given.get("lang", "ar") != "ar"
        foreign = foreign or (bool(self.open) and self.open[-1][1])
        if tag not in VOID:
            self.open.append((tag, foreign))
        if not foreign:
            self.words += [value for name, value in attrs if name in SAID and value]
        if OF_THE_PAGE & {given.get("name"), given.get("property")}:
            self.words.append(given["content"] or "")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and not self.open[-1][1]:
            self.words.append(data)


def test_the_language_of_an_answer_is_that_of_its_address_and_stands_in_its_head(
    client: Client,
) -> None:
    for address, language in (("/", "en"), ("/ar/", "ar"), ("/events.csv", "en")):
        answer = client.get(address, headers={"accept-language": "ar, en;q=0.5"})
        assert answer["Content-Language"] == language
        assert "Accept-Language" not in answer.get("Vary", "")


def read(client: Client, address: str) -> Ours:
    page = Ours()
    page.feed(client.get(f"/ar{address}", follow=True).content.decode())
    return page


@pytest.fixture
def record() -> dict[str, str]:
    return arabic.record()


def test_every_kind_of_page_is_arabic_from_right_to_left(
    client: Client, record: dict[str, str]
) -> None:
    for kind, address in record.items():
        html = read(client, address).html
        assert (html["lang"], html["dir"]) == ("ar", "rtl"), kind


def test_no_kind_of_page_has_a_word_of_ours_in_english(
    client: Client, record: dict[str, str]
) -> None:
    left = {}
    del record["method"]  # whose examples are in the language of the articles
    for kind, address in record.items():
        words = [NAMES.sub("", each) for each in read(client, address).words]
        left[kind] = [each.strip() for each in words if LATIN.search(each)]
    assert not any(left.values()), {kind: words for kind, words in left.items() if words}


def test_every_view_is_among_the_pages_looked_at(record: dict[str, str]) -> None:
    assert set(VIEWS) <= set(record)


def test_the_switch_leads_to_the_same_question_in_english(
    client: Client, record: dict[str, str]
) -> None:
    address = record["narrowed"]
    here = client.get(f"/ar{address}", follow=True)
    there = here.redirect_chain[-1][0].removeprefix("/ar") if here.redirect_chain else address
    assert f'href="{there.replace("&", "&amp;")}" data-prefix=""' in here.content.decode()


def test_numbers_keep_western_digits_and_months_their_levantine_names(
    client: Client, record: dict[str, str]
) -> None:
    page = " ".join(read(client, record["event"]).words)
    assert "تشرين الأول 2017" in page
    assert not re.search("[٠-٩]", page)


def test_words_of_an_article_are_marked_with_their_own_language_and_direction(
    client: Client, record: dict[str, str]
) -> None:
    page = client.get(record["event"]).content.decode()
    assert f'lang="ar" dir="auto">«{arabic.QUOTATION}»' in page
    assert '<h1 lang="ar" dir="auto">' in page
