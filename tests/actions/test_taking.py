"""Taking an event from an article, in one go and once."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from tests import make
from tests.at_once import made_to_wait
from timeline.actions import articles, conflicts, taking
from timeline.actions.taking import Part, TakenAlready
from timeline.models import Article, Citation, Event, Figure, Revision, User
from timeline.models.vocabulary import Basis, Kind, Measure, Role

TWICE = "The bridge fell. Soldiers left. The bridge fell. The town was quiet."


def new(headline: str = "The town falls", key: UUID | None = None) -> Event:
    return Event(headline=headline, kind=Kind.CAPTURED, entry_key=key)


def words(article: Article, quotation: str = make.QUOTATION) -> Citation:
    return Citation(article=article, quotation=quotation)


def start(
    event: Event, citation: Citation, *, by: User | None = None, near: int | None = None
) -> Event:
    taking.start_from_quote(
        event, citation, parts=(), figures=(), by=by or make.editor(), near=near
    )
    return event


@pytest.mark.django_db
def test_an_event_is_started_with_all_that_the_article_says_of_it() -> None:
    article, faction = make.article(), make.faction()
    figure = Figure(measure=Measure.KILLED, low=3, high=5, printed="three to five")
    event = new()
    taking.start_from_quote(
        event,
        words(article),
        parts=[Part(faction, Role.CAPTOR, Basis.STATED)],
        figures=[figure],
        by=make.editor(),
    )
    (party,) = event.participations.all()
    (citation,) = event.citations.all()
    assert (party.faction, party.role) == (faction, Role.CAPTOR)
    assert make.BODY[citation.start :].startswith(make.QUOTATION)
    assert citation.figures.get().printed == "three to five"
    assert [revision.change for revision in Revision.objects.of(event)] == ["entered"]


@pytest.mark.django_db
def test_words_that_stand_twice_are_placed_where_they_were_selected() -> None:
    article = make.article(body=TWICE)
    second = TWICE.rindex("The bridge fell")
    event = start(new(), words(article, "The bridge fell"), near=second)
    assert event.citations.get().start == second


@pytest.mark.django_db
def test_words_that_the_article_lacks_start_no_event() -> None:
    with pytest.raises(ValidationError, match="does not have these words"):
        start(new(), words(make.article(), "Nobody ever wrote this"))
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_whoever_may_not_enter_events_starts_none() -> None:
    article, nobody = make.article(), User.objects.create_user("nobody")
    with pytest.raises(PermissionDenied):
        start(new(), words(article), by=nobody)
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_the_same_form_makes_one_event_only() -> None:
    article, key = make.article(), uuid4()
    first = start(new(key=key), words(article))
    with pytest.raises(TakenAlready) as already:
        start(new(key=key), words(article))
    assert already.value.event == first
    assert Event.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_form_sent_twice_at_once_makes_one_event_only() -> None:
    article, by, key = make.article(), make.editor(), uuid4()
    met: list[Event] = []

    def again() -> None:
        try:
            start(new(key=key), words(article), by=by)
        except TakenAlready as already:
            met.append(already.event)

    with transaction.atomic():
        first = start(new(key=key), words(article), by=by)
        other = made_to_wait(again)
    other.join()
    assert met == [first]
    assert Event.objects.count() == 1


@pytest.mark.django_db
def test_a_change_keeps_the_rows_that_stay() -> None:
    faction, other = make.faction(), make.faction()
    event = make.event(factions=[(faction, Role.CAPTOR), (other, Role.PARTNER)])
    kept = event.participations.get(faction=faction)
    taking.change_as_told(
        event,
        event.citations.get(),
        parts=[Part(faction, Role.CAPTOR, Basis.CLAIMED_BY_SELF)],
        figures=[],
        by=make.editor(),
        seen=conflicts.latest(event),
    )
    (left,) = event.participations.all()
    assert left.pk == kept.pk
    assert left.basis == Basis.CLAIMED_BY_SELF


@pytest.mark.django_db
def test_a_faction_that_changes_its_role_keeps_its_row() -> None:
    faction = make.faction()
    event = make.event(factions=[(faction, Role.CAPTOR), (faction, Role.CLAIMANT)])
    captor = event.participations.get(role=Role.CAPTOR)
    taking.change_as_told(
        event,
        event.citations.get(),
        parts=[
            Part(faction, Role.ATTACKER, Basis.STATED),
            Part(faction, Role.CLAIMANT, Basis.STATED),
        ],
        figures=[],
        by=make.editor(),
        seen=conflicts.latest(event),
    )
    captor.refresh_from_db()
    assert captor.role == Role.ATTACKER
    assert event.participations.count() == 2


@pytest.mark.django_db
def test_what_is_published_changes_by_a_correction_with_its_reason() -> None:
    event = make.event(published=True)
    event.headline = "Another headline"
    taking.change_as_told(
        event,
        event.citations.get(),
        parts=[],
        figures=[],
        by=make.editor(),
        seen=conflicts.latest(event),
        note="The name was wrong.",
    )
    last = Revision.objects.of(event).last()
    assert last is not None
    assert (last.change, last.note, last.public) == ("corrected", "The name was wrong.", True)


@pytest.mark.django_db
def test_a_change_by_somebody_else_meanwhile_is_not_overwritten() -> None:
    event = make.event("As it was")
    seen = conflicts.latest(event)
    conflicting = Event.objects.get(pk=event.pk)
    conflicting.headline = "As the other had it"
    make_change(conflicting, seen=seen)
    event.headline = "As I would have it"
    with pytest.raises(conflicts.ChangedMeanwhile):
        make_change(event, seen=seen)
    assert Event.objects.get(pk=event.pk).headline == "As the other had it"


def make_change(event: Event, *, seen: int) -> None:
    taking.change_as_told(
        event, event.citations.get(), parts=[], figures=[], by=make.editor(), seen=seen
    )


@pytest.mark.django_db
def test_a_quotation_that_is_not_touched_stays_on_the_text_it_was_taken_from() -> None:
    event = make.event()
    citation = event.citations.get()
    old = citation.text
    articles.changed(citation.article, by=make.editor(), body="All of it was rewritten.")
    make_change(event, seen=conflicts.latest(event))
    assert event.citations.get().text == old
