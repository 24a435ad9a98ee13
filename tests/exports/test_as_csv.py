"""The record as a table: read back it is the same, and no spreadsheet takes it for a formula."""

import csv
from collections.abc import Iterator
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from timeline.exports import as_csv
from timeline.models import Event
from timeline.models.vocabulary import Kind, Role

FORMULA_STARTS = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n")


def told(event: Event) -> str:
    return f"https://dateline.example/events/{event.pk}/"


def read(*events: Event) -> list[dict[str, str]]:
    text = "".join(as_csv.lines(events, address=told))
    return list(csv.DictReader(StringIO(text, newline="")))


def bare(headline: str = "A thing", **columns: object) -> Event:
    """An event without accounts, as if loaded: it needs no database."""
    event = Event(pk=1, headline=headline, kind=Kind.CLASH, **columns)
    event._prefetched_objects_cache = {  # type: ignore[attr-defined]
        "participations": Event.objects.none(),
        "citations": Event.objects.none(),
    }
    return event


def test_no_events_are_a_header_alone() -> None:
    assert list(as_csv.lines([], address=told)) == [",".join(as_csv.COLUMNS) + "\r\n"]


def test_every_column_has_a_value_in_every_row() -> None:
    (row,) = read(bare())
    assert tuple(row) == as_csv.COLUMNS
    assert None not in row.values()


def test_unknown_is_empty_and_none_is_zero() -> None:
    (row,) = read(bare(killed_low=0))
    assert (row["killed_low"], row["killed_high"]) == ("0", "")


def test_yes_and_no_are_words() -> None:
    (row,) = read(bare(lasted=True))
    assert (row["lasted"], row["circa"]) == ("true", "false")


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_cell_that_looks_like_a_formula_is_defused(start: str) -> None:
    headline = f"{start}HYPERLINK(A1)"
    (row,) = read(bare(headline))
    assert row["headline"] == f"'{headline}".replace("'|", "'\\|")


def test_a_longitude_in_the_west_stays_a_number() -> None:
    (row,) = read(bare(latitude=40, longitude=-3.7))
    assert float(row["longitude"]) == -3.7


TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"))


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_a_table_read_back_has_the_same_texts(headlines: list[str]) -> None:
    rows = read(*[bare(headline, summary=headline[::-1]) for headline in headlines])
    assert [row["headline"] for row in rows] == [spreadsheet(each) for each in headlines]
    assert [row["summary"] for row in rows] == [spreadsheet(each[::-1]) for each in headlines]


def spreadsheet(text: str) -> str:
    """What a cell holds: the text, behind an apostrophe where it could be a formula."""
    looks_like_a_number = text.startswith("-") and set(text[1:].rstrip("\n")) <= set("0123456789,.")
    if not text.startswith(FORMULA_STARTS) or (looks_like_a_number and len(text) > 1):
        return text
    return "'" + (text if text[0] in "\t\r\n" else text.replace("|", "\\|"))


@pytest.mark.parametrize(
    "headline",
    ['He said "no", then left', "Two\nlines", "Fire 🔥 in the market", "الرقة بيد قسد"],
)
def test_quotes_newlines_emoji_and_arabic_come_back_as_they_were(headline: str) -> None:
    assert read(bare(headline))[0]["headline"] == headline


@pytest.mark.django_db
def test_factions_stand_with_the_codes_of_their_roles() -> None:
    sdf, isis = make.faction("SDF"), make.faction("ISIS")
    event = make.event(factions=[(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER)])
    event.participations.filter(faction=isis).update(side=2)
    (row,) = read(event)
    assert (row["factions"], row["faction_sides"]) == ("SDF (captor); ISIS (former_holder)", "; 2")


@pytest.mark.django_db
def test_several_sources_stand_side_by_side_in_their_columns() -> None:
    event = make.event(taken_from=make.article("First", outlet=make.outlet("Wire")))
    other = make.article("Second", outlet=make.outlet("Monitor"), url="https://monitor.example/2")
    make.citation(event, other)
    (row,) = read(event)
    assert row["source_names"] == "Wire; Monitor"
    assert row["source_titles"] == "First; Second"
    assert row["source_urls"] == "; https://monitor.example/2"
    assert row["quotations"] == f"{make.QUOTATION}; {make.QUOTATION}"


def test_a_line_is_written_before_the_next_event_is_asked_for() -> None:
    asked: list[int] = []

    def events() -> Iterator[Event]:
        for number in range(3):
            asked.append(number)
            yield bare()

    lines = as_csv.lines(events(), address=told)
    next(lines)
    assert asked == []
    next(lines)
    assert asked == [0]
