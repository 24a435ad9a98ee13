"""Pages by key, headings by month, and gaps that are stated only where they are true."""

from datetime import date

import pytest

from tests import make
from timeline import dates, paging
from timeline.models import Event
from timeline.models.events_asked import Position
from timeline.paging import Page, page_of

pytestmark = pytest.mark.django_db


def days(*written: str) -> None:
    for edtf in written:
        make.event(edtf, when=dates.from_edtf(edtf), published=True)


def headlines(page: Page) -> list[str]:
    return [event.headline for event in page.events]


@pytest.mark.parametrize("newest", [False, True])
def test_walking_there_and_back_meets_every_event_once(*, newest: bool) -> None:
    days("2017-01-01", "2017-01-01", "2017", "2017-01", "2016", "2018-05-05", "[..2017-01-01]")
    everything = Event.objects.newest_first() if newest else Event.objects.oldest_first()
    whole = [event.pk for event in everything]

    page = page_of(Event.objects.all(), newest=newest, size=3)
    there = [page]
    while page.next:
        page = page_of(Event.objects.all(), newest=newest, after=page.next, size=3)
        there.append(page)
    assert [event.pk for page in there for event in page.events] == whole

    back = [page]
    while page.previous:
        page = page_of(Event.objects.all(), newest=newest, before=page.previous, size=3)
        back.append(page)
    assert [event.pk for page in reversed(back) for event in page.events] == whole


def test_a_page_past_the_end_is_empty_without_a_next() -> None:
    days("2017-01-01")
    page = page_of(Event.objects.all(), after=Position(date(2020, 1, 1), 0, 1))
    assert (page.events, page.previous, page.next) == ([], None, None)


def test_a_cursor_names_its_place_again() -> None:
    place = Position(date(2017, 10, 17), 364, 12)
    assert paging.position(paging.cursor(place)) == place


@pytest.mark.parametrize("words", ["", "2017", "2017-10-17.0", "2017-02-30.0.1", "2017-10-17.0.-1"])
def test_what_is_no_place_is_no_cursor(words: str) -> None:
    with pytest.raises(ValueError, match=r"no place|out of range"):
        paging.position(words)


def headings(*written: str, newest: bool = False) -> list[tuple[int, int | None, list[str]]]:
    days(*written)
    page = page_of(Event.objects.all(), newest=newest)
    return [
        (head.year, head.month, [event.headline for event in head.events]) for head in page.headings
    ]


def test_what_is_coarser_than_a_month_stands_under_a_heading_of_its_own() -> None:
    assert headings("2017-01-01", "2017-01", "2017", "2017-01-02", "2017-22") == [
        (2017, None, ["2017"]),
        (2017, 1, ["2017-01-01", "2017-01", "2017-01-02"]),
        (2017, None, ["2017-22"]),
    ]


@pytest.mark.parametrize("newest", [False, True])
def test_every_heading_stands_once_and_has_a_name_of_its_own(*, newest: bool) -> None:
    days("2017", "2017-22", "[2017-01-01..2018-06-30]", "[2017-01-02..2017-12-31]", "2017-01")
    found = page_of(Event.objects.all(), newest=newest).headings
    kinds = [(head.year, head.first_month, head.month, head.last_year) for head in found]
    assert len(set(kinds)) == len(kinds) == 4
    assert len({head.id for head in found}) == len(found)


def test_newest_first_is_the_exact_reverse() -> None:
    assert headings("2017-01-01", "2017", "2017-01-02", newest=True) == [
        (2017, 1, ["2017-01-02", "2017-01-01"]),
        (2017, None, ["2017"]),
    ]


def test_what_lasted_stands_under_the_month_in_which_it_began() -> None:
    assert headings("2017-06/2017-10", "2014/2017") == [
        (2014, None, ["2014/2017"]),
        (2017, 6, ["2017-06/2017-10"]),
    ]


def gaps(*written: str) -> list[int]:
    days(*written)
    page = page_of(Event.objects.all())
    paging.mark_gaps(page.events, Event.objects.all())
    return [event.gap_days for event in page.events]


def test_a_gap_is_the_number_of_days_in_which_nothing_happened() -> None:
    assert gaps("2017-07-04", "2017-07-27") == [0, 22]


def test_a_short_gap_is_not_worth_a_line() -> None:
    assert gaps("2017-07-04", "2017-07-10") == [0, 0]


def test_no_gap_is_claimed_where_something_may_have_happened() -> None:
    assert gaps("2017-07-04", "2017-09-27", "[2016-01-01..2017-08-01]") == [0, 0, 0]


def test_a_gap_asks_events_on_other_pages_too() -> None:
    days("2017-01-01", "2017-03-01", "2016")
    page = page_of(Event.objects.all(), after=Position(date(2016, 12, 31), 0, 0))
    paging.mark_gaps(page.events, Event.objects.all())
    assert [event.gap_days for event in page.events] == [0, 58]
    make.event(when=dates.from_edtf("[2016-12-01..2017-02-01]"), published=True)
    paging.mark_gaps(page.events, Event.objects.all())
    assert [event.gap_days for event in page.events] == [0, 0]
