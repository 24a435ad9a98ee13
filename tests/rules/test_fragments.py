"""Links that land on the quoted words."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import fragments

URL = "https://wire.example/a"
BODY = (
    "The army left. On Tuesday the fighting stopped. The last fighters laid down their arms before"
    " noon, a spokesman said.\n\nOn Tuesday the fighting stopped in the north, too."
)


def directive(words: str, body: str = BODY, *, nth: int = 0) -> str:
    start = -1
    for _ in range(nth + 1):
        start = body.index(words, start + 1)
    return fragments.directive(body, start, start + len(words))


def test_words_that_stand_once_are_named_alone() -> None:
    assert directive("laid down their arms") == "text=laid%20down%20their%20arms"


@pytest.mark.parametrize(
    ("words", "encoded"),
    [
        ("a spokesman, said", "a%20spokesman%2C%20said"),
        ("pro-Turkish", "pro%2DTurkish"),
        ("B & C", "B%20%26%20C"),
        ("100% sure", "100%25%20sure"),
        ("قوات سوريا", "%D9%82%D9%88%D8%A7%D8%AA%20%D8%B3%D9%88%D8%B1%D9%8A%D8%A7"),
        ("“so”", "%E2%80%9Cso%E2%80%9D"),
    ],
)
def test_what_separates_the_terms_is_encoded_and_so_is_all_else(words: str, encoded: str) -> None:
    assert directive(words, f"He said {words} there.") == f"text={encoded}"


def test_words_that_stand_twice_are_told_apart_by_those_around_them() -> None:
    assert directive("the fighting stopped", nth=0) == ("text=the%20fighting%20stopped,-.%20The")
    assert directive("the fighting stopped", nth=1) == "text=the%20fighting%20stopped,-in"
    assert directive("fell", "Raqqa fell. Mosul fell.", nth=1) == "text=Mosul-,fell"


def test_case_and_blanks_make_no_other_words() -> None:
    body = "ON  TUESDAY it began.\nIt ended on Tuesday."
    assert directive("on Tuesday", body) == "text=ended-,on%20Tuesday"


def test_a_part_of_a_word_is_no_second_place() -> None:
    assert directive("arm", "The army lost an arm.", nth=1) == "text=arm"


def test_a_word_that_was_cut_is_made_whole() -> None:
    assert fragments.directive("the fighting stopped", 6, 10) == "text=fighting"


def test_a_long_quotation_is_named_by_its_ends() -> None:
    words = " ".join(f"word{number}" for number in range(80))
    assert directive(words, f"Before. {words} After.") == (
        "text=word0%20word1%20word2%20word3,word76%20word77%20word78%20word79"
    )


def test_the_ends_grow_until_they_are_the_first_of_their_kind() -> None:
    words = "It was said that " + " ".join(f"word{number}" for number in range(80))
    body = f"It was said that he came. {words}."
    assert directive(words, body).startswith("text=It%20was%20said%20that%20word0,")


def test_ends_that_are_never_alone_are_told_apart_by_the_words_around_them() -> None:
    words = "so on and on " * 30
    body = f"First {words}once. Second {words}twice."
    start = body.index("Second") + len("Second ")
    made = fragments.directive(body, start, start + len(words))
    assert made.startswith("text=Second-,")


def test_a_quotation_over_paragraphs_is_named_by_its_ends() -> None:
    words = "a spokesman said.\n\nOn Tuesday the fighting stopped in the north"
    assert directive(words) == "text=a%20spokesman%20said.,stopped%20in%20the%20north"


@pytest.mark.parametrize(
    ("url", "begins"),
    [
        (URL, f"{URL}#:~:text="),
        (f"{URL}?page=2", f"{URL}?page=2#:~:text="),
        (f"{URL}#live", f"{URL}#live:~:text="),
        (f"{URL}#:~:text=other", f"{URL}#:~:text="),
    ],
)
def test_a_fragment_that_the_address_has_stays(url: str, begins: str) -> None:
    made = fragments.link(url, BODY, 0, 8)
    assert made == f"{begins}The%20army"


def test_without_words_or_address_there_is_nothing_to_land_on() -> None:
    assert fragments.link(URL, BODY, 3, 4) == URL
    assert fragments.link("", BODY, 0, 8) == ""


def landing(body: str, made: str) -> tuple[int, int] | None:
    """Where a browser would go: the first match, by the words of the standard."""
    text = fragments._folded(" ".join(body.split()))
    terms = [fragments._folded(unquote(term)) for term in made.removeprefix("text=").split(",")]
    raw = made.removeprefix("text=").split(",")
    prefix = terms.pop(0)[:-1] if raw[0].endswith("-") else ""
    suffix = terms.pop()[1:] if raw[-1].startswith("-") else ""
    head, tail = terms[0], terms[1] if len(terms) > 1 else ""
    for at in fragments._places(head, text):
        if not text[:at].rstrip().endswith(prefix):
            continue
        for close in fragments._places(tail, text, at + len(head)) if tail else [at]:
            stop = close + len(tail or head)
            if text[stop:].lstrip().startswith(suffix):
                return at, stop
    return None


WORDS = st.lists(st.sampled_from(["on", "and", "the", "army", "fell", "Raqqa"]), min_size=1)


@settings(deadline=None)
@given(WORDS, WORDS, st.lists(st.integers(0, 400), min_size=80, max_size=90))
def test_the_link_lands_on_the_words(
    before: list[str], after: list[str], numbers: list[int]
) -> None:
    words = " ".join(map(str, numbers))
    body = " ".join([*before, words, *after])
    start = body.index(words)
    made = fragments.directive(body, start, start + len(words))
    assert landing(body, made) == (start, start + len(words))


@settings(deadline=None)
@given(st.text(max_size=80), st.text(min_size=1, max_size=400), st.text(max_size=80))
def test_no_sign_of_any_text_gets_into_the_grammar(before: str, words: str, after: str) -> None:
    body = before + words + after
    made = fragments.link(URL, body, len(before), len(before) + len(words))
    rest = made.removeprefix(URL).removeprefix("#:~:text=")
    assert rest.isascii()
    assert rest.count(",") <= 3
    assert not set(rest) & set(" &\"'<>#")
