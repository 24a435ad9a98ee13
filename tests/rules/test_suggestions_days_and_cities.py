"""When and where the events of a text happened, carried from one clause or sentence to the next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline.names import Matcher
from timeline.suggestions import Proposal, propose

PRINTED_ON = date(2023, 11, 20)
CITIES = "Aleppo Fallujah Goma Homs Juba Kherson Kidal Kunduz Malakal Mekelle Mosul Ramadi Raqqa"
TABLE = Path(__file__).with_suffix(".txt")

cities = Matcher((name, name) for name in CITIES.split())
factions = Matcher((name, name) for name in ("ISIS", "RSF"))


def texts() -> list[tuple[str, list[str]]]:
    """Each text of the table with its events, in order."""
    told: list[tuple[str, list[str]]] = []
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("    "):
            told[-1][1].append(line.strip())
        elif not line.startswith("#"):
            told.append((line, []))
    return told


def as_row(one: Proposal[str]) -> str:
    when = one.when
    assert when
    first, last = when.earliest or "", when.latest or ""
    days = str(first) if first == last else f"{first}..{last}"
    return f"{one.kind} {days} {one.city or '-'}"


@pytest.mark.parametrize(("text", "expected"), texts())
def test_each_event_has_the_day_and_the_city_that_the_text_gives(
    text: str, expected: list[str]
) -> None:
    proposals = propose(text, published=PRINTED_ON, cities=cities, factions=factions)
    assert [as_row(one) for one in proposals] == expected


def test_a_year_alone_dates_the_list_below_it() -> None:
    text = "2015\n\n10 May: Rebels take Homs.\n\n3 June: The army retakes it.\n"
    proposals = propose(text, published=PRINTED_ON, cities=cities, factions=factions)
    assert [as_row(one) for one in proposals] == [
        "captured 2015-05-10 Homs",
        "captured 2015-06-03 Homs",
    ]


def test_a_day_alone_opens_a_paragraph_that_is_told_in_the_present() -> None:
    text = "3 November. Rebels take Homs. Jets bomb Raqqa.\n"
    proposals = propose(text, published=PRINTED_ON, cities=cities, factions=factions)
    assert [as_row(one) for one in proposals] == [
        "captured 2023-11-03 Homs",
        "air_strike 2023-11-03 Raqqa",
    ]
