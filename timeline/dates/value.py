"""What a date expression means: an interval of calendar days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

RULES = frozenset(
    {
        "after", "ago", "before", "between", "by", "coming", "day", "day_of_month", "day_of_year",
        "days_of", "decade", "duration_days", "duration_months", "duration_weeks", "duration_years",
        "earlier_this", "edtf", "final_days", "fixed_day", "half", "iso", "last_month",
        "last_night", "last_season", "last_week", "last_weekday", "last_weekend", "last_year",
        "later_this", "month", "month_of_year", "next_month", "next_season", "next_week",
        "next_weekday", "next_weekend", "next_year", "night_of", "nth", "numeric_day",
        "numeric_month_first", "offset", "overnight", "pair", "part_of", "part_of_today",
        "past_window", "quarter", "range", "recent", "season", "season_of_year", "shortly_before",
        "since", "streak", "this_month", "this_season", "this_week", "this_weekday", "this_year",
        "throughout", "today", "tomorrow", "two_away", "until", "week_of", "week_of_month",
        "weekday", "weekend", "year", "yesterday",
    }
)  # fmt: skip
"""Every rule key that a reading can carry. ``wording.py`` has a sentence for each."""


class Precision(StrEnum):
    """How wide a date is, on the one scale of the field guide (E4)."""

    EXACT = "exact"
    DAYS = "days"
    WEEK = "week"
    PART_MONTH = "part_month"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    LONGER = "longer"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


class UnreadableDate(ValueError):  # noqa: N818 - a finding about a phrase, not a fault
    """A phrase that is no date, or none without more being known.

    ``reason`` is one of ``empty``, ``not_a_date``, ``needs_publication_day``,
    ``impossible_day`` (31 February) and ``crossed`` (the end lies before the beginning).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An interval of calendar days with inclusive bounds; ``None`` is an open end.

    Not ``lasted``: it happened on some day within. ``lasted``: it went on from ``earliest`` to
    ``latest``; where a printed end is itself coarse ("June to October 2017"), ``start_latest`` is
    the latest possible beginning and ``end_earliest`` the earliest possible end (``None``: the
    beginning is ``earliest``, the end ``latest``). With an open end, ``lasted`` says that it was
    still going on. ``duration``: the words gave a length, and this is when it began.

    Raises ValueError when bounds cross.
    """

    phrase: str = ""
    earliest: date | None
    latest: date | None
    precision: Precision
    lasted: bool = False
    start_latest: date | None = None
    end_earliest: date | None = None
    circa: bool = False
    uncertain: bool = False
    duration: bool = False
    rule: str = ""

    def __post_init__(self) -> None:
        in_order = (
            ("earliest", "latest"),
            ("earliest", "start_latest"),
            ("start_latest", "latest"),
            ("earliest", "end_earliest"),
            ("end_earliest", "latest"),
        )
        for lower, upper in in_order:
            first, last = getattr(self, lower), getattr(self, upper)
            if first is not None and last is not None and first > last:
                raise ValueError(f"{lower} {first} is after {upper} {last}")
        if not self.lasted and (self.start_latest or self.end_earliest):
            raise ValueError("start_latest and end_earliest belong to what lasted")


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression in a text: code point offsets, end exclusive."""

    start: int
    end: int
    when: When


@dataclass(frozen=True, slots=True)
class Unread:
    """A date expression in a text that cannot be dated, with the reason of ``UnreadableDate``."""

    start: int
    end: int
    phrase: str
    reason: str
