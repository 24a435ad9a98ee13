"""What each rule of dating says, and why a date could not be read: one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BY_HAND = "by_hand"

SENTENCES: Mapping[str, str | Promise] = {
    BY_HAND: _("The days were set by an editor."),
    "date_of_news": _("No date is printed; told as news, it is of the day of publication."),
    # Dates that need no other day to be read.
    "iso": _("It is written as year, month and day."),
    "edtf": _("It is written in EDTF, the notation for dates that are not exact."),
    "day": _("The day is named with its month and year."),
    "numeric_day": _("In a date of numbers the day comes first."),
    "numeric_month_first": _(
        "The day comes first in a date of numbers; here that cannot be, so the month does."
    ),
    "month": _("The month is named with its year: any day of it."),
    "season": _("The season is named with its year: any day of its three months."),
    "quarter": _("A quarter is three months of the year: any day of them."),
    "half": _("A half is the first or second six months of a year, or fifteen days of a month."),
    "year": _("The year is named: any day of it."),
    "decade": _(
        "A decade is ten years; its early part is the first four, its late part the last three, a"
        " half is five."
    ),
    "fixed_day": _("The name stands for the same day of every year."),
    # Named days and months without their year.
    "day_of_year": _(
        "A day without a year is the latest such day up to and including the day of publication."
    ),
    "day_of_month": _(
        "A day without a month is the latest such day up to and including the day of publication."
    ),
    "month_of_year": _(
        "A month without a year is the latest such month that had begun by the day of publication."
    ),
    "season_of_year": _(
        "A season without a year is the latest one that had begun by the day of publication."
    ),
    # Days told from the day of publication.
    "today": _("“Today” is the day of publication."),
    "yesterday": _("“Yesterday” is the day before publication."),
    "tomorrow": _("“Tomorrow” is the day after publication."),
    "two_away": _("It is two away from the day of publication: days, weeks, months or years."),
    "part_of_today": _("A part of today is the day of publication."),
    "last_night": _("“Last night” belongs to the day before publication."),
    "overnight": _("“Overnight” is the day before and the day itself."),
    "night_of": _("The night of a day reaches into the next."),
    "weekday": _(
        "A weekday is the latest one up to and including the day of publication;"
        " “Tuesday last week” is that of the week named."
    ),
    "last_weekday": _("“Last” before a weekday is the latest one before the day of publication."),
    "this_weekday": _("“This” before a weekday is the one in the week of publication."),
    "next_weekday": _("“Next” before a weekday is the first one after the day of publication."),
    "weekend": _(
        "“At the weekend” is the latest Saturday and Sunday that were over by, or ended on, the day"
        " of publication; “this weekend” is that of the week of publication once it has begun."
    ),
    "last_weekend": _("“Last weekend” is the latest weekend that ended before publication."),
    "next_weekend": _("“Next weekend” is the first one that begins after publication."),
    # Weeks, months, seasons and years told from the day of publication.
    "this_week": _("“This week” is from Monday up to the day of publication."),
    "last_week": _("“Last week” is Monday to Sunday of the week before publication."),
    "next_week": _("“Next week” is Monday to Sunday of the week after publication."),
    "this_month": _("“This month” is from its first day up to the day of publication."),
    "last_month": _("“Last month” is the whole month before that of publication."),
    "next_month": _("“Next month” is the whole month after that of publication."),
    "this_season": _("“This summer” is the one of the year of publication."),
    "last_season": _("“Last summer” is the latest one that was over by the day of publication."),
    "next_season": _("“Next summer” is the first one that begins after publication."),
    "this_year": _("“This year” is from 1 January up to the day of publication."),
    "last_year": _("“Last year” is the whole year before that of publication."),
    "next_year": _("“Next year” is the whole year after that of publication."),
    "earlier_this": _(
        "“Earlier this year” is from its first day up to the day of publication;"
        " so are week and month."
    ),
    "later_this": _(
        "“Later this year” is from the day of publication to its last day; so are week and month."
    ),
    "recent": _(
        "“In recent days” is the week up to publication, “recent weeks” four weeks,"
        " “recent months” six months, “recent years” five years."
    ),
    "coming": _(
        "“In the coming days” is the week from publication on, “coming weeks” four weeks,"
        " “coming months” six months, “coming years” five years."
    ),
    "past_window": _("“In the past three weeks” is any day from so long ago up to publication."),
    "final_days": _("The last days of a battle in the news are the five days up to publication."),
    # Parts of something longer.
    "part_of": _(
        "Early, mid and late are thirds of a month or a week and single months of a season;"
        " of a year they are January to March, May to August, October to December."
    ),
    "days_of": _(
        "The first or last days of something are seven; “the first six months” are as many as said."
    ),
    "week_of": _(
        "The week of a day is Monday to Sunday; one that begins or ends on it is seven days."
    ),
    "week_of_month": _("Weeks of a month are counted in sevens from its first day."),
    # Amounts of time.
    "ago": _(
        "“Three weeks ago” is as wide as its unit, around the day that lies so far back;"
        " “eight years ago this month” is that month."
    ),
    "offset": _("It is counted from the other day that is named, and as wide as its unit."),
    "duration_days": _("A number of days tells when it began: so many days before publication."),
    "duration_weeks": _(
        "A number of weeks tells when it began: in the seven days around the day so far back."
    ),
    "duration_months": _(
        "A number of months tells when it began: in the month so many before publication."
    ),
    "duration_years": _(
        "A number of years tells when it began: in the year so many before publication."
    ),
    "nth": _(
        "“In its third year” tells when it began: between three and two years before publication;"
        " “on its third day”: two days before."
    ),
    "streak": _("“For a third day” tells when it began: two days before publication."),
    # Two dates, or one end.
    "range": _("“From … to …” or a dash: it lasted from the one to the other, both included."),
    "throughout": _("“Throughout” says that it lasted from the first day to the last."),
    "between": _("“Between … and …”: it happened on some day from the one to the other."),
    "pair": _("Two dates with “and” or “or”: it happened on some day from the one to the other."),
    "shortly_before": _(
        "What is told with an “after” came before its sentence’s date: in the week up to it."
    ),
    "since": _("“Since” says when it began, and that it was still going on."),
    "until": _("“Until” includes its day; when it began is not said."),
    "by": _("“By” includes its day; how long before is not said."),
    "before": _("“Before” ends on the day before; how long before is not said."),
    "after": _("“After” begins on the next day; how long after is not said."),
}

FAULTS: Mapping[str, str | Promise] = {
    "empty": _("No date is given."),
    "not_a_date": _("This is not a date that can be read. Set the days by hand."),
    "needs_publication_day": _(
        "This counts from the day of publication. Say on which day the article was published."
    ),
    "impossible_day": _("There is no such day in the calendar."),
    "crossed": _("The end lies before the beginning."),
}


def rule(key: str) -> str:
    """The rule that turned printed words into days; "" for none or one that is no longer used."""
    return str(SENTENCES.get(key, ""))


def unreadable(reason: str) -> str:
    """Why printed words are not a date, by `timeline.dates.UnreadableDate.reason`."""
    return str(FAULTS.get(reason, FAULTS["not_a_date"]))
