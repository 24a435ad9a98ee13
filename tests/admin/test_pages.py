"""Every page of the desk opens, and asks the same number of questions however much there is."""

import pytest
from django.test import Client

from tests import make
from timeline.models.vocabulary import Role

NOUNS = (
    "article", "event", "city", "faction", "outlet", "revision", "oldaddress", "dataset", "user",
)  # fmt: skip


@pytest.mark.parametrize("noun", NOUNS)
def test_an_administrator_opens_every_list(administrator: Client, noun: str) -> None:
    make.event(city=make.city(), factions=[(make.faction(), Role.CAPTOR)], published=True)
    assert administrator.get(f"/admin/timeline/{noun}/").status_code == 200


@pytest.mark.parametrize("noun", ["article", "event", "city", "faction", "outlet"])
def test_an_editor_opens_every_empty_form(editor: Client, noun: str) -> None:
    assert editor.get(f"/admin/timeline/{noun}/add/").status_code == 200


@pytest.mark.parametrize("published", [False, True])
def test_an_editor_opens_an_event_and_its_history(editor: Client, *, published: bool) -> None:
    event = make.event(published=published, factions=[(make.faction(), Role.CAPTOR)])
    make.figure(event.citations.get(), 3, 5)
    assert editor.get(f"/admin/timeline/event/{event.pk}/change/").status_code == 200
    assert editor.get(f"/admin/timeline/event/{event.pk}/history/").status_code == 200
