"""Pages by key: a page begins after an event or ends before one, so that none is counted over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby, pairwise

from timeline.models import Event
from timeline.models.events_asked import EventQuerySet, Position
from timeline.models.vocabulary import Precision

PAGE = 50
# Below drawings that weigh something themselves.
FIRST_OF_ALL = 15
FIRST_OF_A_FACTION = 25
GAP = timedelta(days=14)  # shorter stretches without events are not worth a line
CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d{1,10})\.(\d{1,18})")
COARSE = {Precision.SEASON, Precision.YEAR, Precision.LONGER}


def cursor(place: Position) -> str:
    return f"{place.day.isoformat()}.{place.width}.{place.id}"


def position(words: str) -> Position:
    """The place a cursor names; ValueError if it names none."""
    match = CURSOR.fullmatch(words)
    if not match or not words.isascii() or int(match[2]) > 2**31 - 1:
        raise ValueError("this is no place in the timeline")
    return Position(date.fromisoformat(match[1]), int(match[2]), int(match[3]))


@dataclass(slots=True)
class Heading:
    """A month, or what is known less exactly than that, with its events in the page's order.

    `first_month` is where a coarser heading stands; `month` is then None.
    """

    year: int
    first_month: int
    month: int | None
    last_year: int
    events: list[Event] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Unlike that of any other heading on the page."""
        if self.month:
            return f"m{self.year}-{self.month}"
        return f"m{self.year}-{self.first_month}-to-{self.last_year}"


@dataclass(slots=True)
class Page:
    """Events in the order asked for; cursors are None where there is nothing further."""

    events: list[Event]
    previous: Position | None
    next: Position | None

    @property
    def headings(self) -> list[Heading]:
        return by_month(self.events)


def page_of(
    events: EventQuerySet,
    *,
    newest: bool = False,
    after: Position | None = None,
    before: Position | None = None,
    size: int = PAGE,
    whole: bool = False,
) -> Page:
    """At most `size` events after or before a place in the order, or the first ones.

    Each has what a list shows of it; all that is told of it if it is wanted `whole`.
    """
    backwards = before is not None
    place = before or after
    if place:
        events = events.earlier_than(place) if newest != backwards else events.later_than(place)
    found = rows_of(events, newest=newest != backwards, size=size + 1, whole=whole)
    return _page(found[:size], more=len(found) > size, backwards=backwards, after=after)


def _page(rows: list[Event], *, more: bool, backwards: bool, after: Position | None) -> Page:
    if backwards:
        rows.reverse()
    return Page(
        events=rows,
        previous=rows[0].position if rows and (more if backwards else after) else None,
        next=rows[-1].position if rows and (backwards or more) else None,
    )


def sorted_page_of(
    events: EventQuerySet,
    column: str,
    *,
    falling: bool,
    after: Position | None = None,
    before: Position | None = None,
    size: int = PAGE,
) -> Page:
    """The same in the order of a column; a place is that of an event, wherever it stands there."""
    backwards = before is not None
    place = before or after
    if place:
        events = events.beyond(place, column, falling=falling, backwards=backwards)
    ordered = events.sorted_by(column, falling=falling, backwards=backwards)
    numbers = list(ordered.values_list("pk", flat=True)[: size + 1])
    whole = Event.objects.with_accounts().in_bulk(numbers[:size])
    rows = [whole[number] for number in numbers[:size]]
    return _page(rows, more=len(numbers) > size, backwards=backwards, after=after)


def rows_of(events: EventQuerySet, *, newest: bool, size: int, whole: bool = False) -> list[Event]:
    """The first events in the order, their places found before any whole row is read."""
    ordered = events.newest_first() if newest else events.oldest_first()
    found = Event.objects.among(ordered.values("pk")[:size])
    found = found.newest_first() if newest else found.oldest_first()
    return list(found.with_accounts() if whole else found.with_sources())


def by_month(events: list[Event]) -> list[Heading]:
    """Headings in the order of the events; a coarser one stands whole beside its first month."""
    newest = len(events) > 1 and events[0].position > events[-1].position
    # Sorting keeps the page's order among the events of one heading, in reverse too.
    keyed = sorted(events, key=heading_key, reverse=newest)
    headings = []
    for (year, first_month, is_month, last_year), rows in groupby(keyed, key=heading_key):
        month = first_month if is_month else None
        headings.append(Heading(year, first_month, month, last_year, list(rows)))
    return headings


def heading_key(event: Event) -> tuple[int, int, bool, int]:
    """Year and month of its first day, whether it stands under that month, and its last year."""
    day = event.sorted_on
    if month_is_known(event):
        return day.year, day.month, True, day.year
    return day.year, day.month, False, (event.latest or day).year


def month_is_known(event: Event) -> bool:
    """Whether it began, or happened, in the month of its first possible day as far as is known."""
    if not event.lasted:
        return event.precision not in COARSE
    start = event.start_latest or event.earliest
    day = event.sorted_on
    return start is not None and (start.year, start.month) == (day.year, day.month)


def mark_gaps(events: list[Event], question: EventQuerySet) -> None:
    """Sets `gap_days` on each event: days since the one before in which nothing can have happened.

    0 where there are few, or where any event that matches the question may fall into them, on
    whatever page it stands.
    """
    stretches = {}
    for one, other in pairwise(events):
        other.gap_days = 0
        stretch = between(one, other)
        if stretch and stretch[1] - stretch[0] >= GAP:
            stretches[other.pk] = stretch
    touching = question.touching(list(stretches.values())) if stretches else []
    for event in events[1:]:
        stretch = stretches.get(event.pk)
        if stretch and not any(meets(stretch, bounds) for bounds in touching):
            event.gap_days = (stretch[1] - stretch[0]).days + 1


def between(one: Event, other: Event) -> tuple[date, date] | None:
    """The days that lie after the earlier and before the later of two events, inclusive."""
    early, late = sorted((one, other), key=lambda event: event.position)
    if early.latest is None or late.earliest is None:
        return None
    first, last = early.latest + timedelta(days=1), late.earliest - timedelta(days=1)
    return (first, last) if first <= last else None


def meets(stretch: tuple[date, date], bounds: tuple[date | None, date | None]) -> bool:
    earliest, latest = bounds
    return (earliest is None or earliest <= stretch[1]) and (latest is None or latest >= stretch[0])
