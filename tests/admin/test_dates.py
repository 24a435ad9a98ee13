"""The date of an event: read while it is typed, read again when it is sent, or set by hand."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.admin.filling import faults, send
from timeline import dates
from timeline.models import Event

ADD = "/admin/timeline/event/add/"


def read(client: Client, phrase: str, read_on: str = "2017-10-17") -> dict[str, Any]:
    asked = {"phrase": phrase, "read_on": read_on}
    answer: dict[str, Any] = client.get("/admin/timeline/event/read-date/", asked).json()
    return answer


def entered(client: Client, **typed: Any) -> Event:
    answer = send(client, ADD, headline="City falls", kind="captured", **typed)
    assert answer.status_code == 302, faults(answer)
    return Event.objects.latest("pk")


def test_words_are_read_against_the_articles_day_with_the_rule_that_said_so(
    reporter: Client,
) -> None:
    answer = read(reporter, "on Tuesday")
    assert answer["values"]["earliest"] == answer["values"]["latest"] == "2017-10-17"
    assert answer["values"]["precision"] == "exact"
    for shown in ("17 October 2017", "2017-10-17", "A weekday is the latest one"):
        assert shown in answer["html"]


@pytest.mark.parametrize(
    ("phrase", "read_on"),
    [("when the moon was full", "2017-10-17"), ("on Tuesday", ""), ("31 February 2017", "")],
)
def test_words_that_cannot_be_read_are_answered_with_the_reason(
    reporter: Client, phrase: str, read_on: str
) -> None:
    answer = read(reporter, phrase, read_on)
    assert answer["values"] is None
    assert 'class="fault"' in answer["html"]


def test_words_are_shown_as_text_whatever_they_contain(reporter: Client) -> None:
    assert "<script>" not in read(reporter, "<script>alert(1)</script>")["html"]


def test_nobody_reads_dates_without_signing_in(client: Client, db: None) -> None:
    assert client.get("/admin/timeline/event/read-date/").status_code == 302


def test_without_scripts_words_are_read_when_the_form_is_sent(editor: Client) -> None:
    event = entered(editor, date_printed="over the weekend", read_on="2017-10-17")
    assert (event.earliest, event.latest) == (date(2017, 10, 14), date(2017, 10, 15))
    assert event.date_rule == "weekend"


def test_without_a_day_to_count_from_that_of_the_first_article_is_taken(editor: Client) -> None:
    article = make.article(published_on=date(2016, 5, 4))
    event = entered(editor, date_printed="yesterday", citations_0_article=article.pk)
    assert (event.earliest, event.read_on) == (date(2016, 5, 3), date(2016, 5, 4))


def test_bounds_set_by_hand_stand_and_say_so(editor: Client) -> None:
    event = entered(editor, date_printed="in June 2017", earliest="2017-06-05", latest="2017-06-06")
    assert (event.earliest, event.latest) == (date(2017, 6, 5), date(2017, 6, 6))
    assert (event.precision, event.date_rule) == ("days", "by_hand")


def test_bounds_set_by_hand_stand_when_only_the_day_to_count_from_changes(editor: Client) -> None:
    event = entered(editor, date_printed="in June", read_on="2017-10-17", earliest="2017-06-05")
    send(editor, f"/admin/timeline/event/{event.pk}/change/", read_on="2016-10-17")
    event.refresh_from_db()
    assert (event.earliest, event.date_rule) == (date(2017, 6, 5), "by_hand")


def test_bounds_that_are_just_what_the_words_mean_are_not_by_hand(editor: Client) -> None:
    event = entered(
        editor,
        date_printed="in June 2017",
        earliest="2017-06-01",
        latest="2017-06-30",
        precision="month",
    )
    assert event.date_rule == dates.read("in June 2017").rule


def test_words_that_cannot_be_read_block_nothing_where_bounds_are_given(editor: Client) -> None:
    event = entered(editor, date_printed="when the moon was full", earliest="2017-06-05")
    assert (event.earliest, event.latest) == (date(2017, 6, 5), None)
    assert (event.precision, event.date_rule) == ("after", "by_hand")


def test_words_that_cannot_be_read_are_refused_without_bounds(editor: Client) -> None:
    answer = send(editor, ADD, headline="City falls", kind="captured", date_printed="full moon")
    assert "not a date that can be read" in faults(answer)
    assert not Event.objects.exists()


def test_other_words_are_read_anew_unless_bounds_were_changed_with_them(editor: Client) -> None:
    event = make.event(when="2017-10-17")
    address = f"/admin/timeline/event/{event.pk}/change/"
    send(editor, address, date_printed="2017-10-12")
    event.refresh_from_db()
    assert event.earliest == event.latest == date(2017, 10, 12)
    send(editor, address, date_printed="2017-10-13", earliest="2017-10-11")
    event.refresh_from_db()
    assert (event.earliest, event.latest) == (date(2017, 10, 11), date(2017, 10, 12))


def test_a_reading_that_lasted_keeps_its_inner_bounds(editor: Client) -> None:
    event = entered(editor, date_printed="June to October 2017")
    assert event.lasted
    assert (event.start_latest, event.end_earliest) == (date(2017, 6, 30), date(2017, 10, 1))


def test_bounds_in_the_wrong_order_are_refused_in_words(editor: Client) -> None:
    answer = send(
        editor,
        ADD,
        headline="City falls",
        kind="captured",
        earliest="2017-06-05",
        latest="2017-06-04",
    )
    assert "must not come after" in faults(answer)


def test_a_citation_gives_its_own_date_against_its_own_articles_day(editor: Client) -> None:
    late = make.article(published_on=date(2017, 10, 25))
    event = make.event(taken_from=late)
    send(
        editor,
        f"/admin/timeline/event/{event.pk}/change/",
        citations_0_date_printed="last week",
    )
    citation = event.citations.get()
    assert (citation.earliest, citation.latest) == (date(2017, 10, 16), date(2017, 10, 22))
    assert citation.read_on == late.published_on


def test_a_date_that_nobody_touches_keeps_the_rule_that_dated_it(editor: Client) -> None:
    event = make.event(when=dates.shortly_before(make.read("on Sunday", make.DAY)))
    event.date_printed, event.date_rule = "on Sunday", "shortly_before"
    event.save()
    answer = send(editor, f"/admin/timeline/event/{event.pk}/change/", headline="Another one")
    assert answer.status_code == 302, faults(answer)
    event.refresh_from_db()
    assert (event.headline, event.date_rule) == ("Another one", "shortly_before")
