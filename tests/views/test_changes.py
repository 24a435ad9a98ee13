"""The list of changes: what was published, corrected, withdrawn and merged, with the reasons."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from tests import make
from timeline import changes
from timeline.actions import cities, events
from timeline.actions.merging import merge_cities, merge_events
from timeline.models import Event
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db

PAGE = "/changes/"
SECRET = "Zarqawistan"


def words(client: Client, address: str = PAGE, *, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    return re.sub(r"\s+", " ", strip_tags(main))


def correct(
    event: Event, note: str = "It was a claim.", *, public: bool = True, **columns: Any
) -> None:
    for name, value in columns.items():
        setattr(event, name, value)
    event.save()
    events.correct(event, by=make.editor(), note=note, public=public)


def listed(client: Client, address: str = PAGE) -> list[tuple[str, str]]:
    page = client.get(address).context["page"]
    return [(change.change, change.name) for change in page.changes]


def test_the_newest_change_stands_first(client: Client) -> None:
    first = make.event("Raqqa falls", published=True)
    make.event("The dam holds", published=True)
    correct(first, headline="Raqqa is taken")
    make.withdrawn("A rumour")
    assert listed(client) == [
        ("withdrawn", "A rumour"),
        ("published", "A rumour"),
        ("corrected", "Raqqa is taken"),
        ("published", "The dam holds"),
        ("published", "Raqqa is taken"),
    ]


def test_a_correction_says_where_when_why_and_what_it_changed(client: Client) -> None:
    event = make.event("Raqqa falls", city=make.city("Raqqa"), published=True)
    correct(event, headline="Raqqa is taken")
    shown = words(client)
    assert "17 October 2017 · Raqqa" in shown
    assert "It was a claim." in shown
    assert "Headline Raqqa falls is taken" in shown


def test_a_withdrawal_says_why_and_nothing_of_what_the_event_said(client: Client) -> None:
    event = make.event("Raqqa falls", published=True)
    correct(event, summary=f"In {SECRET}.")
    events.withdraw(event, by=make.editor(), note="Its source took it back.")
    shown = words(client)
    assert "Its source took it back." in shown
    assert SECRET not in shown
    assert make.QUOTATION not in shown


def test_minor_corrections_are_not_listed_and_not_told_by_later_ones(client: Client) -> None:
    event = make.event("Raqqa falls", published=True)
    correct(event, "A slip of the pen", public=False, headline="Raqqa fals")
    correct(event, summary="A word.")
    shown = words(client)
    assert "A slip of the pen" not in shown
    assert "Headline" not in shown
    assert "Summary A word." in shown


def test_names_of_editors_are_not_public(client: Client) -> None:
    event = make.event(published=True, by=make.editor("amira"))
    correct(event, summary="A word.")
    make.withdrawn()
    page = client.get(PAGE).content.decode() + client.get(event.get_absolute_url()).content.decode()
    assert "amira" not in page
    assert make.editor().username not in page


def test_nothing_of_drafts_is_listed(client: Client) -> None:
    draft = make.event(f"Draft of {SECRET}")
    events.submit(draft, by=make.editor())
    event = make.event(published=True)
    correct(event, parent=draft)
    assert SECRET not in words(client)
    assert SECRET not in words(client, event.get_absolute_url())


def test_words_that_no_page_shows_any_more_are_not_repeated(client: Client) -> None:
    event = make.event(published=True)
    event.citations.all().delete()
    make.citation(event, make.article(), "On Tuesday the fighting stopped.")
    correct(event)
    for address in (PAGE, event.get_absolute_url()):
        shown = words(client, address)
        assert make.QUOTATION not in shown
        assert "“On Tuesday the fighting stopped.”" in shown


def test_a_merge_of_two_events_is_listed_once_with_its_reason(client: Client) -> None:
    kept, dropped = (make.event(name, published=True) for name in ("Raqqa falls", "Raqqa taken"))
    merge_events(dropped, into=kept, by=make.editor(), note="One day, one place.")
    merges = [name for change, name in listed(client) if change == "merged"]
    assert merges == ["Raqqa falls"]
    shown = words(client)
    assert "One day, one place." in shown
    assert "Merged with “Raqqa taken”" in shown


def test_a_merge_with_a_draft_does_not_name_it(client: Client) -> None:
    kept, draft = make.event("Raqqa falls", published=True), make.event(SECRET)
    merge_events(draft, into=kept, by=make.editor(), note="One day, one place.")
    assert ("merged", "Raqqa falls") in listed(client)
    assert SECRET not in words(client)


def test_a_merge_of_cities_is_listed_where_readers_knew_them(client: Client) -> None:
    rakka, raqqa, tabqa, thawra = (make.city(name) for name in ("Rakka", "Raqqa", "Tabqa", SECRET))
    make.event(city=rakka, published=True)
    merge_cities(rakka, into=raqqa, by=make.editor(), note="The same city.")
    merge_cities(thawra, into=tabqa, by=make.editor(), note="The same town.")
    assert [name for change, name in listed(client) if change == "merged"] == ["Raqqa"]
    assert "Merged with “Rakka”" in words(client)
    assert SECRET not in words(client)


def test_what_was_only_renamed_is_not_listed(client: Client) -> None:
    city = make.city("Raqqa")
    cities.saved(city, by=make.editor())
    assert listed(client) == []


def test_one_kind_of_change_is_asked_for_by_its_link(client: Client) -> None:
    make.withdrawn("A rumour")
    correct(make.event("Raqqa falls", published=True), summary="A word.")
    assert listed(client, "/changes/?change=withdrawn") == [("withdrawn", "A rumour")]
    assert listed(client, "/changes/?change=published&change=corrected") == [
        ("corrected", "Raqqa falls"),
        ("published", "Raqqa falls"),
        ("published", "A rumour"),
    ]
    for way in client.get(PAGE).context["ways"]:
        assert client.get(way.url).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "change=burnt",
        "change=entered",
        "after=x",
        "after=-1",
        "after=١",
        f"before={'9' * 4000}",
        "after=1&before=2",
        "after=1&after=2",
        "city=raqqa",
        "change=%00",
    ],
)
def test_a_question_that_cannot_be_read_is_told_so_and_gets_no_changes(
    client: Client, query: str
) -> None:
    make.event("Raqqa falls", published=True)
    shown = words(client, f"{PAGE}?{query}", status=400)
    assert "Raqqa falls" not in shown
    assert "See all changes" in shown


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/changes/?utm_source=x", "/changes/"),
        ("/changes/?after=&change=", "/changes/"),
        ("/changes/?after=3&change=corrected", "/changes/?change=corrected&after=3"),
        (
            "/changes/?change=withdrawn&change=published",
            "/changes/?change=published&change=withdrawn",
        ),
        ("/changes/?after=003", "/changes/?after=3"),
    ],
)
def test_every_question_has_one_address(client: Client, asked: str, canonical: str) -> None:
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (302, canonical)
    assert client.get(canonical).status_code == 200


def test_pages_lead_on_and_back_without_gap_or_repetition(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "PAGE", 2)
    names = [f"Event {number}" for number in range(5)]
    for name in names:
        make.event(name, published=True)
    seen, addresses, address = [], [], PAGE
    while address:
        response = client.get(address)
        seen += [change.name for change in response.context["page"].changes]
        addresses.append(address)
        address = response.context["earlier"]
    assert seen == names[::-1]
    back = client.get(addresses[2]).context["later"]
    assert listed(client, back) == listed(client, addresses[1])
    assert client.get(back).context["later"]
    assert client.get(PAGE).context["later"] is None


def test_a_list_of_many_changes_costs_no_more_queries_than_one_of_few(client: Client) -> None:
    def a_change() -> None:
        parties = [(make.faction(), Role.CAPTOR)]
        event = make.event(city=make.city(), factions=parties, published=True)
        event.participations.create(faction=make.faction(), role=Role.TARGET)
        correct(event, city=make.city())

    a_change()
    with CaptureQueriesContext(connection) as few:
        words(client)
    for _ in range(5):
        a_change()
    with CaptureQueriesContext(connection) as many:
        words(client)
    assert len(many) == len(few) < 14


def test_a_new_change_is_listed_at_once(client: Client) -> None:
    event = make.event("Raqqa falls", published=True)
    words(client)
    correct(event, headline="Raqqa is taken")
    assert ("corrected", "Raqqa is taken") in listed(client)


def test_readers_of_changes_get_no_cookie_and_every_page_links_there(client: Client) -> None:
    assert not client.get(PAGE).cookies
    for address in ("/", "/cities/", "/nowhere/"):
        assert 'href="/changes/"' in client.get(address).content.decode()


def test_the_page_of_an_event_tells_its_corrections_with_reason_and_difference(
    client: Client,
) -> None:
    event = make.event("Raqqa falls", published=True)
    correct(event, "A slip of the pen", public=False, summary="A wrod.")
    correct(event, headline="Raqqa is taken")
    shown = words(client, event.get_absolute_url())
    assert "Corrected: It was a claim." in shown
    assert "Headline Raqqa falls is taken" in shown
    assert "A slip of the pen" not in shown
    assert "wrod" not in shown.split("History of this record")[1]
