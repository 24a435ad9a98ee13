"""How many an event struck, by the record and by its accounts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from timeline.models import Event
from timeline.models.vocabulary import Measure


class Number(NamedTuple):
    """How many an event struck; null bounds are unknown."""

    measure: str
    low: int | None
    high: int | None


def numbers_of(event: Event) -> list[Number]:
    """All numbers of an event: the record's own, and those its citations give."""
    figures = [figure for citation in event.citations.all() for figure in citation.figures.all()]
    given = [Number(figure.measure, figure.low, figure.high) for figure in figures]
    own = [
        Number(Measure.KILLED, event.killed_low, event.killed_high),
        Number(Measure.INJURED, event.injured_low, event.injured_high),
    ]
    return [each for each in [*own, *given] if (each.low, each.high) != (None, None)]


def at_odds(mine: Iterable[Number], theirs: Iterable[Number]) -> bool:
    """Whether both give numbers of one measure, and none of them can be the same."""
    there = list(theirs)
    pairs = [(each, other) for each in mine for other in there if each.measure == other.measure]
    return bool(pairs) and not any(_meet(each, other) for each, other in pairs)


def _meet(one: Number, other: Number) -> bool:
    def below(first: Number, second: Number) -> bool:
        return first.high is not None and second.low is not None and first.high < second.low

    return not below(one, other) and not below(other, one)
