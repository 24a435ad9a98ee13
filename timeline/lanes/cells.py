"""Counts: how many events lie in each cell of time, and how dark that makes it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.lanes.rows import NARROW, TARGET
from timeline.lanes.window import Window
from timeline.models.events_laid_out import Tally

MOST_ON_PHONES = NARROW // TARGET
DIGIT = 6.7  # pixels
BESIDE = 4  # pixels kept free beside a number together
LEVELS = 5
ROUND = [digit * 10**power for power in range(10) for digit in (1, 2, 3, 5)]


@dataclass(frozen=True, slots=True)
class Cell:
    """Days with events; `written` where the number has room."""

    window: Window
    number: int
    written: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of which each holds `size` of those that events were counted by.

    `pixels` is the least width of the drawing.
    """

    cells: Sequence[Window]
    size: int
    pixels: int

    def filled(
        self, tallies: Iterable[Tally], dense: Iterable[int], *, certainly: bool
    ) -> list[Cell]:
        """The dense ones in which there are events."""
        counts = self.counts(tallies, certainly=certainly)
        whole = sum(cell.length for cell in self.cells)
        numbered = [(self.cells[place], counts[place]) for place in sorted(dense)]
        return [
            Cell(cell, number, fits(number, cell.length / whole * self.pixels))
            for cell, number in numbered
            if number
        ]

    def counts(self, tallies: Iterable[Tally], *, certainly: bool) -> list[int]:
        """Events that may lie in each cell, or certainly do; each counts once for every such."""
        counts = [0] * len(self.cells)
        for tally in tallies:
            first, last = tally.first // self.size, tally.last // self.size
            if certainly and not tally.lasted and first != last:
                continue  # it happened in one or another of them, and certainly in none
            for cell in range(first, last + 1):
                counts[cell] += tally.number
        return counts


def on_phones(cells: Sequence[Window]) -> Grid:
    """So many cells put together that they can be told apart on a phone."""
    size = -(-len(cells) // MOST_ON_PHONES)
    parts = [cells[first : first + size] for first in range(0, len(cells), size)]
    return Grid([Window(part[0].first, part[-1].last) for part in parts], size, NARROW)


def fits(number: int, pixels: float) -> bool:
    return len(f"{number:,}") * DIGIT + BESIDE <= pixels


def levels_of(numbers: Iterable[int]) -> list[int]:
    """The lowest numbers of up to five shades: round ones, so that about as many have each."""
    ordered = sorted(numbers)
    fifths = (ordered[len(ordered) * part // LEVELS] for part in range(1, LEVELS) if ordered)
    return sorted({1, *(ROUND[bisect_right(ROUND, each) - 1] for each in fifths)})


def level(number: int, levels: Sequence[int]) -> int:
    """Which shade a number has, from 1."""
    return bisect_right(levels, number)
