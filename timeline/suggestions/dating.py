"""Which date an event is told with."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from timeline.dates import Found, Precision, UnreadableDate, When, shortly_before
from timeline.dates import read as read_date

from .clauses import clause_at, has_verb
from .counting import counted, counted_back, spanning
from .proposal import Reason
from .reading import Reading, Sentence
from .sentenced import Sentenced

K = TypeVar("K", bound=Hashable)

LASTING = frozenset({"since", "decade", "nth"})
_NEWS_DAYS = 45
_PAST_DAYS = 330
CARRIED_DAYS = 7
_JUST = re.compile(r"\b(?:shortly|just|soon|right) $")
_SINCE_THEN = re.compile(r"\b(?:have|has|had) since $")
_AFTER = re.compile(r"\s*,?\s*(?!(?:hours|minutes|moments) )(?:\w+ )?after\b")
_OF_SUBJECT = re.compile(r" (?:was|were|has|have|had) (?:\w+ ){0,2}$")
_GOES_ON = frozenset({"displacement"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "where", "since"})
_GOING_ON = frozenset({"when", "while", "as", "and"})
_HELD = frozenset({"captured", "transferred", "besieged"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and why; `own` is false where it was carried over from other sentences."""

    when: When
    why: Reason
    own: bool


@dataclass(frozen=True, slots=True)
class Base:
    """What a sentence may count from: the date before it, and that of the offensive told last."""

    before: Dated | None = None
    offensive: When | None = None

    @property
    def when(self) -> When | None:
        return self.before.when if self.before else None


def date_of(told: Sentenced[K], base: Base) -> Dated:
    """The date of an event: of its clause, its sentence, the sentences before, or the news."""
    return _own(told, base) or _since_then(told, base) or base.before or of_the_news(told.reading)


def _since_then(told: Sentenced[K], base: Base) -> Dated | None:
    """ "They have since left": between the day told before it and that of the news."""
    before = told.reading.low[told.cue.sentence.start : told.cue.start]
    if base.before is None or not base.when or not _SINCE_THEN.search(before):
        return None
    first = base.when.earliest
    if first is None or not is_news(told.reading, base.when):
        return None
    return replace(base.before, when=spanning(base.when, first, told.reading.published))


def _own(told: Sentenced[K], base: Base) -> Dated | None:
    near = _nearest(told)
    here = near if near and clause_at(told.clauses, near.start) == told.at else None
    return (
        _so_long_before(told, near)
        or (_as_told(told, here, base) if here else None)
        or _counted(told, base, told.clause.start, told.clause.end)
        or (_as_told(told, near, base) if near else None)
        or _counted(told, base, told.cue.sentence.start, told.clause.start)
    )


def _nearest(told: Sentenced[K]) -> Found | None:
    sentence, cue = told.cue.sentence, told.cue
    dates = [
        one
        for one in dates_in(told.reading, sentence)
        if not one.when.duration and not _is_of_another(told, one)
    ]
    return min(
        dates,
        key=lambda one: (
            clause_at(told.clauses, one.start) != told.at,
            _is_of_the_subject(told, one),
            _is_cut_off(told, one),
            max(one.start - cue.end, cue.start - one.end, 0),
        ),
        default=None,
    )


def _is_of_the_subject(told: Sentenced[K], found: Found) -> bool:
    """Whether a date stands with the subject: "prisoners taken in May were freed on Tuesday"."""
    if found.end > told.cue.start or not has_verb(
        told.reading.marked[told.clause.start : found.start]
    ):
        return False
    return bool(_OF_SUBJECT.fullmatch(told.reading.low, found.end, told.cue.start))


def _is_cut_off(told: Sentenced[K], found: Found) -> bool:
    """Whether another event is told between a date and this one: it goes with the nearer."""
    first, last = sorted((told.cue.start, found.start))
    if any(first < start < last for start in told.events):
        return True
    return found.start < told.cue.start and any(start < found.start for start in told.events)


def _is_of_another(told: Sentenced[K], found: Found) -> bool:
    """A date in another clause that is long past, or beside a later event, dates not this one."""
    at = clause_at(told.clauses, found.start)
    if at == told.at:
        return False
    if at > told.at and at in told.told_at:
        return True
    if at in told.told_at and told.clauses[at].lead in ("after", "before"):
        return True
    if found.when.rule in LASTING and not _goes_on(told, at):
        return True
    if not is_past(told.reading, found.when) or _goes_on(told, at):
        return False
    return at > told.at or told.clauses[at].lead in _RELATIVES


def _goes_on(told: Sentenced[K], at: int) -> bool:
    """Whether the clause tells on from the one before: "in 2014, when they took the town"."""
    if told.at != at + 1:
        return False
    before = told.reading.low[: told.clause.start]
    return told.clause.lead in _GOING_ON or (
        told.clause.lead == "which" and before.endswith((" in", " during"))
    )


def _so_long_before(told: Sentenced[K], near: Found | None) -> Dated | None:
    """ "On Thursday, a day after it had taken the airport": the airport fell a day before."""
    if near is None or not told.clause.lead.startswith("after"):
        return None
    if clause_at(told.clauses, near.start) == told.at:
        return None
    if "," in told.reading.low[told.clause.start : told.cue.start].lstrip(", "):
        return None
    before = told.reading.low[told.cue.sentence.start : told.clause.start]
    back = counted_back(before, near.when)
    return Dated(back, reason(told.reading, near, "counted_back"), own=True) if back else None


def date_in(told: Sentenced[K], start: int, end: int, base: Dated) -> Dated | None:
    """The date of the second of two towns: "took A on Monday and B two days later"."""
    for found in dates_in(told.reading, told.cue.sentence):
        if start <= found.start < end and not found.when.duration:
            return Dated(found.when, reason(told.reading, found, "date_in_sentence"), own=True)
    if found_on := counted(told.reading.low, start, end, base.when, None):
        place, when = found_on
        words = told.reading.text[slice(*place)]
        return Dated(when, Reason("date", "counted_on", *place, words), own=True)
    return None


def _counted(told: Sentenced[K], base: Base, start: int, end: int) -> Dated | None:
    sentence = told.cue.sentence
    earlier = [
        one.when
        for one in dates_in(told.reading, sentence)
        if one.start < start and is_short(one.when)
    ]
    counts_from = earlier[-1] if earlier else base.when
    found = counted(told.reading.low, start, end, counts_from, None)
    found = found or counted(told.reading.low, start, sentence.end, None, base.offensive)
    if found is None:
        return None
    place, when = found
    return Dated(
        when, Reason("date", "counted_on", *place, told.reading.text[slice(*place)]), own=True
    )


def _as_told(told: Sentenced[K], found: Found, base: Base) -> Dated:
    reading, when = told.reading, found.when
    last = when.earliest or when.latest
    if last and last > reading.published and found.start < told.cue.start:
        when = _without(reading, when, "")
        found = replace(found, when=when)
    between = reading.low[found.end : told.cue.start]
    if _AFTER.match(between) and "," not in between.lstrip(", ") and when.earliest and when.latest:
        return Dated(shortly_before(when), reason(reading, found, "shortly_before"), own=True)
    if when.rule == "since" and told.cue.kind in _GOES_ON and when.earliest:
        going_on = spanning(when, when.earliest, reading.published)
        return Dated(going_on, reason(reading, found, "going_on"), own=True)
    if when.rule == "since" and told.cue.kind in _HELD:
        return Dated(beginning(reading, when), reason(reading, found, "date_in_sentence"), own=True)
    if when.rule == "before" and when.latest and _JUST.search(reading.low[: found.start][-12:]):
        week = spanning(when, when.latest - timedelta(days=6), when.latest)
        return Dated(week, reason(reading, found, "date_in_sentence"), own=True)
    if when.rule in ("until", "since") and told.clause.lead == "when":
        when = _without(reading, when, f"{when.rule} ")
    if when.rule in ("by", "overnight"):
        when = _from_the_day_before(told, found, base)
    return Dated(when, reason(reading, found, "date_in_sentence"), own=True)


def _from_the_day_before(told: Sentenced[K], found: Found, base: Base) -> When:
    """ "By Tuesday" begins, and "overnight" lies, after the day that was told before it."""
    when = found.when
    earlier = [
        one.when
        for one in dates_in(told.reading, told.cue.sentence)
        if one.start < found.start and one.when.latest
    ]
    if when.rule == "overnight" and earlier and earlier[-1].latest:
        night = earlier[-1].latest
        return spanning(when, night, date.fromordinal(night.toordinal() + 1))
    first = base.when.earliest if base.when else None
    if when.rule == "by" and first and when.latest and 0 <= (when.latest - first).days <= 7:
        return spanning(when, first, when.latest)
    return when


def beginning(reading: Reading[K], when: When) -> When:
    """The day, month or year that a "since" names."""
    return _without(reading, when, "since (?:the )?")


def _without(reading: Reading[K], when: When, lead: str) -> When:
    """The same words without those that make them open at one end."""
    words = re.sub(rf"(?i)^{lead}", "", when.phrase)
    try:
        start = read_date(words, published=reading.published)
    except UnreadableDate:
        return when
    return replace(start, phrase=when.phrase)


def dates_in(reading: Reading[K], sentence: Sentence) -> list[Found]:
    return [one for one in reading.dates if sentence.start <= one.start < sentence.end]


def is_news(reading: Reading[K], when: When) -> bool:
    """Whether it is recent enough for an article to be about it."""
    last = when.latest
    return last is not None and (reading.published - last).days <= _NEWS_DAYS


def is_short(when: When) -> bool:
    if when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days <= CARRIED_DAYS


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
    return when.earliest is not None and when.earliest > reading.published


def reason(reading: Reading[K], found: Found, rule: str) -> Reason:
    words = reading.text[found.start : found.end]
    return Reason("date", rule, found.start, found.end, words)
