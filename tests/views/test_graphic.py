"""What describes violence in detail: nowhere before a reader was warned and asked for it."""

import re

import pytest
from django.test import Client

from tests import make
from timeline.actions import events
from timeline.models import Event

pytestmark = pytest.mark.django_db

SUMMARY = "Limbs lay in the street"
QUOTATION = "They found hands under the rubble"
DETAILS = (SUMMARY, QUOTATION)
FOLDED = re.compile(r'<details class="warning">.*?</details>', re.DOTALL)
HEAD = re.compile(r"<head>.*</head>", re.DOTALL)


def entered(*, graphic: bool) -> Event:
    article = make.article(body=f"{QUOTATION}. So a doctor said.")
    event = make.event(
        "Shells hit the market",
        city=make.city("Raqqa"),
        summary=SUMMARY,
        graphic=graphic,
        taken_from=article,
        quotation=QUOTATION,
        published=True,
    )
    event.summary = f"{SUMMARY} for hours"
    event.save()
    events.correct(event, by=make.editor(), note="It went on.")
    return event


def addresses(event: Event) -> list[str]:
    article = event.citations.get().article
    return [
        "/",
        "/cities/raqqa/",
        event.get_absolute_url(),
        article.get_absolute_url(),
        "/changes/",
    ]


def test_the_details_of_a_graphic_event_are_folded_wherever_they_stand(client: Client) -> None:
    for address in addresses(entered(graphic=True)):
        body = client.get(address).content.decode()
        in_sight = FOLDED.sub("", body)
        assert "Graphic details: show them" in body
        assert any(words in body for words in DETAILS)
        for words in DETAILS:
            assert words not in in_sight, address


def test_print_says_that_folded_details_were_left_out(client: Client) -> None:
    body = client.get(entered(graphic=True).get_absolute_url()).content.decode()
    assert body.count("Graphic details were left out in print.") == len(FOLDED.findall(body))


def test_a_link_to_a_graphic_event_is_shown_without_its_details(client: Client) -> None:
    body = client.get(entered(graphic=True).get_absolute_url()).content.decode()
    (head,) = HEAD.findall(body)
    for words in DETAILS:
        assert words not in head
    assert "1 account; Unconfirmed." in head


def test_other_events_carry_no_warning(client: Client) -> None:
    for address in addresses(entered(graphic=False)):
        body = client.get(address).content.decode()
        assert "Graphic details" not in body
        assert any(words in body for words in DETAILS)


def test_a_graphic_event_without_details_has_nothing_to_warn_of(client: Client) -> None:
    event = make.event(graphic=True, published=True)
    page = client.get(event.get_absolute_url()).content.decode()
    assert not re.search(r'<details class="warning"><summary>[^<]*</summary>\s*</details>', page)


def test_a_link_to_a_quotation_ends_before_its_warning(client: Client) -> None:
    event = entered(graphic=True)
    citation = event.citations.get()
    body = client.get(citation.article.get_absolute_url()).content.decode()
    assert f'<div id="c{citation.pk}"><details class="warning">' in body
