"""What changed between two states of a thing, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from timeline.actions import events
from timeline.actions.revisions import snapshot
from timeline.differences import Difference, differences, names_in, pieces
from timeline.models import Event, Revision
from timeline.models.vocabulary import Kind, NameKind, Relation, Role, Stance

Told = tuple[str, str, str]


def told(found: list[Difference]) -> list[Told]:
    return [
        (" / ".join(filter(None, (each.label, each.row, each.part))), each.before, each.after)
        for each in found
    ]


def between(subject: Any, change: Callable[[], object]) -> list[Told]:
    """What `change` made of the subject, in words."""
    before = snapshot(subject)
    change()
    kind = str(subject._meta.model_name)
    return told(differences(before, snapshot(subject), kind=kind))


def given_columns(subject: Any, **columns: Any) -> Callable[[], object]:
    def change() -> None:
        for name, value in columns.items():
            setattr(subject, name, value)
        subject.save()

    return change


@pytest.mark.django_db
def test_nothing_changed_is_no_difference() -> None:
    event = make.event(factions=[(make.faction(), Role.CAPTOR)])
    assert between(event, lambda: None) == []


@pytest.mark.django_db
def test_choices_cities_and_flags_are_told_by_their_names() -> None:
    event = make.event(city=make.city("Raqqa"), kind=Kind.CAPTURED)
    change = given_columns(event, city=make.city("Tabqa"), kind=Kind.SURRENDER, graphic=True)
    assert between(event, change) == [
        ("kind", "captured by fighting", "surrender"),
        ("city", "Raqqa", "Tabqa"),
        ("graphic", "no", "yes"),
    ]


@pytest.mark.django_db
def test_a_date_is_told_as_one_and_in_words() -> None:
    event = make.event(when="2017-10-17")
    event.when = make.read("October 2017", make.DAY)
    assert between(event, event.save) == [
        ("date", "17 October 2017", "October 2017"),
        ("date as printed", "2017-10-17", "October 2017"),
    ]


@pytest.mark.django_db
def test_what_the_machine_keeps_is_no_difference() -> None:
    event = make.event()
    assert between(event, lambda: events.publish(event, by=make.editor())) == []


@pytest.mark.django_db
def test_a_faction_that_came_went_or_changed_its_role_is_told_by_name() -> None:
    sdf, isis, coalition = make.faction("SDF"), make.faction("ISIS"), make.faction("Coalition")
    event = make.event(factions=[(sdf, Role.ATTACKER), (isis, Role.DEFENDER)])

    def change() -> None:
        event.participations.filter(faction=sdf).update(role=Role.CAPTOR)
        event.participations.filter(faction=isis).delete()
        event.participations.create(faction=coalition, role=Role.SUPPORTER)

    assert between(event, change) == [
        ("Factions / SDF / role", "attacker", "captor"),
        ("Factions / Coalition", "", "supporter"),
        ("Factions / ISIS", "defender", ""),
    ]


@pytest.mark.django_db
def test_an_account_is_told_by_its_source_with_its_words() -> None:
    event = make.event(taken_from=make.article(outlet=make.outlet("Demo Wire")))
    other = make.article(outlet=make.outlet("Demo Post"), published_on=date(2017, 10, 18))

    def change() -> None:
        event.citations.update(stance=Stance.DENIES)
        make.citation(event, other, claimant_words="a spokesman said")

    assert between(event, change) == [
        ("Accounts / Demo Wire, 17 October 2017 / stance", "asserts", "denies"),
        ("Accounts / Demo Post, 18 October 2017", "", f"“{make.QUOTATION}”, a spokesman said"),
    ]


@pytest.mark.django_db
def test_a_figure_is_told_with_its_source() -> None:
    event = make.event(taken_from=make.article(outlet=make.outlet("Demo Wire")))
    figure = make.figure(event.citations.get(), 12, 12)
    assert between(event, given_columns(figure, low=10, printed="10 to 12")) == [
        ("Figures / killed, by Demo Wire, 17 October 2017 / at least", "12", "10"),
        ("Figures / killed, by Demo Wire, 17 October 2017 / as printed", "12", "10 to 12"),
    ]


@pytest.mark.django_db
def test_a_row_brought_back_under_another_number_is_the_same_row() -> None:
    event = make.event(factions=[(make.faction(), Role.CAPTOR)])
    row = event.participations.get()

    def change() -> None:
        row.delete()
        event.participations.create(faction=row.faction, role=row.role)

    assert between(event, change) == []


@pytest.mark.django_db
def test_spellings_and_addresses_of_a_city_are_told() -> None:
    city = make.city("Raqqa", spellings=["Ar-Raqqah"], country="SY")

    def change() -> None:
        given_columns(city, slug="rakka", country="IQ")()
        city.names.create(name="Rakka", kind=NameKind.FORMER)

    assert between(city, change) == [
        ("name in its address", "raqqa", "rakka"),
        ("country", "Syria", "Iraq"),
        ("Spellings / Rakka", "", "former"),
    ]


@pytest.mark.django_db
def test_allegiances_of_a_faction_are_told_by_the_other_faction() -> None:
    ypg, sdf = make.faction("YPG"), make.faction("SDF")
    assert between(ypg, lambda: make.allegiance(ypg, sdf, Relation.PART_OF, source="a book")) == [
        ("Allegiances / SDF", "", "part of, source: a book"),
    ]


@pytest.mark.django_db
def test_before_the_first_state_there_was_nothing() -> None:
    found = told(differences(None, snapshot(make.event("The dam holds", city=make.city("Raqqa")))))
    assert ("headline", "", "The dam holds") in found
    assert ("city", "", "Raqqa") in found
    assert ("summary", "", "") not in found


@pytest.mark.django_db
def test_a_city_that_is_gone_keeps_the_name_it_had_last() -> None:
    old, new = make.city("Rakka"), make.city("Raqqa")
    event = make.event(city=old)
    before = snapshot(event)
    given_columns(event, city=new)()
    old.delete()
    assert told(differences(before, snapshot(event))) == [("city", "Rakka", "Raqqa")]


@pytest.mark.django_db
def test_what_nothing_is_known_of_goes_by_its_number() -> None:
    event = make.event()
    assert told(differences(snapshot(event) | {"city_id": 4711}, snapshot(event))) == [
        ("city", "city 4711", "")
    ]


@pytest.mark.django_db
def test_readers_are_not_told_the_headline_of_a_draft() -> None:
    event, campaign = make.event(published=True), make.event("Secret campaign")
    before = snapshot(event)
    given_columns(event, parent=campaign)()
    for public, name in ((True, "an event that is not public"), (False, "Secret campaign")):
        found = differences(before, snapshot(event), public=public)
        assert told(found) == [("part of", "", name)]
    Event.objects.filter(pk=event.pk).update(parent=None)
    number = campaign.pk
    campaign.delete()
    assert Revision.objects.filter(subject_id=number, subject_kind="event").exists()
    found = differences(before, before | {"parent_id": number}, public=True)
    assert told(found) == [("part of", "", "an event that is not public")]


@pytest.mark.django_db
def test_readers_are_told_that_words_went_and_not_which() -> None:
    event = make.event(taken_from=make.article(outlet=make.outlet("Demo Wire")))
    other = make.article(outlet=make.outlet("Demo Post"))
    before = snapshot(event)
    event.citations.all().delete()
    make.citation(event, other, "On Tuesday the fighting stopped.")
    assert told(differences(before, snapshot(event), public=True)) == [
        ("Accounts / Demo Post, 17 October 2017", "", "“On Tuesday the fighting stopped.”"),
        ("Accounts / Demo Wire, 17 October 2017", "", ""),
    ]


@pytest.mark.django_db
def test_names_of_many_states_are_looked_up_at_once(
    django_assert_num_queries: Callable[[int], CaptureQueriesContext],
) -> None:
    states = [snapshot(make.event(city=make.city())) for _ in range(4)]
    with django_assert_num_queries(2):  # cities and articles
        names = names_in(states)
        for before, after in pairwise(states):
            differences(before, after, names=names)


def test_a_text_is_told_word_by_word() -> None:
    before = "The stadium falls; the SDF takes all of Raqqa."
    after = "The stadium falls; the SDF says it holds all of Raqqa."
    assert [(piece.state, piece.words) for piece in pieces(before, after)] == [
        ("kept", "The stadium falls; the SDF "),
        ("gone", "takes "),
        ("new", "says it holds "),
        ("kept", "all of Raqqa."),
    ]


def test_texts_with_little_in_common_are_not_mixed() -> None:
    found = [(piece.state, piece.words) for piece in pieces("Raqqa falls", "The dam is shut down")]
    assert found == [("gone", "Raqqa falls"), ("new", "The dam is shut down")]


WORDS = st.lists(st.sampled_from(["the", "dam", "city", "falls", "of", "الرقة"])).map(" ".join)


@given(before=WORDS, after=WORDS)
def test_pieces_hold_both_texts_and_nothing_else(before: str, after: str) -> None:
    found = pieces(before, after)
    old = "".join(piece.words + " " for piece in found if piece.state != "new")
    new = "".join(piece.words + " " for piece in found if piece.state != "gone")
    assert (old.split(), new.split()) == (before.split(), after.split())
