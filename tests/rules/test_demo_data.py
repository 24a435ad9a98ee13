"""The demonstration's files on their own: what they promise in timeline/demo/README.md."""

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import pytest

from timeline import dates, figures
from timeline.models.vocabulary import (
    Basis,
    ClaimantKind,
    FactionKind,
    Family,
    Grade,
    Kind,
    Measure,
    NameKind,
    PlacePrecision,
    Precision,
    Relation,
    Role,
    Scale,
    Stance,
    Status,
)
from timeline.quotes import locate, normalise

Row = dict[str, Any]

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "timeline" / "demo"
UCDP = ROOT.parent / "shared" / "data" / "ucdp-ged-45k.csv.gz"
DISCLAIMER = "This dispatch was written for Dateline's demonstration; no news outlet published it."
KM_A_DEGREE = 111
SIDES = [None, 1, 2]
COURSES = [
    ("raqqa", ["nusra-front", "isis", "sdf"]),
    ("mosul", ["isis", "iraqi-security-forces"]),
    ("kobani", ["ypg"]),
    ("palmyra", ["isis", "syrian-army", "isis", "syrian-army"]),
    ("manbij", ["isis", "manbij-military-council"]),
    ("ramadi", ["isis", "cts", "iraqi-security-forces"]),
    ("deir-ez-zor", ["isis", "syrian-army"]),
]


def read(name: str) -> Any:
    return json.loads((DEMO / name).read_text(encoding="utf-8"))


def keyed(rows: list[Row], key: str) -> dict[str, Row]:
    return {row[key]: row for row in rows}


PLACES, FACTIONS, DISPATCHES = read("places.json"), read("factions.json"), read("dispatches.json")
CITIES = keyed(PLACES["cities"], "slug")
PARTIES = keyed(FACTIONS["factions"], "slug")
OUTLETS = keyed(DISPATCHES["outlets"], "slug")
STORIES = keyed(DISPATCHES["dispatches"], "key")
EVENTS = keyed(read("events.json")["events"], "key")


def citations() -> Iterator[Row]:
    for event in EVENTS.values():
        yield from event["citations"]


def published(story: str) -> date:
    return date.fromisoformat(STORIES[story]["published_on"])


def when(event: Row) -> dates.When:
    return dates.read(event["date"]["printed"], published=published(event["date"]["read_in"]))


def test_the_demonstration_is_large_enough_to_show_every_page() -> None:
    assert len(EVENTS) >= 120
    assert len({event["city"] for event in EVENTS.values() if event["city"]}) >= 25
    assert len(PARTIES) >= 20
    assert len(STORIES) >= 30


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        (PLACES["cities"], "slug"),
        (FACTIONS["factions"], "slug"),
        (DISPATCHES["outlets"], "slug"),
        (DISPATCHES["dispatches"], "key"),
        (read("events.json")["events"], "key"),
    ],
    ids=["cities", "factions", "outlets", "dispatches", "events"],
)
def test_a_key_names_one_row_and_fits_an_address(rows: list[Row], key: str) -> None:
    keys = [row[key] for row in rows]
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each) for each in keys)


@pytest.mark.parametrize(
    "named", [*CITIES.values(), *PARTIES.values()], ids=lambda row: row["slug"]
)
def test_a_city_or_faction_has_names_in_english_and_arabic_once_each(named: Row) -> None:
    spellings = [name["name"] for name in named["names"]]
    assert len(spellings) == len(set(spellings))
    assert {name["kind"] for name in named["names"]} <= set(NameKind.values)
    for language, script in [("en", "Latn"), ("ar", "Arab")]:
        assert any((n["language"], n["script"]) == (language, script) for n in named["names"])


def test_a_city_lies_in_syria_or_iraq() -> None:
    for city in CITIES.values():
        assert city["country"] in {"SY", "IQ"}
        assert 29 < city["latitude"] < 38
        assert 35 < city["longitude"] < 49


def test_a_faction_has_a_kind_and_colours_of_its_own() -> None:
    assert {party["kind"] for party in PARTIES.values()} <= set(FactionKind.values)
    for tone in ["colour_light", "colour_dark"]:
        colours = [party[tone] for party in PARTIES.values()]
        assert len(set(colours)) == len(colours)
        assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours)


def test_an_allegiance_joins_two_factions_and_names_its_source() -> None:
    for tie in FACTIONS["allegiances"]:
        assert {tie["faction"], tie["other"]} <= PARTIES.keys()
        assert tie["relation"] in Relation.values
        assert tie["source"]


def test_the_ypg_belongs_to_the_sdf_from_its_founding_in_october_2015() -> None:
    [tie] = [
        tie
        for tie in FACTIONS["allegiances"]
        if (tie["faction"], tie["relation"], tie["other"]) == ("ypg", "part_of", "sdf")
    ]
    since = dates.from_edtf(tie["since"])
    assert (since.earliest, since.latest) == (date(2015, 10, 10), date(2015, 10, 11))


def test_no_outlet_passes_for_a_real_one() -> None:
    for outlet in OUTLETS.values():
        assert "demonstration" in outlet["name"].lower()
        assert outlet["scale"] in Scale.values
        assert outlet["run_by"] is None or outlet["run_by"] in PARTIES


def test_a_dispatch_is_short_and_ends_by_saying_what_it_was_written_for() -> None:
    for story in STORIES.values():
        body, _, last = story["body"].rpartition("\n\n")
        assert last == DISCLAIMER
        assert 120 <= len(body.split()) <= 350
        assert story["body"] == normalise(story["body"])
        assert story["outlet"] in OUTLETS


def test_a_copy_is_by_another_outlet_and_not_older_than_its_original() -> None:
    copies = [story for story in STORIES.values() if story["retells"]]
    assert copies
    for copy in copies:
        assert copy["outlet"] != STORIES[copy["retells"]]["outlet"]
        assert published(copy["key"]) >= published(copy["retells"])


def test_an_event_uses_the_words_of_the_field() -> None:
    for event in EVENTS.values():
        assert event["kind"] in Kind.values
        assert event["place_precision"] in PlacePrecision.values
        assert event["status"] in Status.values
        assert event["grade"] in Grade.values
        for part in event["participations"]:
            assert part["role"] in Role.values
            assert part["basis"] in Basis.values
            assert part["side"] in SIDES


def test_an_event_names_only_rows_that_exist() -> None:
    for event in EVENTS.values():
        assert event["city"] is None or event["city"] in CITIES
        assert event["parent"] is None or event["parent"] in EVENTS.keys() - {event["key"]}
        assert {part["faction"] for part in event["participations"]} <= PARTIES.keys()
        assert {citation["dispatch"] for citation in event["citations"]} <= STORIES.keys()
        assert event["date"]["read_in"] in {citation["dispatch"] for citation in event["citations"]}


def test_a_campaign_stands_before_its_parts() -> None:
    keys = list(EVENTS)
    for event in EVENTS.values():
        if event["parent"]:
            assert keys.index(event["parent"]) < keys.index(event["key"])


def test_a_faction_has_a_role_in_an_event_once() -> None:
    for event in EVENTS.values():
        roles = [(part["faction"], part["role"]) for part in event["participations"]]
        assert roles
        assert len(set(roles)) == len(roles)


def test_a_quotation_stands_in_its_dispatch_to_the_letter_and_is_used_once() -> None:
    for event in EVENTS.values():
        starts = []
        for citation in event["citations"]:
            body = STORIES[citation["dispatch"]]["body"]
            found = locate(citation["quotation"], body)
            assert found, citation["quotation"]
            assert citation["claimant"]["words"] in body
            assert citation["printed_date"] in body
            starts.append((citation["dispatch"], found[0].start))
        assert len(set(starts)) == len(starts)


def test_a_citation_says_who_claims_what_and_how() -> None:
    for citation in citations():
        claimant = citation["claimant"]
        assert citation["stance"] in Stance.values
        assert claimant["kind"] in ClaimantKind.values
        assert claimant["faction"] is None or claimant["faction"] in PARTIES
        assert claimant["words"] or claimant["kind"] == ClaimantKind.MEDIA


def test_a_figure_keeps_its_printed_words_and_its_bounds_in_order() -> None:
    for citation in citations():
        for figure in citation["figures"]:
            assert figure["printed"] in citation["quotation"]
            assert figure["measure"] in Measure.values
            bounds = [bound for bound in (figure["low"], figure["high"]) if bound is not None]
            assert bounds
            assert bounds == sorted(bounds)


ADDED_UP = "101 civilians in the building and four in the house beside it"


def test_the_bounds_of_a_figure_are_what_its_printed_words_stand_for() -> None:
    for citation in citations():
        for figure in citation["figures"]:
            if figure["printed"] == ADDED_UP:
                continue
            count = figures.read(figure["printed"])
            assert (count.low, count.high) == (figure["low"], figure["high"]), figure["printed"]


def test_the_printed_date_means_what_the_edtf_string_says() -> None:
    for event in EVENTS.values():
        printed, meant = when(event), dates.from_edtf(event["date"]["edtf"])
        bounds = (printed.earliest, printed.latest)
        assert bounds == (meant.earliest, meant.latest), event["key"]
        assert printed.lasted == event["date"]["lasted"], event["key"]
        assert printed.circa == event["date"]["circa"] == meant.circa, event["key"]


def test_a_date_is_printed_in_the_dispatch_or_written_as_edtf() -> None:
    for event in EVENTS.values():
        day = event["date"]
        assert day["printed"] in STORIES[day["read_in"]]["body"] or day["printed"] == day["edtf"]


def test_the_printed_date_is_found_again_in_the_running_text() -> None:
    for event in EVENTS.values():
        day, printed = event["date"], when(event)
        body = STORIES[day["read_in"]]["body"]
        found = {
            (each.when.earliest, each.when.latest)
            for each in dates.find(body, published=published(day["read_in"]))
        }
        known = day["printed"] == day["edtf"] or (printed.earliest, printed.latest) in found
        assert known, event["key"]


def test_a_date_that_another_citation_prints_can_be_the_same_day() -> None:
    for event in EVENTS.values():
        known = when(event)
        for citation in event["citations"]:
            if not citation["printed_date"]:
                continue
            other = dates.read(citation["printed_date"], published=published(citation["dispatch"]))
            assert (other.earliest or date.min) <= (known.latest or date.max)
            assert (known.earliest or date.min) <= (other.latest or date.max)


def test_no_dispatch_tells_what_has_not_happened_yet() -> None:
    for event in EVENTS.values():
        begins = when(event).earliest or date.min
        assert all(begins <= published(citation["dispatch"]) for citation in event["citations"])


def test_every_family_of_kinds_is_shown() -> None:
    assert {Kind(event["kind"]).family for event in EVENTS.values()} == set(Family)


def test_dates_of_every_precision_are_shown() -> None:
    shown = Counter(when(event).precision.value for event in EVENTS.values())
    assert shown.keys() == set(Precision.values) - {Precision.UNKNOWN}


def test_dates_that_lasted_and_dates_about_a_day_are_shown() -> None:
    assert any(event["date"]["lasted"] for event in EVENTS.values())
    assert any(event["date"]["circa"] for event in EVENTS.values())
    assert any(when(event).duration for event in EVENTS.values())


def test_every_grade_stance_and_status_is_shown() -> None:
    assert {event["grade"] for event in EVENTS.values()} == set(Grade.values)
    assert {event["status"] for event in EVENTS.values()} == set(Status.values)
    assert {citation["stance"] for citation in citations()} == set(Stance.values)
    measures = {figure["measure"] for citation in citations() for figure in citation["figures"]}
    assert measures == set(Measure.values)


def test_some_events_have_no_city() -> None:
    assert sum(event["city"] is None for event in EVENTS.values()) >= 3


def test_several_events_are_told_by_more_than_one_outlet() -> None:
    tellers = [
        {STORIES[citation["dispatch"]]["outlet"] for citation in event["citations"]}
        for event in EVENTS.values()
    ]
    assert sum(len(each) > 1 for each in tellers) >= 10
    assert sum(len(each) > 2 for each in tellers) >= 3


def test_a_withdrawn_event_says_why_and_no_other_does() -> None:
    for event in EVENTS.values():
        assert bool(event["withdrawn_reason"]) == (event["status"] == Status.WITHDRAWN)


def test_a_correction_says_why_and_what_was_there_before() -> None:
    corrections = [note for event in EVENTS.values() for note in event["corrections"]]
    assert any(note["public"] for note in corrections)
    for note in corrections:
        assert note["note"]
        assert note["before"].keys() <= {"headline", "date"}


@pytest.mark.parametrize(("city", "holders"), COURSES)
def test_a_well_known_city_is_taken_by_each_holder_in_turn(city: str, holders: list[str]) -> None:
    taken = sorted(
        (when(event).earliest or date.min, event["participations"][0]["faction"])
        for event in EVENTS.values()
        if (event["city"], event["kind"], event["status"]) == (city, "captured", "published")
        and not event["locality"]
    )
    assert [holder for _, holder in taken] == holders


def test_an_event_has_a_reference_that_can_be_looked_up() -> None:
    for event in EVENTS.values():
        reference = event["reference"]
        if "ucdp" in reference:
            assert reference.keys() == {"ucdp"}
            assert reference["ucdp"].isdigit()
        else:
            assert reference["work"]
            assert reference["publisher"]
            assert 2013 <= reference["year"] <= 2026
            assert reference["reread"] is False


@pytest.fixture(scope="module")
def recorded() -> dict[str, Row]:
    if not UCDP.exists():
        pytest.skip("no copy of the UCDP rows lies beside the project")
    with gzip.open(UCDP, "rt", encoding="utf-8-sig", newline="") as lines:
        wanted = {event["reference"].get("ucdp") for event in EVENTS.values()}
        return {row["id"]: row for row in csv.DictReader(lines) if row["id"] in wanted}


def test_a_ucdp_reference_is_a_row_of_the_same_place_and_days(recorded: dict[str, Row]) -> None:
    """A campaign's fighting may be recorded up to three days away and 45 km from the town."""
    for event in EVENTS.values():
        if "ucdp" not in event["reference"]:
            continue
        row = recorded[event["reference"]["ucdp"]]
        first, last = (date.fromisoformat(row[end][:10]) for end in ("date_start", "date_end"))
        known = when(event)
        assert first - timedelta(days=3) <= (known.latest or date.max), event["key"]
        assert last + timedelta(days=3) >= (known.earliest or date.min), event["key"]
        if event["city"]:
            assert kilometres(CITIES[event["city"]], row) <= 45, event["key"]


def kilometres(city: Row, row: Row) -> float:
    """Straight distance, on a plane good enough within a province."""
    north = float(row["latitude"]) - city["latitude"]
    east = (float(row["longitude"]) - city["longitude"]) * cos(radians(city["latitude"]))
    return hypot(north, east) * KM_A_DEGREE
