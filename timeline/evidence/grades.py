"""The grades, from the weakest to the strongest, and which of two counts."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """From the weakest to the strongest: a grade is above those before it."""

    REFUTED = "refuted"
    DISPUTED = "disputed"
    UNCONFIRMED = "unconfirmed"
    REPORTED = "reported"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"


LADDER = tuple(Grade)


def is_above(one: str, other: str) -> bool:
    """Whether the first grade claims more than the second."""
    return LADDER.index(Grade(one)) > LADDER.index(Grade(other))


def in_force(by_rule: str, chosen: str, reason: str) -> str:
    """The grade that counts, where an editor has chosen one; "" is none.

    A reason lets it stand as chosen; without one it can only lower what the rule gives.
    """
    if not chosen:
        return by_rule
    if not reason.strip() and is_above(chosen, by_rule):
        return by_rule
    return chosen
