"""What the front page tells of single days: this one in other years, and the last ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.models import Event

MOST = 4


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Events of earlier years, the newest first; of the whole month where the day has none."""

    day: date
    events: list[Event]
    whole_month: bool


def on_this_day(today: date) -> Anniversary | None:
    """Those that are known best, of others than this year; None if the month has none either."""
    past = Event.objects.listed().before_year(today.year).with_cities()
    for day in (today.day, None):
        found = list(past.dated_on(today.month, day).best_known_first()[:MOST])
        if found:
            found.sort(key=lambda event: event.position, reverse=True)
            return Anniversary(today, found, whole_month=day is None)
    return None


def latest() -> list[Event]:
    """The last events by their date."""
    events = Event.objects.listed().with_cities()
    return list(events.newest_first()[:MOST])
