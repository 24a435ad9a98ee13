"""Extended Date/Time Format (ISO 8601-2): levels 0 and 1, and of level 2 the sets ``[a..b]`` and
``{a..b}``, the seasons and quarters 25 to 41 and unspecified digits.

A set says that it happened on one day within, an interval ``a/b`` that it lasted. ``../D`` is known
by its end alone and does not say that it lasted; ``D/..`` was going on since.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date

from .reckoning import (
    make_day,
    month_of,
    months_from,
    precision_of,
    unit_of,
    within,
    year_of,
)
from .value import Precision, UnreadableDate, When

_QUALIFIERS = "~?%"
_OPEN = ("", "..")
# First month and number of months of the level 1 and 2 divisions of a year. 21 to 24 are seasons
# of no stated hemisphere, read as northern.
_DIVISIONS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
_WRITTEN = {3: 21, 6: 22, 9: 23, 12: 24, 1: 33, 4: 34, 7: 35, 10: 36}
_DATE = re.compile(
    r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T[\d:.]+(?:Z|[+-]\d\d(?::\d\d)?)?)?"
)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an interval or a set; both ``None`` where it is open or unknown."""

    first: date | None = None
    last: date | None = None


def from_edtf(text: str) -> When:
    """The interval that an EDTF string names; raises UnreadableDate."""
    phrase = text.strip()
    if not phrase:
        raise UnreadableDate("empty")
    bare = phrase.translate(str.maketrans("", "", _QUALIFIERS))
    if not bare.strip("/[]{}"):
        raise UnreadableDate("not_a_date")
    circa = bool(set(phrase) & {"~", "%"})
    uncertain = bool(set(phrase) & {"?", "%"})
    when = _read(bare)
    return replace(when, phrase=phrase, circa=circa, uncertain=uncertain)


def _read(text: str) -> When:
    if text[0] + text[-1] in ("[]", "{}"):
        return _set(text[1:-1], lasted=text[0] == "{")
    if text.count("/") == 1:
        return _interval(*text.split("/"))
    if text in ("..", "XXXX"):
        return When(earliest=None, latest=None, precision=Precision.UNKNOWN, rule="edtf")
    end = _end(text)
    if end.first is None or end.last is None:
        raise UnreadableDate("not_a_date")
    return within(end.first, end.last, _rule(text), _precision(text, end.first, end.last))


def _rule(text: str) -> str:
    plain = re.fullmatch(r"\d{4}(?:-(?:0\d|1[012])(?:-\d\d)?)?", text)
    return "iso" if plain else "edtf"


def _precision(text: str, first: date, last: date) -> Precision:
    if re.fullmatch(r"\d{4}-[2-4]\d", text):
        return Precision.SEASON
    if first == last:
        return Precision.EXACT
    if (first, last) == unit_of(first, "month"):
        return Precision.MONTH
    if (first, last) == unit_of(first, "year"):
        return Precision.YEAR
    return precision_of(first, last)


def _end(text: str) -> _End:
    if text in _OPEN:
        return _End()
    found = _DATE.fullmatch(text)
    if not found:
        raise UnreadableDate("not_a_date")
    return _End(*_span(found[1], found[2], found[3]))


def _span(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    """First and last day of a date of which digits may be unspecified (``X``)."""
    years = _digits(year, 1, 9999)
    if month is None or month == "XX":
        return make_day(years[0], 1, 1), make_day(years[-1], 12, 31)
    if month.isdigit() and int(month) in _DIVISIONS and day is None:
        first_month, count = _DIVISIONS[int(month)]
        return (
            months_from(years[0], first_month, count)[0],
            months_from(years[-1], first_month, count)[1],
        )
    months = _digits(month, 1, 12)
    first, last = month_of(years[0], months[0]), month_of(years[-1], months[-1])
    if day is None:
        return first[0], last[1]
    days = _digits(day, first[0].day, last[1].day)
    return first[0].replace(day=days[0]), last[1].replace(day=days[-1])


def _digits(text: str, lowest: int, highest: int) -> range:
    """The numbers within bounds that a number with unspecified last digits can be."""
    if not re.fullmatch(r"\d*X*", text):
        raise UnreadableDate("not_a_date")
    low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
    low, high = max(low, lowest), min(high, highest)
    if low > high:
        raise UnreadableDate("impossible_day")
    return range(low, high + 1)


def _interval(start: str, end: str) -> When:
    first, last = _end(start), _end(end)
    if first.first is None:
        return _known_by_one_end(None, last.last)
    if last.last is None or last.first is None:
        since = _known_by_one_end(first.first, None)
        return replace(since, lasted=True, start_latest=_unless(first.last, first.first))
    if first.first > last.last:
        raise UnreadableDate("crossed")
    return When(
        earliest=first.first,
        latest=last.last,
        start_latest=_unless(min(first.last or last.last, last.last), first.first),
        end_earliest=_unless(max(last.first, first.first), last.last),
        precision=precision_of(first.first, last.last),
        lasted=True,
        rule="edtf",
    )


def _unless(day: date | None, same: date | None) -> date | None:
    return None if day == same else day


def _set(text: str, *, lasted: bool) -> When:
    """One of several days; ``{...}`` all of them, which is told here as having lasted."""
    items = [item.strip() for item in text.split(",")]
    if not all(items) or any(item.count("..") > 1 for item in items):
        raise UnreadableDate("not_a_date")
    ends = [[_end(part) for part in item.split("..")] for item in items]
    first, last = ends[0][0].first, ends[-1][-1].last
    if first is None or last is None:
        return _known_by_one_end(first, last)
    when = within(first, last, "edtf", _set_precision(first, last))
    return replace(when, lasted=lasted)


def _set_precision(first: date, last: date) -> Precision:
    return _precision("", first, last)


def _known_by_one_end(earliest: date | None, latest: date | None) -> When:
    precision = Precision.AFTER
    if earliest is None:
        precision = Precision.BEFORE if latest else Precision.UNKNOWN
    return When(earliest=earliest, latest=latest, precision=precision, rule="edtf")


def to_edtf(when: When) -> str:
    """The shortest EDTF string for exactly these bounds; "" where neither is known.

    What EDTF cannot carry is lost: the scale's step beyond what the bounds say, the printed words,
    the rule, that it was a duration, and a coarse end of something lasting that is no calendar
    unit ("from mid-June": its first day stands for it).
    """
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (when.circa, when.uncertain), ""
    )
    if when.earliest is None:
        return f"../{when.latest}{mark}" if when.latest else ""
    if when.latest is None:
        start = _end_written(when.earliest, when.start_latest) or f"{when.earliest}"
        return f"{start}{mark}/.." if when.lasted else f"[{when.earliest}{mark}..]"
    if when.lasted:
        start = _end_written(when.earliest, when.start_latest) or f"{when.earliest}"
        end = _end_written(when.end_earliest, when.latest) or f"{when.latest}"
        return f"{start}{mark}/{end}{mark}"
    return _happened(when.earliest, when.latest, mark)


def _happened(earliest: date, latest: date, mark: str) -> str:
    if unit := _written(earliest, latest) or _division(earliest, latest):
        return unit + mark
    first, last = _shortest_ends(earliest, latest)
    return f"[{first}{mark}..{last}{mark}]"


def _shortest_ends(earliest: date, latest: date) -> tuple[str, str]:
    """Both ends as years, else both as months, else both as days."""
    for unit, length in (("year", 4), ("month", 7)):
        if unit_of(earliest, unit)[0] == earliest and unit_of(latest, unit)[1] == latest:
            return f"{earliest}"[:length], f"{latest}"[:length]
    return f"{earliest}", f"{latest}"


def _end_written(first: date | None, last: date | None) -> str:
    """One end of an interval; a bound that is not given is the same as the other."""
    first, last = first or last, last or first
    if first is None or last is None:
        return ".."
    return _written(first, last) or _division(first, last)


def _written(first: date, last: date) -> str:
    """A day, month, year, decade or century by its own name, else ""."""
    if first == last:
        return f"{first}"
    for unit, length, unspecified in (("month", 7, ""), ("year", 4, ""), ("decade", 3, "X")):
        if (first, last) == unit_of(first, unit) and first.year >= 10:
            return f"{first}"[:length] + unspecified
    is_century = first.year % 100 == 0 and last.year == first.year + 99
    if is_century and first == year_of(first.year)[0] and last == year_of(last.year)[1]:
        return f"{first}"[:2] + "XX"
    return ""


def _division(first: date, last: date) -> str:
    code = _WRITTEN.get(first.month)
    if code and last.year < MAXYEAR and (first, last) == months_from(first.year, first.month, 3):
        return f"{first:%Y}-{code}" if first.year >= 1000 else ""
    return ""
