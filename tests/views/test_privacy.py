"""Nothing unpublished is reachable in public, by any page, count, search, file or error."""

import json
from typing import Any

import pytest
from django.test import Client

from tests import make
from timeline.models import Event
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db

SECRET = "Zarqawistan"  # a word that stands in nothing but the hidden events and their sources


@pytest.fixture
def hidden() -> list[Event]:
    """A draft, a submitted and a withdrawn event with a city, a faction, an outlet, an article."""
    city, faction = make.city("Raqqa"), make.faction("SDF")
    article = make.article(
        f"{SECRET} gazette", outlet=make.outlet(f"{SECRET} Wire"), body=f"{SECRET} burns. So it is."
    )
    given: dict[str, Any] = {
        "city": city,
        "factions": [(faction, Role.CAPTOR)],
        "taken_from": article,
        "quotation": f"{SECRET} burns.",
        "summary": f"In {SECRET}.",
        "locality": SECRET,
    }
    from timeline.actions import events

    draft = make.event(f"Draft {SECRET}", **given)
    submitted = make.event(f"Submitted {SECRET}", **given)
    events.submit(submitted, by=make.editor())
    withdrawn = make.withdrawn(f"Withdrawn {SECRET}", note="It was a rumour", **given)
    make.event("The stadium falls", city=city, factions=[(faction, Role.CAPTOR)], published=True)
    return [draft, submitted, withdrawn]


PUBLIC = [
    "/",
    "/?order=newest",
    "/?from=2017-10-17&to=2017-10-17",
    "/?evidence=all",
    f"/?q={SECRET}",
    "/?city=raqqa",
    f"/?city={SECRET}",
    "/cities/",
    "/cities/raqqa/",
    f"/cities/{SECRET}/",
    "/factions/",
    "/factions/sdf/",
    "/factions/sdf/family/",
    "/?held=sdf",
    "/factions/sdf/?with=sdf",
    "/events.csv",
    "/events.json",
    "/events.csv?evidence=all",
    f"/events.json?q={SECRET}",
    f"/events.json?city={SECRET}",
    "/?source=zarqawistan-wire",
]


@pytest.mark.usefixtures("hidden")
@pytest.mark.parametrize("address", PUBLIC)
def test_no_public_address_shows_what_is_not_published(client: Client, address: str) -> None:
    response = client.get(address)
    body = response.getvalue().decode()
    asked_for = body.count(SECRET) if SECRET in address else 0
    assert "Draft" not in body
    assert "Submitted" not in body
    assert "Withdrawn Z" not in body
    assert "burns" not in body
    if not asked_for:
        assert SECRET not in body.replace("zarqawistan-wire", "")


def test_counts_leave_out_what_is_not_published(client: Client, hidden: list[Event]) -> None:
    response = client.get("/")
    assert response.context["counts"].total == 1
    assert set(response.context["counts"].city.values()) == {1}


def test_a_withdrawn_event_answers_gone_with_what_it_was_and_why(
    client: Client, hidden: list[Event]
) -> None:
    draft, submitted, withdrawn = hidden
    response = client.get(withdrawn.get_absolute_url())
    assert response.status_code == 410
    assert "It was a rumour" in response.content.decode()
    assert withdrawn.headline in response.content.decode()
    for event in (draft, submitted):
        assert client.get(event.get_absolute_url()).status_code == 404


def test_a_withdrawn_event_shows_none_of_its_sources(client: Client, hidden: list[Event]) -> None:
    body = client.get(hidden[2].get_absolute_url()).content.decode()
    assert "burns" not in body
    assert f"{SECRET} Wire" not in body


def test_an_article_is_public_only_with_a_published_event(
    client: Client, hidden: list[Event]
) -> None:
    article = hidden[0].citations.get().article
    assert client.get(article.get_absolute_url()).status_code == 404
    seen = make.event(published=True).citations.get().article
    assert client.get(seen.get_absolute_url()).status_code == 200


def test_an_article_names_the_one_it_copies_only_where_that_is_public(client: Client) -> None:
    copied = make.article(outlet=make.outlet(f"{SECRET} Wire"))
    copy = make.article(retells=copied)
    make.event(taken_from=copy, published=True)
    assert SECRET not in client.get(copy.get_absolute_url()).content.decode()
    make.event(taken_from=copied, published=True)
    assert f"{SECRET} Wire" in client.get(copy.get_absolute_url()).content.decode()


def test_the_text_of_an_article_is_never_public(client: Client) -> None:
    article = make.article(body="Words before. The bridge is down. Words after, for editors only.")
    event = make.event(taken_from=article, quotation="The bridge is down.", published=True)
    for address in (article.get_absolute_url(), event.get_absolute_url(), "/", "/events.json"):
        body = client.get(address).getvalue().decode()
        assert "The bridge is down." in body
        assert "for editors only" not in body
    found = json.loads(client.get("/events.json?q=editors").getvalue())
    assert found["events"] == []


def test_readers_get_no_cookie(client: Client) -> None:
    event = make.event(city=make.city("Raqqa"), published=True)
    for address in ("/", "/cities/raqqa/", event.get_absolute_url(), "/events.csv", "/nowhere/"):
        assert not client.get(address).cookies, address


def test_every_page_forbids_what_is_not_ours(client: Client) -> None:
    for address in ("/", "/nowhere/", "/admin/login/", "/events.json", "/?from=x"):
        policy = client.get(address)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http:" not in policy
