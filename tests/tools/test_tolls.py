"""How many an event struck, by its accounts and by the record."""

from __future__ import annotations

from typing import Any

import pytest

from tests import make
from timeline import tolls
from timeline.figures import Rule
from timeline.models import Citation, Event, Figure
from timeline.models.vocabulary import Measure, Stance
from timeline.tolls import Estimate

pytestmark = pytest.mark.django_db
Range = tuple[int | None, int | None]


@pytest.fixture
def event() -> Event:
    return make.event("An air strike")


def account(
    event: Event, *numbers: Range | tuple[int | None, int | None, str], **columns: Any
) -> Citation:
    """One more account that gives these numbers of killed, of everybody or of those named."""
    made = make.citation(event, make.article(), **columns)
    for low, high, *whom in numbers:
        figure = make.figure(made, low, high)
        figure.whom = whom[0] if whom else ""
        figure.save()
    return made


def killed(event: Event) -> Range | None:
    found = Event.objects.with_accounts().get(pk=event.pk)
    return next(((one.low, one.high) for one in tolls.estimates(found)), None)


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([(40, 40)], (40, 40)),
        ([(40, None)], (40, None)),
        ([(None, 25)], (None, 25)),
        ([(12, None), (40, 40)], (12, 40)),
        ([(40, None), (57, None)], (40, None)),
        ([(200, 300), (275, 275)], (200, 300)),
        ([(None, 24), (56, 56), (100, None)], (24, 100)),
        ([(0, 0), (9, 9)], (0, 9)),
    ],
)
def test_the_accounts_come_to_the_lowest_and_the_highest_number(
    event: Event, ranges: list[Range], expected: Range
) -> None:
    for ends in ranges:
        account(event, ends)
    assert killed(event) == expected


def test_the_order_of_the_accounts_changes_nothing() -> None:
    ranges: list[Range] = [(None, 24), (56, 56), (100, None)]
    found = []
    for order in (ranges, ranges[::-1]):
        event = make.event()
        for ends in order:
            account(event, ends)
        found.append(killed(event))
    assert found[0] == found[1]


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.DOUBTS])
def test_who_denies_or_doubts_it_counts_no_victims_of_it(event: Event, stance: Stance) -> None:
    account(event, (200, None))
    account(event, (61, 61), stance=stance)
    assert killed(event) == (200, None)
    (toll,) = tolls.of(event.citations.all())
    assert [(one.figure.low, one.counts) for one in toll.told] == [(200, True), (61, False)]


def test_an_account_that_counts_everybody_is_not_added_to(event: Event) -> None:
    account(event, (23, 23, "people"), (3, 3, "soldiers"))
    assert killed(event) == (23, 23)


def test_groups_of_one_account_come_to_the_largest_at_least_and_their_sum_at_most(
    event: Event,
) -> None:
    account(event, (8, 8, "fighters"), (20, 20, "civilians"))
    assert killed(event) == (20, 28)


def test_groups_of_which_one_is_open_come_to_no_sum(event: Event) -> None:
    account(event, (346, 346, "attackers"), (170, None, "soldiers"))
    assert killed(event) == (346, None)


def test_groups_that_different_accounts_count_are_put_together(event: Event) -> None:
    account(event, (5, 5, "fighters"))
    account(event, (23, 23, "civilians"))
    assert killed(event) == (23, 28)


def test_one_claimant_in_two_quotations_of_an_article_is_one_account(event: Event) -> None:
    article = make.article()
    for quotation, number, whom in (
        (make.QUOTATION, 46, ""),
        ("the fighting stopped", 7, "attackers"),
    ):
        cited = make.citation(event, article, quotation, claimant_words="officials")
        Figure.objects.create(
            citation=cited, measure="killed", whom=whom, low=number, high=number, printed="x"
        )
    assert killed(event) == (46, 46)


def test_what_the_record_has_itself_goes_before_the_accounts() -> None:
    event = make.event(killed_low=30, killed_best=35, killed_high=40)
    account(event, (23, 57))
    (own,) = tolls.estimates(event)
    assert own == Estimate("killed", 30, 35, 40)
    assert own.recorded
    (accounts,) = tolls.counted(event)
    assert (accounts.low, accounts.high, accounts.recorded) == (23, 57, False)


def test_none_is_a_number_and_unknown_is_not() -> None:
    event = make.event(injured_low=0, injured_high=0)
    assert tolls.estimates(event) == [Estimate("injured", 0, None, 0)]
    account(event, (None, None))
    assert tolls.counted(event) == []


def test_measures_and_groups_stand_apart_the_lowest_number_first(event: Event) -> None:
    account(event, (57, 57), (20, 20, "Civilians"))
    account(event, (None, 44), (44, None), (44, 44), (10, 10, "civilians"))
    make.figure(account(event), 7, 7, Measure.INJURED)
    found = tolls.of(event.citations.all())
    assert [(toll.measure, toll.whom) for toll in found] == [
        ("killed", ""),
        ("killed", "Civilians"),
        ("injured", ""),
    ]
    assert [(one.figure.low, one.figure.high) for one in found[0].told] == [
        (None, 44),
        (44, 44),
        (44, None),
        (57, 57),
    ]
    assert [toll.differs for toll in found] == [True, True, False]


def test_one_account_with_two_numbers_differs_from_nobody(event: Event) -> None:
    account(event, (40, 40), (57, 57))
    (toll,) = tolls.of(event.citations.all())
    assert not toll.differs
    assert not toll.same


@pytest.mark.parametrize(
    ("printed", "bounds", "rule"),
    [
        ("dozens", (12, None), Rule.DOZENS),
        ("thousands of fighters", (1_000, None), Rule.THOUSANDS),
        ("nearly 300", (270, 300), Rule.NEARLY),
        ("dozens", (20, None), None),  # an editor knew better
        ("at least 40", (40, None), None),  # the words say the number
        ("their losses", (4, 4), None),
    ],
)
def test_words_that_say_no_number_tell_what_they_were_counted_as(
    printed: str, bounds: Range, rule: Rule | None
) -> None:
    figure = Figure(measure="killed", printed=printed, low=bounds[0], high=bounds[1])
    count = tolls.read_as(figure)
    assert (count.rule if count else None) == rule
