"""Synthetic events: made up in bulk, and yet just what actions and readers would have left."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Q

from tests import make
from timeline.actions import control
from timeline.importers import synthetic
from timeline.models import Allegiance, Citation, ControlSpan, Dataset, Edition, Event
from timeline.models.grading import regrade
from timeline.models.reading import refresh
from timeline.models.vocabulary import Grade, Precision

pytestmark = pytest.mark.django_db

COUNT = 600
DERIVED = ("slug", "faction_ids", "faction_ids_with_groups", "outlet_ids", "words", "grade_by_rule")


def seed(count: int = COUNT, number: int = 1) -> None:
    call_command("seed_events", str(count), seed=number, verbosity=0)


def as_told() -> list[tuple[Any, ...]]:
    """What a reader would notice: everything but the numbers of rows."""
    event = ("external_id", "headline", "earliest", "latest", "kind", "grade", "city__slug")
    account = ("citations__article__title", "citations__quotation", "citations__start")
    return sorted(Event.objects.values_list(*event, "words", "published_at", *account), key=repr)


def test_the_promises_hold_for_every_synthetic_event() -> None:
    seed()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Event.objects.published().count() == COUNT


def test_every_quotation_stands_in_its_text() -> None:
    seed(100)
    for citation in Citation.objects.select_related("text"):
        assert citation.text is not None
        assert citation.start is not None
        found = citation.text.body[citation.start :][: len(citation.quotation)]
        assert found == citation.quotation


def test_columns_for_reading_are_what_refreshing_makes_of_them() -> None:
    seed()
    lexemes = "(SELECT array_agg(lexeme ORDER BY lexeme) FROM unnest(search))"
    rows = Event.objects.order_by("id").extra(select={"lexemes": lexemes})
    before = list(rows.values(*DERIVED, "lexemes"))
    for event in Event.objects.all():
        event.save()
    numbers = list(Event.objects.values_list("pk", flat=True))
    refresh(numbers, words=True)
    assert not regrade(numbers)
    assert list(rows.values(*DERIVED, "lexemes")) == before


def test_some_events_count_for_groups_that_they_do_not_name() -> None:
    seed()
    assert Allegiance.objects.exists()
    grouped = [e for e in Event.objects.all() if e.faction_ids != e.faction_ids_with_groups]
    assert 0 < len(grouped) < COUNT


def test_the_same_seed_gives_the_same_events() -> None:
    before = transaction.savepoint()
    seed(100)
    first = as_told()
    transaction.savepoint_rollback(before)
    seed(100)
    assert as_told() == first


def test_another_seed_gives_other_events() -> None:
    before = transaction.savepoint()
    seed(100)
    first = as_told()
    transaction.savepoint_rollback(before)
    seed(100, 2)
    assert as_told() != first


@pytest.mark.parametrize("precision", [Precision.MONTH, Precision.YEAR, Precision.DAYS])
def test_dates_of_many_precisions_occur(precision: Precision) -> None:
    seed()
    assert Event.objects.filter(precision=precision).exists()


def test_open_lasting_circa_and_refuted_events_occur() -> None:
    seed()
    for kind in (
        Q(earliest=None),
        Q(latest=None),
        Q(lasted=True),
        Q(circa=True),
        Q(grade=Grade.REFUTED),
        Q(city=None),
        Q(killed_best__gt=0),
    ):
        assert Event.objects.filter(kind).exists(), kind


def test_a_few_cities_have_most_of_the_events() -> None:
    seed()
    counts = sorted(Event.objects.all().per_city().values(), reverse=True)
    assert sum(counts[:12]) > COUNT * 0.4
    assert len(counts) > 60


def test_seeding_moves_the_edition_once() -> None:
    before = Edition.objects.current().number
    seed(50)
    assert Edition.objects.current().number == before + 1


def test_seeding_says_who_held_the_cities_when() -> None:
    seed(300)
    assert ControlSpan.objects.exists()
    assert control.rebuild_all() == 0


def test_seeding_the_same_again_adds_nothing() -> None:
    seed(50)
    seed(50)
    assert Event.objects.count() == 50


def test_seeding_another_number_is_refused() -> None:
    seed(50)
    with pytest.raises(CommandError, match="holds 50 events, seed 1 already"):
        seed(60)
    assert synthetic.held().seeded == "50 events, seed 1"


@pytest.mark.parametrize("row", [make.event, make.city, make.faction, make.outlet])
def test_a_database_that_holds_anything_else_is_refused(row: Any) -> None:
    row()
    with pytest.raises(CommandError, match="holds other rows"):
        seed(50)
    assert not Dataset.objects.exists()


def test_no_events_at_all_is_refused() -> None:
    with pytest.raises(CommandError, match="at least 1"):
        seed(0)
