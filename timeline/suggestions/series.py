"""One verb with several towns or days: "took A on Monday and B on Friday"."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from timeline.dates import Found
from timeline.names import Match

from . import dating, places
from .clauses import clause_at, has_verb
from .sentenced import Sentenced

K = TypeVar("K", bound=Hashable)

_KINDS = frozenset(
    ["captured", "transferred", "withdrew", "besieged", "shelling", "air_strike", "bomb_ied"]
)
_FARTHEST = 70
_JOINS = re.compile(r"[,;]|\b(?:and|then|along with|as well as|followed by|before|but)\b")
_ENDS = re.compile(r"[,.;:]| and\b| but\b|$")
_AT_ONCE = 14


@dataclass(frozen=True, slots=True)
class _Item(Generic[K]):
    """A town and a day of a series; what is None goes on from the first."""

    city: Match[K] | None
    date: Found | None

    @property
    def start(self) -> int:
        return min(one.start for one in (self.city, self.date) if one)

    @property
    def end(self) -> int:
        return max(one.end for one in (self.city, self.date) if one)


def series(
    told: Sentenced[K], place: places.Place[K] | None, dated: dating.Dated
) -> Iterator[tuple[places.Place[K] | None, dating.Dated]]:
    """Yield city and date of each event that a cue tells of: mostly one."""
    yield place, dated
    if told.cue.kind not in _KINDS:
        return
    items = list(_items(told, _begin(told, place, dated)))
    for at, item in enumerate(items):
        city = place
        if item.city:
            city = places.Place(
                item.city.key, places.reason(told.reading, item.city, "city_in_sentence")
            )
        end = items[at + 1].start if at + 1 < len(items) else told.clause_end(item.start)
        dated = dating.date_in(told, item.start, max(end, item.end), dated) or dated
        yield city, dated


def _begin(told: Sentenced[K], place: places.Place[K] | None, dated: dating.Dated) -> int:
    """Behind the cue and its own first town and day."""
    begin = told.cue.head_end
    if place and place.why.rule == "city_in_sentence":
        begin = max(begin, place.why.end)
    if dated.own and told.cue.sentence.start <= dated.why.start < told.cue.sentence.end:
        between = told.reading.marked[begin : dated.why.start]
        if not any(begin <= one.start < dated.why.start for one in told.reading.cities):
            begin = dated.why.end if not _JOINS.search(between) else begin
            begin = max(begin, told.cue.head_end)
    return begin


def _items(told: Sentenced[K], begin: int) -> Iterator[_Item[K]]:
    at, left = begin, list(_named(told, begin))
    while left:
        one = left.pop(0)
        between = told.reading.marked[at : one.start]
        if len(between) > _FARTHEST or has_verb(between) or not _JOINS.search(between):
            return
        other = left.pop(0) if left and _belong(told, one, left[0]) else None
        item = _item(one, other)
        if item.city is None and _has_verb_behind(told, item.end):
            return
        yield item
        at = item.end


def _item(one: Match[K] | Found, other: Match[K] | Found | None) -> _Item[K]:
    both = [named for named in (one, other) if named is not None]
    city = next((named for named in both if isinstance(named, Match)), None)
    return _Item(city, next((named for named in both if isinstance(named, Found)), None))


def _belong(told: Sentenced[K], one: Match[K] | Found, other: Match[K] | Found) -> bool:
    """Whether a town and a day stand together: "Homs on Sunday", "on Sunday Homs"."""
    between = told.reading.marked[one.end : other.start]
    return (
        isinstance(one, Match) is not isinstance(other, Match)
        and len(between) < _AT_ONCE
        and not _JOINS.search(between)
    )


def _has_verb_behind(told: Sentenced[K], at: int) -> bool:
    marked, end = told.reading.marked, told.cue.sentence.end
    stop = _ENDS.search(marked, at, end)
    return has_verb(marked[at : stop.start() if stop else end])


def _named(told: Sentenced[K], begin: int) -> Iterator[Match[K] | Found]:
    """The towns and days behind a place up to the next event, in order."""
    sentence = told.cue.sentence
    end = min((start for start in told.events if start > told.cue.start), default=sentence.end)
    cities = [
        one for one in places.cities_in(told.reading, sentence) if not places.is_aside(told, one)
    ]
    dates = [
        one
        for one in dating.dates_in(told.reading, sentence)
        if not one.when.duration and one.when.rule not in dating.LASTING
    ]
    named: list[Match[K] | Found] = [*cities, *dates]
    for one in sorted(named, key=lambda one: one.start):
        if (
            begin <= one.start < end
            and not told.clauses[clause_at(told.clauses, one.start)].is_source
        ):
            yield one
