"""Numbers typed as printed: what the forms make of them, and what the desk proposes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.filling import fields, send
from tests.admin.test_desk_form import press
from timeline.models import Article, Event, Figure

pytestmark = pytest.mark.django_db

BODY = (
    "An air strike killed at least 40 civilians in Raqqa on Tuesday and wounded dozens.\n\n"
    "On Monday the army took the town of Tabqa, 40 kilometres to the west.\n"
)


@pytest.fixture
def article() -> Article:
    make.city("Raqqa")
    make.city("Tabqa")
    return make.article(body=BODY, published_on=date(2017, 10, 17))


def of_the_words(client: Client, article: Article, words: str) -> dict[str, str]:
    """The form of the desk for words that were selected."""
    start = BODY.index(words)
    address = reverse("admin:timeline_article_desk", args=[article.pk])
    return fields(client.get(address, {"start": start, "end": start + len(words)}))


def rows(form: dict[str, str]) -> list[tuple[str, ...]]:
    number = int(form["figures-TOTAL_FORMS"])
    names = ("measure", "whom", "low", "high", "printed")
    found = [tuple(form[f"figures-{row}-{name}"] for name in names) for row in range(number)]
    return [row for row in found if row[-1]]


def saved(event: Event) -> list[tuple[Any, ...]]:
    found = Figure.objects.filter(citation__event=event).order_by("id")
    return list(found.values_list("measure", "whom", "low", "high", "printed"))


def test_numbers_of_the_quotation_are_proposed(editor: Client, article: Article) -> None:
    form = of_the_words(editor, article, BODY.partition("\n")[0])
    assert rows(form) == [
        ("killed", "civilians", "40", "", "at least 40"),
        ("injured", "", "12", "", "dozens"),
    ]


def test_a_distance_is_not_proposed(editor: Client, article: Article) -> None:
    assert rows(of_the_words(editor, article, BODY.splitlines()[2])) == []


def test_a_proposed_number_says_where_it_stands_and_how_it_is_counted(
    editor: Client, article: Article
) -> None:
    words = BODY.partition("\n")[0]
    address = reverse("admin:timeline_article_desk", args=[article.pk])
    page = editor.get(address, {"start": 0, "end": len(words)}).content.decode()
    assert "“dozens”, here" in page
    assert "“Dozens” is counted as 12 at least, as in ACLED’s codebook." in page


def test_what_is_proposed_can_be_changed_and_is_saved_as_changed(
    editor: Client, article: Article
) -> None:
    form = of_the_words(editor, article, BODY.partition("\n")[0])
    form |= {"kind": "air_strike", "headline": "An air strike", "figures-1-low": "20"}
    assert saved(press(editor, article, form)) == [
        ("killed", "civilians", 40, None, "at least 40"),
        ("injured", "", 20, None, "dozens"),
    ]


@pytest.mark.parametrize(
    ("printed", "low", "high", "bounds"),
    [
        ("dozens", "", "", (12, None)),
        ("up to 25", "", "", (None, 25)),
        ("40 to 50 people", "", "", (40, 50)),
        ("none", "", "", (0, 0)),
        ("dozens", "30", "", (30, None)),
        ("dozens", "", "90", (None, 90)),
        ("none", "0", "", (0, None)),
        ("their losses", "", "", (None, None)),
        ("30 men and 12 women", "", "", (None, None)),
    ],
)
def test_bounds_that_are_left_empty_are_read_from_the_words(
    editor: Client, printed: str, low: str, high: str, bounds: tuple[int | None, int | None]
) -> None:
    event = make.event()
    answer = send(
        editor,
        reverse("admin:timeline_event_change", args=[event.pk]),
        citations_0_figures_0_measure="killed",
        citations_0_figures_0_low=low,
        citations_0_figures_0_high=high,
        citations_0_figures_0_printed=printed,
    )
    assert answer.status_code == 302
    assert saved(event) == [("killed", "", *bounds, printed)]


@pytest.mark.parametrize(
    ("printed", "bounds", "says"),
    [
        ("dozens", (12, None), "“Dozens” is counted as 12 at least"),
        ("dozens", (20, None), ""),
        ("their losses", (None, None), "Give the bounds by hand."),
        ("30 men and 12 women", (42, 42), ""),
    ],
)
def test_a_row_says_how_its_words_are_counted(
    editor: Client, printed: str, bounds: tuple[int | None, int | None], says: str
) -> None:
    event = make.event()
    figure = make.figure(event.citations.get(), *bounds)
    Figure.objects.filter(pk=figure.pk).update(printed=printed)
    page = editor.get(reverse("admin:timeline_event_change", args=[event.pk])).content.decode()
    row = page[page.index(f'value="{printed}"') :].partition("</td>")[0]
    meaning = row.partition('data-meaning aria-live="polite">')[2].partition("<")[0]
    assert meaning.endswith(says) if not says.startswith("“") else meaning.startswith(says)
    assert bool(meaning) == bool(says)


@pytest.mark.parametrize(
    ("words", "low", "high", "begins"),
    [
        ("dozens", "12", "", "“Dozens” is counted as 12"),
        ("up to 25", "", "25", "The number is the highest possible"),
        ("none", "0", "0", "The words say that there were none."),
        ("40 percent", "", "", "This number counts nobody"),
        ("", "", "", ""),
    ],
)
def test_typed_words_are_answered_with_bounds_and_rule(
    reporter: Client, words: str, low: str, high: str, begins: str
) -> None:
    answer = reporter.get(reverse("admin:timeline_event_read_figure"), {"printed": words}).json()
    assert (answer["low"], answer["high"]) == (low, high)
    assert answer["meaning"].startswith(begins)
    assert bool(answer["meaning"]) == bool(begins)


def test_nobody_counts_words_without_signing_in(client: Client) -> None:
    assert client.get(reverse("admin:timeline_event_read_figure")).status_code == 302
