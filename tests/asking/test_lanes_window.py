"""The days that lanes are drawn over: the ways to others, and the cells they are cut into."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from timeline.lanes.window import Window, aside, cells_of, further, nearer

RECORD = Window(date(2011, 1, 1), date(2019, 12, 31))


def written(window: Window | None) -> str:
    return " ".join(window.written.values()) if window else ""


@pytest.mark.parametrize(
    ("window", "ways"),
    [
        ("2013 2018", ["2014 2016", "2011 2019", "2011 2016", "2014 2019"]),
        ("2016 2016", ["2016-04 2016-09", "2015 2016", "2015 2015", "2017 2017"]),
        ("2016-04 2016-05", ["2016-04 2016-04", "2016-03 2016-06", "2016-03 2016-04", None]),
        ("2016-04-01 2016-04-20", ["2016-04-06 2016-04-15", None, None, "2016-04-11 2016-04-30"]),
        ("2019-12-25 2019-12-31", ["", None, None, ""]),
    ],
)
def test_zooming_and_panning_lead_to_dates_that_a_reader_would_choose(
    window: str, ways: list[str | None]
) -> None:
    ends = [make.read(each, make.DAY) for each in window.split()]
    assert ends[0].earliest
    assert ends[1].latest
    now = Window(ends[0].earliest, ends[1].latest)
    found = [nearer(now), further(now, RECORD), aside(now, RECORD, -1), aside(now, RECORD, 1)]
    for way, expected in zip(found, ways, strict=True):
        assert expected is None or written(way) == expected


DATES = st.dates(date(2011, 1, 1), date(2019, 12, 31))
WINDOWS = st.tuples(DATES, DATES).map(lambda pair: Window(min(pair), max(pair)))


@given(WINDOWS)
def test_every_way_out_of_a_window_goes_on_until_it_ends(window: Window) -> None:
    now: Window | None = window
    for _ in range(12):
        if (following := nearer(now)) is None:  # type: ignore[arg-type]
            break
        assert now
        assert now.contains(following)
        assert now != following
        now = following
    assert now
    assert now.length <= 7
    for _ in range(16):
        if (wider := further(now, RECORD)) is None:
            break
        assert wider.length > now.length
        now = wider
    assert now.contains(RECORD)


@given(WINDOWS)
def test_cells_fill_the_window_without_gap_or_overlap(window: Window) -> None:
    cells = cells_of(window)
    assert (cells[0].first, cells[-1].last) == (window.first, window.last)
    assert all(one.last + timedelta(1) == other.first for one, other in pairwise(cells))
    assert len(cells) <= 34


@given(WINDOWS)
def test_the_ends_of_a_window_are_written_as_an_address_reads_them(window: Window) -> None:
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", end) for end in window.written.values())
    first, last = (make.read(end, make.DAY) for end in window.written.values())
    assert (first.earliest, last.latest) == (window.first, window.last)


def test_weeks_begin_on_monday_and_the_first_may_be_shorter() -> None:
    cells = cells_of(Window(date(2017, 10, 12), date(2017, 12, 15)))
    assert [cell.length for cell in cells] == [4, *[7] * 8, 5]
    assert {cell.first.weekday() for cell in cells[1:]} == {0}
