"""Reviewing: what waits, what is looked at, and the decision."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests import make
from tests.admin.filling import fields
from timeline.actions import articles, events
from timeline.models import Comparison, Event, Revision, User
from timeline.models.vocabulary import Role, Status

QUEUE = "/admin/timeline/event/review/"


def review(event: Event) -> str:
    return f"/admin/timeline/event/{event.pk}/review/"


def submitted(headline: str = "", by: User | None = None, **given: object) -> Event:
    by = by or make.reporter()
    event = make.event(headline, by=by, **given)  # type: ignore[arg-type]
    events.submit(event, by=by)
    return event


def decide(client: Client, event: Event, decision: str, note: str = "", *, query: str = "") -> str:
    """Sends the screen's form with this decision; where it leads, or the page with its refusal."""
    address = review(event) + query
    sent = fields(client.get(address)) | {"decision": decision, "note": note}
    answer = client.post(address, sent)
    return answer["Location"] if answer.status_code == 302 else answer.content.decode()


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


# The queue


def test_what_waits_longest_comes_first(editor: Client) -> None:
    first, second = submitted("Came first"), submitted("Came second")
    make.event("Not submitted")
    assert list(editor.get(QUEUE).context["page"]) == [first, second]


def test_a_returned_event_waits_again_from_when_it_was_submitted_again(editor: Client) -> None:
    first, second = submitted("Came first"), submitted("Came second")
    events.return_to_author(first, by=make.editor(), note="Add the source.")
    events.submit(first, by=make.reporter())
    page = editor.get(QUEUE)
    assert list(page.context["page"]) == [second, first]
    assert page.content.decode().count("sent back once before") == 1


def test_an_empty_queue_says_so_and_counts_nothing(editor: Client) -> None:
    page = text(editor, QUEUE)
    assert "Nothing waits." in page
    assert "longest waiting first" not in page


def test_what_came_this_minute_is_said_to_be_new(editor: Client) -> None:
    submitted()
    page = text(editor, QUEUE)
    assert ">just now</time>" in page
    assert "1 event waits, the longest waiting first." in page


def test_the_queue_can_be_of_one_author(editor: Client) -> None:
    ours = submitted(by=make.reporter("ours"))
    submitted(by=make.reporter("theirs"))
    address = f"{QUEUE}?by={make.reporter('ours').pk}"
    assert list(editor.get(address).context["page"]) == [ours]


def test_an_author_that_nobody_knows_is_everybody(editor: Client) -> None:
    event = submitted()
    for nobody in ("0", "none", "999999999999999999999"):
        assert list(editor.get(f"{QUEUE}?by={nobody}").context["page"]) == [event]


def test_reviewing_is_for_editors(reporter: Client) -> None:
    event = submitted()
    assert reporter.get(QUEUE).status_code == 403
    assert reporter.get(review(event)).status_code == 403
    assert reporter.post(review(event), {"decision": "publish"}).status_code == 403


def test_the_queue_asks_as_much_for_two_events_as_for_twelve(
    editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        submitted(city=make.city())
    editor.get(QUEUE)
    with django_assert_max_num_queries(20) as few:
        editor.get(QUEUE)
    for _ in range(10):
        submitted(city=make.city(), by=make.reporter(f"r{_}"))
    with django_assert_max_num_queries(len(few)):
        editor.get(QUEUE)


# The screen


def test_an_event_of_many_articles_asks_no_more_than_one_of_two(
    editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    event = submitted()
    make.citation(event, make.article())
    address = f"/admin/timeline/event/{event.pk}/review/"
    editor.get(address)
    with django_assert_max_num_queries(40) as few:
        editor.get(address)
    for _ in range(6):
        make.citation(event, make.article())
    with django_assert_max_num_queries(len(few)):
        editor.get(address)


def test_the_words_quoted_are_marked_in_their_article(editor: Client) -> None:
    page = text(editor, review(submitted()))
    assert f'<mark class="u">{make.QUOTATION}</mark> before noon' in page
    assert "word for word" in page


def test_words_that_the_article_lost_are_said_to_be_gone(editor: Client) -> None:
    event = submitted()
    article = event.citations.get().article
    articles.take_text(article, "All of it was rewritten.")
    page = text(editor, review(event))
    assert "No longer in the article since" in page
    assert f"“{make.QUOTATION}”" in page


def test_words_that_moved_in_a_changed_article_are_found_again(editor: Client) -> None:
    event = submitted()
    articles.take_text(event.citations.get().article, f"A new first line.\n\n{make.BODY}")
    assert f'<mark class="u">{make.QUOTATION}</mark>' in text(editor, review(event))


def test_every_article_that_is_cited_is_shown(editor: Client) -> None:
    event = submitted()
    make.citation(event, make.article("Told by another"))
    page = text(editor, review(event))
    assert "Told by another" in page
    assert page.count('<mark class="u">') == 2


def test_the_event_is_shown_as_readers_will_see_it(editor: Client) -> None:
    captor = make.faction("SDF")
    event = submitted("City falls", factions=[(captor, Role.CAPTOR)])
    page = text(editor, review(event))
    shown = page[page.index("<template shadowrootmode") : page.index("</template>")]
    assert "City falls" in shown
    assert f'class="pt p-{captor.pk}"' in shown
    assert f'href="/admin/timeline/event/{event.pk}/preview/"' in shown


def test_what_changed_since_it_was_sent_back_is_told(editor: Client) -> None:
    event = submitted("City falls at last")
    assert "since it was sent back" not in text(editor, review(event))
    events.return_to_author(event, by=make.editor(), note="Name the city.")
    event.headline = "Raqqa falls at last"
    event.save()
    events.changed(event, by=make.reporter())
    events.submit(event, by=make.reporter())
    page = text(editor, review(event))
    assert "Name the city." in page
    assert "<del>City </del>" in page
    assert "<ins>Raqqa </ins>" in page


def test_what_its_author_compared_it_with_is_told(editor: Client) -> None:
    event, other = submitted(), make.event("Already on record", published=True)
    Comparison.objects.create(
        event=event, other=other, finding=Comparison.Finding.APART, words="Another bridge."
    )
    page = text(editor, review(event))
    assert "Already on record" in page
    assert "Another bridge." in page
    assert f"merge/?with={other.pk}" not in page


def test_what_its_author_found_the_same_can_be_merged(editor: Client) -> None:
    event, other = submitted(), make.event("Already on record", published=True)
    Comparison.objects.create(event=event, other=other, finding=Comparison.Finding.SAME)
    assert f"/event/{event.pk}/merge/?with={other.pk}" in text(editor, review(event))


def test_a_stranger_event_is_not_found(editor: Client) -> None:
    assert editor.get("/admin/timeline/event/999999/review/").status_code == 404


def test_the_screen_asks_as_much_for_one_quotation_as_for_four(
    editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    event, article = submitted(), make.article(body="One. Two. Three. Four.")
    make.citation(event, article, "One")
    editor.get(review(event))
    with django_assert_max_num_queries(60) as few:
        editor.get(review(event))
    for words in ("Two", "Three", "Four"):
        make.citation(event, article, words)
    with django_assert_max_num_queries(len(few)):
        editor.get(review(event))


# The decision


def test_publishing_is_chosen_beforehand_unless_a_check_speaks_against_it(editor: Client) -> None:
    event = submitted()
    assert 'value="publish" data-key="p" data-does="Publish" checked' in text(editor, review(event))
    make.figure(event.citations.get(), 300, 300)
    assert " checked" not in text(editor, review(event))
    assert " checked" not in text(editor, review(make.event("Still a draft")))


def test_publishing_leads_on_to_the_next_that_waits(editor: Client) -> None:
    first, second, third = submitted(), submitted(), submitted()
    assert decide(editor, second, "publish") == review(third)
    assert decide(editor, third, "publish") == review(first)
    assert decide(editor, first, "publish") == QUEUE
    assert {event.status for event in Event.objects.all()} == {Status.PUBLISHED}


def test_the_next_is_of_the_same_author_where_one_was_asked_for(editor: Client) -> None:
    ours = [submitted(by=make.reporter("ours")) for _ in range(2)]
    submitted(by=make.reporter("theirs"))
    query = f"?by={make.reporter('ours').pk}"
    assert decide(editor, ours[0], "publish", query=query) == review(ours[1]) + query
    assert decide(editor, ours[1], "publish", query=query) == QUEUE + query


def test_sending_back_needs_a_reason_that_its_author_reads(editor: Client) -> None:
    event = submitted()
    assert "Say why in a sentence" in decide(editor, event, "return")
    assert decide(editor, event, "return", "Add the source.") == QUEUE
    event.refresh_from_db()
    assert event.status == Status.DRAFT
    assert Revision.objects.of(event).latest("number").note == "Add the source."


def test_what_is_public_can_be_withdrawn_and_not_published_again(editor: Client) -> None:
    event = make.event(published=True)
    page = text(editor, review(event))
    assert 'value="publish"' not in page
    assert decide(editor, event, "withdraw", "It did not happen.") == review(event)
    event.refresh_from_db()
    assert event.status == Status.WITHDRAWN
    assert 'name="decision"' not in text(editor, review(event))


def test_a_decision_that_is_not_open_is_refused(editor: Client) -> None:
    event = submitted()
    assert "This event is submitted by now" in decide(editor, event, "withdraw", "No.")
    assert "Select a valid choice" in decide(editor, event, "delete", "No.")
    event.refresh_from_db()
    assert event.status == Status.SUBMITTED


def test_what_was_not_seen_is_not_published(editor: Client) -> None:
    event = submitted("As it was looked at")
    sent = fields(editor.get(review(event))) | {"decision": "publish", "note": "Well told."}
    event.headline = "As it was changed meanwhile"
    event.save()
    events.changed(event, by=make.editor("another"))
    answer = editor.post(review(event), sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "It changed while you looked at it" in page
    assert "another" in page
    assert "meanwhile</ins>" in page
    assert fields(answer)["note"] == "Well told."
    event.refresh_from_db()
    assert event.status == Status.SUBMITTED
    assert editor.post(review(event), fields(answer) | {"decision": "publish"}).status_code == 302
    event.refresh_from_db()
    assert event.status == Status.PUBLISHED


def test_what_somebody_else_decided_is_not_decided_again(editor: Client) -> None:
    event = submitted()
    sent = fields(editor.get(review(event))) | {"decision": "publish"}
    events.return_to_author(event, by=make.editor("another"), note="Not yet.")
    page = editor.post(review(event), sent).content.decode()
    assert "It changed while you looked at it" in page
    assert "Not yet." in page
    event.refresh_from_db()
    assert event.status == Status.DRAFT


def test_what_somebody_else_published_is_shown_as_it_is_now(editor: Client) -> None:
    event = submitted()
    sent = fields(editor.get(review(event))) | {"decision": "publish"}
    events.publish(event, by=make.editor("another"))
    page = editor.post(review(event), sent).content.decode()
    assert "It changed while you looked at it" in page
    assert 'value="publish"' not in page


def test_with_two_persons_asked_for_the_author_is_told_why_not(
    editor: Client, settings: Settings
) -> None:
    settings.TWO_PERSON_RULE = True
    own = submitted(by=make.editor())
    page = text(editor, review(own))
    assert "somebody else must publish it" in page
    assert 'value="publish"' not in page
    assert "Somebody other than its author must publish" in decide(editor, own, "publish")
    other = submitted()
    assert decide(editor, other, "publish") == review(own)


# The preview


def preview(event: Event) -> str:
    return f"/admin/timeline/event/{event.pk}/preview/"


def test_the_preview_is_the_public_page_and_says_that_it_is_none(reporter: Client) -> None:
    event = make.event("Not public yet")
    answer = reporter.get(preview(event))
    page = answer.content.decode()
    assert "readers cannot see this page yet" in page
    assert "Not published yet." in page
    assert make.QUOTATION in page
    assert "no-store" in answer["Cache-Control"]


def test_the_preview_is_for_those_who_are_signed_in(client: Client, db: None) -> None:
    answer = client.get(preview(make.event()))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")


def test_what_is_public_is_seen_at_its_own_address(editor: Client) -> None:
    event = make.event(published=True)
    assert editor.get(preview(event))["Location"] == event.get_absolute_url()


def test_an_event_without_a_date_has_no_page_yet(editor: Client) -> None:
    event = make.event(when=None)
    answer = editor.get(preview(event), follow=True)
    assert "give one first" in answer.content.decode()


@pytest.mark.parametrize("number", [0, 999999])
def test_the_preview_of_nothing_is_not_found(editor: Client, number: int) -> None:
    assert editor.get(f"/admin/timeline/event/{number}/preview/").status_code == 404
