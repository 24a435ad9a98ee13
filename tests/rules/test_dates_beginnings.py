"""A text is searched for dates where one can begin, and nowhere else: nothing is lost by it."""

import re
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.dates import Found, Unread, amounts, expressions, grammar, look_through, spans
from timeline.dates.beginnings import STARTS, beginnings

HERE = Path(__file__).resolve().parent
ARTICLES = HERE.parents[1] / "benchmarks" / "articles"
SENTENCES = HERE / "test_dates_sentences.txt"
PUBLISHED = date(2017, 10, 17)
PATTERNS = [
    *spans.points.patterns,
    *amounts.durations.patterns,
    rf"(?:{expressions.LEADING} )?today",
    rf"(?:at least )?(?:{spans.ONE_SIDED}|from)(?: the)? today",
    r"(?:(?:any|some) ?time )?between today",
]
WORDS = (
    "the a of on in at since until by last this next first third second early late mid may and "
    "or to - – / , . \n Sunday October Dec. 5 17 2016 19th week months night ago days year years "
    "spring Q3 two-year few final army's siege fighting fell town people men"
)


def everywhere(text: str) -> list[int]:
    return [found.start() for found in re.finditer(STARTS, text)]


def found_everywhere(text: str) -> list[Found | Unread]:
    with patch.object(grammar, "beginnings", everywhere):
        return list(look_through(text, published=PUBLISHED))


@pytest.mark.parametrize(
    "path", [*sorted(ARTICLES.rglob("*.txt")), SENTENCES], ids=lambda path: path.stem
)
def test_in_a_text_no_date_begins_where_none_is_looked_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(look_through(text, published=PUBLISHED)) == found_everywhere(text)


@settings(deadline=None)
@given(words=st.lists(st.sampled_from(WORDS.split(" ")), max_size=25))
def test_among_any_words_no_date_begins_where_none_is_looked_for(words: list[str]) -> None:
    text = " ".join(words)
    assert list(look_through(text, published=PUBLISHED)) == found_everywhere(text)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_a_rule_can_read_begins_where_it_is_looked_for(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(PATTERNS))
    phrase = data.draw(st.from_regex(re.compile(rf"\A(?:{pattern})\Z", re.ASCII)))
    assert beginnings(phrase)[:1] == [0]


def test_most_words_of_an_article_begin_no_date() -> None:
    text = grammar.small(next(ARTICLES.glob("dev-*.txt")).read_text(encoding="utf-8"))
    assert len(beginnings(text)) < len(everywhere(text)) / 3
