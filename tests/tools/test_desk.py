"""What the desk shows of an article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.desk import Mark, Piece, What, marked

TEXT = "The alliance took Raqqa on Tuesday."


def words(pieces: tuple[Piece, ...]) -> list[object]:
    """Plain words as they are, marked ones as (what, pieces within)."""
    return [(p.mark.what.value, words(p.pieces)) if p.mark else p.text for p in pieces]


def mark(phrase: str, what: What) -> Mark:
    start = TEXT.index(phrase)
    return Mark(start, start + len(phrase), what)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [TEXT]),
        (
            [mark("Raqqa", What.CITY)],
            ["The alliance took ", ("city", ["Raqqa"]), " on Tuesday."],
        ),
        (
            [mark("on Tuesday", What.DATE), mark("took Raqqa on Tuesday", What.USED)],
            ["The alliance ", ("used", ["took Raqqa ", ("date", ["on Tuesday"])]), "."],
        ),
        (
            [mark("alliance took", What.USED), mark("took Raqqa", What.PROPOSED)],
            [
                "The ",
                ("used", ["alliance ", ("proposed", ["took"])]),
                ("proposed", [" Raqqa"]),
                " on Tuesday.",
            ],
        ),
        (
            [mark("Raqqa", What.CITY), mark("Raqqa", What.USED)],
            ["The alliance took ", ("used", [("city", ["Raqqa"])]), " on Tuesday."],
        ),
    ],
    ids=["none", "one", "one within another", "two that cross", "two of the same words"],
)
def test_marks_lie_within_each_other(marks: list[Mark], expected: list[object]) -> None:
    assert words(marked(TEXT, marks)) == expected


def leaves(
    pieces: tuple[Piece, ...], upon: tuple[Mark, ...] = ()
) -> Iterator[tuple[int, str, set[Mark]]]:
    for piece in pieces:
        over = (*upon, piece.mark) if piece.mark else upon
        if piece.pieces:
            yield from leaves(piece.pieces, over)
        else:
            yield piece.start, piece.text, set(over)


places = st.integers(min_value=0, max_value=30)
any_marks = st.lists(st.builds(Mark, places, places, st.sampled_from(What)), max_size=12)


@given(any_marks, st.integers(min_value=0, max_value=20), st.text(max_size=12))
@settings(deadline=None)
def test_every_letter_stands_once_and_under_its_own_marks(
    marks: list[Mark], start: int, text: str
) -> None:
    pieces = list(leaves(marked(text, marks, start=start)))
    assert "".join(piece for _, piece, _ in pieces) == text
    for at, piece, upon in pieces:
        for place in range(at, at + len(piece)):
            assert upon == {mark for mark in marks if mark.start <= place < mark.end}
            assert text[place - start] == piece[place - at]
