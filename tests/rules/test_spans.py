"""Who held a city when: every sentence of the rule as a course, and what always holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.spans import Change, Evidence, Span, State, spans

COURSES = Path(__file__).with_name("test_spans_courses.txt")
FACTIONS = "ABCDEmw"  # m is a member of A; w was merged into A
NUMBER = {letter: number for number, letter in enumerate(FACTIONS, start=1)}
BELONGS = {NUMBER["m"]: {NUMBER["A"]}, NUMBER["w"]: {NUMBER["A"]}}

# Evidence is told as `days verb`, days of January 2015: `5`, `5-9` (one of these), `-9`, `5-`;
# `B<A` hands over from A to B, `B<` from nobody said, `A goes` leaves, `A` states that A holds,
# `A+B` both together, `A/B` each a part; a `~` before it says that the evidence is weak.
# A course is told alike: `A>B` is changing hands from A to B, `?` not known.


def courses() -> Iterator[tuple[str, str, str]]:
    """What each shows, its evidence, its course."""
    claim = ""
    for line in COURSES.read_text().splitlines():
        if line.startswith("    "):
            told, course = line.split("|")
            yield claim, told.strip(), course.strip()
        elif line and not line.startswith("#"):
            claim = line


@pytest.mark.parametrize(
    ("told", "course"),
    [pytest.param(*row, id=claim.replace(" ", "-")) for claim, *row in courses()],
)
def test_the_course_follows_from_the_evidence(told: str, course: str) -> None:
    assert words(spans(evidence(told), BELONGS)) == course


def evidence(told: str) -> list[Evidence]:
    return [one(key, piece) for key, piece in enumerate(filter(None, told.split("; ")), start=1)]


def one(key: int, piece: str) -> Evidence:
    days, what = piece.split(" ", 1)
    weak, what = what.startswith("~"), what.removeprefix("~").removesuffix(" holds")
    first, last = interval(days)
    change, holders, former = Change.STATED, what, ""
    if what.endswith(" goes"):
        change, holders, former = Change.LEFT, "", what.removesuffix(" goes")
    elif "<" in what:
        change = Change.HANDED_OVER
        holders, former = what.split("<")
    contested = "/" in holders
    return Evidence(
        key, change, named(holders), named(former), first, last, contested=contested, weak=weak
    )


def named(letters: str) -> frozenset[int]:
    return frozenset(NUMBER[letter] for letter in re.split(r"[+/]", letters) if letter)


def interval(days: str) -> tuple[date | None, date | None]:
    if "-" not in days:
        return day(days), day(days)
    first, last = days.split("-")
    return (day(first) if first else None), (day(last) if last else None)


def day(number: str | int) -> date:
    return date(2015, 1, int(number))


def words(course: Iterable[Span]) -> str:
    return ", ".join(f"{in_days(span)} {in_state(span)}" for span in course)


def in_days(span: Span) -> str:
    first, last = (str(each.day) if each else "" for each in (span.first, span.last))
    return first if first == last and first else f"{first}-{last}"


def in_state(span: Span) -> str:
    if span.state is State.UNKNOWN:
        return "?"
    joined = "/" if span.state is State.CONTESTED else "+"
    holders, coming = (letters(each, joined) for each in (span.holders, span.coming))
    return f"{holders}>{coming}" if span.state is State.CHANGING else holders


def letters(numbers: frozenset[int], joined: str) -> str:
    return joined.join(FACTIONS[number - 1] for number in sorted(numbers))


# What each stretch rests on


def test_a_change_is_led_to_the_event_that_made_it() -> None:
    before, held, after = spans(evidence("5 B<A; 9 C<B"))
    assert [span.began_by for span in (before, held, after)] == [set(), {1}, {2}]
    assert [span.ended_by for span in (before, held, after)] == [{1}, {2}, set()]
    assert not held.proven_by


def test_what_agrees_proves() -> None:
    plain, proven = spans(evidence("2 A<")), spans(evidence("2 A<; 5 A; 6 A<; 8 ~A"))
    assert words(plain) == words(proven)
    assert [span.proven_by for span in proven] == [{2, 3, 4}]


def test_a_contradiction_rests_on_both() -> None:
    _before, held, contest, _after = spans(evidence("5 B<A; 10 D<C"))
    assert contest.began_by == {1, 2}
    assert contest.ended_by == {2}
    assert held.ended_by == {1, 2}


def test_a_leaving_that_is_one_change_with_a_handover_made_it_too() -> None:
    *_before, after = spans(evidence("2 A<; 8 A goes; 8 B<A"))
    assert after.began_by == {2, 3}


def test_what_ended_a_weak_contest_is_told() -> None:
    _before, contest, _after = spans(evidence("2 A<; 5 ~B<A; 9 A"))
    assert contest.began_by == {2}
    assert contest.ended_by == {3}


# What always holds

DAYS = st.integers(1, 20)
ENDS = st.one_of(st.none(), DAYS)
SOME = st.frozensets(st.integers(1, 7), min_size=1, max_size=3)


@st.composite
def pieces(draw: st.DrawFn, *, dated: bool = False) -> Evidence:
    change = draw(st.sampled_from(Change))
    first, last = draw(DAYS if dated else ENDS), draw(DAYS if dated else ENDS)
    if first and last and first > last:
        first, last = last, first
    holders = frozenset() if change is Change.LEFT else draw(SOME)
    former = frozenset() if change is Change.STATED else draw(st.one_of(st.just(frozenset()), SOME))
    if change is Change.LEFT and not former:
        former = draw(SOME)
    return Evidence(
        key=0,
        change=change,
        holders=holders,
        former=former - holders,
        earliest=day(first) if first else None,
        latest=day(last) if last else None,
        contested=draw(st.booleans()),
        weak=draw(st.sampled_from([False, False, False, True])),
    )


def numbered(found: Iterable[Evidence]) -> list[Evidence]:
    return [Evidence(**{**one.__dict__, "key": key}) for key, one in enumerate(found, start=1)]


records = st.lists(pieces(), max_size=7).map(numbered)
often = settings(deadline=None, max_examples=150)


@often
@given(records)
def test_stretches_follow_each_other_without_a_gap_and_never_overlap(told: list[Evidence]) -> None:
    course = spans(told, BELONGS)
    for one, following in pairwise(course):
        assert one.last
        assert following.first == one.last + timedelta(days=1)
        assert (one.state, one.holders, one.coming) != (
            following.state,
            following.holders,
            following.coming,
        )
    assert all(span.last is None for span in course[-1:])


@often
@given(records)
def test_every_stretch_has_a_day_and_fits_its_state(told: list[Evidence]) -> None:
    for span in spans(told, BELONGS):
        assert span.first is None or span.last is None or span.first <= span.last
        assert (span.state is State.UNKNOWN) == (not span.holders and not span.coming) or (
            span.state is State.CHANGING
        )
        assert span.state is State.CHANGING or not span.coming
        assert span.state is not State.CONTESTED or len(span.holders) > 1


@often
@given(records, st.randoms())
def test_the_order_of_entry_does_not_matter(told: list[Evidence], chance: object) -> None:
    mixed = list(told)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert spans(mixed, BELONGS) == spans(told, BELONGS)


@often
@given(records, st.permutations(range(1, 8)))
def test_the_numbers_that_events_were_given_do_not_matter(
    told: list[Evidence], others: list[int]
) -> None:
    renamed = [Evidence(**{**one.__dict__, "key": others[one.key - 1]}) for one in told]
    assert words(spans(renamed, BELONGS)) == words(spans(told, BELONGS))


@often
@given(records)
def test_nothing_begins_outside_the_days_of_its_events(told: list[Evidence]) -> None:
    days = {one.key: one for one in told}
    for span in spans(told, BELONGS):
        if span.first is None:
            continue
        assert span.began_by
        assert any(touches(days[key], span.first) for key in span.began_by)


def touches(one: Evidence, first: date) -> bool:
    """Whether the day is one of its days, or the day after the last of them."""
    after = one.latest + timedelta(days=1) if one.latest else None
    return (one.earliest is None or one.earliest <= first) and (after is None or first <= after)


@often
@given(records)
def test_nobody_holds_a_city_whom_no_evidence_names(told: list[Evidence]) -> None:
    names = frozenset[int]().union(*(one.holders | one.former for one in told))
    for span in spans(told, BELONGS):
        assert span.holders | span.coming <= names


@often
@given(records)
def test_every_stretch_rests_on_evidence(told: list[Evidence]) -> None:
    keys = {one.key for one in told}
    for span in spans(told, BELONGS):
        rests = span.began_by | span.ended_by | span.proven_by
        assert rests
        assert rests <= keys
        assert not span.proven_by & (span.began_by | span.ended_by)


@often
@given(st.lists(pieces(dated=True), min_size=1, max_size=6).map(numbered))
def test_the_course_covers_all_days_from_the_first_evidence_on(told: list[Evidence]) -> None:
    said = [one for one in told if not one.weak and one.change is Change.HANDED_OVER]
    strong = [one.earliest for one in said if one.earliest]
    course = spans(told, BELONGS)
    if strong:
        assert course[0].first is None or course[0].first <= min(strong)
        assert course[-1].last is None


@often
@given(records, st.integers(1, 31))
def test_a_statement_of_what_is_held_anyway_changes_nothing_but_proofs(
    told: list[Evidence], number: int
) -> None:
    """Where nothing is contradicted: else the holder was last heard of on another day."""
    told = [one for one in told if not one.weak]
    course = spans(told, BELONGS)
    on = next((span for span in course if covers(span, day(number))), None)
    if on is None or on.state is not State.HELD:
        return
    agreeing = Evidence(
        key=99,
        change=Change.STATED,
        holders=on.holders,
        former=frozenset(),
        earliest=day(number),
        latest=day(number),
    )
    with_it = spans([*told, agreeing], BELONGS)
    if any(span.state is State.CONTESTED for span in [*course, *with_it]):
        return
    if on.first is not None:
        assert words(with_it) == words(course)


def covers(span: Span, on: date) -> bool:
    return (span.first is None or span.first <= on) and (span.last is None or on <= span.last)
