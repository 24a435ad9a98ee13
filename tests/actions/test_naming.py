"""Names that an article has and the tables lack."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from tests import make
from tests.at_once import made_to_wait
from timeline import gazetteer
from timeline.actions import addresses, naming
from timeline.models import City, Edition, Event, Revision

pytestmark = pytest.mark.django_db

MANBIJ = gazetteer.search("Manbij")[0]


def test_a_reporter_adds_a_city_of_the_gazetteer_with_all_its_spellings() -> None:
    city = naming.add_city(MANBIJ, "Manbij", by=make.reporter())
    assert (city.name, city.country, city.slug) == ("Manbij", "SY", "manbij")
    assert City.objects.spelled("منبج").get() == city
    assert Revision.objects.of(city).get().change == Revision.Change.ENTERED


def test_the_spelling_of_the_text_is_kept_beside_those_of_the_gazetteer() -> None:
    city = naming.add_city(MANBIJ, "Membidj-sur-Sajur", by=make.reporter(), language="fr")
    name = city.names.get(name="Membidj-sur-Sajur")
    assert (name.language, name.script) == ("fr", "Latn")


def test_a_city_added_is_known_in_texts_from_then_on() -> None:
    before = Edition.objects.current().number
    naming.add_city(MANBIJ, "Manbij", by=make.reporter())
    assert Edition.objects.current().number > before


def test_a_city_that_was_there_gets_another_spelling() -> None:
    there = make.city("Manbij", geonames_id=MANBIJ.geonames_id)
    assert naming.add_city(MANBIJ, "Membidj", by=make.editor()) == there
    assert City.objects.spelled("Membidj").get() == there


def test_a_city_whose_address_is_taken_gets_one_with_its_country() -> None:
    make.city("Manbij", country="IQ")
    old = make.city("Somewhere")
    addresses.keep_old(old, "manbij-sy")
    city = naming.add_city(MANBIJ, "Manbij", by=make.reporter())
    assert city.slug == f"manbij-{MANBIJ.geonames_id}"


def test_none_is_nobodys_address_since_it_says_something_else_in_questions() -> None:
    city = naming.add_city(MANBIJ._replace(name="None"), "None", by=make.reporter())
    assert city.slug == "none-sy"
    for subject in (city, make.faction("None", slug="nobody")):
        subject.slug = "none"
        with pytest.raises(ValidationError, match="none is given"):
            subject.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            subject.save()


def test_events_are_found_by_a_new_spelling_at_once() -> None:
    city = make.city("Raqqa")
    event = make.event(city=city, published=True)
    naming.add_spelling(city, "Rakka", by=make.editor())
    assert list(Event.objects.published().saying("Rakka")) == [event]


def test_a_faction_gets_a_new_spelling_once() -> None:
    faction = make.faction("ISIS")
    for _ in range(2):
        naming.add_spelling(faction, "Daesh", by=make.editor())
    assert [name.name for name in faction.names.all()] == ["Daesh"]


def test_reporters_add_no_spelling_to_what_is_there() -> None:
    for subject in (make.city("Raqqa"), make.faction("ISIS")):
        with pytest.raises(PermissionDenied):
            naming.add_spelling(subject, "Another", by=make.reporter())
        assert not subject.names.exists()


@pytest.mark.parametrize("name", ["", "...", "x" * 201], ids=["none", "no letter", "too long"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        naming.add_spelling(make.city("Raqqa"), name, by=make.editor())


def test_a_reporter_who_adds_a_city_twice_has_it_once() -> None:
    added = [naming.add_city(MANBIJ, "Manbij", by=make.reporter()) for _ in range(2)]
    assert added == [City.objects.get()] * 2


@pytest.mark.django_db(transaction=True)
def test_two_who_add_the_same_city_at_once_have_it_once() -> None:
    by, found = make.reporter(), list[City]()
    with transaction.atomic():
        city = naming.add_city(MANBIJ, "Manbij", by=by)
        other = made_to_wait(lambda: found.append(naming.add_city(MANBIJ, "Manbij", by=by)))
    other.join()
    assert found == [city] == list(City.objects.all())


@pytest.mark.django_db(transaction=True)
def test_two_who_add_the_same_spelling_at_once_have_it_once() -> None:
    faction, by, told = make.faction("ISIS"), make.editor(), list[str]()

    def again() -> None:
        naming.add_spelling(faction, "Daesh", by=by)
        told.append("done")

    with transaction.atomic():
        naming.add_spelling(faction, "Daesh", by=by)
        other = made_to_wait(again)
    other.join()
    assert told == ["done"]
    assert faction.names.count() == 1
