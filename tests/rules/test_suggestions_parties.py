"""Who takes part in what a text tells, in which role."""

from datetime import date
from pathlib import Path

import pytest

from timeline.names import Matcher
from timeline.suggestions import propose, unknown_names

PRINTED_ON = date(2025, 1, 28)  # a Tuesday
CITIES = """
    Aden, Aleppo, Bakhmut, Gaza, Goma, Khartoum, Kismayo, Kyiv, Lashio, Mariupol, Mekelle, Moscow,
    Rafah, Raqqa, Sake, Sirte, Tikrit, Tyre
"""
FACTIONS = {
    "Afghan army": [],
    "Armenia": [],
    "Azerbaijan": [],
    "Congolese army": ["FARDC"],
    "Egypt": [],
    "Eritrean army": ["Eritrean troops"],
    "Ethiopian army": ["Ethiopian forces"],
    "Hamas": [],
    "Hezbollah": [],
    "Houthis": [],
    "Iraqi army": ["Iraqi forces"],
    "Islamic State": [],
    "Israeli army": ["Israeli forces"],
    "Kenyan army": ["Kenya Defence Forces"],
    "M23": [],
    "MNDAA": [],
    "Myanmar military": [],
    "NATO": [],
    "Peshmerga": ["Kurdish forces"],
    "Qatar": [],
    "RSF": [],
    "Russian army": ["Russian forces"],
    "SDF": [],
    "Serb army": ["Bosnian Serbs"],
    "Sudanese army": [],
    "Syrian army": [],
    "Taliban": [],
    "Turkey": [],
    "UN": [],
    "Ukrainian army": [],
    "United States": ["US"],
    "Wagner": [],
    "al-Shabaab": [],
}
ROWS = (Path(__file__).parent / "test_suggestions_parties.txt").read_text("utf-8").splitlines()

cities = Matcher((name.strip(), name.strip()) for name in CITIES.split(","))
factions = Matcher((word, name) for name, words in FACTIONS.items() for word in (name, *words))


@pytest.mark.parametrize(
    ("expected", "text"),
    [row.split(" | ", 1) for row in ROWS if row and not row.startswith("#")],
)
def test_the_last_event_of_a_text_has_these_parties(expected: str, text: str) -> None:
    *_, last = propose(text, published=PRINTED_ON, cities=cities, factions=factions)
    parties = {f"{part.role} {part.faction}" for part in last.parts}
    assert parties == (set() if expected == "-" else set(expected.split("; ")))


@pytest.mark.parametrize(
    ("text", "name", "what"),
    [
        ("Rebels overran Walikale on Monday.", "Walikale", "city"),
        ("Ugandan soldiers entered Goma on Monday.", "Ugandan soldiers", "faction"),
        ("Goma was held by the Wazalendo, residents said.", "Wazalendo", "faction"),
        ("Nyatura fighters burnt huts near Goma.", "Nyatura", "faction"),
        ("Men of the ADF fled. The ADF has many camps.", "ADF", "faction"),
    ],
)
def test_a_name_that_acts_or_is_taken_is_offered(text: str, name: str, what: str) -> None:
    found = unknown_names(text, cities=cities, factions=factions)
    assert [(one.name, one.what) for one in found] == [(name, what)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan soldiers entered Goma on Monday.",
        "Masked gunmen entered Goma in April.",
        "Shells fell on Goma, and refugees arrived from Uganda.",
    ],
)
def test_kin_of_a_listed_name_and_common_words_are_not_offered(text: str) -> None:
    assert unknown_names(text, cities=cities, factions=factions) == []
