"""The method says the same in every language that it is translated into."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.utils import translation

from tests.rules.test_method import Table, Tables
from timeline.method import Method, document, in_language, method, taken_apart
from timeline.wording.rules import SENTENCES

NUMBERS = re.compile(r"\d[\d-]*")
UNSEEN = re.compile("[\u2066-\u2069]")


@pytest.fixture(params=[code for code in settings.TRANSLATED if document(code).exists()])
def translated(request: pytest.FixtureRequest) -> Method:
    return in_language(request.param)


def tables(document: Method) -> list[Table]:
    reader = Tables()
    for section in document.sections:
        reader.feed(section.html)
    return reader.found


def cells(document: Method) -> list[list[str]]:
    return [
        [UNSEEN.sub("", cell) for cell in row.values()]
        for table in tables(document)
        for row in table.rows
    ]


def test_the_method_is_in_arabic_too() -> None:
    with translation.override("ar"):
        assert method().language == "ar"


def test_a_language_without_a_translation_reads_the_english_one() -> None:
    with translation.override("fr"):
        assert method().language == "en"


def test_a_translation_has_the_same_sections_under_the_same_names(translated: Method) -> None:
    names = [section.name for section in in_language("en").sections]
    assert [section.name for section in translated.sections] == names


def test_a_translation_has_as_many_rules_in_each_section(translated: Method) -> None:
    for here, there in zip(in_language("en").sections, translated.sections, strict=True):
        assert there.html.count("<li>") == here.html.count("<li>"), here.name


def test_a_translation_has_the_same_worked_examples(translated: Method) -> None:
    for here, there in zip(cells(in_language("en")), cells(translated), strict=True):
        # Of the last cell, which can be a rule in a sentence, the numbers may be in letters.
        assert len(there) == len(here)
        for one, other in zip(here[:-1], there[:-1], strict=True):
            assert NUMBERS.findall(other) == NUMBERS.findall(one), here


def test_a_rule_of_dating_reads_as_on_the_page_of_an_event(translated: Method) -> None:
    with translation.override("en"):
        keys = {str(sentence): key for key, sentence in SENTENCES.items()}
    with translation.override(translated.language):
        for here, there in zip(cells(in_language("en")), cells(translated), strict=True):
            if here[-1] in keys:
                assert there[-1] == str(SENTENCES[keys[here[-1]]])


def test_a_day_stays_in_one_piece_and_a_range_may_break_between_its_days() -> None:
    lone, ranged = "read on 2017-10-17", "[2017-10-13..2017-10-17]"
    told = taken_apart(f'# T\n\n## <a id="x"></a>X\n\n{lone}\n\n{ranged}\n', "en").sections[0].html
    assert "on <time>2017-10-17</time>" in told
    assert "[<time>2017-10-13</time>..<wbr><time>2017-10-17</time>]" in told
