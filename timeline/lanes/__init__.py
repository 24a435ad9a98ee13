"""The answer in lanes: time runs across, and each city or faction has a lane of its own.

What has room stands there as marks, what has none as counts that open. A lane knows its numbers
and places; what it is called and where its links lead is for the edges to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.bands import Days
from timeline.filters import EventFilter
from timeline.lanes.cells import levels_of
from timeline.lanes.lane import MOST_TELLING, Lane, lay_out
from timeline.lanes.marks import TELLING
from timeline.lanes.window import Window, around, cells_of
from timeline.models import Event
from timeline.models.events_laid_out import Tally

LANES_A_PAGE = 40

__all__ = ["LANES_A_PAGE", "LaidOut", "Lane", "Window", "column_of", "laid_out", "lane_address"]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A page of lanes on one axis.

    `whole` has room for the events of all times. `levels` are the lowest numbers of the shades of
    cells. `more` is how many lanes there are on all pages, the one without a city not counted.
    """

    lanes: list[Lane]
    window: Window
    whole: Window
    days: Days
    levels: list[int]
    number: int
    page: int
    pages: int


def laid_out(question: EventFilter, *, mirrored: bool) -> LaidOut | None:
    """The page of lanes that is asked for, in four queries; None where there is no event."""
    ends = question.events(without="dates").extent()
    found_days = windows(question, ends)
    if found_days is None:
        return None
    window, whole = found_days
    cells, days = cells_of(window), window.days(mirrored=mirrored)
    found = lanes_of(question, cells)
    if not found:
        return None
    number = sum(lane.number is not None for lane in found)
    pages = max(-(-number // LANES_A_PAGE), 1)
    page = min(question.page, pages)
    shown = on_page(found, page)
    fill(question, shown, days, cells)
    numbers = [cell.number for lane in shown for cell in (*lane.cells, *lane.cells_on_phones)]
    return LaidOut(
        lanes=shown,
        window=window,
        whole=whole,
        days=days,
        levels=levels_of(numbers),
        number=number,
        page=page,
        pages=pages,
    )


def windows(
    question: EventFilter, ends: tuple[date | None, date | None]
) -> tuple[Window, Window] | None:
    """The days to draw, which are those asked for as far as any are, and those of the record.

    What has an open end answers a range beyond all that is on record too: then the days, month or
    year that it begins or ends with are drawn.
    """
    if ends[0] is None or ends[1] is None:
        return None
    whole = around(ends[0], ends[1])
    begins, finishes = question.value("from"), question.value("to")
    first = question.first or min(whole.first, finishes.earliest if finishes else whole.first)
    last = question.last or max(whole.last, begins.latest if begins else whole.last)
    return Window(first, last), whole


def column_of(question: EventFilter) -> str:
    """The column that says which lanes an event is in."""
    if question.lanes == "city":
        return "city"
    return "faction_ids_with_groups" if question.with_groups else "faction_ids"


def lanes_of(question: EventFilter, cells: Sequence[Window]) -> list[Lane]:
    """All lanes with their tallies: those asked for by name first, then by number of events."""
    tallies = question.events().tallies(
        column_of(question),
        [cell.first for cell in cells],
        certainly=question.certain,
        telling=TELLING,
    )
    lanes: dict[int | None, Lane] = {}
    for tally in tallies:
        if is_asked(question, tally):
            lanes.setdefault(tally.lane, Lane(tally.lane)).tallies.append(tally)
    first = question.ids("faction") if question.lanes == "faction" else []
    return sorted(
        lanes.values(),
        key=lambda lane: (
            lane.number is None,
            lane.number not in first,
            -lane.events,
            lane.number or 0,
        ),
    )


def is_asked(question: EventFilter, tally: Tally) -> bool:
    """Whether its lane may be shown: beside a second faction that is asked for, nobody else is."""
    second = question.ids("with") if question.lanes == "faction" else []
    return not second or tally.lane in (*question.ids("faction"), *second)


def on_page(lanes: Sequence[Lane], page: int) -> list[Lane]:
    """The lanes of a page; what has no city or faction stands below the first."""
    named = [lane for lane in lanes if lane.number is not None]
    nameless = [lane for lane in lanes if lane.number is None] if page == 1 else []
    return [*named[(page - 1) * LANES_A_PAGE : page * LANES_A_PAGE], *nameless]


def fill(question: EventFilter, lanes: Sequence[Lane], days: Days, cells: Sequence[Window]) -> None:
    """Finds the events that are drawn as marks, in one query, and lays out every lane."""
    whole = [lane.number for lane in lanes if not lane.is_crowded]
    in_part = [lane.number for lane in lanes if lane.is_crowded and lane.telling <= MOST_TELLING]
    column = column_of(question)
    events = question.events().drawn(column, whole, in_part, telling=TELLING)
    of_lane: dict[int | None, list[Event]] = {}
    belonging = lanes_in(column)
    for event in events:
        for number in belonging(event):
            of_lane.setdefault(number, []).append(event)
    drawn = {*whole, *in_part}
    for lane in lanes:
        found = of_lane.get(lane.number, []) if lane.number in drawn else []
        lay_out(lane, found, days, cells, certainly=question.certain)


def lanes_in(column: str) -> Callable[[Event], list[int | None]]:
    if column == "city":
        return lambda event: [event.city_id]
    return lambda event: getattr(event, column) or [None]


def lane_address(
    question: EventFilter, lane: Lane, slug: str, days: Window | None = None, *, listed: bool
) -> str:
    """Where exactly the events of a lane are, or those of some of its days; `listed` as a list."""
    changes: dict[str, str | None] = {"view": None} if listed else {}
    if days:
        changes |= days.written
    if question.lanes == "city":
        return question.turned(city=slug, **changes)
    asked = question.ids("faction")
    if not asked or lane.number in asked:
        return question.turned(faction=slug, **changes)
    return question.turned(**{"with": slug}, **changes)
