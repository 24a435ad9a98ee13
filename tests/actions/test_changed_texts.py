"""An article that changed: what it still says follows it, what it no longer says is told."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from threading import Thread
from typing import cast

import pytest
from django.db import connection, transaction
from django.http import StreamingHttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make
from tests.at_once import PATIENCE_SECONDS, made_to_wait
from timeline.actions import anchoring, articles, events, taking
from timeline.actions.revisions import check_promises
from timeline.models import Article, ArticleText, Citation, Edition, Event, Revision, User

ANEW = "Everything was written anew."
LATER = f"Updated on Friday. {make.BODY}"

pytestmark = pytest.mark.django_db


def standing(citation: Citation) -> tuple[int, int]:
    """The number of the text it stands in, and its offset; in that text it is, to the letter."""
    now = Citation.objects.select_related("text").get(pk=citation.pk)
    assert now.text is not None
    assert now.start is not None
    assert now.text.body[now.start :].startswith(now.quotation)
    return now.text.number, now.start


def gone_since(citation: Citation) -> datetime | None:
    return Citation.objects.with_gone_since().get(pk=citation.pk).gone_since


def test_a_quotation_that_the_new_text_has_stands_in_it() -> None:
    article = make.article()
    citation = make.event(taken_from=article).citations.get()
    articles.take_text(article, LATER)
    assert standing(citation) == (2, LATER.index(make.QUOTATION))
    assert gone_since(citation) is None
    citation.refresh_from_db()
    assert citation.prefix == "sday. On Tuesday the fighting stopped. "[-32:]


def test_a_quotation_that_the_new_text_lacks_stays_and_says_since_when() -> None:
    article = make.article()
    citation = make.event(taken_from=article).citations.get()
    text = articles.take_text(article, ANEW)
    articles.take_text(article, f"{ANEW} And once more.")
    assert standing(citation)[0] == 1
    assert text
    assert gone_since(citation) == text.taken_at


def test_words_that_come_back_are_found_again() -> None:
    article = make.article()
    citation = make.event(taken_from=article).citations.get()
    articles.take_text(article, ANEW)
    articles.take_text(article, LATER)
    assert standing(citation)[0] == 3
    assert gone_since(citation) is None


def test_quotations_of_drafts_and_of_withdrawn_events_follow_too() -> None:
    article = make.article()
    draft, gone = make.event(taken_from=article), make.withdrawn(taken_from=article)
    articles.take_text(article, LATER)
    assert standing(draft.citations.get())[0] == standing(gone.citations.get())[0] == 2


def test_a_quotation_of_another_article_stays_where_it_is() -> None:
    changed, other = make.article(), make.article()
    citation = make.event(taken_from=other).citations.get()
    articles.take_text(changed, LATER)
    assert standing(citation)[0] == 1


def test_words_quoted_twice_and_left_once_stand_there_once() -> None:
    article = make.article(body="They left. It burned. They left.")
    event = make.event(taken_from=article, quotation="They left")
    second = Citation(event=event, article=article, quotation="They left")
    taking.place(second, near=22)
    second.save()
    articles.take_text(article, "It burned. They left.")
    check_promises()
    first = event.citations.earliest("pk")
    assert {standing(first), standing(second)} == {(2, 11), (1, 22)}


def test_two_events_may_quote_the_same_words_of_the_new_text() -> None:
    article = make.article()
    one, other = make.event(taken_from=article), make.event(taken_from=article)
    articles.take_text(article, LATER)
    assert standing(one.citations.get()) == standing(other.citations.get())


def test_following_a_text_is_no_change_of_the_record() -> None:
    article = make.article()
    event = make.event(taken_from=article, published=True)
    before = Revision.objects.count()
    articles.take_text(article, LATER)
    assert Revision.objects.count() == before
    assert Event.objects.get(pk=event.pk).changed_at == event.changed_at


def test_readers_get_a_new_edition_only_where_they_see_a_difference() -> None:
    drafted, shown = make.article(), make.article()
    make.event(taken_from=drafted)
    make.event(taken_from=shown, published=True)
    before = Edition.objects.current().number
    articles.take_text(drafted, ANEW)
    articles.take_text(shown, make.BODY)
    assert Edition.objects.current().number == before
    articles.take_text(shown, ANEW)
    assert Edition.objects.current().number == before + 1


def test_a_published_event_keeps_its_evidence_whatever_becomes_of_the_article() -> None:
    article = make.article()
    make.event(taken_from=article, published=True)
    articles.take_text(article, LATER)
    articles.take_text(article, ANEW)
    check_promises()


def test_quotations_that_come_back_from_history_follow_the_newest_text() -> None:
    article = make.article()
    event = make.event(taken_from=article)
    stale = event.citations.get()
    articles.take_text(article, LATER)
    stale.save()
    assert standing(stale)[0] == 1
    anchoring.follow_newest(event)
    assert standing(stale)[0] == 2


WORDS = st.lists(st.sampled_from(["they", "left", "it", "burned", ".", "الرقة", "🔥"]), max_size=9)


@given(before=WORDS, after=st.lists(WORDS, min_size=1, max_size=4), data=st.data())
@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_quotation_is_in_the_newest_text_that_has_it_to_the_letter(
    before: list[str], after: list[list[str]], data: st.DataObject
) -> None:
    quotation = " ".join(data.draw(WORDS.filter(bool)))
    body = " ".join([*before, quotation])
    article = make.article(body=body)
    citation = make.event(taken_from=article, quotation=quotation).citations.get()
    bodies = [body]
    for words in after:
        bodies.append(" ".join(data.draw(st.permutations([*words, quotation, *before]))))
        articles.take_text(article, bodies[-1])
    newest = [text for text in article.texts.all() if quotation in text.body][-1]
    assert standing(citation)[0] == newest.number
    assert (gone_since(citation) is None) == (quotation in bodies[-1])
    check_promises()


# What is told


def test_readers_and_editors_are_told_since_when_the_article_lacks_the_words(
    client: Client, admin_client: Client
) -> None:
    article = make.article()
    event = make.event(taken_from=article, published=True)
    told = "No longer in the article since 3 March 2018"
    pages = [
        (client, event.get_absolute_url()),
        (client, article.get_absolute_url()),
        (admin_client, f"/admin/timeline/event/{event.pk}/change/"),
        (admin_client, f"/admin/timeline/article/{article.pk}/desk/"),
        (admin_client, f"/admin/timeline/event/{event.pk}/review/"),
    ]
    assert not any(told in reader.get(page).content.decode() for reader, page in pages)
    ArticleText.objects.create(
        article=article, number=2, body=ANEW, taken_at=datetime(2018, 3, 3, tzinfo=UTC)
    )
    Edition.objects.move()
    for reader, page in pages:
        assert told in reader.get(page).content.decode(), page
    file = cast("StreamingHttpResponse", client.get("/events.json"))
    [source] = json.loads(file.getvalue())["events"][0]["sources"]
    assert source["gone_since"] == "2018-03-03"


def test_readers_are_not_sent_to_words_that_are_not_there_any_more(client: Client) -> None:
    article = make.article(url="https://wire.example/raqqa")
    event = make.event(taken_from=article, published=True)
    assert "#:~:text=" in client.get(event.get_absolute_url()).content.decode()
    articles.take_text(article, ANEW)
    page = client.get(event.get_absolute_url()).content.decode()
    assert 'href="https://wire.example/raqqa"' in page


# At the same moment


@pytest.mark.django_db(transaction=True)
def test_of_two_texts_at_once_the_second_finds_what_the_first_moved() -> None:
    article = make.article()
    citation = make.event(taken_from=article, published=True).citations.get()
    with transaction.atomic():
        articles.take_text(article, ANEW)
        other = made_to_wait(lambda: articles.take_text(article, LATER))
    other.join()
    assert list(article.texts.values_list("number", flat=True)) == [1, 2, 3]
    assert standing(citation)[0] == 3


@pytest.mark.django_db(transaction=True)
def test_who_quotes_while_the_text_changes_waits_and_quotes_the_new_one() -> None:
    article = make.article()
    event = make.event(quotation="")
    with transaction.atomic():
        articles.take_text(article, LATER)
        other = made_to_wait(lambda: quote(event, article))
    other.join()
    assert standing(event.citations.get())[0] == 2


@pytest.mark.django_db(transaction=True)
def test_a_text_that_comes_while_somebody_quotes_takes_the_quotation_along() -> None:
    article = make.article()
    event = make.event(quotation="")
    with transaction.atomic():
        quote(event, article)
        other = made_to_wait(lambda: articles.take_text(article, LATER))
    other.join()
    assert standing(event.citations.get())[0] == 2


@pytest.mark.django_db(transaction=True)
def test_an_event_saved_while_its_article_changes_does_not_go_back_to_the_old_text() -> None:
    article, editor = make.article(), make.editor()
    event = make.event(taken_from=article, published=True)
    read_before = event.citations.get()
    read_before.claimant_words = "a spokesman"
    with transaction.atomic():
        articles.changed(article, by=editor, body=LATER)
        other = made_to_wait(lambda: correct(event, read_before))
    other.join()
    assert standing(read_before)[0] == 2
    assert Citation.objects.get(pk=read_before.pk).claimant_words == "a spokesman"


@pytest.mark.django_db(transaction=True)
def test_a_correction_and_a_new_text_of_its_article_do_not_wait_for_each_other_for_ever() -> None:
    article, editor = make.article(), make.editor()
    event = make.event(taken_from=article, published=True)
    with transaction.atomic():
        held = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
        citation = held.citations.get()
        citation.claimant_words = "a spokesman"
        anchoring.keep_place(citation)
        other = made_to_wait(lambda: articles.changed(article, by=editor, body=LATER))
        citation.save()
        quote(held, article, "the fighting stopped")
        events.correct(held, by=editor, note="A second quotation.")
    other.join()
    assert {standing(each)[0] for each in event.citations.all()} == {2}


@pytest.mark.django_db(transaction=True)
def test_an_article_of_another_outlet_and_an_event_that_quotes_it_do_not_wait_in_a_circle() -> None:
    article, editor, outlet = make.article(), make.editor(), make.outlet()
    event = make.event(taken_from=article, published=True)
    told: list[str] = []

    @transaction.atomic
    def moved() -> None:
        Article.objects.filter(pk=article.pk).update(outlet=outlet)
        articles.changed(article, by=editor, body=LATER)
        told.append("done")

    with transaction.atomic():
        Event.objects.select_for_update(no_key=True).get(pk=event.pk)
        other = made_to_wait(moved)
        quote(event, article, "the fighting stopped")
        events.correct(event, by=editor, note="A second quotation.")
    other.join()
    assert told == ["done"]
    assert Event.objects.get(pk=event.pk).outlet_ids == [outlet.pk]
    assert {standing(each)[0] for each in event.citations.all()} == {2}


@pytest.mark.django_db(transaction=True)
def test_a_new_text_waits_for_nobody_who_saves_an_event_without_quoting() -> None:
    article, editor = make.article(), make.editor()
    event = make.event(taken_from=article, published=True)
    changing = Thread(target=lambda: given_in_a_thread(article, by=editor))
    with transaction.atomic():
        Event.objects.select_for_update(no_key=True).get(pk=event.pk)
        changing.start()
        changing.join(PATIENCE_SECONDS)
        waited = changing.is_alive()
    changing.join()
    assert not waited
    assert standing(event.citations.get())[0] == 2


def given_in_a_thread(article: Article, *, by: User) -> None:
    articles.changed(article, by=by, body=LATER)
    connection.close()


def quote(event: Event, article: Article, words: str = make.QUOTATION) -> None:
    with transaction.atomic():
        make.citation(event, Article.objects.get(pk=article.pk), words)


@transaction.atomic
def correct(event: Event, citation: Citation) -> None:
    held = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
    anchoring.keep_place(citation)
    citation.save()
    events.correct(held, by=make.editor(), note="Who said so.")
