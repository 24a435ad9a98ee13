"""Whether the record has the event already."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline import doubles, wording
from timeline.checks.check import Check
from timeline.models import Comparison, Event


def others(event: Event) -> Iterator[Check]:
    """A line for each event like this one that nobody held against it yet."""
    alike = like(event)
    compared = compared_with(event)
    strangers = [other for other in alike if other.pk not in compared]
    for other in strangers:
        about = {"status": other.get_status_display(), "days": wording.when(other.when)}
        yield Check.doubt(_("Alike and not compared: %(status)s, %(days)s.") % about, other)
    if alike and not strangers:
        said = ngettext(
            "The one event on record that is like it was compared.",
            "All %(number)s events on record that are like it were compared.",
            len(alike),
        )
        yield Check.well(said % {"number": len(alike)})
    if not alike:
        yield Check.well(_("No event on record is like it."))


def like(event: Event) -> list[Event]:
    told = doubles.told(Event.objects.with_accounts().get(pk=event.pk))
    return doubles.similar(
        city=event.city_id,
        kind=event.kind,
        factions=[faction.pk for faction, _role in told.factions],
        earliest=event.earliest,
        latest=event.latest,
        leave_out=[event.pk],
        locality=event.locality,
        numbers=told.numbers,
    )


def compared_with(event: Event) -> set[int]:
    """The events that this one was compared with, whichever of the two was at hand."""
    rows = Comparison.objects.filter(Q(event=event) | Q(other=event))
    pairs = rows.values_list("event", "other")
    return {number for pair in pairs for number in pair} - {event.pk}
