"""Which date an event is told with, and whether it is only recalled."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from timeline.dates import Found, Precision, When, shortly_before

from .clauses import Clause, clause_at
from .cues import Cue
from .proposal import Reason
from .reading import Reading, Sentence

K = TypeVar("K", bound=Hashable)

NEWS = timedelta(days=45)
_RECALLED = timedelta(days=330)
_LASTING = frozenset({"since", "decade", "nth"})
_AFTER = re.compile(r"\s*,?\s*(?:\w+ )?after\b")


@dataclass(frozen=True, slots=True)
class Dated:
    when: When
    why: Reason
    own: bool


def date_of(
    reading: Reading[K], cue: Cue, found: Sequence[Clause], before: Dated | None
) -> Dated | None:
    """The date of an event: of its clause, its sentence, the sentences before, or the news."""
    return _own(reading, cue, found) or before or _of_the_news(reading)


def _own(reading: Reading[K], cue: Cue, found: Sequence[Clause]) -> Dated | None:
    sentence = cue.sentence
    dates = [
        one
        for one in reading.dates
        if sentence.start <= one.start < sentence.end and not one.when.duration
    ]
    if not dates:
        return None
    at = clause_at(found, cue.start)
    nearest = min(
        dates,
        key=lambda one: (
            clause_at(found, one.start) != at,
            max(one.start - cue.end, cue.start - one.end, 0),
        ),
    )
    if _is_of_another(reading, nearest, found, at):
        return None
    if (
        _AFTER.match(reading.low[nearest.end : cue.start])
        and nearest.when.earliest
        and nearest.when.latest
    ):
        return Dated(
            shortly_before(nearest.when), _reason(reading, nearest, "shortly_before"), own=True
        )
    return Dated(nearest.when, _reason(reading, nearest, "date_in_sentence"), own=True)


def _is_of_another(reading: Reading[K], date: Found, found: Sequence[Clause], at: int) -> bool:
    """A date of years ago in another clause does not date this one."""
    if clause_at(found, date.start) == at:
        return False
    return is_past(reading, date.when) or date.when.rule in _LASTING


def carried(dated: Dated) -> Dated:
    why = dated.why
    return Dated(
        dated.when, Reason("date", "date_before", why.start, why.end, why.words, inferred=True),
        own=False,
    )  # fmt: skip


def can_be_carried(reading: Reading[K], dated: Dated) -> bool:
    when = dated.when
    if when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days <= 7 and when.latest + NEWS >= reading.published


def _of_the_news(reading: Reading[K]) -> Dated:
    day = reading.published
    when = When(phrase="", earliest=day, latest=day, precision=Precision.EXACT)
    return Dated(when, Reason("date", "date_of_news", 0, 0, "", inferred=True), own=False)


def is_past(reading: Reading[K], when: When) -> bool:
    """Whether it is over for so long that an article of that day only recalls it."""
    last = when.latest or when.earliest
    return last is not None and last + _RECALLED < reading.published


def recalled(reading: Reading[K], dated: Dated | None) -> Reason | None:
    """Why an event is background, None for news."""
    if dated is None or not dated.own:
        return None
    when, why = dated.when, dated.why
    if when.rule in _LASTING:
        return Reason("background", "going_on_since", why.start, why.end, why.words)
    if is_past(reading, when):
        return Reason("background", "long_past", why.start, why.end, why.words)
    return None


def lengths(reading: Reading[K], sentence: Sentence) -> list[Found]:
    """Lengths of time in a sentence: when something began that was going on."""
    return [
        one
        for one in reading.dates
        if sentence.start <= one.start < sentence.end and one.when.duration
    ]


def day_after(reading: Reading[K], day: date | None) -> bool:
    return day is not None and day > reading.published


def _reason(reading: Reading[K], found: Found, rule: str) -> Reason:
    words = reading.text[found.start : found.end]
    return Reason("date", rule, found.start, found.end, words)
