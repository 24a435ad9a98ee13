"""Which date an event is told with."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from timeline.dates import Found, Precision, When, shortly_before

from .clauses import clause_at
from .counting import counted, counted_back
from .parties import Sentenced
from .proposal import Reason
from .reading import Reading, Sentence

K = TypeVar("K", bound=Hashable)

NEWS_DAYS = 45
_PAST_DAYS = 330
_CARRIED_DAYS = 7
LASTING = frozenset({"since", "decade", "nth"})
_AFTER = re.compile(r"\s*,?\s*(?:\w+ )?after\b")
_GOES_ON = frozenset({"displacement"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and why; `own` is false where it was carried over from other sentences."""

    when: When
    why: Reason
    own: bool


def date_of(told: Sentenced[K], before: Dated | None) -> Dated:
    """The date of an event: of its clause, its sentence, the sentences before, or the news."""
    return _own(told, before) or before or of_the_news(told.reading)


def _own(told: Sentenced[K], before: Dated | None) -> Dated | None:
    reading, cue = told.reading, told.cue
    clause = told.clause
    near = _nearest(told)
    base = before.when if before else None
    if near and near.when.latest and clause.lead.startswith("after"):
        back = counted_back(reading.low[cue.sentence.start : clause.start], near.when)
        if back:
            return Dated(back, _reason(reading, near, "counted_back"), own=True)
    if near and clause_at(told.clauses, near.start) == told.at:
        return _as_told(told, near)
    named = counted(reading.low, clause.start, clause.end, base)
    if named is None and near is None:
        named = counted(reading.low, cue.sentence.start, cue.sentence.end, base)
    if named is not None and before is not None:
        place, when = named
        words = reading.text[place[0] : place[1]]
        return Dated(when, Reason("date", "counted_on", *place, words), own=True)
    return _as_told(told, near) if near else None


def _nearest(told: Sentenced[K]) -> Found | None:
    sentence, cue = told.cue.sentence, told.cue
    dates = [one for one in dates_in(told.reading, sentence) if not one.when.duration]
    near = min(
        dates,
        key=lambda one: (
            clause_at(told.clauses, one.start) != told.at,
            max(one.start - cue.end, cue.start - one.end, 0),
        ),
        default=None,
    )
    return None if near is None or _is_of_another(told, near) else near


def _is_of_another(told: Sentenced[K], found: Found) -> bool:
    """A date of years ago, or a "since", in another clause does not date this one."""
    if clause_at(told.clauses, found.start) == told.at:
        return False
    return is_past(told.reading, found.when) or found.when.rule in LASTING


def _as_told(told: Sentenced[K], found: Found) -> Dated:
    reading, when = told.reading, found.when
    between = reading.low[found.end : told.cue.start]
    if _AFTER.match(between) and when.earliest and when.latest:
        return Dated(shortly_before(when), _reason(reading, found, "shortly_before"), own=True)
    if when.rule == "since" and told.cue.kind in _GOES_ON and when.earliest:
        return Dated(_until_now(reading, when), _reason(reading, found, "going_on"), own=True)
    return Dated(when, _reason(reading, found, "date_in_sentence"), own=True)


def _until_now(reading: Reading[K], when: When) -> When:
    first, last = when.earliest, reading.published
    if first is None or first > last:
        return when
    days = (last - first).days
    precision = Precision.DAYS if days < 7 else Precision.SEASON if days < 200 else Precision.YEAR
    return When(
        phrase=when.phrase, earliest=first, latest=last, precision=precision, rule=when.rule
    )


def dates_in(reading: Reading[K], sentence: Sentence) -> list[Found]:
    return [one for one in reading.dates if sentence.start <= one.start < sentence.end]


def next_date(reading: Reading[K], sentence: Sentence, before: Dated | None) -> Dated | None:
    """The date that goes on into the next sentence."""
    for one in dates_in(reading, sentence):
        if not one.when.duration and _is_short(one.when):
            words = reading.text[one.start : one.end]
            why = Reason("date", "date_before", one.start, one.end, words, inferred=True)
            return Dated(one.when, why, own=False)
    if before and (named := counted(reading.low, sentence.start, sentence.end, before.when)):
        place, when = named
        words = reading.text[place[0] : place[1]]
        return Dated(when, Reason("date", "date_before", *place, words, inferred=True), own=False)
    return before


def is_news(reading: Reading[K], dated: Dated) -> bool:
    last = dated.when.latest
    return last is not None and (reading.published - last).days <= NEWS_DAYS


def _is_short(when: When) -> bool:
    if when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days <= _CARRIED_DAYS


def of_the_news(reading: Reading[K]) -> Dated:
    day = reading.published
    when = When(phrase="", earliest=day, latest=day, precision=Precision.EXACT)
    return Dated(when, Reason("date", "date_of_news", 0, 0, "", inferred=True), own=False)


def is_past(reading: Reading[K], when: When) -> bool:
    """Whether it is over for so long that an article of that day only recalls it."""
    last = when.latest or when.earliest
    return last is not None and (reading.published - last).days > _PAST_DAYS


def recalled(reading: Reading[K], dated: Dated) -> Reason | None:
    """Why an event is background, None for news."""
    when, why = dated.when, dated.why
    if when.rule in LASTING and dated.own:
        return Reason("background", "going_on_since", why.start, why.end, why.words)
    if is_past(reading, when):
        return Reason("background", "long_past", why.start, why.end, why.words)
    return None


def is_to_come(reading: Reading[K], when: When) -> bool:
    first: date | None = when.earliest
    return first is not None and first > reading.published


def _reason(reading: Reading[K], found: Found, rule: str) -> Reason:
    words = reading.text[found.start : found.end]
    return Reason("date", rule, found.start, found.end, words)
