"""Numbers as articles print them: what they stand for, and where a sentence has some."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import figures
from timeline.figures import Rule
from timeline.models.vocabulary import Measure

READINGS = """
40                                  | 40    | 40    | exact
1,130                               | 1130  | 1130  | exact
40\u00a0000                         | 40000 | 40000 | exact
٤٠                                  | 40    | 40    | exact
0                                   | 0     | 0     | exact
forty                               | 40    | 40    | exact
twenty-one                          | 21    | 21    | exact
three hundred and five              | 305   | 305   | exact
nineteen hundred                    | 1900  | 1900  | exact
two hundred and fifty thousand      | 250000 | 250000 | exact
1.2 million                         | 1200000 | 1200000 | exact
half a million                      | 500000 | 500000 | exact
a dozen                             | 12    | 12    | exact
half a dozen                        | 6     | 6     | exact
two dozen                           | 24    | 24    | exact
a couple of dozen                   | 24    | 24    | exact
a couple                            | 2     | 2     | exact
300-strong                          | 300   | 300   | exact
one American                        | 1     | 1     | exact
655 of its fighters                 | 655   | 655   | exact
four of them Americans              | 4     | 4     | exact
73 names                            | 73    | 73    | exact
none                                | 0     | 0     | none
No civilians                        | 0     | 0     | none
no one                              | 0     | 0     | none
about 250                           | 250   | 250   | about
some 80 women                       | 80    | 80    | about
an estimated 1,500                  | 1500  | 1500  | about
40 or so                            | 40    | 40    | about
nearly 300                          | 270   | 300   | nearly
almost two million                  | 1800000 | 2000000 | nearly
at least 40                         | 40    | -     | at_least
At least 41 people                  | 41    | -     | at_least
no fewer than 40                    | 40    | -     | at_least
40 or more                          | 40    | -     | at_least
100+                                | 100   | -     | at_least
at least two dozen                  | 24    | -     | at_least
more than 1,000                     | 1000  | -     | more_than
over 40                             | 40    | -     | more_than
well over 40                        | 40    | -     | more_than
more than a dozen                   | 12    | -     | more_than
up to 25                            | -     | 25    | at_most
as many as 25                       | -     | 25    | at_most
no more than 25                     | -     | 25    | at_most
25 at most                          | -     | 25    | at_most
fewer than 25                       | -     | 25    | fewer_than
40 to 50                            | 40    | 50    | between
40-50                               | 40    | 50    | between
40–50 people                        | 40    | 50    | between
between 40 and 50                   | 40    | 50    | between
from forty to fifty                 | 40    | 50    | between
two or three                        | 2     | 3     | between
two to three hundred                | 200   | 300   | between
between two and three dozen         | 24    | 36    | between
10 to 15 thousand                   | 10000 | 15000 | between
1.5 to 2 million                    | 1500000 | 2000000 | between
fifty to a hundred                  | 50    | 100   | between
ninety to three hundred             | 90    | 300   | between
one hundred to three thousand       | 100   | 3000  | between
dozens                              | 12    | -     | dozens
“Dozens”                            | 12    | -     | dozens
dozens of people                    | 12    | -     | dozens
hundreds                            | 100   | -     | hundreds
several                             | 3     | -     | several
several hundred                     | 300   | -     | several
several dozen                       | 36    | -     | several
scores                              | 20    | -     | scores
tens                                | 10    | -     | tens
tens of thousands                   | 10000 | -     | thousands
Thousands of fighters               | 1000  | -     | thousands
hundreds of thousands               | 100000 | -    | thousands
millions                            | 1000000 | -   | millions
a few                               | 3     | -     | few
a few hundred                       | 300   | -     | few
a handful                           | 3     | -     | handful
many                                | 3     | -     | many
at least dozens                     | 12    | -     | dozens
"""
CASES = [[cell.strip() for cell in row.split("|")] for row in READINGS.strip().splitlines()]
NO_NUMBERS = [
    ("", "empty"),
    ("an unknown number", "no_number"),
    ("the commander", "no_number"),
    ("17th", "no_number"),
    ("hundred", "no_number"),
    ("101 civilians in the building and four beside it", "several_numbers"),
    ("40 killed, 12 wounded", "several_numbers"),
    ("40 percent", "no_count"),
    ("40%", "no_count"),
    ("40 km", "no_count"),
    ("12-year-old boy", "no_count"),
    ("2.5", "no_count"),
    ("up to several hundred", "no_bound"),
    ("50 to 40", "crossed"),
    ("9,999,999,999", "too_large"),
]


def bound(cell: str) -> int | None:
    return None if cell == "-" else int(cell)


@pytest.mark.parametrize(("printed", "low", "high", "rule"), CASES)
def test_printed_words_stand_for_these_bounds(printed: str, low: str, high: str, rule: str) -> None:
    assert figures.read(printed) == figures.Count(bound(low), bound(high), Rule(rule))


@pytest.mark.parametrize(("printed", "reason"), NO_NUMBERS)
def test_what_is_no_number_says_why(printed: str, reason: str) -> None:
    with pytest.raises(figures.NotANumber) as refused:
        figures.read(printed)
    assert refused.value.reason == reason


def test_every_reason_and_every_rule_has_its_case() -> None:
    assert {reason for _words, reason in NO_NUMBERS} == set(figures.REASONS)
    assert {rule for *_bounds, rule in CASES} == set(Rule)


NUMBERS = st.integers(0, 2**31 - 2)
QUALIFIERS = ["", "at least ", "more than ", "up to ", "fewer than ", "about ", "nearly "]


@settings(deadline=None)
@given(NUMBERS, st.sampled_from(["{}", "{:,}"]))
def test_a_number_in_digits_is_itself(number: int, written: str) -> None:
    count = figures.read(written.format(number))
    assert (count.low, count.high) == (number, number)


@settings(deadline=None)
@given(NUMBERS, st.sampled_from(QUALIFIERS))
def test_a_bounded_number_lies_within_its_bounds(number: int, qualifier: str) -> None:
    count = figures.read(f"{qualifier}{number}")
    assert count.low is not None or count.high is not None
    assert count.low is None or count.low <= number
    assert count.high is None or count.high >= number


@settings(deadline=None)
@given(st.sampled_from([row[0] for row in CASES]), st.sampled_from([str.upper, str.title, str]))
def test_capitals_and_blanks_change_nothing(printed: str, case: type[str]) -> None:
    assert figures.read(f"  {case(printed)}\n") == figures.read(printed)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_words_are_a_count_or_a_refusal(words: str) -> None:
    try:
        count = figures.read(words)
    except figures.NotANumber:
        return
    assert count.low is None or count.high is None or 0 <= count.low <= count.high


SENTENCES = """
at least 40 civilians were killed | at least 40, killed, civilians
The shelling wounded 12. | 12, injured,
killing 8 fighters and injuring 20 | 8, killed, fighters; 20, injured,
thousands fled | thousands, displaced,
23 people were killed, three of them members of the security forces. | 23, killed,; three, killed, members of the security forces
Dozens of people were killed when the bomb went off | Dozens, killed,
The strike left 20 dead and 45 injured. | 20, killed,; 45, injured,
The blast killed 8 fighters and 20 civilians. | 8, killed, fighters; 20, killed, civilians
8 fighters and 20 civilians were killed in the raid | 8, killed, fighters; 20, killed, civilians
An air strike killed up to 24 civilians | up to 24, killed, civilians
Nearly 300 people have fled the town. | Nearly 300, displaced,
Two soldiers died and five were wounded. | Two, killed, soldiers; five, injured,
The death toll rose to 57. | 57, killed,
The ministry put the number of dead at 292. | 292, killed,
No civilians were killed. | No, killed, civilians
The battle had driven nearly one million people from their homes | nearly one million, displaced,
The militia arrested 12 protesters | 12, captured, protesters
a car bomb killed five and wounded 30 others | five, killed,; 30, injured,
36 people are unaccounted for | 36, missing,
Hundreds of fighters surrendered | Hundreds, captured, fighters
1,200 men, women and children were abducted | 1,200, captured, men, women and children
Twelve of its fighters were killed | Twelve, killed, fighters
Five people, including two children, were killed | Five, killed,; two, killed, children
counted 346 dead among the attackers and more than 170 among the soldiers | 346, killed, attackers; more than 170, killed, soldiers
counted 56 dead civilians | 56, killed, civilians
In June more than 23,000 people fled to Turkey | more than 23,000, displaced,
rescue workers have brought up 100 bodies | 100, killed,
"""  # noqa: E501 - a row a sentence
FINDINGS = [row.split(" | ") for row in SENTENCES.strip().splitlines()]
OTHER_NUMBERS = """
On 17 October 2017 the city fell
In 2014 soldiers killed the mayor
The mayor was killed in 2016
killed on 3 November
on March 3 rebels fled
40 kilometres from the city soldiers were killed
The 300 km road was captured
a 12-year-old boy was killed
a bomb killed him at 10 am
two hours later soldiers fled
After four months of fighting the city was captured
40 percent of the city was destroyed
killing 40 percent of the cattle
$40 million was seized
They captured three villages
captured 20 tanks
20 air strikes hit the town
The 46th Brigade was captured
Battalion 12 fled
It would kill thousands of civilians
They threatened to kill 20 hostages
300 soldiers had been killed or captured
the 40 fighters were captured
"""


def told(text: str) -> list[str]:
    return [f"{one.printed}, {one.measure}, {one.whom}".strip(" ") for one in figures.find(text)]


@pytest.mark.parametrize(("sentence", "expected"), FINDINGS)
def test_a_sentence_tells_how_many_of_whom(sentence: str, expected: str) -> None:
    assert [one.rstrip(", ") for one in told(sentence)] == [
        one.strip().rstrip(", ") for one in expected.split(";")
    ]


@pytest.mark.parametrize("sentence", OTHER_NUMBERS.strip().splitlines())
def test_other_numbers_are_left_alone(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize("sentence", [row[0] for row in FINDINGS])
def test_what_is_found_stands_there_and_reads_the_same(sentence: str) -> None:
    text = f"On Tuesday it rained. {sentence}"
    for one in figures.find(text):
        assert text[one.start : one.end] == one.printed
        assert one.measure in Measure.values
        count = figures.read(one.printed)
        assert (one.low, one.high, one.rule) == (count.low, count.high, count.rule)


def test_a_line_break_within_a_sentence_is_a_blank() -> None:
    (one,) = figures.find("The army killed at\nleast 40\nrebels.")
    assert (one.printed, one.whom, one.low) == ("at\nleast 40", "rebels", 40)


@settings(deadline=None)
@given(st.text(alphabet="killed wounded 0123456789,.-people and of\n", max_size=200))
def test_numbers_are_found_in_order_in_any_text(text: str) -> None:
    places = [(one.start, one.end) for one in figures.find(text)]
    assert places == sorted(places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@pytest.mark.parametrize("whom", ["", "people", "The people", "persons", "dead", "others"])
def test_people_at_large_are_no_group(whom: str) -> None:
    assert figures.everybody(whom)


@pytest.mark.parametrize("whom", ["civilians", "men", "ISIS fighters", "dead civilians"])
def test_those_who_are_named_are_a_group(whom: str) -> None:
    assert not figures.everybody(whom)
