"""The marks in a lane: from where to where each goes, which find room, what is written beside."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from timeline.dates import When
from timeline.lanes.labels import label
from timeline.lanes.marks import FADE, Mark, Reach, reach
from timeline.lanes.rows import APART, arranged
from timeline.lanes.window import Window
from timeline.models import Event
from timeline.models.vocabulary import Kind

YEAR = Window(date(2017, 1, 1), date(2017, 12, 31))
DAYS = YEAR.days(mirrored=False)


def when(words: str) -> When:
    found = make.read(words, make.DAY)
    assert found
    return found


@pytest.mark.parametrize(
    ("words", "begin", "end", "stop"),
    [
        ("2017-01-01", 0.5 / 365, 0.5 / 365, None),
        ("2017-02", 31 / 365, 59 / 365, None),
        ("2016-11/2017-01", 0, 31 / 365, None),
        ("[..2017-12-31]", 1 - FADE, 1, 1),
        ("[2017-02-01..]", 31 / 365, 31 / 365 + FADE, 31 / 365),
        ("[..2018-06-01]", 1 - FADE, 1, None),
    ],
)
def test_a_mark_goes_from_its_first_to_its_last_day_and_fades_at_an_open_end(
    words: str, begin: float, end: float, stop: float | None
) -> None:
    found = reach(when(words), DAYS)
    assert (found.begin, found.end) == pytest.approx((begin, end))
    assert found.stop == (None if stop is None else pytest.approx(stop))


def test_in_right_to_left_pages_time_runs_from_right_to_left() -> None:
    mirrored = YEAR.days(mirrored=True)
    assert mirrored.axis.place(0.0) == "100%"
    assert mirrored.ticks[0].x == "100%"


def mark(begin: float, end: float | None = None, kind: Kind = Kind.CLASH) -> Mark:
    return Mark(Event(kind=kind), "day", Reach(begin, begin if end is None else end))


CELLS = [Reach(place / 10, (place + 1) / 10) for place in range(10)]
REACHES = st.tuples(st.floats(0, 1), st.floats(0, 0.3)).map(
    lambda pair: mark(pair[0], min(pair[0] + pair[1], 1))
)


@given(st.lists(REACHES, max_size=25))
def test_no_two_marks_of_a_row_meet_and_what_is_no_mark_lies_in_dense_cells(
    marks: list[Mark],
) -> None:
    marks.sort(key=lambda one: one.reach.begin)
    found = arranged(marks, CELLS, APART)
    placed = [(marks[place].reach, row) for place, row in found.rows.items()]
    lowest = [(CELLS[cell], 0) for cell in found.dense]
    for place, (reached, row) in enumerate(placed):
        others = placed[place + 1 :] + lowest
        assert not any(row == other and reached.meets(each, APART - 1e-6) for each, other in others)
    for place, one in enumerate(marks):
        inside = [cell for cell in range(10) if CELLS[cell].meets(one.reach, -1e-6)]
        assert place in found.rows or set(inside) <= found.dense


def test_a_change_of_control_stays_a_mark_above_the_count_it_is_in() -> None:
    marks = [mark(0.551 + place / 1000) for place in range(9)]
    marks.append(mark(0.57, kind=Kind.CAPTURED))
    found = arranged(marks, CELLS, APART)
    assert found.dense == {5}
    assert found.rows == {9: 1}


def test_a_label_stands_after_its_mark_else_before_it_and_upon_no_other_mark() -> None:
    alone = mark(0.4, kind=Kind.CAPTURED)
    beside = mark(0.7, kind=Kind.CAPTURED), mark(0.72)
    for one in (alone, *beside):
        one.row, one.event.headline = 0, "The town falls"
    label([alone, *beside], [])
    labels = [one.label for one in (alone, *beside)]
    assert [each and (each.words, each.before) for each in labels] == [
        ("The town falls", False),
        ("The town falls", True),
        None,
    ]


def test_a_label_that_finds_no_room_is_left_out() -> None:
    hemmed = [mark(0.48), mark(0.5, kind=Kind.CAPTURED), mark(0.52)]
    for one in hemmed:
        one.row, one.event.headline = 0, "The town falls"
    label(hemmed, [])
    assert [one.label for one in hemmed] == [None, None, None]
