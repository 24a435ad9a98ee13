"""Months by number: the arithmetic that axes, periods and seasons share."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import end_of_month, month_number, month_start


@given(st.dates(max_value=date(9999, 11, 30)))
@settings(deadline=None)
def test_the_next_month_begins_the_day_after_the_last_of_this_one(day: date) -> None:
    start = month_start(month_number(day))
    assert start == day.replace(day=1)
    assert end_of_month(day) + timedelta(days=1) == month_start(month_number(day) + 1)


@pytest.mark.parametrize("number", [-1, 11, 120_000])
def test_no_month_begins_outside_of_the_calendar(number: int) -> None:
    assert month_start(number) is None


def test_the_last_month_ends_with_the_calendar() -> None:
    assert month_number(date.max) == 119_999
    assert end_of_month(date(9999, 12, 1)) == date.max
