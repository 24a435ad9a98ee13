"""What the database itself holds, whoever writes to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests import make
from timeline.actions.revisions import check_promises
from timeline.models import (
    Allegiance,
    Article,
    ArticleText,
    Citation,
    City,
    Dataset,
    Edition,
    Event,
    Faction,
    Figure,
    OldAddress,
    Participation,
    Revision,
)
from timeline.models.vocabulary import Precision, Relation, Role

pytestmark = pytest.mark.django_db


@contextmanager
def refused(constraint: str) -> Iterator[None]:
    """Fails unless the database refuses, by this constraint, what is written inside."""
    with pytest.raises(IntegrityError) as refusal, at_once():
        yield
    cause = refusal.value.__cause__
    assert isinstance(cause, psycopg.Error)
    assert constraint in (cause.diag.constraint_name or "")


@contextmanager
def at_once() -> Iterator[None]:
    """A savepoint at whose end the deferred promises are checked too."""
    with transaction.atomic():
        yield
        check_promises()


def write_event(**columns: Any) -> Event:
    return Event.objects.create(headline="A bridge falls", kind="captured", **columns)


DAY, NEXT = date(2017, 10, 17), date(2017, 10, 18)


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("earliest_not_after_latest", {"earliest": NEXT, "latest": DAY, "precision": "days"}),
        ("days_in_calendar", {"latest": date(9999, 12, 31), "precision": "before"}),
        ("days_in_calendar", {"earliest": date(1, 1, 1), "precision": "after"}),
        (
            "inner_bounds_only_if_it_lasted",
            {"earliest": DAY, "latest": NEXT, "precision": "days", "start_latest": DAY},
        ),
        (
            "start_within",
            {
                "earliest": NEXT,
                "latest": NEXT,
                "precision": "days",
                "lasted": True,
                "start_latest": DAY,
            },
        ),
        (
            "end_within",
            {
                "earliest": DAY,
                "latest": DAY,
                "precision": "days",
                "lasted": True,
                "end_earliest": NEXT,
            },
        ),
        ("precision_fits_bounds", {"earliest": DAY, "latest": NEXT, "precision": "exact"}),
        ("precision_fits_bounds", {"earliest": DAY, "latest": DAY, "precision": "before"}),
        ("precision_fits_bounds", {"earliest": DAY, "latest": None, "precision": "month"}),
        ("precision_fits_bounds", {"earliest": DAY, "latest": None, "precision": "unknown"}),
        ("killed_in_order", {"killed_low": 5, "killed_high": 4}),
        ("injured_in_order", {"injured_low": 5, "injured_best": 4}),
        ("latitude_on_earth", {"latitude": 91}),
        ("longitude_on_earth", {"longitude": -181}),
    ],
)
def test_an_event_that_contradicts_itself_is_refused(
    constraint: str, columns: dict[str, Any]
) -> None:
    with refused(constraint):
        write_event(**columns)


def test_an_event_is_not_part_of_itself() -> None:
    event = make.event()
    with refused("event_is_not_part_of_itself"):
        Event.objects.filter(pk=event.pk).update(parent=event.pk)


def test_publishing_needs_a_time_and_a_bound() -> None:
    with refused("published_has_time_and_date"):
        write_event(status="published", earliest=DAY, latest=DAY, precision="exact")
    with refused("published_has_time_and_date"):
        write_event(status="published", published_at=timezone.now())


def test_a_published_event_without_a_quotation_is_refused() -> None:
    with refused("event_has_evidence"):
        write_event(
            status="published",
            published_at=timezone.now(),
            earliest=DAY,
            latest=DAY,
            precision=Precision.EXACT,
        )


def test_a_record_of_a_dataset_is_evidence_enough() -> None:
    dataset = Dataset.objects.create(slug="ged", name="GED")
    write_event(
        status="published",
        published_at=timezone.now(),
        earliest=DAY,
        latest=DAY,
        precision=Precision.EXACT,
        dataset=dataset,
        external_id="4711",
    )
    check_promises()


def test_the_last_quotation_of_a_published_event_cannot_go() -> None:
    event = make.event(published=True)
    with refused("event_has_evidence"):
        event.citations.all().delete()


def test_a_quotation_that_its_text_lacks_is_refused() -> None:
    event = make.event()
    with refused("quotation_stands"):
        event.citations.update(quotation="The last fighters laid down their guns")


def test_a_quotation_from_the_text_of_another_article_is_refused() -> None:
    event, other = make.event(), make.article()
    with refused("quotation_stands"):
        event.citations.update(article=other)


def test_a_quotation_without_its_place_is_refused() -> None:
    event = make.event()
    with refused("quotation_has_its_text_and_place"):
        event.citations.update(start=None)


def test_the_same_words_are_quoted_once_for_an_event() -> None:
    event = make.event()
    citation = event.citations.get()
    with refused("citation_same_place_once"):
        Citation.objects.create(
            event=event,
            article=citation.article,
            text=citation.text,
            quotation=citation.quotation,
            start=citation.start,
        )


def test_a_text_once_taken_never_changes() -> None:
    text = make.article().current_text
    assert text
    with refused("text_is_never_changed"):
        ArticleText.objects.filter(pk=text.pk).update(body="Nothing happened.")


def test_a_revision_never_changes() -> None:
    make.event(published=True)
    with refused("revision_is_never_changed"):
        Revision.objects.update(note="")


def test_texts_of_an_article_are_numbered_without_doubles() -> None:
    text = make.article().current_text
    assert text
    with refused("article_text_number_once"):
        ArticleText.objects.create(article=text.article, number=text.number, body="Again.")


def test_an_empty_text_is_refused() -> None:
    with refused("article_text_not_empty"):
        ArticleText.objects.create(article=make.article(), number=9, body="")


def test_one_address_is_one_article() -> None:
    outlet = make.outlet()
    make.article(url="https://news.example/a?utm_source=x", outlet=outlet)
    with refused("article_url_once"):
        Article.objects.create(
            url="https://NEWS.example/a#top", title="Again", outlet=outlet, published_on=DAY
        )


def test_articles_without_an_address_do_not_collide() -> None:
    make.article()
    make.article()


def test_an_article_does_not_retell_itself() -> None:
    article = make.article()
    with refused("article_does_not_retell_itself"):
        Article.objects.filter(pk=article.pk).update(retells=article.pk)


def test_a_faction_has_a_role_in_an_event_once() -> None:
    sdf = make.faction("SDF")
    event = make.event(factions=[(sdf, Role.CAPTOR)])
    with refused("participation_once_a_role"):
        Participation.objects.create(event=event, faction=sdf, role=Role.CAPTOR)


def test_there_are_two_sides() -> None:
    event = make.event(factions=[(make.faction(), Role.CAPTOR)])
    with refused("participation_side_one_or_two"):
        event.participations.update(side=3)


def test_a_figure_that_ends_below_its_start_is_refused() -> None:
    citation = make.event().citations.get()
    with refused("figure_low_not_above_high"):
        Figure.objects.create(citation=citation, measure="killed", low=9, high=8, printed="8")


def test_half_a_place_is_no_place() -> None:
    with refused("city_both_coordinates_or_none"):
        City.objects.create(name="Nowhere", slug="nowhere", latitude=1)


def test_a_city_lies_on_earth() -> None:
    with refused("city_latitude_on_earth"):
        City.objects.create(name="Nowhere", slug="nowhere", latitude=91, longitude=0)
    with refused("city_longitude_on_earth"):
        City.objects.create(name="Nowhere", slug="nowhere", latitude=0, longitude=181)


def test_colours_are_written_as_hex() -> None:
    with refused("faction_colours_are_hex"):
        Faction.objects.create(name="X", slug="x", kind="coalition", colour_light="red")


def test_a_spelling_stands_once_for_a_city_and_a_faction() -> None:
    city, faction = make.city("Raqqa", spellings=["Rakka"]), make.faction("SDF", spellings=["QSD"])
    with refused("city_name_once"):
        city.names.create(name="Rakka")
    with refused("faction_name_once"):
        faction.names.create(name="QSD")


def test_no_faction_is_its_own_ally() -> None:
    sdf = make.faction()
    with refused("allegiance_with_another"):
        Allegiance.objects.create(faction=sdf, other=sdf, relation=Relation.PART_OF)


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("since_before_until", {"since_earliest": NEXT, "until_latest": DAY}),
        ("bounds_in_order", {"since_earliest": NEXT, "since_latest": DAY}),
        ("bounds_in_order", {"until_earliest": NEXT, "until_latest": DAY}),
    ],
)
def test_an_allegiance_ends_after_it_begins(constraint: str, columns: dict[str, Any]) -> None:
    ypg, sdf = make.faction(), make.faction()
    with refused(constraint):
        Allegiance.objects.create(faction=ypg, other=sdf, relation="part_of", **columns)


def test_an_allegiance_without_end_is_left_open() -> None:
    forever = date(9999, 12, 31)
    with refused("allegiance_days_in_calendar"):
        Allegiance.objects.filter(pk=make.allegiance(make.faction(), make.faction()).pk).update(
            until_earliest=forever, until_latest=forever
        )


def test_there_is_one_edition() -> None:
    with refused("edition_is_one_row"):
        Edition.objects.create(id=2)


def test_an_old_address_leads_to_one_thing() -> None:
    OldAddress.objects.create(kind="city", slug="rakka", target=1)
    with refused("old_address_leads_to_one"):
        OldAddress.objects.create(kind="city", slug="rakka", target=2)


def test_an_external_record_comes_in_once() -> None:
    dataset = Dataset.objects.create(slug="ged", name="GED")
    write_event(dataset=dataset, external_id="1")
    with refused("event_external_id_once_a_dataset"):
        write_event(dataset=dataset, external_id="1")


def test_revisions_are_numbered_without_doubles() -> None:
    make.event()
    first = Revision.objects.earliest("at")
    with refused("revision_number_once"):
        Revision.objects.create(
            subject_kind=first.subject_kind,
            subject_id=first.subject_id,
            number=first.number,
            change="changed",
            snapshot={},
        )
