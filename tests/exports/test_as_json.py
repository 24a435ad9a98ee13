"""The record as one JSON document, whatever the events hold and however many they are."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.exports.test_as_csv import bare, told
from timeline.exports import as_json
from timeline.exports.shape import record
from timeline.models import Event
from timeline.models.vocabulary import Role

ABOUT = {"question": "/?city=raqqa", "edition": 7, "licence": "CC BY 4.0"}
TEXTS = st.text(st.characters(blacklist_characters="\x00"))


def document(*events: Event) -> str:
    return "".join(as_json.pieces(events, address=told, about=ABOUT))


def test_no_events_are_a_valid_document() -> None:
    assert json.loads(document()) == {"about": ABOUT, "events": []}


@pytest.mark.django_db
def test_a_document_read_back_has_the_same_events() -> None:
    events = [make.event(factions=[(make.faction(), Role.CAPTOR)]), make.event(when="2014")]
    read = json.loads(document(*events))
    assert read["events"] == [record(event, told(event)) for event in events]


@given(st.lists(TEXTS, max_size=5))
def test_any_text_comes_back_as_it_was(headlines: list[str]) -> None:
    text = document(*[bare(headline) for headline in headlines])
    assert [event["headline"] for event in json.loads(text)["events"]] == headlines
    text.encode()


@given(TEXTS)
def test_no_control_character_stands_in_a_document(headline: str) -> None:
    controls = {chr(code) for code in (*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029)}
    assert set(document(bare(headline))) & controls <= {"\n"}


def test_every_event_has_a_line_of_its_own() -> None:
    assert len(document(bare("One\nheadline"), bare("Another")).splitlines()) == 4


def test_arabic_stays_readable() -> None:
    assert "الرقة" in document(bare("الرقة"))


def test_a_number_that_json_has_not_is_an_error() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        "".join(as_json.pieces([], address=told, about={"share": float("nan")}))


def test_an_event_is_written_before_the_next_is_asked_for() -> None:
    asked: list[int] = []

    def events() -> Iterator[Event]:
        for number in range(3):
            asked.append(number)
            yield bare()

    pieces = as_json.pieces(events(), address=told, about={})
    next(pieces)
    assert asked == []
    next(pieces)
    assert asked == [0]
