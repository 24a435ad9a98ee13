"""Bringing back an earlier state of an event."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make
from timeline.actions import articles, comparing, events
from timeline.actions.merging import merge_cities, merge_factions
from timeline.actions.restoring import restore
from timeline.actions.revisions import snapshot
from timeline.differences import as_stored
from timeline.models import Event, Revision
from timeline.models.vocabulary import Grade, Kind, Role, Stance, Status

pytestmark = pytest.mark.django_db

STAMPS = {"changed_at", "published_at", "status"}


def state(event: Event) -> dict[str, Any]:
    """The event as a revision keeps it, but for its status and stamps."""
    stored = as_stored(snapshot(event))
    return {name: value for name, value in stored.items() if name not in STAMPS}


def revision(event: Event, number: int) -> Revision:
    return Revision.objects.of(event).get(number=number)


def save(event: Event, **columns: Any) -> None:
    for name, value in columns.items():
        setattr(event, name, value)
    event.save()


def corrected(event: Event, **columns: Any) -> None:
    save(event, **columns)
    events.correct(event, by=make.editor(), note="It was wrong.")


def test_an_earlier_state_of_a_published_event_comes_back_as_a_correction() -> None:
    event = make.event("Raqqa falls", summary="As it was.", published=True)
    corrected(event, headline="Raqqa is taken", summary="")
    restore(event, revision(event, 2), by=make.editor(), note="The first wording was right.")
    event.refresh_from_db()
    last = Revision.objects.of(event).latest("number")
    assert (event.headline, event.summary) == ("Raqqa falls", "As it was.")
    assert (last.number, last.change, last.note) == (4, "corrected", "The first wording was right.")
    assert last.public


def test_a_minor_one_is_not_shown_to_readers() -> None:
    event = make.event("Raqqa falls", published=True)
    corrected(event, headline="Raqqa fals")
    restore(event, revision(event, 2), by=make.editor(), note="A slip", public=False)
    assert not Revision.objects.of(event).latest("number").public


def test_an_earlier_state_of_a_draft_comes_back_as_a_change_with_its_reason() -> None:
    event = make.event("Raqqa falls", by=make.reporter())
    save(event, headline="Raqqa is taken")
    events.changed(event, by=make.reporter())
    restore(event, revision(event, 1), by=make.reporter(), note="The first was right.")
    last = Revision.objects.of(event).latest("number")
    assert (last.change, last.note, last.public) == ("changed", "The first was right.", False)
    assert event.status == Status.DRAFT


def test_a_state_from_before_publishing_does_not_unpublish() -> None:
    event = make.event("Raqqa falls", published=True)
    restore(event, revision(event, 1), by=make.editor(), note="Nothing else was meant.")
    event.refresh_from_db()
    assert event.is_published
    assert event.published_at


def test_rows_come_back_as_they_were_with_the_place_of_each_quotation() -> None:
    sdf, isis = make.faction("SDF"), make.faction("ISIS")
    event = make.event(factions=[(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER)], published=True)
    make.figure(event.citations.get(), 12, 20)
    corrected(event)
    before, number = state(event), revision(event, 3)
    event.participations.filter(faction=isis).delete()
    event.citations.all().delete()
    make.citation(event, make.article())
    corrected(event)
    restore(event, number, by=make.editor(), note="The first source was right.")
    assert state(event) == before


def test_a_quotation_comes_back_to_the_newest_text_that_has_it() -> None:
    event = make.event(published=True)
    article = event.citations.get().article
    event.citations.all().delete()
    make.citation(event, make.article())
    corrected(event)
    articles.changed(article, by=make.editor(), body=f"New words first. {make.BODY}")
    restore(event, revision(event, 2), by=make.editor(), note="The first source was right.")
    back = event.citations.get()
    assert back.text == article.current_text
    assert back.text
    assert back.text.body[back.start :].startswith(make.QUOTATION)


def test_what_was_merged_since_comes_back_as_what_it_was_merged_into() -> None:
    rakka, raqqa = make.city("Rakka"), make.city("Raqqa")
    daesh, isis = make.faction("Daesh"), make.faction("ISIS")
    parties = [(daesh, Role.DEFENDER), (isis, Role.DEFENDER)]
    event = make.event(city=rakka, factions=parties, published=True)
    event.participations.all().delete()
    corrected(event, city=None)
    merge_cities(rakka, into=raqqa, by=make.editor(), note="The same city.")
    merge_factions(daesh, into=isis, by=make.editor(), note="The same group.")
    restore(event, revision(event, 2), by=make.editor(), note="It was there.")
    event.refresh_from_db()
    assert event.city == raqqa
    assert [party.faction for party in event.participations.all()] == [isis]
    assert event.faction_ids == [isis.pk]


def test_a_state_with_something_in_it_that_is_gone_is_refused_by_name() -> None:
    article = make.article("A dam breaks")
    event = make.event(taken_from=article)
    event.citations.all().delete()
    events.changed(event, by=make.editor())
    article.delete()
    before = state(event)
    with pytest.raises(ValidationError, match="“A dam breaks” in it is gone"):
        restore(event, revision(event, 1), by=make.editor(), note="It was right.")
    assert state(event) == before


def test_a_state_without_evidence_cannot_come_back_to_readers() -> None:
    event = make.event(quotation="")
    make.citation(event, make.article())
    events.changed(event, by=make.editor())
    events.publish(event, by=make.editor())
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        restore(event, revision(event, 1), by=make.editor(), note="It was right.")
    assert event.citations.exists()


def test_what_is_withdrawn_is_not_brought_back() -> None:
    event = make.withdrawn()
    with pytest.raises(ValidationError, match="stays withdrawn"):
        restore(event, revision(event, 1), by=make.editor(), note="It did happen.")


def test_bringing_back_needs_a_reason_and_a_state_of_the_same_event() -> None:
    event, other = make.event(published=True), make.event()
    with pytest.raises(ValidationError, match="Say why"):
        restore(event, revision(event, 1), by=make.editor(), note=" ")
    with pytest.raises(ValidationError, match="no earlier state of this event"):
        restore(event, revision(other, 1), by=make.editor(), note="It was right.")


def test_a_reporter_brings_back_nothing_that_readers_see() -> None:
    event = make.event(by=make.reporter(), published=False)
    events.publish(event, by=make.editor())
    with pytest.raises(PermissionDenied):
        restore(event, revision(event, 1), by=make.reporter(), note="It was right.")


def a_change() -> st.SearchStrategy[dict[str, Any]]:
    day = st.dates(date(2011, 1, 1), date(2020, 12, 31)).map(date.isoformat)
    return st.fixed_dictionaries(
        {},
        optional={
            "headline": st.sampled_from(["The dam holds", "The dam breaks", "سد الفرات"]),
            "summary": st.sampled_from(["", "Two plain sentences. Really.", "One."]),
            "kind": st.sampled_from(Kind),
            "grade_set": st.sampled_from(["", *Grade]),
            "grade_reason": st.sampled_from(["", "An inquiry found so."]),
            "graphic": st.booleans(),
            "killed_low": st.none() | st.integers(0, 5),
            "when": day | st.sampled_from(["October 2017", "2016/2017", "about 2015"]),
            "city": st.booleans(),
            "parties": st.lists(
                st.tuples(st.integers(0, 2), st.sampled_from(Role)), unique=True, max_size=4
            ),
            "stance": st.sampled_from(Stance),
            "figures": st.lists(st.integers(0, 9), max_size=2),
            "second": st.booleans(),
        },
    )


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=st.lists(a_change(), min_size=1, max_size=4), data=st.data())
def test_bringing_back_a_state_gives_that_state_again(
    changes: list[dict[str, Any]], data: st.DataObject
) -> None:
    event, world = make.event(published=data.draw(st.booleans())), World()
    states = {Revision.objects.of(event).count(): state(event)}
    for change in changes:
        world.apply(event, change)
        states[Revision.objects.of(event).count()] = state(event)
    number = data.draw(st.sampled_from(sorted(states)))
    restore(event, revision(event, number), by=make.editor(), note="It was right.")
    assert state(event) == states[number]
    assert Revision.objects.of(event).latest("number").at <= timezone.now()


class World:
    """Two cities' worth of things that changes choose from."""

    def __init__(self) -> None:
        self.city = make.city()
        self.factions = [make.faction() for _ in range(3)]
        self.article = make.article()

    def apply(self, event: Event, change: dict[str, Any]) -> None:
        rest = dict(change)
        if "when" in rest:
            event.when = make.read(rest.pop("when"), make.DAY)
        if "city" in rest:
            rest["city"] = self.city if rest["city"] else None
        self.change_rows(event, rest)
        save(event, **rest)
        if event.is_published:
            events.correct(event, by=make.editor(), note="It was wrong.")
        else:
            events.changed(event, by=make.editor())

    def change_rows(self, event: Event, rest: dict[str, Any]) -> None:
        if "parties" in rest:
            event.participations.all().delete()
            for place, role in rest.pop("parties"):
                event.participations.create(faction=self.factions[place], role=role)
        event.citations.update(stance=rest.pop("stance", Stance.ASSERTS))
        if rest.pop("second", False) and event.citations.count() == 1:
            make.citation(event, self.article)
        first = event.citations.first()
        if first and "figures" in rest:
            first.figures.all().delete()
            for number in rest.pop("figures"):
                make.figure(first, number, number)


def test_a_state_that_would_close_a_circle_of_parts_is_refused() -> None:
    editor, part, whole = make.editor(), make.event(), make.event()
    comparing.make_part(part, whole, by=editor)
    under = Revision.objects.of(part).get(number=2)
    part.parent = None
    part.save()
    events.changed(part, by=editor)
    comparing.make_part(whole, part, by=editor)
    with pytest.raises(ValidationError, match="not the other way round"):
        restore(part, under, by=editor, note="As it was.")
    assert Event.objects.get(pk=part.pk).parent is None
