"""EDTF written and read, with the ``edtf`` package as a second opinion."""

from datetime import date, timedelta
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import Precision, UnreadableDate, When, from_edtf, to_edtf

patient = settings(deadline=None)  # the first reading compiles the patterns

STRINGS = [
    ("2017-10-17", "2017-10-17", "2017-10-17", Precision.EXACT),
    ("2017-10", "2017-10-01", "2017-10-31", Precision.MONTH),
    ("2017", "2017-01-01", "2017-12-31", Precision.YEAR),
    ("201X", "2010-01-01", "2019-12-31", Precision.LONGER),
    ("20XX", "2000-01-01", "2099-12-31", Precision.LONGER),
    ("2017-XX", "2017-01-01", "2017-12-31", Precision.YEAR),
    ("2017-10-XX", "2017-10-01", "2017-10-31", Precision.MONTH),
    ("2017-XX-XX", "2017-01-01", "2017-12-31", Precision.YEAR),
    ("2016-02-XX", "2016-02-01", "2016-02-29", Precision.MONTH),
    ("2017-21", "2017-03-01", "2017-05-31", Precision.SEASON),
    ("2017-22", "2017-06-01", "2017-08-31", Precision.SEASON),
    ("2017-23", "2017-09-01", "2017-11-30", Precision.SEASON),
    ("2017-33", "2017-01-01", "2017-03-31", Precision.SEASON),
    ("2017-34", "2017-04-01", "2017-06-30", Precision.SEASON),
    ("2017-35", "2017-07-01", "2017-09-30", Precision.SEASON),
    ("2017-36", "2017-10-01", "2017-12-31", Precision.SEASON),
    ("2017-40", "2017-01-01", "2017-06-30", Precision.SEASON),
    ("2017-41", "2017-07-01", "2017-12-31", Precision.SEASON),
    ("[2017-10-13..2017-10-17]", "2017-10-13", "2017-10-17", Precision.DAYS),
    ("[2017-10-09..2017-10-15]", "2017-10-09", "2017-10-15", Precision.WEEK),
    ("[2017-10-01..2017-10-10]", "2017-10-01", "2017-10-10", Precision.PART_MONTH),
    ("[2017-06..2017-10]", "2017-06-01", "2017-10-31", Precision.SEASON),
    ("[2014..2017]", "2014-01-01", "2017-12-31", Precision.LONGER),
    ("[2017-10-13,2017-10-15]", "2017-10-13", "2017-10-15", Precision.DAYS),
    ("{2017-10-13..2017-10-17}", "2017-10-13", "2017-10-17", Precision.DAYS),
    ("2017-10-13/2017-10-17", "2017-10-13", "2017-10-17", Precision.DAYS),
    ("2017-06/2017-10", "2017-06-01", "2017-10-31", Precision.SEASON),
    ("2014/2017", "2014-01-01", "2017-12-31", Precision.LONGER),
    ("2015-22/2017-10-17", "2015-06-01", "2017-10-17", Precision.LONGER),
    ("2017-10-17~", "2017-10-17", "2017-10-17", Precision.EXACT),
    ("2017-10?", "2017-10-01", "2017-10-31", Precision.MONTH),
    ("2017%", "2017-01-01", "2017-12-31", Precision.YEAR),
    ("2017-06~/2017-10~", "2017-06-01", "2017-10-31", Precision.SEASON),
    ("2017-10-17T10:30:00Z", "2017-10-17", "2017-10-17", Precision.EXACT),
]
OPEN = ["../2017-10-17", "2017-06/..", "[2017-06-07..]", "[..2017-06-07]", "2017-06-07/.."]


def as_day(moment: Any) -> date:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), STRINGS)
def test_a_string_names_these_days(
    text: str, earliest: str, latest: str, precision: Precision
) -> None:
    when = from_edtf(text)
    assert (str(when.earliest), str(when.latest), when.precision) == (earliest, latest, precision)
    assert when.phrase == text


@pytest.mark.parametrize("text", [row[0] for row in STRINGS])
def test_the_edtf_package_gives_the_same_days(text: str) -> None:
    theirs, ours = parse_edtf(text), from_edtf(text)
    assert as_day(theirs.lower_strict()) == ours.earliest
    assert as_day(theirs.upper_strict()) == ours.latest


@pytest.mark.parametrize("text", OPEN)
def test_the_edtf_package_reads_open_ends_too(text: str) -> None:
    parse_edtf(text)  # it has no bounds for them
    assert to_edtf(from_edtf(text)) in {text, text.replace("[..", "../").rstrip("]")}


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "lasted", "precision"),
    [
        ("../2017-10-17", None, date(2017, 10, 17), False, Precision.BEFORE),
        ("/2017-10-17", None, date(2017, 10, 17), False, Precision.BEFORE),
        ("[..2017-10-17]", None, date(2017, 10, 17), False, Precision.BEFORE),
        ("2017-06/..", date(2017, 6, 1), None, True, Precision.AFTER),
        ("2017-06/", date(2017, 6, 1), None, True, Precision.AFTER),
        ("[2017-06-07..]", date(2017, 6, 7), None, False, Precision.AFTER),
        ("../..", None, None, False, Precision.UNKNOWN),
        ("XXXX", None, None, False, Precision.UNKNOWN),
    ],
)
def test_an_open_end_has_no_bound(
    text: str, *, earliest: date | None, latest: date | None, lasted: bool, precision: Precision
) -> None:
    when = from_edtf(text)
    assert (when.earliest, when.latest, when.lasted) == (earliest, latest, lasted)
    assert when.precision is precision


def test_an_interval_lasted_and_a_set_happened_within() -> None:
    assert from_edtf("2017-10-13/2017-10-17").lasted
    assert from_edtf("{2017-10-13..2017-10-17}").lasted
    assert not from_edtf("[2017-10-13..2017-10-17]").lasted


def test_an_interval_keeps_both_bounds_of_its_coarse_ends() -> None:
    when = from_edtf("2017-06/2017-10")
    assert (when.start_latest, when.end_earliest) == (date(2017, 6, 30), date(2017, 10, 1))


@pytest.mark.parametrize(
    ("text", "circa", "uncertain"),
    [("2017", False, False), ("2017~", True, False), ("2017?", False, True), ("2017%", True, True)],
)
def test_qualifiers_are_kept(text: str, *, circa: bool, uncertain: bool) -> None:
    when = from_edtf(text)
    assert (when.circa, when.uncertain) == (circa, uncertain)
    assert to_edtf(when) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("2017-02-30", "impossible_day"),
        ("2017-19", "impossible_day"),
        ("2017-00", "impossible_day"),
        ("2017-10-17/2017-10-01", "crossed"),
        ("[2017..2014]", "crossed"),
        ("2017-1", "not_a_date"),
        ("17", "not_a_date"),
        ("2X17", "not_a_date"),
        ("2017/2018/2019", "not_a_date"),
        ("[2014..2015..2016]", "not_a_date"),
        ("~", "not_a_date"),
        ("[]", "not_a_date"),
        ("Y17E7", "not_a_date"),
        ("October", "not_a_date"),
    ],
)
def test_what_is_not_edtf_says_why(text: str, reason: str) -> None:
    with pytest.raises(UnreadableDate) as unread:
        from_edtf(text)
    assert unread.value.reason == reason


def test_what_is_unknown_is_written_as_nothing() -> None:
    assert to_edtf(When(earliest=None, latest=None, precision=Precision.UNKNOWN)) == ""


days = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))
widths = st.sampled_from([0, 1, 6, 9, 27, 29, 30, 89, 91, 364, 365, 3651]) | st.integers(0, 4000)


@st.composite
def intervals(draw: st.DrawFn) -> When:
    earliest = draw(days.map(lambda day: day.replace(day=1)) | days)
    latest = earliest + timedelta(days=draw(widths))
    shape = draw(st.sampled_from(["within", "lasted", "before", "after", "since"]))
    return When(
        earliest=None if shape == "before" else earliest,
        latest=None if shape in ("after", "since") else latest,
        precision=Precision.DAYS,
        lasted=shape in ("lasted", "since"),
        circa=draw(st.booleans()),
        uncertain=draw(st.booleans()),
    )


@patient
@given(when=intervals())
def test_an_interval_written_and_read_back_is_the_same(when: When) -> None:
    back = from_edtf(to_edtf(when))
    assert (back.earliest, back.latest, back.lasted) == (when.earliest, when.latest, when.lasted)
    assert (back.circa, back.uncertain) == (when.circa, when.uncertain)
    assert (back.start_latest, back.end_earliest) == (when.start_latest, when.end_earliest)


@patient
@given(when=intervals())
def test_what_is_written_is_edtf_to_the_package_too(when: When) -> None:
    text = to_edtf(When(earliest=when.earliest, latest=when.latest, precision=when.precision))
    theirs = parse_edtf(text)
    if when.earliest and when.latest and not text.endswith("-24"):  # its winters end in December
        assert as_day(theirs.lower_strict()) == when.earliest
        assert as_day(theirs.upper_strict()) == when.latest


@pytest.mark.parametrize(
    ("earliest", "latest", "written"),
    [
        ("2017-10-17", "2017-10-17", "2017-10-17"),
        ("2017-10-01", "2017-10-31", "2017-10"),
        ("2017-01-01", "2017-12-31", "2017"),
        ("2010-01-01", "2019-12-31", "201X"),
        ("1900-01-01", "1999-12-31", "19XX"),
        ("2017-06-01", "2017-08-31", "2017-22"),
        ("2015-12-01", "2016-02-29", "2015-24"),
        ("2017-04-01", "2017-06-30", "2017-34"),
        ("2017-05-01", "2017-08-31", "[2017-05..2017-08]"),
        ("2014-01-01", "2016-12-31", "[2014..2016]"),
        ("2017-01-01", "2017-10-17", "[2017-01-01..2017-10-17]"),
    ],
)
def test_the_shortest_exact_string_is_written(earliest: str, latest: str, written: str) -> None:
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    assert to_edtf(When(earliest=first, latest=last, precision=Precision.DAYS)) == written
