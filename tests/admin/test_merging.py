"""Merging at the desk: choosing the other, seeing both, saying why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import models
from django.test import Client

from tests import make
from tests.admin.filling import send
from timeline.actions import cities, events
from timeline.models import City, Event, Faction, Revision
from timeline.models.vocabulary import Role

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer


def page(kept: models.Model, other: models.Model | None = None) -> str:
    address = f"/admin/timeline/{kept._meta.model_name}/{kept.pk}/merge/"
    return f"{address}?with={other.pk}" if other else address


def read(answer: Answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def shown(client: Client, address: str) -> str:
    return read(client.get(address))


@pytest.mark.parametrize("builder", [make.event, make.city, make.faction])
def test_the_form_of_what_can_be_merged_leads_to_merging(editor: Client, builder: object) -> None:
    assert callable(builder)
    subject = builder()
    form = f"/admin/timeline/{subject._meta.model_name}/{subject.pk}/change/"
    assert f'href="{page(subject)}"' in shown(editor, form)
    assert shown(editor, page(subject))


def test_a_reporter_is_not_offered_it_and_may_not(reporter: Client) -> None:
    draft = make.event(by=make.reporter())
    form = f"/admin/timeline/event/{draft.pk}/change/"
    assert page(draft) not in shown(reporter, form)
    assert reporter.get(page(draft)).status_code == 403
    assert reporter.post(page(draft, make.event())).status_code == 403


def test_what_looks_like_it_is_offered_unasked(editor: Client) -> None:
    raqqa, isis = make.city("Raqqa"), make.faction()
    one, other = (make.event(city=raqqa, factions=[(isis, Role.TARGET)]) for _ in range(2))
    elsewhere = make.event(city=make.city())
    offered = shown(editor, page(one))
    assert f'href="{page(one, other)}"' in offered
    assert f"?with={elsewhere.pk}" not in offered
    twin = make.city("Rakka", spellings=["Raqqa"])
    assert f'href="{page(raqqa, twin)}"' in shown(editor, page(raqqa))


@pytest.mark.parametrize("part", ["", "&part=1"])
def test_another_is_found_by_name_and_by_number(editor: Client, part: str) -> None:
    kept, other = make.faction("ISIS"), make.faction("Daesh", spellings=["داعش"])
    for words in ("daes", "داعش", str(other.pk)):
        offered = shown(editor, f"{page(kept)}?q={words}{part}")
        assert f'href="{page(kept, other)}"' in offered
        assert ("<html" in offered) == (not part)
    assert "Try another spelling" in shown(editor, f"{page(kept)}?q=nobody{part}")


def test_a_withdrawn_event_is_not_offered(editor: Client) -> None:
    kept, gone = make.event("It falls"), make.withdrawn("It falls too")
    assert f"?with={gone.pk}" not in shown(editor, f"{page(kept)}?q=falls")
    assert page(gone) not in shown(editor, f"/admin/timeline/event/{gone.pk}/change/")


def test_both_are_shown_with_what_follows_and_what_is_lost(editor: Client) -> None:
    isis, article = make.faction("ISIS"), make.article()
    kept = make.event("Kept", taken_from=article)
    going = make.event("Going", taken_from=article, factions=[(isis, Role.TARGET)], injured_best=4)
    both = shown(editor, page(kept, going))
    assert "<del>Going</del>" in both
    assert "<ins>4</ins>" in both
    assert "ISIS: " in both
    assert "Both have it, and it stands once" in both
    assert "it is deleted" in both
    assert f'href="{page(going, kept)}"' in both


def test_merging_at_the_desk_needs_a_reason_and_keeps_what_was_typed(editor: Client) -> None:
    kept, going = make.event(), make.event()
    answer = send(editor, page(kept, going), "merge", note=" ")
    assert "This field is required" in read(answer)
    answer = send(editor, page(kept, going), "merge", note="The same hour, the same square.")
    assert (answer.status_code, answer["Location"]) == (
        302,
        f"/admin/timeline/event/{kept.pk}/change/",
    )
    assert list(Event.objects.all()) == [kept]
    assert Revision.objects.of(kept).latest("number").note == "The same hour, the same square."
    assert "is part of" in shown(editor, answer["Location"])


@pytest.mark.parametrize(("model", "builder"), [(City, make.city), (Faction, make.faction)])
def test_cities_and_factions_are_merged_at_the_desk(
    editor: Client, model: type[City | Faction], builder: object
) -> None:
    assert callable(builder)
    kept, going = builder(), builder()
    answer = send(editor, page(kept, going), "merge", note="Two spellings.")
    assert answer.status_code == 302
    assert list(model.objects.all()) == [kept]
    assert [str(name) for name in kept.names.all()] == [going.name]


def test_what_readers_know_is_kept_whichever_of_the_two_one_comes_from(editor: Client) -> None:
    draft, public = make.event(), make.event(published=True)
    answer = editor.get(page(draft, public))
    assert (answer.status_code, answer["Location"]) == (302, page(public, draft))
    assert page(draft, public) not in shown(editor, page(public, draft))


def test_two_that_cannot_be_merged_this_way_round_are_offered_the_other(editor: Client) -> None:
    whole = make.event()
    deep = make.event(parent=make.event(parent=whole))
    answer = editor.get(page(deep, whole))
    assert (answer.status_code, answer["Location"]) == (302, page(whole, deep))


def test_what_was_changed_while_one_looked_is_shown_before_it_is_merged(editor: Client) -> None:
    kept, going = make.city(), make.city("Before")
    address = page(kept, going)
    typed = {"seen_going": 1, "seen_kept": 1, "note": "Two spellings."}
    going.name = "After"
    going.save()
    cities.saved(going, by=make.editor("another"))
    both = read(editor.post(address, typed))
    assert "another saved this" in both
    assert "After" in both
    assert "Two spellings." in both
    assert City.objects.count() == 2
    answer = send(editor, address, "merge", note="Two spellings.")
    assert answer.status_code == 302


def test_an_address_that_names_nothing_or_itself_is_not_found(editor: Client) -> None:
    event = make.event()
    for address in (page(event, event), f"{page(event)}?with=x", f"{page(event)}?with=0"):
        assert editor.get(address).status_code == 404
    assert editor.get("/admin/timeline/city/0/merge/").status_code == 404


def test_what_cannot_be_merged_either_way_says_why(editor: Client) -> None:
    kept, going = make.event(published=True), make.event(published=True)
    events.withdraw(going, by=make.editor(), note="No.")
    assert "was withdrawn" in shown(editor, page(kept, going))


def test_a_merge_that_would_close_a_circle_is_refused_with_the_reason_still_typed(
    editor: Client,
) -> None:
    going, between, kept = make.faction("Wing"), make.faction(), make.faction("Army")
    make.allegiance(going, between)
    make.allegiance(between, kept)
    said = read(send(editor, page(kept, going), note="They are the same."))
    assert "would be a part of itself" in said
    assert "They are the same." in said
    assert Faction.objects.filter(name="Wing").exists()
