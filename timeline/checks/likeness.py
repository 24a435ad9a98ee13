"""Whether the record has the event already."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from timeline import doubles, wording
from timeline.checks.check import Check
from timeline.models import Comparison, Event


def others(event: Event) -> Iterator[Check]:
    """A line for each event like this one: what was found of it, or that nobody compared them."""
    alike, found = like(event), findings(event)
    for other in alike:
        if comparison := found.get(other.pk):
            yield compared(comparison, other)
        else:
            about = {"status": other.get_status_display(), "days": wording.when(other.when)}
            yield Check.doubt(_("Alike and not compared: %(status)s, %(days)s.") % about, other)
    if not alike:
        yield Check.well(_("No event on record is like it."))


def compared(comparison: Comparison, other: Event) -> Check:
    said = _("Compared: %(finding)s.") % {"finding": comparison.get_finding_display()}
    return Check.well(said, comparison.words and f"“{comparison.words}”", other)


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


def findings(event: Event) -> dict[int, Comparison]:
    """What was found last of each other event, whichever of the two was at hand."""
    rows = Comparison.objects.filter(Q(event=event) | Q(other=event)).order_by("at", "pk")
    return {row.other_id if row.event_id == event.pk else row.event_id: row for row in rows}
