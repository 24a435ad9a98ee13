"""Which city an event is told of."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from timeline.names import Match

from .clauses import Clause
from .cues import Cue
from .proposal import Reason
from .reading import Reading
from .words import any_of

K = TypeVar("K", bound=Hashable)

_IN = re.compile(
    r"\b(?:in|near|at|outside|around|of|into|on|over|inside|towards?|entered|from|"
    r"the city of|the town of)(?: \w+){0,3} $"
)
_ELSEWHERE = re.compile(
    r"\b(?:from|to|towards?|between|of|linking|north|south|east|west|km|miles) (?:\w+ )?$"
)
_THE_CITY = re.compile(
    rf"\b(?:the|there|here)(?: \w+)? ?{any_of('city town village capital')}\b|\bthere\b"
)


@dataclass(frozen=True, slots=True)
class Place(Generic[K]):
    city: K
    why: Reason


def place_of(
    reading: Reading[K], cue: Cue, found: Sequence[Clause], at: int, before: Place[K] | None
) -> Place[K] | None:
    """The city of an event: of its clause, its sentence, the passage before, or the article."""
    sentence, here = cue.sentence, found[at]
    cities = [one for one in reading.cities if sentence.start <= one.start < sentence.end]
    own = [one for one in cities if here.start <= one.start < here.end]
    for near in (own, cities):
        if near:
            best = min(near, key=lambda one: _strangeness(reading, cue, one))
            return Place(best.key, _reason(reading, best, "city_in_sentence"))
    if _THE_CITY.search(reading.marked, sentence.start, sentence.end) or before:
        earlier = [one for one in reading.cities if one.start < cue.start]
        if before is not None:
            return before
        if earlier:
            return Place(
                earlier[-1].key, _reason(reading, earlier[-1], "city_before", inferred=True)
            )
    main = reading.main_city
    return (
        Place(main.key, _reason(reading, main, "city_of_article", inferred=True)) if main else None
    )


def carried(place: Place[K]) -> Place[K]:
    why = place.why
    rule = "city_before" if why.rule == "city_in_sentence" else why.rule
    return Place(place.city, Reason(why.field, rule, why.start, why.end, why.words, inferred=True))


def _strangeness(reading: Reading[K], cue: Cue, city: Match[K]) -> tuple[int, int]:
    before = reading.marked[max(cue.sentence.start, city.start - 30) : city.start]
    apart = max(city.start - cue.end, cue.start - city.end, 0)
    weight = 0 if _IN.search(before) or (city.start > cue.start and apart < 3) else 1
    return (weight + (2 if _ELSEWHERE.search(before) and apart > 12 else 0), apart)


def _reason(reading: Reading[K], city: Match[K], rule: str, *, inferred: bool = False) -> Reason:
    return Reason("city", rule, city.start, city.end, reading.text[city.start : city.end], inferred)
