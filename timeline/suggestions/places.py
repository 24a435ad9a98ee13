"""Which city an event is told of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from timeline.names import Match

from .clauses import clause_at
from .parties import Sentenced
from .proposal import Reason
from .reading import Reading, Sentence
from .words import CITY

K = TypeVar("K", bound=Hashable)

_IN = re.compile(
    r"\b(?:in|near|at|outside|around|of|into|on|over|inside|entered|the city of|the town of)"
    r"(?: \w+){0,3} $"
)
_ELSEWHERE = re.compile(
    r"\b(?:to|towards?|between|linking|north|south|east|west|km|miles|reached|for) "
    r"(?:of )?(?:\w+ )?$"
    r"|\b(?:north|south|east|west|south-west|south-east|north-west|north-east|outside|capital) of $"
    rf"|\bfrom (?:the )?$|{CITY} (?:to|and) $"
)
_NOT_OF_THE_EVENT = re.compile(
    rf"\b(?:north|south|east|west|south-?west|south-?east|north-?west|north-?east|km|miles|"
    r"kilomet(?:re|er)s) (?:\w+ )?(?:of|from) $|\b(?:towards?|direction of|reached|"
    r"according to|fired from|highway from|road from|"
    rf"highway to|between) $|(?:highway|road)\b[^.;,]{{0,30}}{CITY}+ (?:to|and) $"
)


_HEADING = 10
_MAIN = 3


@dataclass(frozen=True, slots=True)
class Place(Generic[K]):
    city: K
    why: Reason


def place_of(told: Sentenced[K], before: Place[K] | None) -> Place[K] | None:
    """The city of an event: of its sentence, of those before, or of the article."""
    sentence = told.cue.sentence
    cities = [
        one
        for one in cities_in(told.reading, sentence)
        if not told.clauses[clause_at(told.clauses, one.start)].is_source
    ]
    return _of_the_sentence(told, cities) or before or _of_the_article(told.reading)


def _of_the_sentence(told: Sentenced[K], cities: Sequence[Match[K]]) -> Place[K] | None:
    here = told.clause
    own = [one for one in cities if here.start <= one.start < here.end]
    for near in (own, cities):
        fitting = [one for one in near if not is_aside(told, one)]
        if fitting:
            best = min(fitting, key=lambda one: _strangeness(told, one))
            return Place(best.key, reason(told.reading, best, "city_in_sentence"))
    return None


def is_aside(told: Sentenced[K], city: Match[K]) -> bool:
    """Whether a city is named for something else: "north of Aleppo", "towards Damascus"."""
    start = max(told.cue.sentence.start, city.start - 45)
    return bool(_NOT_OF_THE_EVENT.search(told.reading.marked, start, city.start)) and not (
        told.cue.head_end <= city.start < told.cue.end
    )


def _strangeness(told: Sentenced[K], city: Match[K]) -> tuple[int, int]:
    cue = told.cue
    start = max(cue.sentence.start, city.start - 30)
    before = told.reading.marked[start : city.start]
    apart = max(city.start - cue.end, cue.start - city.end, 0)
    named = _IN.search(before) or (city.start > cue.start and apart < 3)
    first = not told.reading.marked[told.clause.start : city.start].strip(" -,")
    subject = (cue.passive or cue.entry.asks("telling")) and first
    return (0 if named or subject else 1) + (
        2 if _ELSEWHERE.search(before) and apart > 12 else 0
    ), apart


def _of_the_article(reading: Reading[K]) -> Place[K] | None:
    main = reading.main_city
    return (
        Place(main.key, reason(reading, main, "city_of_article", inferred=True)) if main else None
    )


def cities_in(reading: Reading[K], sentence: Sentence) -> list[Match[K]]:
    return [one for one in reading.cities if sentence.start <= one.start < sentence.end]


def next_place(
    reading: Reading[K], sentence: Sentence, told: Sequence[Place[K]], before: Place[K] | None
) -> Place[K] | None:
    """The city that goes on into the next sentence: of the event told, else the first named."""
    own = [one for one in told if one.why.rule == "city_in_sentence"]
    if own and not sentence.headline:
        main = reading.main_city
        return carried(next((one for one in own if main and one.city == main.key), own[-1]))
    named = [
        one
        for one in cities_in(reading, sentence)
        if not _NOT_OF_THE_EVENT.search(
            reading.marked, max(sentence.start, one.start - 45), one.start
        )
    ]
    if not named:
        return before
    short = sentence.end - named[0].end < _HEADING and sentence.end - sentence.start < 3 * _HEADING
    heads = short or (sentence.headline and sentence.number > 0)
    rule = "city_of_heading" if heads else "city_before"
    return Place(named[0].key, reason(reading, named[0], rule, inferred=True))


def at_a_paragraph(reading: Reading[K], before: Place[K] | None) -> Place[K] | None:
    """What goes on into a new paragraph: the main city, if the article is about one."""
    main = reading.main_city
    if main is None or (before and before.why.rule == "city_of_heading"):
        return before
    counts = Counter(one.key for one in reading.cities)
    (_, most), *others = counts.most_common(2)
    is_main = most >= _MAIN and (not others or most > others[0][1])
    return _of_the_article(reading) if is_main else before


def carried(place: Place[K]) -> Place[K]:
    return replace(place, why=replace(place.why, rule="city_before", inferred=True))


def reason(reading: Reading[K], city: Match[K], rule: str, *, inferred: bool = False) -> Reason:
    return Reason("city", rule, city.start, city.end, reading.text[city.start : city.end], inferred)
