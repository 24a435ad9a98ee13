"""Quotations stand between the marks of their own language."""

import pytest

from timeline.wording.quoting import quoted


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“words”"),
        ("ar", "«words»"),
        ("ar-SY", "«words»"),
        ("de", "„words“"),
        ("fr", "«\u202fwords\u202f»"),
        ("", "“words”"),
        ("tlh", "“words”"),
    ],
)
def test_the_language_of_the_quotation_decides_its_marks(language: str, expected: str) -> None:
    assert quoted("words", language) == expected
