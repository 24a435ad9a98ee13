"""What no browser sends, and what is half typed: refused or passed over, never a crash."""

from __future__ import annotations

import pytest
from django.forms import formsets
from django.test import Client

from tests import make
from tests.admin.filling import fields
from timeline.admin import sent as as_sent
from timeline.models import Article, Dismissal

pytestmark = pytest.mark.django_db

FAR = "9" * 5000
NUL = "Raq\x00qa"


@pytest.fixture
def article() -> Article:
    return make.article()


def desk(article: Article, part: str = "") -> str:
    return f"/admin/timeline/article/{article.pk}/desk/{part}"


@pytest.mark.parametrize("button", ["_save", "_read"])
@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("start", FAR),
        ("start", "-1"),
        ("start", "here"),
        ("parties-TOTAL_FORMS", FAR),
        ("parties-0-faction", NUL),
        ("parties-0-faction", f"ISIS #{FAR}"),
        ("city", NUL),
        ("quotation", NUL),
        ("seen", FAR),
        ("event", FAR),
        ("looked_at", f"{FAR},\x00"),
        ("entry_key", "\x00"),
        ("earliest", "9999-12-31"),
        ("day", "9999-12-31"),
        ("_strip", "0001-01-01"),
    ],
)
def test_the_form_at_hand_comes_back_with_the_headline_that_was_typed(
    editor: Client, article: Article, button: str, name: str, sent: str
) -> None:
    filled = fields(editor.get(desk(article) + "?sentence=2"))
    typed = filled | {"headline": "My own words", "city": "Nowhere", name: sent, button: "pressed"}
    answer = editor.post(desk(article), typed)
    assert answer.status_code == 200
    assert fields(answer)["headline"] == "My own words"


@pytest.mark.parametrize(
    "query", [f"start={FAR}&end=4", "sentence=0", f"event={FAR}", "proposal=%00"]
)
@pytest.mark.parametrize("body", [make.BODY, ""])
def test_the_desk_opens_whatever_its_address_points_at(
    editor: Client, query: str, body: str
) -> None:
    assert editor.get(f"{desk(make.article(body=body))}?{query}").status_code == 200


@pytest.mark.parametrize("sent", [{"city": "999999"}, {"city": FAR}, {"spelling": NUL}])
def test_a_spelling_of_what_is_not_there_is_refused(
    editor: Client, article: Article, sent: dict[str, str]
) -> None:
    answer = editor.post(desk(article, "name/"), {"name": "Tabqa"} | sent, follow=True)
    assert "No city and no faction" in answer.content.decode()


def test_a_name_is_dismissed_without_the_sign_that_no_name_has(
    editor: Client, article: Article
) -> None:
    editor.post(desk(article, "name/"), {"name": NUL, "no": "pressed"})
    assert Dismissal.objects.get().words == "Raqqa"


def test_rows_without_end_are_not_counted_to_their_end(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As many as are read by default take half a minute to be checked and shown again.
    monkeypatch.setattr(formsets, "DEFAULT_MAX_NUM", 10)
    monkeypatch.setattr(as_sent, "MOST_ROWS", 20)
    event = make.event()
    address = f"/admin/timeline/event/{event.pk}/change/"
    sent = fields(editor.get(address)) | {"citations-TOTAL_FORMS": "9" * 15, "seen": "0"}
    assert editor.post(address, sent).status_code == 200


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("precision", ["week", "part_month", "month", "season", "year"])
def test_a_day_at_the_end_of_time_is_refused_in_words(
    editor: Client, article: Article, day: str, precision: str
) -> None:
    filled = fields(editor.get(desk(article) + "?sentence=2"))
    typed = {"headline": "My own words", "earliest": day, "latest": day, "precision": precision}
    answer = editor.post(desk(article), filled | typed | {"_save": "pressed"})
    assert answer.status_code == 200
    assert "Days lie in the years 2 to 9998" in answer.content.decode()
