"""Names of days, months, seasons and years, and of two of them in a row.

The formats are translated too, each by what it stands for: a language that writes the year first
can shorten the second of two days instead of the first.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.utils import dateformat, formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from timeline.dates import end_of_month

Days = tuple[date, date]
"""First and last day, both included."""

ONE_DAY = timedelta(days=1)
NUMBERS = (
    pgettext_lazy("number of days", "one"),
    pgettext_lazy("number of days", "two"),
    pgettext_lazy("number of days", "three"),
    pgettext_lazy("number of days", "four"),
    pgettext_lazy("number of days", "five"),
    pgettext_lazy("number of days", "six"),
    pgettext_lazy("number of days", "seven"),
    pgettext_lazy("number of days", "eight"),
    pgettext_lazy("number of days", "nine"),
    pgettext_lazy("number of days", "ten"),
)


def number(count: int) -> str:
    """A number of days: in letters up to ten, then in digits."""
    if 1 <= count <= len(NUMBERS):
        return str(NUMBERS[count - 1])
    return str(formats.number_format(count, force_grouping=True))


def length(days: Days) -> int:
    return (days[1] - days[0]).days + 1


def day(value: date) -> str:
    return dateformat.format(value, pgettext("date format: a day", "j F Y"))


def day_in_year(value: date) -> str:
    """A day whose year is known from what stands around it."""
    return dateformat.format(value, pgettext("date format: a day, its year known", "j F"))


def weekday(value: date) -> str:
    return dateformat.format(value, "l")


def month(value: date) -> str:
    return dateformat.format(value, pgettext("date format: a month", "F Y"))


def year(value: date) -> str:
    return dateformat.format(value, pgettext("date format: a year", "Y"))


def short_month(value: date) -> str:
    """A month whose year is known from what stands around it, where there is little room."""
    return dateformat.format(value, pgettext("date format: a month on an axis", "M"))


def day_of_month(value: date) -> str:
    return dateformat.format(value, pgettext("date format: a day on an axis", "j"))


def is_month(days: Days) -> bool:
    first, last = days
    return first.day == 1 and last == end_of_month(first)


def is_year(days: Days) -> bool:
    return whole_years(days) and days[0].year == days[1].year


def is_decade(days: Days) -> bool:
    first, last = days
    return whole_years(days) and first.year % 10 == 0 and last.year == first.year + 9


def whole_years(days: Days) -> bool:
    first, last = days
    return (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31)


def whole_months(days: Days) -> bool:
    first, last = days
    return first.day == 1 and last == end_of_month(last)


def third(days: Days) -> int:
    """1, 2 or 3 for the early, middle or late part of a month; 0 for anything else."""
    first, last = days
    if (first.year, first.month) != (last.year, last.month):
        return 0
    parts = {(1, 10): 1, (11, 20): 2, (21, end_of_month(last).day): 3}
    return parts.get((first.day, last.day), 0)


def season(days: Days) -> str:
    """The key of the season that these three months are, by the hemisphere set; else ""."""
    first, last = days
    months = (last.year - first.year) * 12 + last.month - first.month
    if not whole_months(days) or months != 2 or first.month % 3:
        return ""
    names = ("spring", "summer", "autumn", "winter")
    turn = 2 if settings.SOUTHERN_SEASONS else 0
    return names[(first.month // 3 - 1 + turn) % 4]


def name(days: Days, *, parts: bool = False, seasons: bool = False) -> str:
    """What these days are called as one: a day, month, year or decade; "" without a name.

    `parts` also names the thirds of a month, `seasons` the four quarters of a farmer's year.
    """
    if days[0] == days[1]:
        return day(days[0])
    if is_month(days):
        return month(days[0])
    if is_year(days):
        return year(days[0])
    if is_decade(days):
        return _("the %(year)ss") % {"year": year(days[0])}
    if parts and third(days):
        return part_of_month(days) % {"month": month(days[0])}
    if seasons and season(days):
        return season_name(days) % {"year": season_year(days)}
    return ""


def part_of_month(days: Days) -> str:
    """A sentence with a place for the month."""
    return (_("early %(month)s"), _("mid-%(month)s"), _("late %(month)s"))[third(days) - 1]


def season_name(days: Days) -> str:
    """A sentence with a place for the year."""
    return {
        "spring": _("spring %(year)s"),
        "summer": _("summer %(year)s"),
        "autumn": _("autumn %(year)s"),
        "winter": _("winter %(year)s"),
    }[season(days)]


def season_alone(days: Days) -> str:
    return {
        "spring": pgettext("season", "spring"),
        "summer": pgettext("season", "summer"),
        "autumn": pgettext("season", "autumn"),
        "winter": pgettext("season", "winter"),
    }[season(days)]


def season_year(days: Days) -> str:
    """The year of a season, or both where it reaches into the next one: 2015–16."""
    first, last = days
    if first.year == last.year:
        return year(first)
    return _("%(first)s–%(last)s") % {
        "first": year(first),
        "last": dateformat.format(last, pgettext("date format: the later of two years", "y")),
    }


def two_days(first: date, last: date) -> tuple[str, str]:
    """Both days, without saying twice the month or year that they share."""
    if (first.year, first.month) == (last.year, last.month):
        earlier = pgettext("date format: first of two days in a month", "j")
        later = pgettext("date format: last of two days in a month", "j F Y")
    elif first.year == last.year:
        earlier = pgettext("date format: first of two days in a year", "j F")
        later = pgettext("date format: last of two days in a year", "j F Y")
    else:
        return day(first), day(last)
    return dateformat.format(first, earlier), dateformat.format(last, later)


def two_months(first: date, last: date) -> tuple[str, str]:
    if first.year != last.year:
        return month(first), month(last)
    earlier = pgettext("date format: first of two months in a year", "F")
    later = pgettext("date format: last of two months in a year", "F Y")
    return dateformat.format(first, earlier), dateformat.format(last, later)


def ends(days: Days) -> tuple[str, str]:
    """Both ends by the widest unit that says them exactly: as years, as months or as days."""
    first, last = days
    if whole_years(days):
        return year(first), year(last)
    if whole_months(days):
        return two_months(first, last)
    return two_days(first, last)
