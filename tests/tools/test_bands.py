"""Bands: the spells of a city to scale on an axis of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import bands
from timeline.bands import Paint
from timeline.courses import Spell
from timeline.models.vocabulary import ControlState

HELD, CHANGING = ControlState.HELD, ControlState.CHANGING
CONTESTED, UNKNOWN = ControlState.CONTESTED, ControlState.UNKNOWN
Ends = tuple[date | None, date | None]


def spell(
    first: date | None,
    last: date | None,
    *holders: int,
    state: ControlState = HELD,
    coming: tuple[int, ...] = (),
) -> Spell:
    return Spell(1, first, last, state, holders or (1,), coming)


def days(first: date, last: date, *, mirrored: bool = False) -> bands.Days:
    return bands.days_of([first, last], mirrored=mirrored)


def share(percent: str) -> float:
    return float(percent.rstrip("%")) / 100


def test_an_axis_of_years_begins_and_ends_with_whole_ones() -> None:
    axis = days(date(2014, 6, 10), date(2019, 3, 23))
    assert (axis.unit, axis.first, axis.last) == ("year", date(2014, 1, 1), date(2019, 12, 31))
    assert [tick.day.year for tick in axis.ticks] == [2014, 2015, 2016, 2017, 2018, 2019]
    assert axis.ticks[0].x == "0%"


def test_an_axis_can_be_asked_for_whole_years() -> None:
    axis = bands.days_of([date(2017, 6, 6), date(2017, 10, 17)], unit="year")
    assert (axis.first, axis.last) == (date(2017, 1, 1), date(2017, 12, 31))


def test_the_middle_of_a_day_stands_within_it() -> None:
    axis = days(date(2017, 10, 1), date(2017, 10, 10))
    assert axis.at(date(2017, 10, 1)) == "5%"
    assert axis.at(date(2017, 10, 10)) == "95%"


def test_spells_that_follow_each_other_meet_on_the_band() -> None:
    axis = days(date(2014, 1, 1), date(2017, 12, 31))
    turned = date(2016, 5, 1)
    course = [spell(None, turned - timedelta(days=1)), spell(turned, None, 2)]
    first, second = bands.band(course, axis)
    assert (first.x, second.start) == ("0%", second.x)
    assert share(first.width) == pytest.approx(share(second.x), abs=2e-4)
    assert share(second.x) + share(second.width) == pytest.approx(1, abs=2e-4)


@given(st.dates(date(2014, 1, 1), date(2017, 12, 31)), st.integers(0, 400))
def test_a_script_from_right_to_left_mirrors_a_band(first: date, length: int) -> None:
    known = spell(first, first + timedelta(days=length))
    plain, mirrored = (
        bands.band([known], days(date(2014, 1, 1), date(2018, 12, 31), mirrored=way))[0]
        for way in (False, True)
    )
    assert plain.width == mirrored.width
    right = share(mirrored.x) + share(mirrored.width)
    assert share(plain.x) == pytest.approx(1 - right, abs=2e-4)
    assert share(mirrored.start) == pytest.approx(right, abs=2e-4)


def test_open_ends_fade_and_known_ones_do_not() -> None:
    axis = days(date(2014, 1, 1), date(2017, 12, 31))
    both, neither = spell(None, None), spell(date(2015, 1, 1), date(2016, 1, 1))
    assert [fade.gradient for fade in bands.band([both], axis)[0].fades] == [
        "paper-left",
        "paper-right",
    ]
    assert bands.band([neither], axis)[0].fades == []


def test_a_mirrored_band_fades_on_the_other_side() -> None:
    axis = days(date(2014, 1, 1), date(2017, 12, 31), mirrored=True)
    (fade,) = bands.band([spell(None, date(2016, 1, 1))], axis)[0].fades
    assert fade.gradient == "paper-right"
    assert share(fade.x) + share(fade.width) == pytest.approx(1)


def test_a_single_day_among_years_is_still_seen() -> None:
    day = date(2014, 6, 10)
    (seen,) = bands.band([spell(day, day)], days(date(2010, 1, 1), date(2019, 12, 31)))
    assert share(seen.width) == pytest.approx(bands.LEAST)


@pytest.mark.parametrize(
    "ends",
    [
        (date(2010, 1, 1), date(2013, 12, 31)),
        (date(2018, 1, 1), None),
        (None, date(2013, 12, 31)),
    ],
)
def test_what_lies_beside_the_axis_is_left_out(ends: Ends) -> None:
    assert bands.band([spell(*ends)], days(date(2014, 1, 1), date(2017, 12, 31))) == []


def test_what_reaches_beyond_the_axis_is_cut_to_it_and_does_not_fade() -> None:
    axis = days(date(2014, 1, 1), date(2017, 12, 31))
    (cut,) = bands.band([spell(date(2010, 1, 1), date(2020, 1, 1))], axis)
    assert (cut.x, cut.width, cut.fades) == ("0%", "100%", [])


def test_a_name_has_more_room_on_a_wide_band_than_on_a_phone() -> None:
    axis = days(date(2014, 1, 1), date(2017, 12, 31))
    (half,) = bands.band([spell(None, date(2015, 12, 31))], axis)
    wide, narrow = half.room
    assert wide > narrow > 5


def test_a_city_that_turned_every_day_has_no_more_stretches_than_there_is_room_for() -> None:
    first = date(2014, 1, 1)
    every = [first + timedelta(days=number) for number in range(1461)]
    course = [spell(day, day, number % 2 + 1) for number, day in enumerate(every)]
    drawn = bands.band(course, days(first, every[-1]))
    assert 200 < len(drawn) < 300
    assert share(drawn[-1].x) + share(drawn[-1].width) == pytest.approx(1, abs=2e-3)


@pytest.mark.parametrize(
    ("told", "paint"),
    [
        (spell(None, None, 3), Paint("", (3,))),
        (spell(None, None, 3, 4), Paint("j", (3, 4))),
        (spell(None, None, 3, 4, 5), Paint("j", (3, 4))),
        (spell(None, None, 3, 4, state=CONTESTED), Paint("c", (3, 4))),
        (spell(None, None, 3, state=CONTESTED), Paint("", (3,))),
        (spell(None, None, 3, state=CHANGING, coming=(4,)), Paint("g", (3, 4))),
        (spell(None, None, 3, state=CHANGING, coming=(3, 4)), Paint("g", (3, 4))),
        (spell(None, None, 3, 4, state=CHANGING, coming=(3,)), Paint("g", (4, 3))),
        (Spell(1, None, None, CHANGING, (), (4,)), Paint("", (4,))),
        (Spell(1, None, None, UNKNOWN, ()), bands.UNKNOWN),
        (None, bands.UNKNOWN),
    ],
)
def test_each_state_has_its_paint(told: Spell | None, paint: Paint) -> None:
    assert bands.paint_of(told) == paint
