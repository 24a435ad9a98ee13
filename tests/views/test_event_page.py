"""The page of one event: its accounts side by side, and what the record says of itself."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from tests import make
from timeline import dates
from timeline.actions import articles, events
from timeline.models import Citation, Dataset, Event
from timeline.models.vocabulary import ClaimantKind, Grade, Measure, Role, Scale, Stance

pytestmark = pytest.mark.django_db


def page(client: Client, event: Event) -> str:
    response = client.get(event.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def words(markup: str) -> str:
    return re.sub(r"\s+", " ", strip_tags(markup))


def facts(markup: str) -> dict[str, str]:
    """What the record says of itself, by its name."""
    found = re.findall(r"<dt>([^<]+)</dt><dd[^>]*>(.*?)</dd>", markup)
    return {name: strip_tags(value) for name, value in found}


def account(event: Event, outlet: str = "", *, when: str = "", **columns: Any) -> Citation:
    """One more account, in an article of its own; `when` only where it gives another date."""
    article = make.article(outlet=make.outlet(outlet))
    made = make.citation(event, article, **columns)
    if when:
        made.when, made.read_on = make.read(when, article.published_on), article.published_on
        made.save()
    return made


@pytest.fixture
def event() -> Event:
    return make.event("The SDF takes the city", published=True)


def test_a_single_account_is_compared_with_nothing(client: Client, event: Event) -> None:
    shown = words(page(client, event))
    assert "1 account" in shown
    for heading in ("What the accounts agree on", "Where they differ", "by account"):
        assert heading not in shown


def test_accounts_that_give_no_other_date_agree_on_it(client: Client, event: Event) -> None:
    account(event)
    shown = words(page(client, event))
    assert "No account gives another date than this: 17 October 2017." in shown
    assert "No account denies or doubts it." in shown
    assert "Where they differ" not in shown


def test_dates_that_can_all_be_true_agree_on_the_days_they_share(
    client: Client, event: Event
) -> None:
    account(event, when="October 2017")
    assert "Every date that is given allows for 17 October 2017." in words(page(client, event))


def test_dates_that_cannot_all_be_true_differ(client: Client, event: Event) -> None:
    account(event, when="2017-10-12")
    shown = words(page(client, event))
    assert "The dates cannot all be true; they lie within 12 – 17 October 2017." in shown
    assert "allows for" not in shown


def test_each_account_has_its_mark_on_one_scale_of_days(client: Client, event: Event) -> None:
    account(event, "The Wire", when="[2017-10-12..2017-10-15]", claimant_words="Residents")
    shown = page(client, event)
    assert "The Wire, “Residents”: between 12 and 15 October 2017" in words(shown)
    drawing = shown[shown.index("When, by account") :]
    drawing = drawing[: drawing.index("</figure>")]
    assert drawing.count("<li>") == 2
    assert drawing.count("<circle cx=") == 2  # the event's day, and its sign below the scale
    assert drawing.count('<rect class="ax"') == 1
    assert "gives no other date than the record’s" in drawing


def test_a_single_account_with_another_date_stands_below_that_of_the_record(
    client: Client, event: Event
) -> None:
    only = event.citations.get()
    only.when, only.read_on = dates.from_edtf("../2017-10-18"), make.DAY
    only.save()
    shown = words(page(client, event))
    assert "This record: 17 October 2017" in shown
    assert f"{only.article.outlet}: before or on 18 October 2017" in shown


def test_a_denial_without_a_date_has_no_mark(client: Client, event: Event) -> None:
    account(event, "The Wire", stance=Stance.DENIES)
    account(event, when="2017-10-12")
    shown = page(client, event)
    assert "The Wire: denies" in words(shown)
    assert shown.count('class="mark counted"') == 1


@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        (Stance.DENIES, "Denied by: ISIS (The Wire)"),
        (Stance.DOUBTS, "Doubted by: ISIS (The Wire)"),
        (Stance.CONCEDES, "Conceded by: ISIS (The Wire)"),
    ],
)
def test_who_denies_doubts_or_concedes_is_named(
    client: Client, event: Event, stance: Stance, sentence: str
) -> None:
    citation = account(event, "The Wire", stance=stance, claimant_faction=make.faction("ISIS"))
    shown = page(client, event)
    assert sentence in words(shown)
    assert f'href="#a{citation.pk}"' in shown
    assert ("No account denies" in shown) == (stance == Stance.CONCEDES)


def test_a_faction_that_denies_twice_in_one_outlet_is_named_once(
    client: Client, event: Event
) -> None:
    wire, isis = make.article(outlet=make.outlet("The Wire")), make.faction("ISIS")
    for quotation in (make.QUOTATION, "the fighting stopped"):
        make.citation(event, wire, quotation, stance=Stance.DENIES, claimant_faction=isis)
    assert words(page(client, event)).count("ISIS (The Wire)") == 1


def test_a_single_number_is_not_drawn(client: Client, event: Event) -> None:
    make.figure(account(event), 40, 60)
    make.figure(account(event), None, None)
    assert "How many, by account" not in page(client, event)


def test_numbers_stand_on_one_scale_and_measures_are_told_apart(
    client: Client, event: Event
) -> None:
    wire = account(event, "The Wire")
    make.figure(wire, 200, 300)
    make.figure(wire, 1_500, None, Measure.INJURED)
    make.figure(account(event, "The Gazette"), 275, 275)
    shown = page(client, event)
    drawing = shown[shown.index("How many, by account") :]
    drawing = drawing[: drawing.index("</figure>")]
    assert "Killed: 200 to 300 200 to 300 “200 to 300” · The Wire" in words(drawing)
    assert "275 · The Gazette Injured at least 1,500" in words(drawing)
    assert f'href="#a{wire.pk}"' in drawing
    assert drawing.count('<circle r="5.5"/>') == 3
    assert drawing.count('<circle class="ax pf" r="5"/>') == 1
    assert drawing.count('fill="url(#he)"') == 1


@pytest.mark.parametrize(
    ("ranges", "sentence"),
    [
        ([(200, 300), (275, 275)], "Killed: 200 to 300"),
        ([(56, 56), (None, 24)], "Killed: at most 24 to 56"),
        ([(61, 61), (201, None)], "Killed: 61 to at least 201"),
        ([(None, 24), (201, None)], "Killed: at most 24 to at least 201"),
    ],
)
def test_numbers_that_differ_are_told_from_the_lowest_to_the_highest(
    client: Client, event: Event, ranges: list[tuple[int | None, int | None]], sentence: str
) -> None:
    for low, high in ranges:
        make.figure(account(event), low, high)
    shown = words(page(client, event))
    assert "Where they differ" in shown
    assert sentence in shown


def test_equal_numbers_are_agreed_on(client: Client, event: Event) -> None:
    for _ in range(2):
        make.figure(account(event), 2_000, 2_000)
    shown = words(page(client, event))
    agreed = shown[shown.index("What the accounts agree on") : shown.index("by account")]
    assert "Killed: 2,000" in agreed
    assert "Where they differ" not in shown


def test_numbers_of_different_people_are_not_compared(client: Client, event: Event) -> None:
    for whom, number in (("soldiers", 171), ("attackers", 346)):
        figure = make.figure(account(event), number, number)
        figure.whom = whom
        figure.save()
    shown = words(page(client, event))
    assert "Killed, soldiers 171 ·" in shown
    assert "Where they differ" not in shown


def test_an_account_leads_to_its_words_in_the_article(client: Client) -> None:
    body = f"{make.QUOTATION} in the east. {make.QUOTATION} in the west."
    article = make.article(
        body=body, url="https://wire.example/a", archive_url="https://archive.example/a"
    )
    event = make.event(taken_from=article, published=True)
    shown = page(client, event)
    lands = "#:~:text=The%20last%20fighters%20laid%20down%20their%20arms,-in%20the%20east."
    assert f'href="https://wire.example/a{lands}"' in shown
    assert f'href="https://archive.example/a{lands}"' in shown


def test_words_that_the_article_has_no_more_are_sought_in_its_copy_only(client: Client) -> None:
    article = make.article(url="https://wire.example/a", archive_url="https://archive.example/a")
    event = make.event(taken_from=article, published=True)
    articles.changed(article, by=make.editor(), body="All is changed.")
    shown = page(client, event)
    assert 'href="https://wire.example/a"' in shown
    assert 'href="https://archive.example/a#:~:text=The%20last' in shown


def test_an_account_leads_to_its_words_on_the_page_of_the_article(client: Client) -> None:
    event = make.event(published=True)
    citation = event.citations.get()
    place = f"{citation.article.get_absolute_url()}#c{citation.pk}"
    assert f'href="{place}"' in page(client, event)
    assert f'<div id="c{citation.pk}"><blockquote' in client.get(place).content.decode()


def test_dozens_are_shown_as_printed_and_say_by_whose_codebook_they_are_12(
    client: Client, event: Event
) -> None:
    figure = make.figure(account(event), 12, None)
    figure.printed = "dozens"
    figure.save()
    shown = words(page(client, event))
    assert "Killed at least 12 by the accounts" in shown
    assert "at least 12 “dozens” (counted as at least 12, by ACLED’s codebook)" in shown


def test_a_number_of_a_denial_is_listed_and_not_counted(client: Client, event: Event) -> None:
    make.figure(account(event), 200, None)
    make.figure(account(event, "The Gazette", stance=Stance.DENIES), 61, 61)
    shown = words(page(client, event))
    assert "Killed at least 200 by the accounts" in shown
    assert "61 · The Gazette: denies, so not counted" in shown


def test_the_number_of_the_record_stands_beside_that_of_the_accounts(client: Client) -> None:
    event = make.event(killed_low=30, killed_best=35, killed_high=40, published=True)
    make.figure(account(event), 23, 57)
    shown = words(page(client, event))
    assert "Killed 35 (30 to 40) by the editors’ estimate 23 to 57 by the accounts" in shown


def test_a_list_shows_how_many_from_the_lowest_to_the_highest(client: Client, event: Event) -> None:
    for number in (40, 57):
        make.figure(account(event), number, number)
    make.figure(account(event), 1_200, None, Measure.DISPLACED)
    shown = words(client.get("/").content.decode())
    assert "Killed 40 to 57 Displaced at least 1,200" in shown


def test_the_small_print_says_which_words_were_read_by_which_rule(client: Client) -> None:
    event = make.event(when="on Tuesday", published=True)
    shown = words(page(client, event))
    assert "Printed on Tuesday, 17 October 2017, as “on Tuesday”." in shown
    assert "A weekday is the latest one up to and including" in shown


def test_notation_is_not_said_to_have_been_printed(client: Client) -> None:
    event = make.event(when="[2017-10-12..2017-10-15]", published=True)
    assert "Printed on" not in words(page(client, event))


def test_the_record_tells_its_number_version_reference_and_reason(client: Client) -> None:
    event = make.event(
        grade=Grade.DISPUTED,
        grade_reason="Two accounts contradict each other.",
        reference="A book, 2018",
        published=True,
    )
    account(event, claimant_kind=ClaimantKind.PARTY)
    events.correct(event, by=make.editor(), note="The day was wrong.")
    shown = page(client, event)
    said = facts(shown)
    assert said["Record"] == str(event.pk)
    assert said["Version"].startswith("2, of ")
    assert said["Accounts"] == "2, of them 1 by a party to the conflict"
    assert said["See also"] == "A book, 2018"
    assert ">Two accounts contradict each other.</p>" in shown
    assert "Corrected: The day was wrong." in words(shown)


def why(markup: str) -> str:
    """The words under “Why this grade”, folded out."""
    found = re.search(r'<details class="why folds">(.*?)</details>', markup, re.DOTALL)
    assert found
    return words(found[1])


def test_the_page_says_why_the_event_has_its_grade(client: Client) -> None:
    wire = make.article(outlet=make.outlet("The Wire", scale=Scale.INTERNATIONAL))
    event = make.event(taken_from=wire, published=True)
    make.citation(event, make.article(outlet=make.outlet("The Echo"), retells=wire))
    account(event, "The Herald", claimant_kind=ClaimantKind.PARTY)
    account(event, "The Post", stance=Stance.DOUBTS)
    events.correct(event, by=make.editor(), note="More accounts.")
    said = why(page(client, event))
    assert "Reported by the rule, because one independent source says so: The Wire." in said
    assert "The Wire: counts as an independent source" in said
    assert "The Echo: copies what counts already; from The Wire" in said
    assert "The Herald: a party’s own word: does not count" in said
    assert "The Post: doubts it: counts neither way" in said
    assert "How events are graded" in said


def test_a_denial_and_a_concession_are_told_by_who_speaks(client: Client) -> None:
    army = make.faction("The army")
    event = make.event(factions=[(army, Role.FORMER_HOLDER)], published=True)
    account(event, "The Herald", claimant_faction=army, stance=Stance.CONCEDES)
    events.correct(event, by=make.editor(), note="More accounts.")
    assert "the party it burdens concedes it: The army in The Herald." in why(page(client, event))
    account(event, "The Post", claimant_words="An elder", stance=Stance.DENIES)
    events.correct(event, by=make.editor(), note="More accounts.")
    assert "because it is denied: “An elder” in The Post." in why(page(client, event))


def test_the_page_shows_the_rules_grade_beside_the_editors_and_the_reason(client: Client) -> None:
    reason = "An inquiry found so."
    event = make.event(grade=Grade.CONFIRMED, grade_reason=reason, published=True)
    shown = words(page(client, event))
    said = "Confirmed The grade was set by an editor; by the rule it is “Unconfirmed”."
    assert f"{said} {reason}" in shown


def test_a_record_without_accounts_says_whose_grade_it_has(client: Client) -> None:
    ged = Dataset.objects.create(slug="ged", name="UCDP GED", grade=Grade.CORROBORATED)
    event = make.event(dataset=ged, external_id="1", quotation="", published=True)
    assert "a record of “UCDP GED”, whose records have this grade" in why(page(client, event))


def test_an_account_that_comes_is_told_with_the_grade_that_it_brings(client: Client) -> None:
    event = make.event(published=True)
    account(event, "The Herald")
    events.correct(event, by=make.editor(), note="The Herald tells of it too.")
    history = words(page(client, event))
    assert "Unconfirmed" in history[history.index("History of this record") :]
    assert "Corroborated" in history[history.index("History of this record") :]


def test_where_a_record_of_a_dataset_comes_from_is_said(client: Client, event: Event) -> None:
    event.dataset = Dataset.objects.create(
        slug="ged", name="UCDP GED", version="25.1", attribution="Uppsala University"
    )
    event.save()
    assert facts(page(client, event))["From"] == "UCDP GED 25.1; Uppsala University"


def test_neighbours_are_those_of_the_city(client: Client) -> None:
    raqqa = make.city("Raqqa")
    made = [
        make.event(headline, when=day, city=city, published=True)
        for headline, day, city in (
            ("Earlier here", "2017-10-01", raqqa),
            ("Now", "2017-10-10", raqqa),
            ("Later elsewhere", "2017-10-11", make.city("Mosul")),
            ("Later here", "2017-10-12", raqqa),
        )
    ]
    shown = words(page(client, made[1]))
    assert "Earlier here" in shown
    assert "Later here" in shown
    assert "Later elsewhere" not in shown


def test_an_event_without_city_factions_or_summary_has_a_page(client: Client) -> None:
    assert "Something happens" in page(client, make.event("Something happens", published=True))


def test_no_style_is_written_into_the_page(client: Client, event: Event) -> None:
    make.figure(account(event, when="2017-10-12"), 40, 60)
    make.figure(account(event), 70, None)
    assert " style=" not in page(client, event)


def test_more_accounts_need_no_more_queries(
    client: Client, event: Event, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    account(event, claimant_faction=make.faction())
    page(client, event)  # what every page needs is kept from here on
    with CaptureQueriesContext(connection) as with_two:
        page(client, event)
    for day in range(1, 5):
        another = account(event, when=f"2017-10-1{day}", claimant_faction=make.faction())
        make.figure(another, day, day * 10)
    with django_assert_num_queries(len(with_two)):
        page(client, event)


def test_the_page_is_read_from_right_to_left_in_scripts_that_run_so(
    client: Client, event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.figure(account(event, when="2017-10-12"), 20, 20)
    make.figure(account(event), 100, 100)
    monkeypatch.setattr("timeline.templatetags.tolls.get_language_bidi", lambda: True)
    shown = page(client, event)
    ticks = re.findall(r'<text x="([\d.]+)%"', shown[shown.index("How many, by account") :])
    assert [float(tick) for tick in ticks] == sorted(map(float, ticks), reverse=True)


def test_dates_long_apart_are_counted_in_years(client: Client, event: Event) -> None:
    account(event, when=date(2011, 3, 15).isoformat())
    shown = page(client, event)
    assert [year for year in ("2011", "2014", "2017") if f">{year}</text>" in shown] == [
        "2011",
        "2014",
        "2017",
    ]
