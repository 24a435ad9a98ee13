"""Intervals between two dates or open at one end: "June to October 2017", "since 2014"."""

from __future__ import annotations

from datetime import date

from . import amounts, parts, periods, relative
from .grammar import Anchor, Rules
from .reckoning import bounds, plus_days, precision_of, within
from .value import Precision, UnreadableDate, When

points = Rules(
    parts.nights,
    parts.parts,
    parts.days,
    relative.windows,
    relative.weekends,
    relative.weeks,
    relative.months,
    relative.years,
    periods.months,
    periods.seasons,
    periods.years,
    amounts.ago,
)
"""Every expression that is neither a duration nor made of other expressions."""


def range_of(first: When, last: When) -> When:
    """It lasted from the one to the other; raises UnreadableDate("crossed")."""
    (earliest, start_latest), (end_earliest, latest) = bounds(first), bounds(last)
    if earliest > latest:
        raise UnreadableDate("crossed")
    return When(
        earliest=earliest,
        latest=latest,
        start_latest=min(start_latest, latest) if start_latest > earliest else None,
        end_earliest=max(end_earliest, earliest) if end_earliest < latest else None,
        precision=precision_of(earliest, latest),
        lasted=True,
        rule="range",
    )


def pair(first: When, last: When) -> When:
    """Two dates of a kind joined by "and" or "or": it happened on some day from one to the other.

    Dates far apart or of different kinds are two expressions, not one.
    """
    (earliest, first_latest), (last_earliest, latest) = bounds(first), bounds(last)
    gap = (last_earliest - first_latest).days
    if first.precision is not last.precision or not 0 < gap <= _furthest(first.precision):
        raise UnreadableDate("not_a_date")
    return within(earliest, latest, "pair")


def _furthest(precision: Precision) -> int:
    """How many days apart the parts of a pair may lie."""
    if precision is Precision.EXACT:
        return 3
    return 0 if precision in (Precision.BEFORE, Precision.AFTER) else 1


def ends(first: str, last: str, anchor: Anchor) -> tuple[When, When]:
    """Both ends of an interval, each read by what the other one settles."""
    first_alone = _absolute(first, anchor)
    if first_alone and not _absolute(last, anchor) and not _is_now(last):
        after = Anchor(bounds(first_alone)[1], anchor.southern, ahead=True)
        try:
            return first_alone, _checked_end(points.read(last, after), last, anchor)
        except UnreadableDate:
            pass
    end = _end(last, anchor)
    if first_alone:
        return first_alone, end
    return points.read(first, Anchor(bounds(end)[0], anchor.southern)), end


def _checked_end(end: When, last: str, anchor: Anchor) -> When:
    """Names of months and days go on from the beginning, words such as "today" do not."""
    if end.rule in ("day_of_year", "month_of_year", "season_of_year", "day_of_month", "fixed_day"):
        return end
    return _end(last, anchor)


def _is_now(text: str) -> bool:
    return text.lower().endswith(("now", "date", "present", "present day"))


def _end(text: str, anchor: Anchor) -> When:
    if _is_now(text):
        return points.read("today", anchor)
    return points.read(text, anchor)


def _absolute(text: str, anchor: Anchor) -> When | None:
    try:
        return points.read(text, Anchor(None, anchor.southern))
    except UnreadableDate:
        return None


ONE_SIDED = (
    r"(?:ever )?since(?: at least)?|(?:up )?until|up till|till|up to|through to|"
    r"by(?: no later than)?|(?:no|not) later than|not after|on or before|before|prior to|"
    r"ahead of|on or after|(?:no|not) (?:earlier|sooner) than|not before|after|following"
)


def one_sided(way: str, when: When) -> When:
    """One end alone. "since" and "from ... on" went on; by and until include their day."""
    earliest, latest = bounds(when)
    if "since" in way or way == "from":
        return _since(earliest, latest)
    if way in ("before", "prior to", "ahead of"):
        return _one_end(None, plus_days(earliest, -1), "before")
    if way in ("on or after", "not before") or way.endswith(("earlier than", "sooner than")):
        return _one_end(earliest, None, "after")
    if way in ("after", "following"):
        return _one_end(plus_days(latest, 1), None, "after")
    return _one_end(None, latest, "by" if "till" not in way and "until" not in way else "until")


def _since(earliest: date, latest: date) -> When:
    return When(
        earliest=earliest,
        latest=None,
        start_latest=latest if latest > earliest else None,
        precision=Precision.AFTER,
        lasted=True,
        rule="since",
    )


def _one_end(earliest: date | None, latest: date | None, rule: str) -> When:
    precision = Precision.BEFORE if earliest is None else Precision.AFTER
    return When(earliest=earliest, latest=latest, precision=precision, rule=rule)
