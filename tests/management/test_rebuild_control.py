"""`manage.py rebuild_control`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests import make
from timeline.models import City, ControlSpan, Edition
from timeline.models.vocabulary import Grade, Role

pytestmark = pytest.mark.django_db


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("rebuild_control", *arguments, stdout=out)
    return out.getvalue().strip()


def taken() -> City:
    city = make.city()
    parts = [(make.faction(), Role.CAPTOR), (make.faction(), Role.FORMER_HOLDER)]
    make.event(city=city, factions=parts, grade=Grade.REPORTED, published=True)
    return city


def test_it_says_how_many_spans_changed() -> None:
    taken()
    assert told() == "0 spans changed."
    ControlSpan.objects.all().delete()
    assert told() == "2 spans changed."
    assert ControlSpan.objects.count() == 2


def test_it_can_be_asked_for_one_city() -> None:
    city, other = taken(), taken()
    ControlSpan.objects.all().delete()
    assert told("--city", city.slug) == "2 spans changed."
    assert not ControlSpan.objects.in_city(other.pk).exists()


def test_readers_get_a_new_edition_only_if_something_changed() -> None:
    taken()
    before = Edition.objects.current().number
    told()
    assert Edition.objects.current().number == before
    ControlSpan.objects.all().delete()
    told()
    assert Edition.objects.current().number == before + 1


def test_an_address_that_no_city_has_is_refused() -> None:
    with pytest.raises(CommandError, match="nowhere"):
        told("--city", "nowhere")
