"""The table: the columns of the CSV, and the order of any of them."""

import pytest
from django.http import QueryDict

from tests import make
from timeline import paging, table
from timeline.exports import as_csv
from timeline.filters import EventFilter
from timeline.models import Edition, Event
from timeline.models.events_ordered import ORDERS
from timeline.models.vocabulary import Kind, Measure, Stance
from timeline.vocabulary import vocabulary

COLUMNS = [column.name for group in table.GROUPS for column in group.columns]


def test_the_table_has_every_column_of_the_csv_once() -> None:
    assert sorted(COLUMNS) == sorted(as_csv.COLUMNS)


def test_a_table_is_sorted_by_its_own_columns_only() -> None:
    assert set(ORDERS) <= set(COLUMNS)


def asked(query: str) -> EventFilter:
    return EventFilter(QueryDict(query), vocabulary(Edition.objects.current()))


def headlines(query: str) -> list[str]:
    return [event.headline for event in table.page_of(asked(query)).events]


@pytest.fixture
def three() -> None:
    aleppo, homs = make.city("Aleppo"), make.city("Homs")
    make.event("b", when="2015", city=homs, kind=Kind.CLASH, published=True, killed_high=9)
    make.event("a", when="2016", city=aleppo, kind=Kind.CAPTURED, published=True, killed_low=20)
    make.event("c", when="2014", kind=Kind.PROTEST, published=True)
    make.event("draft", when="2013", published=False)


@pytest.mark.django_db
@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", "cba"),
        ("headline", "abc"),
        ("-headline", "cba"),
        ("city", "abc"),
        ("-city", "bac"),
        ("family", "abc"),
        ("killed_high", "bac"),
        ("-killed_high", "abc"),
        ("-latest", "abc"),
    ],
)
def test_what_a_column_does_not_know_comes_last_in_either_order(sort: str, order: str) -> None:
    assert "".join(headlines(f"view=table&sort={sort}")) == order


@pytest.mark.django_db
def test_accounts_count_the_dead_where_the_record_does_not_unless_they_deny_them() -> None:
    few = make.event("few", published=True, killed_best=3)
    many, none = make.event("many", published=True), make.event("none", published=True)
    for event, stance in ((many, Stance.ASSERTS), (none, Stance.DENIES)):
        citation = event.citations.get()
        citation.stance = stance
        citation.save()
        make.figure(citation, 40, None, Measure.KILLED)
    assert few.killed_high is None
    assert headlines("view=table&sort=-killed_high") == ["many", "few", "none"]


@pytest.mark.django_db
@pytest.mark.parametrize("column", ORDERS)
@pytest.mark.parametrize("falling", [True, False])
def test_pages_of_any_order_hold_every_event_once_there_and_back(
    column: str, *, falling: bool
) -> None:
    for number, when in enumerate(("2014", "2015-03", "2015-03-04", "before 2016", "2017")):
        make.event(f"{number}", when=when, published=True, killed_high=number % 2 or None)
    events = Event.objects.published()
    whole = list(events.sorted_by(column, falling=falling))
    first = paging.sorted_page_of(events, column, falling=falling, size=2)
    second = paging.sorted_page_of(events, column, falling=falling, size=2, after=first.next)
    third = paging.sorted_page_of(events, column, falling=falling, size=2, after=second.next)
    back = paging.sorted_page_of(events, column, falling=falling, size=2, before=third.previous)
    assert [*first.events, *second.events, *third.events] == whole
    assert (first.previous, third.next) == (None, None)
    assert back.events == second.events


@pytest.mark.django_db
def test_the_head_of_a_column_sorts_by_it_and_then_the_other_way() -> None:
    heads = {
        head.name: head
        for _label, columns in table.heads(asked("view=table&sort=city"))
        for head in columns
    }
    assert (heads["city"].sorted, heads["city"].url) == ("ascending", "/?view=table&sort=-city")
    assert (heads["grade"].sorted, heads["grade"].url) == ("", "/?view=table&sort=grade")
    assert heads["earliest"].url == "/?view=table"
    assert heads["quotations"].url == ""


@pytest.mark.django_db
def test_only_a_table_can_be_asked_to_be_sorted() -> None:
    assert asked("sort=city").address() == "/"
    assert asked("view=table&sort=city").address() == "/?view=table&sort=city"
    assert asked("view=table&sort=city").canonical == "/"
    assert "sort" in asked("view=table&sort=beauty").faults
