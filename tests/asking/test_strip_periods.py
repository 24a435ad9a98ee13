"""The periods that a strip counts in: units of the calendar, and the records they are for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.strip import axis_of
from timeline.strip.periods import Period, Unit, periods


@pytest.mark.parametrize(
    ("first", "last", "unit", "begins", "ends"),
    [
        (date(2017, 10, 17), date(2017, 10, 18), "day", date(2017, 10, 1), date(2017, 10, 31)),
        (date(2017, 10, 31), date(2017, 11, 1), "day", date(2017, 10, 1), date(2017, 11, 30)),
        (date(2016, 5, 1), date(2017, 10, 1), "month", date(2016, 1, 1), date(2017, 12, 31)),
        (date(2003, 5, 1), date(2017, 10, 1), "quarter", date(2003, 1, 1), date(2017, 12, 31)),
        (date(1957, 5, 1), date(2017, 10, 1), "year", date(1950, 1, 1), date(2019, 12, 31)),
        (date(1096, 5, 1), date(2017, 10, 1), "decade", date(1090, 1, 1), date(2019, 12, 31)),
    ],
)
def test_a_record_stands_in_whole_units_of_a_calendar(
    first: date, last: date, unit: str, begins: date, ends: date
) -> None:
    days = axis_of(first, last)
    assert (days.unit, days.first, days.last) == (unit, begins, ends)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 43_000))
def test_no_strip_of_a_hundred_years_has_more_bars_than_there_is_room_for(
    first: date, length: int
) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date(2110, 1, 1).toordinal()))
    days = axis_of(first, last)
    assert len(periods(days.first, days.last, Unit(days.unit))) <= 130


@given(st.dates(date(1000, 1, 1), date(9990, 1, 1)), st.sampled_from(Unit))
def test_periods_follow_each_other_without_a_gap(day: date, unit: Unit) -> None:
    period = Period.around(day, unit)
    assert period.first <= day <= period.last
    assert period.following is not None
    assert Period.around(period.last, unit) == period
    assert period.following == Period.around(period.following.first, unit)
    assert (period.following.first - period.last).days == 1


@pytest.mark.parametrize(
    ("unit", "asked", "words"),
    [
        (Unit.DAY, ("2017-10-17", "2017-10-17"), "17 October 2017"),
        (Unit.MONTH, ("2017-10", "2017-10"), "October 2017"),
        (Unit.QUARTER, ("2017-10", "2017-12"), "October – December 2017"),
        (Unit.YEAR, ("2017", "2017"), "2017"),
        (Unit.DECADE, ("2010", "2019"), "the 2010s"),
    ],
)
def test_a_period_is_asked_for_as_readers_write_it(
    unit: Unit, asked: tuple[str, str], words: str
) -> None:
    period = Period.around(date(2017, 10, 17), unit)
    assert tuple(period.asked.values()) == asked
    assert period.words == words


def test_the_first_decade_has_nine_years() -> None:
    first = Period.around(date(5, 1, 1), Unit.DECADE)
    assert (first.first, first.last) == (date(1, 1, 1), date(9, 12, 31))


def test_years_that_no_question_can_name_lead_nowhere() -> None:
    assert Period.around(date(999, 5, 1), Unit.YEAR).asked == {}
