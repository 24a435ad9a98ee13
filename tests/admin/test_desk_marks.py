"""Laws of dates set by hand, and of two who changed the same form."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.admin.desk import marks
from timeline.admin.desk.filled import FIELDS, Filled, merged
from timeline.dates import Precision as Known
from timeline.dates import When
from timeline.models.vocabulary import Precision

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
STRETCHES = (
    Precision.EXACT,
    Precision.WEEK,
    Precision.PART_MONTH,
    Precision.MONTH,
    Precision.SEASON,
    Precision.YEAR,
)


@given(day=DAYS, precision=st.sampled_from(STRETCHES))
@settings(deadline=None)
def test_a_stretch_holds_its_day_and_is_the_same_from_each_of_its_days(
    day: date, precision: Precision
) -> None:
    stretch = marks.around(day, precision)
    assert stretch is not None
    first, last = stretch
    assert first <= day <= last
    assert marks.around(first, precision) == marks.around(last, precision) == stretch


@given(day=DAYS, precision=st.sampled_from(STRETCHES))
@settings(deadline=None)
def test_the_day_after_a_stretch_begins_the_next(day: date, precision: Precision) -> None:
    stretch = marks.around(day, precision)
    assert stretch is not None
    following = marks.around(stretch[1] + timedelta(days=1), precision)
    assert following is not None
    assert following[0] == stretch[1] + timedelta(days=1)


@given(day=DAYS, published=DAYS)
@settings(deadline=None)
def test_the_strip_shows_the_day_once_and_marks_what_was_to_come(
    day: date, published: date
) -> None:
    when = When(earliest=day, latest=day, precision=Known.EXACT)
    shown = marks.strip(when, published=published).days
    assert [one.day for one in shown if one.chosen] == [day]
    assert [one.day for one in shown if one.future] == [
        one.day for one in shown if one.day > published
    ]


@pytest.mark.parametrize("day", [date(2, 1, 1), date(9998, 12, 31)])
def test_the_strip_stays_within_the_calendar(day: date) -> None:
    when = When(earliest=day, latest=day, precision=Known.EXACT)
    assert len(marks.strip(when, published=day).days) == 15


FORMS = st.builds(
    lambda values: Filled(dict(values)),
    st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from(["", "a", "b"])), max_size=8),
)


@given(mine=FORMS, before=FORMS)
@settings(deadline=None)
def test_where_they_changed_nothing_all_of_mine_stays(mine: Filled, before: Filled) -> None:
    both = merged(mine, before=before, theirs=before)
    assert both.filled.same_as(mine)
    assert not both.taken_over
    assert not both.contested


@given(theirs=FORMS, before=FORMS)
@settings(deadline=None)
def test_where_i_changed_nothing_all_of_theirs_is_taken_over(
    theirs: Filled, before: Filled
) -> None:
    both = merged(before, before=before, theirs=theirs)
    assert both.filled.same_as(theirs)
    assert not both.contested
