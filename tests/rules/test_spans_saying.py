"""What one event says of who holds its city, by its kind and the roles in it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from timeline.spans import Change, Evidence
from timeline.spans.kin import Links
from timeline.spans.saying import Happening, Part, said

A, B, C, GROUP = 1, 2, 3, 4
DAY = date(2015, 10, 17)
# C was part of the group from 10 October 2015 on, which was part of B until the end of 2014.
LINKS: Links = {C: [(GROUP, date(2015, 10, 10), None)], GROUP: [(B, None, date(2014, 12, 31))]}
HANDOVER, LEFT, STATED = Change.HANDED_OVER, Change.LEFT, Change.STATED

SAYINGS: list[tuple[str, dict[str, list[int]], tuple[Change, set[int], set[int]] | None]] = [
    ("captured", {"captor": [A], "former_holder": [B]}, (HANDOVER, {A}, {B})),
    ("captured", {"captor": [A], "supporter": [B]}, (HANDOVER, {A}, set())),
    ("captured", {"captor": [A], "holder": [B]}, (HANDOVER, {A, B}, set())),
    ("captured", {"captor": [A], "former_holder": [A, B]}, (HANDOVER, {A}, {B})),
    ("captured", {"captor": [A], "holder": [B], "former_holder": [B]}, (HANDOVER, {A, B}, {B})),
    ("captured", {"attacker": [A], "former_holder": [B]}, None),
    ("transferred", {"captor": [A]}, (HANDOVER, {A}, set())),
    ("agreement", {"signatory": [A, B]}, None),
    ("agreement", {"captor": [A], "signatory": [B]}, (HANDOVER, {A}, set())),
    ("surrender", {"captor": [A], "signatory": [B]}, (HANDOVER, {A}, {B})),
    ("surrender", {"captor": [A], "signatory": [A, B]}, (HANDOVER, {A}, {B})),
    ("surrender", {"captor": [A], "signatory": [B], "former_holder": [C]}, (HANDOVER, {A}, {C})),
    ("withdrew", {"former_holder": [A]}, (LEFT, set(), {A})),
    ("withdrew", {"participant": [A]}, (LEFT, set(), {A})),
    ("withdrew", {"former_holder": [A], "participant": [B]}, (LEFT, set(), {A})),
    ("withdrew", {"former_holder": [A], "captor": [B]}, (HANDOVER, {B}, {A})),
    ("withdrew", {"former_holder": [A], "holder": [B]}, (HANDOVER, {B}, {A})),
    ("withdrew", {"supporter": [A]}, None),
    ("besieged", {"attacker": [A], "defender": [B]}, (STATED, {B}, set())),
    ("besieged", {"attacker": [A], "target": [B]}, (STATED, {B}, set())),
    ("besieged", {"defender": [A], "holder": [B]}, (STATED, {B}, set())),
    ("besieged", {"attacker": [A]}, None),
    ("siege_lifted", {"attacker": [A], "defender": [B]}, None),
    ("siege_lifted", {"attacker": [A], "holder": [A]}, (STATED, {A}, set())),
    ("air_strike", {"perpetrator": [A], "holder": [B]}, (STATED, {B}, set())),
    ("air_strike", {"perpetrator": [A], "defender": [B]}, None),
    # Of a faction and a group it was part of then only the larger stands.
    ("captured", {"captor": [C, GROUP]}, (HANDOVER, {GROUP}, set())),
    ("captured", {"captor": [C, B]}, (HANDOVER, {C, B}, set())),
    ("captured", {"captor": [A], "former_holder": [C, GROUP]}, (HANDOVER, {A}, {GROUP})),
]


def happening(kind: str, roles: dict[str, list[int]], **columns: Any) -> Happening:
    parts = tuple(Part(faction, role) for role, named in roles.items() for faction in named)
    given = {"grade": "reported", "parts": parts, "earliest": DAY, "latest": DAY, **columns}
    return Happening(key=1, kind=kind, **given)


def told(kind: str, roles: dict[str, list[int]], **columns: Any) -> Evidence:
    found = said(happening(kind, roles, **columns), LINKS)
    assert found
    return found


@pytest.mark.parametrize(("kind", "roles", "expected"), SAYINGS)
def test_kind_and_roles_say_it(
    kind: str, roles: dict[str, list[int]], expected: tuple[Change, set[int], set[int]] | None
) -> None:
    found = said(happening(kind, roles), LINKS)
    assert (found and (found.change, set(found.holders), set(found.former))) == expected


def test_holders_on_two_sides_contest_it() -> None:
    one, other, third = (Part(A, "holder", 1), Part(B, "holder", 2), Part(C, "holder"))
    assert told("clash", {}, parts=(one, other)).contested
    assert not told("clash", {}, parts=(one, third)).contested


@pytest.mark.parametrize("grade", ["unconfirmed", "disputed"])
def test_what_is_unconfirmed_or_disputed_is_weak(grade: str) -> None:
    assert told("captured", {"captor": [A]}, grade=grade).weak
    assert not told("captured", {"captor": [A]}, grade="reported").weak


def test_what_is_refuted_says_nothing() -> None:
    assert said(happening("captured", {"captor": [A]}, grade="refuted"), LINKS) is None


DAYS: list[tuple[str, dict[str, Any], tuple[int | None, int | None]]] = [
    ("captured", {"earliest": date(2015, 10, 10)}, (10, 17)),
    ("captured", {"earliest": None}, (None, 17)),
    ("captured", {"latest": None}, (17, None)),
    ("captured", {"earliest": date(2015, 10, 10), "lasted": True}, (10, 17)),
    # A siege that lasted tells of the day on which it began.
    ("besieged", {"earliest": date(2015, 10, 10), "lasted": True}, (10, 10)),
    ("besieged", {"earliest": None, "lasted": True}, (None, 17)),
    (
        "besieged",
        {"earliest": date(2015, 10, 10), "lasted": True, "start_latest": date(2015, 10, 12)},
        (10, 12),
    ),
    # About a date reaches farther to both sides: its own length, and seven days at least.
    ("captured", {"circa": True}, (10, 24)),
    ("captured", {"circa": True, "earliest": date(2015, 10, 11), "latest": None}, (4, None)),
    (
        "captured",
        {"circa": True, "earliest": date(2015, 10, 11), "latest": date(2015, 10, 20)},
        (1, 30),
    ),
]


@pytest.mark.parametrize(("kind", "when", "expected"), DAYS)
def test_it_says_so_of_the_days_on_which_it_can_have_happened(
    kind: str, when: dict[str, Any], expected: tuple[int | None, int | None]
) -> None:
    found = told(kind, {"captor": [A], "defender": [B]}, **when)
    assert (
        found.earliest and found.earliest.day,
        found.latest and found.latest.day,
    ) == expected
