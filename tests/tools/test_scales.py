"""Where the accounts of an event stand on the scales of days and of numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import dates, scales


def of_days(*edtf: str, mirrored: bool = False) -> scales.DayScale:
    return scales.of_days([dates.from_edtf(each) for each in edtf], mirrored=mirrored)


def share(percent: str) -> float:
    return float(percent.rstrip("%")) / 100


def test_a_single_day_stands_in_the_middle_of_a_week() -> None:
    scale = of_days("2017-10-17")
    assert (scale.first, scale.last) == (date(2017, 10, 14), date(2017, 10, 20))
    (mark,) = scale.marks
    assert (mark.shape, mark.x, mark.stop) == ("day", "50%", "")


def test_several_dates_share_one_scale() -> None:
    scale = of_days("2017-10-12/2017-10-15", "[2017-10-12..2017-10-15]", "2017-10-15")
    span, within, day = scale.marks
    assert (span.shape, within.shape, day.shape) == ("span", "within", "day")
    assert (span.x, span.width) == (within.x, within.width) == ("32%", "36%")
    assert day.x == "63.5%"


def test_open_ends_fade_to_the_end_of_the_scale_from_a_stop() -> None:
    by, since = of_days("../2017-10-12", "[2017-10-15..]").marks
    assert (by.fill, by.x, by.stop) == ("hs", "0%", by.width)
    assert (since.fill, since.x) == ("he", since.stop)
    assert share(since.x) + share(since.width) == pytest.approx(1)


def test_a_script_from_right_to_left_mirrors_the_days() -> None:
    by, day = of_days("../2017-10-12", "2017-10-14", mirrored=True).marks
    plain_by, plain_day = of_days("../2017-10-12", "2017-10-14").marks
    assert share(day.x) == pytest.approx(1 - share(plain_day.x))
    assert by.fill == "he"
    assert share(by.stop) == pytest.approx(1 - share(plain_by.stop))
    assert share(by.x) + share(by.width) == pytest.approx(1)


@pytest.mark.parametrize(
    ("edtf", "unit", "days"),
    [
        (["2017-10-17"], "day", [14, 15, 16, 17, 18, 19, 20]),
        (["2017-10-12/2017-10-15"], "day", [9, 11, 13, 15, 17]),
        (["2017-09"], "day", [31, 7, 14, 21, 28]),
        (["2014", "[2014-07-11..2014-07-20]"], "month", [1] * 6),
        (["2012-06", "2017-10-17"], "year", [1] * 6),
    ],
)
def test_time_is_counted_in_as_few_steps_as_fit_a_phone(
    edtf: list[str], unit: str, days: list[int]
) -> None:
    scale = of_days(*edtf)
    assert (scale.unit, [tick.day.day for tick in scale.ticks]) == (unit, days)


def test_a_tick_names_its_month_where_that_begins_on_the_scale() -> None:
    named = {tick.day.isoformat() for tick in of_days("2017-09").ticks if tick.named}
    assert named == {"2017-08-31", "2017-09-07"}


def test_a_tick_names_its_year_where_that_begins_on_the_scale() -> None:
    scale = of_days("2014-10-01", "2015-03-31")
    assert [tick.day.month for tick in scale.ticks] == [10, 11, 12, 1, 2, 3]
    assert [tick.day.month for tick in scale.ticks if tick.named] == [10, 1]


def test_dates_without_any_bound_have_no_scale() -> None:
    with pytest.raises(ValueError, match="empty"):
        scales.of_days([])


@st.composite
def whens(draw: st.DrawFn) -> dates.When:
    first = draw(st.dates())
    last = min(first.toordinal() + draw(st.integers(0, 9000)), date.max.toordinal())
    shape = draw(st.sampled_from(["{0}", "[{0}..{1}]", "{0}/{1}", "../{0}", "[{0}..]", "{0}~"]))
    return dates.from_edtf(shape.format(first, date.fromordinal(last)))


@given(st.lists(whens(), min_size=1, max_size=6), st.booleans())
def test_every_mark_and_tick_of_days_lies_on_the_scale(
    given_dates: list[dates.When],
    mirrored: bool,  # noqa: FBT001
) -> None:
    scale = scales.of_days(given_dates, mirrored=mirrored)
    assert 1 <= len(scale.ticks) <= scales.MOST_TICKS
    assert all(0 <= share(tick.x) <= 1 for tick in scale.ticks)
    assert len(scale.marks) == len(given_dates)
    for mark in scale.marks:
        assert share(mark.x) >= 0
        assert share(mark.x) + share(mark.width) <= 1.0002


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_the_later_of_two_days_stands_further_on(day: date, later: int) -> None:
    scale = scales.of_days(
        [dates.from_edtf(each.isoformat()) for each in (day, day + timedelta(days=later))]
    )
    assert share(scale.marks[0].x) < share(scale.marks[1].x)


@pytest.mark.parametrize(
    ("ranges", "ticks"),
    [
        ([(275, 275), (200, 300)], [200, 300, 400, 500]),
        ([(110, 110), (190, 190)], [100, 150, 200]),
        ([(7, 8)], [5, 6, 7, 8, 9, 10]),
        ([(56, 56), (101, None), (73, 73), (None, 24)], [10, 20, 50, 100, 200]),
        ([(3, 3), (655, 655)], [1, 10, 100, 1000]),
        ([(100, 100)], [50, 100, 200]),
        ([(1, 1), (1, 1)], [1, 2]),
        ([(0, 0), (12, 12)], [0, 1, 2, 5, 10, 20]),
        ([(23_001, None), (1_000_000, 1_000_000)], [10_000, 100_000, 1_000_000]),
    ],
)
def test_numbers_lie_between_round_ones(ranges: list[scales.Range], ticks: list[int]) -> None:
    assert [tick.number for tick in scales.of_numbers(ranges).ticks] == ticks


def test_twice_as_many_is_as_far_everywhere() -> None:
    ticks = {tick.number: share(tick.x) for tick in scales.of_numbers([(10, 10), (100, 100)]).ticks}
    assert ticks[20] - ticks[10] == pytest.approx(ticks[100] - ticks[50], abs=0.0002)


def test_a_number_is_a_point_and_a_range_a_bar_between_its_ends() -> None:
    point, bar = scales.of_numbers([(50, 50), (20, 100)]).marks
    assert (len(point.ends), point.width) == (1, "")
    assert bar.ends == [bar.x, f"{round(100 * (share(bar.x) + share(bar.width)), 2):g}%"]
    assert bar.fill == ""


def test_at_least_fades_upwards_and_at_most_downwards() -> None:
    at_least, at_most = scales.of_numbers([(20, None), (None, 100)]).marks
    assert (at_least.fill, at_least.ends) == ("he", [at_least.x])
    assert (at_most.fill, share(at_most.x) < share(at_most.ends[0])) == ("hs", True)


def test_a_script_from_right_to_left_mirrors_the_numbers() -> None:
    plain = scales.of_numbers([(20, None), (100, 100)]).marks
    mirrored = scales.of_numbers([(20, None), (100, 100)], mirrored=True).marks
    assert mirrored[0].fill == "hs"
    for one, other in zip(plain, mirrored, strict=True):
        assert share(one.ends[0]) == pytest.approx(1 - share(other.ends[0]))


def test_a_range_without_either_end_has_no_place() -> None:
    with pytest.raises(ValueError, match="needs an end"):
        scales.of_numbers([(None, None)])


NUMBERS = st.integers(0, 2**31 - 1)
RANGES = st.one_of(
    st.tuples(NUMBERS, st.none()),
    st.tuples(st.none(), NUMBERS),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: (min(pair), max(pair))),
)


@given(st.lists(RANGES, min_size=1, max_size=6), st.booleans())
def test_every_mark_and_tick_of_numbers_lies_on_the_scale(
    ranges: list[scales.Range],
    mirrored: bool,  # noqa: FBT001
) -> None:
    scale = scales.of_numbers(ranges, mirrored=mirrored)
    assert 2 <= len(scale.ticks) <= scales.MOST_TICKS
    places = [tick.x for tick in scale.ticks] + [end for mark in scale.marks for end in mark.ends]
    assert all(0 <= share(place) <= 1 for place in places)
    for mark in scale.marks:
        if mark.width:
            assert share(mark.x) >= 0
            assert share(mark.x) + share(mark.width) <= 1.0002
