"""Two that are one: events, cities and factions that were entered twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.test import Client

from tests import make
from timeline.actions import events
from timeline.actions.merging import merge_cities, merge_events, merge_factions, plan
from timeline.actions.merging.plan import Fate
from timeline.actions.merging.rules import RULES
from timeline.actions.revisions import check_promises
from timeline.models import (
    Allegiance,
    Citation,
    City,
    Comparison,
    ControlSpan,
    Edition,
    Event,
    Faction,
    OldAddress,
    Participation,
    Revision,
)
from timeline.models.vocabulary import Relation, Role, Status

pytestmark = pytest.mark.django_db

WHY = "They are the same."
OTHER_WORDS = "the fighting stopped"


def merge(dropped: Event, into: Event) -> None:
    merge_events(dropped, into=into, by=make.editor(), note=WHY)


def last(subject: models.Model, number: int | None = None) -> Revision:
    kind = str(subject._meta.model_name)
    return Revision.objects.filter(subject_kind=kind, subject_id=number or subject.pk).latest(
        "number"
    )


def edition() -> int:
    return Edition.objects.current().number


@pytest.mark.parametrize("model", [Event, City, Faction])
def test_all_that_leads_to_what_can_be_merged_has_a_rule(model: type[models.Model]) -> None:
    leading = {
        (relation.related_model, relation.field.name)
        for relation in model._meta.related_objects
        if relation.related_model is not ControlSpan  # built anew from the events that remain
    }
    assert {(rule.model, rule.column) for rule in RULES[model]} == leading


# Events


def test_the_accounts_of_both_stand_under_the_one_that_is_kept() -> None:
    sdf, isis = make.faction(), make.faction()
    kept = make.event(published=True, factions=[(sdf, Role.CAPTOR)])
    dropped = make.event(published=True, factions=[(sdf, Role.CAPTOR), (isis, Role.TARGET)])
    make.figure(dropped.citations.get(), 3, 5)
    merge(dropped, kept)
    check_promises()
    assert kept.citations.count() == 2
    assert [figure.high for row in kept.citations.all() for figure in row.figures.all()] == [5]
    parties = {(row.faction_id, row.role) for row in kept.participations.all()}
    assert parties == {(sdf.pk, Role.CAPTOR), (isis.pk, Role.TARGET)}
    assert list(Event.objects.published().involving([isis.pk])) == [kept]


def test_the_same_words_stand_once_and_keep_the_figures_of_both() -> None:
    article = make.article()
    kept = make.event(taken_from=article, published=True)
    dropped = make.event(taken_from=article, published=True)
    make.citation(dropped, article, OTHER_WORDS)
    make.figure(kept.citations.get(), 3, 5)
    for low, high in [(3, 5), (7, 7)]:
        make.figure(dropped.citations.earliest("pk"), low, high)
    merge(dropped, kept)
    assert {row.quotation for row in kept.citations.all()} == {make.QUOTATION, OTHER_WORDS}
    there = kept.citations.get(quotation=make.QUOTATION)
    assert list(there.figures.values_list("low", flat=True)) == [3, 7]


def test_what_is_kept_keeps_its_own_columns_and_takes_numbers_that_it_lacks() -> None:
    kept = make.event("Kept", killed_low=1)
    dropped = make.event("Dropped", killed_low=9, killed_high=9, injured_best=4)
    merge(dropped, kept)
    now = Event.objects.get()
    assert (now.headline, now.killed_low, now.killed_high) == ("Kept", 1, None)
    assert now.injured_best == 4


def test_what_readers_knew_leads_to_what_is_kept_over_any_number_of_steps(
    client: Client,
) -> None:
    first, second, third = (make.event(published=True) for _ in range(3))
    addresses = [first.get_absolute_url(), second.get_absolute_url(), f"/events/{first.pk}/"]
    merge(first, second)
    merge(second, third)
    assert Event.objects.get(pk=first.pk).status == Status.WITHDRAWN
    for address in addresses:
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (301, third.get_absolute_url())


def test_what_was_merged_and_then_withdrawn_says_why_it_went(client: Client) -> None:
    dropped, kept = make.event(published=True), make.event(published=True)
    merge(dropped, kept)
    events.withdraw(kept, by=make.editor(), note="It did not happen.")
    answer = client.get(dropped.get_absolute_url(), follow=True)
    assert (answer.status_code, answer.redirect_chain) == (410, [(kept.get_absolute_url(), 301)])


def test_a_draft_goes_for_good_and_its_history_stays() -> None:
    dropped, kept = make.event("Dropped"), make.event("Kept")
    number, snapshot = dropped.pk, last(dropped).snapshot
    merge(dropped, kept)
    assert list(Event.objects.all()) == [kept]
    assert not OldAddress.objects.exists()
    gone = last(kept, number)
    assert (gone.change, gone.public) == ("merged", False)
    assert gone.snapshot["merged_into"] == kept.pk
    assert gone.snapshot["citations"] == snapshot["citations"]


def test_the_history_of_both_says_what_became_of_them() -> None:
    dropped, kept = make.event("Dropped", published=True), make.event(published=True)
    merge(dropped, kept)
    gone, stays = last(dropped), last(kept)
    assert (gone.change, gone.note, gone.public) == ("merged", WHY, True)
    assert gone.snapshot["status"] == Status.WITHDRAWN
    assert (stays.change, stays.note, stays.public) == ("merged", WHY, True)
    assert stays.snapshot["merged_with"] == {"id": dropped.pk, "name": "Dropped"}
    assert len(stays.snapshot["citations"]) == 2
    assert stays.in_words == "merged with “Dropped”"
    assert gone.in_words == f"merged into “{kept}”"


def test_readers_do_not_learn_the_name_of_what_they_never_saw() -> None:
    dropped, kept = make.event("Secret"), make.event(published=True)
    number = dropped.pk
    merge(dropped, kept)
    assert last(kept).snapshot["merged_with"] == {"id": number, "name": ""}
    assert "Secret" not in str(last(kept).snapshot)
    assert last(kept).in_words == "merged"


def test_readers_get_a_new_edition_only_where_they_see_a_difference() -> None:
    before = edition()
    merge(make.event(), make.event())
    assert edition() == before
    kept = make.event(published=True)
    before = edition()
    merge(make.event(), kept)
    assert edition() == before + 1


def test_parts_and_findings_go_over() -> None:
    dropped, kept, third = make.event(), make.event(), make.event()
    part = make.event(parent=dropped)
    Comparison.objects.create(event=dropped, other=third, finding="apart", words="Another hill.")
    Comparison.objects.create(event=third, other=kept, finding="part")
    Comparison.objects.create(event=dropped, other=kept, finding="same")
    merge(dropped, kept)
    part.refresh_from_db()
    assert part.parent == kept
    assert last(part).note == WHY
    pairs = set(Comparison.objects.values_list("event", "other"))
    assert pairs == {(kept.pk, third.pk), (third.pk, kept.pk)}


def test_a_part_that_is_its_whole_takes_the_place_of_that() -> None:
    campaign = make.event()
    whole = make.event(parent=campaign)
    part = make.event(parent=whole)
    merge(whole, part)
    part.refresh_from_db()
    assert part.parent == campaign


def test_a_circle_of_parts_is_refused() -> None:
    whole = make.event()
    deep = make.event(parent=make.event(parent=whole))
    with pytest.raises(ValidationError, match="not the same"):
        merge(whole, deep)


def published() -> Event:
    return make.event(published=True)


@pytest.mark.parametrize(
    ("dropped", "into", "complaint"),
    [
        (published, make.event, "Readers know"),
        (published, make.withdrawn, "was withdrawn"),
        (make.withdrawn, published, "was withdrawn"),
    ],
)
def test_what_cannot_be_merged_says_why_and_stays(
    dropped: Callable[[], Event], into: Callable[[], Event], complaint: str
) -> None:
    goes, stays = dropped(), into()
    before = Revision.objects.count()
    assert complaint in plan(goes, stays).refusal
    with pytest.raises(ValidationError, match=complaint):
        merge(goes, stays)
    assert Revision.objects.count() == before


def test_nothing_is_merged_with_itself_or_with_what_is_gone() -> None:
    one, other = make.event(), make.event()
    with pytest.raises(ValidationError, match="itself"):
        merge(one, Event.objects.get(pk=one.pk))
    Event.objects.filter(pk=other.pk).delete()
    with pytest.raises(ValidationError, match="gone by now"):
        merge(other, one)


def test_merging_needs_a_reason_and_an_editor() -> None:
    one, other = make.event(), make.event()
    with pytest.raises(ValidationError, match="Say why"):
        merge_events(one, into=other, by=make.editor(), note=" ")
    with pytest.raises(PermissionDenied):
        merge_events(one, into=other, by=make.reporter(), note=WHY)
    with pytest.raises(PermissionDenied):
        merge_cities(make.city(), into=make.city(), by=make.reporter(), note=WHY)
    with pytest.raises(PermissionDenied):
        merge_factions(make.faction(), into=make.faction(), by=make.reporter(), note=WHY)


# Cities and factions


def test_events_of_a_city_entered_twice_are_found_in_the_one(client: Client) -> None:
    kept, dropped = make.city("Raqqa"), make.city("Ar-Raqqah", spellings=["Rakka"])
    event = make.event("It falls", city=dropped, published=True)
    merge_cities(dropped, into=kept, by=make.editor(), note=WHY)
    assert list(Event.objects.published().in_cities([kept.pk])) == [event]
    assert {str(name) for name in kept.names.all()} == {"Ar-Raqqah", "Rakka"}
    for address in ("/cities/ar-raqqah/", "/cities/rakka/", "/?city=ar-raqqah"):
        answer = client.get(address, follow=True)
        assert answer.status_code == 200
        assert "It falls" in answer.content.decode()
        assert "raqqa" in answer.redirect_chain[-1][0]
    assert list(Event.objects.saying("rakka")) == [event]


def test_the_history_of_an_event_says_that_its_city_was_merged() -> None:
    kept, dropped = make.city(), make.city("Gone")
    event, number = make.event(city=dropped, published=True), dropped.pk
    merge_cities(dropped, into=kept, by=make.editor(), note=WHY)
    told = last(event)
    assert (told.change, told.public, told.snapshot["city_id"]) == ("corrected", False, kept.pk)
    assert last(kept, number).snapshot["merged_into"] == kept.pk
    assert last(kept).snapshot["merged_with"] == {"id": number, "name": "Gone"}


def test_a_city_takes_only_what_it_does_not_know_itself() -> None:
    kept = make.city(population=5)
    dropped = make.city(population=9, latitude=1, longitude=2, geonames_id=7, country="SY")
    merge_cities(dropped, into=kept, by=make.editor(), note=WHY)
    now = City.objects.get()
    assert (now.population, now.geonames_id, now.country) == (5, 7, "SY")
    assert now.longitude is not None
    assert int(now.longitude) == 2


def test_old_addresses_of_what_went_lead_on() -> None:
    first, second, third = make.city("One"), make.city("Two"), make.city("Three")
    merge_cities(first, into=second, by=make.editor(), note=WHY)
    merge_cities(second, into=third, by=make.editor(), note=WHY)
    assert set(OldAddress.objects.values_list("slug", "target")) == {
        ("one", third.pk),
        ("two", third.pk),
    }


def test_whatever_a_faction_did_claimed_and_ran_goes_over(client: Client) -> None:
    kept, dropped = make.faction("ISIS"), make.faction("Daesh", colour_light="#111111")
    outlet = make.outlet(run_by=dropped)
    event = make.event("It falls", factions=[(dropped, Role.CAPTOR)])
    Citation.objects.filter(event=event).update(claimant_faction=dropped)
    events.publish(event, by=make.editor())
    merge_factions(dropped, into=kept, by=make.editor(), note=WHY)
    outlet.refresh_from_db()
    assert outlet.run_by == event.citations.get().claimant_faction == kept
    assert list(Event.objects.published().involving([kept.pk])) == [event]
    assert Faction.objects.get().colour_light == "#111111"
    for address in ("/factions/daesh/", "/?faction=daesh"):
        assert "It falls" in client.get(address, follow=True).content.decode()


def test_one_role_of_both_is_told_once_with_what_either_knows() -> None:
    kept, dropped = make.faction(), make.faction()
    event = make.event(factions=[(kept, Role.CAPTOR), (dropped, Role.CAPTOR)])
    event.participations.filter(faction=dropped).update(side=2, quotation="They took it.")
    merge_factions(dropped, into=kept, by=make.editor(), note=WHY)
    row = Participation.objects.get()
    assert (row.faction, row.side, row.quotation) == (kept, 2, "They took it.")
    assert last(event).snapshot["participations"][0]["faction_id"] == kept.pk


def test_allegiances_go_over_once_and_none_to_itself() -> None:
    kept, dropped, whole, group = (make.faction() for _ in range(4))
    make.allegiance(kept, whole)
    make.allegiance(dropped, whole)
    make.allegiance(dropped, kept, Relation.ALLIED_WITH)
    make.allegiance(group, dropped)
    event = make.event(factions=[(group, Role.CAPTOR)])
    merge_factions(dropped, into=kept, by=make.editor(), note=WHY)
    told = set(Allegiance.objects.values_list("faction", "relation", "other"))
    assert told == {(kept.pk, "part_of", whole.pk), (group.pk, "part_of", kept.pk)}
    assert list(Event.objects.involving([whole.pk])) == [event]
    assert last(group).note == WHY


def test_what_would_make_a_faction_a_part_of_itself_is_refused() -> None:
    kept, dropped, between = (make.faction() for _ in range(3))
    make.allegiance(dropped, between)
    make.allegiance(between, kept)
    with pytest.raises(ValidationError, match="part of itself"):
        merge_factions(dropped, into=kept, by=make.editor(), note=WHY)
    assert Faction.objects.count() == 3


# What is told before


def test_a_plan_tells_what_follows_and_what_is_lost() -> None:
    article, isis = make.article(), make.faction("ISIS")
    kept = make.event("Kept", taken_from=article, factions=[(isis, Role.TARGET)])
    dropped = make.event(
        "Dropped", taken_from=article, factions=[(isis, Role.TARGET)], injured_best=4
    )
    make.citation(dropped, article, OTHER_WORDS)
    told = plan(dropped, kept)
    assert [(str(share.label), len(share.rows)) for share in told.following] == [("citations", 1)]
    assert [str(share.label) for share in told.doubles] == ["citations", "participations"]
    fates = {value.other: value.fate for value in told.values}
    assert (fates["4"], fates["Dropped"]) == (Fate.TAKEN, Fate.LOST)
    assert told.refusal == ""


def test_the_name_of_what_goes_is_not_lost() -> None:
    isis = make.faction("ISIS")
    event = make.event("It falls", factions=[(daesh := make.faction("Daesh"), Role.CAPTOR)])
    told = plan(daesh, isis)
    fates = {value.other: value.fate for value in told.values}
    assert (fates["Daesh"], fates["daesh"]) == (Fate.SPELLING, Fate.ADDRESS)
    assert [row for share in told.following for row in share.rows] == [f"{event}: captor"]


def test_a_plan_changes_nothing() -> None:
    kept, dropped = make.city(), make.city()
    make.event(city=dropped, published=True)
    before = edition(), Revision.objects.count()
    plan(dropped, kept)
    assert (edition(), Revision.objects.count()) == before
