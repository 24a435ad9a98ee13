"""The life of an event, and who may move it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pytest_django.fixtures import Settings

from tests import make
from timeline.actions import events
from timeline.models import Edition, Event, Revision
from timeline.models.vocabulary import Status

pytestmark = pytest.mark.django_db


def edition() -> int:
    return Edition.objects.current().number


def history(event: Event) -> list[str]:
    return list(Revision.objects.of(event).values_list("change", flat=True))


def test_a_reporter_submits_and_an_editor_publishes() -> None:
    event = make.event(by=make.reporter())
    events.submit(event, by=make.reporter())
    events.publish(event, by=make.editor())
    assert event.status == Status.PUBLISHED
    assert event.published_at
    assert history(event) == ["entered", "submitted", "published"]


def test_a_reporter_cannot_publish() -> None:
    event = make.event(by=make.reporter())
    with pytest.raises(PermissionDenied):
        events.publish(event, by=make.reporter())
    event.refresh_from_db()
    assert event.status == Status.DRAFT


def test_a_reporter_cannot_submit_the_draft_of_another() -> None:
    event = make.event(by=make.reporter("one"))
    with pytest.raises(PermissionDenied):
        events.submit(event, by=make.reporter("other"))


def test_publishing_without_evidence_or_date_says_all_that_is_missing() -> None:
    event = make.event(when=None, quotation="")
    with pytest.raises(ValidationError) as refusal:
        events.publish(event, by=make.editor())
    assert len(refusal.value.messages) == 2
    assert any("date" in message for message in refusal.value.messages)
    assert any("quotation" in message for message in refusal.value.messages)


def test_an_event_without_evidence_is_not_for_review_yet() -> None:
    event = make.event(quotation="", by=make.reporter())
    with pytest.raises(ValidationError, match="Evidence is missing"):
        events.submit(event, by=make.reporter())


def test_the_two_person_rule_keeps_authors_from_publishing(settings: Settings) -> None:
    settings.TWO_PERSON_RULE = True
    event = make.event(by=make.editor())
    with pytest.raises(ValidationError, match="other than its author"):
        events.publish(event, by=make.editor())
    events.publish(event, by=make.editor("second"))


def test_publishing_twice_is_refused_with_what_happened() -> None:
    event = make.event(published=True)
    with pytest.raises(ValidationError, match="published by now"):
        events.publish(Event.objects.get(pk=event.pk), by=make.editor())
    assert history(event).count("published") == 1


def test_a_return_needs_a_note_and_makes_a_draft_again() -> None:
    event = make.event(by=make.reporter())
    events.submit(event, by=make.reporter())
    with pytest.raises(ValidationError):
        events.return_to_author(event, by=make.editor(), note=" ")
    events.return_to_author(event, by=make.editor(), note="Which hospital?")
    assert event.status == Status.DRAFT
    assert Revision.objects.of(event).latest("number").note == "Which hospital?"


def test_an_event_with_a_very_long_summary_is_entered_and_found() -> None:
    many = " ".join(f"word{number}" for number in range(200_000))
    event = make.event("The dam holds", summary=many)
    assert list(Event.objects.saying("dam")) == [event]


def test_a_correction_needs_a_reason_and_shows_it_unless_minor() -> None:
    event = make.event(published=True)
    with pytest.raises(ValidationError, match="Say why"):
        events.correct(event, by=make.editor(), note="")
    events.correct(event, by=make.editor(), note="A slip of the pen", public=False)
    events.correct(event, by=make.editor(), note="It was the bridge")
    shown = Revision.objects.of(event).public().values_list("change", "note")
    assert list(shown) == [("published", ""), ("corrected", "It was the bridge")]


def test_what_was_published_is_not_simply_changed() -> None:
    event = make.event(published=True)
    with pytest.raises(ValidationError, match="correction"):
        events.changed(event, by=make.editor())


def test_a_withdrawal_needs_a_reason() -> None:
    event = make.event(published=True)
    with pytest.raises(ValidationError):
        events.withdraw(event, by=make.editor(), note="")
    events.withdraw(event, by=make.editor(), note="The outlet took it back")
    assert event.status == Status.WITHDRAWN
    assert Revision.objects.of(event).public().latest("number").note == "The outlet took it back"


def test_what_is_withdrawn_stays_withdrawn() -> None:
    event = make.withdrawn()
    with pytest.raises(ValidationError):
        events.publish(event, by=make.editor())


def test_the_edition_moves_only_when_the_public_record_does() -> None:
    event = make.event()
    before = edition()
    events.submit(event, by=make.editor())
    assert edition() == before
    events.publish(event, by=make.editor())
    assert edition() == before + 1
    events.correct(event, by=make.editor(), note="A better headline")
    assert edition() == before + 2
    events.withdraw(event, by=make.editor(), note="It was another city")
    assert edition() == before + 3


def test_a_refused_action_leaves_nothing_behind() -> None:
    event = make.event(quotation="")
    before = edition(), history(event)
    with pytest.raises(ValidationError):
        events.publish(event, by=make.editor())
    assert (edition(), history(event)) == before


def test_a_quotation_is_placed_with_the_words_around_it() -> None:
    citation = make.event().citations.get()
    assert citation.text
    body = citation.text.body
    assert body[citation.start :].startswith(citation.quotation)
    assert citation.prefix.endswith("stopped. ")
    assert citation.suffix.startswith(" before noon")


def test_a_quotation_that_is_not_there_is_refused_with_the_nearest_passage() -> None:
    article = make.article()
    with pytest.raises(ValidationError, match="The last fighters laid down their arms"):
        make.event(taken_from=article, quotation="The last fighter laid down their weapons")


def test_quoting_an_article_without_text_says_what_to_do() -> None:
    with pytest.raises(ValidationError, match="Paste its text"):
        make.event(taken_from=make.article(body=""))
