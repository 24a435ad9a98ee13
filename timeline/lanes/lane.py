"""One lane: its events as marks where they can be told apart, else as counts in cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.bands import Days
from timeline.lanes.cells import Cell, Grid, on_phones
from timeline.lanes.labels import label
from timeline.lanes.marks import Mark, Reach, marks_of
from timeline.lanes.rows import APART, APART_ON_PHONES, WIDE, Arranged, arranged
from timeline.lanes.window import Window
from timeline.models import Event
from timeline.models.events_laid_out import Tally

MOST_MARKS = 60  # of a lane: where there are more, all are counted
MOST_TELLING = 40  # that are looked for above the counts of such a lane


@dataclass(slots=True)
class Lane:
    """`number` of a city or faction is None where events have none. Rows are at least one."""

    number: int | None
    tallies: list[Tally] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    cells_on_phones: list[Cell] = field(default_factory=list)
    rows: int = 1
    rows_on_phones: int = 1

    @property
    def events(self) -> int:
        return sum(tally.number for tally in self.tallies)

    @property
    def telling(self) -> int:
        return sum(tally.telling for tally in self.tallies)

    @property
    def is_crowded(self) -> bool:
        return self.events > MOST_MARKS


def lay_out(
    lane: Lane, events: Sequence[Event], days: Days, cells: Sequence[Window], *, certainly: bool
) -> None:
    """Gives the lane its marks and cells; `events` are those of it that may be drawn as marks."""
    marks = marks_of(events, days)
    desk, phone = Grid(cells, 1, WIDE), on_phones(cells)
    wide = arrange(lane, marks, desk, days, APART)
    narrow = arrange(lane, marks, phone, days, APART_ON_PHONES)
    for place, mark in enumerate(marks):
        mark.row, mark.row_on_phones = wide.rows.get(place), narrow.rows.get(place)
    lane.marks = [mark for mark in marks if (mark.row, mark.row_on_phones) != (None, None)]
    lane.cells = desk.filled(lane.tallies, wide.dense, certainly=certainly)
    lane.cells_on_phones = phone.filled(lane.tallies, narrow.dense, certainly=certainly)
    lane.rows, lane.rows_on_phones = wide.height, narrow.height
    label(lane.marks, [reach_of(cell.window, days) for cell in lane.cells])


def arrange(lane: Lane, marks: Sequence[Mark], grid: Grid, days: Days, apart: float) -> Arranged:
    cells = [reach_of(cell, days) for cell in grid.cells]
    dense = set(range(len(cells))) if lane.is_crowded else None
    return arranged(marks, cells, apart, dense=dense)


def reach_of(window: Window, days: Days) -> Reach:
    return Reach(days.share(window.first), days.axis.share(window.last.toordinal() + 1))
