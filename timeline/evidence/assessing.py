"""The rule itself: from what the accounts count for to the grade."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum

from timeline.evidence.case import UN_BODY, Case
from timeline.evidence.grades import Grade
from timeline.evidence.weighing import BY_PARTIES, SOURCES, Weight, weigh


class Rule(Enum):
    """Which part of the rule gave the grade; the number is the one that readers are told."""

    RECORDED = 1
    REFUTED = 2
    DISPUTED = 3
    CONCEDED = 4
    INQUIRY = 5
    CORROBORATED = 6
    REPORTED = 7
    WEAK = 8
    PARTIES = 9
    NOBODY = 10


@dataclass(frozen=True, slots=True)
class Assessment:
    """The grade, the part of the rule that gave it, and the accounts that this part rests on.

    `decisive` holds one account for each source. `weights` tells of every account what it counts
    for. Both are in the order of the keys.
    """

    grade: Grade
    rule: Rule
    decisive: tuple[int, ...] = ()
    weights: tuple[tuple[int, Weight], ...] = ()

    @property
    def sources(self) -> int:
        """How many independent sources say so."""
        return sum(weight in SOURCES for _key, weight in self.weights)

    @property
    def by_parties(self) -> int:
        """How many of the accounts are words of parties, whatever they say."""
        return sum(weight in BY_PARTIES for _key, weight in self.weights)


def assess(case: Case) -> Assessment:
    """The grade of an event by the rule; the order of its accounts makes no difference."""
    if not case.accounts:
        if case.recorded is None:
            return Assessment(Grade.UNCONFIRMED, Rule.NOBODY)
        return Assessment(case.recorded, Rule.RECORDED)
    weighed = weigh(case)
    grade, rule, decisive = decide(case, weighed)
    return Assessment(grade, rule, tuple(sorted(decisive)), tuple(sorted(weighed.items())))


def decide(case: Case, weighed: Mapping[int, Weight]) -> tuple[Grade, Rule, list[int]]:
    """Goes through the rule from its second part on."""
    sources = having(weighed, *SOURCES)
    conceding = having(weighed, Weight.CONCESSION)
    if denying := having(weighed, Weight.DENIAL, Weight.PARTY_DENIAL):
        independent = one_a_source(case, having(weighed, Weight.DENIAL))
        if len(independent) > 1 and not sources and not conceding:
            return Grade.REFUTED, Rule.REFUTED, independent
        return Grade.DISPUTED, Rule.DISPUTED, denying
    if conceding:
        return Grade.CONFIRMED, Rule.CONCEDED, conceding
    if inquiry := un_body_and_another(case, weighed):
        return Grade.CONFIRMED, Rule.INQUIRY, inquiry
    if len(sources) > 1:
        return Grade.CORROBORATED, Rule.CORROBORATED, sources
    if sources:
        stands = weighed[sources[0]] == Weight.SOURCE
        rule = Rule.REPORTED if stands else Rule.WEAK
        return Grade.REPORTED if stands else Grade.UNCONFIRMED, rule, sources
    words = having(weighed, Weight.PARTY, Weight.PARTY_OUTLET)
    return Grade.UNCONFIRMED, Rule.PARTIES if words else Rule.NOBODY, words


def having(weighed: Mapping[int, Weight], *weights: Weight) -> list[int]:
    return [key for key, weight in weighed.items() if weight in weights]


def one_a_source(case: Case, keys: Collection[int]) -> list[int]:
    """The first account of each outlet among these."""
    first: dict[int, int] = {}
    for account in sorted(case.accounts, key=lambda each: each.key):
        if account.key in keys:
            first.setdefault(account.outlet, account.key)
    return list(first.values())


def un_body_and_another(case: Case, weighed: Mapping[int, Weight]) -> list[int]:
    """An account by a UN body and one by somebody else in another outlet; empty if not both."""
    counted = SOURCES | {Weight.AGAIN, Weight.COPY}
    independent = sorted(
        (account for account in case.accounts if weighed[account.key] in counted),
        key=lambda account: account.key,
    )
    for inquiry in (each for each in independent if each.claimant == UN_BODY):
        for other in independent:
            if other.claimant != UN_BODY and other.outlet != inquiry.outlet:
                return [inquiry.key, other.key]
    return []
