"""A date set by hand: one of six marks, a day of the strip, or how exactly it is known.

What is chosen here is turned into the columns of `dating`; the words as printed stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.utils.translation import pgettext_lazy

from timeline import dates, wording
from timeline.admin import dating
from timeline.dates import When
from timeline.models.dated import CALENDAR
from timeline.models.vocabulary import Precision

MARKS = (
    ("day", pgettext_lazy("mark of a date", "on the day")),
    ("span", pgettext_lazy("mark of a date", "lasted")),
    ("within", pgettext_lazy("mark of a date", "within")),
    ("about", pgettext_lazy("mark of a date", "about")),
    ("by", pgettext_lazy("mark of a date", "by")),
    ("from", pgettext_lazy("mark of a date", "from")),
)
REACH = 7  # days of the strip to each side
A_DAY = timedelta(days=1)


class Day(NamedTuple):
    """A day of the strip: whether it is chosen, among those it can be, the day of printing."""

    day: date
    chosen: bool
    possible: bool
    printed: bool
    future: bool


class Strip(NamedTuple):
    days: list[Day]
    earlier: date
    later: date


def strip(when: When, *, published: date, around: date | None = None) -> Strip:
    """Two weeks of days around the date's last day, or around another."""
    middle = around or anchor(when) or published
    middle = min(max(middle, CALENDAR[0] + 3 * REACH * A_DAY), CALENDAR[1] - 3 * REACH * A_DAY)
    days = [middle + n * A_DAY for n in range(-REACH, REACH + 1)]
    return Strip(
        days=[
            Day(
                day,
                chosen=day == anchor(when),
                possible=is_possible(day, when),
                printed=day == published,
                future=day > published,
            )
            for day in days
        ],
        earlier=middle - 2 * REACH * A_DAY,
        later=middle + 2 * REACH * A_DAY,
    )


def anchor(when: When) -> date | None:
    """The day of the strip that stands for the whole date."""
    return when.latest or when.earliest


def is_possible(day: date, when: When) -> bool:
    if when.earliest is None and when.latest is None:
        return False
    return (when.earliest or day) <= day <= (when.latest or day)


def when_of(values: dict[str, Any]) -> When:
    """The date in a form's cleaned values; raises ValueError where its bounds cross."""
    bounds: dict[str, Any] = {name: values.get(name) for name in dating.BOUNDS}
    return When(
        phrase=values.get("date_printed", ""),
        **bounds,
        precision=dates.Precision(values.get("precision") or dates.Precision.UNKNOWN),
        lasted=bool(values.get("lasted")),
        circa=bool(values.get("circa")),
        uncertain=bool(values.get("uncertain")),
    )


def name(when: When) -> str:
    """The mark of a date, none of one that is not known."""
    return wording.mark(when) if when.earliest or when.latest else ""


def choose(cleaned: dict[str, Any], changed: set[str]) -> set[str]:
    """Carries out in `cleaned` what was chosen by hand; the names of the columns that it set.

    `changed` are the names of the fields that differ from what was shown.
    """
    before = {name: cleaned.get(name) for name in dating.READ}
    if "precision" in changed:
        widen(cleaned)
    if "mark" in changed:
        take_mark(cleaned, cleaned.get("mark", ""))
    if "day" in changed and cleaned.get("day"):
        move(cleaned, cleaned["day"])
    return {name for name, value in before.items() if cleaned.get(name) != value}


def take_mark(cleaned: dict[str, Any], mark: str) -> None:
    """Gives the date the shape of the mark, about the days that it has already."""
    known = [cleaned.get("earliest"), cleaned.get("latest"), cleaned.get("read_on")]
    first = next((day for day in known if day), None)
    last = next((day for day in (known[1], known[0], known[2]) if day), None)
    if first is None or last is None:
        return
    if mark == "day":
        first = last
    cleaned["earliest"] = None if mark == "by" else first
    cleaned["latest"] = None if mark == "from" else last
    cleaned["lasted"], cleaned["circa"] = mark == "span", mark == "about"
    cleaned["uncertain"] = cleaned.get("uncertain") and mark == "about"
    cleaned["start_latest"] = cleaned["end_earliest"] = None


def move(cleaned: dict[str, Any], day: date) -> None:
    """Brings the date to the day: of an interval, the end that is nearer."""
    earliest, latest, mark = cleaned.get("earliest"), cleaned.get("latest"), cleaned.get("mark")
    cleaned["start_latest"] = cleaned["end_earliest"] = None
    if mark == "by":
        cleaned["earliest"], cleaned["latest"] = None, day
    elif mark == "from":
        cleaned["earliest"], cleaned["latest"] = day, None
    elif mark in {"span", "within"} and earliest and latest:
        nearer = "earliest" if day - earliest < latest - day else "latest"
        cleaned[nearer] = day
    else:
        cleaned["earliest"] = cleaned["latest"] = day


def widen(cleaned: dict[str, Any]) -> None:
    """Takes the day, week, third, month, season or year that the date lies in."""
    middle = cleaned.get("latest") or cleaned.get("earliest") or cleaned.get("read_on")
    chosen = cleaned.get("precision")
    if chosen in {Precision.BEFORE, Precision.AFTER}:
        take_mark(cleaned, "by" if chosen == Precision.BEFORE else "from")
    elif chosen == Precision.UNKNOWN:
        cleaned.update(dict.fromkeys(dating.BOUNDS))
        cleaned["lasted"] = False
    elif middle and in_calendar(middle) and (days := around(middle, str(chosen))):
        cleaned["earliest"], cleaned["latest"] = days
        cleaned["start_latest"] = cleaned["end_earliest"] = None


def in_calendar(day: date) -> bool:
    """Beyond it, where no day can be saved, weeks and months would leave Python's own."""
    return CALENDAR[0] <= day <= CALENDAR[1]


def around(day: date, precision: str) -> tuple[date, date] | None:
    """The first and last day of the stretch around it; None for a stretch without edges."""
    whole = {
        Precision.EXACT: (day, day),
        Precision.WEEK: (day - day.weekday() * A_DAY, day + (6 - day.weekday()) * A_DAY),
        Precision.PART_MONTH: third(day),
        Precision.MONTH: months(day, 1),
        Precision.SEASON: months(day, 3),
        Precision.YEAR: (date(day.year, 1, 1), date(day.year, 12, 31)),
    }
    return whole.get(Precision(precision))


def third(day: date) -> tuple[date, date]:
    """Days 1 to 10, 11 to 20, or 21 to the end of the month."""
    first = day.replace(day=(1, 11, 21)[min((day.day - 1) // 10, 2)])
    return first, first + 9 * A_DAY if first.day < 21 else months(day, 1)[1]


def months(day: date, count: int) -> tuple[date, date]:
    """The month, or the three months of the season: December to February, and so on."""
    first = day.replace(day=1)
    while count == 3 and first.month % 3:
        first = (first - A_DAY).replace(day=1)
    following = first
    for _month in range(count):
        following = (following.replace(day=28) + 4 * A_DAY).replace(day=1)
    return first, following - A_DAY


def choices(when: When, chosen: str) -> Iterator[tuple[str, Any, bool]]:
    """Each mark with its word, and whether it is the one of this date."""
    now = chosen or name(when)
    return ((mark, word, mark == now) for mark, word in MARKS)
