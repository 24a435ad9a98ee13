"""How an event and a selection are cited, and what those see who follow a citation."""

import re
from html import unescape

import pytest
from django.test import Client
from django.utils.html import strip_tags

from tests import make
from timeline.actions import events, merging
from timeline.models import Edition, Event
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db

HOST = "http://testserver"


@pytest.fixture
def event() -> Event:
    return make.event("The SDF takes Raqqa", city=make.city("Raqqa"), published=True)


def corrected(event: Event, headline: str, note: str = "A better source.") -> Event:
    event.headline = headline
    event.save()
    events.correct(event, by=make.editor(), note=note)
    return event


def shown(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", unescape(strip_tags(response.content.decode())))


def test_an_event_is_cited_by_record_version_day_and_address(client: Client, event: Event) -> None:
    day = event.published_at
    assert day is not None
    body = shown(client, event.get_absolute_url())
    assert (
        f"Dateline, “The SDF takes Raqqa”, record {event.pk}, version 1 of {day:%-d %B %Y}."
        f" {HOST}/events/{event.pk}/?version=1"
    ) in body


def test_the_address_to_cite_can_be_read_and_selected_without_scripts(
    client: Client, event: Event
) -> None:
    body = client.get(event.get_absolute_url()).content.decode()
    assert f'value="{HOST}/events/{event.pk}/?version=1" dir="ltr" readonly>' in body
    buttons = re.findall(r"<button[^>]*data-(?:copy|share)[^>]*>", body)
    assert buttons
    assert all(" hidden" in button for button in buttons)


def test_a_cited_address_leads_on_with_its_version_when_the_headline_has_changed(
    client: Client, event: Event
) -> None:
    before = event.get_absolute_url()
    corrected(event, "Raqqa falls")
    for address in (f"/events/{event.pk}/?version=1", f"{before}?version=1"):
        response = client.get(address)
        assert response.status_code == 301
        assert response["Location"] == f"{event.get_absolute_url()}?version=1"


def test_who_follows_a_citation_is_told_what_has_changed_since(
    client: Client, event: Event
) -> None:
    corrected(event, "Raqqa falls", "Told by both sides.")
    corrected(event, "Raqqa has fallen", "Now all of it.")
    body = shown(client, f"/events/{event.pk}/?version=1")
    told = body[body.index("was cited") : body.index("History of this record")]
    assert "The record has changed since: this page shows version 3." in told
    assert "Corrected: Told by both sides." in told
    assert "Corrected: Now all of it." in told
    since_the_second = shown(client, f"/events/{event.pk}/?version=2")
    told = since_the_second[: since_the_second.index("History of this record")]
    assert "Now all of it." in told
    assert "Told by both sides." not in told


def test_who_follows_a_citation_of_the_current_version_is_told_so(
    client: Client, event: Event
) -> None:
    body = shown(client, f"/events/{event.pk}/?version=1")
    assert "was cited. It is the one that this page shows." in body


def test_nothing_is_said_of_citations_where_none_was_followed(client: Client, event: Event) -> None:
    assert "was cited" not in shown(client, event.get_absolute_url())


@pytest.mark.parametrize("version", ["0", "2", "-1", "x", "1.5", "٣", "9" * 5000])
def test_a_version_that_there_never_was_is_not_found(
    client: Client, event: Event, version: str
) -> None:
    assert client.get(f"{event.get_absolute_url()}?version={version}").status_code == 404


def test_a_change_that_readers_are_not_told_of_makes_no_version(
    client: Client, event: Event
) -> None:
    events.correct(event, by=make.editor(), note="A slip of the pen.", public=False)
    assert "version 1 of" in shown(client, event.get_absolute_url())


def test_the_file_holds_the_entry_of_the_page(client: Client, event: Event) -> None:
    response = client.get(f"/events/{event.pk}.bib")
    assert response["Content-Type"] == "application/x-bibtex; charset=utf-8"
    entry = response.content.decode()
    assert entry.startswith(f"@misc{{dateline-{event.pk}-v1,\n")
    assert f"url = {{{HOST}/events/{event.pk}/?version=1}}" in entry
    for prefix in ("", "/ar"):
        page = client.get(prefix + event.get_absolute_url())
        assert entry in unescape(page.content.decode())


def test_the_file_of_what_is_not_in_the_record_leads_to_what_became_of_it(client: Client) -> None:
    draft, gone = make.event(), make.withdrawn()
    into, merged = make.event(published=True), make.event(published=True)
    merging.merge_events(merged, into=into, by=make.editor(), note="The same.")
    for event, status in ((draft, 404), (gone, 410), (merged, 200)):
        response = client.get(f"/events/{event.pk}.bib", follow=True)
        assert response.status_code == status
        assert "@misc" not in response.content.decode().partition("<html")[0]


def test_a_selection_is_cited_with_what_was_asked_how_many_and_the_edition(
    client: Client, event: Event
) -> None:
    edition = Edition.objects.current()
    body = shown(client, "/cities/raqqa/?from=2017&kind=captured")
    assert (
        f"Dateline, “Raqqa, captured by fighting, from 2017”, 1 event,"
        f" edition {edition.number} of {edition.moved_at:%-d %B %Y}."
        f" {HOST}/cities/raqqa/?kind=captured&from=2017"
    ) in body


def test_a_selection_is_cited_from_its_first_page(client: Client, event: Event) -> None:
    make.event("An earlier one", when="2014", published=True)
    place = f"{event.sorted_on:%Y-%m-%d}.{event.width}.{event.pk}"
    response = client.get("/", {"order": "newest", "after": place})
    body = unescape(response.content.decode())
    assert f"{HOST}/?order=newest</p>" in body


def test_part_of_a_page_holds_its_citation_too(client: Client, event: Event) -> None:
    make.event(factions=[(make.faction("SDF"), Role.CAPTOR)], published=True)
    response = client.get("/?city=raqqa", headers={"HX-Request": "true"})
    assert "“Raqqa”, 1 event" in response.content.decode()


def test_no_event_is_an_answer_to_cite_and_an_unreadable_question_has_none(
    client: Client, event: Event
) -> None:
    assert "Cite this selection" not in client.get("/?from=x").content.decode()
    assert "0 events, edition" in client.get("/?from=1990&to=1990").content.decode()
