"""What phrases mean in an article of Tuesday 17 October 2017, and what cannot be read."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import RULES, Precision, UnreadableDate, When, from_edtf, read, to_edtf

patient = settings(deadline=None)  # the first reading compiles the patterns

TUESDAY = date(2017, 10, 17)


def rows(file: Path) -> list[list[str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line[:1] != "#"]


def as_told(when: When) -> str:
    if when.earliest == when.latest:
        return str(when.earliest)
    return f"{when.earliest or ''}{'/' if when.lasted else '..'}{when.latest or ''}"


READINGS = rows(Path(__file__).with_name("test_dates_readings.txt"))


def flags(when: When) -> list[str]:
    return [name for name in ("circa", "uncertain", "duration") if getattr(when, name)]


@pytest.mark.parametrize("row", READINGS, ids=lambda row: row[0])
def test_a_phrase_means_these_days(row: list[str]) -> None:
    phrase, bounds, precision, rule, edtf, *flagged = row
    when = read(phrase, published=TUESDAY)
    told = [as_told(when), when.precision.value, when.rule, to_edtf(when), *flags(when)]
    assert told == [bounds, precision, rule, edtf, *(flagged[0].split() if flagged else [])]
    assert when.phrase == phrase


def test_every_rule_key_is_one_that_a_phrase_of_the_table_carries() -> None:
    assert {row[3] for row in READINGS} | {"shortly_before"} == RULES


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("gibberish", "not_a_date"),
        ("later that day", "not_a_date"),
        ("the same day", "not_a_date"),
        ("2nd Brigade", "not_a_date"),
        ("300 wounded", "not_a_date"),
        ("Route 4", "not_a_date"),
        ("at 10:30", "not_a_date"),
        ("some time", "not_a_date"),
        ("17 Oct 17", "not_a_date"),
        ("not on Tuesday", "not_a_date"),
        ("not before", "not_a_date"),
        ("after", "not_a_date"),
        ("between X and Y", "not_a_date"),
        ("24 hours earlier", "not_a_date"),
        ("the turn of 2016", "not_a_date"),
        ("???", "not_a_date"),
        ("/", "not_a_date"),
        ("Wendesday", "not_a_date"),
        ("17 October 2017 and three days", "not_a_date"),
        ("about " * 40, "not_a_date"),
        ("31 February 2017", "impossible_day"),
        ("0000-01-01", "impossible_day"),
        ("20171301", "impossible_day"),
        ("2017-W53", "impossible_day"),
        ("2017-366", "impossible_day"),
        ("30/2", "impossible_day"),
        ("99/99/2017", "impossible_day"),
        ("31 June", "impossible_day"),
        ("2017-02-30", "impossible_day"),
        ("2017-13-01", "impossible_day"),
        ("31/04/2017", "impossible_day"),
        ("29 February 2017", "impossible_day"),
        ("from June 2017 to May 2016", "crossed"),
        ("between 2017 and 2014", "crossed"),
        ("8-5 October 2017", "crossed"),
        ("2017-10-17/2017-10-01", "crossed"),
        ("17/10 - 12/10", "crossed"),
    ],
)
def test_an_unreadable_phrase_says_why(phrase: str, reason: str) -> None:
    with pytest.raises(UnreadableDate) as unread:
        read(phrase, published=TUESDAY)
    assert unread.value.reason == reason


@pytest.mark.parametrize(
    "phrase",
    ["on Tuesday", "yesterday", "last week", "in June", "17 October", "two days ago", "overnight",
     "after four months of fighting", "earlier this year", "over the weekend", "since Tuesday"],
)  # fmt: skip
def test_a_relative_phrase_needs_the_day_of_publication(phrase: str) -> None:
    with pytest.raises(UnreadableDate) as unread:
        read(phrase)
    assert unread.value.reason == "needs_publication_day"


@pytest.mark.parametrize("phrase", ["17 October 2017", "mid-2016", "2014", "Q2 2016", "2010s"])
def test_an_absolute_phrase_needs_no_day_of_publication(phrase: str) -> None:
    assert read(phrase) == read(phrase, published=TUESDAY)


@pytest.mark.parametrize(
    ("phrase", "northern", "southern"),
    [
        ("summer 2015", "2015-06-01..2015-08-31", "2015-12-01..2016-02-29"),
        ("winter 2015", "2015-12-01..2016-02-29", "2015-06-01..2015-08-31"),
        ("spring 2015", "2015-03-01..2015-05-31", "2015-09-01..2015-11-30"),
        ("autumn 2015", "2015-09-01..2015-11-30", "2015-03-01..2015-05-31"),
        ("last winter", "2016-12-01..2017-02-28", "2017-06-01..2017-08-31"),
    ],
)
def test_seasons_turn_round_in_the_southern_hemisphere(
    phrase: str, northern: str, southern: str
) -> None:
    assert as_told(read(phrase, published=TUESDAY)) == northern
    assert as_told(read(phrase, published=TUESDAY, southern=True)) == southern


@pytest.mark.parametrize(
    ("phrase", "start_latest", "end_earliest"),
    [
        ("June to October 2017", "2017-06-30", "2017-10-01"),
        ("from 2014 to 2017", "2014-12-31", "2017-01-01"),
        ("5-8 October 2017", "None", "None"),
        ("from mid-June to 17 October 2017", "2017-06-20", "None"),
        ("since June 2017", "2017-06-30", "None"),
        ("2017-06/2017-10", "2017-06-30", "2017-10-01"),
    ],
)
def test_a_coarse_end_of_what_lasted_keeps_both_its_bounds(
    phrase: str, start_latest: str, end_earliest: str
) -> None:
    when = read(phrase, published=TUESDAY)
    assert (str(when.start_latest), str(when.end_earliest)) == (start_latest, end_earliest)


@pytest.mark.parametrize(
    "same",
    [
        ("17 October 2017", "17 OCTOBER 2017", "17\u00a0October 2017", "17  October  2017"),
        ("June 2013-Feb. 2014", "June 2013–Feb. 2014", "June 2013 — Feb 2014"),
        ("New Year's Day", "New Year’s Day"),
        ("17 October 2017", "17\u3000October\u30002017", "17\u200b October 2017"),
        ("2017-10-17", "\u200f2017-10-17\u200f", "\u2068\uff12\uff10\uff11\uff17-10-17\u2069"),
        ("17/10/2017", "\u0661\u0667/\u0661\u0660/\u0662\u0660\u0661\u0667"),
        ("17-18 October 2017", "17–18 October 2017", "October 17–18, 2017", "Oct. 17-18 2017"),
        ("on Tuesday", "On Tuesday.", "  tuesday ", "TUESDAY"),
    ],
)
def test_typography_changes_nothing(same: tuple[str, ...]) -> None:
    told = {as_told(read(phrase, published=TUESDAY)) for phrase in same}
    assert len(told) == 1


@pytest.mark.parametrize("words", ["about ", "1", "on ", "17 ", "Tuesday ", "from to ", "[", "~"])
def test_a_phrase_longer_than_any_date_is_none(words: str) -> None:
    with pytest.raises(UnreadableDate) as unread:
        read(words * 10_000, published=TUESDAY)
    assert unread.value.reason == "not_a_date"


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1))
phrases = st.sampled_from([row[0] for row in READINGS])


@patient
@given(phrase=phrases, published=days)
def test_the_earliest_day_is_never_after_the_latest(phrase: str, published: date) -> None:
    try:
        when = read(phrase, published=published)
    except UnreadableDate:
        return
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert when.rule in RULES


WORDS = """
on in at the of last next this Tuesday Sunday June October 5 17 31 2017 2014 17th early mid- late
week month year days weeks months ago a two three few since until by before after from to between
and - – , 2017-10-17 10/12/2017 first second third quarter half summer winter overnight night past
morning yesterday weekend recent four-month battle for decade 1990s Q2 end start eve circa ? .. / ~
201X day fortnight
"""


@patient
@given(words=st.lists(st.sampled_from(WORDS.split()), max_size=7), published=st.none() | st.dates())
def test_any_words_are_a_date_that_edtf_can_write_or_unreadable(
    words: list[str], published: date | None
) -> None:
    try:
        when = read(" ".join(words), published=published)
    except UnreadableDate:
        return
    if text := to_edtf(when):
        back = from_edtf(text)
        told = (when.earliest, when.latest, when.lasted)
        assert (back.earliest, back.latest, back.lasted) == told


FINER_AND_COARSER = [
    ("on Tuesday", "in the past week"),
    ("yesterday", "in recent days"),
    ("in recent days", "in recent weeks"),
    ("in recent weeks", "in recent months"),
    ("earlier this week", "in recent days"),
    ("last night", "overnight"),
    ("early last month", "last month"),
    ("mid-2016", "2016"),
    ("late last year", "last year"),
    ("the first half of last month", "last month"),
    ("17 October 2017", "October 2017"),
    ("October 2017", "2017"),
    ("2017", "the 2010s"),
    ("Q3 2017", "the second half of 2017"),
    ("Saturday of last week", "last week"),
    ("the first week of June", "June"),
    ("today", "earlier this month"),
]


@patient
@given(pair=st.sampled_from(FINER_AND_COARSER), published=days)
def test_a_coarser_reading_contains_a_finer_one(pair: tuple[str, str], published: date) -> None:
    finer, coarser = (read(phrase, published=published) for phrase in pair)
    assert finer.earliest is not None
    assert finer.latest is not None
    assert coarser.earliest is not None
    assert coarser.latest is not None
    assert coarser.earliest <= finer.earliest <= finer.latest <= coarser.latest


@patient
@given(published=days)
def test_a_weekday_is_one_of_the_seven_days_up_to_publication(published: date) -> None:
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    told = {read(f"on {name}", published=published).earliest for name in names}
    assert {(published - day).days for day in told if day} == set(range(7))


@patient
@given(day=days)
def test_a_day_written_in_any_way_is_that_day(day: date) -> None:
    for written in (f"{day:%d %B %Y}", f"{day:%B %d, %Y}", f"{day:%A, %d %b %Y}", f"{day}"):
        when = read(written)
        assert (when.earliest, when.latest, when.precision) == (day, day, Precision.EXACT)


def test_crossed_bounds_are_refused() -> None:
    with pytest.raises(ValueError, match="earliest 2017-10-17 is after latest 2017-10-16"):
        When(earliest=TUESDAY, latest=date(2017, 10, 16), precision=Precision.DAYS)


def test_the_bounds_of_a_beginning_belong_to_what_lasted() -> None:
    with pytest.raises(ValueError, match="belong to what lasted"):
        When(earliest=TUESDAY, latest=TUESDAY, start_latest=TUESDAY, precision=Precision.EXACT)
