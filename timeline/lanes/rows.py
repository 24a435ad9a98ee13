"""Which marks find room in the rows of a lane, and which cells count what does not.

A cell is dense if a mark in it would lie upon another. Dense cells stand in the lowest row; what
lies in them stays a mark only if it tells much and there is room above.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.lanes.marks import Mark, Reach

TARGET = 24  # pixels: what a finger or a shaking hand can hit
WIDE, WIDEST, NARROW = 824, 1144, 288  # pixels: a lane at the least on a desk, there, on a phone
APART, APART_ON_PHONES = TARGET / WIDE, TARGET / NARROW
ROWS = 3


@dataclass(slots=True)
class Arranged:
    """Places in the list of marks, each with its row; and places in the list of cells."""

    rows: dict[int, int] = field(default_factory=dict)
    dense: set[int] = field(default_factory=set)

    @property
    def height(self) -> int:
        """How many rows are in use; an empty lane has one too."""
        return max((*self.rows.values(), 0)) + 1


def arranged(
    marks: Sequence[Mark], cells: Sequence[Reach], apart: float, *, dense: set[int] | None = None
) -> Arranged:
    """Marks in rows, none nearer to another than `apart`, and the cells of those without room.

    `dense` are cells that count in any case.
    """
    found = set(dense or ())
    while True:
        rows = fitted(marks, cells, found, apart)
        without = [mark for place, mark in enumerate(marks) if place not in rows]
        crowded = {cell for mark in without for cell in touched(mark.reach, cells)}
        if crowded <= found:
            return Arranged(rows, found)
        found |= crowded


def fitted(
    marks: Sequence[Mark], cells: Sequence[Reach], dense: set[int], apart: float
) -> dict[int, int]:
    """Rows of the marks that find one: first of those that no cell counts, then of the telling."""
    counted = [set(touched(mark.reach, cells)) <= dense for mark in marks]
    taken: list[list[Reach]] = [[] for _ in range(ROWS)]
    taken[0] = [cells[cell] for cell in sorted(dense)]
    first = [place for place in range(len(marks)) if not counted[place]]
    then = [place for place in range(len(marks)) if counted[place] and marks[place].telling]
    rows = {}
    for place in (*first, *then):
        lowest = 1 if counted[place] else 0
        row = free_row(marks[place].reach, taken, lowest, apart)
        if row is not None:
            rows[place] = row
            taken[row].append(marks[place].reach)
    return rows


def free_row(reach: Reach, taken: list[list[Reach]], lowest: int, apart: float) -> int | None:
    for row in range(lowest, len(taken)):
        if not any(reach.meets(other, apart - 1e-9) for other in taken[row]):
            return row
    return None


def touched(reach: Reach, cells: Sequence[Reach]) -> range:
    """The places of the cells that a mark lies in."""
    starts = [cell.begin for cell in cells]
    first = max(bisect_right(starts, reach.begin + 1e-9) - 1, 0)
    last = max(bisect_right(starts, reach.end - 1e-9) - 1, first)
    return range(first, last + 1)
