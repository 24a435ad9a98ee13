"""The guard against doubles on the desk: what is shown while typing, and the four ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.test import Client

from tests import make
from tests.admin.filling import fields
from timeline.desk import reading_of
from timeline.models import Article, City, Comparison, Event, Faction, Revision
from timeline.models.vocabulary import Kind, Role, Status

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def raqqa() -> City:
    return make.city("Raqqa")


@pytest.fixture
def sdf() -> Faction:
    return make.faction("SDF")


@pytest.fixture
def article() -> Article:
    return make.article(outlet=make.outlet("Evening News"))


def taken(city: City, faction: Faction, **given: Any) -> Event:
    return make.event("SDF takes Raqqa", city=city, factions=[(faction, Role.CAPTOR)], **given)


def typed(**changed: str) -> dict[str, str]:
    """What an editor has typed into the form at hand; rows with underscores for dashes."""
    return {
        "entry_key": str(uuid4()),
        "quotation": make.QUOTATION,
        "date_printed": "On Tuesday",
        "city": "Raqqa",
        "kind": Kind.CAPTURED.value,
        "headline": "The city is taken",
        "parties-TOTAL_FORMS": "1",
        "parties-INITIAL_FORMS": "0",
        "parties-0-faction": "SDF",
        "parties-0-role": Role.CAPTOR.value,
        "parties-0-basis": "stated",
        "figures-TOTAL_FORMS": "1",
        "figures-INITIAL_FORMS": "0",
        "figures-0-measure": "killed",
        "figures-0-low": "3",
        "figures-0-high": "5",
        "figures-0-printed": "three to five",
        **changed,
    }


def desk(article: Article, part: str = "") -> str:
    return f"/admin/timeline/article/{article.pk}/desk/{part}"


def while_typing(client: Client, article: Article, **changed: str) -> Answer:
    return client.get(desk(article, "similar/"), typed(**changed))


def choose(client: Client, article: Article, other: Event, finding: str, **more: str) -> Answer:
    """Saves, is asked to compare, and chooses; follows no redirect."""
    asked = client.post(desk(article), typed() | {"_save": "pressed"})
    assert "A similar event is on record" in asked.content.decode()
    carried = fields(asked) | {"other": str(other.pk), "finding": finding} | more
    return client.post(desk(article, "compare/"), carried)


# While typing


def test_what_is_alike_is_shown_while_typing(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf, published=True)
    shown = while_typing(editor, article).content.decode()
    assert "1 similar event on record" in shown
    assert f'name="_attach" value="{event.pk}"' in shown


def test_a_list_that_was_not_opened_was_not_looked_at(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    shown = while_typing(editor, article)
    assert fields(shown)["looked_at"] == ""
    assert f'data-opened="{event.pk}"' in shown.content.decode()


@pytest.mark.parametrize(
    "changed",
    [
        {"city": ""},
        {"kind": ""},
        {"date_printed": "On Monday"},
        {"date_printed": "some day"},
        {"parties-0-faction": "nobody known"},
        {"city": "\x00", "earliest": "tomorrowish", "event": "9" * 40, "looked_at": ",x,²,"},
    ],
)
def test_what_is_half_typed_or_other_shows_nothing(
    editor: Client, article: Article, raqqa: City, sdf: Faction, changed: dict[str, str]
) -> None:
    taken(raqqa, sdf, kind=Kind.TRANSFERRED)
    answer = while_typing(editor, article, **changed)
    assert answer.status_code == 200
    assert "similar event" not in answer.content.decode()


def test_the_same_list_is_not_sent_twice(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    assert while_typing(editor, article, similar=str(event.pk)).status_code == 204
    assert while_typing(editor, article, similar="").status_code == 200


def test_an_event_is_not_like_itself(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    shown = while_typing(editor, article, event=str(event.pk)).content.decode()
    assert "similar event" not in shown


def test_a_reporter_is_offered_no_way_to_add_to_what_is_published(
    reporter: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    taken(raqqa, sdf, published=True)
    shown = while_typing(reporter, article).content.decode()
    assert "_compare" in shown
    assert "_attach" not in shown


def test_strangers_see_nothing_of_what_is_alike_and_add_nothing_to_it(
    client: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    assert while_typing(client, article).status_code == 302
    client.post(desk(article, "compare/"), typed() | {"_attach": str(event.pk)})
    assert event.citations.count() == 1


# Adding the article as another source


def test_adding_the_article_as_another_source_takes_along_what_was_typed(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf, published=True)
    sent = typed(claimant_words="a spokesman said", headline="") | {"_attach": str(event.pk)}
    assert editor.post(desk(article, "compare/"), sent).status_code == 302
    citation = event.citations.get(article=article)
    assert (citation.quotation, citation.claimant_words) == (make.QUOTATION, "a spokesman said")
    assert [figure.printed for figure in citation.figures.all()] == ["three to five"]
    assert citation.earliest is None
    assert Event.objects.count() == 1
    note = Revision.objects.of(event).filter(public=True).order_by("-number")[0].note
    assert note == "Evening News added as another source"


def test_after_attaching_the_next_proposal_is_at_hand(
    editor: Client, raqqa: City, sdf: Faction
) -> None:
    more = "SDF captured Raqqa again on Wednesday."
    article = make.article(body=f"{make.QUOTATION}.\n\n{more}\n")
    attach = {"_attach": str(taken(raqqa, sdf).pk)}
    answer = editor.post(desk(article, "compare/"), typed(start="0") | attach)
    following = reading_of(article).next_proposal(1)
    assert following
    assert following.sentence == 1
    assert answer.headers["Location"] == f"{desk(article)}?proposal={following.key}#s2"
    assert 'value="SDF captures Raqqa"' in editor.get(answer.headers["Location"]).content.decode()


def test_a_source_that_gives_another_date_keeps_its_own(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf, when="2017-10")
    editor.post(desk(article, "compare/"), typed() | {"_attach": str(event.pk)})
    citation = event.citations.get(article=article)
    assert citation.earliest == citation.latest == make.DAY
    assert (citation.date_printed, citation.read_on) == ("On Tuesday", article.published_on)


def test_words_that_the_article_lacks_are_refused_and_nothing_typed_is_lost(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    sent = typed(quotation="never printed") | {"_attach": str(event.pk)}
    answer = editor.post(desk(article, "compare/"), sent)
    assert "does not have these words" in answer.content.decode()
    assert fields(answer)["quotation"] == "never printed"
    assert event.citations.count() == 1


def test_pressing_twice_adds_one_source(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    sent = typed() | {"_attach": str(event.pk)}
    editor.post(desk(article, "compare/"), sent)
    again = editor.post(desk(article, "compare/"), sent)
    assert "This event has that quotation already." in again.content.decode()
    assert event.citations.count() == 2


# Comparing before saving


def test_saving_asks_to_compare_first_with_what_was_not_shown(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    asked = editor.post(desk(article), typed() | {"_save": "pressed"})
    assert "A similar event is on record" in asked.content.decode()
    assert Event.objects.count() == 1
    seen = typed() | {"_save": "pressed", "looked_at": str(event.pk)}
    assert editor.post(desk(article), seen).status_code == 302
    assert Event.objects.count() == 2


def test_back_in_the_form_nothing_is_lost(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    taken(raqqa, sdf)
    sent = typed(locality="the city", summary="In short.")
    asked = editor.post(desk(article), sent | {"_save": "pressed"})
    back = editor.post(desk(article, "compare/"), fields(asked) | {"_back": "1"})
    shown = fields(back)
    for name in ("quotation", "date_printed", "city", "kind", "headline", "locality", "summary"):
        assert shown[name] == sent[name], name
    assert shown["parties-0-faction"] == "SDF"
    assert shown["figures-0-printed"] == "three to five"
    assert shown["entry_key"] == sent["entry_key"]
    assert Event.objects.count() == 1


def test_back_in_the_form_saving_goes_on_as_before(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    taken(raqqa, sdf)
    asked = editor.post(desk(article) + "?sentence=2", typed() | {"_save": "pressed"})
    address = desk(article, "compare/") + "?sentence=2"
    back = editor.post(address, fields(asked) | {"_back": "1"})
    assert f'action="{desk(article)}?sentence=2#at-hand"' in back.content.decode()
    assert editor.post(desk(article), fields(back) | {"_save": "pressed"}).status_code == 302
    assert Event.objects.count() == 2


def test_a_comparison_that_is_loaded_again_leads_to_the_desk(
    editor: Client, article: Article
) -> None:
    again = editor.get(desk(article, "compare/"), {"sentence": "2"})
    assert again.headers["Location"] == desk(article) + "?sentence=2"


def test_what_the_form_lacks_is_asked_for_before_a_choice_is_carried_out(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    sent = typed(quotation="never printed") | {"other": str(event.pk), "finding": "part"}
    answer = editor.post(desk(article, "compare/"), sent)
    assert "does not have these words" in answer.content.decode()
    assert Event.objects.count() == 1


def test_the_same_event_takes_the_article_as_another_account(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf, published=True)
    assert choose(editor, article, event, "same").status_code == 302
    assert event.citations.count() == 2
    assert Event.objects.count() == 1


def test_an_account_that_differs_says_on_what_in_the_history(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf, published=True)
    refused = choose(editor, article, event, "differs")
    assert "Say in a sentence" in refused.content.decode()
    assert event.citations.count() == 1
    choose(editor, article, event, "differs", words="It counts more dead.")
    newest = Revision.objects.of(event).order_by("-number")[0]
    assert newest.note == "Evening News added as another source: It counts more dead."


@pytest.mark.parametrize("way", ["part", "whole"])
def test_of_two_events_one_is_put_under_the_other(
    editor: Client, article: Article, raqqa: City, sdf: Faction, way: str
) -> None:
    event = taken(raqqa, sdf, published=True)
    choose(editor, article, event, "part", way=way)
    new, old = Event.objects.exclude(pk=event.pk).get(), Event.objects.get(pk=event.pk)
    assert (new.parent, old.parent) == ((old, None) if way == "part" else (None, new))
    assert Comparison.objects.get().finding == "part"


def test_another_event_is_kept_with_what_sets_it_apart(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    choose(editor, article, event, "apart", words="The other bank.")
    new = Event.objects.exclude(pk=event.pk).get()
    found = Comparison.objects.get()
    assert (found.event, found.other, found.words) == (new, event, "The other bank.")
    assert found.by == make.editor()
    shown = while_typing(editor, article, event=str(new.pk)).content.decode()
    assert "similar event" not in shown


def test_a_choice_that_is_none_is_asked_for_again(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    answer = choose(editor, article, taken(raqqa, sdf), "whatever")
    assert "Choose one of the four." in answer.content.decode()


def test_what_a_reporter_finds_to_be_published_is_kept_as_a_draft_to_merge(
    reporter: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf, published=True)
    choose(reporter, article, event, "same")
    own = Event.objects.exclude(pk=event.pk).get()
    assert own.status == Status.DRAFT
    assert event.citations.count() == 1
    assert Comparison.objects.get().finding == "same"


def test_a_reporter_cannot_put_what_is_published_under_a_draft(
    reporter: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf, published=True)
    answer = choose(reporter, article, event, "part", way="whole")
    assert answer.status_code == 200
    assert "your own drafts only" in answer.content.decode()
    assert Event.objects.count() == 1


def test_a_choice_that_comes_twice_makes_one_event(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    asked = editor.post(desk(article), typed() | {"_save": "pressed"})
    chosen = fields(asked) | {"other": str(event.pk), "finding": "apart", "words": "Elsewhere."}
    for _ in range(2):
        assert editor.post(desk(article, "compare/"), chosen).status_code == 302
    assert Event.objects.count() == 2


def test_what_was_withdrawn_meanwhile_is_not_compared_with_and_nothing_typed_is_lost(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    gone = make.withdrawn(city=raqqa)
    sent = typed(headline="My own words") | {"_compare": str(gone.pk)}
    answer = editor.post(desk(article, "compare/"), sent)
    assert answer.status_code == 200
    assert "merged or deleted meanwhile" in answer.content.decode()
    assert fields(answer)["headline"] == "My own words"
    assert Event.objects.get() == gone


def test_going_back_after_a_comparison_and_typing_on_loses_nothing(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    event = taken(raqqa, sdf)
    asked = editor.post(desk(article), typed() | {"_save": "pressed"})
    chosen = fields(asked) | {"other": str(event.pk), "finding": "apart", "words": "Elsewhere."}
    editor.post(desk(article, "compare/"), chosen)
    changed = chosen | {"headline": "Other words, typed later"}
    answer = editor.post(desk(article, "compare/"), changed)
    assert answer.status_code == 200
    assert fields(answer)["headline"] == "Other words, typed later"
    assert fields(answer)["event"] == str(Event.objects.exclude(pk=event.pk).get().pk)
