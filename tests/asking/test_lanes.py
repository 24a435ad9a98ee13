"""The answer in lanes: marks where there is room, counts where not, ways to other days."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict

from tests import make
from timeline.filters import EventFilter
from timeline.lanes import LANES_A_PAGE, LaidOut, Lane, laid_out, lane_address
from timeline.lanes.cells import Grid, level, levels_of
from timeline.lanes.window import Window, cells_of
from timeline.models import City, Event
from timeline.models.events_laid_out import Tally
from timeline.models.vocabulary import Grade, Kind, Role
from timeline.vocabulary import _load

YEAR = Window(date(2017, 1, 1), date(2017, 12, 31))


def question(query: str = "", subject: tuple[str, str] | None = None) -> EventFilter:
    asked = EventFilter(QueryDict(query), _load(), subject=subject)
    assert not asked.faults
    return asked


def lanes(query: str = "", *, mirrored: bool = False) -> LaidOut:
    found = laid_out(question(f"view=lanes&{query}"), mirrored=mirrored)
    assert found
    return found


def lane_of(found: LaidOut, city: City | None) -> Lane:
    return next(lane for lane in found.lanes if lane.number == (city.pk if city else None))


def many(number: int, city: City) -> None:
    """So many air strikes on one city, one a day from March 2017 on."""
    source = make.article()
    for place in range(number):
        day = date(2017, 3, 1) + timedelta(place)
        make.event(
            when=day.isoformat(),
            city=city,
            kind=Kind.AIR_STRIKE,
            taken_from=source,
            published=True,
        )


# Which lanes there are, and what stands in them.


@pytest.mark.django_db
def test_each_city_has_a_lane_and_what_has_no_city_has_one_below_them() -> None:
    raqqa, mosul = make.city("Raqqa"), make.city("Mosul")
    make.event(city=mosul, published=True)
    make.event(city=raqqa, published=True)
    make.event(city=raqqa, kind=Kind.CLASH, published=True)
    make.event(published=True)
    found = lanes()
    assert [lane.number for lane in found.lanes] == [raqqa.pk, mosul.pk, None]
    assert [lane.events for lane in found.lanes] == [2, 1, 1]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("when", "asked", "drawn"),
    [
        ("since 2015", "from=2020", Window(date(2020, 1, 1), date(2020, 12, 31))),
        ("since 2015", "from=2020&to=2021", Window(date(2020, 1, 1), date(2021, 12, 31))),
        ("before 2015", "to=1999-03", Window(date(1999, 3, 1), date(1999, 3, 31))),
        ("since 2015", "from=9999", Window(date(9999, 1, 1), date(9999, 12, 31))),
    ],
)
def test_what_has_an_open_end_has_a_lane_beyond_the_record(
    when: str, asked: str, drawn: Window
) -> None:
    make.event(when=when, city=make.city("Raqqa"), published=True)
    found = lanes(asked)
    assert found.window == drawn
    assert [len(lane.marks) for lane in found.lanes] == [1]


@pytest.mark.django_db
@pytest.mark.parametrize(("when", "cells"), [("since 2015", [0, 1, 1]), ("before 2015", [1, 0, 0])])
def test_what_has_an_open_end_counts_in_every_cell_on_that_side(
    when: str, cells: list[int]
) -> None:
    make.event(when=when, published=True)
    years = [date(2014, 1, 1), date(2015, 1, 1), date(2016, 1, 1)]
    (tally,) = Event.objects.tallies("city", years, certainly=False, telling=[])
    reached = range(tally.first, tally.last + 1)
    assert [int(cell in reached) for cell in range(3)] == cells


@pytest.mark.django_db
def test_an_event_stands_in_the_lane_of_every_faction_in_it_and_of_their_groups() -> None:
    sdf, ypg, isis = make.faction("SDF"), make.faction("YPG"), make.faction("ISIS")
    make.allegiance(ypg, sdf)
    make.event(factions=[(ypg, Role.CAPTOR), (isis, Role.DEFENDER)], published=True)
    make.event(published=True)
    found = lanes("lanes=faction")
    assert {lane.number for lane in found.lanes} == {sdf.pk, ypg.pk, isis.pk, None}
    without = lanes("lanes=faction&members=0")
    assert {lane.number for lane in without.lanes} == {ypg.pk, isis.pk, None}


@pytest.mark.django_db
def test_drafts_withdrawn_and_refuted_events_are_in_no_lane() -> None:
    city = make.city("Raqqa")
    make.event("Seen", city=city, published=True)
    make.event("A draft", city=city)
    make.withdrawn("Withdrawn", city=city)
    make.event("Refuted", city=city, grade=Grade.REFUTED, published=True)
    (lane,) = lanes().lanes
    assert [mark.event.headline for mark in lane.marks] == ["Seen"]
    assert lane.events == 1


@pytest.mark.django_db
def test_a_page_of_a_city_has_lanes_of_factions_unless_it_is_asked_otherwise() -> None:
    make.city("Raqqa")
    assert question("view=lanes", ("city", "raqqa")).lanes == "faction"
    assert question("view=lanes").lanes == "city"
    asked = question("view=lanes&lanes=faction", ("city", "raqqa"))
    assert asked.address() == "/cities/raqqa/?view=lanes"


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("view=lanes&lanes=city", "/?view=lanes"),
        ("view=lanes&lanes=faction&page=2", "/?view=lanes&lanes=faction&page=2"),
        ("lanes=faction&page=2", "/"),
        ("page=3&view=list", "/"),
    ],
)
@pytest.mark.django_db
def test_what_only_lanes_can_be_asked_stands_in_their_addresses_alone(
    query: str, address: str
) -> None:
    assert question(query).address() == address


@pytest.mark.django_db
def test_the_fortieth_lane_is_the_last_of_a_page() -> None:
    for _ in range(LANES_A_PAGE + 2):
        make.event(city=make.city(), published=True)
    make.event(published=True)
    first, second = lanes(), lanes("page=2")
    assert (len(first.lanes), len(second.lanes)) == (LANES_A_PAGE + 1, 2)
    assert (first.pages, first.number) == (2, LANES_A_PAGE + 2)
    assert {lane.number for lane in first.lanes}.isdisjoint(lane.number for lane in second.lanes)
    assert lanes("page=9").page == 2


# Counts, and what they open.


def links(found: LaidOut, asked: EventFilter, slug: str) -> Iterator[tuple[int, str]]:
    for lane in found.lanes:
        for cell in (*lane.cells, *lane.cells_on_phones):
            listed = cell.window.length == 1
            yield cell.number, lane_address(asked, lane, slug, cell.window, listed=listed)


@pytest.mark.django_db
def test_the_link_of_a_count_opens_that_many_events() -> None:
    city = make.city("Raqqa")
    many(62, city)
    make.event(city=city, when="2017", kind=Kind.CLASH, published=True)
    make.event(city=city, when="[2017-05-30..2017-06-02]", kind=Kind.CLASH, published=True)
    make.event(city=city, when="2017-04-01/2017-06-20", kind=Kind.BESIEGED, published=True)
    for query in ("", "from=2017-04", "certain=1", "certain=1&to=2017-06-15"):
        opened = list(links(lanes(query), question(f"view=lanes&{query}"), "raqqa"))
        assert len(opened) > 5
        for number, address in opened:
            assert question(urlsplit(address).query).events().count() == number, address


@pytest.mark.django_db
def test_a_crowded_lane_turns_into_counts_beside_one_of_marks() -> None:
    crowded, quiet = make.city("Mosul"), make.city("Raqqa")
    many(62, crowded)
    make.event("Raqqa falls", city=quiet, when="2017-10-17", published=True)
    make.event("Mosul falls", city=crowded, when="2017-07-10", published=True)
    found = lanes()
    above = lane_of(found, crowded)
    assert sum(cell.number for cell in above.cells) == 63
    assert [mark.event.headline for mark in above.marks] == ["Mosul falls"]
    assert [mark.row for mark in above.marks] == [1]
    assert not lane_of(found, quiet).cells


@pytest.mark.django_db
def test_a_lane_of_a_second_faction_asks_for_both_together() -> None:
    sdf, isis = make.faction("SDF"), make.faction("ISIS")
    make.event(factions=[(sdf, Role.CAPTOR), (isis, Role.DEFENDER)], published=True)
    make.event(factions=[(isis, Role.CAPTOR)], published=True)
    asked = question("view=lanes&lanes=faction&faction=sdf")
    found = laid_out(asked, mirrored=False)
    assert found
    addresses = [
        lane_address(asked, lane, slug, listed=True)
        for lane, slug in zip(found.lanes, ("sdf", "isis"), strict=True)
    ]
    assert [lane.events for lane in found.lanes] == [1, 1]
    assert addresses == ["/?faction=sdf", "/?faction=sdf&with=isis"]


@pytest.mark.django_db
def test_factions_that_are_asked_for_come_first_and_two_of_them_stand_alone() -> None:
    sdf, isis, fsa = make.faction("SDF"), make.faction("ISIS"), make.faction("FSA")
    make.event(factions=[(sdf, Role.CAPTOR), (isis, Role.DEFENDER)], published=True)
    make.event(
        factions=[(sdf, Role.CAPTOR), (isis, Role.DEFENDER), (fsa, Role.ATTACKER)], published=True
    )
    beside = lanes("lanes=faction&faction=fsa")
    assert [lane.number for lane in beside.lanes] == [fsa.pk, sdf.pk, isis.pk]
    both = lanes("lanes=faction&faction=fsa&faction=sdf")
    assert [lane.number for lane in both.lanes] == [sdf.pk, fsa.pk, isis.pk]
    together = lanes("lanes=faction&faction=isis&with=sdf")
    assert [lane.number for lane in together.lanes] == [isis.pk, sdf.pk]


def tally(first: int, last: int, number: int, *, lasted: bool = False) -> Tally:
    return Tally(1, first, last, lasted, number, 0)


def test_an_event_counts_once_for_every_cell_that_it_may_lie_in() -> None:
    cells = cells_of(YEAR)
    tallies = [tally(0, 2, 3), tally(2, 2, 1), tally(2, 3, 1, lasted=True)]
    assert Grid(cells, 1, 800).counts(tallies, certainly=False)[:5] == [3, 3, 5, 1, 0]
    assert Grid(cells, 1, 800).counts(tallies, certainly=True)[:5] == [0, 0, 2, 1, 0]
    assert Grid(cells, 3, 800).counts(tallies, certainly=True)[:2] == [5, 1]


@pytest.mark.parametrize(("number", "pixels", "written"), [(9, 12, 1), (99, 12, 0), (99, 18, 1)])
def test_a_number_is_written_where_its_cell_has_room_for_it(
    number: int, pixels: int, written: int
) -> None:
    cells = cells_of(YEAR)
    (cell,) = Grid(cells, 1, pixels * 12).filled([tally(0, 0, number)], {0}, certainly=False)
    assert (cell.number, cell.written) == (number, bool(written))


@pytest.mark.parametrize(
    ("numbers", "levels"),
    [
        ([], [1]),
        ([4], [1, 3]),
        ([1, 1, 2, 2, 3], [1, 2, 3]),
        (range(1, 600), [1, 100, 200, 300]),
    ],
)
def test_shades_begin_at_round_numbers_that_part_the_counts(
    numbers: Iterable[int], levels: list[int]
) -> None:
    assert levels_of(numbers) == levels
    assert [level(number, levels) for number in levels] == list(range(1, len(levels) + 1))


# The days that are drawn.


@pytest.mark.django_db
def test_the_window_is_the_range_asked_for_or_has_room_for_all_events() -> None:
    make.event(when="2013-05-06", published=True)
    make.event(when="2018", kind=Kind.CLASH, published=True)
    assert lanes().window == Window(date(2013, 1, 1), date(2018, 12, 31))
    assert lanes("from=2014-03&to=2018-04-02").window == Window(date(2014, 3, 1), date(2018, 4, 2))
    assert lanes("from=2014-03").whole == Window(date(2013, 1, 1), date(2018, 12, 31))
