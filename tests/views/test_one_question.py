"""One question, many answers: whatever way an answer is looked at, it is of the same events."""

import csv
import json
from collections.abc import Iterator
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
from timeline.lanes.cells import Grid
from timeline.lanes.rows import WIDE
from timeline.lanes.window import cells_of
from timeline.models import City, Event, Faction
from timeline.models.vocabulary import Grade, Kind, Role
from timeline.rail import counts
from timeline.strip import strip_of
from timeline.vocabulary import _load

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

QUESTIONS = (
    "",
    "city=raqqa",
    "city=raqqa&city=mosul&order=newest",
    "faction=sdf",
    "faction=sdf&members=0",
    "faction=sdf&with=isis",
    "kind=clash",
    "q=falls",
    "from=2017&to=2017",
    "from=2017-10-17&to=2017-10-17",
    "from=2030",
    "to=1990-05",
    "certain=1",
    "from=2016&certain=1",
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
    happened("Talks", "before 2013", None, sdf)
    happened("A statement", "2016", None)
    happened("A rumour", "1950-03-04", raqqa, sdf, grade=Grade.REFUTED)
    make.event("A draft", city=raqqa)
    make.withdrawn("Taken back", city=mosul)


def happened(headline: str, when: str, city: City | None, *parties: Faction, **given: Any) -> None:
    factions = [(party, Role.PARTICIPANT) for party in parties]
    make.event(headline, when=when, city=city, factions=factions, published=True, **given)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_every_answer_to_a_question_is_of_as_many_events(client: Client, asked: str) -> None:
    question = read_as(asked)
    total = question.events().count()
    assert counts(question).total == total
    assert dict(answers(client, asked)) == dict.fromkeys(ANSWERS, total)


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
    return sum(place.number for place in found.chosen or found.places) + found.nowhere


def in_strip(question: EventFilter) -> int:
    span = Event.objects.published().span()
    strip = strip_of(question, span["first"], span["last"])
    return sum(bar.told.total for bar in strip.whole.bars)


@pytest.mark.parametrize("lanes", ["city", "faction"])
def test_a_count_in_a_lane_opens_as_many_events(lanes: str) -> None:
    for asked in QUESTIONS:
        if "certain" not in asked:
            for address, number in counted(read_as(f"{asked}&view=lanes&lanes={lanes}")):
                assert read_as(urlsplit(address).query).events().count() == number, address


def counted(question: EventFilter) -> Iterator[tuple[str, int]]:
    """What every cell of a lane says and leads to, were the lane crowded."""
    found = laid_out(question, mirrored=False)
    if found is None:
        return
    cells = cells_of(found.window)
    slugs = {entry.id: entry.slug for entry in question.words.of(question.lanes).values()}
    for lane in lanes_of(question, cells):
        numbers = Grid(cells, 1, WIDE).counts(lane.tallies, certainly=False)
        for cell, number in zip(cells, numbers, strict=True):
            if number and lane.number:
                slug = slugs[lane.number]
                yield lane_address(question, lane, slug, cell, listed=True), number


def read_as(asked: str) -> EventFilter:
    question = EventFilter(QueryDict(asked), _load())
    assert not question.faults
    return question
