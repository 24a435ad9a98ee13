"""How a strip is drawn: its stacks to scale, its lines, and the labels below."""

from collections import Counter
from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from timeline.filters import EventFilter
from timeline.models.vocabulary import Family
from timeline.strip import axis_of
from timeline.strip.counting import Shares, Tally
from timeline.strip.drawing import draw
from timeline.strip.periods import Period, Unit, periods
from timeline.strip.stacks import LAYERS, LEAST, MOST_BLOCKS, lines, paths, scale_of, stack
from timeline.vocabulary import Vocabulary


def counted(*numbers: int) -> dict[date, Tally]:
    """So many events surely in the months of 2017, one after another."""
    return {
        date(2017, month, 1): Tally(Counter({Family.FIGHTING: number}))
        for month, number in enumerate(numbers, 1)
        if number
    }


def months() -> list[Period]:
    return periods(date(2017, 1, 1), date(2017, 12, 31), Unit.MONTH)


def shares(whole: tuple[int, ...], matching: tuple[int, ...]) -> Shares:
    return Shares(counted(*whole), counted(*matching), counted(*matching))


def test_few_events_are_blocks_that_can_be_counted_and_many_are_bars() -> None:
    axis = axis_of(date(2017, 1, 1), date(2017, 12, 31))
    few, many = shares((3, MOST_BLOCKS), (3, MOST_BLOCKS)), shares((3, 400), (3, 400))
    scales = scale_of(months(), few), scale_of(months(), many)
    assert [scale.blocks for scale in scales] == [True, False]
    assert paths(months(), few, axis, scales[0])["fighting"].count("z") == 3 + MOST_BLOCKS
    assert paths(months(), many, axis, scales[1])["fighting"].count("z") == 2
    assert [line.number for line in lines(scales[1])] == [200, 400]


def test_a_single_event_is_no_peak_and_few_are_drawn_at_half_the_height() -> None:
    found = [scale_of(months(), shares((number,), (number,))) for number in (1, 4, 5, 12, 13)]
    assert [(scale.top, scale.low) for scale in found] == [
        (4, True),
        (4, True),
        (8, False),
        (12, False),
        (13, False),
    ]


def test_what_matches_is_seen_beside_a_record_a_thousand_times_as_large() -> None:
    beside = shares((5000, 9000), (5, 2))
    assert scale_of(months(), beside).top == 20


@given(
    st.lists(st.integers(0, 30), min_size=12, max_size=12),
    st.lists(st.integers(0, 30), min_size=12, max_size=12),
)
def test_a_stack_holds_every_event_of_the_record_once(whole: list[int], of: list[int]) -> None:
    matching = [min(pair) for pair in zip(whole, of, strict=True)]
    drawn = shares(tuple(whole), tuple(matching))
    for period, number in zip(months(), whole, strict=True):
        layers = stack(drawn, period)
        assert sum(layers.values()) == number
        assert list(layers) == [layer for layer in LAYERS if layer in layers]


def test_a_single_event_beside_thousands_is_still_as_high_as_can_be_seen() -> None:
    axis = axis_of(date(2017, 1, 1), date(2017, 12, 31))
    beside = shares((4000, 8000), (1000, 1))
    drawn = paths(months(), beside, axis, scale_of(months(), beside))
    assert f"v-{LEAST}h" in drawn["fighting"]


def labels(first: date, last: date) -> list[tuple[str, bool]]:
    """What stands below a strip of these days, and whether it goes first where room is short."""
    question = EventFilter(QueryDict(), Vocabulary({}, {}, {}))
    drawing = draw(question, Shares({}, {}, {}), axis_of(first, last), "s")
    return [(label.text, label.spare) for label in drawing.labels]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2017-10-01", "2017-10-10", ["1", "5", "10", "15", "20", "25", "30"]),
        ("2017-10-20", "2017-11-10", ["October 2017", "Nov"]),
        ("2017-12-20", "2018-01-10", ["December 2017", "January 2018"]),
        ("2017-02-01", "2017-10-31", [*"JFMAMJJASOND"]),
        ("2015-02-01", "2017-10-31", ["2015", "2016", "2017"]),
    ],
)
def test_a_strip_is_labelled_by_the_unit_above_its_own(
    first: str, last: str, found: list[str]
) -> None:
    told = [text for text, _spare in labels(date.fromisoformat(first), date.fromisoformat(last))]
    assert [text[: len(short)] for text, short in zip(told, found, strict=True)] == found


def test_of_many_labels_some_are_for_wide_windows_only() -> None:
    kept = [text for text, spare in labels(date(2008, 1, 1), date(2017, 12, 31)) if not spare]
    assert kept == ["2008", "2010", "2012", "2014", "2016"]
