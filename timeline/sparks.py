"""Sparks: how many events a year, as one small drawing beside a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

HEIGHT = 10  # of the box; a year is one wide
BAR = 0.8
LEAST = 4  # events that fill the box: a single one is no peak


def spark(counts: Mapping[int, int], years: Iterable[int]) -> str:
    """A path of bars, one for each of these years that has any; the highest fills the box."""
    most = max(*counts.values(), LEAST)
    return "".join(
        f"M{place} {HEIGHT}v{-max(HEIGHT * counts[year] / most, 1):.3g}h{BAR}V{HEIGHT}"
        for place, year in enumerate(years)
        if counts.get(year)
    )
