"""How well an event is known: a grade that follows from who says what, and why.

The rule, in the order in which it is applied; numbers in brackets are those of `Rule`:

A *party* is a faction that the event names, a group it belonged to, or a part of it, on the days
of the event. A *party's word* is what a party to the conflict claims, or anybody whose faction is
a party, or what an outlet prints that a party runs. A *source* is an outlet; an article that
retells another counts as the outlet of that other one, wherever it is printed. A source is
*independent* if it asserts or concedes in an account that is no party's word, and *of standing* if
it is neither new media nor of a scale that fits no other, or if a monitor, a UN body or a
journalist on site speaks there.

1. A data set's record that no account tells of has the grade of its data set.
2. *Refuted*: two or more independent sources deny it, and nobody but parties asserts it.
3. *Disputed*: somebody denies it, be it conceded otherwise.
4. *Confirmed*: the party that it burdens concedes it, in an outlet that no other party runs.
5. *Confirmed*: a UN body and another independent source both say so.
6. *Corroborated*: two or more independent sources.
7. *Reported*: one independent source of standing.
8. *Unconfirmed*: one independent source without standing;
9. parties' words only;
10. nobody at all.

Who doubts neither supports nor disputes. After the field guide of the project (confidence), which
follows Airwars: a word against oneself weighs, a word for oneself does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum


class Grade(StrEnum):
    """From the weakest to the strongest: a grade is above those before it."""

    REFUTED = "refuted"
    DISPUTED = "disputed"
    UNCONFIRMED = "unconfirmed"
    REPORTED = "reported"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"


LADDER = tuple(Grade)


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


class Weight(StrEnum):
    """What one account counts for."""

    SOURCE = "source"  # an independent source of standing
    WEAK_SOURCE = "weak_source"  # an independent source without
    AGAIN = "again"  # the same source as another account that counts
    COPY = "copy"  # retells what another account that counts is from
    CONCESSION = "concession"  # by the party that it burdens
    PARTY = "party"  # a party's word
    PARTY_OUTLET = "party_outlet"  # printed by an outlet that a party runs
    DENIAL = "denial"
    PARTY_DENIAL = "party_denial"
    DOUBT = "doubt"
    PARTY_DOUBT = "party_doubt"


SOURCES = frozenset({Weight.SOURCE, Weight.WEAK_SOURCE})
BY_PARTIES = frozenset(
    {
        *(Weight.CONCESSION, Weight.PARTY, Weight.PARTY_OUTLET),
        *(Weight.PARTY_DENIAL, Weight.PARTY_DOUBT),
    }
)


ASSERTS, DENIES, CONCEDES, DOUBTS = "asserts", "denies", "concedes", "doubts"
PARTY_TO_CONFLICT, UN_BODY = "party_to_conflict", "un_body"
OF_STANDING = frozenset({"monitor_ngo", UN_BODY, "journalist_on_site"})
WITHOUT_STANDING = frozenset({"new_media", "other"})

BATTLES = frozenset(
    {
        *("captured", "transferred", "withdrew", "besieged", "siege_lifted", "base_established"),
        *("clash", "offensive_began", "offensive_ended", "surrender", "agreement"),
    }
)
"""Kinds that two armed sides settle between them: the burden is on who loses."""
LEAVING = frozenset({"withdrew", "surrender"})


def burdens(kind: str, role: str) -> bool:
    """Whether an event of this kind speaks against who has this role in it."""
    if role in {"perpetrator", "accused", "former_holder"}:
        return True
    if role == "participant":
        return kind in LEAVING
    return role == ("defender" if kind in BATTLES else "attacker")


@dataclass(frozen=True, slots=True)
class Account:
    """One account: `outlet` is the one it counts for, with its `scale`; None is nobody.

    Of a copy that is the outlet of the article at the end of the chain of retelling. `owners` are
    the factions that run it or the outlet that prints the copy.
    """

    key: int
    outlet: int
    stance: str = ASSERTS
    claimant: str = "media_report"
    faction: int | None = None
    scale: str = "national"
    owners: frozenset[int] = frozenset()
    copied: bool = False

    @property
    def supports(self) -> bool:
        return self.stance in {ASSERTS, CONCEDES}

    @property
    def speakers(self) -> frozenset[int]:
        """Whose words these are, as far as factions go: the claimant's, else the outlet's own."""
        return self.owners if self.faction is None else frozenset({self.faction})

    @property
    def has_standing(self) -> bool:
        return self.claimant in OF_STANDING or self.scale not in WITHOUT_STANDING


@dataclass(frozen=True, slots=True)
class Case:
    """All that the grade of an event follows from.

    `roles` are factions with their roles; `belongs` has the larger groups, through any chain, to
    which a faction belonged on the days of the event. `recorded` is the grade of the data set that
    the event is a record of, None where it is of none.
    """

    kind: str
    roles: frozenset[tuple[int, str]] = frozenset()
    accounts: tuple[Account, ...] = ()
    belongs: Mapping[int, Collection[int]] = field(default_factory=dict)
    recorded: Grade | None = None

    def is_party(self, factions: Iterable[int]) -> bool:
        named = {faction for faction, _role in self.roles}
        return any(self._same(one, other) for one in factions for other in named)

    def is_burdened(self, factions: Iterable[int]) -> bool:
        losing = {faction for faction, role in self.roles if burdens(self.kind, role)}
        return any(self._same(one, other) for one in factions for other in losing)

    def _same(self, one: int, other: int) -> bool:
        """Whether they speak for each other: one is the other, or a part of it."""
        return one == other or other in self._groups(one) or one in self._groups(other)

    def _groups(self, faction: int) -> Collection[int]:
        return self.belongs.get(faction, ())


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


def weigh(case: Case) -> dict[int, Weight]:
    """What each account counts for; of several of one source only the best stands for it."""
    weighed: dict[int, Weight] = {}
    met: set[int] = set()
    for account in sorted(case.accounts, key=best_first):
        weight = alone(case, account)
        if weight in SOURCES:
            if account.outlet in met:
                weight = Weight.COPY if account.copied else Weight.AGAIN
            met.add(account.outlet)
        weighed[account.key] = weight
    return weighed


def best_first(account: Account) -> tuple[bool, bool, int]:
    return not account.has_standing, account.copied, account.key


def alone(case: Case, account: Account) -> Weight:
    """What the account counts for if it were the only one."""
    runs, claims = case.is_party(account.owners), is_claimed_by_party(case, account)
    if account.stance == DOUBTS:
        return Weight.PARTY_DOUBT if runs or claims else Weight.DOUBT
    if account.stance == DENIES:
        return Weight.PARTY_DENIAL if runs or claims else Weight.DENIAL
    if is_concession(case, account):
        return Weight.CONCESSION
    if claims:
        return Weight.PARTY
    if runs:
        return Weight.PARTY_OUTLET
    return Weight.SOURCE if account.has_standing else Weight.WEAK_SOURCE


def is_claimed_by_party(case: Case, account: Account) -> bool:
    if account.claimant == PARTY_TO_CONFLICT:
        return True
    return account.faction is not None and case.is_party({account.faction})


def is_concession(case: Case, account: Account) -> bool:
    """Whether the party that it burdens concedes it, and not only another party says that."""
    if account.stance != CONCEDES or not case.is_burdened(account.speakers):
        return False
    return case.is_burdened(account.owners) or not case.is_party(account.owners)


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
