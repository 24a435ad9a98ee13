"""Dates as readers say them: "between 13 and 17 October 2017", "earlier in 2017, up to …"."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline import dates
from timeline.dates import Precision, UnreadableDate, When
from timeline.wording import calendar
from timeline.wording.calendar import Days

MOST_DAYS_AROUND = 15  # "give or take" a week at most; what is wider is told by its ends


class Dated(Protocol):
    """What was printed, on which day, and what it means."""

    date_printed: str
    read_on: date | None

    @property
    def when(self) -> When: ...


def when(w: When) -> str:
    """The date in words, in the reader's language; open ends and doubt are said."""
    if w.earliest is None and w.latest is None:
        return _("date not known")
    words = _possible(w)
    return _("possibly %(date)s") % {"date": words} if w.uncertain else words


def _possible(w: When) -> str:
    if w.earliest is None or w.latest is None:
        return _open(w)
    if w.lasted:
        words = _lasted(start(w), end(w))
        return _("roughly %(date)s") % {"date": words} if w.circa else words
    return _happened((w.earliest, w.latest), w)


def _open(w: When) -> str:
    """One end only. What lasted was going on at that end, else it happened before or after."""
    days = open_end(w)
    words = calendar.name(days, parts=True) or _happened(days, w)
    if w.circa:
        words = _("about %(date)s") % {"date": words}
    if w.earliest is None:
        sentence = _("until %(date)s") if w.lasted else _("before or on %(date)s")
    else:
        sentence = _("since %(date)s") if w.lasted else _("on or after %(date)s")
    return sentence % {"date": words}


def _happened(days: Days, w: When) -> str:
    """On one of these days."""
    if words := named(days, w):
        return _("about %(date)s") % {"date": words} if w.circa else words
    if w.circa and (around := middle(days)):
        return _("about %(date)s, %(leeway)s") % {
            "date": calendar.day(around),
            "leeway": leeway(days),
        }
    words = _up_to(days) if earlier_in_year(w) else _between(days)
    return _("roughly %(date)s") % {"date": words} if w.circa else words


def _up_to(days: Days) -> str:
    return _("earlier in %(year)s, up to %(day)s") % {
        "year": calendar.year(days[0]),
        "day": calendar.day_in_year(days[1]),
    }


def _between(days: Days) -> str:
    first, last = calendar.ends(days)
    sentence = _("between %(first)s and %(last)s")
    if calendar.length(days) == 2:
        sentence = _("%(first)s or %(last)s")
    return sentence % {"first": first, "last": last}


def _lasted(start: Days, end: Days) -> str:
    """From some day of the start to some day of the end."""
    whole = start[0], end[1]
    if is_throughout(start, end):
        return _("throughout %(period)s") % {"period": calendar.name(whole)}
    if start == end and calendar.name(start, parts=True):
        return _("during %(period)s") % {"period": calendar.name(start, parts=True)}
    if ends := two_ends(start, end):
        return _("%(first)s to %(last)s") % {"first": ends[0], "last": ends[1]}
    plain = When(earliest=None, latest=None, precision=Precision.UNKNOWN)
    return _("began: %(start)s; ended: %(end)s") % {
        "start": _happened(start, plain),
        "end": _happened(end, plain),
    }


def two_ends(start: Days, end: Days) -> tuple[str, str] | None:
    """Both ends by name, what they share said once; None where one has no name."""
    if start[0] == start[1] and end[0] == end[1]:
        return calendar.two_days(start[0], end[0])
    if calendar.is_month(start) and calendar.is_month(end):
        return calendar.two_months(start[0], end[0])
    first, last = calendar.name(start, parts=True), calendar.name(end, parts=True)
    return (first, last) if first and last else None


def start(w: When) -> Days:
    """The days on which it can have begun."""
    assert w.earliest is not None  # noqa: S101 - the caller has looked
    return w.earliest, w.start_latest or w.earliest


def end(w: When) -> Days:
    """The days on which it can have ended."""
    assert w.latest is not None  # noqa: S101 - the caller has looked
    return w.end_earliest or w.latest, w.latest


def open_end(w: When) -> Days:
    """The days of the one end that is known."""
    return end(w) if w.earliest is None else start(w)


def is_throughout(start: Days, end: Days) -> bool:
    """Whether it began on the first and ended on the last day of a day, month, year or decade."""
    known = start[0] == start[1] and end[0] == end[1]
    return known and bool(calendar.name((start[0], end[1])))


def named(days: Days, w: When) -> str:
    """The name of these days, if they have one at the precision that the date is known to."""
    return calendar.name(
        days,
        parts=w.precision == Precision.PART_MONTH,
        seasons=w.precision == Precision.SEASON,
    )


def earlier_in_year(w: When) -> bool:
    """Whether it is some day from New Year up to a day: "earlier this year"."""
    return (
        w.precision == Precision.YEAR
        and w.earliest is not None
        and w.latest is not None
        and w.earliest.year == w.latest.year
        and (w.earliest.month, w.earliest.day) == (1, 1)
    )


def middle(days: Days) -> date | None:
    """The day in the middle of a few; None where there is none or they are many."""
    count = calendar.length(days)
    if count % 2 == 0 or count > MOST_DAYS_AROUND:
        return None
    return days[0] + timedelta(days=count // 2)


def leeway(days: Days) -> str:
    around = calendar.length(days) // 2
    return ngettext("give or take %(count)s day", "give or take %(count)s days", around) % {
        "count": calendar.number(around)
    }


def printed(event: Dated) -> str:
    """Which words were printed, and when; "" where the words are the date itself.

    They are if they mean the same days whatever day they were printed on, at the most with the
    year added to them.
    """
    words = event.date_printed
    if not words or _says_itself(words, event.when):
        return ""
    if event.read_on is None:
        return _("printed as “%(words)s”") % {"words": words}
    return _("printed %(day)s as “%(words)s”") % {
        "day": _printing_day(event.read_on, event.when),
        "words": words,
    }


def _printing_day(read_on: date, w: When) -> str:
    bound = w.latest or w.earliest
    same_year = bound is not None and bound.year == read_on.year
    return calendar.day_in_year(read_on) if same_year else calendar.day(read_on)


def _says_itself(words: str, w: When) -> bool:
    bound = w.earliest or w.latest
    in_full = (words, f"{words} {bound.year}") if bound else (words,)
    readings = (_read(each, settings.SOUTHERN_SEASONS) for each in in_full)
    return any(reading and _days(reading) == _days(w) for reading in readings)


def _days(w: When) -> tuple[date | None, date | None, bool]:
    return w.earliest, w.latest, w.lasted


@lru_cache(maxsize=4096)
def _read(words: str, southern: bool) -> When | None:  # noqa: FBT001 - a key of the cache
    try:
        return dates.read(words, southern=southern)
    except UnreadableDate:
        return None


def mark(w: When, *, withdrawn: bool = False) -> str:
    """Which of the marks of uncertainty stands for it: `m-` and this is the symbol's name.

    "day" known; "span" it lasted; "within" one of these days; "about"; "by" and "from" one end
    only; "x" withdrawn.
    """
    if withdrawn:
        return "x"
    if w.earliest is None:
        return "by" if w.latest else "about"
    if w.latest is None:
        return "from"
    if w.circa or w.uncertain:
        return "about"
    if w.lasted:
        return "span"
    return "day" if w.earliest == w.latest else "within"


def range(first: When | None, last: When | None) -> str:  # noqa: A001 - reads wording.range
    """The days that were asked for: "1 June – 12 October 2017", "from 2017"; "" for all.

    Each end is a day, a month or a year, and both are included.
    """
    since = first.earliest if first else None
    until = last.latest if last else None
    if since and until:
        return _asked(since, until)
    if first and since:
        return _("from %(date)s") % {"date": when(first)}
    if last and until:
        return _("up to %(date)s") % {"date": when(last)}
    return ""


def _asked(first: date, last: date) -> str:
    if one := calendar.name((first, last)):
        return one
    words = calendar.ends((first, last))
    # Years close up to the dash between them; ends of several words stand apart from it.
    years = calendar.whole_years((first, last))
    pattern = _("%(first)s–%(last)s") if years else _("%(first)s – %(last)s")
    return pattern % {"first": words[0], "last": words[1]}
