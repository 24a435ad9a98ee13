"""Addresses in any script, and those that lead nowhere."""

from collections.abc import Callable

import pytest
from django.db import models
from django.test import Client

from tests import make
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db


def city() -> models.Model:
    found = make.city("الرقة")
    make.event(city=found, published=True)
    return found


def faction() -> models.Model:
    found = make.faction("داعش")
    make.event(factions=[(found, Role.CAPTOR)], published=True)
    return found


def event() -> models.Model:
    return make.event("سقوط المدينة", published=True)


@pytest.mark.parametrize("subject", [city, faction, event])
def test_what_is_named_in_arabic_answers_at_its_own_address(
    client: Client, subject: Callable[[], models.Model]
) -> None:
    address = subject().get_absolute_url()  # type: ignore[attr-defined]
    assert address.isascii()
    assert client.get(address).status_code == 200


def test_a_question_to_a_city_named_in_arabic_keeps_its_address(client: Client) -> None:
    address = f"{city().get_absolute_url()}?from=2017"  # type: ignore[attr-defined]
    assert client.get(address).status_code == 200


def test_a_headline_that_changes_back_leads_nobody_in_a_circle(client: Client) -> None:
    answer = client.get(f"/events/{make.event('Raqqa falls', published=True).pk}-raqqa-stands/")
    assert (answer.status_code, answer["Cache-Control"]) == (301, "no-cache")


@pytest.mark.parametrize(
    "address",
    [
        "/cities/%00/",
        "/factions/a%00b/",
        "/cities/%FF/",
        "/events/1-%00/",
        "/events/1-%0A/",
        "/articles/99999999999999999999/",
    ],
)
def test_an_address_that_nothing_can_have_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
