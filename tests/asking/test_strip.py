"""The strip: how the events of a question lie over the record of its subject."""

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import translation

from tests import make
from timeline.filters import EventFilter
from timeline.models import City, Event
from timeline.models.vocabulary import Grade, Kind
from timeline.strip import Strip, strip_of
from timeline.strip.drawing import Bar
from timeline.strip.periods import Period, Unit
from timeline.vocabulary import _load

RAQQA = ("city", "raqqa")


@pytest.fixture
def record(db: None) -> City:
    """Raqqa from 2014 to 2017: two clashes and a capture in October 2017; Mosul once, in 2016."""
    raqqa, mosul = make.city("Raqqa"), make.city("Mosul")
    make.event("Talks", when="2014-06-10", kind=Kind.AGREEMENT, city=raqqa, published=True)
    make.event("A clash", when="2017-10-03", kind=Kind.CLASH, city=raqqa, published=True)
    make.event("Another", when="2017-10-03", kind=Kind.CLASH, city=raqqa, published=True)
    make.event("It falls", when="2017-10-17", city=raqqa, published=True)
    make.event("Elsewhere", when="2016-03-01", kind=Kind.CLASH, city=mosul, published=True)
    return raqqa


def strip(query: str = "", *, subject: tuple[str, str] | None = None) -> Strip:
    """Of the whole record, as the pages ask for it."""
    asked = EventFilter(QueryDict(query), _load(), subject=subject)
    events = Event.objects.listed()
    if subject:
        events = events.in_cities(asked.ids("city"))
    span = events.span()
    return strip_of(asked, span["first"], span["last"])


def numbers(bars: list[Bar]) -> dict[str, int]:
    return {bar.period: bar.told.total for bar in bars}


@pytest.mark.usefixtures("record")
def test_a_bar_counts_the_events_of_its_period() -> None:
    assert numbers(strip().whole.bars) == {"June 2014": 1, "March 2016": 1, "October 2017": 3}


@pytest.mark.usefixtures("record")
def test_the_page_of_a_city_counts_its_events_alone() -> None:
    assert numbers(strip(subject=RAQQA).whole.bars) == {"June 2014": 1, "October 2017": 3}


@pytest.mark.usefixtures("record")
def test_drafts_withdrawn_and_refuted_events_are_never_counted() -> None:
    make.event("A draft", when="2015-01-01")
    make.withdrawn("Withdrawn", when="2015-02-01")
    make.event("Refuted", when="2015-03-01", grade=Grade.REFUTED, published=True)
    assert set(numbers(strip().whole.bars)) == {"June 2014", "March 2016", "October 2017"}


@pytest.mark.usefixtures("record")
def test_no_filter_moves_the_axis() -> None:
    everything = strip().days
    for query in ("city=mosul", "kind=captured", "from=2017-10&to=2017-10", "q=nothing"):
        assert strip(query).days == everything


@pytest.mark.usefixtures("record")
def test_a_bar_leads_to_its_period_and_keeps_what_else_is_asked() -> None:
    bars = strip("kind=clash&order=newest", subject=RAQQA).whole.bars
    assert [bar.url for bar in bars] == [
        "",
        "/cities/raqqa/?kind=clash&from=2017-10&to=2017-10&order=newest",
    ]


@pytest.mark.usefixtures("record")
def test_what_does_not_match_stands_pale_and_leads_nowhere() -> None:
    bar = strip("kind=clash", subject=RAQQA).whole.bars[0]
    assert (bar.period, bar.told.total, bar.others, bar.url) == ("June 2014", 0, 1, "")


@pytest.mark.usefixtures("record")
def test_what_lies_outside_of_the_dates_asked_for_still_leads_to_its_own() -> None:
    found = strip("from=2017&to=2017")
    assert numbers(found.whole.bars) == {"June 2014": 0, "March 2016": 0, "October 2017": 3}
    assert found.whole.bars[0].url == "/?from=2014-06&to=2014-06"
    assert "outside" in found.whole.layers


@pytest.mark.usefixtures("record")
def test_a_year_leads_to_all_of_it() -> None:
    labels = {label.text: label.url for label in strip().whole.labels}
    assert labels == {
        "2014": "/?from=2014&to=2014",
        "2015": "",
        "2016": "/?from=2016&to=2016",
        "2017": "/?from=2017&to=2017",
    }


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("asked", "bars"),
    [
        ("from=2017&to=2017", {"October 2017": 3}),
        ("from=2017-10&to=2017-10", {"3 October 2017": 2, "17 October 2017": 1}),
        ("from=2017-10-17&to=2017-10-17", {"3 October 2017": 0, "17 October 2017": 1}),
    ],
)
def test_a_range_is_drawn_out_by_its_own_unit(asked: str, bars: dict[str, int]) -> None:
    part = strip(asked).part
    assert part is not None
    assert numbers(part.bars) == bars


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    "asked",
    ["", "from=2014", "from=2014&to=2017", "from=1990&to=1991", "from=2015&to=2015"],
)
def test_a_range_that_would_look_the_same_or_hold_nothing_is_not_drawn_out(asked: str) -> None:
    assert strip(asked).part is None


@pytest.mark.usefixtures("record")
def test_there_is_always_a_way_back_out() -> None:
    ways = strip("city=raqqa&from=2017-10-17&to=2017-10-17").ways
    assert ways is not None
    assert [(way.label, way.url) for way in ways.out] == [
        ("All of 2014–2017", "/?city=raqqa"),
        ("2017", "/?city=raqqa&from=2017&to=2017"),
        ("October 2017", "/?city=raqqa&from=2017-10&to=2017-10"),
    ]
    assert strip("city=raqqa").ways is None


@pytest.mark.usefixtures("record")
def test_the_ways_out_of_a_range_lead_to_what_has_all_of_it_inside() -> None:
    ways = strip("from=2016-11&to=2017-02").ways
    assert ways is not None
    assert [way.label for way in ways.out] == ["All of 2014–2017"]


@pytest.mark.usefixtures("record")
def test_a_named_range_leads_to_its_neighbours_while_the_record_lasts() -> None:
    ways = strip("from=2017&to=2017").ways
    assert ways is not None
    assert ways.earlier is not None
    assert (ways.earlier.label, ways.later) == ("2016", None)
    unnamed = strip("from=2017-01-05&to=2017-02-03").ways
    assert unnamed is not None
    assert (unnamed.earlier, unnamed.later) == (None, None)


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("asked", ["from=9999&to=9999", "from=9999-12-31&to=9999-12-31"])
def test_nothing_lies_beyond_the_last_day_of_the_calendar(asked: str) -> None:
    ways = strip(asked).ways
    assert ways is not None
    assert (ways.earlier, ways.later) == (None, None)


@pytest.mark.usefixtures("record")
def test_the_range_is_marked_where_it_lies() -> None:
    marked = strip("from=2017&to=2017").range
    assert marked is not None
    assert (marked.x, marked.width, marked.anchor) == ("75.02%", "24.98%", "end")
    with translation.override("ar"):
        mirrored = strip("from=2017&to=2017").range
    assert mirrored is not None
    assert (mirrored.x, mirrored.width, mirrored.at) == ("0%", "24.98%", "0%")


@pytest.mark.usefixtures("record")
def test_time_runs_from_right_to_left_where_the_script_does() -> None:
    with translation.override("ar"):
        first, last = strip(subject=RAQQA).whole.bars
    assert first.x > last.x


# Dates that are wider than a bar.


def test_an_event_is_counted_once_where_lists_have_it_however_wide_its_date_is(
    record: City,
) -> None:
    make.event("That year", when="2015", city=record, published=True)
    bars = {bar.period: bar.told for bar in strip().whole.bars}
    assert bars["January 2015"].loose.total() == bars["January 2015"].total == 1
    assert bars["October 2017"].loose.total() == 0
    assert sum(tally.total for tally in bars.values()) == 6


@pytest.mark.parametrize(
    ("when", "loose"),
    [
        ("2017-10-17", 0),
        ("2017-10", 0),
        ("from 17 October 2017 to 3 January 2018", 0),
        ("about 17 October 2017", 1),
        ("between 28 October and 2 November 2017", 1),
        ("before 17 October 2017", 1),
        ("after 17 October 2017", 1),
        ("2017", 1),
    ],
)
def test_what_may_belong_to_another_month_is_told_apart(db: None, when: str, loose: int) -> None:
    make.event(when=when, published=True)
    (tally,) = [
        (first, surely)
        for first, _kind, surely, _n in Event.objects.published().per_period(Unit.MONTH)
    ]
    assert tally[1] is not bool(loose)


@pytest.mark.parametrize("unit", Unit)
def test_a_day_falls_into_the_same_period_here_and_in_the_database(db: None, unit: Unit) -> None:
    days = [date(1999, 12, 31), date(2000, 1, 1), date(2016, 2, 29), date(2017, 9, 30)]
    for day in days:
        make.event(when=f"{day}", published=True)
    counted = {first for first, *_rest in Event.objects.published().per_period(unit)}
    assert counted == {Period.around(day, unit).first for day in days}
    assert all(surely for _f, _k, surely, _n in Event.objects.published().per_period(unit))


def test_a_range_says_how_many_reach_into_it_from_elsewhere(record: City) -> None:
    make.event("A siege", when="from 1 March 2016 to 5 October 2017", city=record, published=True)
    found = strip("from=2017&to=2017")
    assert found.elsewhere == 1
    assert numbers(found.whole.bars)["March 2016"] == 1


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("query", ["", "kind=clash", "from=2017-10-03&to=2017-10-03"])
def test_the_numbers_of_the_bars_add_up_to_that_of_the_question(query: str) -> None:
    make.event("That year", when="2017", published=True)
    asked = EventFilter(QueryDict(query), _load())
    assert sum(numbers(strip(query).whole.bars).values()) == asked.events().count()


def test_where_only_what_is_certain_counts_a_bar_has_none_that_it_would_not_open(
    record: City,
) -> None:
    make.event("That year", when="2015", published=True)
    make.event("A siege", when="from summer 2016 to May 2017", city=record, published=True)
    found = strip("certain=1").whole
    certain = {"June 2014": 1, "March 2016": 1, "August 2016": 1, "October 2017": 3}
    assert {period: n for period, n in numbers(found.bars).items() if n} == certain
    assert found.apart_words == "1 more stands in no bar: its date is wider than one."
