"""First headlines, from kind, roles and city."""

from __future__ import annotations

import pytest

from timeline.models.vocabulary import Kind, Role
from timeline.wording.headline_patterns import PATTERNS
from timeline.wording.headlines import headline

SDF, ISIS = "SDF", "ISIS"


@pytest.mark.parametrize(
    ("kind", "parties", "city", "expected"),
    [
        (
            Kind.CAPTURED,
            [(Role.CAPTOR, SDF), (Role.FORMER_HOLDER, ISIS)],
            "Raqqa",
            "SDF captures Raqqa from ISIS",
        ),
        (Kind.CAPTURED, [(Role.CAPTOR, SDF)], "Raqqa", "SDF captures Raqqa"),
        (Kind.CAPTURED, [], "Raqqa", "Raqqa is captured"),
        (Kind.CAPTURED, [(Role.FORMER_HOLDER, ISIS)], "Raqqa", "ISIS loses Raqqa"),
        (Kind.SURRENDER, [(Role.SIGNATORY, ISIS)], "Raqqa", "ISIS surrenders in Raqqa"),
        (
            Kind.AGREEMENT,
            [(Role.SIGNATORY, SDF), (Role.SIGNATORY, ISIS)],
            "Raqqa",
            "SDF, ISIS reach an agreement on Raqqa",
        ),
        (Kind.OTHER, [(Role.PARTICIPANT, SDF)], "Raqqa", ""),
        ("", [(Role.PARTICIPANT, SDF)], "Raqqa", ""),
        (Kind.CAPTURED, [(Role.SUPPORTER, SDF)], "", ""),
    ],
)
def test_a_headline_says_as_much_as_is_known(
    kind: str, parties: list[tuple[str, str]], city: str, expected: str
) -> None:
    assert headline(kind, parties, city) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Iraqi security forces", "Iraqi security forces shell Raqqa"),
        ("Houthis", "Houthis shell Raqqa"),
        ("ISIS", "ISIS shells Raqqa"),
        ("Syrian army", "Syrian army shells Raqqa"),
    ],
)
def test_the_verb_agrees_with_who_does_it(name: str, expected: str) -> None:
    assert headline(Kind.SHELLING, [(Role.ATTACKER, name)], "Raqqa") == expected


def test_every_kind_has_its_patterns() -> None:
    assert set(PATTERNS) == set(Kind)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.OTHER])
def test_a_city_alone_is_enough_for_a_headline(kind: Kind) -> None:
    assert "Raqqa" in headline(kind, [], "Raqqa")
