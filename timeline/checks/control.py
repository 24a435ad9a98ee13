"""What the event does to who holds its city, and whether the record says otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from timeline.checks.check import Check
from timeline.models import Event, Faction
from timeline.models.control_told import belonging, happening, happenings, links
from timeline.models.vocabulary import Kind
from timeline.spans import Change, Evidence, Span, State, spans
from timeline.spans.kin import Kin
from timeline.spans.saying import evidence, said
from timeline.wording.lists import joined

TAKING = (Kind.CAPTURED, Kind.TRANSFERRED)


def held(event: Event) -> Iterator[Check]:
    """At most one line; none for what says nothing of who holds a city."""
    told = happening(event)
    if told is None or event.city_id is None:
        return
    memberships, kin = links(), Kin(belonging())
    own = said(told, memberships)
    if own is None:
        if event.kind in TAKING:
            yield Check.doubt(_("It hands over no city: no captor is named."))
        return
    rest = [one for one in happenings([event.city_id])[event.city_id] if one.key != event.pk]
    others = evidence(rest, memberships)
    yield compared(event, own, others, kin)


def compared(event: Event, own: Evidence, others: list[Evidence], kin: Kin) -> Check:
    """What the course of the city is with the event and without it."""
    before, after = spans(others, kin.belongs), spans([*others, own], kin.belongs)
    day = own.latest or own.earliest
    last = on(before, own.earliest and own.earliest - timedelta(days=1))
    now, otherwise = on(after, day), on(before, day)
    named = own.holders if own.change is Change.STATED else own.former
    about = {"city": str(event.city)}
    if last and named and last.state is State.HELD and not kin.fit(named, last.holders):
        words = _("By the record %(holders)s held %(city)s until then, not %(factions)s.")
        return Check.doubt(
            words % {**about, "holders": names(last.holders), "factions": names(named)}
        )
    if now is None or (otherwise and now.holders == otherwise.holders):
        return Check.well(_("It changes nothing in who holds %(city)s.") % about)
    about |= {"holders": names(now.holders)}
    if now.state is State.CONTESTED:
        return Check.doubt(_("After it %(city)s is contested between %(holders)s.") % about)
    if now.state is State.HELD:
        return Check.well(_("After it %(city)s is held by %(holders)s.") % about)
    return Check.well(_("After it nobody is known to hold %(city)s.") % about)


def on(course: Iterable[Span], day: date | None) -> Span | None:
    """The stretch that the day falls into; an open end is asked for with None."""
    for span in course:
        begun = span.first is None or (day is not None and span.first <= day)
        if begun and (span.last is None or (day is not None and day <= span.last)):
            return span
    return None


def names(factions: Collection[int]) -> str:
    rows = Faction.objects.filter(pk__in=factions).order_by("sort_key", "pk")
    return joined(rows.values_list("name", flat=True))
