"""What follows from comparing two events: sources added, parts made, findings kept."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.test import Client

from tests import make
from tests.at_once import made_to_wait
from timeline.actions import comparing
from timeline.actions.merging import merge_events
from timeline.models import Article, Citation, Comparison, Edition, Event, Figure, Revision, User
from timeline.models.vocabulary import Measure, Status

pytestmark = pytest.mark.django_db
Finding = Comparison.Finding


def account(article: Article | None = None, quotation: str = make.QUOTATION) -> Citation:
    """What an editor has quoted, and not saved yet."""
    return Citation(article=article or make.article(), quotation=quotation)


def attached(event: Event, *, by: User | None = None, note: str = "") -> Citation:
    return comparing.attach(event, account(), by=by or make.editor(), note=note)


def newest(event: Event) -> Revision:
    return Revision.objects.of(event).order_by("-number")[0]


def edition() -> int:
    return Edition.objects.current().number


def test_a_draft_gets_another_source_as_a_change_that_readers_do_not_see() -> None:
    event, before = make.event(), edition()
    citation = attached(event)
    assert set(event.citations.all()) == {event.citations.earliest("pk"), citation}
    assert (newest(event).change, newest(event).public) == ("changed", False)
    assert edition() == before


def test_a_source_of_a_published_event_is_a_correction_that_says_which_outlet() -> None:
    event, before = make.event(published=True), edition()
    article = make.article(outlet=make.outlet("Evening News"))
    comparing.attach(event, account(article), by=make.editor())
    revision = newest(event)
    assert (revision.change, revision.public) == ("corrected", True)
    assert revision.note == "Evening News added as another source"
    assert len(revision.snapshot["citations"]) == 2
    assert edition() == before + 1
    assert article.outlet_id in Event.objects.get(pk=event.pk).outlet_ids


def test_what_a_source_differs_on_stands_with_it_in_the_history() -> None:
    event = make.event(published=True)
    article = make.article(outlet=make.outlet("Evening News"))
    comparing.attach(event, account(article), by=make.editor(), note=" It gives Monday. ")
    assert newest(event).note == "Evening News added as another source: It gives Monday."


def test_the_numbers_of_a_source_come_with_it() -> None:
    event = make.event()
    number = Figure(measure=Measure.KILLED, low=3, high=5, printed="3 to 5")
    citation = comparing.attach(event, account(), by=make.editor(), figures=[number])
    assert [figure.printed for figure in citation.figures.all()] == ["3 to 5"]


def test_the_same_quotation_is_no_second_source() -> None:
    event = make.event()
    again = account(event.citations.get().article)
    with pytest.raises(ValidationError, match="has that quotation already"):
        comparing.attach(event, again, by=make.editor())
    assert event.citations.count() == 1


@pytest.mark.parametrize("quotation", ["", "words that it does not have"])
def test_a_source_without_words_of_its_article_is_refused(quotation: str) -> None:
    event = make.event()
    with pytest.raises(ValidationError):
        comparing.attach(event, account(quotation=quotation), by=make.editor())
    assert event.citations.count() == 1


def test_a_reporter_adds_no_source_to_what_is_published_or_somebody_elses() -> None:
    for event in (make.event(published=True), make.event(by=make.editor())):
        with pytest.raises(PermissionDenied):
            attached(event, by=make.reporter())
    own = make.event(by=make.reporter())
    attached(own, by=make.reporter())
    assert own.citations.count() == 2


def test_whoever_looked_at_a_draft_that_is_public_by_now_corrects_it() -> None:
    event = make.event()
    as_seen = Event.objects.get(pk=event.pk)
    Event.objects.filter(pk=event.pk).update(status=Status.PUBLISHED, published_at=event.entered_at)
    attached(as_seen)
    assert newest(event).change == "corrected"


@pytest.mark.django_db(transaction=True)
def test_two_who_attach_at_once_both_have_their_source_kept() -> None:
    event, article = make.event(published=True), make.article()
    other = Event.objects.get(pk=event.pk)
    with transaction.atomic():
        comparing.attach(event, account(article), by=make.editor())
        attaching = made_to_wait(lambda: attached(other))
    attaching.join()
    assert event.citations.count() == 3
    assert list(Revision.objects.of(event).order_by("number").values_list("number", flat=True)) == [
        1,
        2,
        3,
        4,
    ]
    assert len(newest(event).snapshot["citations"]) == 3


@pytest.mark.django_db(transaction=True)
def test_two_who_attach_the_same_words_at_once_attach_them_once() -> None:
    event, article = make.event(), make.article()
    other, refusals = Event.objects.get(pk=event.pk), []

    def again() -> None:
        with pytest.raises(ValidationError) as refused:
            comparing.attach(other, account(article), by=make.editor())
        refusals.extend(refused.value.messages)

    with transaction.atomic():
        comparing.attach(event, account(article), by=make.editor())
        attaching = made_to_wait(again)
    attaching.join()
    assert refusals == ["This event has that quotation already."]
    assert event.citations.count() == 2


@pytest.mark.django_db(transaction=True)
def test_whoever_attaches_to_what_is_merged_at_this_moment_is_told() -> None:
    event, kept, refusals = make.event(), make.event(published=True), list[str]()
    at_hand, source, editor = Event.objects.get(pk=event.pk), make.article(), make.editor()

    def attach() -> None:
        with pytest.raises(ValidationError) as refused:
            comparing.attach(at_hand, account(source), by=editor)
        refusals.extend(refused.value.messages)

    with transaction.atomic():
        merge_events(event, into=kept, by=editor, note="They are the same.")
        attaching = made_to_wait(attach)
    attaching.join()
    assert refusals == ["This event is gone by now: merged or deleted meanwhile."]


def test_a_part_of_a_published_event_stays_a_draft_and_moves_no_edition() -> None:
    part, whole = make.event(), make.event(published=True)
    before = edition()
    comparing.make_part(part, whole, by=make.editor())
    assert Event.objects.get(pk=part.pk).parent == whole
    assert newest(part).change == "changed"
    assert edition() == before


def test_a_published_event_becomes_a_part_by_a_correction_that_says_of_what() -> None:
    part, whole = make.event(published=True), make.event("The battle", published=True)
    before = edition()
    comparing.make_part(part, whole, by=make.editor())
    assert (newest(part).change, newest(part).public) == ("corrected", True)
    assert "The battle" in newest(part).note
    assert newest(part).snapshot["parent_id"] == whole.pk
    assert edition() == before + 1


def test_readers_do_not_learn_of_a_larger_event_that_is_not_public() -> None:
    part, whole = make.event(published=True), make.event("Known to us alone")
    comparing.make_part(part, whole, by=make.editor())
    assert not newest(part).public
    page = Client().get("/changes/").content + Client().get(part.get_absolute_url()).content
    assert b"Known to us alone" not in page


@pytest.mark.parametrize("depth", [0, 1, 3])
def test_nothing_is_a_part_of_its_own_part_over_any_depth(depth: int) -> None:
    chain = [make.event() for _ in range(depth + 1)]
    for part, whole in zip(chain[1:], chain, strict=False):
        comparing.make_part(part, whole, by=make.editor())
    with pytest.raises(ValidationError, match="already, not the other way round"):
        comparing.make_part(chain[0], chain[-1], by=make.editor())
    assert Event.objects.get(pk=chain[0].pk).parent is None


@pytest.mark.django_db(transaction=True)
def test_two_who_lengthen_a_chain_at_its_two_ends_close_no_circle() -> None:
    inner, low, high, outer = (make.event() for _ in range(4))
    comparing.make_part(inner, low, by=make.editor())
    comparing.make_part(high, outer, by=make.editor())

    def put_the_outer_under_the_inner() -> None:
        part, whole = Event.objects.get(pk=outer.pk), Event.objects.get(pk=inner.pk)
        with pytest.raises(ValidationError):
            comparing.make_part(part, whole, by=make.editor())

    with transaction.atomic():
        comparing.make_part(low, high, by=make.editor())
        making = made_to_wait(put_the_outer_under_the_inner)
    making.join()
    assert Event.objects.get(pk=low.pk).parent == high
    assert Event.objects.get(pk=outer.pk).parent is None


def test_what_was_withdrawn_has_no_parts() -> None:
    with pytest.raises(ValidationError, match="was withdrawn"):
        comparing.make_part(make.event(), make.withdrawn(), by=make.editor())


def test_a_reporter_puts_own_drafts_under_others_and_not_the_other_way_round() -> None:
    own, published = make.event(by=make.reporter()), make.event(published=True)
    comparing.make_part(own, published, by=make.reporter())
    with pytest.raises(PermissionDenied):
        comparing.make_part(published, make.event(), by=make.reporter())


def test_a_finding_is_kept_with_its_words_and_a_later_one_takes_its_place() -> None:
    own, other = make.event(by=make.reporter()), make.event(published=True)
    comparing.keep_finding(own, other, Finding.SAME, by=make.reporter())
    comparing.keep_finding(own, other, Finding.APART, by=make.editor(), words=" The day before. ")
    kept = Comparison.objects.get()
    assert (kept.event, kept.other, kept.by) == (own, other, make.editor())
    assert (kept.finding, kept.words) == (Finding.APART, "The day before.")


@pytest.mark.parametrize(
    ("finding", "needed"),
    [
        (Finding.SAME, False),
        (Finding.PART, False),
        (Finding.DIFFERS, True),
        (Finding.APART, True),
    ],
)
def test_a_finding_that_says_nothing_without_words_needs_them(
    finding: Finding, *, needed: bool
) -> None:
    event, other = make.event(), make.event()
    if needed:
        with pytest.raises(ValidationError, match="Say in a sentence"):
            comparing.keep_finding(event, other, finding, by=make.editor(), words=" ")
    else:
        comparing.keep_finding(event, other, finding, by=make.editor(), words=" ")
    assert Comparison.objects.exists() is not needed
