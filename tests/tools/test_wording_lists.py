"""Several words one after the other, as each language puts them."""

import pytest
from django.utils import translation

from timeline.wording.lists import joined, listed


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", [], ""),
        ("en", ["ISIS"], "ISIS"),
        ("en", ["SDF", "YPG"], "SDF and YPG"),
        ("en", ["SDF", "YPG", "YPJ", "ISIS"], "SDF, YPG, YPJ and ISIS"),
        ("ar", ["قسد"], "قسد"),
        ("ar", ["قسد", "البيشمركة"], "قسد والبيشمركة"),
        ("ar", ["قسد", "البيشمركة", "روسيا"], "قسد والبيشمركة وروسيا"),
    ],
)
def test_a_whole_is_named_with_and_which_arabic_says_each_time(
    language: str, words: list[str], expected: str
) -> None:
    with translation.override(language):
        assert joined(words) == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [("en", [], ""), ("en", ["SDF", "YPG"], "SDF, YPG"), ("ar", ["قسد", "روسيا"], "قسد، روسيا")],
)
def test_a_list_stands_between_the_commas_of_the_language(
    language: str, words: list[str], expected: str
) -> None:
    with translation.override(language):
        assert listed(words) == expected
