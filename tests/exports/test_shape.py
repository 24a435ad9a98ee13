"""What is told of an event, whatever the format."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from tests import make
from timeline.exports.shape import record
from timeline.models import Dataset, Event
from timeline.models.vocabulary import Kind, Measure, Role, Stance

pytestmark = pytest.mark.django_db


def raqqa_taken() -> Event:
    """An event with everything that can be told of one."""
    article = make.article(
        "Raqqa falls",
        outlet=make.outlet("Wire"),
        url="https://wire.example/raqqa",
        published_on=make.DAY,
    )
    city = make.city(
        "Raqqa", country="SY", latitude=Decimal("35.95000"), longitude=Decimal("39.01000")
    )
    sdf, isis = make.faction("SDF"), make.faction("ISIS")
    event = make.event(
        "The SDF takes Raqqa",
        when="on Tuesday",
        kind=Kind.CAPTURED,
        city=city,
        locality="the stadium",
        killed_low=0,
        killed_best=3,
        taken_from=article,
        factions=[(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER)],
        published=True,
    )
    event.participations.filter(faction=sdf).update(side=1)
    event.citations.update(claimant_words="a spokesman", claimant_faction=sdf)
    make.figure(event.citations.get(), 3, 5)
    return Event.objects.with_accounts().get(pk=event.pk)


def test_an_event_is_told_with_its_date_place_factions_and_sources() -> None:
    event = raqqa_taken()
    told = record(event, "https://dateline.example/events/1/")
    assert told["published_at"] is not None
    assert told | {"published_at": "", "changed_at": ""} == {
        "id": event.pk,
        "url": "https://dateline.example/events/1/",
        "headline": "The SDF takes Raqqa",
        "kind": "captured",
        "family": "control",
        "edtf": "2017-10-17",
        "date_printed": "on Tuesday",
        "earliest": "2017-10-17",
        "latest": "2017-10-17",
        "start_latest": None,
        "end_earliest": None,
        "precision": "exact",
        "lasted": False,
        "circa": False,
        "uncertain": False,
        "city": "Raqqa",
        "country": "SY",
        "locality": "the stadium",
        "latitude": 35.95,
        "longitude": 39.01,
        "place_precision": "town",
        "factions": [
            {"name": "SDF", "role": "captor", "side": 1, "basis": "stated"},
            {"name": "ISIS", "role": "former_holder", "side": None, "basis": "stated"},
        ],
        "grade": "unconfirmed",
        "grade_by_rule": "unconfirmed",
        "grade_reason": "",
        "status": "published",
        "killed_low": 0,
        "killed_best": 3,
        "killed_high": None,
        "killed_from": "record",
        "injured_low": None,
        "injured_best": None,
        "injured_high": None,
        "injured_from": "",
        "sources": [
            {
                "outlet": "Wire",
                "title": "Raqqa falls",
                "url": "https://wire.example/raqqa",
                "published_on": "2017-10-17",
                "quotation": make.QUOTATION,
                "claimant": "a spokesman",
                "claimant_kind": "media_report",
                "claimant_faction": "SDF",
                "stance": "asserts",
                "edtf": "",
                "gone_since": None,
                "figures": [
                    {"measure": "killed", "whom": "", "low": 3, "high": 5, "printed": "3 to 5"}
                ],
            }
        ],
        "summary": "",
        "language": "en",
        "published_at": "",
        "changed_at": "",
        "dataset": None,
        "reference": "",
    }


def test_the_text_of_an_article_is_never_told() -> None:
    assert "On Tuesday the fighting stopped" not in str(record(raqqa_taken(), ""))


def test_an_events_own_coordinates_go_before_its_citys() -> None:
    event = raqqa_taken()
    event.latitude, event.longitude = Decimal("35.5"), Decimal("-39.5")
    told = record(event, "")
    assert (told["latitude"], told["longitude"]) == (35.5, -39.5)


def test_an_event_without_a_city_has_no_place() -> None:
    told = record(make.event(), "")
    assert (told["city"], told["country"], told["latitude"]) == (None, None, None)


def test_what_lasted_keeps_its_inner_bounds() -> None:
    told = record(make.event(when="June to October 2017"), "")
    assert (told["edtf"], told["lasted"]) == ("2017-06/2017-10", True)
    assert (told["start_latest"], told["end_earliest"]) == ("2017-06-30", "2017-10-01")


def test_an_open_bound_is_null() -> None:
    told = record(make.event(when="by 27 July 2017"), "")
    assert (told["earliest"], told["latest"]) == (None, "2017-07-27")


def test_an_account_that_gives_another_date_is_told_with_it() -> None:
    event = make.event()
    citation = event.citations.get()
    citation.when = make.read("2017-10-16", make.DAY)
    citation.stance = Stance.DENIES
    citation.save()
    (source,) = record(event, "")["sources"]
    assert (source["edtf"], source["stance"]) == ("2017-10-16", "denies")


def test_instants_are_told_in_utc_to_the_second() -> None:
    event = make.event(published=True)
    event.changed_at = datetime(2026, 3, 3, 10, 30, 15, 999, tzinfo=UTC)
    assert record(event, "")["changed_at"] == "2026-03-03T10:30:15Z"


def test_a_record_of_a_data_set_names_it() -> None:
    event = make.event(reference="row 12345")
    event.dataset = Dataset(name="GED", attribution="Uppsala University", licence="CC BY 4.0")
    told = record(event, "")
    assert told["reference"] == "row 12345"
    assert told["dataset"] == {
        "name": "GED",
        "attribution": "Uppsala University",
        "licence": "CC BY 4.0",
    }


def test_many_events_are_told_without_a_query_for_each(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(3):
        make.event(city=make.city(), factions=[(make.faction(), Role.CAPTOR)])
    with django_assert_num_queries(4):
        told = [record(event, "") for event in Event.objects.with_accounts()]
    assert len(told) == 3


def test_where_the_record_has_no_number_the_accounts_tell_how_many() -> None:
    event = make.event(killed_low=7, published=True)
    for number in (40, 57):
        make.figure(make.citation(event, make.article()), number, number, measure=Measure.INJURED)
    told = record(Event.objects.with_accounts().get(pk=event.pk), "")
    assert (told["killed_low"], told["killed_high"], told["killed_from"]) == (7, None, "record")
    assert (told["injured_low"], told["injured_best"], told["injured_high"]) == (40, None, 57)
    assert told["injured_from"] == "accounts"
