import pytest
from django.test import Client

from tests import make
from tests.admin.filling import faults, send
from timeline.models import Article, Edition, OldAddress

ADD = "/admin/timeline/article/add/"
URL = "https://news.example.org/raqqa"


def change(article: Article) -> str:
    return f"/admin/timeline/article/{article.pk}/change/"


def test_a_pasted_article_keeps_its_text_and_who_entered_it(reporter: Client) -> None:
    outlet = make.outlet()
    answer = send(
        reporter,
        ADD,
        title="City falls",
        url=f"{URL}?utm_source=x#top",
        outlet=outlet.pk,
        published_on="17 October 2017",
        body="First line.\r\nSecond line.",
    )
    assert answer.status_code == 302, faults(answer)
    article = Article.objects.get()
    assert article.current_text is not None
    assert article.current_text.body == "First line.\nSecond line."
    assert (article.url, article.published_on) == (URL, make.DAY)
    assert article.entered_by == make.reporter()


def test_an_address_that_was_entered_before_is_refused_with_a_link_to_it(editor: Client) -> None:
    known = make.article("City falls", url=URL)
    answer = send(editor, ADD, title="Again", url=f"{URL}#x", outlet=make.outlet().pk)
    assert f'<a href="{change(known)}">City falls' in faults(answer)


def test_a_changed_text_joins_the_series_and_quotations_stay_on_theirs(editor: Client) -> None:
    article = make.article()
    citation = make.event(taken_from=article).citations.get()
    send(editor, change(article), body="All of it was rewritten.")
    assert list(article.texts.values_list("number", flat=True)) == [1, 2]
    citation.refresh_from_db()
    assert citation.text == article.texts.get(number=1)


def test_saving_an_article_unchanged_adds_no_text(editor: Client) -> None:
    article = make.article(body="\n  One line,\nand another.\n\n")
    answer = send(editor, change(article))
    assert answer.status_code == 302
    assert article.texts.count() == 1


def test_an_article_that_is_cited_cannot_be_deleted(admin_client: Client) -> None:
    cited, free = make.article(), make.article()
    make.event(taken_from=cited)
    assert admin_client.get(f"/admin/timeline/article/{cited.pk}/delete/").status_code == 403
    assert admin_client.get(f"/admin/timeline/article/{free.pk}/delete/").status_code == 200


def test_an_article_leads_to_an_event_that_cites_it_and_counts_from_its_day(
    editor: Client,
) -> None:
    article = make.article(language="ar")
    page = editor.get(change(article)).content.decode()
    assert f'href="/admin/timeline/event/add/?article={article.pk}"' in page
    form = editor.get(f"/admin/timeline/event/add/?article={article.pk}")
    assert form.context["adminform"].form["read_on"].value() == make.DAY
    assert form.context["adminform"].form["language"].value() == "ar"
    citations = form.context["inline_admin_formsets"][1].formset
    assert [row["article"].value() for row in citations.forms] == [article.pk]


@pytest.mark.parametrize("words", ["falls city", "CITY", "gazette", "news.example"])
def test_an_article_is_found_by_words_of_title_outlet_or_address(
    editor: Client, words: str
) -> None:
    sought = make.article("City falls", outlet=make.outlet("The Gazette"), url=URL)
    make.article("Something else")
    page = editor.get("/admin/timeline/article/", {"q": words})
    assert list(page.context["cl"].queryset) == [sought]


def test_the_text_is_shown_to_those_who_enter_and_to_nobody_else(
    reporter: Client, client: Client
) -> None:
    address = f"/admin/timeline/article/{make.article().pk}/text/"
    assert reporter.get(address).content.decode() == make.BODY
    assert client.get(address).status_code == 302


def test_changing_an_article_that_readers_see_moves_the_edition(editor: Client) -> None:
    unseen, seen = make.article(), make.article()
    make.event(taken_from=unseen)
    make.event(taken_from=seen, published=True)
    before = Edition.objects.current().number
    send(editor, change(unseen), title="Another title")
    assert Edition.objects.current().number == before
    send(editor, change(seen), title="Another title")
    assert Edition.objects.current().number == before + 1


def test_what_readers_see_of_an_article_is_changed_by_editors_only(
    reporter: Client, editor: Client
) -> None:
    unseen, seen = make.article("Before"), make.article("Before")
    make.event(taken_from=seen, published=True)
    for article in (unseen, seen):
        answer = send(reporter, change(article), title="After", reading="read")
        assert answer.status_code == 302, faults(answer)
        article.refresh_from_db()
    assert (unseen.title, seen.title, seen.reading) == ("After", "Before", "read")
    send(editor, change(seen), title="After")
    seen.refresh_from_db()
    assert seen.title == "After"


def test_whoever_marks_an_article_as_being_read_is_its_reader(reporter: Client) -> None:
    article = make.article()
    send(reporter, change(article), reading="reading")
    article.refresh_from_db()
    assert article.reader == make.reporter()
    send(reporter, change(article), reading="unread")
    article.refresh_from_db()
    assert article.reader is None


def test_a_renamed_outlet_keeps_its_old_address(editor: Client) -> None:
    outlet = make.outlet("The Gazette")
    address = f"/admin/timeline/outlet/{outlet.pk}/change/"
    answer = send(editor, address, name="The New Gazette", slug="new-gazette")
    assert answer.status_code == 302, faults(answer)
    assert OldAddress.objects.get(kind="outlet", slug="the-gazette").target == outlet.pk
