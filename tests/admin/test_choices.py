"""What an autocomplete offers."""

from typing import Any

import pytest
from django.test import Client

from tests import make
from timeline.models.vocabulary import Role


def offered(client: Client, noun: str, field: str, term: str = "") -> list[dict[str, Any]]:
    asked = {"app_label": "timeline", "model_name": noun, "field_name": field, "term": term}
    results: list[dict[str, Any]] = client.get("/admin/autocomplete/", asked).json()["results"]
    return results


@pytest.mark.parametrize("term", ["raqqa", "Rakka", "ar-Raqqah", "الرقة"])
def test_a_city_is_offered_under_any_spelling(reporter: Client, term: str) -> None:
    make.city("Mosul")
    make.city("Raqqa", spellings=["Rakka", "Ar Raqqah", "الرقة"])
    assert [choice["text"] for choice in offered(reporter, "event", "city", term)] == ["Raqqa"]


@pytest.mark.parametrize("term", ["daesh", "داعش", "islamic state"])
def test_a_faction_is_offered_under_any_spelling(reporter: Client, term: str) -> None:
    make.faction("ISIS", spellings=["Daesh", "داعش", "Islamic State"])
    make.faction("SDF")
    found = offered(reporter, "participation", "faction", term)
    assert [choice["text"] for choice in found] == ["ISIS"]


def test_what_is_most_used_is_offered_first_and_says_how_much(reporter: Client) -> None:
    make.city("Aleppo")
    raqqa = make.city("Raqqa", spellings=["Raqqah", "Raqqa city"])
    make.event(city=raqqa)
    make.event(city=raqqa)
    texts = [choice["text"] for choice in offered(reporter, "event", "city")]
    assert texts == ["Raqqa · 2 uses", "Aleppo"]
    assert offered(reporter, "event", "city", "raq")[0]["text"] == "Raqqa · 2 uses"


def test_an_article_is_offered_by_words_and_brings_its_day(reporter: Client) -> None:
    article = make.article("The fall of the city")
    make.article("Another")
    found = offered(reporter, "citation", "article", "city fall")
    assert [(choice["id"], choice["published_on"]) for choice in found] == [
        (str(article.pk), "2017-10-17")
    ]


def test_the_most_used_faction_comes_first(reporter: Client) -> None:
    make.faction("A")
    used = make.faction("B")
    make.event(factions=[(used, Role.CAPTOR)])
    texts = [choice["text"] for choice in offered(reporter, "participation", "faction")]
    assert texts == ["B · 1 use", "A"]


def test_nothing_is_offered_to_somebody_who_is_not_signed_in(client: Client, db: None) -> None:
    assert client.get("/admin/autocomplete/").status_code == 302


def test_a_sign_that_no_name_has_is_passed_over(reporter: Client) -> None:
    city = make.city("Raqqa")
    assert [row["id"] for row in offered(reporter, "event", "city", "raq\x00qa")] == [str(city.pk)]
