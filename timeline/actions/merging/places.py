"""One city, or one faction, that was entered twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from timeline import gazetteer
from timeline.actions import control, factions, permits
from timeline.actions.events import reason_given
from timeline.actions.merging import pair
from timeline.actions.merging.rows import carry, fill
from timeline.actions.merging.rules import FILLED, RULES, Row
from timeline.actions.revisions import record, record_events
from timeline.models import (
    Allegiance,
    Citation,
    City,
    Edition,
    Event,
    Faction,
    Outlet,
    Participation,
    Revision,
    User,
)
from timeline.models.grading import regrade
from timeline.models.reading import also_called, refresh
from timeline.models.vocabulary import NameKind

Owner = tuple[type[Row], int]


@transaction.atomic
def merge_cities(dropped: City, *, into: City, by: User, note: str, seen: pair.Seen = None) -> None:
    """Events and spellings of `dropped` go over, its address and name lead to `into`.

    Raises ValidationError if the two are one, or one of them is gone, and ChangedMeanwhile if they
    are not as `seen`.
    """
    permits.demand(by, "merge_city")
    reason = reason_given(note)
    pair.hold(dropped, into, seen=seen)
    merge(dropped, into, Q(city=dropped.pk), by=by, note=reason)
    refresh(list(Event.objects.in_cities([into.pk]).values_list("pk", flat=True)))
    control.rebuild([into.pk])
    Edition.objects.move()


@transaction.atomic
def merge_factions(
    dropped: Faction, *, into: Faction, by: User, note: str, seen: pair.Seen = None
) -> None:
    """All that `dropped` did, claimed, ran and was a part of is told of `into` from now on.

    Raises ValidationError if the two are one, if one of them is gone, or if what is kept would be
    a part of itself, and ChangedMeanwhile if they are not as `seen`.
    """
    permits.demand(by, "merge_faction")
    reason = reason_given(note)
    pair.hold(dropped, into, seen=seen)
    concerned = Q(participations__faction=dropped.pk) | Q(citations__claimant_faction=dropped.pk)
    known = folded(into)
    moved = merge(dropped, into, concerned, by=by, note=reason)
    factions.refuse_circles(into)
    graded = factions.follow_allegiances(into)
    also_called(into.pk, folded(into) - known)
    control.follow_factions([into.pk], graded=graded | moved)
    Edition.objects.move()


def folded(faction: Faction) -> set[str]:
    """Its name and spellings as they are searched for."""
    return {faction.sort_key, *faction.names.values_list("folded", flat=True)}


def merge(
    dropped: City | Faction, into: City | Faction, concerned: Q, *, by: User, note: str
) -> set[int]:
    """Has all go over; numbers of the events whose grade moved with it."""
    number, public = dropped.pk, Event.objects.published().filter(concerned).exists()
    pair.hold_events(Event.objects.filter(concerned).values_list("pk", flat=True))
    pair.record_going(dropped, into, by=by, note=note, public=public)
    moved = bring_over(dropped, into)
    pair.let_nobody_refer_to(dropped)
    moved += bring_over(dropped, into)  # what somebody was still saving
    for rule in RULES[type(into)]:
        rule.leading_to(dropped).delete()
    pair.lead_on(dropped, into, dropped.slug)
    dropped.delete()
    fill(into, dropped, FILLED[type(into)])
    spell(into, dropped.name)
    type(into)._default_manager.filter(pk=into.pk).call_anew()
    owners = {owner for row in moved if (owner := owner_of(row, {number, into.pk}))}
    concerned_events = [number for model, number in owners if model is Event]
    refresh(concerned_events)
    graded = regrade(concerned_events)
    record_moved(owners, by=by, note=note)
    pair.record_kept(into, number, dropped.name, by=by, note=note, public=public)
    return graded


def bring_over(dropped: Row, into: Row) -> list[Any]:
    """Has all rows go over; all that led to `dropped`, as they were."""
    return [row for rule in RULES[type(into)] for row in carry(rule, dropped, into).all]


def spell(into: City | Faction, name: str) -> None:
    """The name of what went is a spelling of what is kept, unless it is one already."""
    if name == into.name or into.names.filter(name=name).exists():
        return
    script = gazetteer.script_of(name)
    language = "en" if script == "Latn" else "und"
    into.names.create(name=name, kind=NameKind.ALIAS, script=script, language=language)


def record_moved(owners: Iterable[Owner], *, by: User, note: str) -> None:
    """A revision of all that names another city or faction now; no reader need be told why."""
    events = [number for model, number in owners if model is Event]
    Event.objects.filter(pk__in=events).published().update(changed_at=timezone.now())
    record_events(events, by=by, note=note)
    for model, number in sorted(owners, key=lambda owner: (owner[0].__name__, owner[1])):
        if model is not Event:
            subject = model._default_manager.get(pk=number)
            record(subject, Revision.Change.CHANGED, by=by, note=note)


def owner_of(row: Row, merged: set[int]) -> Owner | None:
    """Whose history tells of the row; None for those of the two that are merged."""
    if isinstance(row, Participation | Citation):
        return Event, row.event_id
    if isinstance(row, Allegiance):
        return None if row.faction_id in merged else (Faction, row.faction_id)
    return (type(row), row.pk) if isinstance(row, Event | Outlet) else None
