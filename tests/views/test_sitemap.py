"""What search engines are led to: all that is public, in every language, and nothing else."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import make
from timeline import urls
from timeline.models import Event
from timeline.models.vocabulary import Grade, Role
from timeline.views import sitemap

pytestmark = pytest.mark.django_db

HOST = "http://testserver"


def places(client: Client, address: str) -> list[str]:
    """The addresses that a sitemap names, without the host."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    found = re.findall(r"<loc>([^<]+)</loc>", response.content.decode())
    assert all(each.startswith(HOST) for each in found)
    return [each.removeprefix(HOST).replace("&amp;", "&") for each in found]


def everything(client: Client) -> list[str]:
    return [place for part in places(client, "/sitemap.xml") for place in places(client, part)]


@pytest.fixture
def event() -> Event:
    return make.event(
        city=make.city("Raqqa"), factions=[(make.faction("SDF"), Role.CAPTOR)], published=True
    )


def test_every_public_page_stands_there_in_every_language(client: Client, event: Event) -> None:
    article = event.citations.get().article
    pages = [
        *("/", "/cities/", "/factions/", "/control/", "/changes/"),
        *("/method/", "/licence/", "/privacy/", "/cities/raqqa/", "/factions/sdf/"),
        *(event.get_absolute_url(), article.get_absolute_url()),
    ]
    assert sorted(everything(client)) == sorted(pages + [f"/ar{page}" for page in pages])


def test_no_page_that_there_is_one_of_is_left_out() -> None:
    alone = {page.name for page in urls.pages if not page.pattern.converters}
    assert alone == {*sitemap.FOLLOWING, *sitemap.STANDING}


def test_every_address_that_stands_there_answers_as_its_own_canonical_one(
    client: Client, event: Event
) -> None:
    for address in everything(client):
        response = client.get(address)
        assert response.status_code == 200, address
        body = response.content.decode()
        assert f'<link rel="canonical" href="{HOST}{address}">' in body
        assert "noindex" not in body


def test_what_is_not_published_stands_nowhere(client: Client) -> None:
    given: dict[str, Any] = {"city": make.city(), "factions": [(make.faction(), Role.CAPTOR)]}
    make.event("Draft", **given)
    make.withdrawn("Withdrawn", **given)
    found = everything(client)
    for word in ("/events/", "/articles/", "/cities/city", "/factions/faction"):
        assert not [each for each in found if word in each]


def test_what_is_refuted_is_for_those_who_ask_for_it(client: Client) -> None:
    make.event(city=make.city(), published=True, grade=Grade.REFUTED)
    found = everything(client)
    assert not [each for each in found if "/events/" in each or "/cities/city" in each]


def test_an_address_names_its_other_language_and_the_day_it_changed(
    client: Client, event: Event
) -> None:
    Event.objects.filter(pk=event.pk).update(changed_at=datetime(2018, 5, 4, tzinfo=UTC))
    part = client.get("/sitemap-events.xml").content.decode()
    here = event.get_absolute_url()
    assert part.count(f'hreflang="ar" href="{HOST}/ar{here}"') == 2
    assert part.count(f'hreflang="en" href="{HOST}{here}"') == 2
    assert part.count("<lastmod>2018-05-04</lastmod>") == 2


def test_a_long_record_is_told_in_parts_that_name_each_address_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = {make.event(published=True).get_absolute_url() for _ in range(5)}
    monkeypatch.setattr(sitemap.Events, "limit", 4)
    parts = [place for place in places(client, "/sitemap.xml") if "events" in place]
    assert parts == [f"/sitemap-events.xml{page}" for page in ("", "?p=2", "?p=3")]
    found = [place for part in parts for place in places(client, part)]
    assert len(found) == 10
    assert set(found) == events | {f"/ar{each}" for each in events}
    assert client.get("/sitemap-events.xml?p=4").status_code == 404


def test_a_part_reads_no_more_than_it_tells(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(3):
        make.event(published=True)
    monkeypatch.setattr(sitemap.Events, "limit", 2)
    with django_assert_num_queries(2) as asked:
        client.get("/sitemap-events.xml?p=2")
    assert "LIMIT 1 OFFSET 1" in asked.captured_queries[1]["sql"]


def test_robots_are_told_of_the_sitemap_and_kept_from_the_desk_and_from_files_of_questions(
    client: Client, db: None
) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\n"
        "Disallow: /admin/\n"
        "Disallow: /events.*?\n"
        "Disallow: /control.json?\n"
        "\n"
        f"Sitemap: {HOST}/sitemap.xml\n"
    )
