"""The queue of articles: what is left, who reads what, where to go on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import make
from timeline.actions import articles, comparing, events, reading
from timeline.models import Article, Citation, Event
from timeline.models.vocabulary import Reading

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db
QUEUE = "/admin/timeline/article/"
A_WEEK = timedelta(days=7)


def shown(answer: Answer) -> list[str]:
    """Titles of the articles on the page, in its order."""
    assert answer.status_code == 200
    return [row.article.title for row in answer.context["rows"]]


def text(answer: Answer) -> str:
    return " ".join(answer.content.decode().split())


def rested(article: Article, days: int) -> None:
    """Has the article, and what was taken from it, not been worked on for so long."""
    then = timezone.now() - timedelta(days=days)
    Article.objects.filter(pk=article.pk).update(reading_since=then, entered_at=then)


def test_ones_own_come_first_then_others_then_the_unread_and_the_newest_of_each(
    editor: Client,
) -> None:
    def article(title: str, day: int) -> Article:
        return make.article(title, published_on=date(2017, 10, day))

    article("unread, older", 1)
    article("unread", 20)
    reading.mark_read(article("read", 30), by=make.editor())
    reading.start_reading(article("theirs", 30), by=make.editor("colleague"))
    reading.start_reading(article("mine", 2), by=make.editor())
    assert shown(editor.get(QUEUE)) == ["mine", "theirs", "unread", "unread, older", "read"]


def test_a_row_tells_what_is_used_and_left(editor: Client) -> None:
    body = "On Monday they came. On Tuesday they left. Nobody said why."
    article = make.article(body=body)
    make.event(taken_from=article, quotation="On Monday they came")
    row = editor.get(QUEUE).context["rows"][0]
    assert (len(row.reading.used), len(row.reading.sentences)) == (1, 3)
    assert "1 of 3; 1 date unused" in text(editor.get(QUEUE))


def test_an_article_without_a_text_says_so(editor: Client) -> None:
    make.article(body="")
    assert "no text yet" in text(editor.get(QUEUE))


def test_events_are_counted_by_how_far_they_are(editor: Client) -> None:
    body = "They came. They saw. They won. They left."
    article = make.article(body=body)
    for words, published in (("They came", True), ("They saw", False), ("They won", False)):
        make.event(taken_from=article, quotation=words, published=published)
    returned = make.event(taken_from=article, quotation="They left", by=make.reporter())
    events.submit(returned, by=make.reporter())
    events.return_to_author(returned, by=make.editor(), note="Who?")
    row = editor.get(QUEUE).context["rows"][0]
    assert row.events == "4: 2 drafts, 1 sent back, 1 published"


def test_what_nothing_was_taken_from_for_a_week_is_idle_and_may_be_taken_over(
    editor: Client,
) -> None:
    article = make.article("left lying")
    reading.start_reading(article, by=make.editor("colleague"))
    rested(article, 9)
    page = editor.get(QUEUE)
    assert "idle 9 days" in text(page)
    assert shown(editor.get(QUEUE, {"state": "idle"})) == ["left lying"]
    editor.post(f"{QUEUE}{article.pk}/desk/reading/", {"state": "reading"})
    assert Article.objects.get().reader == make.editor()
    assert "idle" not in str(editor.get(QUEUE).context["rows"][0].idle or "")
    assert shown(editor.get(QUEUE, {"state": "idle"})) == []


def test_work_on_an_event_keeps_its_article_from_being_idle(editor: Client) -> None:
    article = make.article()
    reading.start_reading(article, by=make.editor("colleague"))
    rested(article, 9)
    make.event(taken_from=article)
    assert shown(editor.get(QUEUE, {"state": "idle"})) == []


def test_a_reporter_sees_the_queue(reporter: Client) -> None:
    make.article("one")
    assert shown(reporter.get(QUEUE)) == ["one"]


def test_strangers_do_not(client: Client) -> None:
    assert client.get(QUEUE).status_code == 302


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"state": "unread"}, ["fresh", "quoted"]),
        ({"state": "reading"}, ["mine"]),
        ({"state": "read"}, ["done"]),
        ({"who": "nobody"}, ["fresh", "quoted"]),
        ({"with": "none"}, ["mine", "fresh", "done"]),
        ({"with": "draft"}, ["quoted"]),
        ({"with": "gone"}, ["quoted"]),
        ({"with": "sent_back"}, []),
        ({"q": "FRE"}, ["fresh"]),
        ({"q": "fre", "state": "read"}, []),
        ({"state": "nonsense"}, ["mine", "fresh", "quoted", "done"]),
        ({"who": "²"}, ["mine", "fresh", "quoted", "done"]),
    ],
)
def test_the_queue_is_narrowed_by_state_reader_and_content(
    editor: Client, asked: dict[str, str], titles: list[str]
) -> None:
    make.article("fresh", published_on=date(2017, 10, 9))
    quoted = make.article("quoted", published_on=date(2017, 10, 8))
    make.event(taken_from=quoted)
    articles.changed(quoted, by=make.editor(), body="All of it was taken back.")
    reading.start_reading(make.article("mine"), by=make.editor())
    reading.mark_read(make.article("done"), by=make.editor("colleague"))
    assert shown(editor.get(QUEUE, asked)) == titles


def test_the_queue_is_narrowed_to_one_reader(editor: Client) -> None:
    reading.mark_read(make.article("mine"), by=make.editor())
    reading.mark_read(make.article("theirs"), by=make.editor("colleague"))
    assert shown(editor.get(QUEUE, {"who": str(make.editor().pk)})) == ["mine"]
    assert shown(editor.get(QUEUE, {"who": str(make.editor("colleague").pk)})) == ["theirs"]


def test_an_event_sent_back_is_found_until_it_is_submitted_again(editor: Client) -> None:
    article = make.article("sent back")
    event = make.event(taken_from=article, by=make.reporter())
    events.submit(event, by=make.reporter())
    events.return_to_author(event, by=make.editor(), note="Who?")
    assert shown(editor.get(QUEUE, {"with": "sent_back"})) == ["sent back"]
    events.submit(event, by=make.reporter())
    assert shown(editor.get(QUEUE, {"with": "sent_back"})) == []


def test_the_head_counts_what_is_left(editor: Client) -> None:
    for day in (1, 2):
        make.article(published_on=date(2017, 10, day))
    reading.start_reading(make.article(published_on=date(2017, 9, 1)), by=make.editor())
    reading.mark_read(make.article(published_on=date(2017, 9, 2)), by=make.editor())
    page = editor.get(QUEUE)
    assert "3 articles left, 2 of them unread" in text(page)
    months = [(each.first.month, each.articles, each.left) for each in page.context["head"].months]
    assert months == [(10, 2, 2), (9, 2, 1)]
    october = editor.get(QUEUE, {"published_on__year": "2017", "published_on__month": "10"})
    assert len(shown(october)) == 2
    assert [month.chosen for month in october.context["head"].months] == [True, False]


def test_the_months_before_the_last_eight_are_folded_away_with_what_is_left(
    editor: Client,
) -> None:
    for month in range(1, 11):
        make.article(published_on=date(2017, month, 3))
    page = text(editor.get(QUEUE))
    assert "2 earlier months: <b>2</b> articles left" in page
    assert page.index("March 2017: ") < page.index("earlier months") < page.index("January 2017: ")
    assert "older" in page
    assert "older open" not in page.replace('"', "")
    january = text(editor.get(QUEUE, {"published_on__year": "2017", "published_on__month": "1"}))
    assert "older open" in january.replace('"', "")


def test_the_head_tells_what_one_has_entered_today(editor: Client) -> None:
    assert "you have entered no event yet" in text(editor.get(QUEUE))
    article = make.article()
    event = make.event(taken_from=article)
    source = Citation(article=make.article(), quotation=make.QUOTATION)
    comparing.attach(event, source, by=make.editor())
    make.event(by=make.editor("colleague"))
    Event.objects.filter(pk=make.event().pk).update(entered_at=timezone.now() - A_WEEK)
    assert "Today you have entered 1 event from 2 articles." in text(editor.get(QUEUE))


def test_nothing_left_is_said_so(editor: Client) -> None:
    page = editor.get(QUEUE)
    assert "Everything is read" in text(page)
    assert "No article matches" in text(page)


def test_one_goes_on_with_the_next_proposal_of_ones_own_article(editor: Client) -> None:
    raqqa = make.city("Raqqa")
    sdf = make.faction("SDF")
    body = f"Nobody knew. {sdf.name} captured {raqqa.name} on Tuesday."
    article = make.article(body=body)
    reading.start_reading(article, by=make.editor())
    go_on = editor.get(QUEUE).context["go_on"]
    assert go_on.sentence == 2
    assert go_on.address.startswith(f"{QUEUE}{article.pk}/desk/?proposal=")
    assert editor.get(go_on.address).status_code == 200


def test_one_goes_on_with_the_article_where_no_proposal_is_left(editor: Client) -> None:
    article = make.article(body="Nobody knew.")
    reading.start_reading(article, by=make.editor())
    assert editor.get(QUEUE).context["go_on"].address == f"{QUEUE}{article.pk}/desk/"


def test_the_next_unread_is_the_newest_whatever_the_filter(editor: Client) -> None:
    make.article(published_on=date(2017, 9, 1))
    newest = make.article(published_on=date(2017, 10, 1))
    page = editor.get(QUEUE, {"state": "read"})
    assert page.context["next_unread"] == f"{QUEUE}{newest.pk}/desk/"
    Article.objects.update(reading=Reading.READ)
    assert editor.get(QUEUE).context["next_unread"] == ""


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(QUEUE)
    return len(asked)


def test_the_queue_asks_no_more_of_the_database_however_many_articles_wait(editor: Client) -> None:
    outlet = make.outlet()
    make.event(taken_from=make.article(outlet=outlet))
    with_one = queries(editor)
    for _ in range(30):
        make.event(taken_from=make.article(outlet=outlet))
    assert queries(editor) == with_one < 40


def test_only_the_articles_of_the_page_are_read(editor: Client) -> None:
    outlet = make.outlet()
    for _ in range(21):
        make.article(outlet=outlet)
    assert len(shown(editor.get(QUEUE))) == 20
    assert len(shown(editor.get(QUEUE, {"p": "2"}))) == 1
