"""The strip as the pages show it."""

import re

import pytest
from django.test import Client

from tests import make
from timeline.models.vocabulary import Grade

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("city", [True, False])
def test_refuted_events_outside_of_all_others_have_their_bars_when_asked_for(
    client: Client, *, city: bool
) -> None:
    raqqa = make.city("Raqqa") if city else None
    make.event(when="2017-10-17", city=raqqa, published=True)
    make.event(when="1950-03-04", city=raqqa, grade=Grade.REFUTED, published=True)
    page = client.get("/cities/raqqa/?evidence=all" if city else "/?evidence=all")
    assert together(page.content.decode()) == [1, 1]


def test_a_record_of_which_all_is_refuted_has_a_strip_once_it_is_asked_for(client: Client) -> None:
    make.event(when="1950-03-04", grade=Grade.REFUTED, published=True)
    assert together(client.get("/?evidence=refuted").content.decode()) == [1]
    assert together(client.get("/?view=table").content.decode()) == []


def together(page: str) -> list[int]:
    """The events of each period, as the table below the strip has them."""
    rows = re.findall(r'<tr><th scope="row">.*?</th>(.*?)</tr>', page.partition("</details>")[0])
    return [int(re.findall(r"<td>(\d+)</td>", row)[-3]) for row in rows]
