"""The form of the event at hand, as a browser without scripts fills it in and sends it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.conftest import signed_in
from tests.admin.filling import _Fields
from tests.at_once import made_to_wait
from timeline.actions import events
from timeline.models import Article, City, Event, Faction, User
from timeline.models.vocabulary import Kind, Role, Status

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db

BODY = (
    "The Syrian Democratic Forces captured Raqqa from Islamic State on Tuesday.\n\n"
    "Two bridges stood near Tabqa. A spokesman said the army withdrew from Tabqa on Sunday.\n"
)
QUOTE = "captured Raqqa from Islamic State on Tuesday"


@pytest.fixture
def raqqa() -> City:
    return make.city("Raqqa", spellings=["Ar-Raqqah"])


@pytest.fixture
def tabqa() -> City:
    return make.city("Tabqa")


@pytest.fixture
def sdf() -> Faction:
    return make.faction("SDF", spellings=["Syrian Democratic Forces"])


@pytest.fixture
def isis() -> Faction:
    return make.faction("ISIS", spellings=["Islamic State", "Daesh"])


@pytest.fixture
def article(raqqa: City, tabqa: City, sdf: Faction, isis: Faction) -> Article:
    return make.article(body=BODY, published_on=date(2017, 10, 17))


def address(article: Article) -> str:
    return reverse("admin:timeline_article_desk", args=[article.pk])


def form_of(answer: Answer) -> str:
    assert answer.status_code == 200, answer.status_code
    page = answer.content.decode()
    return page[page.index('<form id="at-hand"') :].partition("</form>")[0]


def fields(answer: Answer) -> dict[str, str]:
    parser = _Fields()
    parser.feed(form_of(answer))
    return {
        name: value.removeprefix("\r\n").removeprefix("\n")
        for name, value in parser.values.items()
        if name and "__prefix__" not in name
    }


def opened(client: Client, article: Article, **query: Any) -> dict[str, str]:
    return fields(client.get(address(article), query))


def selected(client: Client, article: Article, words: str = QUOTE) -> dict[str, str]:
    start = BODY.index(words)
    return opened(client, article, start=start, end=start + len(words))


def sent(
    client: Client, article: Article, typed: dict[str, str], button: str = "_save", **more: str
) -> Answer:
    changed = {name.replace("__", "-"): value for name, value in more.items()}
    return client.post(address(article), typed | {button: "pressed"} | changed)


def press(
    client: Client, article: Article, typed: dict[str, str], button: str = "_save", **more: str
) -> Event:
    """Sends the form, and expects it to be saved; the event."""
    answer = sent(client, article, typed, button, **more)
    assert answer.status_code == 302, form_of(answer)
    return Event.objects.latest("pk")


def reread(client: Client, article: Article, typed: dict[str, str], **more: str) -> dict[str, str]:
    return fields(sent(client, article, typed, "_read", **more))


# Filling in


def test_selected_words_fill_the_form_in(editor: Client, article: Article) -> None:
    filled = selected(editor, article)
    assert filled["quotation"] == QUOTE
    assert (filled["date_printed"], filled["earliest"]) == ("on Tuesday", "2017-10-17")
    assert filled["city"] == "Raqqa"
    assert filled["kind"] == Kind.CAPTURED
    assert "Raqqa" in filled["headline"]


def test_factions_are_filled_in_with_their_roles(editor: Client, article: Article) -> None:
    filled = opened(editor, article, sentence=1)
    rows = {filled[f"parties-{n}-faction"]: filled[f"parties-{n}-role"] for n in range(2)}
    assert rows == {"SDF": Role.CAPTOR, "ISIS": Role.FORMER_HOLDER}


def test_a_proposal_fills_the_form_in(editor: Client, article: Article) -> None:
    key = opened(editor, article, sentence=1)["proposal"]
    assert opened(editor, article, proposal=key)["city"] == "Raqqa"


def test_an_address_that_points_at_nothing_leaves_the_form_empty(
    editor: Client, article: Article
) -> None:
    assert opened(editor, article)["quotation"] == ""


def test_other_cities_of_the_text_are_offered(editor: Client, article: Article) -> None:
    start = BODY.index(QUOTE)
    answer = editor.get(address(article), {"start": start, "end": start + len(QUOTE)})
    assert 'value="city=Tabqa"' in form_of(answer)
    again = sent(editor, article, fields(answer), _take="city=Tabqa", button="_take")
    assert "Tabqa" in form_of(again)


def test_taking_another_value_keeps_what_was_typed(editor: Client, article: Article) -> None:
    typed = selected(editor, article) | {"headline": "In my words", "_take": "city=Tabqa"}
    again = fields(editor.post(address(article), typed))
    assert (again["city"], again["headline"]) == ("Tabqa", "In my words")


def test_what_was_inferred_stays_marked_until_it_is_confirmed(
    editor: Client, tabqa: City, sdf: Faction
) -> None:
    body = "The army withdrew from Tabqa on Sunday. On Monday SDF captured the city."
    article = make.article(body=body)
    answer = editor.get(address(article), {"sentence": 2})
    assert "inferred (dotted)" in form_of(answer)
    confirmed = sent(editor, article, fields(answer), "_confirm")
    assert "inferred (dotted)" not in form_of(confirmed)
    again = sent(editor, article, fields(confirmed), "_read")
    assert "inferred (dotted)" not in form_of(again)


# The date


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("on Sunday", "2017-10-15", "2017-10-15"),
        ("in June", "2017-06-01", "2017-06-30"),
        ("before 2 October", "", "2017-10-01"),
    ],
)
def test_words_typed_for_the_date_are_read_again(
    editor: Client, article: Article, words: str, earliest: str, latest: str
) -> None:
    shown = reread(editor, article, selected(editor, article), date_printed=words)
    assert (shown["earliest"], shown["latest"]) == (earliest, latest)


def test_words_that_are_no_date_are_said_to_be_none(editor: Client, article: Article) -> None:
    typed = selected(editor, article) | {
        "date_printed": "on Blursday", "earliest": "", "latest": "", "_read": "date"
    }  # fmt: skip
    answer = editor.post(address(article), typed)
    assert "not a date" in form_of(answer)
    assert fields(answer)["date_printed"] == "on Blursday"


@pytest.mark.parametrize(
    ("mark", "earliest", "latest"),
    [("by", "", "2017-10-17"), ("from", "2017-10-17", ""), ("about", "2017-10-17", "2017-10-17")],
)
def test_a_mark_gives_the_date_its_shape(
    editor: Client, article: Article, mark: str, earliest: str, latest: str
) -> None:
    shown = reread(editor, article, selected(editor, article), mark=mark)
    assert (shown["earliest"], shown["latest"]) == (earliest, latest)
    assert shown["mark"] == mark


def test_a_day_of_the_strip_is_the_date(editor: Client, article: Article) -> None:
    shown = reread(editor, article, selected(editor, article), day="2017-10-14")
    assert (shown["earliest"], shown["latest"]) == ("2017-10-14", "2017-10-14")


def test_an_interval_is_made_with_two_days_of_the_strip(editor: Client, article: Article) -> None:
    typed = reread(editor, article, selected(editor, article), mark="within")
    shown = reread(editor, article, typed, day="2017-10-14")
    # The first day chosen moves an end, the other stays where it was.
    assert (shown["earliest"], shown["latest"]) == ("2017-10-14", "2017-10-17")


@pytest.mark.parametrize(
    ("precision", "earliest", "latest"),
    [
        ("week", "2017-10-16", "2017-10-22"),
        ("part_month", "2017-10-11", "2017-10-20"),
        ("month", "2017-10-01", "2017-10-31"),
        ("season", "2017-09-01", "2017-11-30"),
        ("year", "2017-01-01", "2017-12-31"),
    ],
)
def test_a_coarser_date_takes_the_whole_stretch(
    editor: Client, article: Article, precision: str, earliest: str, latest: str
) -> None:
    shown = reread(editor, article, selected(editor, article), precision=precision)
    assert (shown["earliest"], shown["latest"]) == (earliest, latest)


def test_without_scripts_changed_words_are_read_on_saving(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article), date_printed="on Sunday")
    assert event.earliest == date(2017, 10, 15)


def test_a_day_set_by_hand_is_saved_as_set(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article), day="2017-10-16")
    assert (event.earliest, event.latest) == (date(2017, 10, 16), date(2017, 10, 16))
    assert (event.date_printed, event.date_rule) == ("on Tuesday", "by_hand")


def test_a_date_that_nobody_changed_keeps_its_rule(editor: Client) -> None:
    untold = make.article(body="The army shelled Tabqa.\n", published_on=date(2017, 10, 17))
    filled = opened(editor, untold, sentence=1)
    assert "set by an editor" not in form_of(editor.get(address(untold), {"sentence": 1}))
    shown = fields(sent(editor, untold, filled, "_read"))
    event = press(editor, untold, shown, headline="Tabqa is shelled")
    assert (event.earliest, event.date_rule) == (date(2017, 10, 17), "date_of_news")
    again = opened(editor, untold, event=event.pk)
    assert press(editor, untold, again, summary="Told.").date_rule == "date_of_news"
    again = opened(editor, untold, event=event.pk)
    assert press(editor, untold, again, day="2017-10-16").date_rule == "by_hand"


# The headline


def test_the_headline_keeps_in_step_until_one_is_typed(
    editor: Client, article: Article, tabqa: City
) -> None:
    filled = opened(editor, article, sentence=1)
    assert filled["headline"] == "SDF captures Raqqa from ISIS"
    shown = reread(editor, article, filled, city="Tabqa", locality="the dam")
    assert shown["headline"] == "SDF captures the dam in Tabqa from ISIS"
    own = reread(editor, article, shown | {"headline": "Tabqa falls"}, city="Raqqa")
    assert own["headline"] == "Tabqa falls"
    event = press(editor, article, shown, city="Raqqa", locality="")
    assert event.headline == "SDF captures Raqqa from ISIS"
    again = opened(editor, article, event=event.pk)
    assert press(editor, article, again, city="Tabqa").headline == "SDF captures Tabqa from ISIS"


# Saving


def test_a_draft_is_saved_with_its_quotation_and_factions(
    editor: Client, article: Article, raqqa: City
) -> None:
    event = press(editor, article, opened(editor, article, sentence=1))
    assert (event.status, event.city) == (Status.DRAFT, raqqa)
    assert event.participations.count() == 2
    assert event.citations.get().start == 0


def test_the_page_after_saving_shows_the_event(editor: Client, article: Article) -> None:
    answer = sent(editor, article, selected(editor, article))
    event = Event.objects.get()
    assert answer.headers["Location"] == f"{address(article)}?event={event.pk}"


def test_an_event_is_submitted_at_once(reporter: Client, article: Article) -> None:
    event = press(reporter, article, selected(reporter, article), "_submit")
    assert event.status == Status.SUBMITTED


def test_an_event_is_published_at_once(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article), "_publish")
    assert event.status == Status.PUBLISHED


def test_after_saving_the_next_proposal_is_at_hand(editor: Client, article: Article) -> None:
    answer = sent(editor, article, opened(editor, article, sentence=1), "_next")
    key = answer.headers["Location"].partition("?proposal=")[2]
    assert int(key.split("-")[0]) > BODY.index("Two bridges")
    assert key.endswith("#s3")


def test_a_reporter_cannot_publish_by_sending_the_button(
    reporter: Client, article: Article
) -> None:
    answer = sent(reporter, article, selected(reporter, article), "_publish")
    assert "role does not allow" in form_of(answer)
    assert not Event.objects.exists()


def test_a_city_is_read_in_any_spelling(editor: Client, article: Article, raqqa: City) -> None:
    event = press(editor, article, selected(editor, article), city="ar-raqqah")
    assert event.city == raqqa


def test_a_city_that_nobody_knows_is_refused_and_nothing_is_lost(
    editor: Client, article: Article
) -> None:
    typed = selected(editor, article) | {"summary": "One sentence."}
    answer = sent(editor, article, typed, city="Nowhere")
    assert "No name on the list is spelled “Nowhere”" in form_of(answer)
    assert fields(answer)["summary"] == "One sentence."
    assert not Event.objects.exists()


def test_of_two_cities_with_one_name_the_editor_chooses(editor: Client, article: Article) -> None:
    one, other = make.city("Tripoli", slug="tripoli-1"), make.city("Tripoli", slug="tripoli-2")
    answer = sent(editor, article, selected(editor, article), city="Tripoli")
    assert f"Tripoli #{one.pk} or Tripoli #{other.pk}" in form_of(answer)
    event = press(editor, article, selected(editor, article), city=f"Tripoli #{other.pk}")
    assert event.city == other


def test_a_faction_is_read_in_any_spelling(editor: Client, article: Article, isis: Faction) -> None:
    typed = selected(editor, article) | {
        "parties-TOTAL_FORMS": "1",
        "parties-0-faction": "Daesh",
        "parties-0-role": Role.VICTIM,
        "parties-0-basis": "stated",
    }
    event = press(editor, article, typed)
    assert event.participations.get().faction == isis


def test_the_same_role_of_a_faction_twice_is_refused(editor: Client, article: Article) -> None:
    typed = opened(editor, article, sentence=1)
    answer = sent(editor, article, typed, parties__1__faction="SDF", parties__1__role=Role.CAPTOR)
    assert "has that role here already" in form_of(answer)


def test_a_faction_that_is_crossed_out_is_left_out(
    editor: Client, article: Article, sdf: Faction
) -> None:
    typed = opened(editor, article, sentence=1)
    row = next(n for n in range(2) if typed[f"parties-{n}-faction"] == "ISIS")
    event = press(editor, article, typed | {f"parties-{row}-DELETE": "on"})
    assert [party.faction for party in event.participations.all()] == [sdf]


def test_figures_are_saved_with_the_words_they_were_printed_in(
    editor: Client, article: Article
) -> None:
    typed = selected(editor, article) | {
        "figures-TOTAL_FORMS": "1",
        "figures-0-measure": "killed",
        "figures-0-whom": "fighters",
        "figures-0-low": "12",
        "figures-0-high": "",
        "figures-0-printed": "at least 12",
    }
    event = press(editor, article, typed)
    (figure,) = event.citations.get().figures.all()
    assert (figure.low, figure.high, figure.printed) == (12, None, "at least 12")


def test_without_a_headline_one_is_made_of_what_is_known(editor: Client, article: Article) -> None:
    event = press(editor, article, opened(editor, article, sentence=1), headline="")
    assert event.headline == "SDF captures Raqqa from ISIS"


def test_words_that_the_article_lacks_are_refused_with_the_nearest(
    editor: Client, article: Article
) -> None:
    typed = selected(editor, article) | {"headline": "Kept"}
    answer = sent(editor, article, typed, quotation="captured Raqa from Islamic State on Tuesday")
    assert f'value="quotation={QUOTE}"' in form_of(answer)
    assert fields(answer)["headline"] == "Kept"


def test_of_words_that_stand_twice_the_selected_ones_are_quoted(editor: Client) -> None:
    body = "The bridge fell. Soldiers left. The bridge fell."
    article, second = make.article(body=body), body.rindex("The bridge")
    typed = opened(editor, article, start=second, end=second + len("The bridge fell"))
    event = press(editor, article, typed, kind=Kind.OTHER, headline="The bridge falls")
    assert event.citations.get().start == second


# Sent twice


def test_a_form_sent_twice_makes_one_event(editor: Client, article: Article) -> None:
    typed = selected(editor, article)
    event = press(editor, article, typed)
    again = sent(editor, article, typed)
    assert again.headers["Location"] == f"{address(article)}?event={event.pk}"
    assert Event.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twice_at_the_same_moment_makes_one_event(
    editor: Client, article: Article
) -> None:
    typed = selected(editor, article)
    answers: list[Answer] = []
    with transaction.atomic():
        event = press(editor, article, typed)
        again = made_to_wait(lambda: answers.append(sent(editor, article, typed)))
    again.join()
    assert answers[0].headers["Location"] == f"{address(article)}?event={event.pk}"
    assert Event.objects.count() == 1


def test_going_back_and_saving_something_else_changes_the_event(
    editor: Client, article: Article
) -> None:
    typed = selected(editor, article)
    event = press(editor, article, typed)
    answer = sent(editor, article, typed, headline="Another headline")
    assert "was saved before" in answer.content.decode()
    again = fields(answer)
    assert (again["event"], again["headline"]) == (str(event.pk), "Another headline")
    assert press(editor, article, again).headline == "Another headline"
    assert Event.objects.count() == 1


def test_words_opened_again_are_known_to_have_made_an_event(
    editor: Client, article: Article
) -> None:
    event = press(editor, article, selected(editor, article))
    answer = sent(editor, article, selected(editor, article), headline="Another headline")
    assert fields(answer)["event"] == str(event.pk)
    assert Event.objects.count() == 1


def test_the_same_words_make_another_event_when_asked_to(editor: Client, article: Article) -> None:
    press(editor, article, selected(editor, article))
    typed = selected(editor, article) | {"headline": "Another event"}
    shown = {"looked_at": str(Event.objects.get().pk)}
    press(editor, article, typed | shown, "_another")
    press(editor, article, typed | shown, "_another")
    assert set(Event.objects.values_list("headline", flat=True)) == {
        typed_headline(editor, article), "Another event"
    }  # fmt: skip
    assert Event.objects.count() == 2


def typed_headline(client: Client, article: Article) -> str:
    return selected(client, article)["headline"]


# Changing what is there


def test_an_event_of_the_article_is_changed(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article))
    typed = opened(editor, article, event=event.pk)
    assert typed["quotation"] == QUOTE
    assert press(editor, article, typed, locality="the stadium").locality == "the stadium"


def test_a_published_event_is_corrected_with_its_reason(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article), "_publish")
    typed = opened(editor, article, event=event.pk) | {"headline": "Corrected"}
    assert "note" in typed
    assert "This field is required" in form_of(sent(editor, article, typed))
    corrected = press(editor, article, typed, note="The headline was wrong.")
    assert corrected.headline == "Corrected"


def test_another_reporters_event_may_be_looked_at_only(article: Article) -> None:
    event = press(signed_in("editor"), article, selected(signed_in("editor"), article))
    reporter = signed_in("reporter")
    answer = reporter.get(address(article), {"event": event.pk})
    assert '<fieldset class="all" disabled>' in form_of(answer)
    assert "add a faction" not in form_of(answer)
    assert ">×<" not in form_of(answer)


def test_what_only_the_other_changed_is_taken_over(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article))
    mine = opened(editor, article, event=event.pk) | {"summary": "My summary."}
    press(editor, article, opened(editor, article, event=event.pk), locality="the stadium")
    answer = sent(editor, article, mine)
    both = fields(answer)
    assert (both["locality"], both["summary"]) == ("the stadium", "My summary.")
    saved = press(editor, article, both)
    assert (saved.locality, saved.summary) == ("the stadium", "My summary.")


def test_where_both_changed_a_field_mine_is_kept_and_theirs_stands_beside(
    editor: Client, article: Article
) -> None:
    event = press(editor, article, selected(editor, article))
    mine = opened(editor, article, event=event.pk) | {"headline": "Mine"}
    press(editor, article, opened(editor, article, event=event.pk), headline="Their headline")
    answer = sent(editor, article, mine)
    assert fields(answer)["headline"] == "Mine"
    assert "<b>Theirs:</b> Their headline" in form_of(answer)
    taken = sent(editor, article, fields(answer), "_take", _take="headline=Their headline")
    assert fields(taken)["headline"] == "Their headline"
    assert press(editor, article, fields(answer)).headline == "Mine"


@pytest.mark.parametrize(
    ("mine", "other", "told"),
    [
        ({"day": "2017-10-16"}, {"day": "2017-10-14"}, "14 October 2017"),
        ({"kind": "clash"}, {"kind": "shelling"}, "<b>Theirs:</b> shelling"),
        (
            {"parties-0-faction": "SDF", "parties-0-role": "partner"},
            {"parties-0-faction": "SDF", "parties-0-role": "attacker"},
            "<b>Theirs:</b> SDF (attacker)",
        ),
    ],
)
def test_what_the_other_changed_is_told_in_words(
    editor: Client, article: Article, mine: dict[str, str], other: dict[str, str], told: str
) -> None:
    event = press(editor, article, selected(editor, article))
    typed = opened(editor, article, event=event.pk)
    press(editor, article, typed | other)
    answer = sent(editor, article, typed | mine)
    assert told in form_of(answer)


def test_other_accounts_of_the_event_are_listed(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article))
    other = make.article(outlet=make.outlet("Evening News"))
    make.citation(event, other)
    answer = editor.get(address(article), {"event": event.pk})
    assert f"{address(other)}?event={event.pk}" in form_of(answer)


def test_more_words_of_the_article_are_added_to_the_event(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article))
    start = BODY.index("Two bridges stood")
    typed = opened(editor, article, event=event.pk)
    words = {"add_start": str(start), "add_end": str(start + len("Two bridges stood"))}
    answer = editor.post(address(article), typed | words | {"_add": "1", "summary": "Typed."})
    quotations = {citation.quotation for citation in event.citations.all()}
    assert quotations == {QUOTE, "Two bridges stood"}
    # What was typed is still there, and saves without a conflict.
    assert press(editor, article, fields(answer)).summary == "Typed."


def test_an_address_can_ask_for_more_words_to_be_added(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article))
    start = BODY.index("Two bridges stood")
    typed = opened(editor, article, event=event.pk, add_start=start, add_end=start + 17)
    editor.post(address(article), typed | {"_add": "1"})
    assert event.citations.filter(quotation="Two bridges stood").exists()


def test_a_withdrawal_meanwhile_is_not_undone(editor: Client, article: Article) -> None:
    event = press(editor, article, selected(editor, article), "_publish")
    typed = opened(editor, article, event=event.pk) | {"note": "A slip.", "headline": "Changed"}
    events.withdraw(event, by=make.editor(), note="It did not happen.")
    answer = sent(editor, article, typed)
    assert "Changed" in form_of(answer)
    assert Event.objects.get().status == Status.WITHDRAWN


# Signed out meanwhile


def test_what_is_sent_after_the_session_ended_waits_for_the_sign_in(
    editor: Client, article: Article
) -> None:
    typed = selected(editor, article) | {"headline": "Typed before", "summary": "One.\nTwo."}
    editor.logout()
    answer = sent(editor, article, typed)
    assert answer.status_code == 200
    assert not Event.objects.exists()
    carried = everything(answer) | {"username": "editor", "password": "editor"}
    saved = editor.post(address(article), carried)
    assert saved.status_code == 302
    event = Event.objects.get()
    assert (event.headline, event.summary) == ("Typed before", "One.\nTwo.")


def test_a_wrong_password_keeps_what_was_typed(editor: Client, article: Article) -> None:
    typed = selected(editor, article) | {"headline": "Typed before"}
    editor.logout()
    wrong = {"username": "editor", "password": "wrong", "_save": "pressed"}
    answer = editor.post(address(article), typed | wrong)
    assert everything(answer)["headline"] == "Typed before"
    assert not Event.objects.exists()


def test_the_password_is_in_no_page_after_the_sign_in(
    editor: Client, article: Article, raqqa: City, sdf: Faction
) -> None:
    make.event("On record", city=raqqa, factions=[(sdf, Role.CAPTOR)])
    typed = opened(editor, article, sentence=1)
    editor.logout()
    signing_in = {"username": "editor", "password": "editor", "_save": "pressed"}
    answer = editor.post(address(article), typed | signing_in)
    # What carries all that was typed over to the comparison carries no more than that.
    assert "On record" in answer.content.decode()
    assert not everything(answer).keys() & {"username", "password"}


def test_who_may_not_enter_the_desk_is_not_let_in_by_a_sign_in(
    editor: Client, article: Article
) -> None:
    typed = selected(editor, article)
    editor.logout()
    User.objects.create_user("reader", password="reader")
    answer = editor.post(address(article), typed | {"username": "reader", "password": "reader"})
    assert answer.status_code == 200
    assert not Event.objects.exists()


def everything(answer: Answer) -> dict[str, str]:
    """All fields that a page would send, of whatever form."""
    parser = _Fields()
    parser.feed(answer.content.decode())
    return parser.values
