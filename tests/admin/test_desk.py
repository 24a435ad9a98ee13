"""The reading desk: the article on the left, its events on the right."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import make
from timeline import gazetteer
from timeline.desk import reading_of
from timeline.models import Article, City
from timeline.models.vocabulary import Reading

pytestmark = pytest.mark.django_db

BODY = """The alliance captured Raqqa on Sunday. The weather was fine.

The army shelled Tabqa on Monday."""
SHELLED = "The army shelled Tabqa on Monday"


def address(article: Article, what: str = "desk") -> str:
    return reverse(f"admin:timeline_article_{what}", args=[article.pk])


def page(client: Client, article: Article, **query: str | int) -> str:
    return client.get(address(article), query).content.decode()


def part(client: Client, path: str, target: str, **sent: str | int) -> str:
    """What htmx is answered when it asks for one part of the page, or sends a form in it."""
    headers = {"HX-Request": "true", "HX-Target": target}
    ask = client.post if sent else client.get
    return ask(path, sent or None, headers=headers).content.decode()


@pytest.fixture
def article() -> Article:
    make.faction("the alliance")
    make.faction("the army")
    make.city("Raqqa")
    make.city("Tabqa")
    return make.article("The fighting stops", body=BODY)


def test_the_desk_shows_the_article_and_its_events(editor: Client, article: Article) -> None:
    make.event("The army shells Tabqa", taken_from=article, quotation=SHELLED)
    shown = page(editor, article)
    assert "The fighting stops" in shown
    assert "The army shells Tabqa" in shown
    assert '<mark class="u" data-event="1">' in shown


def test_numbers_of_events_from_the_same_words_are_told_apart(
    editor: Client, article: Article
) -> None:
    for headline in ("The army shells Tabqa", "Tabqa is shelled"):
        make.event(headline, taken_from=article, quotation=SHELLED)
    shown = page(editor, article)
    marks = re.findall(r'<mark class="(u[^"]*)" data-event="(\d)">', shown)
    assert sorted(marks) == [("u", "1"), ("u also", "2")]


def test_nobody_reads_on_the_desk_without_being_let_in(client: Client, article: Article) -> None:
    assert client.get(address(article)).status_code == 302


def test_without_scripts_every_sentence_and_proposal_has_its_own_link(
    editor: Client, article: Article
) -> None:
    shown = page(editor, article)
    for number in (1, 2, 3):
        assert f'href="?sentence={number}#s{number}"' in shown
    for proposal in reading_of(article).proposals:
        assert f'href="?proposal={proposal.key}#s{proposal.sentence + 1}"' in shown


def test_the_text_is_there_letter_for_letter(editor: Client) -> None:
    body = 'He said: "5 < 6 & 7" – and <b>left</b> on Sunday.'
    shown = page(editor, make.article(body=body))
    paragraph = re.search(r'data-start="0".*?<p>(.*?)</p>', shown, re.DOTALL)
    assert paragraph
    assert "&lt;b&gt;left&lt;/b&gt;" in paragraph[1]
    assert "<b>left" not in shown


def test_a_dismissed_proposal_is_gone_until_it_is_taken_back(
    reporter: Client, article: Article
) -> None:
    first, *_others = reading_of(article).proposals
    answer = reporter.post(address(article, "dismiss"), {"proposal": first.key, "at": 1})
    assert answer.headers["Location"] == address(article) + "#s1"
    assert first.key not in [one.key for one in reading_of(article).proposals]
    assert "1 thing dismissed" in page(reporter, article)

    dismissal = article.dismissals.get()
    reporter.post(address(article, "take_back"), {"dismissal": dismissal.pk})
    assert first.key in [one.key for one in reading_of(article).proposals]


def test_a_sentence_with_nothing_to_take_is_dismissed_whole(
    editor: Client, article: Article
) -> None:
    editor.post(address(article, "dismiss"), {"sentence": 2})
    assert article.dismissals.get().words == "The weather was fine."


@pytest.mark.parametrize("sent", [{}, {"proposal": "1-2-captured"}, {"sentence": "99"}])
def test_dismissing_what_is_not_there_says_so(
    editor: Client, article: Article, sent: dict[str, str]
) -> None:
    answer = editor.post(address(article, "dismiss"), sent, follow=True)
    assert "Say which words are dismissed." in answer.content.decode()
    assert not article.dismissals.exists()


def test_htmx_is_given_the_article_anew_and_the_form_at_hand_is_left_alone(
    editor: Client, article: Article
) -> None:
    first, *_others = reading_of(article).proposals
    answer = part(editor, address(article, "dismiss"), "reading", proposal=first.key, at=1)
    assert 'id="reading"' in answer
    assert 'id="coverage" hx-swap-oob' in answer
    assert 'id="at-hand"' not in answer


def test_htmx_is_given_the_right_half_by_itself(editor: Client, article: Article) -> None:
    event = make.event(taken_from=article, quotation=SHELLED)
    answer = part(editor, f"{address(article)}?event={event.pk}", "right")
    assert 'id="right"' in answer
    assert 'data-sentence="3"' in answer
    assert 'id="reading"' not in answer


@pytest.mark.parametrize(
    "query",
    [
        "event=999",
        "event=x",
        "event=99999999999999999999",
        "proposal=1-2-other",
        "sentence=0",
        "sentence=77",
        "start=9&end=3",
        "start=1&end=9999999",
        "start=-1&end=4",
    ],
)
def test_an_address_that_points_nowhere_shows_the_desk(
    editor: Client, article: Article, query: str
) -> None:
    answer = editor.get(f"{address(article)}?{query}")
    assert answer.status_code == 200
    assert "s cur" not in answer.content.decode()


@pytest.mark.parametrize("where", [{"proposal": "gone"}, {"event": 1}, {"start": 9, "end": 3}])
def test_an_address_whose_proposal_or_event_is_gone_says_so(
    editor: Client, article: Article, where: dict[str, str | int]
) -> None:
    gone = "What this address points at is no longer open"
    assert gone in page(editor, article, **where)
    assert gone not in page(editor, article)
    assert gone not in page(editor, article, proposal=reading_of(article).proposals[0].key)


def test_an_answer_says_how_many_proposals_are_left(editor: Client, article: Article) -> None:
    key = reading_of(article).proposals[0].key
    answer = part(editor, address(article, "dismiss"), "reading", proposal=key, at=1)
    left = len(reading_of(article).proposals)
    assert answer.count(f"{left} proposal left") == 2  # to be seen, and to be heard


def test_a_form_filled_by_hand_is_guarded_against_doubles_too(
    editor: Client, article: Article
) -> None:
    assert 'hx-trigger="change from:closest form' in page(editor, article)
    assert 'hx-trigger="load, change from:closest form' in page(editor, article, sentence=1)


def test_the_sentence_pointed_at_is_marked(editor: Client, article: Article) -> None:
    assert 'cur" id="s3"' in page(editor, article, sentence=3)
    assert 'cur" id="s3"' in page(editor, article, start=BODY.index("army"), end=len(BODY))


def test_marking_as_read_is_the_readers_decision(reporter: Client, article: Article) -> None:
    assert "Start reading" in page(reporter, article)
    reporter.post(address(article, "reading"), {"state": "reading"})
    shown = page(reporter, article)
    assert "You are reading it" in shown
    assert "What is left: 2 sentences" in shown
    reporter.post(address(article, "reading"), {"state": "read"})
    article.refresh_from_db()
    assert article.reading == Reading.READ
    assert "Read by reporter" in page(reporter, article)


def test_an_article_that_somebody_reads_can_be_taken_over(
    reporter: Client, editor: Client, article: Article
) -> None:
    editor.post(address(article, "reading"), {"state": "reading"})
    shown = page(reporter, article)
    assert "editor is reading it" in shown
    assert "Take over" in shown


def test_an_article_without_its_text_says_so(editor: Client) -> None:
    shown = page(editor, make.article(body=""))
    assert "entered without its text" in shown
    assert "#id_body" in shown


def test_an_arabic_article_runs_from_right_to_left(editor: Client) -> None:
    article = make.article(language="ar", body="سقطت الرقة يوم الأحد.")
    assert '<ol class="art" lang="ar" dir="rtl">' in page(editor, article)


# Names that no list has

ELSEWHERE = "Thousands fled to the town of Manbij on Sunday."


def test_a_reporter_adds_an_unknown_city_from_the_gazetteer_in_one_step(reporter: Client) -> None:
    make.city("Aleppo", latitude=36.2, longitude=37.16)
    article = make.article(body=f"Aleppo was shelled. {ELSEWHERE}")
    shown = page(reporter, article)
    assert "Add Manbij, Syria" in shown
    assert "km from Aleppo" in shown
    place = gazetteer.search("Manbij")[0].geonames_id
    answer = reporter.post(
        address(article, "name"), {"name": "Manbij", "place": place, "at": 2}, follow=True
    )
    assert City.objects.get(geonames_id=place).name == "Manbij"
    assert "Manbij is a city of the record now." in answer.content.decode()
    assert "is not in the list of cities" not in answer.content.decode()


def test_a_city_known_under_another_spelling_is_offered_first(editor: Client) -> None:
    place = gazetteer.search("Manbij")[0]
    make.city("Membidj", geonames_id=place.geonames_id)
    shown = page(editor, make.article(body=ELSEWHERE))
    assert "It is Membidj" in shown
    assert "Add Manbij, Syria" not in shown


def test_a_name_becomes_a_spelling_of_what_was_typed(editor: Client) -> None:
    city, article = make.city("Membidj"), make.article(body=ELSEWHERE)
    editor.post(address(article, "name"), {"name": "Manbij", "spelling": "membidj"})
    assert [name.name for name in city.names.all()] == ["Manbij"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [("Nowhere", "No city and no faction is called"), ("Tall Abyad", "More than one is called")],
)
def test_a_spelling_of_nothing_or_of_two_things_is_refused(
    editor: Client, typed: str, told: str
) -> None:
    make.city("Tall Abyad", slug="tall-abyad-1")
    make.city("Tall Abyad", slug="tall-abyad-2")
    article = make.article(body=ELSEWHERE)
    sent = {"name": "Manbij", "spelling": typed}
    assert told in editor.post(address(article, "name"), sent, follow=True).content.decode()


def test_reporters_are_told_that_spellings_are_an_editors(reporter: Client) -> None:
    make.city("Membidj")
    article = make.article(body=ELSEWHERE)
    assert "New spelling of" not in page(reporter, article)
    sent = {"name": "Manbij", "spelling": "Membidj"}
    answer = reporter.post(address(article, "name"), sent, follow=True)
    assert "Your role does not allow this" in answer.content.decode()


def test_what_is_no_name_is_not_asked_about_again(reporter: Client) -> None:
    article = make.article(body=ELSEWHERE)
    reporter.post(address(article, "name"), {"name": "Manbij", "no": "yes"})
    assert reading_of(article).unknown == []
    assert "no name" in page(reporter, article)


# How much it takes


def test_the_desk_asks_no_more_of_the_database_however_long_the_article(editor: Client) -> None:
    make.city("Raqqa")
    counts = []
    for times in (1, 20):
        body = "\n\n".join(
            f"Raqqa fell on {day} May 2017 to group {day}." for day in range(1, times)
        )
        article = make.article(body=body or BODY)
        for day in range(1, times):
            make.event(taken_from=article, quotation=f"fell on {day} May 2017 to group {day}.")
        page(editor, article)
        with CaptureQueriesContext(connection) as queries:
            page(editor, article)
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 1
    assert counts[1] <= 16


def test_a_new_article_goes_straight_to_the_desk(reporter: Client) -> None:
    sent = {
        "title": "The fighting stops",
        "outlet": make.outlet().pk,
        "published_on": "2017-10-17",
        "language": "en",
        "reading": Reading.UNREAD,
        "body": BODY,
    }
    answer = reporter.post(reverse("admin:timeline_article_add"), sent)
    article = Article.objects.get()
    assert answer.headers["Location"] == address(article)
    assert address(article) in reporter.get(address(article, "change")).content.decode()
