"""Dates in words, the parts of the date gutter, and the sentences of the rules."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from timeline import dates, wording
from timeline.dates import Precision, When
from timeline.wording.rules import SENTENCES

PRINTED_ON = date(2017, 10, 17)  # a Tuesday
NOTE = "printed 17 October as “some words”"

# What was printed on 17 October 2017, what readers are told, the mark.
READINGS = [
    ("on Tuesday", "17 October 2017", "day"),
    ("between 13 and 17 October 2017", "between 13 and 17 October 2017", "within"),
    ("[2017-09-28..2017-10-03]", "between 28 September and 3 October 2017", "within"),
    ("[2016-12-28..2017-01-03]", "between 28 December 2016 and 3 January 2017", "within"),
    ("overnight", "16 or 17 October 2017", "within"),
    ("the night of 31 May 2017", "31 May or 1 June 2017", "within"),
    ("last week", "between 9 and 15 October 2017", "within"),
    ("12-15 October 2017", "12 to 15 October 2017", "span"),
    ("2016-12-31/2017-01-02", "31 December 2016 to 2 January 2017", "span"),
    ("about June 2017", "about June 2017", "about"),
    ("[2017-06-10~..2017-06-14~]", "about 12 June 2017, give or take two days", "about"),
    ("[2017-06-10~..2017-06-13~]", "roughly between 10 and 13 June 2017", "about"),
    ("October 2017", "October 2017", "within"),
    ("early October 2017", "early October 2017", "within"),
    ("mid-October 2017", "mid-October 2017", "within"),
    ("late October 2017", "late October 2017", "within"),
    ("summer 2015", "summer 2015", "within"),
    ("winter 2015-16", "winter 2015–16", "within"),
    ("2014", "2014", "within"),
    ("the 2010s", "the 2010s", "within"),
    ("earlier this year", "earlier in 2017, up to 17 October", "within"),
    ("earlier this month", "between 1 and 17 October 2017", "within"),
    ("Q1 2017", "between January and March 2017", "within"),
    ("late last year", "between October and December 2016", "within"),
    ("[2013..2016]", "between 2013 and 2016", "within"),
    ("by 17 October 2017", "before or on 17 October 2017", "by"),
    ("before 18 October 2017", "before or on 17 October 2017", "by"),
    ("on or after 6 June 2017", "on or after 6 June 2017", "from"),
    ("since 6 June 2017", "since 6 June 2017", "from"),
    ("since 2014", "since 2014", "from"),
    ("2015-10/..", "since October 2015", "from"),
    ("2013/2016", "2013 to 2016", "span"),
    ("June to October 2017", "June to October 2017", "span"),
    ("2016-12/2017-02", "December 2016 to February 2017", "span"),
    ("2017-06/2017-10-12", "June 2017 to 12 October 2017", "span"),
    ("2017-06-01/2017-08-31", "1 June to 31 August 2017", "span"),
    ("throughout October 2017", "throughout October 2017", "span"),
    ("2017-10/2017-10", "during October 2017", "span"),
    ("2017-10-17?", "possibly 17 October 2017", "about"),
    ("2017-10-17~", "about 17 October 2017", "about"),
    ("2017-10%", "possibly about October 2017", "about"),
    ("2013~/2016", "roughly 2013 to 2016", "about"),
]


@pytest.mark.parametrize(("phrase", "words", "mark"), READINGS)
def test_a_date_is_told_in_words_and_has_its_mark(phrase: str, words: str, mark: str) -> None:
    when = dates.read(phrase, published=PRINTED_ON)
    assert (wording.when(when), wording.mark(when)) == (words, mark)


def interval(
    earliest: date | None, latest: date | None, precision: Precision, **more: object
) -> When:
    return When(earliest=earliest, latest=latest, precision=precision, **more)  # type: ignore[arg-type]


def test_a_date_that_is_not_known_says_so() -> None:
    assert wording.when(interval(None, None, Precision.UNKNOWN)) == "date not known"


def test_something_that_went_on_until_a_day_is_not_said_to_have_happened_before_it() -> None:
    went_on = interval(None, date(2017, 10, 17), Precision.BEFORE, lasted=True)
    assert wording.when(went_on) == "until 17 October 2017"


def test_ends_that_have_no_name_are_told_apart() -> None:
    when = interval(
        date(2017, 6, 3),
        date(2017, 10, 12),
        Precision.SEASON,
        lasted=True,
        start_latest=date(2017, 6, 7),
    )
    assert wording.when(when) == "began: between 3 and 7 June 2017; ended: 12 October 2017"


def test_seasons_turn_round_in_the_south(settings: Settings) -> None:
    settings.SOUTHERN_SEASONS = True
    when = dates.read("summer 2015", southern=True)
    assert wording.when(when) == "summer 2015–16"


def test_a_withdrawn_event_has_a_mark_of_its_own() -> None:
    assert wording.mark(dates.read("2017-10-17"), withdrawn=True) == "x"


def test_a_translation_can_put_the_parts_of_a_date_in_another_order() -> None:
    with override("de"):
        assert "Oktober" in wording.when(dates.read("2017-10-17"))


# Printed words, what is set big (with what follows it), what both share, the note.
GUTTERS = [
    ("2017-10-17", "17 October 2017", "", "Tuesday"),
    ("2017-08", "August 2017", "", "month only"),
    ("2017", "2017", "", "year only"),
    ("summer 2015", "summer 2015", "", "season only"),
    ("early October 2017", "early October 2017", "", "one of ten days"),
    ("[2017-10-08..2017-10-15]", "between 8 and 15", "October 2017", "one of eight days"),
    ("[2017-09-28..2017-10-03]", "between 28 September and 3 October", "2017", "one of six days"),
    ("2017-10-12/2017-10-15", "12 to 15", "October 2017", "lasted four days"),
    ("2017-06/2017-10", "June to October", "2017", "days not known"),
    ("by 27 July 2017", "by 27 July 2017", "", "on this day or before"),
    ("on or after 6 June 2017", "from 6 June 2017", "", "on this day or after"),
    ("since 2014", "since 2014", "", "its end is not known"),
    ("earlier this year", "earlier in 2017", "", "up to 17 October"),
    ("about June 2017", "about June 2017", "", "month only"),
    ("[2017-06-10~..2017-06-14~]", "about 12 June 2017", "", "give or take two days"),
    ("2017-10-17?", "possibly 17 October 2017", "", "Tuesday"),
    ("overnight", "16 or 17", "October 2017", "one of two days"),
    ("throughout October 2017", "throughout October 2017", "", "lasted 31 days"),
]


@pytest.mark.parametrize(("phrase", "line", "shared", "note"), GUTTERS)
def test_the_gutter_sets_a_date_in_big_and_small_parts(
    phrase: str, line: str, shared: str, note: str
) -> None:
    parts = wording.when_parts(dates.read(phrase, published=PRINTED_ON))
    assert (spelled(parts), parts.rest, parts.note) == (line, shared, note)


def spelled(parts: wording.Gutter) -> str:
    def words(piece: wording.Piece | None) -> str:
        return f"{piece.big} {piece.rest}".strip() if piece else ""

    line = parts.pattern.format(first=words(parts.first), last=words(parts.last))
    return line.replace("<span>", "").replace("</span>", "")


@pytest.mark.parametrize(
    ("phrase", "values"),
    [
        ("2017-10-17", ("2017-10-17", None)),
        ("2017-10", ("2017-10", None)),
        ("2017", ("2017", None)),
        ("0800", ("0800", None)),
        ("summer 2015", ("", None)),
        ("2017-10-12/2017-10-15", ("2017-10-12", "2017-10-15")),
    ],
)
def test_machines_read_days_months_and_years(phrase: str, values: tuple[str, str | None]) -> None:
    parts = wording.when_parts(dates.read(phrase))
    assert parts.first is not None
    assert (parts.first.value, parts.last and parts.last.value) == values


@pytest.mark.parametrize(
    ("phrase", "note"),
    [
        ("earlier this year", NOTE),
        ("last month", NOTE),
        ("on Tuesday", "Tuesday"),
        ("overnight", "one of two days"),
    ],
)
def test_the_printed_words_stand_below_a_date_that_is_not_counted_in_days(
    phrase: str, note: str
) -> None:
    when = dates.read(phrase, published=PRINTED_ON)
    assert wording.when_parts(when, printed=NOTE).note == note


@dataclass
class Account:
    """An event as far as its printed date goes."""

    date_printed: str
    read_on: date | None
    when: When


def account(phrase: str, read_on: date | None, meaning: str = "") -> Account:
    when = dates.read(meaning or phrase, published=read_on or PRINTED_ON)
    return Account(phrase, read_on, when)


@pytest.mark.parametrize(
    ("event", "note"),
    [
        (account("earlier this year", date(2017, 6, 6)), "printed 6 June as “earlier this year”"),
        (account("late last year", date(2017, 6, 6)), "printed 6 June 2017 as “late last year”"),
        (account("on Tuesday", None), "printed as “on Tuesday”"),
        (account("17 October 2017", PRINTED_ON), ""),
        (account("mid-October 2017", PRINTED_ON), ""),
        (account("on 6 June", PRINTED_ON), ""),
        (account("at the end of May", PRINTED_ON), ""),
        (account("last month", PRINTED_ON), "printed 17 October as “last month”"),
        (account("", PRINTED_ON, meaning="2017-10-17"), ""),
        (account("2017", PRINTED_ON, meaning="2016"), "printed 17 October 2017 as “2017”"),
    ],
)
def test_printed_words_are_quoted_unless_they_are_the_date(event: Account, note: str) -> None:
    assert wording.printed(event) == note


RANGES: list[tuple[str, str, str]] = [
    ("2017-06-01", "2017-10-12", "1 June – 12 October 2017"),
    ("2017-06", "2017-10", "June – October 2017"),
    ("2017-10-15", "2017-10-17", "15 – 17 October 2017"),
    ("2016", "2017", "2016–2017"),
    ("2017", "2017", "2017"),
    ("2017-06", "2017-06", "June 2017"),
    ("2017-10-17", "2017-10-17", "17 October 2017"),
    ("2017", "", "from 2017"),
    ("2017-06-01", "", "from 1 June 2017"),
    ("", "2017-10", "up to October 2017"),
    ("", "", ""),
]


@pytest.mark.parametrize(("first", "last", "words"), RANGES)
def test_a_range_is_told_by_its_ends(first: str, last: str, words: str) -> None:
    ends = [dates.from_edtf(end) if end else None for end in (first, last)]
    assert wording.range(*ends) == words


# Rules that no words of an article lead to: an editor's hand, and the day of the news itself.
BESIDE_WORDS = {"by_hand", "date_of_news"}


def test_every_rule_of_dating_has_a_sentence() -> None:
    rules = dates.RULES | BESIDE_WORDS
    assert [key for key in rules if not wording.rule(key).endswith(".")] == []


def test_no_sentence_stands_for_a_rule_that_is_gone() -> None:
    assert set(SENTENCES) == dates.RULES | BESIDE_WORDS


def test_no_rule_says_nothing() -> None:
    assert wording.rule("") == ""


def test_the_day_of_publication_counts_as_tuesday() -> None:
    assert "up to and including the day of publication" in wording.rule("weekday")


@pytest.mark.parametrize(
    "reason", ["empty", "not_a_date", "needs_publication_day", "impossible_day", "crossed"]
)
def test_every_reason_for_an_unreadable_date_has_its_own_sentence(reason: str) -> None:
    others = {"empty", "not_a_date", "needs_publication_day", "impossible_day", "crossed"}
    others -= {reason}
    assert wording.unreadable(reason) not in {wording.unreadable(other) for other in others}


DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any date an editor can enter, whatever precision is written beside its bounds."""
    days = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    if draw(st.booleans()):  # as close together as dates mostly are
        days = [days[0] + timedelta(days=draw(st.integers(0, 40))) for _ in range(4)]
        days.sort()
    lasted, shape = draw(st.booleans()), draw(st.sampled_from(["closed", "by", "from", "none"]))
    inner = lasted and shape == "closed" and draw(st.booleans())
    return When(
        earliest=days[0] if shape in {"closed", "from"} else None,
        latest=days[3] if shape in {"closed", "by"} else None,
        precision=draw(st.sampled_from(list(Precision))),
        lasted=lasted,
        start_latest=days[1] if inner else None,
        end_earliest=days[2] if inner else None,
        circa=draw(st.booleans()),
        uncertain=draw(st.booleans()),
    )


@given(whens())
def test_every_date_has_words_a_mark_and_a_gutter(when: When) -> None:
    assert wording.when(when)
    assert "{" not in spelled(wording.when_parts(when, printed=NOTE))
    assert wording.mark(when) in {"day", "span", "within", "about", "by", "from"}


@given(whens())
def test_doubt_about_a_date_is_always_said(when: When) -> None:
    words = wording.when(when)
    known = when.earliest is not None or when.latest is not None
    assert words.startswith("possibly ") == (when.uncertain and known)
    assert any(word in words for word in ("about", "roughly")) == (when.circa and known)
