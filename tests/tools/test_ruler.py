"""Where marks stand on the ruler of days, and that none stands upon another."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from timeline import dates, ruler
from timeline.dates import When

number = count(1)


@dataclass
class Happening:
    pk: int
    headline: str
    when: When


def happening(edtf: str) -> Happening:
    return Happening(next(number), f"It happened {edtf}", dates.from_edtf(edtf))


def october(*edtf: str, mirrored: bool = False) -> ruler.Ruler:
    return ruler.of_month([happening(each) for each in edtf], 2017, 10, mirrored=mirrored)


def test_a_dot_stands_in_the_middle_of_its_day() -> None:
    (mark,) = ruler.of_month([happening("2017-06-06")], 2017, 6).marks
    assert (mark.shape, mark.x, mark.y, mark.title) == (
        "day",
        "18.33%",
        "17",
        "It happened 2017-06-06",
    )


def test_a_bar_covers_its_days_whole() -> None:
    (mark,) = october("[2017-10-08..2017-10-15]").marks
    assert (mark.shape, mark.x, mark.width) == ("within", "22.58%", "25.81%")


def test_what_is_known_by_its_end_fades_up_to_a_stop() -> None:
    (mark,) = ruler.of_month([happening("../2017-07-27")], 2017, 7).marks
    assert (mark.fill, mark.x, mark.width, mark.stop) == ("hs", "35.48%", "51.61%", "87.1%")


def test_what_is_known_by_its_beginning_fades_from_a_stop() -> None:
    (mark,) = october("[2017-10-06..]").marks
    assert (mark.fill, mark.x, mark.width, mark.stop) == ("he", "16.13%", "51.61%", "16.13%")


def test_a_script_from_right_to_left_mirrors_the_ruler() -> None:
    marks = october("2017-10-06", "2017-10-12/2017-10-15", "../2017-10-27", mirrored=True).marks
    places = {mark.shape: (mark.x, mark.width, mark.fill, mark.stop) for mark in marks}
    assert places == {
        "day": ("82.26%", "0%", "", ""),
        "span": ("51.61%", "12.9%", "", ""),
        "by": ("12.9%", "51.61%", "he", "12.9%"),
    }


def test_what_reaches_beyond_the_month_is_cut_off_at_its_end() -> None:
    (mark,) = ruler.of_month([happening("[2017-09-28..2017-10-03]")], 2017, 9).marks
    assert (mark.x, mark.width) == ("90%", "10%")


def test_what_happened_in_another_month_is_not_on_the_ruler() -> None:
    assert october("2017-11-01").marks == []


def test_dots_lie_next_to_the_axis_and_bars_above_them() -> None:
    laid_out = october("[2017-10-08..2017-10-15]", "2017-10-12/2017-10-15", "2017-10-15")
    assert {mark.shape: mark.row for mark in laid_out.marks} == {"day": 0, "span": 1, "within": 2}
    assert (laid_out.height, laid_out.axis, laid_out.baseline) == (59, "46.5", 58)


def test_marks_stand_in_the_order_of_the_days() -> None:
    laid_out = october("2017-10-17", "2017-10-03", "2017-10/2017-10")
    assert [mark.x for mark in laid_out.marks] == ["0%", "8.06%", "53.23%"]


def test_events_that_find_no_room_are_counted() -> None:
    laid_out = october(*["2017-10-17"] * 7)
    assert (laid_out.rows, len(laid_out.marks), laid_out.hidden) == (4, 4, 3)


def test_the_month_ends_on_the_side_that_the_script_runs_to() -> None:
    assert (october().far_end, october(mirrored=True).far_end) == ("100%", "0%")


def test_the_last_day_of_the_month_is_written() -> None:
    assert [tick.day for tick in ruler.of_month([], 2016, 2).ticks] == [1, 5, 10, 15, 20, 25, 29]


@st.composite
def happenings(draw: st.DrawFn) -> Happening:
    day = date(2017, 9, 25) + timedelta(days=draw(st.integers(0, 45)))
    until = day + timedelta(days=draw(st.integers(0, 20)))
    shape = draw(st.sampled_from(["{0}", "[{0}..{1}]", "{0}/{1}", "../{0}", "[{0}..]", "{0}~"]))
    return happening(shape.format(day, until))


@given(st.lists(happenings(), max_size=30), st.booleans())
def test_every_event_of_the_month_is_on_the_ruler_or_counted_and_none_covers_another(
    events: list[Happening],
    mirrored: bool,  # noqa: FBT001
) -> None:
    laid_out = ruler.of_month(events, 2017, 10, mirrored=mirrored)
    taken: set[tuple[int, int]] = set()
    for mark in laid_out.marks:
        days = days_of(mark)
        assert min(days) >= 0
        assert max(days) <= 30
        assert taken.isdisjoint((mark.row, day) for day in days)
        taken |= {(mark.row, day) for day in days}
    touching = [event for event in events if touches(event.when, date(2017, 10, 1))]
    assert len(laid_out.marks) + laid_out.hidden == len(touching)


def days_of(mark: ruler.Mark) -> range:
    """The days under a mark, the leftmost is 0."""
    x, width = (float(value.rstrip("%")) / 100 * 31 for value in (mark.x, mark.width))
    return range(int(x), int(x) + 1) if not width else range(round(x), round(x + width))


def touches(when: When, first: date) -> bool:
    """Whether the mark reaches into the month; half-open ones fade over sixteen days."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    earliest = when.earliest or (when.latest or first) - timedelta(days=15)
    latest = when.latest or (when.earliest or last) + timedelta(days=15)
    return earliest <= last and latest >= first
