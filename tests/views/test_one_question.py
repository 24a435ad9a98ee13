"""One question, many answers: whatever way an answer is looked at, it is of the same events."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict, StreamingHttpResponse
from django.test import Client

from tests import make
from timeline.atlas import atlas
from timeline.filters import EventFilter
from timeline.holdings import read
from timeline.lanes import laid_out, lane_address, lanes_of
from timeline.lanes.cells import Grid, on_phones
from timeline.lanes.rows import WIDE
from timeline.lanes.window import cells_of
from timeline.models import City, Event, Faction
from timeline.models.address import NONE
from timeline.models.events_asked import EventQuerySet
from timeline.models.vocabulary import Grade, Kind, Role
from timeline.rail import counts, rail
from timeline.strip import Drawing, strip_of
from timeline.vocabulary import _load

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

QUESTIONS = (
    "",
    "city=raqqa",
    "city=raqqa&city=mosul&order=newest",
    "faction=sdf",
    "faction=sdf&members=0",
    "faction=sdf&with=isis",
    "city=none",
    "city=none&city=raqqa&certain=1",
    "faction=none",
    "faction=none&faction=ypg",
    "city=none&faction=none",
    "kind=clash",
    "q=falls",
    "from=2017&to=2017",
    "from=2017-10-17&to=2017-10-17",
    "from=2030",
    "to=1990-05",
    "certain=1",
    "from=2016&certain=1",
    "from=2017&to=2017&certain=1",
    "to=2017-10-16&certain=1&members=0",
    "evidence=all",
    "evidence=refuted",
    "from=1949&to=1951&evidence=refuted",
)


@pytest.fixture
def record() -> None:
    """Days known well and badly, with one end and none; with a city or faction and without."""
    raqqa, mosul = make.city("Raqqa"), make.city("Mosul")
    sdf, ypg, isis = make.faction("SDF"), make.faction("YPG"), make.faction("ISIS")
    make.allegiance(ypg, sdf)
    happened("The city falls", "2017-10-17", raqqa, sdf, isis)
    happened("A clash", "2017-10-17", raqqa, ypg, kind=Kind.CLASH)
    happened("A siege", "between June and October 2017", raqqa, isis)
    happened("Mosul falls", "June 2014", mosul, isis)
    happened("Rule", "since 2014", mosul, isis)
    happened("A truce", "from summer 2016 to February 2017", mosul, sdf)
    happened("A march", "from 6 June to 10 July 2017", raqqa, sdf)
    happened("Talks", "before 2013", None, sdf)
    happened("A statement", "2016", None)
    happened("A rumour", "1950-03-04", raqqa, sdf, grade=Grade.REFUTED)
    make.event("A draft", city=raqqa)
    make.withdrawn("Taken back", city=mosul)


def happened(headline: str, when: str, city: City | None, *parties: Faction, **given: Any) -> None:
    factions = [(party, Role.PARTICIPANT) for party in parties]
    make.event(headline, when=when, city=city, factions=factions, published=True, **given)


def test_every_answer_to_a_question_is_of_as_many_events(client: Client) -> None:
    for asked in QUESTIONS:
        question = read_as(asked)
        total = question.events().count()
        assert counts(question).total == total
        assert dict(answers(client, asked)) == dict.fromkeys(ANSWERS, total), asked


ANSWERS = ("list", "table", "Arabic", "csv", "json", "map", "lanes", "strip")


def answers(client: Client, asked: str) -> Iterator[tuple[str, int]]:
    question = read_as(asked)
    yield "list", in_page(client, f"/?{asked}")
    yield "table", in_page(client, f"/?{asked}&view=table&sort=headline")
    yield "Arabic", in_page(client, f"/ar/?{asked}")
    yield "csv", len(list(csv.DictReader(file(client, f"/events.csv?{asked}").splitlines())))
    yield "json", len(json.loads(file(client, f"/events.json?{asked}"))["events"])
    yield "map", on_map(question)
    laid = laid_out(question, mirrored=False)
    yield "lanes", sum(lane.events for lane in laid.lanes) if laid else 0
    yield "strip", in_strip(question)


def in_page(client: Client, address: str) -> int:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return len(response.context["page"].events)


def file(client: Client, address: str) -> str:
    response = client.get(address)
    assert isinstance(response, StreamingHttpResponse)
    return b"".join(response).decode("utf-8-sig")


def on_map(question: EventFilter) -> int:
    found = atlas(question, counts(question), read())
    return sum(place.number for place in found.asked_for) + found.nowhere


def in_strip(question: EventFilter) -> int:
    whole = strip_of(question, **span()).whole
    return sum(bar.told.total for bar in whole.bars) + whole.apart


def span() -> dict[str, date]:
    """The first and the last day on record, of what is refuted too."""
    ends = Event.objects.published().span()
    return {"first": ends["first"], "last": ends["last"]}


# A number that leads somewhere, and how many events are there.


@pytest.mark.parametrize("lanes", ["city", "faction"])
def test_a_count_in_a_lane_opens_as_many_events(lanes: str) -> None:
    for question in questions(f"&view=lanes&lanes={lanes}"):
        for address, number in counted(question):
            assert opened(address).count() == number, address


def counted(question: EventFilter) -> Iterator[tuple[str, int]]:
    """What every lane, and every cell of it, says and leads to, were the lane crowded."""
    found = laid_out(question, mirrored=False)
    if found is None:
        return
    cells = cells_of(found.window)
    slugs = {entry.id: entry.slug for entry in question.words.of(question.lanes).values()}
    for lane in lanes_of(question, cells):
        slug = slugs[lane.number] if lane.number else NONE
        yield lane_address(question, lane, slug, listed=True), lane.events
        for grid in (Grid(cells, 1, WIDE), on_phones(cells)):
            numbers = grid.counts(lane.tallies, certainly=question.certain)
            for cell, number in zip(grid.cells, numbers, strict=True):
                if number:
                    yield lane_address(question, lane, slug, cell, listed=True), number


def test_a_bar_of_the_strip_opens_what_it_counts_and_what_reaches_into_it() -> None:
    for question in questions():
        strip = strip_of(question, **span())
        for url, number in (*in_drawing(strip.whole), *in_drawing(strip.part)):
            assert number == sum(begins_in(url, event) for event in opened(url)), url


def begins_in(address: str, event: Event) -> bool:
    """Whether the first day of it, possible or certain as is asked for, is one of those asked."""
    asked = read_as(urlsplit(address).query)
    first = event.sure_start if asked.certain and event.lasted else event.sorted_on
    return bool(first and asked.first and asked.last and asked.first <= first <= asked.last)


def in_drawing(drawing: Drawing | None) -> Iterator[tuple[str, int]]:
    """Where its bars lead, and the years below them; and how many events they say to count."""
    if drawing:
        bars = [(bar.url, bar.title) for bar in drawing.busy]
        for url, title in (*bars, *((label.url, label.title) for label in drawing.labels)):
            if found := re.search(r": (\d+) events? counted here", title):
                yield url, int(found[1])


def test_a_mark_on_the_map_opens_as_many_events() -> None:
    for question in questions():
        found = atlas(question, counts(question), read())
        for place in found.places:
            assert opened(question.in_city(place.city.slug)).count() == place.number
        if found.nowhere:
            assert opened(question.turned(city=NONE)).count() == found.nowhere


def test_a_choice_alone_in_its_group_gives_as_many_events_as_stand_beside_it() -> None:
    for question in questions():
        for group in rail(question, counts(question)):
            others = [pair for pair in question.pairs() if pair[0] != group.name]
            for choice in (*group.choices, *group.more):
                address = question.address([*others, (group.name, choice.value)])
                assert opened(address).count() == choice.count, address


def test_as_many_are_certainly_in_a_range_as_are_said_to_be() -> None:
    for question in questions():
        said = counts(question).certain
        if said is not None:
            assert opened(question.turned(certain="1")).count() == said


def questions(more: str = "") -> Iterator[EventFilter]:
    return (read_as(asked + more) for asked in QUESTIONS)


def opened(address: str) -> EventQuerySet:
    return read_as(urlsplit(address).query).events()


def read_as(asked: str) -> EventFilter:
    question = EventFilter(QueryDict(asked), _load())
    assert not question.faults
    return question
