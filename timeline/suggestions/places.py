"""Which city an event is told of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from timeline.names import Match

from .clauses import clause_at
from .proposal import Reason
from .reading import Reading, Sentence
from .sentenced import Sentenced
from .words import CITY, WORD

K = TypeVar("K", bound=Hashable)

_IN = re.compile(
    r"\b(?:in|near|at|outside|around|of|into|on|over|inside|entered|the city of|the town of)"
    r"(?: \w+){0,3} $"
)
_ELSEWHERE = re.compile(
    r"\b(?:to|towards?|between|linking|north|south|east|west|km|miles|reached|for) "
    r"(?:of )?(?:\w+ )?$"
    r"|\b(?:north|south|east|west|south-west|south-east|north-west|north-east|outside|capital) of $"
    rf"|{CITY} (?:to|and) $"
)
_FROM = re.compile(r"\bfrom (?:the )?$")
_LEAVING = frozenset({"withdrew", "displacement", "release", "captured", "transferred"})
_AT_ONCE = 12
_NOT_OF_THE_EVENT = re.compile(
    rf"\b(?:north|south|east|west|south-?west|south-?east|north-?west|north-?east|km|miles|"
    r"kilomet(?:re|er)s) (?:\w+ )?(?:of|from) $|\b(?:towards?|direction of|reached|"
    r"according to|fired from|highway from|road from|"
    rf"highway to|between) $|(?:highway|road)\b[^.;,]{{0,30}}{CITY}+ (?:to|and) $"
    rf"|direction of (?:the )?{CITY}+(?:,| and)(?: of)?(?: the)? $"
)


_IS_WITHIN = re.compile(r",? (?:district|neighbou?rhood|quarter|suburb|market|street|square)")
_THE_CAPITAL = re.compile(
    r"\b(?:in|on|into|to|of|entered|took|reached|from|at) the capital\b(?! of)"
)
_IS_CAPITAL = re.compile(rf", (?:the|its) (?:{WORD} )?capital\b")
_OFFICIAL = re.compile(
    r"\b(?:mayor|police|residents?|hospitals?|doctors?|authorities|officials?|morgue|a resident|"
    r"council|witnesses|activists?)(?: chief)? (?:of|in|from) $"
)
_OFFICE = 30
_IN_A_REGION = re.compile(
    r"\b(?:[Ii]n|across) (?:the )?(?:(?:[Ss]outh|[Nn]orth|[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral|"
    r"[Nn]orth-?(?:east|west)(?:ern)?|[Ss]outh-?(?:east|west)(?:ern)?) [A-Z]"
    r"|\b[Ii]n (?:the )?[A-Z][\w'-]+ (?:province|region|governorate|[Ss]tate|county|[Vv]alley)\b"
)
_TALKS = frozenset({"agreement", "prisoner_exchange", "statement"})
_AGREED_IN = re.compile(
    r"\b(?:deal|agreement|accord|truce|pact|talks|negotiations|signed|brokered|agreed)"
    r" (?:\w+ )?(?:in|at) $"
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
    if _takes_another(told, cities) and not _is_of_one_city(told.reading):
        return None
    if own := _of_the_sentence(told, cities) or _of_an_official(told):
        return own
    if _is_elsewhere(told) and not _is_of_one_city(told.reading):
        return None
    return before or (_of_the_article(told.reading) if _names_one_most(told.reading) else None)


def _takes_another(told: Sentenced[K], cities: Sequence[Match[K]]) -> bool:
    """Whether what is taken is a place that no list has: "advancing from Homs, took Mheen"."""
    start, end = told.cue.head_end, told.cue.end
    named = any(start <= one.start < end for one in cities)
    return not named and any(start <= place[0] < end for place in told.reading.unlisted)


def _is_elsewhere(told: Sentenced[K]) -> bool:
    """Whether the clause tells of a place that no list has."""
    here, text = told.clause, told.reading.low
    if _IN_A_REGION.search(told.reading.text, here.start, here.end):
        return True
    return any(
        here.start <= start < here.end and not _IS_WITHIN.match(text, end)
        for start, end in told.reading.unlisted
    )


def _of_an_official(told: Sentenced[K]) -> Place[K] | None:
    """The city of whom the clause quotes: "shelling killed two, the mayor of Kherson said"."""
    for city in cities_in(told.reading, told.cue.sentence):
        before = told.reading.low[max(0, city.start - _OFFICE) : city.start]
        if _OFFICIAL.search(before):
            return Place(city.key, reason(told.reading, city, "city_in_sentence"))
    return None


def _of_the_sentence(told: Sentenced[K], cities: Sequence[Match[K]]) -> Place[K] | None:
    here = told.clause
    own = [one for one in cities if here.start <= one.start < here.end]
    for near in (own, cities):
        fitting = [one for one in near if not is_aside(told, one)]
        if fitting:
            best = min(fitting, key=lambda one: _strangeness(told, one))
            return Place(best.key, reason(told.reading, best, "city_in_sentence"))
    return _the_capital(told) if not cities else None


def _the_capital(told: Sentenced[K]) -> Place[K] | None:
    """The city that the article calls the capital, where an event was in "the capital"."""
    if not _THE_CAPITAL.search(told.reading.low, told.clause.start, told.clause.end):
        return None
    marked = told.reading.marked
    for city in told.reading.cities:
        before = marked[max(0, city.start - _HEADING) : city.start]
        if before.endswith(("capital ", "capital, ")) or _IS_CAPITAL.match(marked, city.end):
            return Place(city.key, reason(told.reading, city, "city_before", inferred=True))
    return None


def _is_where_agreed(told: Sentenced[K], before: str) -> bool:
    """Whether a city is where they signed what led to the event: "left under a deal of Juba"."""
    return told.cue.kind not in _TALKS and bool(_AGREED_IN.search(before))


def is_aside(told: Sentenced[K], city: Match[K]) -> bool:
    """Whether a city is named for something else: "north of Aleppo", "towards Damascus"."""
    start = max(told.cue.sentence.start, city.start - 45)
    if _is_where_agreed(told, told.reading.marked[start : city.start]):
        return True
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
    if _FROM.search(before):
        named = cue.kind in _LEAVING and city.start > cue.start
        strange = not named and apart > _AT_ONCE
    else:
        strange = bool(_ELSEWHERE.search(before)) and apart > _AT_ONCE
    return (0 if named or subject else 1) + (2 if strange else 0), apart


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
    if before and before.why.rule == "city_of_heading":
        return before
    return _of_the_article(reading) if _is_of_one_city(reading) else before


def _is_of_one_city(reading: Reading[K]) -> bool:
    """Whether an article names one city several times, and more often than any other."""
    counts = Counter(one.key for one in reading.cities)
    return _names_one_most(reading) and max(counts.values()) >= _MAIN


def _names_one_most(reading: Reading[K]) -> bool:
    """Whether an article names one city more often than any other."""
    counts = Counter(one.key for one in reading.cities).most_common(2)
    return bool(counts) and (len(counts) == 1 or counts[0][1] > counts[1][1])


def carried(place: Place[K]) -> Place[K]:
    return replace(place, why=replace(place.why, rule="city_before", inferred=True))


def reason(reading: Reading[K], city: Match[K], rule: str, *, inferred: bool = False) -> Reason:
    return Reason("city", rule, city.start, city.end, reading.text[city.start : city.end], inferred)
