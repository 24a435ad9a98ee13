"""Merging at the desk: choosing the other, seeing both, saying why."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest
from django.db import models
from django.test import Client

from tests import make
from tests.admin.filling import send
from timeline.actions import cities, events
from timeline.actions.conflicts import latest
from timeline.models import City, Comparison, Event, Faction, Revision, User
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


# Opened from a review


def submitted(headline: str, by: User | None = None) -> Event:
    by = by or make.reporter()
    event = make.event(headline, by=by)
    events.submit(event, by=by)
    return event


def review(event: Event, query: str = "") -> str:
    return f"/admin/timeline/event/{event.pk}/review/{query}"


def test_the_next_review_follows_when_what_was_reviewed_went_over(editor: Client) -> None:
    submitted("Before")
    reviewed, following = submitted("Reviewed"), submitted("Following")
    public = make.event(published=True)
    address = f"{page(public, reviewed)}&review={reviewed.pk}"
    answer = send(editor, address, "merge", note="The same hour.")
    assert answer["Location"] == review(following)


def test_the_way_back_outlives_turning_the_two_around_and_the_one_that_went_is_passed_over(
    editor: Client,
) -> None:
    author = make.reporter("ours")
    reviewed, gone, following = (submitted(name, author) for name in ("One", "Other", "Third"))
    submitted("Of another")
    query = f"&review={reviewed.pk}&by={author.pk}"
    turned = unescape(shown(editor, page(gone, reviewed) + query))
    assert f'href="{page(reviewed, gone)}{query}"' in turned
    answer = send(editor, page(reviewed, gone) + query, "merge", note="The same hour.")
    assert answer["Location"] == review(reviewed, f"?by={author.pk}")
    query = f"&review={reviewed.pk}&by={author.pk}"
    public = make.event(published=True)
    answer = send(editor, page(public, reviewed) + query, "merge", note="The same hour.")
    assert answer["Location"] == review(following, f"?by={author.pk}")


def test_what_did_not_wait_is_come_back_to_as_what_it_became(editor: Client) -> None:
    submitted("Waits")
    draft, public = make.event(), make.event(published=True)
    answer = editor.get(f"{page(draft, public)}&review={draft.pk}")
    assert answer["Location"] == f"{page(public, draft)}&review={draft.pk}"
    answer = send(editor, answer["Location"], "merge", note="The same hour.")
    assert answer["Location"] == review(public)


def test_choosing_another_to_hold_beside_it_keeps_the_way_back(editor: Client) -> None:
    reviewed, other = submitted("Reviewed"), make.event("Falls too")
    choosing = unescape(shown(editor, f"{page(reviewed)}?q=falls&review={reviewed.pk}"))
    assert f'href="{page(reviewed, other)}&review={reviewed.pk}"' in choosing
    assert f'name="review" value="{reviewed.pk}"' in choosing


# Two events after all


def test_what_was_held_side_by_side_can_be_another_event(editor: Client) -> None:
    raqqa, sdf = make.city("Raqqa"), make.faction("SDF")
    there = make.event("On record", city=raqqa, factions=[(sdf, Role.CAPTOR)], published=True)
    event = make.event(
        "Under review", by=make.reporter(), city=raqqa, factions=[(sdf, Role.CAPTOR)]
    )
    events.submit(event, by=make.reporter())
    leading = f"{page(event, there)}&review={event.pk}"
    assert leading in unescape(shown(editor, review(event)))
    # Readers know the other: it is the one that merging would keep.
    address = editor.get(leading)["Location"]
    refused = send(editor, address, "_two", finding="apart", words=" ")
    assert "Say in a sentence what sets them apart" in read(refused)
    answer = send(editor, address, "_two", finding="apart", words="Another bridge.")
    assert answer["Location"] == review(event)
    kept = Comparison.objects.get()
    assert (kept.event, kept.other, kept.finding) == (event, there, Comparison.Finding.APART)
    told = shown(editor, review(event))
    assert "Compared: another event." in told
    assert "Another bridge." in told
    assert "Hold them side by side" not in told


@pytest.mark.parametrize("part", ["kept", "going"])
def test_either_can_be_a_part_of_the_other(editor: Client, part: str) -> None:
    kept, going = make.event("Kept"), make.event("Going")
    answer = send(editor, page(kept, going), "_two", finding=part)
    assert answer["Location"] == f"/admin/timeline/event/{kept.pk}/change/"
    parents = {event.headline: event.parent for event in Event.objects.all()}
    assert parents == (
        {"Kept": going, "Going": None} if part == "kept" else {"Kept": None, "Going": kept}
    )
    assert Comparison.objects.get().finding == Comparison.Finding.PART


def test_a_part_that_would_close_a_circle_is_refused_and_nothing_is_kept(editor: Client) -> None:
    whole = make.event("Whole")
    part = make.event("Part", parent=whole)
    said = read(send(editor, page(part, whole), "_two", finding="going", words="So it seems."))
    assert "not the other way round" in said
    assert "So it seems." in said
    assert not Comparison.objects.exists()


def test_two_events_are_not_set_apart_on_what_changed_meanwhile(editor: Client) -> None:
    kept, going = make.event("Kept"), make.event("Going")
    sent = {"finding": "apart", "words": "Another bridge.", "_two": "1"}
    sent |= {"seen_going": str(latest(going)), "seen_kept": str(latest(kept))}
    events.changed(going, by=make.editor("another"))
    assert "another saved this" in read(editor.post(page(kept, going), sent))
    assert not Comparison.objects.exists()


def test_two_of_the_same_headline_are_told_apart_by_number(editor: Client) -> None:
    one, other = make.event("It falls"), make.event("It falls")
    told = f"“It falls ({one.pk})” is a part of “It falls ({other.pk})”"
    assert told in shown(editor, page(one, other))


def test_cities_and_what_is_withdrawn_are_not_asked_about(editor: Client) -> None:
    for one, other in ((make.city(), make.city()), (make.event(), make.withdrawn())):
        assert "Or they are two events" not in shown(editor, page(one, other))
