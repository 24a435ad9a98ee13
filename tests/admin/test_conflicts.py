"""Two editors at the same form: the second sees what the first changed, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import Client

from tests import make
from tests.admin.conftest import signed_in
from tests.admin.filling import faults, fields, send, sent_name
from tests.at_once import made_to_wait
from timeline.actions import articles, events
from timeline.models import Article, Citation, Event, Revision
from timeline.models.vocabulary import Role, Stance

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db
SAVE = {"_save": "pressed"}


def address_of(subject: Any) -> str:
    return f"/admin/timeline/{subject._meta.model_name}/{subject.pk}/change/"


def opened(client: Client, subject: Any, **typed: Any) -> dict[str, str]:
    """The form as it was opened, with what is typed into it and not sent yet."""
    filled = fields(client.get(address_of(subject)))
    return filled | {sent_name(name, filled): str(value) for name, value in typed.items()}


def other(subject: Any, **typed: Any) -> None:
    """Somebody else saves the same meanwhile."""
    answer = send(signed_in("editor"), address_of(subject), **typed)
    assert answer.status_code == 302, faults(answer)


def second() -> Client:
    client = Client()
    client.force_login(make.editor("second"))
    return client


def met(answer: Answer) -> dict[str, str]:
    """The form as it came back because of what somebody else saved."""
    assert answer.status_code == 200
    assert "Saved meanwhile" in answer.content.decode()
    return fields(answer)


def saved(client: Client, subject: Any, filled: dict[str, str]) -> None:
    answer = client.post(address_of(subject), filled | SAVE)
    assert answer.status_code == 302, faults(answer)
    subject.refresh_from_db()


def test_the_second_to_save_is_shown_who_changed_what_and_nothing_is_saved() -> None:
    event, client = make.event("Raqqa falls", summary="As it was."), second()
    typed = opened(client, event, summary="What the second wrote.")
    other(event, headline="The SDF declares the city taken")
    answer = client.post(address_of(event), typed | SAVE)
    page = answer.content.decode()
    assert "editor saved this while you worked on it" in page
    assert "<del>Raqqa falls</del> <ins>The SDF declares the city taken</ins>" in page
    event.refresh_from_db()
    assert event.summary == "As it was."


def test_saving_again_keeps_what_each_of_them_changed() -> None:
    event, client = make.event("Raqqa falls", summary="As it was."), second()
    typed = opened(client, event, summary="What the second wrote.")
    other(event, headline="The SDF declares the city taken", graphic="on")
    saved(client, event, met(client.post(address_of(event), typed | SAVE)))
    assert event.headline == "The SDF declares the city taken"
    assert event.graphic
    assert event.summary == "What the second wrote."


def test_where_both_changed_the_same_what_was_typed_stands_with_the_other_beside_it() -> None:
    event, client = make.event("Raqqa falls"), second()
    typed = opened(client, event, headline="Raqqa is taken")
    other(event, headline="Raqqa changes hands")
    answer = client.post(address_of(event), typed | SAVE)
    assert "Meanwhile set to: Raqqa changes hands" in answer.content.decode()
    saved(client, event, met(answer))
    assert event.headline == "Raqqa is taken"


def test_the_other_value_is_taken_by_its_box() -> None:
    event, client = make.event("Raqqa falls"), second()
    typed = opened(client, event, headline="Raqqa is taken", summary="A word.")
    other(event, headline="Raqqa changes hands", summary="Another word.")
    again = met(client.post(address_of(event), typed | SAVE))
    saved(client, event, again | {"take-headline": "on"})
    assert (event.headline, event.summary) == ("Raqqa changes hands", "A word.")


def test_the_same_change_made_twice_is_nothing_to_decide() -> None:
    event, client = make.event("Raqqa falls"), second()
    typed = opened(client, event, headline="Raqqa is taken")
    other(event, headline="Raqqa is taken")
    answer = client.post(address_of(event), typed | SAVE)
    assert "Meanwhile set to" not in answer.content.decode()
    saved(client, event, met(answer))


def test_a_date_is_kept_or_taken_as_a_whole() -> None:
    event, client = make.event(when="2017-10-17"), second()
    typed = opened(client, event, date_printed="October 2017", earliest="", latest="")
    other(event, date_printed="16 October 2017", earliest="2017-10-16", latest="2017-10-16")
    answer = client.post(address_of(event), typed | SAVE)
    assert answer.content.decode().count("Meanwhile set to") == 1
    assert "Meanwhile set to: 16 October 2017" in answer.content.decode()
    again = met(answer)
    assert (again["date_printed"], again["earliest"]) == ("October 2017", "")
    saved(client, event, again | {"take-date_printed": "on"})
    assert (event.date_printed, str(event.latest)) == ("16 October 2017", "2017-10-16")


def test_rows_that_the_first_added_appear_and_new_ones_of_the_second_stay() -> None:
    sdf, isis, army = make.faction("SDF"), make.faction("ISIS"), make.faction("Syrian army")
    event, client = make.event(factions=[(sdf, Role.CAPTOR)]), second()
    typed = opened(client, event) | new_row("participations", 1, faction=army.pk, role="claimant")
    event.participations.create(faction=isis, role=Role.FORMER_HOLDER)
    events.changed(event, by=make.editor())
    saved(client, event, met(client.post(address_of(event), typed | SAVE)))
    found = event.participations.values_list("faction__name", "role")
    assert list(found) == [
        ("SDF", "captor"),
        ("ISIS", "former_holder"),
        ("Syrian army", "claimant"),
    ]


def new_row(prefix: str, place: int, **typed: Any) -> dict[str, str]:
    typed = {"side": "", "basis": "stated"} | typed
    given = {f"{prefix}-{place}-{name}": str(value) for name, value in typed.items()}
    return given | {f"{prefix}-TOTAL_FORMS": str(place + 1)}


def test_the_very_same_row_added_twice_is_added_once() -> None:
    sdf, isis = make.faction("SDF"), make.faction("ISIS")
    event, client = make.event(factions=[(sdf, Role.CAPTOR)]), second()
    row = new_row("participations", 1, faction=isis.pk, role="former_holder")
    typed = opened(client, event) | row
    event.participations.create(faction=isis, role=Role.FORMER_HOLDER)
    events.changed(event, by=make.editor())
    saved(client, event, met(client.post(address_of(event), typed | SAVE)))
    assert event.participations.count() == 2


def test_a_row_that_the_first_removed_goes_unless_the_second_changed_it() -> None:
    sdf, isis = make.faction("SDF"), make.faction("ISIS")
    event = make.event(factions=[(sdf, Role.CAPTOR), (isis, Role.DEFENDER)])
    client = second()
    typed = opened(client, event, participations_1_role="former_holder")
    event.participations.all().delete()
    events.changed(event, by=make.editor())
    answer = client.post(address_of(event), typed | SAVE)
    assert "This row was removed meanwhile, and you had changed it" in answer.content.decode()
    saved(client, event, met(answer))
    assert list(event.participations.values_list("faction__name", "role")) == [
        ("ISIS", "former_holder")
    ]


def test_both_changed_the_same_row_in_different_columns() -> None:
    event, client = make.event(), second()
    typed = opened(client, event, citations_0_claimant_words="a spokesman said")
    other(event, citations_0_stance="denies")
    saved(client, event, met(client.post(address_of(event), typed | SAVE)))
    account = event.citations.get()
    assert (account.claimant_words, account.stance) == ("a spokesman said", Stance.DENIES)


def test_the_box_in_a_row_takes_the_other_value() -> None:
    event, client = make.event(), second()
    typed = opened(client, event, citations_0_claimant_words="a spokesman said")
    other(event, citations_0_claimant_words="an officer said")
    again = met(client.post(address_of(event), typed | SAVE))
    assert again["citations-0-claimant_words"] == "a spokesman said"
    saved(client, event, again | {"take-citations-0-claimant_words": "on"})
    assert event.citations.get().claimant_words == "an officer said"


def test_figures_of_an_account_are_brought_together_too() -> None:
    event, client = make.event(), second()
    make.figure(event.citations.get(), 12, 12)
    events.changed(event, by=make.editor())
    figure = {"citations-0-figures-1-measure": "injured", "citations-0-figures-1-printed": "forty"}
    typed = opened(client, event) | figure
    other(event, citations_0_figures_0_printed="a dozen")
    saved(client, event, met(client.post(address_of(event), typed | SAVE)))
    found = event.citations.get().figures.values_list("measure", "printed")
    assert list(found) == [("killed", "a dozen"), ("injured", "forty")]


def test_a_figure_typed_into_an_account_that_the_first_removed_is_not_lost() -> None:
    event, client = make.event(), second()
    event.citations.get().figures.create(measure="killed", printed="12")
    events.changed(event, by=make.editor())
    figure = {"citations-0-figures-1-measure": "injured", "citations-0-figures-1-printed": "forty"}
    typed = opened(client, event) | figure
    Citation.objects.all().delete()
    events.changed(event, by=make.editor())
    saved(client, event, met(client.post(address_of(event), typed | SAVE)))
    found = event.citations.get().figures.values_list("measure", "printed")
    assert list(found) == [("killed", "12"), ("injured", "forty")]


def test_a_third_who_saves_between_is_told_of_too() -> None:
    event, client = make.event("One", summary="As it was."), second()
    typed = opened(client, event, summary="Mine")
    other(event, headline="Two")
    again = met(client.post(address_of(event), typed | SAVE))
    other(event, headline="Three")
    page = client.post(address_of(event), again | SAVE)
    assert "<del>Two</del> <ins>Three</ins>" in page.content.decode()
    saved(client, event, met(page))
    assert (event.headline, event.summary) == ("Three", "Mine")


def test_a_correction_meets_a_correction_and_keeps_its_reason() -> None:
    event, client = make.event("Raqqa falls", published=True), second()
    typed = opened(client, event, summary="A word.", note="A word was missing.")
    other(event, headline="Raqqa is taken", note="It was a claim.")
    again = met(client.post(address_of(event), typed | SAVE))
    assert again["note"] == "A word was missing."
    saved(client, event, again)
    assert (event.headline, event.summary) == ("Raqqa is taken", "A word.")


def test_what_may_be_saved_no_more_gives_back_what_was_typed() -> None:
    event, client = make.event(published=True), second()
    typed = opened(client, event, summary="Two hours of typing.", note="It was wrong.")
    events.withdraw(event, by=make.editor(), note="It did not happen.")
    answer = client.post(address_of(event), typed | SAVE)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Two hours of typing." in page
    assert "It did not happen." in page
    assert event.headline not in page.split("What you typed")[1]


def test_the_text_of_an_article_that_the_first_renewed_is_not_put_back() -> None:
    article, client = make.article("A dam breaks", body="One.\n\nTwo."), second()
    typed = opened(client, article, title="A dam breaks near Raqqa")
    articles.changed(article, by=make.editor(), body="One.\n\nTwo.\n\nThree.")
    again = met(client.post(address_of(article), typed | SAVE))
    assert again["body"].replace("\r\n", "\n") == "One.\n\nTwo.\n\nThree."
    saved(client, article, again)
    assert article.title == "A dam breaks near Raqqa"
    assert article.texts.count() == 2


def a_city() -> Any:
    return make.city("Raqqa", province="Raqqa")


def a_faction() -> Any:
    return make.faction("SDF", description="As it was.")


def an_outlet() -> Any:
    outlet = make.outlet("Demo Wire", homepage="https://example.org/")
    articles.outlet_saved(outlet, by=make.editor())
    return outlet


@pytest.mark.parametrize(
    ("made", "mine", "value", "theirs"),
    [
        (a_city, "province", "Ar-Raqqah", {"name": "Rakka"}),
        (a_faction, "description", "A word.", {"name": "Syrian Democratic Forces"}),
        (an_outlet, "homepage", "https://example.com/", {"name": "Demo Post"}),
    ],
)
def test_cities_factions_and_outlets_are_brought_together_as_well(
    made: Callable[[], Any], mine: str, value: str, theirs: dict[str, str]
) -> None:
    subject, client = made(), second()
    typed = opened(client, subject, **{mine: value})
    other(subject, **theirs)
    saved(client, subject, met(client.post(address_of(subject), typed | SAVE)))
    assert getattr(subject, mine) == value
    assert subject.name == theirs["name"]


def test_spellings_that_both_added_to_a_city_are_both_there() -> None:
    city, client = make.city("Raqqa"), second()
    typed = opened(client, city, names_0_name="Rakka")
    other(city, names_0_name="Ar-Raqqah")
    saved(client, city, met(client.post(address_of(city), typed | SAVE)))
    assert set(city.names.values_list("name", flat=True)) == {"Rakka", "Ar-Raqqah"}


def test_an_article_entered_before_any_history_was_kept_can_be_saved() -> None:
    article, client = make.article("A dam breaks"), second()
    Revision.objects.filter(subject_kind="article").delete()
    typed = opened(client, article, title="A dam breaks near Raqqa")
    saved(client, article, typed)
    assert Article.objects.get().title == "A dam breaks near Raqqa"


@pytest.mark.django_db(transaction=True)
def test_of_two_that_save_at_the_same_moment_one_is_asked() -> None:
    event, client = make.event("Raqqa falls", summary="As it was."), second()
    typed = opened(client, event, summary="What the second wrote.")
    answers: list[Answer] = []
    with transaction.atomic():
        held = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
        posting = made_to_wait(lambda: answers.append(client.post(address_of(event), typed | SAVE)))
        held.headline = "Raqqa is taken"
        held.save()
        events.changed(held, by=make.editor())
    posting.join()
    again = met(answers[0])
    assert again["headline"] == "Raqqa is taken"
    saved(client, event, again)
    assert (event.headline, event.summary) == ("Raqqa is taken", "What the second wrote.")
