"""Words for numbers of people."""

from __future__ import annotations

import pytest

from timeline import figures
from timeline.wording import figures as wording


def test_every_rule_and_every_refusal_has_its_sentence_and_no_other() -> None:
    assert set(wording.SENTENCES) == set(figures.Rule)
    assert set(wording.FAULTS) == set(figures.REASONS)


def test_sentences_are_whole_and_differ() -> None:
    sentences = [wording.rule(rule) for rule in figures.Rule]
    assert all(sentence.endswith(".") for sentence in sentences)
    assert len(set(sentences)) == len(sentences)


def test_a_rule_that_is_gone_says_nothing() -> None:
    assert wording.rule("guessed") == ""


@pytest.mark.parametrize(
    ("low", "best", "high", "said"),
    [
        (40, None, 40, "<b>40</b>"),
        (40, None, 57, "<b>40</b> to <b>57</b>"),
        (1_200, None, None, "at least <b>1,200</b>"),
        (None, None, 25, "at most <b>25</b>"),
        (0, None, 0, "<b>0</b>"),
        (30, 35, 40, "<b>35</b> (<b>30</b> to <b>40</b>)"),
        (30, 30, None, "<b>30</b>"),
        (None, 30, 30, "<b>30</b>"),
        (20, 30, None, "<b>30</b> (at least <b>20</b>)"),
        (None, 30, None, "<b>30</b>"),
        (None, None, None, ""),
    ],
)
def test_a_number_and_the_bounds_it_lies_between(
    low: int | None, best: int | None, high: int | None, said: str
) -> None:
    assert wording.between(low, high, best) == said


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        ("dozens", "counted as at least 12, by ACLED’s codebook"),
        ("thousands", "counted as at least 1,000, the least it can mean"),
        ("nearly 300", "counted as at least 270, nine tenths of it"),
        ("about 40", ""),
        ("40", ""),
    ],
)
def test_words_that_say_no_number_are_said_to_be_counted(printed: str, says: str) -> None:
    assert wording.note(figures.read(printed)) == says


@pytest.mark.parametrize(
    ("whom", "said"),
    [("", "Killed"), ("people", "Killed"), ("civilians", "Killed, civilians")],
)
def test_people_at_large_are_not_named(whom: str, said: str) -> None:
    assert wording.what("killed", whom) == said
