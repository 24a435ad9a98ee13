"""Files answer the same question as pages."""

import csv
import io
import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client

from tests import make
from timeline.models.vocabulary import ControlState, Grade, Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(db: None) -> None:
    raqqa = make.city("Raqqa")
    make.event("first", city=raqqa, when="2017-06-06", published=True)
    sdf, isis = make.faction("SDF"), make.faction("ISIS")
    parties = [(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER)]
    make.event("second", city=raqqa, when="2017-10-17", factions=parties, published=True)
    make.held(raqqa, isis, last=date(2017, 10, 16))
    make.held(raqqa, isis, sdf, first=date(2017, 10, 17), state=ControlState.CONTESTED)
    make.event("elsewhere", when="2017-08", published=True)
    make.event("refuted", when="2017-08", grade=Grade.REFUTED, published=True)
    make.event("draft", city=raqqa)


def of_csv(client: Client, query: str) -> list[str]:
    text = client.get(f"/events.csv{query}").getvalue().decode()
    return [row["headline"] for row in csv.DictReader(io.StringIO(text))]


def of_json(client: Client, query: str) -> list[str]:
    document = json.loads(client.get(f"/events.json{query}").getvalue())
    return [event["headline"] for event in document["events"]]


def of_page(client: Client, query: str) -> list[str]:
    return [event.headline for event in client.get(f"/{query}").context["page"].events]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?order=newest",
        "?city=raqqa",
        "?from=2017-08&to=2017-09",
        "?evidence=all",
        "?q=second",
        "?kind=fighting",
        "?faction=sdf&with=isis",
        "?held=isis",
        "?held=isis&certain=1",
    ],
)
def test_page_and_files_give_the_same_events_in_the_same_order(client: Client, query: str) -> None:
    assert of_csv(client, query) == of_json(client, query) == of_page(client, query)


@pytest.mark.parametrize(
    ("query", "number"),
    [("?faction=sdf&with=isis", 1), ("?held=isis", 2), ("?held=isis&certain=1", 1)],
)
def test_a_choice_counts_the_events_of_page_and_file(
    client: Client, query: str, number: int
) -> None:
    page = client.get(f"/{query}")
    checked = re.search(r'name="(?:with|held)" value="isis" checked>.*?<i>(\d+)</i>', page.text)
    assert checked
    assert page.context["counts"].total == int(checked[1]) == len(of_csv(client, query)) == number


def test_a_file_is_sent_while_it_is_read(client: Client) -> None:
    assert client.get("/events.csv").streaming
    assert client.get("/events.json").streaming


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_goes_away_leaves_no_transaction_behind(client: Client) -> None:
    response = client.get("/events.csv")
    next(iter(response))
    next(iter(response))
    assert connection.in_atomic_block
    response.close()
    assert not connection.in_atomic_block
    make.city("Written afterwards")


@pytest.mark.parametrize("name", ["events.csv", "events.json"])
def test_a_file_that_cannot_be_asked_for_says_why(client: Client, name: str) -> None:
    response = client.get(f"/{name}?from=soon&colour=red")
    assert response.status_code == 400
    assert "from: “soon” is not a date" in response.content.decode()
    assert "“colour”" in response.content.decode()


def test_json_says_what_was_asked_and_of_which_edition(client: Client) -> None:
    about = json.loads(client.get("/events.json?city=raqqa").getvalue())["about"]
    assert about["question"] == "http://testserver/?city=raqqa"
    assert about["edition"] > 0
    assert about["demonstration"] is False
