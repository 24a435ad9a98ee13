"""The date beside an event: one or two big parts, the rest small, and a note below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils import dateformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from timeline.dates import When
from timeline.wording import calendar, intervals
from timeline.wording.calendar import Days

MOST_DAYS_COUNTED = 31


@dataclass(frozen=True, slots=True)
class Piece:
    """One date in the gutter: the part set big, the rest, and its machine-readable form.

    `value` is a day, month or year as HTML's `time` takes it, "" for anything else.
    """

    big: str
    rest: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Gutter:
    """`pattern` has places {first} and {last} for the pieces, which are None where it has not.

    `rest` follows two pieces and says what they share; `note` is the small line below.
    """

    pattern: str
    first: Piece | None = None
    last: Piece | None = None
    rest: str = ""
    note: str = ""


def when_parts(w: When, *, printed: str = "") -> Gutter:
    """The parts of a date for the gutter; `printed` is the note on the words that were printed."""
    if w.earliest is None and w.latest is None:
        return Gutter(_("date not known"), note=printed)
    if w.earliest is None or w.latest is None:
        parts = _open(w)
    elif w.lasted:
        parts = _lasted(w)
    else:
        parts = _happened((w.earliest, w.latest), w, printed)
    if w.uncertain:
        parts = replace(parts, pattern=_("possibly {date}").format(date=parts.pattern))
    return parts


def _open(w: When) -> Gutter:
    first, pattern = _piece(intervals.open_end(w)), "{first}"
    if first is None:
        return Gutter(intervals.when(replace(w, uncertain=False)))
    if w.circa:
        pattern = _("about {date}").format(date=pattern)
    if w.earliest is None:
        sentence, note = _("by {date}"), _("on this day or before")
        if w.lasted:
            sentence, note = _("until {date}"), _("its beginning is not known")
    else:
        sentence, note = _("from {date}"), _("on this day or after")
        if w.lasted:
            sentence, note = _("since {date}"), _("its end is not known")
    return Gutter(sentence.format(date=pattern), first, note=note)


def _lasted(w: When) -> Gutter:
    start, end = intervals.start(w), intervals.end(w)
    parts = _went_on(start, end)
    if parts is None:
        return Gutter(intervals.when(replace(w, uncertain=False)))
    if w.circa:
        parts = replace(parts, pattern=_("roughly {date}").format(date=parts.pattern))
    known = start[0] == start[1] and end[0] == end[1]
    return replace(parts, note=_length((start[0], end[1])) if known else _("days not known"))


def _went_on(start: Days, end: Days) -> Gutter | None:
    if intervals.is_throughout(start, end):
        return Gutter(_("throughout {first}"), _piece((start[0], end[1])))
    if start == end and (period := _piece(start)):
        return Gutter(_("during {first}"), period)
    return _two(_("{first} to {last}"), start, end)


def _length(days: Days) -> str:
    count = calendar.length(days)
    return ngettext("lasted %(count)s day", "lasted %(count)s days", count) % {
        "count": calendar.number(count)
    }


def _happened(days: Days, w: When, printed: str) -> Gutter:
    if intervals.named(days, w):
        return _named(days, w, printed)
    if w.circa and (around := intervals.middle(days)):
        about = _("about {date}").format(date="{first}")
        return Gutter(about, _piece((around, around)), note=intervals.leeway(days))
    if intervals.earlier_in_year(w) and not w.circa:
        up_to = _("up to %(day)s") % {"day": calendar.day_in_year(days[1])}
        return Gutter(_("earlier in {first}"), _year(days[0]), note=printed or up_to)
    return _one_of(days, w, printed)


def _named(days: Days, w: When, printed: str) -> Gutter:
    pattern, first = "{first}", _piece(days)
    if calendar.third(days):
        pattern = _part_of_month(days)
    if w.circa:
        pattern = _("about {date}").format(date=pattern)
    return Gutter(pattern, first, note=_note(days, w, printed))


def _note(days: Days, w: When, printed: str) -> str:
    if days[0] == days[1]:
        return printed if w.circa else calendar.weekday(days[0])
    if printed:
        return printed
    if calendar.is_month(days):
        return _("month only")
    if calendar.is_year(days):
        return _("year only")
    if calendar.third(days):
        return _count(days)
    return _("season only") if calendar.season(days) else ""


def _one_of(days: Days, w: When, printed: str) -> Gutter:
    pattern = _("between <span>{first} and {last}</span>")
    if calendar.length(days) == 2:
        pattern = _("{first} or {last}")
    if w.circa:
        pattern = _("roughly {date}").format(date=pattern)
    first, last, rest = _ends(days)
    counted = calendar.length(days) <= MOST_DAYS_COUNTED
    return Gutter(pattern, first, last, rest, note=_count(days) if counted else printed)


def _count(days: Days) -> str:
    count = calendar.length(days)
    return ngettext("one of %(count)s day", "one of %(count)s days", count) % {
        "count": calendar.number(count)
    }


def _part_of_month(days: Days) -> str:
    return (_("early {first}"), _("mid-{first}"), _("late {first}"))[calendar.third(days) - 1]


def _piece(days: Days) -> Piece | None:
    """Days that have a name as one piece, a third of a month as its month; else None."""
    if days[0] == days[1]:
        return _day(days[0])
    if calendar.is_month(days) or calendar.third(days):
        return _month(days[0])
    if calendar.is_year(days):
        return _year(days[0])
    if calendar.season(days):
        return Piece(calendar.season_alone(days), calendar.season_year(days))
    decade = calendar.name(days)
    return Piece(decade) if decade else None


def _day(value: date) -> Piece:
    return Piece(_big_day(value), calendar.month(value), value.isoformat())


def _month(value: date) -> Piece:
    return Piece(_big_month(value), calendar.year(value), value.isoformat()[:7])


def _year(value: date) -> Piece:
    return Piece(calendar.year(value), value=value.isoformat()[:4])


def _big_day(value: date) -> str:
    return dateformat.format(value, pgettext("date format: the day alone", "j"))


def _big_month(value: date) -> str:
    return dateformat.format(value, pgettext("date format: the month alone", "F"))


def _two(pattern: str, start: Days, end: Days) -> Gutter | None:
    """Two pieces for two ends of one kind; None where they are of different kinds."""
    for is_unit in (calendar.is_month, calendar.is_year, _is_day):
        if is_unit(start) and is_unit(end):
            first, last, rest = _ends((start[0], end[1]), as_days=is_unit is _is_day)
            return Gutter(pattern, first, last, rest)
    return None


def _is_day(days: Days) -> bool:
    return days[0] == days[1]


def _ends(days: Days, *, as_days: bool = False) -> tuple[Piece, Piece, str]:
    """Both ends by the widest unit that says them exactly, and what they share."""
    first, last = days
    if not as_days and calendar.whole_years(days):
        return _year(first), _year(last), ""
    if not as_days and calendar.whole_months(days):
        return _shared(_month(first), _month(last))
    if first.year == last.year and first.month != last.month:
        return (
            Piece(_big_day(first), _big_month(first), first.isoformat()),
            Piece(_big_day(last), _big_month(last), last.isoformat()),
            calendar.year(last),
        )
    return _shared(_day(first), _day(last))


def _shared(first: Piece, last: Piece) -> tuple[Piece, Piece, str]:
    if first.rest != last.rest:
        return first, last, ""
    return replace(first, rest=""), replace(last, rest=""), last.rest
