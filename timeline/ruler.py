"""The ruler of days above a month: where each event's mark stands, to scale.

Along the ruler everything is in per cent, so that it fits any width and mirrors for scripts that
run from right to left; across it in pixels, so that marks keep their shape.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from timeline import wording
from timeline.dates import When

ROWS = 4
PITCH = 11  # pixels from row to row
TOP_ROW = 17  # the middle of the topmost row; what finds no room is counted above it
FADE = 16  # days over which a mark with one open end fades
TICKS = (1, 5, 10, 15, 20, 25)

FILLS = {"about": ("hb", "hb"), "by": ("hs", "he"), "from": ("he", "hs")}
THICKNESS = {"within": 5.5}
THIN = 2  # pixels less for what takes up the whole month


class Dated(Protocol):
    pk: int
    headline: str

    @property
    def when(self) -> When: ...


@dataclass(frozen=True, slots=True)
class Mark:
    """One event's mark. `row` counts from the axis up; `shape` is that of `wording.mark`.

    `x` and `width` are per cent of the month: a day's middle and nothing for a dot, else where
    the bar begins and how long it is. `fill` names the gradient of what fades, `stop` is where
    the known end of a half-open interval lies.
    """

    event_id: int
    title: str
    shape: str
    x: str
    width: str
    row: int
    y: str
    height: str
    radius: str
    fill: str
    stop: str
    stop_y: str


@dataclass(frozen=True, slots=True)
class Tick:
    day: int
    x: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """`hidden` is the number of events in the month that found no room.

    `far_end` is where the last day ends: at the right, or at the left where it is mirrored.
    """

    marks: list[Mark]
    ticks: list[Tick]
    rows: int
    hidden: int
    far_end: str

    @property
    def height(self) -> int:
        return 26 + PITCH * self.rows

    @property
    def axis(self) -> str:
        return f"{self.height - 12.5:g}"

    @property
    def baseline(self) -> int:
        """Where the numbers of the days stand."""
        return self.height - 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of the month, the first is 1, that one event's mark covers."""

    event: Dated
    shape: str
    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    def meets(self, other: Stretch) -> bool:
        return self.first <= other.last and other.first <= self.last


def of_month(events: Iterable[Dated], year: int, month: int, *, mirrored: bool = False) -> Ruler:
    """The ruler of a month, for those of the events that touch it, clipped to its days."""
    days = monthrange(year, month)[1]
    stretches = [
        stretch for event in events if (stretch := _stretch(event, date(year, month, 1), days))
    ]
    placed = _packed(stretches)
    rows = max((row for row, _ in placed), default=0) + 1
    scale = Scale(days, rows, mirrored)
    return Ruler(
        marks=[scale.mark(stretch, row) for row, stretch in placed],
        ticks=[Tick(day, scale.middle(day)) for day in (*TICKS, days)],
        rows=rows,
        hidden=len(stretches) - len(placed),
        far_end=scale.at(1),
    )


def _stretch(event: Dated, first_day: date, days: int) -> Stretch | None:
    """The days of the month that a mark covers; None if that is none of them."""
    when = event.when
    first, last = (
        (day - first_day).days + 1 if day else None for day in (when.earliest, when.latest)
    )
    if first is None and last is None:
        return None
    if first is None:
        first = last - FADE + 1 if last else 1
    if last is None:
        last = first + FADE - 1
    if last < 1 or first > days:
        return None
    return Stretch(event, wording.mark(when), max(first, 1), min(last, days))


def _packed(stretches: list[Stretch]) -> list[tuple[int, Stretch]]:
    """Each stretch with its row: the shortest next to the axis, none upon another.

    In the order of the days, so that the keyboard goes along the ruler.
    """
    rows: list[list[Stretch]] = [[] for _ in range(ROWS)]
    shortest_first = sorted(stretches, key=lambda one: (one.length, one.first, one.event.pk))
    for stretch in shortest_first:
        for row in rows:
            if not any(stretch.meets(other) for other in row):
                row.append(stretch)
                break
    placed = [(number, stretch) for number, row in enumerate(rows) for stretch in row]
    return sorted(placed, key=lambda one: (one[1].first, one[0]))


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns days and rows into positions."""

    days: int
    rows: int
    mirrored: bool

    def mark(self, stretch: Stretch, row: int) -> Mark:
        middle = TOP_ROW + PITCH * (self.rows - 1 - row)
        height = THICKNESS.get(stretch.shape, 7) - THIN * (stretch.length == self.days)
        is_dot = stretch.shape == "day"
        return Mark(
            event_id=stretch.event.pk,
            title=stretch.event.headline,
            shape=stretch.shape,
            x=self.middle(stretch.first) if is_dot else self.bar(stretch),
            width="0%" if is_dot else percent(stretch.length / self.days),
            row=row,
            y=f"{middle if is_dot else middle - height / 2:g}",
            height=f"{height:g}",
            radius=f"{height / 2:g}",
            fill=FILLS[stretch.shape][self.mirrored] if stretch.shape in FILLS else "",
            stop=self.stop(stretch),
            stop_y=f"{middle - 5.5:g}",
        )

    def middle(self, day: int) -> str:
        return self.at((day - 0.5) / self.days)

    def bar(self, stretch: Stretch) -> str:
        """Where the bar begins, seen from the left."""
        return self.at((stretch.last if self.mirrored else stretch.first - 1) / self.days)

    def stop(self, stretch: Stretch) -> str:
        if stretch.shape == "by":
            return self.at(stretch.last / self.days)
        return self.at((stretch.first - 1) / self.days) if stretch.shape == "from" else ""

    def at(self, share: float) -> str:
        return percent(1 - share if self.mirrored else share)


def percent(share: float) -> str:
    """A share as SVG takes it, to a hundredth: 0.43548 is "43.55%"."""
    return f"{round(share * 100, 2):g}%"
