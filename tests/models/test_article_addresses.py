"""One address for one article, however it is copied; two for two."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from timeline.models import Article
from timeline.models.url import normal_url, url_key

ADDRESS = "https://news.example.org/2017/raqqa?id=7"
SAME = [
    "http://news.example.org/2017/raqqa?id=7",
    "https://www.news.example.org/2017/raqqa?id=7",
    "HTTPS://News.Example.ORG/2017/raqqa?id=7",
    "https://news.example.org./2017/raqqa?id=7",
    "https://news.example.org:443/2017/raqqa?id=7",
    "http://news.example.org:80/2017/raqqa?id=7",
    "https://news.example.org/2017/raqqa/?id=7",
    "https://news.example.org/2017/raqqa?id=7#comments",
    "https://news.example.org/2017/raqqa?utm_source=x&id=7&fbclid=abc",
    "https://news.example.org/2017/raqq%61?id=7",
    " https://news.example.org/2017/raqqa?id=7 ",
]
OTHER = [
    "https://news.example.org/2017/Raqqa?id=7",
    "https://news.example.org/2017/raqqa?id=8",
    "https://news.example.org/2017/raqqa",
    "https://news.example.org:8443/2017/raqqa?id=7",
    "https://example.org/2017/raqqa?id=7",
    "https://news.example.org/2017/raqqa?id=7#!/page/2",
    "https://news.example.org/2017%2Fraqqa?id=7",
    "ftp://news.example.org/2017/raqqa?id=7",
]


@pytest.mark.parametrize("address", SAME)
def test_what_leads_to_the_same_article_has_one_key(address: str) -> None:
    assert url_key(address) == url_key(ADDRESS)


@pytest.mark.parametrize("address", OTHER)
def test_what_may_lead_to_another_article_has_a_key_of_its_own(address: str) -> None:
    assert url_key(address) != url_key(ADDRESS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/?b=2&a=1", "https://a.example/?a=1&b=2"),
        ("https://a.example/الرقة", "https://a.example/%d8%a7%d9%84%d8%b1%d9%82%d8%a9"),
        ("https://أخبار.example/1", "https://xn--igbicxr.example/1"),
    ],
)
def test_order_and_script_of_an_address_tell_nothing_apart(one: str, other: str) -> None:
    assert url_key(one) == url_key(other)


def test_the_order_of_the_values_of_one_parameter_is_kept() -> None:
    assert url_key("https://a.example/?a=1&a=2") != url_key("https://a.example/?a=2&a=1")


def test_the_address_that_readers_follow_keeps_its_host_and_its_slash() -> None:
    kept = normal_url("https://WWW.Example.org/raqqa/?utm_source=x&id=7#top")
    assert kept == "https://www.example.org/raqqa/?id=7"


@given(st.text(st.characters(codec="utf-8", exclude_characters="[]"), max_size=40))
def test_an_address_written_normally_keeps_its_key(path: str) -> None:
    address = f"https://a.example/{path}"
    assert url_key(normal_url(address)) == url_key(address)
    assert normal_url(normal_url(address)) == normal_url(address)


@pytest.mark.django_db
def test_an_article_is_entered_once_whatever_its_address_looks_like() -> None:
    make.article(url=ADDRESS)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.article(url=SAME[1])
    make.article(url=OTHER[0])
    make.article()
    make.article()


@pytest.mark.django_db
def test_an_article_is_found_at_any_spelling_of_its_address() -> None:
    article = make.article(url=ADDRESS)
    make.article()
    assert [Article.objects.at_url(address).get() for address in SAME] == [article] * len(SAME)
    assert not Article.objects.at_url("").exists()
