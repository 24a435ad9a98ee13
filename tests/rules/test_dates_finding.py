"""Which date expressions are found in running text, and which words are none."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import Found, When, find, look_through, read, told_at

patient = settings(deadline=None)  # the first reading compiles the patterns

HERE = Path(__file__).resolve().parent
ARTICLES = HERE.parents[2] / "shared" / "articles"
TUESDAY = date(2017, 10, 17)


def sentences() -> Iterator[tuple[date, str, list[str]]]:
    """Each sentence of the table with its publication day and the expressions under it."""
    published, sentence, expected = TUESDAY, "", list[str]()
    lines = (HERE / "test_dates_sentences.txt").read_text(encoding="utf-8").splitlines()
    for line in [*lines, "published 2017-10-17"]:
        if line.startswith("    "):
            expected.append(line.strip())
            continue
        if sentence:
            yield published, sentence, expected
        sentence, expected = "", []
        if line.startswith("published "):
            published = date.fromisoformat(line.removeprefix("published "))
        elif not line.startswith("#"):
            sentence = line


SENTENCES = list(sentences())


def as_told(when: When) -> str:
    days = f"{when.earliest or ''}{'/' if when.lasted else '..'}{when.latest or ''}"
    if when.earliest == when.latest:
        days = str(when.earliest)
    return f"{when.phrase} = {days}{' dur' if when.duration else ''}"


@pytest.mark.parametrize(("published", "sentence", "expected"), SENTENCES)
def test_every_date_expression_of_a_sentence_is_found_and_no_other(
    published: date, sentence: str, expected: list[str]
) -> None:
    found = find(sentence, published=published)
    assert [as_told(one.when) for one in found] == expected
    assert all(sentence[one.start : one.end] == one.when.phrase for one in found)


@pytest.mark.parametrize(
    "words",
    [
        "They may attack; the troops may march on the city.",
        "The 2nd Brigade, the 1st Division and the 17th Airborne held the line.",
        "300 wounded, 2,000 fighters and 1990 rockets",
        "Route 4, the M4 highway, Highway 15 and Unit 8200",
        "at 10:30, at 1500 GMT, at 0600 hours, around 6 a.m., by 2000 local time",
        "UN resolution 2254, UNSCR 1701, page 2014, Hill 2014",
        "$2014, 2,014 euros, €1999, 2016%, 12.10 percent",
        "T-72 tanks, an AK-47, a Su-24 and Mi-8 helicopters",
        "a 24-hour curfew, a 30-day truce, a five-year plan",
        "a two-year-old girl, the 15-year-old, aged 17, 58 years old",
        "jailed for 15 years, sentenced to 10 years, extended for six months",
        "the Sun rose, they sat down, a wed couple, a sun-baked plain",
        "March on Rome, the march, marched, marching, in an august body",
        "Theresa May said so. May said April had seen June.",
        "Bloody Sunday, Black Friday, the Sunday Times, Good Friday",
        "every Friday, each Sunday, Fridays, on Sundays",
        "the same day, that day, the next day, two days later, a week earlier",
        "in June of that year, the previous month",
        "the fall of Aleppo; they fall back; the Arab Spring; a spring of water",
        "the March 23 Movement and the March 14 alliance",
        "a second front, two seconds, the third attack, a quarter of them",
        "24/7, 50/50, 3-2, 5-8 tanks, 1,990-2,014 men",
        "+961 1 234 2017 and www.example.org/2017/10/17/news",
        "Russia Today, USA Today",
        "between 1900 and 2000 fighters, about 2000 families",
        "the September 11 attacks",
        "for months, for years, after weeks of fighting",
        "It will last for two weeks.",
        "in two days, within two weeks",
    ],
)
def test_no_date_is_found_where_there_is_none(words: str) -> None:
    assert [one.when.phrase for one in find(words, published=TUESDAY)] == []


def test_offsets_count_code_points_of_the_text_as_printed() -> None:
    text = "داعش 🚩 fell\u00a0on\u00a017\u00a0October\u00a02017 — “in 2014”."
    assert [(text[one.start : one.end], one.when.phrase) for one in find(text)] == [
        ("on\u00a017\u00a0October\u00a02017", "on\u00a017\u00a0October\u00a02017"),
        ("in 2014", "in 2014"),
    ]


def test_a_date_may_run_over_a_line_but_not_over_a_paragraph() -> None:
    assert [one.when.phrase for one in find("on 17\nOctober 2017")] == ["on 17\nOctober 2017"]
    assert [one.when.phrase for one in find("on 17\n\nOctober 2017")] == ["October 2017"]


def test_without_the_day_of_publication_only_absolute_dates_are_found() -> None:
    text = "It fell on Tuesday, as in 2014."
    assert [one.when.phrase for one in find(text)] == ["in 2014"]
    assert [type(one).__name__ for one in look_through(text)] == ["Unread", "Found"]


def test_capital_letters_change_no_reading() -> None:
    (found,) = find("HIT ON THE 2ND OF THIS MONTH.", published=TUESDAY)
    assert as_told(found.when) == "ON THE 2ND OF THIS MONTH = 2017-10-02"


def test_an_impossible_day_is_told_apart_and_its_parts_are_no_dates() -> None:
    (unread,) = look_through("on 31 February 2017")
    assert not isinstance(unread, Found)
    assert (unread.phrase, unread.reason) == ("on 31 February 2017", "impossible_day")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The army will attack on Friday.", "2017-10-20"),
        ("On Friday, parliament will vote.", "2017-10-20"),
        ("Talks are due to resume on Friday.", "2017-10-20"),
        ("Elections are scheduled for Friday.", "2017-10-20"),
        ("The army attacked on Friday.", "2017-10-13"),
        ("The talks will go on, he said on Friday.", "2017-10-13"),
        ("On Friday, he said talks will go on.", "2017-10-13"),
        ("It will end. They fell back on Friday.", "2017-10-13"),
    ],
)
def test_the_tense_turns_a_weekday_to_the_past_or_the_future(sentence: str, day: str) -> None:
    (found,) = find(sentence, published=TUESDAY)
    assert str(found.when.earliest) == day


@pytest.mark.parametrize(
    ("sentence", "phrase", "circa", "uncertain"),
    [
        ("It began around 10 June.", "around 10 June", True, False),
        ("It began circa 2014.", "circa 2014", True, False),
        ("It fell in about June 2014.", "in about June 2014", True, False),
        ("It fell possibly on Sunday.", "possibly on Sunday", False, True),
        ("They spoke about Tuesday.", "Tuesday", False, False),
    ],
)
def test_doubt_beside_a_date_belongs_to_it(
    sentence: str, phrase: str, *, circa: bool, uncertain: bool
) -> None:
    (found,) = find(sentence, published=TUESDAY)
    when = found.when
    assert (when.phrase, when.circa, when.uncertain) == (phrase, circa, uncertain)


def test_a_length_of_time_beside_a_date_long_past_is_counted_from_that_date() -> None:
    text = "Kherson fell on 11 November 2015 after eight months of occupation."
    assert as_told(find(text, published=TUESDAY)[1].when).endswith("2015-03-01..2015-03-31 dur")


def test_a_length_of_time_beside_news_is_counted_from_publication() -> None:
    text = "It fell on Sunday after four months of fighting."
    assert as_told(find(text, published=TUESDAY)[1].when).endswith("2017-06-01..2017-06-30 dur")


def test_a_passage_is_dated_by_the_nearest_expression_of_its_sentence() -> None:
    text = "Mosul fell in July. On Sunday, rebels fled to the hills, he said. They were few."
    fled, few = text.index("rebels fled"), text.index("They were")
    told = told_at(text, fled, fled + 11, published=TUESDAY)
    assert told is not None
    assert told.when.phrase == "On Sunday"
    assert told_at(text, few, few + 9, published=TUESDAY) is None


def test_what_is_told_after_an_after_came_in_the_week_before() -> None:
    text = "The assault began on Sunday after fighters surrendered."
    start = text.index("fighters")
    told = told_at(text, start, len(text), published=TUESDAY)
    assert told is not None
    assert as_told(told.when) == "on Sunday = 2017-10-08..2017-10-15"
    assert told.when.rule == "shortly_before"


def test_a_phrase_that_is_found_can_be_read_by_itself_as_precisely() -> None:
    """The days may differ: alone it has no tense, and no other date to count from."""
    for published, sentence, _ in SENTENCES:
        for found in find(sentence, published=published):
            alone = read(found.when.phrase, published=published)
            assert alone.precision is found.when.precision, found.when.phrase


@patient
@given(text=st.text(alphabet="on 0123456789TuesdayOctber,.-–/'\n", max_size=60))
def test_expressions_stand_in_order_and_never_overlap(text: str) -> None:
    found = list(look_through(text, published=TUESDAY))
    assert all(one.start < one.end <= other.start for one, other in pairwise(found))


def article() -> tuple[str, dict[str, Any]]:
    told, text = ARTICLES / "raqqa-2017-10-17.json", ARTICLES / "raqqa-2017-10-17.txt"
    if not (told.exists() and text.exists()):
        pytest.skip("the article and its expected events are not beside the project")
    return text.read_text(encoding="utf-8"), json.loads(told.read_text(encoding="utf-8"))


def verdict(when: When, event: dict[str, Any]) -> str:
    """How a reading stands to the expected days: equal, accepted, narrower or wrong."""
    if (str(when.earliest), str(when.latest)) == (event["earliest"], event["latest"]):
        return "equal"
    if when.earliest is None or when.latest is None:
        return "wrong"
    accept = event.get("accept", {})
    inside = str(when.earliest) <= accept.get("contains", "") <= str(when.latest)
    width = (when.latest - when.earliest).days + 1
    if inside and width <= accept["widest_days"]:
        return "accepted" if str(when.latest) <= accept.get("latest", "9999") else "wrong"
    narrower = event["earliest"] <= str(when.earliest) <= str(when.latest) <= event["latest"]
    return "narrower" if narrower else "wrong"


def test_every_date_phrase_of_the_article_is_found_and_dated(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text, told = article()
    published = date.fromisoformat(told["published_on"])
    verdicts = {}
    for event in told["expected_events"]:
        if event["phrase"] is None:
            continue
        start = text.index(event["cue"])
        found = told_at(text, start, start + len(event["cue"]), published=published)
        assert found is not None, event["cue"]
        assert found.when.phrase.replace("’", "'") in event["phrase"], event["cue"]
        verdicts[event["n"]] = verdict(found.when, event)
    with capsys.disabled():
        right = sum(one != "wrong" for one in verdicts.values())
        print(f"\nDates of the article: {right} right, {len(verdicts) - right} wrong {verdicts}")  # noqa: T201
    core = {event["n"] for event in told["expected_events"] if event["core"]}
    assert {verdicts[n] for n in core & verdicts.keys()} <= {"equal", "accepted"}
    assert "wrong" not in verdicts.values()


@pytest.mark.parametrize(
    "words",
    ["1", "17 ", "on ", "from to ", "Tuesday ", "Oct. ", "two days ago, ", "-", " ", "\n", "a "],
)
def test_a_text_twice_as_long_takes_about_twice_the_time(words: str) -> None:
    short, long = (
        min(time_to_find((words * length)[:length]) for _ in range(4)) for length in (2_000, 16_000)
    )
    assert long < 24 * max(short, 0.01)  # eight times, were it exactly linear


def time_to_find(text: str) -> float:
    start = process_time()
    find(text, published=TUESDAY)
    return process_time() - start
