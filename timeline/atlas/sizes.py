"""How large a mark is: its area stands for a number of events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10, sqrt

LARGEST = 22.0  # pixels, the radius of the mark for the most events
OF_ONE = 5.5  # at most: a map of few events has small marks
SMALLEST = 3.5  # what can still be seen, and told by its colour
STEPS = (1, 4, 16)  # what the largest number of the legend is divided by


@dataclass(frozen=True, slots=True)
class Size:
    """A mark of the legend; `or_fewer`: smaller numbers have no smaller mark."""

    number: int
    radius: float
    or_fewer: bool = False

    @property
    def box(self) -> int:
        """Width and height that the mark takes with its edge."""
        return ceil(2 * self.radius) + 2


@dataclass(frozen=True, slots=True)
class Scale:
    """Marks for up to `most` events, at least one."""

    most: int

    @property
    def of_one(self) -> float:
        """The radius for one event, if it may be as small as it has to."""
        return min(OF_ONE, LARGEST / sqrt(self.most))

    @property
    def least(self) -> int:
        """The largest number whose mark is the smallest one; 0 where each has its own."""
        return floor((SMALLEST / self.of_one) ** 2)

    def radius(self, number: int) -> float:
        """In pixels."""
        return round(max(self.of_one * sqrt(number), SMALLEST), 2)

    def sizes(self) -> list[Size]:
        """Round numbers for a legend, the smallest first."""
        top = rounded_down(self.most)
        numbers = {rounded_down(top / step) for step in STEPS if top >= step}
        sizes = [Size(n, self.radius(n)) for n in sorted(numbers) if n > self.least]
        return [*self._smallest(), *sizes]

    def _smallest(self) -> Iterator[Size]:
        if self.least:
            yield Size(self.least, SMALLEST, or_fewer=self.least > 1)


def rounded_down(number: float) -> int:
    """1, 2 or 5, or one of these with noughts: the largest that is not above the number."""
    power = 10 ** floor(log10(number))
    return int(next(power * step for step in (5, 2, 1) if power * step <= number))
