"""What the cells of the table hold that no column of an event does."""

from __future__ import annotations

from django import template

from timeline import tolls
from timeline.models import Event
from timeline.models.vocabulary import Measure

register = template.Library()


@register.filter
def losses(event: Event) -> list[tolls.Estimate | None]:
    """How many were killed, and how many injured; None where nobody says."""
    found = {one.measure: one for one in tolls.estimates(event)}
    return [found.get(measure) for measure in (Measure.KILLED, Measure.INJURED)]
