"""The page of a faction's family: over time, on a day, and what it refuses."""

import pytest
from django.test import Client

from tests import make
from timeline.models import Faction
from timeline.models.vocabulary import Relation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sdf(db: None) -> Faction:
    sdf, ypg = make.faction("SDF"), make.faction("YPG")
    make.allegiance(ypg, sdf, since="[2015-10-10..2015-10-11]")
    make.allegiance(
        make.faction("Coalition"), sdf, Relation.SUPPORTS, since="2016", source="A book"
    )
    return sdf


def test_the_page_of_a_faction_draws_its_family_and_tells_it_in_words(client: Client) -> None:
    body = client.get("/factions/sdf/").text
    assert '<svg class="kin"' in body
    for words in (
        "Its members",
        "since 10 or 11 October 2015",
        "YPG events count for it from 10 October 2015",
        "Supported by",
        "A book",
        "/factions/sdf/family/",
    ):
        assert words in body


def test_a_day_shows_who_belonged_then_and_marks_what_is_not_certain(client: Client) -> None:
    before = client.get("/factions/sdf/family/?on=2015-10-09").text
    assert "The record knows of nobody to whom SDF was tied on that day." in before
    unsure = client.get("/factions/sdf/family/?on=2015-10-10")
    assert [tie.possibly for _label, told in unsure.context["ties"] for tie in told] == [True]
    assert "<em>possibly</em>" in unsure.text
    assert "<em>possibly</em>" not in client.get("/factions/sdf/family/?on=2015-10-11").text


def test_days_of_change_are_links_that_lead_back_and_forth(client: Client) -> None:
    page = client.get("/factions/sdf/family/?on=2015-10-11")
    assert page.context["previous"].url == "/factions/sdf/family/?on=2015-10-10"
    assert page.context["next"].url == "/factions/sdf/family/?on=2016-01-01"
    assert page.context["next"].names == "Coalition"
    turns = [turn.url for turn in page.context["turns"]]
    assert all(client.get(url).status_code == 200 for url in turns)
    assert len(turns) == 4


@pytest.mark.parametrize("query", ["on=yesterday", "on=2015-02-30", "on=2015", "colour=red"])
def test_an_unreadable_day_is_an_error_and_shows_nobody(client: Client, query: str) -> None:
    response = client.get(f"/factions/sdf/family/?{query}")
    assert response.status_code == 400
    assert "YPG" not in response.text
    assert 'class="fault"' in response.text


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("sdf/family/?on=", "/factions/sdf/family/"),
        ("sdf/family/?utm_source=x&on=2016-05-01", "/factions/sdf/family/?on=2016-05-01"),
    ],
)
def test_a_question_has_one_address(client: Client, asked: str, address: str) -> None:
    assert client.get(f"/factions/{asked}")["Location"] == address


def test_who_is_unknown_has_no_family(client: Client) -> None:
    assert client.get("/factions/atlantis/family/").status_code == 404


def test_another_spelling_leads_to_the_family(client: Client) -> None:
    Faction.objects.get(slug="sdf").names.create(name="Syrian Democratic Forces")
    found = client.get("/factions/Syrian Democratic Forces/family/?on=2016-05-01")
    assert found["Location"] == "/factions/sdf/family/?on=2016-05-01"


def test_a_faction_without_allegiances_has_no_drawing(client: Client) -> None:
    make.faction("Alone")
    assert "allegiances" not in client.get("/factions/alone/").text
    assert "knows of nobody to whom Alone was tied." in client.get("/factions/alone/family/").text
