"""How many events a year, as bars of a small drawing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.sparks import HEIGHT, LEAST, spark

BAR = re.compile(r"M(\d+) 10v-([\d.]+)h0\.8V10")


@pytest.mark.parametrize(
    ("counts", "bars"),
    [
        ({2014: 8}, [("0", "10")]),
        ({2014: 8, 2016: 4}, [("0", "10"), ("2", "5")]),
        ({2015: 1}, [("1", "2.5")]),
        ({2014: 1000, 2015: 1}, [("0", "10"), ("1", "1")]),
    ],
)
def test_bars_stand_at_their_years_and_none_is_too_low_to_be_seen(
    counts: dict[int, int], bars: list[tuple[str, str]]
) -> None:
    assert BAR.findall(spark(counts, range(2014, 2018))) == bars


@given(st.dictionaries(st.integers(2000, 2030), st.integers(1, 10_000), min_size=1))
def test_the_highest_bar_fills_the_box_from_a_few_events_on(counts: dict[int, int]) -> None:
    heights = [float(height) for _year, height in BAR.findall(spark(counts, range(2000, 2031)))]
    assert len(heights) == len(counts)
    assert (max(heights) == HEIGHT) == (max(counts.values()) >= LEAST)
