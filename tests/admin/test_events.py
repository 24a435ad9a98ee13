"""Entering events, and finding them again."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import make
from tests.admin.filling import faults, fields, send
from timeline.models import Event, Revision
from timeline.models.vocabulary import Grade, Role

ADD = "/admin/timeline/event/add/"


def change(event: Event) -> str:
    return f"/admin/timeline/event/{event.pk}/change/"


def changes(event: Event) -> list[str]:
    return [revision.change for revision in Revision.objects.of(event)]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("participations-0-role", "Role"),
        ("citations-0-figures-0-low", "At least"),
        ("citations-0-figures-0-DELETE", "Delete"),
    ],
)
def test_every_field_of_a_row_says_its_name(editor: Client, name: str, label: str) -> None:
    page = editor.get(ADD).content.decode()
    field = re.search(f'<[^>]* name="{name}"[^>]*>', page)
    assert field
    assert f'aria-label="{label}"' in field[0]


def test_an_event_is_entered_with_factions_quotation_and_figures(reporter: Client) -> None:
    city, captor, article = make.city(), make.faction(), make.article()
    answer = send(
        reporter,
        f"{ADD}?article={article.pk}",
        headline="City falls",
        kind="captured",
        city=city.pk,
        date_printed="on Tuesday",
        participations_0_faction=captor.pk,
        participations_0_role="captor",
        citations_0_quotation=make.QUOTATION,
        citations_0_figures_0_measure="killed",
        citations_0_figures_0_low=22,
        citations_0_figures_0_printed="at least 22",
    )
    assert answer.status_code == 302, faults(answer)
    event = Event.objects.get()
    citation = event.citations.get()
    assert event.entered_by == make.reporter()
    assert event.faction_ids == [captor.pk]
    assert (citation.article, citation.start) == (article, make.BODY.index(make.QUOTATION))
    assert [figure.low for figure in citation.figures.all()] == [22]
    assert changes(event) == ["entered"]


def test_a_quotation_that_the_article_lacks_is_refused_with_the_nearest(editor: Client) -> None:
    event = make.event()
    wrong = "the last fighters lay down their arms"
    answer = send(editor, change(event), headline="Typed", citations_0_quotation=wrong)
    assert make.QUOTATION in faults(answer)
    assert f'data-passage="{make.QUOTATION}"' in answer.content.decode()
    kept = fields(answer)
    assert (kept["headline"], kept["citations-0-quotation"]) == ("Typed", wrong)


def test_a_quotation_stays_on_its_old_text_when_a_newer_one_lacks_it(editor: Client) -> None:
    event = make.event()
    article = event.citations.get().article
    send(editor, f"/admin/timeline/article/{article.pk}/change/", body="Rewritten.")
    answer = send(editor, change(event), headline="Other words")
    assert answer.status_code == 302, faults(answer)
    assert event.citations.get().text == article.texts.get(number=1)


def test_the_same_words_cannot_be_cited_twice(editor: Client) -> None:
    event = make.event()
    cited: dict[str, Any] = {
        "citations-TOTAL_FORMS": 2,
        "citations-1-article": event.citations.get().article_id,
        "citations-1-quotation": make.QUOTATION,
        "citations-1-claimant_kind": "media_report",
        "citations-1-stance": "asserts",
        "citations-1-figures-TOTAL_FORMS": 0,
        "citations-1-figures-INITIAL_FORMS": 0,
    }
    assert "has that quotation already" in faults(send(editor, change(event), **cited))


def test_a_form_that_is_sent_twice_adds_its_rows_once(editor: Client) -> None:
    event = make.event(quotation="")
    article = make.article()
    page = fields(editor.get(change(event))) | {
        "citations-0-article": str(article.pk),
        "citations-0-quotation": make.QUOTATION,
        "_save": "pressed",
    }
    assert editor.post(change(event), page).status_code == 302
    assert editor.post(change(event), page).status_code == 302
    assert event.citations.count() == 1
    assert Revision.objects.of(event).count() == 2


def test_a_figure_with_its_ends_crossed_is_refused(editor: Client) -> None:
    event = make.event()
    answer = send(
        editor,
        change(event),
        citations_0_figures_0_measure="killed",
        citations_0_figures_0_low=9,
        citations_0_figures_0_high=3,
        citations_0_figures_0_printed="nine",
    )
    assert "figure of this citation" in faults(answer)
    assert "must not exceed" in answer.content.decode()


def test_after_one_event_the_next_is_offered_from_the_same_article(editor: Client) -> None:
    article = make.article()
    answer = send(
        editor,
        f"{ADD}?article={article.pk}",
        "_addanother",
        headline="First",
        kind="captured",
    )
    assert answer["Location"] == f"{ADD}?article={article.pk}"


@pytest.mark.parametrize("words", ["arms", "rakka", "الرقة", "daesh", "hospi"])
def test_an_event_is_found_by_words_and_by_names_in_any_spelling(
    editor: Client, words: str
) -> None:
    raqqa = make.city("Raqqa", spellings=["Rakka", "الرقة"])
    isis = make.faction("ISIS", spellings=["Daesh"])
    sought = make.event("Hospital falls", city=raqqa, factions=[(isis, Role.FORMER_HOLDER)])
    make.event("Elsewhere", quotation="")
    page = editor.get("/admin/timeline/event/", {"q": words})
    assert list(page.context["cl"].queryset) == [sought]


def test_a_grade_is_raised_with_a_reason_only(editor: Client) -> None:
    event = make.event(published=True)
    address, why = change(event), {"note": "Looked at again."}
    assert (
        "Unconfirmed by the rule, because one source says so"
        in editor.get(address).content.decode()
    )
    refused = send(editor, address, grade_set=Grade.CONFIRMED, **why)
    assert "By the rule the grade is “Unconfirmed”. Say why" in faults(refused)
    event.refresh_from_db()
    assert event.grade_set == ""
    send(editor, address, grade_set=Grade.CONFIRMED, grade_reason="An inquiry found so.", **why)
    event.refresh_from_db()
    assert (event.grade, event.grade_by_rule) == (Grade.CONFIRMED, Grade.UNCONFIRMED)


def test_a_grade_is_lowered_without_a_reason(editor: Client) -> None:
    event = make.event(published=True)
    send(editor, change(event), grade_set=Grade.REFUTED, note="Looked at again.")
    event.refresh_from_db()
    assert event.grade == Grade.REFUTED


def test_a_reason_asks_for_the_grade_that_it_is_for(editor: Client) -> None:
    address = change(make.event(published=True))
    refused = send(editor, address, grade_reason="An inquiry found so.", note="Looked at again.")
    assert "Choose the grade that this is the reason for." in faults(refused)


def test_an_event_is_not_put_under_its_own_part(editor: Client) -> None:
    whole = make.event()
    part = make.event(parent=whole)
    answer = send(editor, f"/admin/timeline/event/{whole.pk}/change/", parent=part.pk)
    assert "not the other way round" in faults(answer)
    assert Event.objects.get(pk=whole.pk).parent is None


def list_events(many: int) -> None:
    for number in range(many):
        factions = [(make.faction(), Role.CAPTOR), (make.faction(), Role.FORMER_HOLDER)]
        make.event(city=make.city(), factions=factions, by=make.member("Editor", f"editor{number}"))


@pytest.mark.parametrize("noun", ["event", "article", "city", "faction", "revision"])
def test_a_list_asks_as_much_for_two_rows_as_for_twelve(
    editor: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    noun: str,
) -> None:
    address = f"/admin/timeline/{noun}/"
    list_events(2)
    editor.get(address)
    with django_assert_max_num_queries(40) as few:
        editor.get(address)
    asked = len(few)
    list_events(10)
    editor.get(address)  # what new articles tell is found once, and kept
    with django_assert_max_num_queries(asked):
        editor.get(address)
